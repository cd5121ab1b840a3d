// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/closedfolder.h"

#include "core/session/democustody.h"
#include "core/store/disk.h"
#include "core/store/filekeys.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFileInfo>

namespace mottaget::session {

using namespace Qt::StringLiterals;
using crypto::FileKind;
using Code = RescueError::Code;

namespace {

constexpr int cacheKiB = 2 * 1024;

store::StoreResult<void> copyFile(const QString& from, const QString& to)
{
    if (QFile::copy(from, to))
        return {};
    const qint64 free = store::bytesFree(QFileInfo(to).path());
    const bool full = free >= 0 && free < QFileInfo(from).size();
    return failed(
        store::StoreError {full ? store::StoreError::Code::DiskFull : store::StoreError::Code::IoFailed, QFileInfo(from).fileName()});
}

} // namespace

Result<std::unique_ptr<store::OwnerLock>, RescueError> ownFolder(const QString& root)
{
    if (!QDir(root).exists())
        return failed(RescueError {Code::NoFolder, root});
    auto lock = store::OwnerLock::take(root);
    if (!lock && lock.error().code == store::StoreError::Code::InUse)
        return failed(RescueError {Code::InUse, root});
    return lock ? std::move(*lock) : nullptr;
}

Result<ClosedFolder, RescueError> closedFolder(
    const QString& dataRoot, const QString& personHsaId, const QString& commissionHsaId, const custody::SharedKeys& keys)
{
    ClosedFolder closed;
    closed.folder = store::Folder::of(dataRoot, personHsaId, commissionHsaId);
    if (!QDir(closed.folder.person).exists())
        return failed(RescueError {Code::NoFolder, closed.folder.person});
    if (!keys && !QFile::exists(dataRoot + u"/DEMO"_s))
        return failed(RescueError {Code::NotDemo, dataRoot});
    auto lock = ownFolder(dataRoot);
    if (!lock)
        return failed(lock.error());
    closed.lock = std::move(*lock);
    closed.keys = keys;
    if (keys)
        return closed;
    const custody::Place place {closed.folder.root, closed.folder.person};
    if (place.personRecord().isAbsent())
        return failed(RescueError {Code::CannotOpen, u"person.keys"_s}); // and none are made: nothing here was sealed with new ones
    auto own = openDemoKeys(place, QUrl());
    if (!own)
        return failed(RescueError {Code::CannotOpen, own.error().detail});
    closed.keys = std::move(*own);
    return closed;
}

KeptFile keptFile(const store::Folder& folder, FileKind kind)
{
    switch (kind) {
    case FileKind::Cache: return {kind, folder.person + u"/cache.db"_s, store::schema::cache()};
    case FileKind::Journal: return {kind, folder.person + u"/journal.db"_s, store::schema::journal()};
    case FileKind::Outbox: return {kind, folder.person + u"/outbox.db"_s, store::schema::outbox()};
    case FileKind::Log: return {kind, folder.root + u"/log.db"_s, store::schema::log()};
    }
    Q_UNREACHABLE();
}

QStringList filesAside(const KeptFile& file)
{
    const QFileInfo info(file.path);
    QStringList paths;
    for (QString name : info.dir().entryList({info.fileName() + u".set-aside-*"_s}, QDir::Files | QDir::Hidden, QDir::Name)) {
        if (name.endsWith("-wal"_L1))
            name.chop(4); // a log whose file is gone is told as well
        const QString path = info.path() + u'/' + name;
        if (!paths.contains(path))
            paths << path;
    }
    return paths;
}

store::StoreResult<std::unique_ptr<store::Database>> openWith(const QString& path, const KeptFile& kept, const crypto::FileKeys& keys)
{
    store::StoreResult<std::unique_ptr<store::Database>> opened = failed(store::StoreError {store::StoreError::Code::WrongKey, {}});
    for (const crypto::FileKey& key : keys) {
        if (key.kind != kept.kind || opened || opened.error().code != store::StoreError::Code::WrongKey)
            continue;
        const store::SealedKey sealed = store::sealedKeyOf(key);
        opened =
            store::Database::openAsFound(path, store::Durability::Irreplaceable, kept.history, cacheKiB, store::Sealing::withKey(sealed));
    }
    return opened;
}

store::StoreResult<FileCopy> copyOf(const QString& path, const KeptFile& kept, const crypto::FileKeys& keys)
{
    FileCopy copy;
    copy.place = std::make_unique<QTemporaryDir>();
    if (!copy.place->isValid())
        return failed(store::StoreError {store::StoreError::Code::NotWritable, copy.place->errorString()});
    const QString place = copy.place->filePath(QFileInfo(path).fileName());
    for (const QString& suffix : {u""_s, u"-wal"_s}) {
        if (!QFile::exists(path + suffix))
            continue;
        if (auto copied = copyFile(path + suffix, place + suffix); !copied)
            return failed(copied.error());
    }
    auto opened = openWith(place, kept, keys);
    if (!opened)
        return failed(opened.error());
    copy.file = std::move(*opened);
    return copy;
}

} // namespace mottaget::session
