// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealedvfs.h"

#include "core/crypto/selftest.h"

#include <QFile>
#include <QUuid>

namespace mottaget::store {

using namespace Qt::StringLiterals;

struct SealedVfs::Calls {
    static SealedVfs& self(sqlite3_vfs* vfs) { return *static_cast<SealedVfs*>(vfs->pAppData); }
    static sqlite3_vfs* below(sqlite3_vfs* vfs) { return self(vfs).m_below; }

    static int xOpen(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags)
    {
        file->pMethods = nullptr; // nothing to close when this fails
        return self(vfs).open(path, file, flags, outFlags);
    }
    static int xDelete(sqlite3_vfs* vfs, const char* path, int syncFolder) { return self(vfs).remove(path, syncFolder); }
    static int xAccess(sqlite3_vfs* vfs, const char* path, int flags, int* result)
    {
        return below(vfs)->xAccess(below(vfs), path, flags, result);
    }
    static int xFullPathname(sqlite3_vfs* vfs, const char* path, int size, char* out)
    {
        return below(vfs)->xFullPathname(below(vfs), path, size, out);
    }
    static int xRandomness(sqlite3_vfs* vfs, int size, char* out) { return below(vfs)->xRandomness(below(vfs), size, out); }
    static int xSleep(sqlite3_vfs* vfs, int microseconds) { return below(vfs)->xSleep(below(vfs), microseconds); }
    static int xCurrentTime(sqlite3_vfs* vfs, double* time) { return below(vfs)->xCurrentTime(below(vfs), time); }
    static int xGetLastError(sqlite3_vfs* vfs, int size, char* out) { return below(vfs)->xGetLastError(below(vfs), size, out); }
    static int xCurrentTimeInt64(sqlite3_vfs* vfs, sqlite3_int64* time) { return below(vfs)->xCurrentTimeInt64(below(vfs), time); }
};

StoreResult<std::unique_ptr<SealedVfs>> SealedVfs::create(const QString& path, const SealedKey& key, const Options& options)
{
    static const bool ciphersHold = crypto::selfTest(); // once in a process, before anything is sealed
    sqlite3_vfs* below = sqlite3_vfs_find(options.below);
    auto sealer = ciphersHold ? PageSealer::create(key) : std::nullopt;
    if (!sealer)
        return failed(StoreError {StoreError::Code::SealingBroken, ciphersHold ? u"key"_s : u"self-test"_s});
    if (below == nullptr || below->iVersion < 2)
        return failed(StoreError {StoreError::Code::NotSealed, u"no file system to stand on"_s});
    std::unique_ptr<SealedVfs> vfs(new SealedVfs(std::move(*sealer), path, options, below));
    if (vfs->m_fullPath.isEmpty() || sqlite3_vfs_register(&vfs->m_vfs, 0) != SQLITE_OK)
        return failed(StoreError {StoreError::Code::NotSealed, path});
    return vfs;
}

SealedVfs::SealedVfs(PageSealer sealer, const QString& path, const Options& options, sqlite3_vfs* below)
    : m_sealer(std::move(sealer))
    , m_path(path)
    , m_options(options)
    , m_below(below)
    , m_name("mottaget-sealed-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{
    QByteArray full(below->mxPathname + 1, '\0');
    const int code = below->xFullPathname(below, QFile::encodeName(path).constData(), below->mxPathname, full.data());
    if (code == SQLITE_OK || code == SQLITE_OK_SYMLINK)
        m_fullPath = QByteArray(full.constData());
    m_vfs.iVersion = 2;
    m_vfs.szOsFile = SealedFile::handleSize() + below->szOsFile;
    m_vfs.mxPathname = below->mxPathname;
    m_vfs.zName = m_name.constData();
    m_vfs.pAppData = this;
    m_vfs.xOpen = Calls::xOpen;
    m_vfs.xDelete = Calls::xDelete;
    m_vfs.xAccess = Calls::xAccess;
    m_vfs.xFullPathname = Calls::xFullPathname;
    m_vfs.xRandomness = Calls::xRandomness;
    m_vfs.xSleep = Calls::xSleep;
    m_vfs.xCurrentTime = Calls::xCurrentTime;
    m_vfs.xGetLastError = Calls::xGetLastError;
    m_vfs.xCurrentTimeInt64 = Calls::xCurrentTimeInt64;
}

SealedVfs::~SealedVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
}

int SealedVfs::refuse(StoreError error, int code)
{
    m_findings.refusal = std::move(error);
    return code;
}

int SealedVfs::open(const char* path, sqlite3_file* file, int flags, int* outFlags)
{
    // Temporary files have no name. An attached database would be sealed as if it were this one: its pages could take our pages' places.
    const QByteArray asked(path == nullptr ? "" : path);
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0 && asked == m_fullPath) {
        if (const auto checked = checkSealedFile(m_path, m_sealer, m_options.newFile); !checked)
            return refuse(checked.error(), SQLITE_CANTOPEN);
        if (const int code = openBelow(path, file, flags, outFlags); code != SQLITE_OK)
            return code;
        SealedFile::attach(file, std::make_unique<SealedMain>(m_sealer, m_findings, SealedFile::belowOf(file)));
        return SQLITE_OK;
    }
    if ((flags & SQLITE_OPEN_WAL) != 0 && asked == m_fullPath + "-wal") {
        if (const int code = openBelow(path, file, flags, outFlags); code != SQLITE_OK)
            return code;
        SealedFile::attach(file, std::make_unique<SealedLog>(m_sealer, m_findings, SealedFile::belowOf(file), m_options.rememberedFrames));
        return SQLITE_OK;
    }
    return refuse({StoreError::Code::RefusedFile, u"file kind %1"_s.arg(flags, 0, 16)}, SQLITE_CANTOPEN);
}

int SealedVfs::openBelow(const char* path, sqlite3_file* file, int flags, int* outFlags)
{
    sqlite3_file* below = SealedFile::belowOf(file);
    below->pMethods = nullptr;
    const int code = m_below->xOpen(m_below, path, below, flags, outFlags);
    if (code != SQLITE_OK && below->pMethods != nullptr)
        below->pMethods->xClose(below); // SQLite would do it, but does not know of this file
    return code;
}

int SealedVfs::remove(const char* path, int syncFolder)
{
    const QByteArray asked(path);
    if (asked != m_fullPath + "-wal" && asked != m_fullPath + "-journal")
        return refuse({StoreError::Code::RefusedFile, u"deletion"_s}, SQLITE_IOERR_DELETE);
    return m_below->xDelete(m_below, path, syncFolder);
}

bool SealedVfs::serves(sqlite3* connection) const
{
    sqlite3_vfs* found = nullptr;
    return connection != nullptr
        && sqlite3_file_control(connection, "main", SQLITE_FCNTL_VFS_POINTER, static_cast<void*>(&found)) == SQLITE_OK && found == &m_vfs;
}

std::optional<StoreError> SealedVfs::takeRefusal()
{
    return std::exchange(m_findings.refusal, std::nullopt);
}

} // namespace mottaget::store
