// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/casework.h"
#include "core/sync/projector.h"

//! Own actions that need a person: both sides of them, and what the person chose.
namespace mottaget::session::work {

//! Absent unless the command is stopped and its case is here.
[[nodiscard]] std::optional<care::Conflict> conflictOf(
    store::Stores& stores, sync::Projector& projector, const store::StoredCommand& stored);

//! What was chosen for a stopped command, bound to the version of the case that stood on the screen: the new commands take its place in one
//! commit, or it becomes a draft, or it is given up. VersionMoved: somebody changed the case meanwhile, nothing was done. TooLate: it is
//! no longer stopped. Refused: the way is closed.
[[nodiscard]] WorkResult<care::CaseId> resolve(store::Stores& stores, const Choice& choice, const Context& context);

} // namespace mottaget::session::work
