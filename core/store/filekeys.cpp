// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filekeys.h"

#include <vector>

namespace mottaget::store {

SealedKey sealedKeyOf(const crypto::FileKey& key)
{
    std::vector<std::byte> bytes(key.key.view().begin(), key.key.view().end());
    return {SecretBytes::take(bytes), key.fileId, key.kind, static_cast<quint16>(key.epoch)};
}

} // namespace mottaget::store
