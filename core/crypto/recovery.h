// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/crypto/keywrap.h"

#include <QByteArray>

namespace mottaget::crypto {

//! Why a recovery key can't be used. Each has its own text for the IT colleague.
enum class RecoveryKeyError {
    NotAKey,         //!< no PEM of the kind that is asked for
    OtherAlgorithm,  //!< a key, but not X25519
    NeedsPassphrase, //!< the private key is encrypted and no passphrase was given
    WrongPassphrase, //!< the passphrase does not open the private key
};

//! The region's public recovery key (X25519), as policy names it: what is wrapped to it opens with the private half alone, which no
//! workstation has. See docs/decisions/0016-recovery-by-x25519.md.
class RecoveryPublicKey final {
public:
    //! A PEM "PUBLIC KEY" as `openssl pkey -pubout` writes it.
    [[nodiscard]] static Result<RecoveryPublicKey, RecoveryKeyError> fromPem(const QByteArray& pem);

    //! SHA-256 of the 32 raw bytes, in hex: how a record says which key it was wrapped to.
    [[nodiscard]] QByteArray fingerprint() const;
    //! `context.way` is set by this. A fresh ephemeral key each time.
    [[nodiscard]] QByteArray wrap(const SecretBytes& dataKey, WrapContext context) const;

    friend bool operator==(const RecoveryPublicKey&, const RecoveryPublicKey&) = default;

private:
    friend class RecoveryPrivateKey;
    explicit RecoveryPublicKey(QByteArray raw) : m_raw(std::move(raw)) {}
    QByteArray m_raw;
};

//! The private half, on the desk of the two persons who recover, and nowhere else. Wiped with the object.
class RecoveryPrivateKey final {
public:
    //! A PEM "PRIVATE KEY" or "ENCRYPTED PRIVATE KEY"; an empty passphrase means none was given.
    [[nodiscard]] static Result<RecoveryPrivateKey, RecoveryKeyError> fromPem(const QByteArray& pem, const SecretBytes& passphrase);

    [[nodiscard]] const RecoveryPublicKey& publicKey() const { return m_public; }
    [[nodiscard]] Result<SecretBytes, WrapError> unwrap(const QByteArray& wrapped, WrapContext context) const;

private:
    RecoveryPrivateKey(SecretBytes raw, RecoveryPublicKey key) : m_raw(std::move(raw)), m_public(std::move(key)) {}
    SecretBytes m_raw;
    RecoveryPublicKey m_public;
};

} // namespace mottaget::crypto
