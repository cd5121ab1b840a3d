// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/syncfolder.h"
#include "core/store/connection.h"
#include "core/store/sealedvfs.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <cerrno>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

StoreError::Code codeOf(const QSqlError& error)
{
    return store::codeOf(error.nativeErrorCode().toInt());
}

StoreError errorOf(const QSqlError& error)
{
    return {codeOf(error), error.databaseText()};
}

// An empty file with the right mode first: SQLite would create it with the umask's.
StoreResult<void> createPrivately(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return failed(StoreError {codeOfSystem(errno), path});
    ::close(file);
    return {};
}

QStringList openingPragmas(NewFile newFile, Durability durability, int cacheKiB, Access access)
{
    // The order matters: locking first, or opening an existing WAL file asks for shared memory.
    QStringList pragmas {access == Access::Sole ? u"locking_mode=EXCLUSIVE"_s : u"locking_mode=NORMAL"_s, u"temp_store=MEMORY"_s,
        u"cache_spill=OFF"_s, u"mmap_size=0"_s};
    if (newFile == NewFile::Expected)
        pragmas << u"journal_mode=MEMORY"_s; // straight to WAL would leave a rollback journal on disk for a moment
    if (access == Access::Reader)
        pragmas << u"query_only=ON"_s << u"wal_autocheckpoint=0"_s;
    else
        pragmas << u"journal_mode=WAL"_s << (durability == Durability::Cache ? u"synchronous=NORMAL"_s : u"synchronous=FULL"_s);
    pragmas << u"cache_size=-%1"_s.arg(cacheKiB) << u"foreign_keys=ON"_s;
    return pragmas;
}

// Frames of the log that a sole owner keeps plain in memory until they are checkpointed: what SQLite's automatic checkpoint lets gather.
constexpr qint64 rememberedFrames = 1024;

} // namespace

Sealing Sealing::over(const char* vfs) const
{
    Sealing other = *this;
    other.m_below = vfs;
    return other;
}

StoreResult<std::unique_ptr<Database>> Database::open(
    const QString& path, Durability durability, std::span<const Migration> migrations, int cacheKiB, const Sealing& sealing, Access access)
{
    auto database = openAsFound(path, durability, migrations, cacheKiB, sealing, access);
    if (!database || access == Access::Reader)
        return database;
    if (auto migrated = (*database)->migrate(migrations); !migrated)
        return failed(migrated.error());
    return database;
}

StoreResult<std::unique_ptr<Database>> Database::openAsFound(
    const QString& path, Durability durability, std::span<const Migration> migrations, int cacheKiB, const Sealing& sealing, Access access)
{
    const Opening opening {durability, cacheKiB, sealing, access};
    if (!QFile::exists(path)) {
        if (auto created = create(path, opening); !created)
            return failed(created.error());
    }
    auto database = connect(path, opening, NewFile::Refused);
    if (!database || access == Access::Reader)
        return database;
    if (auto known = (*database)->refuseNewer(migrations); !known) {
        (*database)->leaveAsFound();
        return failed(known.error());
    }
    return database;
}

// Under another name until it is a whole first page in WAL mode: an empty or torn file under the real name is then always damage.
StoreResult<void> Database::create(const QString& path, const Opening& opening)
{
    // SQLite would take it for the new file's own: the seal cannot tell, it is of the same key and identity.
    if (QFileInfo(path + u"-wal"_s).size() > 0)
        return failed(StoreError {StoreError::Code::Damaged, u"a log without its file"_s});
    const QString fresh = path + u".new"_s;
    for (const QString& left : {fresh, QString(fresh + u"-wal"_s)})
        QFile::remove(left);
    if (auto created = createPrivately(fresh); !created)
        return created;
    Opening first = opening;
    first.access = Access::Sole;
    first.durability = Durability::Irreplaceable;
    if (auto database = connect(fresh, first, NewFile::Expected); !database)
        return failed(database.error());
    if (QFileInfo::exists(fresh + u"-wal"_s) || !QFile::rename(fresh, path) || !syncFolderOf(path))
        return failed(StoreError {StoreError::Code::IoFailed, path});
    return {};
}

StoreResult<std::unique_ptr<Database>> Database::connect(const QString& path, const Opening& opening, NewFile newFile)
{
    std::unique_ptr<SealedVfs> vfs;
    if (opening.sealing.m_key != nullptr) {
        const qint64 remembered = opening.access == Access::Sole ? rememberedFrames : 0;
        auto created = SealedVfs::create(path, *opening.sealing.m_key, {newFile, remembered, opening.sealing.m_below});
        if (!created)
            return failed(created.error());
        vfs = std::move(*created);
    }
    auto db = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString()));
    const char* through = vfs ? vfs->name().constData() : opening.sealing.m_below;
    QString options = opening.access == Access::Reader ? u"QSQLITE_BUSY_TIMEOUT=1000"_s : u"QSQLITE_BUSY_TIMEOUT=0"_s;
    if (through == nullptr) {
        db->setDatabaseName(path);
    } else {
        db->setDatabaseName(
            u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) + u"?vfs="_s + QString::fromLatin1(through));
        options += u";QSQLITE_OPEN_URI"_s;
    }
    db->setConnectOptions(options);
    std::unique_ptr<Database> database(new Database(std::move(vfs), std::move(db), path));
    if (!database->m_db->open()) {
        const QSqlError error = database->m_db->lastError();
        const StoreError::Code code = codeOf(error);
        return failed(
            database->reasonOf({code == StoreError::Code::StatementFailed ? StoreError::Code::CannotOpen : code, error.databaseText()}));
    }
    if (database->m_vfs && !database->m_vfs->serves(handleOf(*database->m_db)))
        return failed(StoreError {StoreError::Code::NotSealed, path});
    // SQLite opens what may only be read without a word, and fails at the first write.
    if (opening.access != Access::Reader && sqlite3_db_readonly(handleOf(*database->m_db), "main") == 1)
        return failed(StoreError {StoreError::Code::NotWritable, path});
    if (auto applied = database->applyPragmas(opening, newFile); !applied)
        return failed(applied.error());
    return database;
}

Database::Database(std::unique_ptr<SealedVfs> vfs, std::unique_ptr<QSqlDatabase> db, QString path)
    : m_vfs(std::move(vfs))
    , m_db(std::move(db))
    , m_path(std::move(path))
{
}

Database::~Database()
{
    // SQLite keeps a connection open, and its locks, as long as it has statements. (Not all of those it knows: the search index has its own.)
    m_relief->isClosed = true;
    for (sqlite3_stmt* const statement : *m_relief->prepared)
        sqlite3_finalize(statement);
    const QString name = m_db->connectionName();
    m_db->close();
    m_db.reset();
    QSqlDatabase::removeDatabase(name);
}

StoreResult<void> Database::applyPragmas(const Opening& opening, NewFile newFile)
{
    for (const QString& pragma : openingPragmas(newFile, opening.durability, opening.cacheKiB, opening.access)) {
        if (auto executed = execute(qPrintable(u"PRAGMA "_s + pragma)); !executed)
            return executed;
    }
    // SQLite keeps the mode it had, without an error, when it can't change it. Asking also reads the file for the first time.
    if (const QString mode = pragma("journal_mode"); mode != "wal"_L1)
        return failed(reasonOf({StoreError::Code::CannotOpen, u"journal_mode "_s + mode}));
    return {};
}

// What the sealing itself refused says more than what SQLite made of it.
StoreError Database::reasonOf(const StoreError& error) const
{
    return m_vfs ? m_vfs->takeRefusal().value_or(error) : error;
}

StoreResult<void> Database::refuseNewer(std::span<const Migration> migrations) const
{
    const int present = pragma("user_version").toInt();
    if (present > (migrations.empty() ? 0 : migrations.back().version))
        return failed(StoreError {StoreError::Code::NewerFile, QString::number(present)});
    return {};
}

StoreResult<void> Database::migrate(std::span<const Migration> migrations)
{
    const int present = pragma("user_version").toInt();
    for (const Migration& migration : migrations) {
        if (migration.version <= present)
            continue;
        auto done = transaction([&]() -> StoreResult<void> {
            for (const char* const* statement = migration.statements; *statement != nullptr; ++statement) {
                auto executed = execute(*statement);
                // A disk that refuses is no fault of the migration: it is told by its own code, and the next opening goes on.
                if (!executed && executed.error().code == StoreError::Code::StatementFailed)
                    return failed(StoreError {StoreError::Code::MigrationFailed, executed.error().detail});
                if (!executed)
                    return executed;
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
    return {handleOf(*m_db), sql, m_relief};
}

StoreResult<void> Database::execute(const char* sql)
{
    if (m_relief->isBroken())
        return failed(m_relief->faults->last);
    auto done = tryExecute(sql);
    if (!done && m_relief->mayRetry(done.error()))
        done = tryExecute(sql);
    if (!done)
        m_relief->note(done.error(), false);
    return done;
}

StoreResult<void> Database::tryExecute(const char* sql)
{
    QSqlQuery query(*m_db);
    query.setForwardOnly(true);
    bool done = query.exec(QString::fromLatin1(sql));
    // To its end: a pragma gives its row before it commits, and what the commit says would be lost.
    while (done && query.next()) {}
    done = done && !query.lastError().isValid();
    return done ? StoreResult<void>() : failed(reasonOf(errorOf(query.lastError())));
}

StoreResult<void> Database::transaction(const std::function<StoreResult<void>()>& work)
{
    const DiskFaults before = *m_relief->faults;
    auto done = tryTransaction(work);
    if (!done && m_relief->mayRetry(done.error())) {
        *m_relief->faults = before;
        done = tryTransaction(work);
    }
    return done;
}

StoreResult<void> Database::tryTransaction(const std::function<StoreResult<void>()>& work)
{
    m_relief->inTransaction = true;
    m_relief->faultsAtBegin = m_relief->faults->count;
    const auto ended = qScopeGuard([this] { m_relief->inTransaction = false; });
    if (auto begun = execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto done = work();
    // Also refused when `work` took a broken read for an empty one, of this file or of one that it answers together with.
    if (done)
        done = execute("COMMIT");
    if (!done)
        (void)tryExecute("ROLLBACK"); // the first error is the one to tell; SQLite may have rolled back by itself
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

StoreResult<void> Database::checkpoint()
{
    QSqlQuery query(*m_db);
    if (!query.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s) || !query.next())
        return failed(reasonOf(errorOf(query.lastError())));
    if (query.value(0).toInt() != 0)
        return failed(StoreError {StoreError::Code::InUse, u"checkpoint"_s});
    return {};
}

void Database::leaveAsFound()
{
    sqlite3_db_config(handleOf(*m_db), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

qint64 Database::logBytes() const
{
    return QFileInfo(m_path + u"-wal"_s).size();
}

LogState Database::logState() const
{
    return m_vfs ? m_vfs->logState() : LogState::Whole;
}

StoreResult<PageReport> Database::verifyPages()
{
    if (!m_vfs)
        return failed(StoreError {StoreError::Code::NotSealed, m_path});
    return verifySealedFile(m_path, m_vfs->sealer());
}

quint64 Database::sealedCount() const
{
    return m_vfs ? m_vfs->sealer().sealedCount() : 0;
}

quint32 Database::keyEpoch() const
{
    return m_vfs ? m_vfs->sealer().epoch() : 0;
}

} // namespace mottaget::store
