// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/aead.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <cstring>
#include <string>

namespace mottaget::crypto {

namespace {

const unsigned char* raw(const std::byte* bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes);
}

unsigned char* raw(std::byte* bytes)
{
    return reinterpret_cast<unsigned char*>(bytes);
}

int lengthOf(std::span<const std::byte> bytes)
{
    return static_cast<int>(bytes.size());
}

// The generic EVP functions take any EVP_PKEY-like parameters by name; the secret is only read.
OSSL_PARAM octets(const char* name, std::span<const std::byte> bytes)
{
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::byte*>(bytes.data()), bytes.size());
}

} // namespace

void Aead::Free::operator()(EVP_CIPHER_CTX* context) const
{
    EVP_CIPHER_CTX_free(context);
}

Aead::Aead(Context sealing, Context opening) : m_sealing(std::move(sealing)), m_opening(std::move(opening)) {}

std::optional<Aead> Aead::create(const SecretBytes& key)
{
    Context sealing(EVP_CIPHER_CTX_new());
    Context opening(EVP_CIPHER_CTX_new());
    if (key.size() != keySize || !sealing || !opening
        || EVP_EncryptInit_ex2(sealing.get(), EVP_aes_256_gcm(), raw(key.view().data()), nullptr, nullptr) != 1
        || EVP_DecryptInit_ex2(opening.get(), EVP_aes_256_gcm(), raw(key.view().data()), nullptr, nullptr) != 1)
        return std::nullopt;
    return Aead(std::move(sealing), std::move(opening));
}

bool Aead::seal(
    Nonce nonce, std::span<const std::byte> additional, std::span<const std::byte> in, std::byte* out, std::span<std::byte, tagSize> tag)
{
    EVP_CIPHER_CTX* context = m_sealing.get();
    int written = 0;
    return EVP_EncryptInit_ex2(context, nullptr, nullptr, raw(nonce.data()), nullptr) == 1
        && (additional.empty() || EVP_EncryptUpdate(context, nullptr, &written, raw(additional.data()), lengthOf(additional)) == 1)
        && (in.empty() || EVP_EncryptUpdate(context, raw(out), &written, raw(in.data()), lengthOf(in)) == 1)
        && EVP_EncryptFinal_ex(context, raw(out), &written) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, tagSize, tag.data()) == 1;
}

bool Aead::open(Nonce nonce, std::span<const std::byte> additional, std::span<const std::byte> in, std::byte* out,
    std::span<const std::byte, tagSize> tag)
{
    EVP_CIPHER_CTX* context = m_opening.get();
    int written = 0;
    unsigned char rest[tagSize] = {};
    std::array<std::byte, tagSize> expected {};
    std::memcpy(expected.data(), tag.data(), tagSize); // the call below wants it writable
    const bool authentic = EVP_DecryptInit_ex2(context, nullptr, nullptr, raw(nonce.data()), nullptr) == 1
        && (additional.empty() || EVP_DecryptUpdate(context, nullptr, &written, raw(additional.data()), lengthOf(additional)) == 1)
        && (in.empty() || EVP_DecryptUpdate(context, raw(out), &written, raw(in.data()), lengthOf(in)) == 1)
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tagSize, expected.data()) == 1
        && EVP_DecryptFinal_ex(context, rest, &written) == 1;
    if (!authentic && !in.empty())
        std::memset(out, 0, in.size()); // nobody shall use what nobody vouches for
    return authentic;
}

std::optional<Aead::Nonce> NoncePool::next()
{
    if (m_used == drawn) {
        if (RAND_bytes(raw(m_nonces.data()), static_cast<int>(m_nonces.size())) != 1)
            return std::nullopt;
        m_used = 0;
    }
    return Aead::Nonce(m_nonces.data() + Aead::nonceSize * m_used++, Aead::nonceSize);
}

SecretBytes hkdf(const SecretBytes& key, std::span<const std::byte> salt, std::span<const std::byte> info, std::size_t size)
{
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(EVP_KDF_CTX_new(kdf.get()), &EVP_KDF_CTX_free);
    if (!context)
        return {};
    std::string digest = "SHA256";
    std::array<OSSL_PARAM, 5> parameters {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        octets(OSSL_KDF_PARAM_KEY, key.view()), octets(OSSL_KDF_PARAM_INFO, info), OSSL_PARAM_construct_end(), OSSL_PARAM_construct_end()};
    if (!salt.empty()) // RFC 5869: no salt is a salt of zeros, which is what OpenSSL then takes
        parameters[3] = octets(OSSL_KDF_PARAM_SALT, salt);
    std::vector<std::byte> derived(size);
    if (EVP_KDF_derive(context.get(), raw(derived.data()), size, parameters.data()) != 1)
        return {};
    return SecretBytes::take(derived);
}

} // namespace mottaget::crypto
