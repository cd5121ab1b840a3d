// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filekeys.h"

#include <vector>

namespace mottaget::store {

namespace {

FileKind kindOf(crypto::FileKind kind)
{
    switch (kind) {
    case crypto::FileKind::Cache: return FileKind::Cache;
    case crypto::FileKind::Journal: return FileKind::Journal;
    case crypto::FileKind::Outbox: return FileKind::Outbox;
    case crypto::FileKind::Log: return FileKind::Log;
    }
    Q_UNREACHABLE();
}

} // namespace

SealedKey sealedKeyOf(const crypto::FileKey& key)
{
    std::vector<std::byte> bytes(key.key.view().begin(), key.key.view().end());
    return {SecretBytes::take(bytes), key.fileId, kindOf(key.kind), static_cast<quint16>(key.epoch)};
}

} // namespace mottaget::store
