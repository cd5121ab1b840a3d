// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QUuid>
#include <QVariant>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

// SQLite's primary result codes, as QSQLITE reports them in nativeErrorCode().
constexpr int sqliteBusy = 5;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNotADatabase = 26;

StoreError::Code codeOf(const QSqlError& error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case sqliteBusy: return StoreError::Code::InUse;
    case sqliteCorrupt:
    case sqliteNotADatabase: return StoreError::Code::Corrupt;
    case sqliteFull: return StoreError::Code::DiskFull;
    default: return StoreError::Code::StatementFailed;
    }
}

StoreError errorOf(const QSqlError& error)
{
    return {codeOf(error), error.databaseText()};
}

// An empty file with the right mode first: SQLite would create it with the umask's.
bool createPrivately(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

QStringList openingPragmas(bool isNew, Durability durability, int cacheKiB)
{
    // The order matters: locking first, or opening an existing WAL file fails without shared memory.
    QStringList pragmas {u"locking_mode=EXCLUSIVE"_s, u"temp_store=MEMORY"_s, u"cache_spill=OFF"_s, u"mmap_size=0"_s};
    if (isNew)
        pragmas << u"journal_mode=MEMORY"_s; // straight to WAL would leave a rollback journal on disk for a moment
    pragmas << u"journal_mode=WAL"_s << (durability == Durability::Cache ? u"synchronous=NORMAL"_s : u"synchronous=FULL"_s)
            << u"cache_size=-%1"_s.arg(cacheKiB) << u"foreign_keys=ON"_s;
    return pragmas;
}

} // namespace

Statement::Statement(std::unique_ptr<QSqlQuery> query) : m_query(std::move(query)) {}
Statement::Statement(Statement&&) noexcept = default;
Statement::~Statement() = default;

void Statement::bindValue(int position, const QVariant& value)
{
    m_query->bindValue(position, value);
}

bool Statement::exec()
{
    return m_query->exec();
}

bool Statement::next()
{
    return m_query->next();
}

QVariant Statement::value(int column) const
{
    return m_query->value(column);
}

void Statement::finish()
{
    m_query->finish();
}

qint64 Statement::lastInsertId() const
{
    return m_query->lastInsertId().toLongLong();
}

int Statement::numRowsAffected() const
{
    return m_query->numRowsAffected();
}

StoreError Statement::error() const
{
    return errorOf(m_query->lastError());
}

StoreResult<void> run(Statement& statement)
{
    if (!statement.exec())
        return failed(statement.error());
    return {};
}

StoreResult<std::unique_ptr<Database>> Database::open(
    const QString& path, Durability durability, std::span<const Migration> migrations, int cacheKiB)
{
    const bool isNew = !QFile::exists(path);
    if (isNew && !createPrivately(path))
        return failed(StoreError {StoreError::Code::CannotOpen, path});
    auto db = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString()));
    db->setDatabaseName(path);
    db->setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
    std::unique_ptr<Database> database(new Database(std::move(db), path));
    if (!database->m_db->open())
        return failed(StoreError {StoreError::Code::CannotOpen, database->m_db->lastError().databaseText()});
    if (auto applied = database->applyPragmas(isNew, durability, cacheKiB); !applied)
        return failed(applied.error());
    if (auto migrated = database->migrate(migrations); !migrated)
        return failed(migrated.error());
    return database;
}

Database::Database(std::unique_ptr<QSqlDatabase> db, QString path) : m_db(std::move(db)), m_path(std::move(path)) {}

Database::~Database()
{
    const QString name = m_db->connectionName();
    m_db->close();
    m_db.reset();
    QSqlDatabase::removeDatabase(name);
}

StoreResult<void> Database::applyPragmas(bool isNew, Durability durability, int cacheKiB)
{
    for (const QString& pragma : openingPragmas(isNew, durability, cacheKiB)) {
        if (auto executed = execute(qPrintable(u"PRAGMA "_s + pragma)); !executed)
            return executed;
    }
    return {};
}

StoreResult<void> Database::migrate(std::span<const Migration> migrations)
{
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    const int present = pragma("user_version").toInt();
    if (present > newest)
        return failed(StoreError {StoreError::Code::NewerFile, QString::number(present)});
    for (const Migration& migration : migrations) {
        if (migration.version <= present)
            continue;
        auto done = transaction([&]() -> StoreResult<void> {
            for (const char* const* statement = migration.statements; *statement != nullptr; ++statement) {
                if (auto executed = execute(*statement); !executed)
                    return failed(StoreError {StoreError::Code::MigrationFailed, executed.error().detail});
            }
            // Last, so that a failed step never counts as done.
            return execute(qPrintable(u"PRAGMA user_version=%1"_s.arg(migration.version)));
        });
        if (!done)
            return done;
    }
    return {};
}

Statement Database::prepare(const char* sql) const
{
    auto query = std::make_unique<QSqlQuery>(*m_db);
    query->setForwardOnly(true);
    const bool prepared = query->prepare(QString::fromLatin1(sql));
    Q_ASSERT_X(prepared, sql, qPrintable(query->lastError().databaseText()));
    Q_UNUSED(prepared)
    return Statement(std::move(query));
}

StoreResult<void> Database::execute(const char* sql)
{
    QSqlQuery query(*m_db);
    if (!query.exec(QString::fromLatin1(sql)))
        return failed(errorOf(query.lastError()));
    return {};
}

StoreResult<void> Database::transaction(const std::function<StoreResult<void>()>& work)
{
    if (auto begun = execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto done = work();
    if (done)
        done = execute("COMMIT");
    if (!done)
        (void)execute("ROLLBACK"); // the first error is the one to tell; SQLite may have rolled back by itself
    return done;
}

QString Database::pragma(const char* name) const
{
    QSqlQuery query(*m_db);
    return query.exec(u"PRAGMA "_s + QString::fromLatin1(name)) && query.next() ? query.value(0).toString() : QString();
}

QStringList Database::integrityProblems() const
{
    QStringList problems;
    QSqlQuery query(*m_db);
    if (!query.exec(u"PRAGMA integrity_check"_s))
        return {query.lastError().databaseText()};
    while (query.next()) {
        if (query.value(0).toString() != "ok"_L1)
            problems << query.value(0).toString();
    }
    return problems;
}

} // namespace mottaget::store
