// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keywrap.h"

#include <QtEndian>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

namespace mottaget::crypto {

namespace {

constexpr int version = 1;
constexpr qsizetype nonceSize = 12;
constexpr qsizetype checkSize = 16;
constexpr qsizetype tagSize = 16;
constexpr qsizetype wrappedSize = 1 + nonceSize + checkSize + qsizetype(keySize) + tagSize;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype([](EVP_CIPHER_CTX* c) { EVP_CIPHER_CTX_free(c); })>;

//! OpenSSL fails here only when memory is out or the library is broken: neither leaves anything that could be trusted.
void must(bool done)
{
    if (!done)
        std::abort();
}

const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

const unsigned char* raw(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

//! Each field with its length before it, so that no two contexts have the same bytes.
QByteArray authenticated(const WrapContext& context)
{
    QByteArray bytes;
    const auto add = [&bytes](QByteArrayView field) {
        std::array<char, 4> size {};
        qToBigEndian(static_cast<quint32>(field.size()), size.data());
        bytes.append(size.data(), size.size()).append(field);
    };
    std::array<char, 4> epoch {};
    qToBigEndian(context.epoch, epoch.data());
    for (const QByteArrayView field : {QByteArrayView("mottaget wrap 1"), QByteArrayView(context.subject), codeOf(context.kind),
             QByteArrayView(epoch.data(), epoch.size()), QByteArrayView(context.keyId), QByteArrayView(context.fileId),
             QByteArrayView(context.way)})
        add(field);
    return bytes;
}

//! The key of this one wrap, and the value by which a wrapping key is known as the right one.
SecretBytes oneTimeKey(const SecretBytes& wrappingKey, QByteArrayView nonce)
{
    return hkdf(wrappingKey, nonce, "mottaget wrap 1", keySize + checkSize);
}

Cipher prepared(std::span<const std::byte> key, QByteArrayView nonce, const QByteArray& aad, int encrypt)
{
    Cipher cipher(EVP_CIPHER_CTX_new());
    int written = 0;
    must(cipher && EVP_CipherInit_ex2(cipher.get(), EVP_aes_256_gcm(), raw(key), raw(nonce), encrypt, nullptr) == 1
        && EVP_CipherUpdate(cipher.get(), nullptr, &written, raw(aad), static_cast<int>(aad.size())) == 1);
    return cipher;
}

SecretBytes joined(std::initializer_list<std::span<const std::byte>> parts)
{
    std::vector<std::byte> bytes;
    std::size_t size = 0;
    for (const auto part : parts)
        size += part.size();
    bytes.reserve(size); // one allocation: growing would leave a copy behind
    for (const auto part : parts)
        bytes.insert(bytes.end(), part.begin(), part.end());
    return SecretBytes::take(bytes);
}

} // namespace

SecretBytes hkdf(const SecretBytes& input, QByteArrayView salt, QByteArrayView info, std::size_t size)
{
    using Context = std::unique_ptr<EVP_KDF_CTX, decltype([](EVP_KDF_CTX* c) { EVP_KDF_CTX_free(c); })>;
    EVP_KDF* const method = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    const Context kdf(EVP_KDF_CTX_new(method));
    EVP_KDF_free(method);
    std::array<char, 7> digest {"SHA256"};
    const auto octets = [](const char* key, const void* bytes, std::size_t count) {
        return OSSL_PARAM_construct_octet_string(key, const_cast<void*>(bytes), count); // NOLINT: OpenSSL's parameters are not const
    };
    const std::array<OSSL_PARAM, 5> parameters {OSSL_PARAM_construct_utf8_string("digest", digest.data(), 0),
        octets("key", input.view().data(), input.size()), octets("salt", salt.data(), static_cast<std::size_t>(salt.size())),
        octets("info", info.data(), static_cast<std::size_t>(info.size())), OSSL_PARAM_construct_end()};
    std::vector<std::byte> out(size);
    must(kdf && EVP_KDF_derive(kdf.get(), reinterpret_cast<unsigned char*>(out.data()), size, parameters.data()) == 1);
    return SecretBytes::take(out);
}

QByteArray wrapKey(const SecretBytes& wrappingKey, const SecretBytes& dataKey, const WrapContext& context)
{
    Q_ASSERT(wrappingKey.size() == keySize && dataKey.size() == keySize);
    const SecretBytes random = SecretBytes::random(nonceSize);
    const QByteArray nonce(reinterpret_cast<const char*>(random.view().data()), nonceSize);
    const SecretBytes derived = oneTimeKey(wrappingKey, nonce);
    const Cipher cipher = prepared(derived.view().first(keySize), nonce, authenticated(context), 1);

    QByteArray sealed(qsizetype(keySize), Qt::Uninitialized);
    QByteArray tag(tagSize, Qt::Uninitialized);
    int written = 0;
    int rest = 0;
    auto* const into = reinterpret_cast<unsigned char*>(sealed.data());
    must(EVP_CipherUpdate(cipher.get(), into, &written, raw(dataKey.view()), int(keySize)) == 1 && written == int(keySize)
        && EVP_CipherFinal_ex(cipher.get(), into + written, &rest) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, int(tagSize), tag.data()) == 1);
    const auto check = derived.view().subspan(keySize);
    return QByteArray(1, char(version)) + nonce + QByteArray(reinterpret_cast<const char*>(check.data()), checkSize) + sealed + tag;
}

Result<SecretBytes, WrapError> unwrapKey(const SecretBytes& wrappingKey, const QByteArray& wrapped, const WrapContext& context)
{
    if (wrapped.isEmpty())
        return failed(WrapError::Damaged);
    if (wrapped[0] != char(version))
        return failed(WrapError::UnknownVersion);
    if (wrapped.size() != wrappedSize)
        return failed(WrapError::Damaged);
    const QByteArrayView all(wrapped);
    const QByteArrayView nonce = all.sliced(1, nonceSize);
    const QByteArrayView check = all.sliced(1 + nonceSize, checkSize);
    const QByteArrayView sealed = all.sliced(1 + nonceSize + checkSize, qsizetype(keySize));
    QByteArray tag = all.last(tagSize).toByteArray();

    const SecretBytes derived = oneTimeKey(wrappingKey, nonce);
    if (CRYPTO_memcmp(derived.view().subspan(keySize).data(), check.data(), std::size_t(checkSize)) != 0)
        return failed(WrapError::WrongSecret);
    const Cipher cipher = prepared(derived.view().first(keySize), nonce, authenticated(context), 0);
    std::array<std::byte, keySize> out {};
    auto* const into = reinterpret_cast<unsigned char*>(out.data());
    int written = 0;
    int rest = 0;
    const bool genuine = EVP_CipherUpdate(cipher.get(), into, &written, raw(sealed), int(keySize)) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, int(tagSize), tag.data()) == 1
        && EVP_CipherFinal_ex(cipher.get(), into + written, &rest) == 1;
    SecretBytes key = SecretBytes::take(out);
    if (!genuine)
        return failed(WrapError::Damaged);
    return key;
}

SecretBytes personWrappingKey(const SecretBytes& deviceSecret, const SecretBytes& derived, QByteArrayView salt, QByteArrayView subject)
{
    Q_ASSERT(deviceSecret.size() == keySize && derived.size() == keySize); // fixed sizes: the joint can't be moved
    const QByteArray info = "mottaget person 1 " + subject.toByteArray();
    return hkdf(joined({deviceSecret.view(), derived.view()}), salt, info);
}

SecretBytes deviceWrappingKey(const SecretBytes& deviceSecret, QByteArrayView salt, QByteArrayView subject)
{
    const QByteArray info = "mottaget device 1 " + subject.toByteArray();
    return hkdf(deviceSecret, salt, info);
}

Result<QByteArray, WrapError> SecretKeyWrapper::wrap(const SecretBytes& dataKey, const WrapContext& context) const
{
    return wrapKey(m_wrappingKey, dataKey, context);
}

Result<SecretBytes, WrapError> SecretKeyWrapper::unwrap(const QByteArray& wrapped, const WrapContext& context) const
{
    return unwrapKey(m_wrappingKey, wrapped, context);
}

} // namespace mottaget::crypto
