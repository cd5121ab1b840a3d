// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/engine.h"
#include "core/sync/verdict.h"

#include <QHash>

namespace mottaget::sync {

//! What pull and push share within the engine: they lay down what they want done and note how the region answered.
class Desk final {
public:
    Desk(Profile profile, const Clock& clock, quint32 seed) : m_profile(std::move(profile)), m_clock(clock), m_backoff(seed) {}

    [[nodiscard]] const Profile& profile() const { return m_profile; }
    [[nodiscard]] QDateTime now() const { return m_clock.now(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const { return m_clock.monotonic(); }
    [[nodiscard]] Backoff& backoff() { return m_backoff; }

    //! GET below the base; `query` is percent-encoded already. Always past caches (HAPI answers equal searches from one for 60 s).
    Ticket get(const QString& path, const QString& query = {});
    Ticket getUrl(const QUrl& url);
    //! GET with more time than others have, and at most `most` bytes.
    Ticket getLarge(const QString& path, std::chrono::milliseconds deadline, qint64 most);
    Ticket postTransaction(const QByteArray& bytes);
    //! Questions only; past caches like get().
    Ticket postBatch(const QByteArray& bytes);
    //! PUT of one resource below the base: If-Match the version it was made on, or, for a new one, only if there is none.
    Ticket put(const QString& path, const QByteArray& body, const QString& ifMatch);
    Ticket run(StoreOp op);
    [[nodiscard]] Actions takeActions() { return std::exchange(m_actions, {}); }
    [[nodiscard]] Ticket lastTicket() const { return m_lastTicket; }

    //! Keeps the link's state true. Returns true when it has just become Online.
    bool note(Verdict verdict);
    LinkStatus& status() { return m_status; }
    //! When the region is asked next, by the monotonic clock; told while it does not answer.
    void noteNextTry(std::chrono::milliseconds at);
    [[nodiscard]] bool isOnline() const { return m_status.link == LinkStatus::Link::Online; }
    Scope scope;
    QHash<QString, QString> marks;

    //! An own write of type/id has been acknowledged: replies asked for before that moment may show the version before it.
    void rememberWrite(const QString& type, const QString& id) { m_writes.insert(type + u'/' + id, m_lastTicket); }
    [[nodiscard]] bool isOlderThanOwnWrite(Ticket asked, const QString& type, const QString& id) const;
    void forgetWrites() { m_writes.clear(); }

    //! While commands are on their way: a page asked for at that time is about to be stored with type/id.
    void beginRead(const QString& type, const QString& id, Ticket asked)
    {
        m_beingStored.insert(type + u'/' + id, {asked, m_lastTicket, true});
    }
    //! The disk has taken that page, or has not: then it has brought nothing.
    void endReads(bool isStored);
    //! When a page last put type/id into the cache: asked for, and committed. A slow page may show what came to be long after it was asked for.
    struct Read {
        Ticket asked = 0;
        Ticket committed = 0;
        bool isPending = false; //!< the disk has not said yet whether it took the page
    };
    [[nodiscard]] Read lastRead(const QString& type, const QString& id) const;
    void forgetReads() { m_reads.clear(); }

private:
    Profile m_profile;
    const Clock& m_clock;
    Backoff m_backoff;
    LinkStatus m_status;
    Actions m_actions;
    Ticket m_lastTicket = 0;
    QHash<QString, Ticket> m_writes;
    QHash<QString, Read> m_reads;
    QHash<QString, Read> m_beingStored;
};

} // namespace mottaget::sync
