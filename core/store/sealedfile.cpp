// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealedfile.h"

#include <cerrno>
#include <new>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

// What SQLite sees; the file below follows it in the same memory.
struct Handle {
    sqlite3_file base;
    SealedFile* file;
};

SealedFile* fileOf(sqlite3_file* file)
{
    return reinterpret_cast<Handle*>(file)->file;
}

sqlite3_file* below(sqlite3_file* file)
{
    return SealedFile::belowOf(file);
}

const sqlite3_io_methods* methodsBelow(sqlite3_file* file)
{
    return below(file)->pMethods;
}

int xClose(sqlite3_file* file)
{
    const std::unique_ptr<SealedFile> sealed(fileOf(file));
    file->pMethods = nullptr;
    return methodsBelow(file)->xClose(below(file));
}

int xRead(sqlite3_file* file, void* to, int size, sqlite3_int64 offset)
{
    return fileOf(file)->read(static_cast<std::byte*>(to), size, offset);
}

int xWrite(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
{
    return fileOf(file)->write(static_cast<const std::byte*>(from), size, offset);
}

int xTruncate(sqlite3_file* file, sqlite3_int64 size)
{
    return fileOf(file)->truncate(size);
}

int xSync(sqlite3_file* file, int flags)
{
    return methodsBelow(file)->xSync(below(file), flags);
}

int xFileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return methodsBelow(file)->xFileSize(below(file), size);
}

int xLock(sqlite3_file* file, int level)
{
    return methodsBelow(file)->xLock(below(file), level);
}

int xUnlock(sqlite3_file* file, int level)
{
    return methodsBelow(file)->xUnlock(below(file), level);
}

int xCheckReservedLock(sqlite3_file* file, int* reserved)
{
    return methodsBelow(file)->xCheckReservedLock(below(file), reserved);
}

// What would make the file below write or map by itself is not passed on.
int xFileControl(sqlite3_file* file, int operation, void* argument)
{
    switch (operation) {
    case SQLITE_FCNTL_SIZE_HINT:
    case SQLITE_FCNTL_CHUNK_SIZE:
    case SQLITE_FCNTL_MMAP_SIZE:
    case SQLITE_FCNTL_BEGIN_ATOMIC_WRITE:
    case SQLITE_FCNTL_COMMIT_ATOMIC_WRITE: return SQLITE_NOTFOUND;
    default: return methodsBelow(file)->xFileControl(below(file), operation, argument);
    }
}

int xSectorSize(sqlite3_file* file)
{
    return methodsBelow(file)->xSectorSize(below(file));
}

// Without it SQLite would split frames at sector bounds; more (atomic writes) is not promised.
int xDeviceCharacteristics(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

// Shared memory holds page numbers and hashes, no content: as below.
int xShmMap(sqlite3_file* file, int region, int size, int extend, void volatile** memory)
{
    return methodsBelow(file)->xShmMap(below(file), region, size, extend, memory);
}

int xShmLock(sqlite3_file* file, int offset, int count, int flags)
{
    return methodsBelow(file)->xShmLock(below(file), offset, count, flags);
}

void xShmBarrier(sqlite3_file* file)
{
    methodsBelow(file)->xShmBarrier(below(file));
}

int xShmUnmap(sqlite3_file* file, int deleteIt)
{
    return methodsBelow(file)->xShmUnmap(below(file), deleteIt);
}

// Version 2: shared memory, but no xFetch, so that no page is ever read past us.
constexpr sqlite3_io_methods methods {2, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xUnlock, xCheckReservedLock,
    xFileControl, xSectorSize, xDeviceCharacteristics, xShmMap, xShmLock, xShmBarrier, xShmUnmap, nullptr, nullptr};

} // namespace

SealedFile::SealedFile(PageSealer& sealer, SealedFindings& findings, sqlite3_file* below)
    : m_sealer(sealer)
    , m_findings(findings)
    , m_below(below)
{
}

void SealedFile::attach(sqlite3_file* file, std::unique_ptr<SealedFile> sealed)
{
    new (file) Handle {{&methods}, sealed.release()}; // xClose takes it back
}

sqlite3_file* SealedFile::belowOf(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + sizeof(Handle));
}

int SealedFile::handleSize()
{
    return sizeof(Handle);
}

int SealedFile::readBelow(std::byte* to, qint64 size, qint64 offset)
{
    return m_below->pMethods->xRead(m_below, to, static_cast<int>(size), offset);
}

int SealedFile::writeBelow(const std::byte* from, qint64 size, qint64 offset)
{
    const int code = m_below->pMethods->xWrite(m_below, from, static_cast<int>(size), offset);
    // SQLite knows a full disk by ENOSPC alone. Of a used-up quota the person learns the same, and the ballast counts in it.
    int reason = 0;
    if (code == SQLITE_IOERR_WRITE && m_below->pMethods->xFileControl(m_below, SQLITE_FCNTL_LAST_ERRNO, &reason) == SQLITE_OK
        && reason == EDQUOT)
        return SQLITE_FULL;
    return code;
}

int SealedFile::truncateBelow(qint64 size)
{
    return m_below->pMethods->xTruncate(m_below, size);
}

int SealedFile::sizeBelow(qint64& size)
{
    sqlite3_int64 found = 0;
    const int code = m_below->pMethods->xFileSize(m_below, &found);
    size = found;
    return code;
}

int SealedFile::refuse(int code, const char* what, qint64 size, qint64 offset)
{
    m_findings.refusal =
        StoreError {StoreError::Code::RefusedFile, u"%1 of %2 bytes at %3"_s.arg(QString::fromLatin1(what)).arg(size).arg(offset)};
    return code;
}

} // namespace mottaget::store
