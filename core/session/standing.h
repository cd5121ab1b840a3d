// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/syncstatus.h"
#include "core/store/stores.h"
#include "core/sync/engine.h"

//! Where the status comes from: the engine's word on the link, and the files' own on the queue and the disk.
namespace mottaget::session {

//! What of the status only the files and their disk know.
struct Standing {
    store::CommandTally tally;
    bool hasRoom = true;
};
//! On the store thread.
[[nodiscard]] Standing readStanding(store::Stores& stores);

void adopt(SyncStatus& status, const sync::LinkStatus& link);
void adopt(SyncStatus& status, const Standing& standing);

} // namespace mottaget::session
