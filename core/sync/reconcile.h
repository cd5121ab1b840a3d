// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/desk.h"
#include "core/sync/steps.h"

#include <QSet>

#include <deque>

namespace mottaget::sync {

//! Holds one type in the cache against the region by id and version: what is there and not here is fetched, what is here and not there is
//! asked for by itself and goes only when the region says that it is gone or another's. An empty or refused answer takes nothing away.
//! Part of a pull run.
class Reconcile final {
public:
    explicit Reconcile(Desk& desk) : m_desk(desk) {}

    enum class End {
        None, //!< still at it
        Done,
        Refused, //!< this type could not be compared; the next run tries again
        Failed,  //!< the region does not answer: see verdict()
        Disk,
    };
    //! `step` is a search of the scope; its answer is read to the last page.
    void begin(const Step& step);
    [[nodiscard]] Ticket waiting() const { return m_waiting; }
    End onReply(const net::Reply& reply);
    End onStored(const StoreAnswer& answer);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }

private:
    End askPage(const QUrl& url);
    End onPage(const net::Reply& reply);
    End compare();
    End nextCheck();
    End onCheck(const net::Reply& reply);
    End nextMissing();
    End onMissing(const net::Reply& reply);
    [[nodiscard]] bool isInScope(const QByteArray& body) const;

    Desk& m_desk;
    Step m_step;
    Ticket m_waiting = 0;
    Ticket m_asked = 0; //!< when the answer that is being stored was asked for
    Verdict m_verdict = Verdict::Ok;
    enum class Await { Page, Seen, Compare, Check, Forget, Missing, Store } m_await = Await::Page;
    QSet<QUrl> m_visited;
    QUrl m_next;
    bool m_isFirst = true;
    std::deque<QString> m_gone;
    std::deque<QString> m_missing;
    QString m_afterGone;    //!< how far the comparison has come
    QString m_afterMissing;
    QStringList m_askedIds; //!< of the search under way
};

} // namespace mottaget::sync
