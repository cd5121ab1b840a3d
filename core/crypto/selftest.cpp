// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/selftest.h"

#include "core/crypto/aead.h"

#include <QByteArray>

#include <algorithm>

namespace mottaget::crypto {

namespace {

struct Vector {
    const char* key;
    const char* nonce;
    const char* additional;
    const char* plain;
    const char* sealed;
    const char* tag;
};

// "The Galois/Counter Mode of Operation (GCM)", D. McGrew and J. Viega, appendix B, test cases 13 to 16.
constexpr const char* key15 = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
constexpr const char* zeros32 = "0000000000000000000000000000000000000000000000000000000000000000";
constexpr Vector vectors[] = {
    {zeros32, "000000000000000000000000", "", "", "", "530f8afbc74536b9a963b4f1c4cb738b"},
    {zeros32, "000000000000000000000000", "", "00000000000000000000000000000000", "cea7403d4d606b6e074ec5d3baf39d18",
        "d0d1c8a799996bf0265b98b5d48ab919"},
    {key15, "cafebabefacedbaddecaf888", "",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad",
        "b094dac5d93471bdec1a502270e3cc6c"},
    {key15, "cafebabefacedbaddecaf888", "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b"},
};

std::span<std::byte> bytesOf(QByteArray& array)
{
    return std::as_writable_bytes(std::span(array.data(), static_cast<std::size_t>(array.size())));
}

SecretBytes secret(const char* hex)
{
    QByteArray bytes = QByteArray::fromHex(hex);
    return SecretBytes::take(bytesOf(bytes));
}

bool holds(const Vector& vector)
{
    auto aead = Aead::create(secret(vector.key));
    if (!aead)
        return false;
    QByteArray nonce = QByteArray::fromHex(vector.nonce);
    QByteArray additional = QByteArray::fromHex(vector.additional);
    const QByteArray plain = QByteArray::fromHex(vector.plain);
    QByteArray text = plain;
    QByteArray tag(Aead::tagSize, '\0');
    const Aead::Nonce atNonce(bytesOf(nonce).data(), Aead::nonceSize);
    const std::span<std::byte, Aead::tagSize> atTag(bytesOf(tag).data(), Aead::tagSize);
    if (!aead->seal(atNonce, bytesOf(additional), bytesOf(text), bytesOf(text).data(), atTag) || text.toHex() != vector.sealed
        || tag.toHex() != vector.tag)
        return false;
    QByteArray forged = text;
    tag[0] = static_cast<char>(tag[0] ^ 1);
    if (aead->open(atNonce, bytesOf(additional), bytesOf(forged), bytesOf(forged).data(), atTag))
        return false;
    tag[0] = static_cast<char>(tag[0] ^ 1);
    return aead->open(atNonce, bytesOf(additional), bytesOf(text), bytesOf(text).data(), atTag) && text == plain;
}

bool hkdfHolds()
{
    QByteArray salt = QByteArray::fromHex("000102030405060708090a0b0c");
    QByteArray info = QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9");
    const SecretBytes derived = hkdf(secret("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), bytesOf(salt), bytesOf(info), 42);
    const SecretBytes expected = secret("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    return std::ranges::equal(derived.view(), expected.view());
}

} // namespace

bool selfTest()
{
    return std::ranges::all_of(vectors, holds) && hkdfHolds();
}

} // namespace mottaget::crypto
