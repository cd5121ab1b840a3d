// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dice.h"

namespace mottaget::simulate {

//! A protection that the simulation takes away, to show that the oracle misses it.
enum class Removed { Nothing, Receipt, IfMatch, Overlap, CaseOrder, AtomicMark };

//! What a seed draws before anything happens: how large its world is and how often each thing goes wrong in it (swarm testing: most
//! seeds lack most faults, so that each also meets the rest undisturbed). Rates are per mille of the events they can befall.
struct Weather {
    //! From dice of its own: a fault added at the end of the draws leaves the worlds without it as they were.
    static Weather draw(quint64 seed);

    int clients = 1;
    int cases = 4;
    int pageSize = 50;
    int versionRefusal = 412; //!< or 409, as HAPI says it
    bool suppressesNoChange = true;
    qint64 delayMs = 50;

    // Requests and replies
    int outage = 0; //!< a machine is without its network for minutes
    int refused = 0;
    int lostThere = 0;
    int lostBack = 0;
    int duplicated = 0;
    int slow = 0; //!< longer than the client waits
    int unauthorized = 0;
    int forbidden = 0;
    int conflict = 0; //!< 409 or 412 for no reason of ours
    int busy = 0;     //!< 429 with Retry-After
    int errorBefore = 0;
    int errorAfter = 0;
    int portal = 0;
    int cut = 0; //!< half a body
    int cursorLost = 0;
    int lateCommit = 0; //!< commits long after its start, and so with an old stamp

    // Machines
    int kill = 0; //!< per step of the disk
    int powerCut = 0; //!< of the kills
    int diskFault = 0;
    int clockJump = 0;
    qint64 skewMs = 0;

    // People
    qint64 actEveryMs = 8000;
    qint64 otherEveryMs = 10000;
    int undo = 0;
    int removed = 0; //!< of what the other system does to a case

    bool batches = true; //!< the region answers several searches in one request
    int entryFails = 0;  //!< one of them does not get through
    int cacheLost = 0;   //!< of the kills: the cache does not open afterwards and is begun anew
    int choose = 0;      //!< of what needs a person: another way is chosen than the same again
    int people = 0;      //!< of what the other system does: to a resident who is known, not to a case
};

} // namespace mottaget::simulate
