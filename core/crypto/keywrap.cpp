// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keywrap.h"

#include "core/crypto/aead.h"

#include <QtEndian>

#include <openssl/crypto.h>

#include <array>
#include <cstdlib>
#include <vector>

namespace mottaget::crypto {

namespace {

constexpr int version = 1;
constexpr qsizetype nonceSize = Aead::nonceSize;
constexpr qsizetype checkSize = 16;
constexpr qsizetype wrappedSize = 1 + nonceSize + checkSize + qsizetype(keySize + Aead::tagSize);

//! OpenSSL fails here only when memory is out or the library is broken: neither leaves anything that could be trusted.
void must(bool done)
{
    if (!done)
        std::abort();
}

std::span<const std::byte> raw(QByteArrayView bytes)
{
    return std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
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

//! The key of this one wrap.
Aead cipherOf(const SecretBytes& wrappingKey, QByteArrayView nonce)
{
    std::optional<Aead> cipher = Aead::create(derivedKey(wrappingKey, nonce, "mottaget wrap 1 key"));
    must(cipher.has_value());
    return std::move(*cipher);
}

//! The value by which a wrapping key is known as the right one.
QByteArray checkOf(const SecretBytes& wrappingKey, QByteArrayView nonce)
{
    const SecretBytes check = derivedKey(wrappingKey, nonce, "mottaget wrap 1 check", checkSize);
    return {reinterpret_cast<const char*>(check.view().data()), checkSize};
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

SecretBytes derivedKey(const SecretBytes& input, QByteArrayView salt, QByteArrayView info, std::size_t size)
{
    SecretBytes key = hkdf(input, raw(salt), raw(info), size);
    must(key.size() == size);
    return key;
}

QByteArray wrapKey(const SecretBytes& wrappingKey, const SecretBytes& dataKey, const WrapContext& context)
{
    Q_ASSERT(wrappingKey.size() == keySize && dataKey.size() == keySize);
    const SecretBytes random = SecretBytes::random(Aead::nonceSize);
    const QByteArray nonce(reinterpret_cast<const char*>(random.view().data()), nonceSize);
    std::array<std::byte, keySize + Aead::tagSize> sealed {};
    const std::span out(sealed);
    must(cipherOf(wrappingKey, nonce)
             .seal(random.view().first<Aead::nonceSize>(), raw(authenticated(context)), dataKey.view(), out.data(),
                 out.last<Aead::tagSize>()));
    return QByteArray(1, char(version)) + nonce + checkOf(wrappingKey, nonce)
        + QByteArray(reinterpret_cast<const char*>(sealed.data()), qsizetype(sealed.size()));
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

    if (CRYPTO_memcmp(checkOf(wrappingKey, nonce).constData(), check.data(), std::size_t(checkSize)) != 0)
        return failed(WrapError::WrongSecret);
    std::array<std::byte, keySize> out {};
    const bool genuine = cipherOf(wrappingKey, nonce)
                             .open(raw(nonce).first<Aead::nonceSize>(), raw(authenticated(context)), raw(sealed), out.data(),
                                 raw(all).last<Aead::tagSize>());
    SecretBytes key = SecretBytes::take(out);
    if (!genuine)
        return failed(WrapError::Damaged);
    return key;
}

SecretBytes personWrappingKey(const SecretBytes& deviceSecret, const SecretBytes& derived, QByteArrayView salt, QByteArrayView subject)
{
    Q_ASSERT(deviceSecret.size() == keySize && derived.size() == keySize); // fixed sizes: the joint can't be moved
    const QByteArray info = "mottaget person 1 " + subject.toByteArray();
    return derivedKey(joined({deviceSecret.view(), derived.view()}), salt, info);
}

SecretBytes deviceWrappingKey(const SecretBytes& deviceSecret, QByteArrayView salt, QByteArrayView subject)
{
    const QByteArray info = "mottaget device 1 " + subject.toByteArray();
    return derivedKey(deviceSecret, salt, info);
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
