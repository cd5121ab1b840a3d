// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/crypto/filekind.h"

#include <QByteArray>

namespace mottaget::crypto {

constexpr std::size_t keySize = 32;

//! What a wrapped key belongs to. All of it is authenticated, so that a wrap moved to another file, person, epoch or record does not open.
struct WrapContext {
    QByteArray subject; //!< the record's: the folder of person and commission, or "device"
    FileKind kind = FileKind::Cache;
    quint32 epoch = 1;
    QByteArray keyId;  //!< 16 bytes
    QByteArray fileId; //!< 16 bytes
    QByteArray way;    //!< who can open it: "person", "device", or "recovery" with the key's fingerprint
    friend bool operator==(const WrapContext&, const WrapContext&) = default;
};

//! Why a wrapped key does not open.
enum class WrapError {
    WrongSecret,    //!< not the wrapping key it was made with: a wrong PIN, another device secret, another private key
    Damaged,        //!< the right wrapping key, but the bytes or their place have changed
    UnknownVersion, //!< a form that this program does not know
    Unavailable,    //!< what holds the wrapping key does not answer (a smart card that was taken out)
};

//! Seals a 32-byte data key under a 32-byte wrapping key: AES-256-GCM with a key, and a check of it, derived for this one wrap.
//! The check tells a wrong secret from damage, and ties the wrap to one wrapping key (GCM alone does not). docs/key-record.md has the form.
[[nodiscard]] QByteArray wrapKey(const SecretBytes& wrappingKey, const SecretBytes& dataKey, const WrapContext& context);
[[nodiscard]] Result<SecretBytes, WrapError> unwrapKey(
    const SecretBytes& wrappingKey, const QByteArray& wrapped, const WrapContext& context);

//! hkdf() over Qt's bytes. Aborts where OpenSSL fails: no key is better than a wrong one.
[[nodiscard]] SecretBytes derivedKey(const SecretBytes& input, QByteArrayView salt, QByteArrayView info, std::size_t size = keySize);

//! The wrapping key of a person's record: needs both what this OS account keeps and what the person knows.
[[nodiscard]] SecretBytes personWrappingKey(
    const SecretBytes& deviceSecret, const SecretBytes& derived, QByteArrayView salt, QByteArrayView subject);
//! The wrapping key of the device's record (access log): what this OS account keeps.
[[nodiscard]] SecretBytes deviceWrappingKey(const SecretBytes& deviceSecret, QByteArrayView salt, QByteArrayView subject);

//! The seam where keys are wrapped: by PIN and keychain today, by a smart card where a region hands them out. Called on a worker thread,
//! may take seconds; wrap and unwrap must be inverse for equal contexts.
class KeyWrapper {
public:
    virtual ~KeyWrapper() = default;
    [[nodiscard]] virtual Result<QByteArray, WrapError> wrap(const SecretBytes& dataKey, const WrapContext& context) const = 0;
    [[nodiscard]] virtual Result<SecretBytes, WrapError> unwrap(const QByteArray& wrapped, const WrapContext& context) const = 0;
};

//! Wraps with a wrapping key in memory; wiped with the object.
class SecretKeyWrapper final : public KeyWrapper {
public:
    explicit SecretKeyWrapper(SecretBytes wrappingKey) : m_wrappingKey(std::move(wrappingKey)) {}
    [[nodiscard]] Result<QByteArray, WrapError> wrap(const SecretBytes& dataKey, const WrapContext& context) const override;
    [[nodiscard]] Result<SecretBytes, WrapError> unwrap(const QByteArray& wrapped, const WrapContext& context) const override;

private:
    SecretBytes m_wrappingKey;
};

} // namespace mottaget::crypto
