// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/stores.h"
#include "core/sync/storeanswer.h"

#include <QDateTime>

namespace mottaget::sync {

//! Carries out what the engine asks of the files. On the store thread in the program, at once in the simulation.
[[nodiscard]] StoreAnswer carryOut(store::Stores& stores, const StoreOp& op, const QDateTime& now);

//! Applies the unfinished commands to the rows again: at opening, since no commit spans outbox and cache.
store::StoreResult<void> replayAll(store::Stores& stores, const QDateTime& now);

} // namespace mottaget::sync
