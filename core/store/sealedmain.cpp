// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealedfile.h"

#include <cstring>

namespace mottaget::store {

namespace {

constexpr qint64 headSize = 100;     // SQLite's file header, read at each open
constexpr qint64 counterOffset = 24; // change counter and version: read when a lock is taken anew
constexpr qint64 counterSize = 16;
constexpr qint64 reservedOffset = 20;

// What SQLite is told about a file that has no readable first page yet: page size 4096 with 32 reserved bytes. It adopts both.
void writeSyntheticHead(std::byte* head)
{
    std::memset(head, 0, headSize);
    head[16] = std::byte {pageSize >> 8};
    head[reservedOffset] = std::byte {reservedSize};
}

} // namespace

SealedMain::~SealedMain()
{
    explicit_bzero(m_page.data(), m_page.size());
}

int SealedMain::read(std::byte* to, qint64 size, qint64 offset)
{
    if (size == pageSize && offset % pageSize == 0)
        return readPage(to, offset);
    if ((size == headSize && offset == 0) || (size == counterSize && offset == counterOffset))
        return readHead(to, size, offset);
    return refuse(SQLITE_IOERR_READ, "read", size, offset);
}

int SealedMain::readPage(std::byte* to, qint64 offset)
{
    const int code = readBelow(to, pageSize, offset);
    if (code == SQLITE_IOERR_SHORT_READ) {
        // Nothing there at all: SQLite asks so only of a file it is about to begin. Elsewhere a page is missing.
        qint64 size = 0;
        std::memset(to, 0, pageSize);
        return sizeBelow(size) == SQLITE_OK && size == 0 ? code : SQLITE_IOERR_DATA;
    }
    if (code != SQLITE_OK)
        return code;
    return sealer().openPage(static_cast<quint32>(offset / pageSize + 1), to) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int SealedMain::readHead(std::byte* to, qint64 size, qint64 offset)
{
    const int code = readPage(m_page.data(), 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ && code != SQLITE_IOERR_DATA)
        return code;
    // Torn by an interrupted checkpoint: the whole page is in the log, or the file would not have opened.
    if (code != SQLITE_OK)
        writeSyntheticHead(m_page.data());
    std::memcpy(to, m_page.data() + offset, static_cast<std::size_t>(size));
    return code == SQLITE_IOERR_SHORT_READ ? code : SQLITE_OK;
}

int SealedMain::write(const std::byte* from, qint64 size, qint64 offset)
{
    if (size != pageSize || offset % pageSize != 0)
        return refuse(SQLITE_IOERR_WRITE, "write", size, offset);
    if (offset == 0 && from[reservedOffset] != std::byte {reservedSize})
        return refuse(SQLITE_IOERR_WRITE, "first page without room for the seal: write", size, offset);
    if (offset > m_knownEnd) {
        if (const int code = fillTo(offset); code != SQLITE_OK)
            return code;
    }
    if (!sealer().sealPage(static_cast<quint32>(offset / pageSize + 1), from, m_page.data()))
        return SQLITE_IOERR_WRITE;
    const int code = writeBelow(m_page.data(), pageSize, offset);
    if (code == SQLITE_OK)
        m_knownEnd = std::max(m_knownEnd, offset + pageSize);
    return code;
}

// SQLite may leave out pages it has no use for yet (they are on the free list); every page of the file shall authenticate.
int SealedMain::fillTo(qint64 end)
{
    qint64 size = 0;
    if (const int code = sizeBelow(size); code != SQLITE_OK)
        return code;
    const std::array<std::byte, pageSize> empty {};
    for (qint64 at = size / pageSize * pageSize; at < end; at += pageSize) {
        if (!sealer().sealPage(static_cast<quint32>(at / pageSize + 1), empty.data(), m_page.data()))
            return SQLITE_IOERR_WRITE;
        if (const int code = writeBelow(m_page.data(), pageSize, at); code != SQLITE_OK)
            return code;
    }
    m_knownEnd = std::max(end, size / pageSize * pageSize);
    return SQLITE_OK;
}

int SealedMain::truncate(qint64 size)
{
    if (size % pageSize != 0)
        return refuse(SQLITE_IOERR_TRUNCATE, "truncation", size, 0);
    qint64 present = 0;
    if (const int code = sizeBelow(present); code != SQLITE_OK)
        return code;
    m_knownEnd = 0;
    return present < size ? fillTo(size) : truncateBelow(size);
}

} // namespace mottaget::store
