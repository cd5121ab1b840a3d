// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/anchor.h"
#include "core/store/database.h"

//! The anchors that were left in a file (core/crypto/anchor.h). Store thread only.
namespace mottaget::store {

//! Whether this state of the file is the anchor's or a later one.
[[nodiscard]] bool holdsAnchor(Database& database, const crypto::Anchor& anchor);

//! Leaves a new one, durable when this returns. Only then may it be kept elsewhere: the file may be newer than what is kept of it, never older.
[[nodiscard]] StoreResult<crypto::Anchor> leaveAnchor(Database& database, FileKind kind);

} // namespace mottaget::store
