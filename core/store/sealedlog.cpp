// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealedfile.h"

#include <bit>
#include <cstring>

namespace mottaget::store {

namespace {

constexpr qint64 salts = 8;          // in a frame header, two words
constexpr qint64 headerSalts = 16;   // in the log's header
constexpr qint64 saltSize = 8;
constexpr qint64 checksum = 16;      // in a frame header, two words; at 24 in the log's header
constexpr qint64 checksumSize = 8;
constexpr qint64 headerChecksum = 24;
constexpr quint32 magic = 0x377f0682; // the lowest bit: checksums in big-endian words
constexpr qint64 reservedOffset = 20; // in the first page

qint64 withinFrame(qint64 offset)
{
    return (offset - logHeaderSize) % frameSize;
}

std::size_t indexOf(qint64 offset)
{
    return static_cast<std::size_t>((offset - logHeaderSize) / frameSize);
}

// SQLite's checksum over the log's own header (https://sqlite.org/fileformat2.html#checksum_algorithm).
bool headerIsWhole(const std::byte* header)
{
    const quint32 mark = readBigEndian(header);
    if ((mark & ~1U) != magic)
        return false;
    quint32 first = 0;
    quint32 second = 0;
    for (int at = 0; at < headerChecksum; at += 8) {
        std::array<quint32, 2> words {readBigEndian(header + at), readBigEndian(header + at + 4)};
        if ((mark & 1U) == 0) {
            for (quint32& word : words)
                word = __builtin_bswap32(word);
        }
        first += words[0] + second;
        second += words[1] + first;
    }
    return first == readBigEndian(header + headerChecksum) && second == readBigEndian(header + headerChecksum + 4);
}

} // namespace

SealedLog::SealedLog(PageSealer& sealer, SealedFindings& findings, sqlite3_file* below, qint64 remembered)
    : SealedFile(sealer, findings, below)
    , m_remembered(remembered)
{
}

SealedLog::~SealedLog()
{
    for (const auto& page : m_memory) {
        if (page)
            explicit_bzero(page->data(), page->size());
    }
    explicit_bzero(m_frame.data(), m_frame.size());
}

int SealedLog::read(std::byte* to, qint64 size, qint64 offset)
{
    if (size == logHeaderSize && offset == 0)
        return readHeader(to);
    if (size == checksumSize && offset == headerChecksum)
        return readBelow(to, size, offset);
    const qint64 within = withinFrame(offset);
    if (offset >= logHeaderSize && size == pageSize && within == frameHeaderSize)
        return readPage(to, offset - frameHeaderSize);
    if (offset >= logHeaderSize && size == frameSize && within == 0)
        return readWhole(to, offset);
    if (offset >= logHeaderSize && size == checksumSize && within == checksum)
        return readChecksum(to, offset - checksum);
    return refuse(SQLITE_IOERR_READ, "log read", size, offset);
}

// Leaves frame `offset`, opened, in m_frame.
int SealedLog::loadFrame(qint64 offset)
{
    m_wholeAt = -1;
    if (const int code = readBelow(m_frame.data(), frameSize, offset); code != SQLITE_OK)
        return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_DATA : code;
    return sealer().openFrame(offset, m_frame.data()) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

// A broken header makes SQLite pass over the whole log: worth telling when there are frames of ours behind it.
int SealedLog::readHeader(std::byte* to)
{
    const int code = readBelow(to, logHeaderSize, 0);
    if (code == SQLITE_OK && !headerIsWhole(to) && loadFrame(logHeaderSize) == SQLITE_OK)
        findings().log = LogState::Damaged;
    return code;
}

int SealedLog::readPage(std::byte* to, qint64 offset)
{
    if (const std::byte* page = recall(offset); page != nullptr) {
        std::memcpy(to, page, pageSize);
        return SQLITE_OK;
    }
    if (const int code = loadFrame(offset); code != SQLITE_OK) {
        std::memset(to, 0, pageSize);
        return code;
    }
    std::memcpy(to, m_frame.data() + frameHeaderSize, pageSize);
    return SQLITE_OK;
}

// Recovery. What does not authenticate reads as zeros, which is no valid frame: never an error (the log ends here, as after a crash)
// and never bytes that nobody vouches for.
int SealedLog::readWhole(std::byte* to, qint64 offset)
{
    const int code = loadFrame(offset);
    if (code == SQLITE_IOERR_DATA) {
        std::memset(to, 0, frameSize);
        judgeBadFrame(offset);
        return SQLITE_OK;
    }
    if (code != SQLITE_OK)
        return code;
    std::memcpy(to, m_frame.data(), frameSize);
    m_wholeAt = offset;
    return SQLITE_OK;
}

void SealedLog::judgeBadFrame(qint64 offset)
{
    std::array<std::byte, logHeaderSize> header {};
    std::array<std::byte, frameHeaderSize> frameHeader {};
    qint64 size = 0;
    if (findings().log == LogState::Whole)
        findings().log = LogState::TailLost;
    if (readBelow(header.data(), logHeaderSize, 0) != SQLITE_OK || sizeBelow(size) != SQLITE_OK)
        return;
    for (qint64 at = offset + frameSize; at + frameSize <= size; at += frameSize) {
        if (readBelow(frameHeader.data(), frameHeaderSize, at) == SQLITE_OK
            && std::memcmp(frameHeader.data() + salts, header.data() + headerSalts, saltSize) == 0 && loadFrame(at) == SQLITE_OK) {
            findings().log = LogState::Damaged;
            return;
        }
    }
}

int SealedLog::readChecksum(std::byte* to, qint64 offset)
{
    const int code = loadFrame(offset);
    std::memcpy(to, m_frame.data() + checksum, checksumSize);
    return code;
}

int SealedLog::write(const std::byte* from, qint64 size, qint64 offset)
{
    if (size == logHeaderSize && offset == 0) {
        forgetAll();
        m_heldAt = -1;
        m_runEnd = logHeaderSize; // what lies behind is of an earlier run, by its salts
        return writeBelow(from, size, offset); // magic, sizes and salts
    }
    const qint64 within = withinFrame(offset);
    if (offset >= logHeaderSize && size == frameHeaderSize && within == 0)
        return writeHeader(from, offset);
    if (offset >= logHeaderSize && size == pageSize && within == frameHeaderSize)
        return writePage(from, offset - frameHeaderSize);
    return refuse(SQLITE_IOERR_WRITE, "log write", size, offset);
}

int SealedLog::writeHeader(const std::byte* from, qint64 offset)
{
    if (m_heldAt != -1 && !m_heldMayStand)
        return refuse(SQLITE_IOERR_WRITE, "log header without a page: write", frameHeaderSize, offset);
    std::memcpy(m_heldHeader.data(), from, frameHeaderSize);
    m_heldAt = offset;
    m_heldMayStand = m_wholeAt == offset;
    m_wholeAt = -1;
    if (!m_heldMayStand)
        return SQLITE_OK;
    // Right after reading the frame whole: after a spill SQLite computes its header anew at commit, and no page follows. m_frame still has
    // it. (The first frame after a recovery looks alike; then the page follows and takes the header's place with it.)
    std::memcpy(m_frame.data(), from, frameHeaderSize);
    return storeFrame(offset);
}

int SealedLog::writePage(const std::byte* from, qint64 offset)
{
    if (m_heldAt == offset) {
        std::memcpy(m_frame.data(), m_heldHeader.data(), frameHeaderSize);
        cutStale(offset);
    } else if (m_heldAt != -1 && !m_heldMayStand) {
        return refuse(SQLITE_IOERR_WRITE, "log page without its header: write", pageSize, offset);
    } else if (const int code = loadFrame(offset); code != SQLITE_OK) { // a spilled page once more: its header stays
        return code == SQLITE_IOERR_DATA ? SQLITE_IOERR_WRITE : code;
    }
    m_heldAt = -1;
    m_wholeAt = -1;
    if (readBigEndian(m_frame.data()) == 1 && from[reservedOffset] != std::byte {reservedSize})
        return refuse(SQLITE_IOERR_WRITE, "first page without room for the seal: log write", pageSize, offset);
    std::memcpy(m_frame.data() + frameHeaderSize, from, pageSize);
    remember(offset, from);
    const int code = storeFrame(offset);
    if (code != SQLITE_OK)
        forget(offset);
    return code;
}

// SQLite appends where its last commit ended. Frames of the same run behind that are of a commit that failed: would this append be torn,
// they would look like a commit that has lost its beginning.
void SealedLog::cutStale(qint64 offset)
{
    const qint64 end = offset + frameSize;
    bool isStale = m_runEnd > end;
    if (qint64 size = 0; m_runEnd < 0 && sizeBelow(size) == SQLITE_OK && size >= end + frameHeaderSize) {
        std::array<std::byte, frameHeaderSize> next {};
        isStale = readBelow(next.data(), frameHeaderSize, end) == SQLITE_OK
            && std::memcmp(next.data() + salts, m_frame.data() + salts, saltSize) == 0;
    }
    if (isStale)
        (void)truncateBelow(offset); // a disk that refuses: then a torn append would be told as damage, which loses nothing
    m_runEnd = end;
}

int SealedLog::storeFrame(qint64 offset)
{
    if (!sealer().sealFrame(offset, m_frame.data()))
        return SQLITE_IOERR_WRITE;
    return writeBelow(m_frame.data(), frameSize, offset);
}

int SealedLog::truncate(qint64 size)
{
    forgetAll();
    m_heldAt = -1;
    m_runEnd = -1;
    return truncateBelow(size);
}

const std::byte* SealedLog::recall(qint64 offset) const
{
    const std::size_t index = indexOf(offset);
    return index < m_inMemory.size() && m_inMemory[index] ? m_memory[index]->data() : nullptr;
}

void SealedLog::remember(qint64 offset, const std::byte* page)
{
    const std::size_t index = indexOf(offset);
    if (index >= static_cast<std::size_t>(m_remembered))
        return;
    if (index >= m_memory.size()) {
        m_memory.resize(index + 1);
        m_inMemory.resize(index + 1);
    }
    if (!m_memory[index])
        m_memory[index] = std::make_unique<std::array<std::byte, pageSize>>();
    std::memcpy(m_memory[index]->data(), page, pageSize);
    m_inMemory[index] = true;
}

void SealedLog::forget(qint64 offset)
{
    const std::size_t index = indexOf(offset);
    if (index < m_inMemory.size())
        m_inMemory[index] = false;
}

void SealedLog::forgetAll()
{
    m_inMemory.assign(m_inMemory.size(), false);
}

} // namespace mottaget::store
