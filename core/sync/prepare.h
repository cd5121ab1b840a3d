// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/store/stores.h"
#include "core/sync/storeanswer.h"

#include <QDateTime>
#include <QSet>

namespace mottaget::sync {

//! Judges a command on the case as the server has it now and fixes the bytes to send in one durable commit. An uncertain command keeps the
//! bytes it has. A command that no longer means what its author saw becomes a conflict; nothing is forced and nothing dropped.
[[nodiscard]] store::StoreResult<Prepared> prepareCommand(
    store::Stores& stores, const care::CommandId& id, const QDateTime& now, QSet<care::CaseId>& changed);

//! Marks a command done, and moves the base of the author's later commands on the same case: they were made seeing this one applied.
store::StoreResult<void> acknowledgeCommand(
    store::Stores& stores, const care::CommandId& id, const QDateTime& now, QSet<care::CaseId>& changed);

} // namespace mottaget::sync
