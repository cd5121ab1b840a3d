// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secretbytes.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>

using EVP_CIPHER_CTX = struct evp_cipher_ctx_st;

namespace mottaget::crypto {

//! AES-256-GCM (NIST SP 800-38D) by OpenSSL, under one key for the object's life: the key schedule is made once, each message sets only
//! its nonce. Nothing is allocated per message. A nonce must never be used for two messages of one key; draw them from a NoncePool.
//! Not thread-safe; one owner at a time. The contexts wipe the key when they go.
class Aead final {
public:
    static constexpr std::size_t keySize = 32;
    static constexpr std::size_t nonceSize = 12;
    static constexpr std::size_t tagSize = 16;
    using Nonce = std::span<const std::byte, nonceSize>;

    //! Nothing when the key has another size or OpenSSL offers no AES-256-GCM.
    [[nodiscard]] static std::optional<Aead> create(const SecretBytes& key);

    //! Encrypts `in` to `out` (same size; may be the same place) and writes the tag. False: OpenSSL failed, `out` is of no use.
    [[nodiscard]] bool seal(Nonce nonce, std::span<const std::byte> additional, std::span<const std::byte> in, std::byte* out,
        std::span<std::byte, tagSize> tag);
    //! Decrypts `in` to `out` (same size; may be the same place). False: not authentic, and `out` is all zeros.
    [[nodiscard]] bool open(Nonce nonce, std::span<const std::byte> additional, std::span<const std::byte> in, std::byte* out,
        std::span<const std::byte, tagSize> tag);

private:
    struct Free {
        void operator()(EVP_CIPHER_CTX* context) const;
    };
    using Context = std::unique_ptr<EVP_CIPHER_CTX, Free>;
    Aead(Context sealing, Context opening);

    Context m_sealing;
    Context m_opening;
};

//! Random nonces, drawn from OpenSSL's generator many at a time, since one draw costs as much as a quarter of a page.
//! With random nonces one key is good for 2^32 messages. Not thread-safe.
class NoncePool final {
public:
    //! The next nonce, valid until the next call; nothing when the generator fails.
    [[nodiscard]] std::optional<Aead::Nonce> next();

private:
    static constexpr std::size_t drawn = 256;
    std::array<std::byte, drawn * Aead::nonceSize> m_nonces {};
    std::size_t m_used = drawn;
};

//! HKDF-SHA256 (RFC 5869): `size` bytes for the purpose that `info` names. Empty when OpenSSL fails.
[[nodiscard]] SecretBytes hkdf(const SecretBytes& key, std::span<const std::byte> salt, std::span<const std::byte> info, std::size_t size);

} // namespace mottaget::crypto
