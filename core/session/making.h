// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/casework.h"
#include "core/sync/projector.h"

//! How an own action becomes a command of the outbox.
namespace mottaget::session::work {

//! True for what the resident reads as a message.
[[nodiscard]] bool writesMessage(care::Verb verb);

//! `made` holds the case, the verb and what the verb needs; it gets what makes it one of a kind: ids, author, time, and the case it is made on.
[[nodiscard]] store::StoredCommand stamped(
    care::Command made, const sync::AssembledCase& assembled, const care::Actor& actor, const Context& context);

//! The row anew. The outbox holds the change already; what could not be repainted is repainted at the next opening by the replay.
void repaint(store::Stores& stores, const care::CaseId& id, const QDateTime& now);

} // namespace mottaget::session::work
