// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unsent.h"

#include "core/audit/accesslog.h"
#include "core/session/custodyrecords.h"
#include "core/session/democustody.h"
#include "core/store/filekeys.h"
#include "core/store/schema.h"
#include "core/store/stores.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace mottaget::session {

using namespace Qt::StringLiterals;
using crypto::FileKind;
using Code = RescueError::Code;

namespace {

constexpr int cacheKiB = 2 * 1024;
using Opened = store::StoreResult<std::unique_ptr<store::Database>>;

QLatin1StringView codeOf(store::StoreError::Code code)
{
    using enum store::StoreError::Code;
    switch (code) {
    case CannotOpen: return "cannotOpen"_L1;
    case InUse: return "inUse"_L1;
    case NetworkDisk: return "networkDisk"_L1;
    case NewerFile: return "newerFile"_L1;
    case MigrationFailed: return "migrationFailed"_L1;
    case Corrupt: return "corrupt"_L1;
    case DiskFull: return "diskFull"_L1;
    case NotWritable: return "notWritable"_L1;
    case OutOfMemory: return "outOfMemory"_L1;
    case StatementFailed: return "statementFailed"_L1;
    case IoFailed: return "ioFailed"_L1;
    case NotSealed: return "notSealed"_L1;
    case SealingBroken: return "sealingBroken"_L1;
    case WrongKey: return "wrongKey"_L1;
    case OtherFile: return "otherFile"_L1;
    case PlainFile: return "plainFile"_L1;
    case UnknownFormat: return "unknownFormat"_L1;
    case ForeignLayout: return "foreignLayout"_L1;
    case RefusedFile: return "refusedFile"_L1;
    case OlderState: return "olderState"_L1;
    case Damaged: return "damaged"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeOf(crypto::WrapError error)
{
    switch (error) {
    case crypto::WrapError::WrongSecret: return "notForThisKey"_L1;
    case crypto::WrapError::Damaged: return "damaged"_L1;
    case crypto::WrapError::UnknownVersion: return "newerVersion"_L1;
    case crypto::WrapError::Unavailable: return "unavailable"_L1;
    }
    Q_UNREACHABLE();
}

Code codeOf(crypto::RecoveryKeyError error)
{
    switch (error) {
    case crypto::RecoveryKeyError::NotAKey: return Code::NotAKey;
    case crypto::RecoveryKeyError::OtherAlgorithm: return Code::OtherAlgorithm;
    case crypto::RecoveryKeyError::NeedsPassphrase: return Code::NeedsPassphrase;
    case crypto::RecoveryKeyError::WrongPassphrase: return Code::WrongPassphrase;
    }
    Q_UNREACHABLE();
}

//! With the key of `kind` that opens the file: while a file moves to a new key there are two.
Opened openFile(const QString& path, FileKind kind, std::span<const store::Migration> history, const crypto::FileKeys& keys)
{
    constexpr auto durability = store::Durability::Irreplaceable;
    Opened opened = failed(store::StoreError {store::StoreError::Code::WrongKey, path});
    for (const crypto::FileKey& key : keys) {
        if (key.kind != kind || opened || opened.error().code != store::StoreError::Code::WrongKey)
            continue;
        const store::SealedKey sealed = store::sealedKeyOf(key);
        opened = store::Database::open(path, durability, history, cacheKiB, store::Sealing::withKey(sealed));
    }
    return opened;
}

bool isWhole(store::Database& file)
{
    const auto report = file.verifyPages();
    return report && report->isSound() && file.logState() != store::LogState::Damaged;
}

//! Copies of a person's two files, sealed as they are, opened one after the other.
class Copies final {
public:
    Copies(QString folder, const crypto::FileKeys& keys) : m_folder(std::move(folder)), m_keys(keys) {}

    //! Null when there is no such file, or when it gave nothing: then `unopened` says why. It also names a file that opens with bad pages
    //! behind the first: what it gives may not be all.
    std::unique_ptr<store::Database> open(FileKind kind, std::span<const store::Migration> history, QStringList& unopened)
    {
        const QString code = QString::fromLatin1(crypto::codeOf(kind));
        const QString name = code + u".db"_s;
        if (!QFile::exists(m_folder + u'/' + name))
            return {};
        bool copied = m_place.isValid() && QFile::copy(m_folder + u'/' + name, m_place.filePath(name));
        const QString log = name + u"-wal"_s;
        if (QFile::exists(m_folder + u'/' + log))
            copied = QFile::copy(m_folder + u'/' + log, m_place.filePath(log)) && copied;
        Opened opened = failed(store::StoreError {store::StoreError::Code::CannotOpen, name});
        if (copied)
            opened = openFile(m_place.filePath(name), kind, history, m_keys);
        if (opened) {
            if (!isWhole(**opened))
                unopened << code + u": "_s + codeOf(store::StoreError::Code::Damaged);
            return std::move(*opened);
        }
        unopened << code + u": "_s + codeOf(opened.error().code);
        return {};
    }

private:
    QString m_folder;
    const crypto::FileKeys& m_keys;
    QTemporaryDir m_place;
};

UnsentWork readUnsent(const QString& folder, const crypto::FileKeys& keys)
{
    UnsentWork work;
    work.folder = QDir(folder).dirName();
    Copies copies(folder, keys);
    if (const auto outbox = copies.open(FileKind::Outbox, store::schema::outbox(), work.unopened)) {
        for (const store::StoredCommand& stored : store::CommandTable(*outbox).queue())
            work.actions << UnsentAction {stored.command, stored.state, stored.attempts, stored.reason, stored.serverText};
    }
    if (const auto journal = copies.open(FileKind::Journal, store::schema::journal(), work.unopened)) {
        for (const auto& [id, draft] : store::DraftTable(*journal).all())
            work.drafts << UnsentDraft {id, draft.verb, draft.text, draft.savedAt};
    }
    return work;
}

//! Keeps Mottaget from the folder while it is read. A folder that can't be written to (a mounted disk) is in nobody's use.
Result<std::unique_ptr<QLockFile>, RescueError> ownFolder(const QString& root)
{
    if (!QDir(root).exists())
        return failed(RescueError {Code::NoFolder, root});
    auto lock = std::make_unique<QLockFile>(root + u"/owner.lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError)
        return failed(RescueError {Code::InUse, root});
    return lock;
}

//! Both persons into the device's own log, in place.
bool logRecovery(const QString& root, const crypto::FileKeys& keys, const Recovery& recovery, const QDateTime& now)
{
    const Opened log = openFile(root + u"/log.db"_s, FileKind::Log, store::schema::log(), keys);
    if (!log)
        return false;
    audit::AccessLog access(**log);
    const audit::Entry entry {audit::Activity::EmergencyAccess, u"recover"_s, u"Ej skickade åtgärder"_s, {}, true};
    return std::ranges::all_of(QStringList {recovery.firstHsaId, recovery.secondHsaId}, [&](const QString& person) {
        care::Actor actor;
        actor.self.hsaId = person;
        actor.purpose = u"Återställning"_s;
        return access.append(entry, actor, now).has_value();
    });
}

} // namespace

Result<UnsentWork, RescueError> exportUnsent(
    const QString& dataRoot, const QString& personHsaId, const QString& commissionHsaId, const custody::SharedKeys& keys)
{
    const store::Folder folder = store::Folder::of(dataRoot, personHsaId, commissionHsaId);
    if (!QDir(folder.person).exists())
        return failed(RescueError {Code::NoFolder, folder.person});
    if (!keys && !QFile::exists(dataRoot + u"/DEMO"_s))
        return failed(RescueError {Code::NotDemo, dataRoot});
    const auto lock = ownFolder(dataRoot);
    if (!lock)
        return failed(lock.error());
    if (keys)
        return readUnsent(folder.person, *keys);
    const custody::Place place {folder.root, folder.person};
    if (place.personRecord().isAbsent())
        return failed(RescueError {Code::CannotOpen, u"person.keys"_s}); // and none are made: nothing here was sealed with new ones
    const auto own = openDemoKeys(place, QUrl());
    if (!own)
        return failed(RescueError {Code::CannotOpen, own.error().detail});
    return readUnsent(folder.person, **own);
}

Result<QList<UnsentWork>, RescueError> recoverUnsent(const Recovery& recovery, const QDateTime& now)
{
    const auto key = crypto::RecoveryPrivateKey::fromPem(recovery.privateKey, recovery.passphrase);
    if (!key)
        return failed(RescueError {codeOf(key.error()), {}});
    const auto lock = ownFolder(recovery.dataRoot);
    if (!lock)
        return failed(lock.error());
    QList<UnsentWork> all;
    int opened = 0;
    for (const QString& name : QDir(recovery.dataRoot).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const custody::Place place {recovery.dataRoot, recovery.dataRoot + u'/' + name};
        const custody::RecordOr record = place.personRecord().read();
        if (!record && record.error().code == crypto::RecordError::Code::Missing)
            continue;
        const auto keys = record ? crypto::recoverKeys(*record, *key) : failed(crypto::WrapError::Damaged);
        if (keys)
            ++opened;
        all << (keys ? readUnsent(place.person, *keys) : UnsentWork {name, {}, {}, {u"person.keys: "_s + codeOf(keys.error())}});
    }
    if (all.isEmpty())
        return failed(RescueError {Code::NoFolder, recovery.dataRoot});
    if (opened == 0)
        return failed(RescueError {Code::NotForThisKey, all.first().unopened.first()});
    const custody::RecordOr device = custody::Place {recovery.dataRoot, {}}.deviceRecord().read();
    const auto logKeys = device ? crypto::recoverKeys(*device, *key) : failed(crypto::WrapError::Damaged);
    if (!logKeys || !logRecovery(recovery.dataRoot, *logKeys, recovery, now))
        return failed(RescueError {Code::LogNotWritten, {}});
    return all;
}

} // namespace mottaget::session
