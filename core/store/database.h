// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storeerror.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <span>
#include <vector>

class QSqlDatabase;
class QSqlQuery;

namespace mottaget::store {

//! One step of a file's history: brings a file of `version - 1` to `version`.
struct Migration {
    int version = 0;
    const char* const* statements = nullptr; //!< ends with nullptr
};

//! What a file is for decides how hard each commit is pressed to the disk.
enum class Durability {
    Cache,       //!< can be rebuilt: synchronous NORMAL
    Irreplaceable, //!< commands, drafts, log: synchronous FULL, a commit survives power loss
};

//! A prepared statement, made once and reused; keeps Qt SQL out of everybody else's sight. Bind all positions, exec, read with
//! next() and value(), then finish() so that no read lock stays behind.
class Statement final {
public:
    explicit Statement(std::unique_ptr<QSqlQuery> query);
    Statement(Statement&&) noexcept;
    ~Statement();

    void bindValue(int position, const QVariant& value);
    [[nodiscard]] bool exec();
    [[nodiscard]] bool next();
    [[nodiscard]] QVariant value(int column) const;
    void finish();
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] int numRowsAffected() const;
    [[nodiscard]] StoreError error() const;

private:
    std::unique_ptr<QSqlQuery> m_query;
};

//! Executes; on failure the reason.
StoreResult<void> run(Statement& statement);

//! One SQLite file. Every open of a file goes through here and nowhere else, so that sealing the pages is one change.
//! Belongs to the thread that opened it (the store thread); sole writer, locking_mode EXCLUSIVE, WAL, cache_spill off
//! (SQLite 3.40.1 loses WAL frames on ROLLBACK TO after a spill).
class Database final {
public:
    //! Opens or creates the file (0600) and migrates it. A file of a newer version is refused and left untouched.
    [[nodiscard]] static StoreResult<std::unique_ptr<Database>> open(
        const QString& path, Durability durability, std::span<const Migration> migrations, int cacheKiB);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    //! `sql` must be right: a mistake in it is a bug, not an error.
    [[nodiscard]] Statement prepare(const char* sql) const;
    //! Runs a statement without results.
    StoreResult<void> execute(const char* sql);
    //! Runs `work` in one transaction; rolls back when it fails. Not nestable.
    StoreResult<void> transaction(const std::function<StoreResult<void>()>& work);
    //! A pragma's value as read back, for reports.
    [[nodiscard]] QString pragma(const char* name) const;
    //! SQLite's own check; empty list when the file is sound.
    [[nodiscard]] QStringList integrityProblems() const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    Database(std::unique_ptr<QSqlDatabase> db, QString path);
    StoreResult<void> applyPragmas(bool isNew, Durability durability, int cacheKiB);
    StoreResult<void> migrate(std::span<const Migration> migrations);

    std::unique_ptr<QSqlDatabase> m_db;
    QString m_path;
};

} // namespace mottaget::store
