// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/profile.h"
#include "core/sync/storeops.h"

#include <QHash>
#include <QList>
#include <QString>

namespace mottaget::sync {

//! One search of a pull, to be read to its last page.
struct Step {
    enum class Kind {
        Plain, //!< no mark
        First, //!< newest first, resumable: `first/<type>` holds the oldest instant committed
        Delta, //!< moves `pull/<type>` with its last page
    };
    QString type;
    QString query; //!< percent-encoded, without _count
    Kind kind = Kind::Plain;
    friend bool operator==(const Step&, const Step&) = default;
};

//! Names of the marks in the cache.
namespace mark {
inline constexpr auto roleId = "scope/role";
inline constexpr auto organizationId = "scope/organization";
inline constexpr auto unitHsaId = "scope/unit";
inline constexpr auto firstStart = "first/start"; //!< the server's clock at the first reply
inline constexpr auto firstDone = "first/done";
inline constexpr auto lastPull = "pull/at";
inline constexpr auto purged = "purge/at";         //!< when what has left the offline scope was last let go
inline constexpr auto reconciled = "reconcile/at"; //!< when the cache was last held against the region
[[nodiscard]] QString first(const QString& type);     //!< oldest instant committed of a type in the first fetch
[[nodiscard]] QString firstDoneOf(const QString& type);
[[nodiscard]] QString delta(const QString& type);     //!< how far the delta of a type has come
} // namespace mark

//! The types that a unit's scope holds, with the search that finds them: docs/wire.md, "Reading". One row for each type.
[[nodiscard]] QList<QPair<QString, QString>> scopeTable(const Scope& scope, const Profile& profile);

//! The searches of the next pull run. Pure. Unknown scope: find oneself. Then the first fetch in the order that makes the inbox
//! useful soonest (the unit's open cases, own, other open, the rest newest first), or the deltas once it is done.
[[nodiscard]] QList<Step> nextSteps(const Scope& scope, const Profile& profile, const QHash<QString, QString>& marks);

//! Instants of the search language: UTC with milliseconds and Z, so that no sign needs escaping.
[[nodiscard]] QString searchInstant(const QDateTime& time);

} // namespace mottaget::sync
