// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/command.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QStringList>

namespace mottaget::sync {

//! What the plan must know of a command in the queue, oldest first.
struct QueueEntry {
    care::CommandId id;
    care::CommandState state = care::CommandState::Queued;
    QStringList keys;
    QDateTime notBefore;   //!< end of the undo window; invalid = at once
    QDateTime nextAttempt; //!< invalid = at once
    friend bool operator==(const QueueEntry&, const QueueEntry&) = default;
};

inline constexpr int maxLanes = 4; //!< commands of different cases on their way at once

//! Which commands to work on now, in order. Pure. A command waits while an older one that shares a key is not acknowledged,
//! whatever its state: order per case is kept, and one refused action never blocks another case. `busy` are being worked on.
[[nodiscard]] QList<care::CommandId> plan(const QList<QueueEntry>& queue, const QSet<care::CommandId>& busy, const QDateTime& now);

//! The next instant at which plan() may say more than now; invalid when time alone changes nothing.
[[nodiscard]] QDateTime nextPlanAt(const QList<QueueEntry>& queue, const QDateTime& now);

} // namespace mottaget::sync
