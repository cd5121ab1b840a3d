// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealedpage.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace mottaget::store {

namespace {

constexpr std::size_t nonceSize = crypto::Aead::nonceSize;
constexpr std::size_t tagSize = crypto::Aead::tagSize;
constexpr qint64 checksumOffset = 16; // in a frame header: the two words that SQLite computes over the plain page
constexpr qint64 checksumSize = 8;
constexpr std::size_t identityEnd = SealedKey::identitySize;

enum class Role : quint8 {
    Page = 1,
    Frame = 2,
};

void writeBigEndian(std::byte* to, quint64 value, int size)
{
    for (int i = size - 1; i >= 0; --i, value >>= 8)
        to[i] = static_cast<std::byte>(value & 0xff);
}

std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

// What every message of the file has in front: whose it is, in which role, in which format.
void writeCommon(std::byte* to, const SealedKey& key, Role role, const std::array<std::byte, 4>& trailer)
{
    std::memcpy(to, key.fileIdentity.constData(), identityEnd);
    to[identityEnd] = static_cast<std::byte>(key.kind);
    to[identityEnd + 1] = static_cast<std::byte>(role);
    std::copy(trailer.begin(), trailer.end(), to + identityEnd + 4);
}

} // namespace

quint32 readBigEndian(const std::byte* bytes)
{
    quint32 value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | static_cast<quint32>(bytes[i]);
    return value;
}

bool isAllZero(const std::byte* bytes, qint64 size)
{
    return std::all_of(bytes, bytes + size, [](std::byte byte) { return byte == std::byte {0}; });
}

SealedKey SealedKey::fresh(FileKind kind, quint16 epoch)
{
    const SecretBytes identity = SecretBytes::random(identitySize);
    return {SecretBytes::random(crypto::Aead::keySize), QByteArray(reinterpret_cast<const char*>(identity.view().data()), identitySize),
        kind, epoch};
}

bool SealedKey::isWellFormed() const
{
    return key.size() == crypto::Aead::keySize && fileIdentity.size() == identitySize;
}

std::optional<PageSealer> PageSealer::create(const SealedKey& key)
{
    if (!key.isWellFormed())
        return std::nullopt;
    auto pages = crypto::Aead::create(crypto::hkdf(key.key, {}, bytesOf("mottaget sealed 1 pages"), crypto::Aead::keySize));
    auto frames = crypto::Aead::create(crypto::hkdf(key.key, {}, bytesOf("mottaget sealed 1 frames"), crypto::Aead::keySize));
    if (!pages || !frames)
        return std::nullopt;
    return PageSealer(key, std::move(*pages), std::move(*frames));
}

PageSealer::PageSealer(const SealedKey& key, crypto::Aead pages, crypto::Aead frames)
    : m_pages(std::move(pages))
    , m_frames(std::move(frames))
    , m_trailer {std::byte {formatMark}, std::byte {formatVersion}, static_cast<std::byte>(key.epoch >> 8),
          static_cast<std::byte>(key.epoch & 0xff)}
{
    writeCommon(m_pageData.data(), key, Role::Page, m_trailer);
    writeCommon(m_frameData.data(), key, Role::Frame, m_trailer);
}

std::span<const std::byte> PageSealer::pageData(quint32 number)
{
    writeBigEndian(m_pageData.data() + 24, number, 8);
    return m_pageData;
}

std::span<const std::byte> PageSealer::frameData(qint64 offset, const std::byte* header)
{
    writeBigEndian(m_frameData.data() + 24, static_cast<quint64>(offset), 8);
    std::memcpy(m_frameData.data() + 32, header, checksumOffset);
    return m_frameData;
}

// `end` is where nonce, tag and trailer lie.
bool PageSealer::seal(
    crypto::Aead& aead, std::span<const std::byte> additional, std::span<const std::byte> in, std::byte* out, std::byte* end)
{
    const auto nonce = m_nonces.next();
    if (!nonce || !aead.seal(*nonce, additional, in, out, std::span<std::byte, tagSize>(end + nonceSize, tagSize)))
        return false;
    std::memcpy(end, nonce->data(), nonceSize);
    std::memcpy(end + nonceSize + tagSize, m_trailer.data(), m_trailer.size());
    ++m_sealedCount;
    return true;
}

bool PageSealer::open(crypto::Aead& aead, std::span<const std::byte> additional, std::span<std::byte> text, const std::byte* end)
{
    return aead.open(
        crypto::Aead::Nonce(end, nonceSize), additional, text, text.data(), std::span<const std::byte, tagSize>(end + nonceSize, tagSize));
}

bool PageSealer::sealPage(quint32 number, const std::byte* plain, std::byte* sealed)
{
    return seal(m_pages, pageData(number), std::span(plain, contentSize), sealed, sealed + contentSize);
}

bool PageSealer::openPage(quint32 number, std::byte* page)
{
    std::byte* end = page + contentSize;
    const bool authentic = std::memcmp(end + nonceSize + tagSize, m_trailer.data(), m_trailer.size()) == 0
        && open(m_pages, pageData(number), std::span(page, contentSize), end);
    // SQLite's checksums run over the reserved bytes too: always zeros, or recovery drops good frames.
    if (authentic)
        std::memset(end, 0, reservedSize);
    else
        std::memset(page, 0, pageSize);
    return authentic;
}

bool PageSealer::sealFrame(qint64 offset, std::byte* frame)
{
    std::byte* text = frame + checksumOffset;
    return seal(m_frames, frameData(offset, frame), std::span(text, checksumSize + contentSize), text, frame + frameSize - reservedSize);
}

bool PageSealer::openFrame(qint64 offset, std::byte* frame)
{
    std::byte* end = frame + frameSize - reservedSize;
    const bool authentic = std::memcmp(end + nonceSize + tagSize, m_trailer.data(), m_trailer.size()) == 0
        && open(m_frames, frameData(offset, frame), std::span(frame + checksumOffset, checksumSize + contentSize), end);
    if (authentic)
        std::memset(end, 0, reservedSize);
    else
        std::memset(frame, 0, frameSize);
    return authentic;
}

bool PageSealer::knowsKeyOfFirstPage(const std::byte* page)
{
    // Counter mode: sealing zeros under the page's nonce gives the stream its text was hidden with. Nothing of it leaves this function.
    constexpr std::string_view begins("SQLite format 3\0", 16);
    std::array<std::byte, 16> stream {};
    std::array<std::byte, tagSize> tag {};
    if (!m_pages.seal(crypto::Aead::Nonce(page + contentSize, nonceSize), {}, stream, stream.data(), tag))
        return false;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        if ((stream[i] ^ page[i]) != static_cast<std::byte>(begins[i]))
            return false;
    }
    return true;
}

} // namespace mottaget::store
