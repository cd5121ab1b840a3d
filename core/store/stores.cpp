// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stores.h"

#include "core/base/id.h"
#include "core/store/anchortable.h"
#include "core/store/connection.h"
#include "core/store/disk.h"
#include "core/store/filekeys.h"
#include "core/store/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

// Page caches in KiB; together under the 64 MiB that the memory figure allows.
constexpr int cacheKiB = 48 * 1024;
constexpr int smallKiB = 4 * 1024;

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

StoreResult<void> makePrivate(const QString& path)
{
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, ownerOnly))
        return failed(StoreError {codeOfSystem(errno), path});
    return {};
}

//! As found: not migrated yet.
StoreResult<std::unique_ptr<Database>> openSealed(const QString& path, Durability durability, std::span<const Migration> history,
    int pageCacheKiB, const std::vector<const SealedKey*>& keys)
{
    Q_ASSERT(!keys.empty());
    const SealedKey* key = keys.front();
    // A change of keys that was cut short: the file opens with the one or the other.
    if (keys.size() > 1 && QFile::exists(path)) {
        const auto fits = keyThatOpens(path, keys);
        if (!fits)
            return failed(fits.error());
        key = *fits;
    }
    return Database::openAsFound(path, durability, history, pageCacheKiB, Sealing::withKey(*key));
}

//! With the name of the file that the error speaks of, for IT.
StoreError inFile(const QString& path, const StoreError& error)
{
    const QString name = QFileInfo(path).fileName();
    return {error.code, error.detail.isEmpty() ? name : name + u": "_s + error.detail};
}

QString asideOf(const QString& path)
{
    return path + u".set-aside-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddThhmmsszzz");
}

//! What opening it again would not change. A disk that refuses, a newer file or a locked one are not the file's fault.
bool isUnusable(StoreError::Code code)
{
    using enum StoreError::Code;
    switch (code) {
    case Corrupt:
    case WrongKey:
    case OtherFile:
    case PlainFile:
    case UnknownFormat:
    case ForeignLayout:
    case OlderState:
    case Damaged: return true;
    case CannotOpen:
    case InUse:
    case NetworkDisk:
    case NewerFile:
    case MigrationFailed:
    case DiskFull:
    case NotWritable:
    case NotSetAside:
    case OutOfMemory:
    case StatementFailed:
    case IoFailed:
    case NotSealed:
    case SealingBroken:
    case RefusedFile: return false;
    }
    Q_UNREACHABLE();
}

Ballast ballastOf(const Folder& folder)
{
    return Ballast(folder.root + u"/ballast"_s, folder.ballast);
}

} // namespace

Folder Folder::of(const QString& root, const QString& personHsaId, const QString& commissionHsaId)
{
    // A name made of the ids, so that the folder's name tells nobody who works here.
    Folder folder;
    folder.root = root;
    folder.person = root + u'/' + namedUuid(personHsaId.toUpper() + u'|' + commissionHsaId.toUpper());
    return folder;
}

StoreKeys StoreKeys::fresh()
{
    StoreKeys made;
    for (const FileKind kind : {FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log})
        made.keys.push_back(SealedKey::fresh(kind));
    return made;
}

StoreKeys StoreKeys::of(const crypto::FileKeys& keys)
{
    StoreKeys sealed;
    for (const crypto::FileKey& key : keys)
        sealed.keys.push_back(sealedKeyOf(key));
    std::ranges::stable_sort(sealed.keys, {}, &SealedKey::epoch);
    return sealed;
}

std::vector<const SealedKey*> StoreKeys::ofKind(FileKind kind) const
{
    std::vector<const SealedKey*> found;
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        if (key->kind == kind)
            found.push_back(&*key);
    }
    return found;
}

StoreResult<void> Stores::openCache(Files& files, const QString& path, const StoreKeys& keys)
{
    const auto open = [&]() -> StoreResult<std::unique_ptr<Database>> {
        auto opened = openSealed(path, Durability::Cache, schema::cache(), cacheKiB, keys.ofKind(FileKind::Cache));
        if (!opened)
            return opened;
        if (auto migrated = (*opened)->migrate(schema::cache()); !migrated)
            return failed(migrated.error());
        return opened;
    };
    auto opened = open();
    if (!opened && isUnusable(opened.error().code)) {
        // Everything in it is on the server, and nothing sealed under this key is worth keeping.
        for (const QString& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + suffix);
        files.cacheWasRebuilt = true;
        opened = open();
    }
    if (!opened)
        return failed(inFile(path, opened.error()));
    files.cache = std::move(*opened);
    return {};
}

StoreResult<std::unique_ptr<Database>> Stores::openAnchored(
    const QString& path, FileKind kind, std::span<const Migration> history, const StoreKeys& keys)
{
    const auto anchor = std::ranges::find(keys.anchors, kind, &crypto::Anchor::kind);
    // A file that is gone was not there from the beginning: it is told like one that does not open.
    if (anchor != keys.anchors.end() && !QFile::exists(path))
        return failed(StoreError {StoreError::Code::OlderState, {}});
    auto opened = openSealed(path, Durability::Irreplaceable, history, smallKiB, keys.ofKind(kind));
    if (opened && anchor != keys.anchors.end() && !holdsAnchor(**opened, *anchor)) {
        (*opened)->leaveAsFound();
        return failed(StoreError {StoreError::Code::OlderState, {}});
    }
    return opened;
}

StoreResult<std::unique_ptr<Database>> Stores::beginAnew(
    Files& files, const StoreError& why, const QString& path, FileKind kind, std::span<const Migration> history, const StoreKeys& keys)
{
    const QString aside = asideOf(path);
    for (const QString& suffix : {u""_s, u"-wal"_s}) {
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, aside + suffix)) // it stays, and nothing is begun over it
            return failed(StoreError {StoreError::Code::NotSetAside, QString(codeOf(why.code))});
    }
    files.setAside.push_back({kind, aside, why});
    return openSealed(path, Durability::Irreplaceable, history, smallKiB, keys.ofKind(kind));
}

StoreResult<void> Stores::openKept(Files& files, std::unique_ptr<Database>& into, const QString& path, FileKind kind,
    std::span<const Migration> history, const StoreKeys& keys)
{
    auto opened = openAnchored(path, kind, history, keys);
    const bool anew = !opened && isUnusable(opened.error().code);
    if (anew)
        opened = beginAnew(files, opened.error(), path, kind, history, keys);
    if (!opened)
        return failed(inFile(path, opened.error()));
    into = std::move(*opened);
    // Before the migration, which writes over what the log still holds.
    if (into->logState() == LogState::Damaged) {
        if (auto kept = keepCopy(files, path, kind); !kept) {
            into->leaveAsFound();
            return kept;
        }
    }
    auto done = into->migrate(history);
    const auto anchor = std::ranges::find(keys.anchors, kind, &crypto::Anchor::kind);
    if (done && anew && anchor != keys.anchors.end())
        done = adoptAnchor(*into, *anchor);
    return done ? done : failed(inFile(path, done.error()));
}

// What the log still held after its bad frame is not in the file and is overwritten by the next write: it is kept for support first, or
// nothing is written at all.
StoreResult<void> Stores::keepCopy(Files& files, const QString& path, FileKind kind)
{
    const QString aside = asideOf(path);
    const qint64 needed = QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
    for (const QString& suffix : {u""_s, u"-wal"_s}) {
        if (!QFile::copy(path + suffix, aside + suffix)) {
            const qint64 free = bytesFree(QFileInfo(path).path());
            QFile::remove(aside);
            const bool full = free >= 0 && free < needed;
            return failed(StoreError {full ? StoreError::Code::DiskFull : StoreError::Code::IoFailed, aside});
        }
    }
    files.setAside.push_back({kind, aside, {StoreError::Code::Damaged, {}}, true});
    return {};
}

StoreResult<std::unique_ptr<Stores>> Stores::open(const Folder& folder, const StoreKeys& keys)
{
    auto opened = tryOpen(folder, keys);
    // A migration, a first file or the state of a command may be what the disk has no room for.
    if (!opened && opened.error().code == StoreError::Code::DiskFull && ballastOf(folder).letGo())
        opened = tryOpen(folder, keys);
    if (opened)
        (void)(*opened)->hasRoomForCache(); // takes the ballast where there is room
    return opened;
}

StoreResult<std::unique_ptr<Stores>> Stores::tryOpen(const Folder& folder, const StoreKeys& keys)
{
    Files files;
    files.folder = folder;
    for (const QString& path : {folder.root, folder.person}) {
        if (auto made = makePrivate(path); !made)
            return failed(made.error());
    }
    if (const QByteArray type = fileSystemOf(folder.root); isNetworkFileSystem(type))
        return failed(StoreError {StoreError::Code::NetworkDisk, QString::fromLatin1(type)});
    auto lock = OwnerLock::take(folder.root);
    if (!lock)
        return failed(lock.error());
    files.lock = std::move(*lock);

    // The outbox first: what exists nowhere else decides whether work may go on at all.
    const QString person = folder.person + u'/';
    if (auto done = openKept(files, files.outbox, person + u"outbox.db"_s, FileKind::Outbox, schema::outbox(), keys); !done)
        return failed(done.error());
    if (auto done = openKept(files, files.journal, person + u"journal.db"_s, FileKind::Journal, schema::journal(), keys); !done)
        return failed(done.error());
    if (auto done = openKept(files, files.log, folder.root + u"/log.db"_s, FileKind::Log, schema::log(), keys); !done)
        return failed(done.error());
    if (auto done = openCache(files, person + u"cache.db"_s, keys); !done)
        return failed(done.error());

    return begin(std::move(files));
}

StoreResult<std::unique_ptr<Stores>> Stores::over(Opened opened)
{
    Files files;
    files.cache = std::move(opened.cache);
    files.journal = std::move(opened.journal);
    files.outbox = std::move(opened.outbox);
    files.log = std::move(opened.log);
    return begin(std::move(files));
}

StoreResult<std::unique_ptr<Stores>> Stores::begin(Files files)
{
    std::unique_ptr<Stores> stores(new Stores(std::move(files)));
    if (auto marked = stores->m_commands.markInflightUncertain(); !marked)
        return failed(marked.error());
    return stores;
}

Stores::Stores(Files files)
    : m_folder(std::move(files.folder))
    , m_ballast(ballastOf(m_folder))
    , m_lock(std::move(files.lock))
    , m_cache(std::move(files.cache))
    , m_journal(std::move(files.journal))
    , m_outbox(std::move(files.outbox))
    , m_log(std::move(files.log))
    , m_cacheWasRebuilt(files.cacheWasRebuilt)
    , m_setAside(std::move(files.setAside))
    , m_resources(*m_cache)
    , m_cases(*m_cache)
    , m_marks(*m_cache)
    , m_events(*m_cache)
    , m_absences(*m_cache)
    , m_seen(*m_cache)
    , m_attachments(*m_cache)
    , m_drafts(*m_journal)
    , m_commands(*m_outbox)
{
    for (Database* file : {m_cache.get(), m_journal.get(), m_outbox.get(), m_log.get()})
        file->shareFaults(m_faults);
    if (m_folder.root.isEmpty())
        return; // no folder, no ballast in it
    // Not the cache: what it can't take today, the region still has tomorrow.
    for (Database* file : {m_journal.get(), m_outbox.get(), m_log.get()})
        file->setRelief([this] { return m_ballast.letGo(); });
}

StoreResult<crypto::Anchors> Stores::leaveAnchors()
{
    crypto::Anchors left;
    for (const auto& [file, kind] : {std::pair(m_outbox.get(), FileKind::Outbox), std::pair(m_log.get(), FileKind::Log)}) {
        auto anchor = leaveAnchor(*file, kind);
        if (!anchor)
            return failed(anchor.error());
        left.push_back(*std::move(anchor));
    }
    return left;
}

std::vector<KeyUse> Stores::takeUses()
{
    std::vector<KeyUse> uses;
    uses.reserve(4);
    const std::array files {std::pair(m_cache.get(), FileKind::Cache), std::pair(m_journal.get(), FileKind::Journal),
        std::pair(m_outbox.get(), FileKind::Outbox), std::pair(m_log.get(), FileKind::Log)};
    for (const auto& [file, kind] : files)
        uses.push_back({kind, file->keyEpoch(), file->sealedCount()});
    std::vector<KeyUse> fresh = uses;
    for (std::size_t at = 0; at < m_told.size(); ++at)
        fresh[at].messages -= m_told[at].messages;
    m_told = std::move(uses);
    std::erase_if(fresh, [](const KeyUse& use) { return use.messages == 0; });
    return fresh;
}

void Stores::beginTask()
{
    m_faults->inTask = true;
    m_faults->read.reset();
}

std::optional<StoreError> Stores::endTask()
{
    m_faults->inTask = false;
    return std::exchange(m_faults->read, std::nullopt);
}

bool Stores::hasRoomForCache()
{
    if (m_folder.person.isEmpty())
        return true;
    // A disk that does not say is not stopped: its own refusal is handled like any other.
    const qint64 free = bytesFree(m_folder.person);
    const bool hasRoom = free < 0 || free >= m_folder.keepFree;
    if (hasRoom)
        m_ballast.hold();
    return hasRoom;
}

} // namespace mottaget::store
