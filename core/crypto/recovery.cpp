// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/recovery.h"

#include <QCryptographicHash>
#include <QString>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace mottaget::crypto {

namespace {

constexpr char version = 1;
constexpr qsizetype rawSize = 32;

using Key = std::unique_ptr<EVP_PKEY, decltype([](EVP_PKEY* k) { EVP_PKEY_free(k); })>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype([](EVP_PKEY_CTX* c) { EVP_PKEY_CTX_free(c); })>;
using Bio = std::unique_ptr<BIO, decltype([](BIO* b) { BIO_free(b); })>;

Bio readerOf(const QByteArray& pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

QByteArray rawPublic(const EVP_PKEY* key)
{
    QByteArray raw(rawSize, Qt::Uninitialized);
    std::size_t size = rawSize;
    if (EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(raw.data()), &size) != 1 || size != rawSize)
        std::abort();
    return raw;
}

//! Empty when the other side's key is one of those that give nothing (a hostile ephemeral key).
SecretBytes sharedSecret(EVP_PKEY* own, EVP_PKEY* theirs)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, own, nullptr));
    std::array<std::byte, rawSize> shared {};
    std::size_t size = shared.size();
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_derive_set_peer(context.get(), theirs) != 1
        || EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char*>(shared.data()), &size) != 1) {
        ERR_clear_error();
        return {};
    }
    return SecretBytes::take(shared);
}

Key publicOf(const QByteArray& raw)
{
    return Key(EVP_PKEY_new_raw_public_key_ex(
        nullptr, "X25519", nullptr, reinterpret_cast<const unsigned char*>(raw.constData()), static_cast<std::size_t>(raw.size())));
}

SecretBytes wrappingKey(const SecretBytes& shared, const QByteArray& ephemeral, const QByteArray& recipient)
{
    const QByteArray salt = ephemeral + recipient;
    return derivedKey(shared, salt, "mottaget recovery 1");
}

struct Asked {
    const SecretBytes* passphrase;
    bool was = false;
};

int answerPassphrase(char* into, int size, int /*writing*/, void* context)
{
    auto* const asked = static_cast<Asked*>(context);
    asked->was = true;
    const auto words = asked->passphrase->view();
    if (words.empty() || words.size() > static_cast<std::size_t>(size))
        return -1;
    std::memcpy(into, words.data(), words.size());
    return static_cast<int>(words.size());
}

} // namespace

Result<RecoveryPublicKey, RecoveryKeyError> RecoveryPublicKey::fromPem(const QByteArray& pem)
{
    const Key key(PEM_read_bio_PUBKEY(readerOf(pem).get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (!key)
        return failed(RecoveryKeyError::NotAKey);
    if (EVP_PKEY_is_a(key.get(), "X25519") != 1)
        return failed(RecoveryKeyError::OtherAlgorithm);
    const Key any(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"));
    if (!any || sharedSecret(any.get(), key.get()).isEmpty())
        return failed(RecoveryKeyError::NotAKey); // of small order: everyone could open what is wrapped to it
    return RecoveryPublicKey(rawPublic(key.get()));
}

QByteArray RecoveryPublicKey::fingerprint() const
{
    return QCryptographicHash::hash(m_raw, QCryptographicHash::Sha256).toHex();
}

QByteArray RecoveryPublicKey::wrap(const SecretBytes& dataKey, WrapContext context) const
{
    context.way = "recovery " + fingerprint();
    const Key own(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"));
    const Key theirs = publicOf(m_raw);
    if (!own || !theirs)
        std::abort();
    const QByteArray ephemeral = rawPublic(own.get());
    const SecretBytes shared = sharedSecret(own.get(), theirs.get());
    return QByteArray(1, version) + ephemeral + wrapKey(wrappingKey(shared, ephemeral, m_raw), dataKey, context);
}

Result<RecoveryPrivateKey, RecoveryKeyError> RecoveryPrivateKey::fromPem(const QByteArray& pem, const SecretBytes& passphrase)
{
    Asked asked {&passphrase};
    const Key key(PEM_read_bio_PrivateKey(readerOf(pem).get(), nullptr, answerPassphrase, &asked));
    ERR_clear_error();
    if (!key) {
        if (asked.was)
            return failed(passphrase.isEmpty() ? RecoveryKeyError::NeedsPassphrase : RecoveryKeyError::WrongPassphrase);
        return failed(RecoveryKeyError::NotAKey);
    }
    if (EVP_PKEY_is_a(key.get(), "X25519") != 1)
        return failed(RecoveryKeyError::OtherAlgorithm);
    std::array<std::byte, rawSize> raw {};
    std::size_t size = raw.size();
    if (EVP_PKEY_get_raw_private_key(key.get(), reinterpret_cast<unsigned char*>(raw.data()), &size) != 1)
        return failed(RecoveryKeyError::NotAKey);
    return RecoveryPrivateKey(SecretBytes::take(raw), RecoveryPublicKey(rawPublic(key.get())));
}

Result<SecretBytes, WrapError> RecoveryPrivateKey::unwrap(const QByteArray& wrapped, WrapContext context) const
{
    if (wrapped.isEmpty())
        return failed(WrapError::Damaged);
    if (wrapped[0] != version)
        return failed(WrapError::UnknownVersion);
    if (wrapped.size() <= 1 + rawSize)
        return failed(WrapError::Damaged);
    context.way = "recovery " + m_public.fingerprint();
    const QByteArray ephemeral = wrapped.sliced(1, rawSize);
    const Key own(EVP_PKEY_new_raw_private_key_ex(
        nullptr, "X25519", nullptr, reinterpret_cast<const unsigned char*>(m_raw.view().data()), m_raw.size()));
    const Key theirs = publicOf(ephemeral);
    if (!own || !theirs)
        std::abort();
    const SecretBytes shared = sharedSecret(own.get(), theirs.get());
    if (shared.isEmpty())
        return failed(WrapError::Damaged);
    return unwrapKey(wrappingKey(shared, ephemeral, m_public.m_raw), wrapped.sliced(1 + rawSize), context);
}

} // namespace mottaget::crypto
