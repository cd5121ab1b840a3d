// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorydisk.h"

#include <algorithm>
#include <cstring>

namespace mottaget::simulate {

namespace {

struct Handle {
    sqlite3_file base;
    MemoryDisk* disk;
    std::shared_ptr<MemoryDisk::File>* file;
};

Handle* handleOf(sqlite3_file* file)
{
    return reinterpret_cast<Handle*>(file);
}

MemoryDisk::File& contentOf(sqlite3_file* file)
{
    return **handleOf(file)->file;
}

MemoryDisk* diskOf(sqlite3_vfs* vfs)
{
    return static_cast<MemoryDisk*>(vfs->pAppData);
}

void put(std::string& content, std::size_t offset, const std::string& bytes)
{
    if (content.size() < offset + bytes.size())
        content.resize(offset + bytes.size());
    std::memcpy(content.data() + offset, bytes.data(), bytes.size());
}

void undo(std::string& content, const MemoryDisk::Change& change)
{
    if (change.isTruncation) {
        content.append(change.before);
        return;
    }
    std::memcpy(content.data() + change.offset, change.before.data(), change.before.size());
    content.resize(change.sizeBefore);
}

} // namespace

struct MemoryCalls {
    static int xClose(sqlite3_file* file)
    {
        delete handleOf(file)->file;
        return SQLITE_OK;
    }
    static int xRead(sqlite3_file* file, void* to, int size, sqlite3_int64 offset)
    {
        const std::string& content = contentOf(file).content;
        const auto at = static_cast<std::size_t>(offset);
        const auto wanted = static_cast<std::size_t>(size);
        const std::size_t there = at < content.size() ? std::min(wanted, content.size() - at) : 0;
        std::memcpy(to, content.data() + std::min(at, content.size()), there);
        std::memset(static_cast<char*>(to) + there, 0, wanted - there);
        return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static int xWrite(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
    {
        MemoryDisk& disk = *handleOf(file)->disk;
        if (disk.fails())
            return SQLITE_FULL;
        MemoryDisk::File& to = contentOf(file);
        const auto at = static_cast<std::size_t>(offset);
        const auto bytes = static_cast<std::size_t>(size);
        if (disk.rememberUnsynced) {
            const std::size_t overlap = at < to.content.size() ? std::min(bytes, to.content.size() - at) : 0;
            to.unsynced.push_back({at, to.content.size(), to.content.substr(std::min(at, to.content.size()), overlap),
                std::string(static_cast<const char*>(from), bytes), false});
        }
        if (to.content.size() < at + bytes) {
            if (to.content.capacity() < at + bytes)
                to.content.reserve(2 * (at + bytes));
            to.content.resize(at + bytes);
        }
        std::memcpy(to.content.data() + at, from, bytes);
        return SQLITE_OK;
    }
    static int xTruncate(sqlite3_file* file, sqlite3_int64 size)
    {
        MemoryDisk::File& of = contentOf(file);
        const auto to = static_cast<std::size_t>(size);
        if (to >= of.content.size())
            return SQLITE_OK;
        if (handleOf(file)->disk->rememberUnsynced)
            of.unsynced.push_back({to, of.content.size(), of.content.substr(to), {}, true});
        of.content.resize(to);
        return SQLITE_OK;
    }
    static int xSync(sqlite3_file* file, int)
    {
        if (handleOf(file)->disk->fails())
            return SQLITE_IOERR_FSYNC;
        contentOf(file).unsynced.clear();
        return SQLITE_OK;
    }
    static int xFileSize(sqlite3_file* file, sqlite3_int64* size)
    {
        *size = static_cast<sqlite3_int64>(contentOf(file).content.size());
        return SQLITE_OK;
    }
    static int xLock(sqlite3_file*, int) { return SQLITE_OK; }
    static int xCheckReservedLock(sqlite3_file*, int* out)
    {
        *out = 0;
        return SQLITE_OK;
    }
    static int xFileControl(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int xSectorSize(sqlite3_file*) { return 4096; }
    static int xDeviceCharacteristics(sqlite3_file*) { return 0; }

    static constexpr sqlite3_io_methods methods {1, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xLock, xCheckReservedLock,
        xFileControl, xSectorSize, xDeviceCharacteristics, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

    static int xOpen(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags)
    {
        MemoryDisk* disk = diskOf(vfs);
        file->pMethods = nullptr;
        auto content = std::make_shared<MemoryDisk::File>();
        if (path != nullptr) {
            const auto found = disk->m_files.find(path);
            if (found != disk->m_files.end())
                content = found->second;
            else if ((flags & SQLITE_OPEN_CREATE) == 0)
                return SQLITE_CANTOPEN;
            else
                disk->m_files.emplace(path, content);
        }
        handleOf(file)->disk = disk;
        handleOf(file)->file = new std::shared_ptr<MemoryDisk::File>(std::move(content));
        file->pMethods = &methods;
        if (outFlags != nullptr)
            *outFlags = flags;
        return SQLITE_OK;
    }
    static int xDelete(sqlite3_vfs* vfs, const char* path, int)
    {
        return diskOf(vfs)->m_files.erase(path) == 1 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
    }
    static int xAccess(sqlite3_vfs* vfs, const char* path, int, int* out)
    {
        *out = diskOf(vfs)->m_files.contains(path) ? 1 : 0;
        return SQLITE_OK;
    }
    static int xFullPathname(sqlite3_vfs*, const char* path, int size, char* out)
    {
        sqlite3_snprintf(size, out, "%s", path);
        return SQLITE_OK;
    }
    static int xRandomness(sqlite3_vfs*, int size, char* out)
    {
        // Salts of the log and names of temporary files: the same in every run.
        std::memset(out, 0x5a, static_cast<std::size_t>(size));
        return size;
    }
    static int xSleep(sqlite3_vfs*, int) { return 0; }
    static int xCurrentTime(sqlite3_vfs*, double* now)
    {
        *now = 2461368.0;
        return SQLITE_OK;
    }
};

MemoryDisk::MemoryDisk(const std::string& name) : m_name(name)
{
    m_vfs.iVersion = 1;
    m_vfs.szOsFile = static_cast<int>(sizeof(Handle));
    m_vfs.mxPathname = 512;
    m_vfs.zName = m_name.c_str();
    m_vfs.pAppData = this;
    m_vfs.xOpen = MemoryCalls::xOpen;
    m_vfs.xDelete = MemoryCalls::xDelete;
    m_vfs.xAccess = MemoryCalls::xAccess;
    m_vfs.xFullPathname = MemoryCalls::xFullPathname;
    m_vfs.xRandomness = MemoryCalls::xRandomness;
    m_vfs.xSleep = MemoryCalls::xSleep;
    m_vfs.xCurrentTime = MemoryCalls::xCurrentTime;
    sqlite3_vfs_register(&m_vfs, 0);
}

MemoryDisk::~MemoryDisk()
{
    sqlite3_vfs_unregister(&m_vfs);
}

void MemoryDisk::dieAt(int nth, Dice* dice)
{
    m_deathIn = nth;
    m_deathDice = dice;
    m_death.reset();
}

std::optional<MemoryDisk::Files> MemoryDisk::takeDeath()
{
    m_deathIn = 0;
    return std::exchange(m_death, std::nullopt);
}

void MemoryDisk::passDeath()
{
    if (m_deathIn == 0 || --m_deathIn > 0)
        return;
    m_death = m_deathDice == nullptr ? afterKill() : afterPowerCut(*m_deathDice);
}

bool MemoryDisk::fails()
{
    passDeath();
    if (m_failures == 0)
        return false;
    if (m_writesLeft > 0) {
        --m_writesLeft;
        return false;
    }
    --m_failures;
    ++m_failed;
    return true;
}

void MemoryDisk::failAfter(int writes, int failures)
{
    m_writesLeft = writes;
    m_failures = failures;
}

MemoryDisk::Files MemoryDisk::afterKill() const
{
    Files copies;
    for (const auto& [path, file] : m_files)
        copies.emplace(path, std::make_shared<File>(File {file->content, file->unsynced}));
    return copies;
}

MemoryDisk::Files MemoryDisk::afterPowerCut(Dice& dice) const
{
    Files left = afterKill();
    for (const auto& [path, file] : left) {
        std::vector<Change> changes = std::exchange(file->unsynced, {});
        for (auto change = changes.rbegin(); change != changes.rend(); ++change)
            undo(file->content, *change);
        const int keep = dice.below(101);
        // Length is metadata: a truncation is kept in order, or nothing after it.
        for (Change& change : changes) {
            if (change.isTruncation) {
                if (dice.below(100) >= keep)
                    break;
                file->content.resize(std::min(file->content.size(), change.offset));
                continue;
            }
            if (dice.below(100) >= keep)
                continue;
            if (dice.chance(50))
                change.after.resize(change.after.size() / 2); // torn
            put(file->content, change.offset, change.after);
        }
    }
    return left;
}

} // namespace mottaget::simulate
