// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/aead.h"
#include "core/store/sealedkey.h"

#include <array>
#include <optional>

//! The sealed format itself, docs/sealed-format.md: how one page and one frame of the write-ahead log lie on disk.
namespace mottaget::store {

constexpr qint64 pageSize = 4096;
constexpr qint64 reservedSize = 32;                       //!< nonce, tag, trailer: bytes that SQLite leaves to us
constexpr qint64 contentSize = pageSize - reservedSize;   //!< what SQLite uses of a page
constexpr qint64 logHeaderSize = 32;
constexpr qint64 frameHeaderSize = 24;
constexpr qint64 frameSize = frameHeaderSize + pageSize;
constexpr quint8 formatVersion = 1;
constexpr quint8 formatMark = 'M';

[[nodiscard]] quint32 readBigEndian(const std::byte* bytes);
//! Where frame `index` (from 0) begins in the log.
[[nodiscard]] constexpr qint64 frameOffset(qint64 index)
{
    return logHeaderSize + index * frameSize;
}
[[nodiscard]] bool isAllZero(const std::byte* bytes, qint64 size);

//! Seals and opens pages and frames of one file under one key. The key itself is not kept, only OpenSSL's contexts.
//! Nothing is allocated per page. Not thread-safe.
class PageSealer final {
public:
    //! Nothing when the key is malformed or OpenSSL fails.
    [[nodiscard]] static std::optional<PageSealer> create(const SealedKey& key);

    //! `plain` and `sealed` are a page each. False only when OpenSSL fails.
    [[nodiscard]] bool sealPage(quint32 number, const std::byte* plain, std::byte* sealed);
    //! In place; the reserved bytes become zeros. Not authentic: false, and the whole page is zeros.
    [[nodiscard]] bool openPage(quint32 number, std::byte* page);
    //! In place; `frame` is a frame header as SQLite wrote it and a plain page.
    [[nodiscard]] bool sealFrame(qint64 offset, std::byte* frame);
    //! In place. Not authentic: false, and the whole frame is zeros (page number 0 is no valid frame to SQLite).
    [[nodiscard]] bool openFrame(qint64 offset, std::byte* frame);

    //! Whether this key made the page, whatever file or place it was sealed for: it begins an SQLite file under its own nonce.
    //! Tells a wrong key from a wrong file; says nothing about the page being whole.
    [[nodiscard]] bool knowsKeyOfFirstPage(const std::byte* page);
    //! Mark, version and epoch as the last four bytes of each page have them.
    [[nodiscard]] const std::array<std::byte, 4>& trailer() const { return m_trailer; }
    //! Which key of the file this is.
    [[nodiscard]] quint32 epoch() const { return std::to_integer<quint32>(m_trailer[2]) << 8 | std::to_integer<quint32>(m_trailer[3]); }
    //! Pages and frames sealed since the object was made; one key is good for 2^32.
    [[nodiscard]] quint64 sealedCount() const { return m_sealedCount; }

private:
    PageSealer(const SealedKey& key, crypto::Aead pages, crypto::Aead frames);
    bool seal(crypto::Aead& aead, std::span<const std::byte> additional, std::span<const std::byte> in, std::byte* out, std::byte* end);
    static bool open(crypto::Aead& aead, std::span<const std::byte> additional, std::span<std::byte> text, const std::byte* end);
    std::span<const std::byte> pageData(quint32 number);
    std::span<const std::byte> frameData(qint64 offset, const std::byte* header);

    crypto::Aead m_pages;
    crypto::Aead m_frames;
    crypto::NoncePool m_nonces;
    std::array<std::byte, 4> m_trailer;
    std::array<std::byte, 32> m_pageData {};
    std::array<std::byte, 48> m_frameData {};
    quint64 m_sealedCount = 0;
};

} // namespace mottaget::store
