// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/diskmodel.h"

#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace mottaget::store::testing {

namespace {

DiskModel* current = nullptr;
sqlite3_vfs* real = nullptr;

struct Handle {
    sqlite3_file base;
    QByteArray* path;
};

sqlite3_file* below(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + sizeof(Handle));
}

const QByteArray& pathOf(sqlite3_file* file)
{
    return *reinterpret_cast<Handle*>(file)->path;
}

QByteArray contentOf(const QByteArray& path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

struct DiskCalls {
    static int xClose(sqlite3_file* file)
    {
        delete reinterpret_cast<Handle*>(file)->path;
        return below(file)->pMethods->xClose(below(file));
    }
    static int xRead(sqlite3_file* file, void* to, int size, sqlite3_int64 offset)
    {
        return current->fails(DiskOp::Read) ? SQLITE_IOERR_READ : below(file)->pMethods->xRead(below(file), to, size, offset);
    }
    static int xWrite(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
    {
        if (current->m_overQuota)
            return SQLITE_IOERR_WRITE;
        if (current->fails(DiskOp::Write)) {
            // As a full disk does it: half of it arrives.
            below(file)->pMethods->xWrite(below(file), from, size / 2, offset);
            return SQLITE_FULL;
        }
        const int code = below(file)->pMethods->xWrite(below(file), from, size, offset);
        current->changed(pathOf(file), {false, offset, QByteArray(static_cast<const char*>(from), size)});
        return code;
    }
    static int xTruncate(sqlite3_file* file, sqlite3_int64 size)
    {
        if (current->fails(DiskOp::Truncate))
            return SQLITE_IOERR_TRUNCATE;
        const int code = below(file)->pMethods->xTruncate(below(file), size);
        current->changed(pathOf(file), {true, size, {}});
        return code;
    }
    static int xSync(sqlite3_file* file, int flags)
    {
        if (current->fails(DiskOp::Sync))
            return SQLITE_IOERR_FSYNC;
        Q_UNUSED(flags) // the model is the disk: nothing is gained by waiting for the real one
        current->synced(pathOf(file));
        return SQLITE_OK;
    }
    static int xFileSize(sqlite3_file* file, sqlite3_int64* size) { return below(file)->pMethods->xFileSize(below(file), size); }
    static int xLock(sqlite3_file* file, int level) { return below(file)->pMethods->xLock(below(file), level); }
    static int xUnlock(sqlite3_file* file, int level) { return below(file)->pMethods->xUnlock(below(file), level); }
    static int xCheckReservedLock(sqlite3_file* file, int* out) { return below(file)->pMethods->xCheckReservedLock(below(file), out); }
    static int xFileControl(sqlite3_file* file, int op, void* argument)
    {
        if (op == SQLITE_FCNTL_LAST_ERRNO && current->m_overQuota) {
            *static_cast<int*>(argument) = EDQUOT;
            return SQLITE_OK;
        }
        return below(file)->pMethods->xFileControl(below(file), op, argument);
    }
    static int xSectorSize(sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); }
    static int xDeviceCharacteristics(sqlite3_file* file) { return below(file)->pMethods->xDeviceCharacteristics(below(file)); }

    static constexpr sqlite3_io_methods methods {1, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xUnlock, xCheckReservedLock,
        xFileControl, xSectorSize, xDeviceCharacteristics, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

    static int xOpen(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags)
    {
        file->pMethods = nullptr;
        if (current->fails(DiskOp::Open))
            return SQLITE_CANTOPEN;
        if (const int code = real->xOpen(real, path, below(file), flags, outFlags); code != SQLITE_OK)
            return code;
        auto* handle = reinterpret_cast<Handle*>(file);
        handle->path = new QByteArray(path);
        file->pMethods = &methods;
        current->opened(*handle->path);
        return SQLITE_OK;
    }
};

namespace {

sqlite3_vfs vfs;

} // namespace

DiskModel::DiskModel(Place place)
{
    real = sqlite3_vfs_find(nullptr);
    current = this;
    vfs = *real;
    vfs.pNext = nullptr;
    vfs.iVersion = 2;
    vfs.zName = name();
    vfs.szOsFile = static_cast<int>(sizeof(Handle)) + real->szOsFile;
    vfs.xOpen = DiskCalls::xOpen;
    sqlite3_vfs_register(&vfs, place == Place::Everybody ? 1 : 0);
}

DiskModel::~DiskModel()
{
    sqlite3_vfs_unregister(&vfs);
    current = nullptr;
}

void DiskModel::failNth(DiskOp op, int nth, bool forEver)
{
    m_failing = true;
    m_hasFailed = false;
    m_op = op;
    m_left = nth;
    m_forEver = forEver;
}

bool DiskModel::fails(DiskOp op)
{
    if (!m_failing || op != m_op)
        return false;
    --m_left;
    const bool now = m_left == 0 || (m_forEver && m_left < 0);
    m_hasFailed = m_hasFailed || now;
    return now;
}

void DiskModel::beginRecording()
{
    m_recording = true;
    m_files.clear();
}

void DiskModel::opened(const QByteArray& path)
{
    if (m_recording && !m_files.contains(path))
        m_files.insert(path, {contentOf(path), {}});
}

void DiskModel::changed(const QByteArray& path, Change change)
{
    if (!m_recording)
        return;
    m_files[path].unsynced.append(std::move(change));
    if (afterChange)
        afterChange();
}

void DiskModel::synced(const QByteArray& path)
{
    if (!m_recording)
        return;
    Recorded& file = m_files[path];
    for (const Change& change : file.unsynced)
        apply(file.safe, change);
    file.unsynced.clear();
    if (afterChange)
        afterChange();
}

void DiskModel::apply(QByteArray& content, const Change& change)
{
    if (change.truncation) {
        content = content.leftJustified(change.offset, '\0', true);
        return;
    }
    if (content.size() < change.offset + change.bytes.size())
        content = content.leftJustified(change.offset + change.bytes.size(), '\0');
    content.replace(change.offset, change.bytes.size(), change.bytes);
}

QByteArray DiskModel::afterPowerCut(const QByteArray& nameEnd, int sector, QRandomGenerator& random) const
{
    const auto file = std::find_if(m_files.keyBegin(), m_files.keyEnd(), [&](const QByteArray& path) { return path.endsWith(nameEnd); });
    if (file == m_files.keyEnd())
        return {};
    const Recorded& recorded = m_files[*file];
    QByteArray content = recorded.safe;
    QList<Change> parts;
    const auto flush = [&] {
        std::shuffle(parts.begin(), parts.end(), random);
        for (const Change& part : parts)
            apply(content, part);
        parts.clear();
    };
    const int keep = random.bounded(101); // some cuts lose almost everything, some almost nothing
    for (const Change& change : recorded.unsynced) {
        if (change.truncation) {
            flush(); // the file's length is metadata: it changes in order, or not at all
            if (random.bounded(100) < keep)
                apply(content, change);
            continue;
        }
        for (qint64 at = 0; at < change.bytes.size();) {
            const qint64 inSector = std::min<qint64>(sector - (change.offset + at) % sector, change.bytes.size() - at);
            QByteArray bytes = change.bytes.mid(at, inSector);
            if (random.bounded(20) == 0)
                bytes.truncate(random.bounded(static_cast<int>(bytes.size()) + 1)); // torn
            if (random.bounded(100) < keep)
                parts.append({false, change.offset + at, bytes});
            at += inSector;
        }
    }
    flush();
    return content;
}

} // namespace mottaget::store::testing
