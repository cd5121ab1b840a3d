// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stores.h"

#include "core/base/id.h"
#include "core/store/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

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
        return failed(StoreError {StoreError::Code::CannotOpen, path});
    return {};
}

} // namespace

Folder Folder::of(const QString& root, const QString& personHsaId, const QString& commissionHsaId)
{
    // A name made of the ids, so that the folder's name tells nobody who works here.
    return {root, root + u'/' + namedUuid(personHsaId.toUpper() + u'|' + commissionHsaId.toUpper())};
}

StoreResult<void> Stores::openCache(Files& files, const QString& path)
{
    auto opened = Database::open(path, Durability::Cache, schema::cache(), cacheKiB, Sealing::plainForComparison());
    if (!opened && opened.error().code == StoreError::Code::Corrupt) {
        // Kept for whoever looks into it; everything in it is on the server.
        const QString aside = path + u".set-aside-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddThhmmsszzz");
        for (const QString& suffix : {u""_s, u"-wal"_s})
            QFile::rename(path + suffix, aside + suffix);
        files.cacheWasRebuilt = true;
        opened = Database::open(path, Durability::Cache, schema::cache(), cacheKiB, Sealing::plainForComparison());
    }
    if (!opened)
        return failed(opened.error());
    files.cache = std::move(*opened);
    return {};
}

StoreResult<std::unique_ptr<Stores>> Stores::open(const Folder& folder)
{
    Files files;
    for (const QString& path : {folder.root, folder.person}) {
        if (auto made = makePrivate(path); !made)
            return failed(made.error());
    }
    files.lock = std::make_unique<QLockFile>(folder.root + u"/owner.lock"_s);
    files.lock->setStaleLockTime(0);
    if (!files.lock->tryLock(0))
        return failed(StoreError {StoreError::Code::InUse, folder.root});

    const auto irreplaceable = [](std::unique_ptr<Database>& into, const QString& path, std::span<const Migration> history) {
        auto opened = Database::open(path, Durability::Irreplaceable, history, smallKiB, Sealing::plainForComparison());
        if (!opened)
            return StoreResult<void>(failed(opened.error()));
        into = std::move(*opened);
        return StoreResult<void>();
    };
    // The outbox first: what exists nowhere else decides whether work may go on at all.
    if (auto done = irreplaceable(files.outbox, folder.person + u"/outbox.db"_s, schema::outbox()); !done)
        return failed(done.error());
    if (auto done = irreplaceable(files.journal, folder.person + u"/journal.db"_s, schema::journal()); !done)
        return failed(done.error());
    if (auto done = irreplaceable(files.log, folder.root + u"/log.db"_s, schema::log()); !done)
        return failed(done.error());
    if (auto done = openCache(files, folder.person + u"/cache.db"_s); !done)
        return failed(done.error());

    std::unique_ptr<Stores> stores(new Stores(std::move(files)));
    if (auto marked = stores->m_commands.markInflightUncertain(); !marked)
        return failed(marked.error());
    return stores;
}

Stores::Stores(Files files)
    : m_lock(std::move(files.lock))
    , m_cache(std::move(files.cache))
    , m_journal(std::move(files.journal))
    , m_outbox(std::move(files.outbox))
    , m_log(std::move(files.log))
    , m_cacheWasRebuilt(files.cacheWasRebuilt)
    , m_resources(*m_cache)
    , m_cases(*m_cache)
    , m_marks(*m_cache)
    , m_events(*m_cache)
    , m_drafts(*m_journal)
    , m_commands(*m_outbox)
{
}

} // namespace mottaget::store
