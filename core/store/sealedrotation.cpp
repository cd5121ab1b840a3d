// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/syncfolder.h"
#include "core/store/connection.h"
#include "core/store/database.h"
#include "core/store/sealedvfs.h"

#include <QFile>
#include <QSqlDatabase>

#include <cstdio>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int copyCacheKiB = 4096;

} // namespace

StoreResult<void> Database::rotate(const QString& path, const SealedKey& from, const SealedKey& to, const char* below)
{
    const QString fresh = path + u".rotated"_s;
    for (const QString& left : {fresh, QString(fresh + u"-wal"_s), QString(fresh + u".new"_s), QString(fresh + u".new-wal"_s)})
        QFile::remove(left);
    const std::array keys {&from, &to};
    const auto key = keyThatOpens(path, keys);
    if (!key)
        return failed(key.error());
    if (*key == &to)
        return {}; // killed after the swap, before its owner could note it
    const auto opening = [below](const SealedKey& which) {
        return Opening {Durability::Irreplaceable, copyCacheKiB, Sealing::withKey(which).over(below), Access::Sole};
    };
    if (auto created = create(fresh, opening(to)); !created)
        return created;
    {
        auto source = connect(path, opening(from), NewFile::Refused);
        if (!source)
            return failed(source.error());
        auto target = connect(fresh, opening(to), NewFile::Refused);
        if (!target)
            return failed(target.error());
        if (auto copied = (*source)->copyTo(**target); !copied)
            return copied;
        for (Database* database : {target->get(), source->get()}) {
            if (auto emptied = database->checkpoint(); !emptied)
                return emptied;
        }
        const auto report = (*target)->verifyPages();
        if (!report || !report->isSound())
            return failed(StoreError {StoreError::Code::Damaged, fresh});
    }
    // Both are closed now, and everything is in the files themselves: a log left behind would be lost, or belong to the other key.
    for (const QString& file : {fresh, path}) {
        if (QFile log(file + u"-wal"_s); log.exists() && log.size() != 0)
            return failed(StoreError {StoreError::Code::IoFailed, log.fileName()});
    }
    if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0 || !syncFolderOf(path))
        return failed(StoreError {StoreError::Code::IoFailed, path});
    return {};
}

// SQLite's own online copy: page by page, in one transaction.
StoreResult<void> Database::copyTo(Database& other)
{
    sqlite3* target = handleOf(*other.m_db);
    sqlite3_backup* backup = sqlite3_backup_init(target, "main", handleOf(*m_db), "main");
    if (backup == nullptr)
        return failed(StoreError {codeOf(sqlite3_errcode(target)), QString::fromUtf8(sqlite3_errmsg(target))});
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK)
        return failed(StoreError {codeOf(finished), QString::fromUtf8(sqlite3_errstr(finished))});
    return {};
}

} // namespace mottaget::store
