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

//! For a file begun anew after another was set aside: it stands for what came later than `anchor`. So it is not taken for an older one
//! itself where the keychain refuses the next anchor.
[[nodiscard]] StoreResult<void> adoptAnchor(Database& database, const crypto::Anchor& anchor);

} // namespace mottaget::store
