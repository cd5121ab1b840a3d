// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/recordkeys.h"
#include "core/store/sealedkey.h"

namespace mottaget::store {

//! A key as the custody keeps it, as the sealing takes it: a second copy of the secret, wiped with the result.
[[nodiscard]] SealedKey sealedKeyOf(const crypto::FileKey& key);

} // namespace mottaget::store
