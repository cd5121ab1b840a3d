// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <map>

namespace mottaget::test {

//! The smallest server that behaves like a FHIR region towards the engine: resources with versions, search by type, paging, atomic
//! transactions with If-Match, receipts. Values in, values out; no socket. Faults are switched on by the test.
class MiniServer final {
public:
    struct Stored {
        QByteArray body;
        int version = 0;
        QString updated;
    };

    explicit MiniServer(const QDateTime& now) : m_now(now) {}

    //! Puts a resource as another system would; `body` without meta.versionId.
    void put(const QString& type, const QString& id, const QByteArray& body);
    //! As another system deletes it.
    void remove(const QString& type, const QString& id) { m_resources.erase({type, id}); }
    [[nodiscard]] net::Reply answer(const net::Request& request);
    [[nodiscard]] QStringList idsOf(const QString& type) const;
    [[nodiscard]] QByteArray bodyOf(const QString& type, const QString& id) const;
    void advance(int seconds) { m_now = m_now.addSecs(seconds); }

    int pageSize = 100;
    bool answersBatches = false; //!< of searches; each of them passes `fault` by itself
    //! Looked at before (`after` false) and after (`after` true) a request is carried out; a reply given here is what the client sees.
    std::function<std::optional<net::Reply>(const net::Request&, bool after)> fault;
    QList<net::Request> seen; //!< every request that arrived

    [[nodiscard]] static net::Reply json(int status, const QByteArray& body);
    [[nodiscard]] static net::Reply lost();
    [[nodiscard]] static net::Reply notSent();

private:
    [[nodiscard]] net::Reply carryOut(const net::Request& request);
    [[nodiscard]] net::Reply search(const QString& type, const QUrl& url);
    [[nodiscard]] net::Reply putOne(const net::Request& request);
    [[nodiscard]] net::Reply transaction(const QByteArray& body);
    [[nodiscard]] net::Reply batch(const net::Request& request);

    QDateTime m_now;
    std::map<QPair<QString, QString>, Stored> m_resources;
};

} // namespace mottaget::test
