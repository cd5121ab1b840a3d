// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/standing.h"

namespace mottaget::session {

namespace {

SyncStatus::Link linkOf(sync::LinkStatus::Link link)
{
    using From = sync::LinkStatus::Link;
    switch (link) {
    case From::NeverReached: return SyncStatus::Link::NeverReached;
    case From::Online: return SyncStatus::Link::Online;
    case From::Offline: return SyncStatus::Link::Offline;
    case From::SignInNeeded: return SyncStatus::Link::SignInNeeded;
    case From::Portal: return SyncStatus::Link::Portal;
    case From::Refused: return SyncStatus::Link::Refused;
    case From::ServerBusy: return SyncStatus::Link::ServerBusy;
    }
    Q_UNREACHABLE();
}

} // namespace

void adopt(SyncStatus& status, const sync::LinkStatus& link)
{
    status.link = linkOf(link.link);
    status.since = link.since;
    status.nextTry = link.nextTry;
    if (link.lastPull.isValid())
        status.lastPull = link.lastPull;
    status.firstSync = link.firstSync;
    status.fetched = link.fetched;
    status.problem = link.problem;
}

Standing readStanding(store::Stores& stores)
{
    return {stores.commands().tally(), stores.hasRoomForCache()};
}

void adopt(SyncStatus& status, const Standing& standing)
{
    status.waiting = standing.tally.waiting;
    status.needsAttention = standing.tally.needsAttention;
    status.diskNearlyFull = !standing.hasRoom;
}

} // namespace mottaget::session
