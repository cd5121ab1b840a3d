// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace mottaget::simulate {

//! One resource as the region has it now.
struct Entity {
    QString type;
    QString id;
    QJsonObject json;
    QByteArray body;
    int version = 0;
    qint64 stamp = 0;     //!< meta.lastUpdated: when its transaction began
    qint64 committed = 0; //!< when it became visible
    bool tagged = false;  //!< carries the unit's tag
};

//! What one PUT of a transaction did.
struct Written {
    QString type;
    QString id;
    int version = 0;      //!< after
    bool wasGuarded = false; //!< came with If-Match
    QJsonObject before;   //!< empty when new
    QJsonObject after;
};

//! A transaction that took effect.
struct Effect {
    QString command; //!< id of its Provenance
    QList<Written> writes;
};

//! A FHIR server as a table and a few rules: versions, search by tag, owner, status and time, stored result sets behind opaque next
//! links, atomic transactions with If-Match. It stamps what it writes with the start of the transaction, as HAPI does. No clock of its
//! own: every call says when.
class Region final {
public:
    static constexpr auto unitHsaId = "SE2321009999-1BHC";
    void populate(int people, int cases, qint64 now);

    //! Somebody else's write: `stamp` may lie well before `now`.
    const Entity& write(const QString& type, const QString& id, QJsonObject json, qint64 stamp, qint64 now);
    [[nodiscard]] net::Reply read(const net::Request& request, qint64 now);
    //! All or nothing; the effect when there was one.
    [[nodiscard]] net::Reply transact(const QByteArray& bundle, qint64 stamp, qint64 now, std::optional<Effect>& effect);
    //! Gone: 410 to whoever asks for it by id, 404 to whoever wants to change it.
    void remove(const QString& type, const QString& id);
    void forgetCursors() { m_cursors.clear(); }
    [[nodiscard]] bool isCursor(const net::Request& request) const;

    [[nodiscard]] const Entity* find(const QString& type, const QString& id) const;
    [[nodiscard]] const std::vector<Entity>& all(const QString& type) const;
    [[nodiscard]] QStringList cases() const;
    [[nodiscard]] QString addCase(qint64 stamp, qint64 now);

    int pageSize = 50;
    int versionRefusal = 412;
    bool suppressesNoChange = true;
    bool ignoresIfMatch = false; //!< as if the client sent none

    [[nodiscard]] static net::Reply json(int status, const QByteArray& body);
    [[nodiscard]] static net::Reply outcome(int status);
    [[nodiscard]] static QString caseId(int n);
    [[nodiscard]] static QString roleId(int n);

private:
    using Query = QHash<QByteArray, QByteArray>;
    struct Cursor {
        QString type;
        QStringList ids;
        QByteArray url;
    };
    [[nodiscard]] net::Reply search(const QString& type, const QByteArray& url, const Query& query);
    [[nodiscard]] net::Reply page(int cursor, qsizetype from, qsizetype count);
    [[nodiscard]] static bool matches(const Entity& entity, const Query& query);

    std::map<QString, std::vector<Entity>> m_tables;
    std::map<int, Cursor> m_cursors;
    QSet<QString> m_gone; //!< type/id
    int m_nextCursor = 0;
    int m_nextCase = 0;
};

//! Milliseconds since 1970 as the wire has an instant.
[[nodiscard]] QString instant(qint64 at);

} // namespace mottaget::simulate
