// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secretbytes.h"
#include "core/crypto/filekind.h"

#include <QByteArray>

namespace mottaget::store {

using crypto::FileKind;

//! What opens one sealed file. Each file has its own key and identity; the custody of keys keeps them together with the epoch.
struct SealedKey {
    static constexpr qsizetype identitySize = 16;

    SecretBytes key;         //!< 32 bytes
    QByteArray fileIdentity; //!< 16 random bytes, not secret: pages of one file don't pass in another, even under the same key
    FileKind kind = FileKind::Cache;
    quint16 epoch = 1; //!< which key of the file this is; one more with each rotation

    //! A new key with a new identity.
    [[nodiscard]] static SealedKey fresh(FileKind kind, quint16 epoch = 1);
    [[nodiscard]] bool isWellFormed() const;
};

} // namespace mottaget::store
