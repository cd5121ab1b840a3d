// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/profile.h"
#include "core/sync/storeanswer.h"

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
        People, //!< of people who are here already, what has changed; moves `people/at` with its last page
    };
    QString type;
    QString query; //!< percent-encoded, without _count
    Kind kind = Kind::Plain;
    QString upTo = {};      //!< People: the mark to set; empty: the round through all of them ends
    bool isFirst = false; //!< People: the round begins
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
// Known people are asked about in rounds: each round brings what changed since the one before it began.
inline constexpr auto peopleAt = "people/at";       //!< `type/id` of the last one asked about; empty: the next round begins
inline constexpr auto peopleRound = "people/round"; //!< the server's clock when the present round began; empty: it told none
inline constexpr auto peopleSince = "people/since"; //!< the same of the round before
inline constexpr auto purged = "purge/at";         //!< when what has left the offline scope was last let go
inline constexpr auto reconciled = "reconcile/at"; //!< when the cache was last held against the region
inline constexpr auto counted = "count/at";       //!< when the region was last asked how many it has
[[nodiscard]] QString first(const QString& type);     //!< oldest instant committed of a type in the first fetch
[[nodiscard]] QString firstDoneOf(const QString& type);
[[nodiscard]] QString delta(const QString& type);     //!< how far the delta of a type has come
[[nodiscard]] QString count(
    const QString& type);     //!< of the region's count and the one here: the difference that is expected, and the last one
} // namespace mark

//! The types that a unit's scope holds, with the search that finds them: docs/wire.md, "Reading". One row for each type.
[[nodiscard]] QList<QPair<QString, QString>> scopeTable(const Scope& scope, const Profile& profile);

//! The searches of the next pull run. Pure. Unknown scope: find oneself. Then the first fetch in the order that makes the inbox
//! useful soonest (the unit's open cases, own, other open, the rest newest first), or the deltas once it is done.
[[nodiscard]] QList<Step> nextSteps(const Scope& scope, const Profile& profile, const QHash<QString, QString>& marks);

//! The searches that ask about known people, to follow the deltas. Pure. Source: a mark of protected identity that is set on somebody whose
//! case is here already must reach this device (docs/wire.md, "Reading").
[[nodiscard]] QList<Step> peopleSteps(const QList<PeopleChunk>& people, const Profile& profile, const QHash<QString, QString>& marks);

//! Instants of the search language: UTC with milliseconds and Z, so that no sign needs escaping.
[[nodiscard]] QString searchInstant(const QDateTime& time);

} // namespace mottaget::sync
