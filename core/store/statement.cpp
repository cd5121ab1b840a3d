// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/store/connection.h"

#include <utility>

#include <sqlite3.h>

namespace mottaget::store {

using namespace Qt::StringLiterals;

bool Relief::mayRetry(const StoreError& error) const
{
    return error.code == StoreError::Code::DiskFull && !inTransaction && makeRoom && makeRoom();
}

void Relief::note(const StoreError& error, bool isRead) const
{
    using enum StoreError::Code;
    // StatementFailed is the caller's; InUse leaves the transaction as it is.
    if (error.code == StatementFailed || error.code == InUse)
        return;
    ++faults->count;
    faults->last = error;
    if (isRead && faults->inTask && !faults->read)
        faults->read = error;
}

Statement::Statement(sqlite3* database, const char* sql, std::shared_ptr<const Relief> relief) : m_relief(std::move(relief))
{
    const int result = sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (result != SQLITE_OK)
        m_unprepared = StoreError {codeOf(result), QString::fromUtf8(sqlite3_errmsg(database))};
    Q_ASSERT_X(result == SQLITE_OK, sql, sqlite3_errmsg(database));
    if (m_statement != nullptr)
        m_relief->prepared->insert(m_statement);
    constexpr std::size_t widest = 64; // what was not prepared is bound like the rest, and fails when it is run
    m_bound.resize(m_statement == nullptr ? widest : static_cast<std::size_t>(sqlite3_bind_parameter_count(m_statement)));
}

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_relief(std::move(other.m_relief))
    , m_bound(std::move(other.m_bound))
    , m_error(std::move(other.m_error))
    , m_unprepared(std::move(other.m_unprepared))
    , m_unbound(std::move(other.m_unbound))
    , m_place(std::exchange(other.m_place, Place::Idle))
    , m_refused(other.m_refused)
{
}

Statement::~Statement()
{
    if (m_statement == nullptr || m_relief->isClosed)
        return;
    m_relief->prepared->erase(m_statement);
    sqlite3_finalize(m_statement);
}

void Statement::bindValue(int position, const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QString: bindValue(position, *static_cast<const QString*>(value.constData())); return;
    case QMetaType::QByteArray: bindValue(position, *static_cast<const QByteArray*>(value.constData())); return;
    case QMetaType::UnknownType: bindValue(position, QByteArray()); return;
    default: bindInteger(position, value.toLongLong()); return; // no column of ours holds fractions
    }
}

void Statement::bindValue(int position, const QString& value)
{
    if (value.isNull()) {
        bindValue(position, QByteArray());
        return;
    }
    QByteArray& utf8 = kept(position) = value.toUtf8();
    const auto size = static_cast<sqlite3_uint64>(utf8.size());
    noteBound(sqlite3_bind_text64(m_statement, position + 1, utf8.constData(), size, SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindValue(int position, const QByteArray& value)
{
    const QByteArray& bytes = kept(position) = value;
    const auto size = static_cast<sqlite3_uint64>(bytes.size());
    noteBound(bytes.isNull() ? sqlite3_bind_null(m_statement, position + 1)
                             : sqlite3_bind_blob64(m_statement, position + 1, bytes.constData(), size, SQLITE_STATIC));
}

void Statement::bindInteger(int position, qint64 value)
{
    finish();
    noteBound(sqlite3_bind_int64(m_statement, position + 1, value));
}

// Little fails here but a value beyond SQLite's limits; it must not run with what was bound before.
void Statement::noteBound(int result)
{
    if (result != SQLITE_OK)
        m_unbound = StoreError {codeOf(result), QString::fromUtf8(sqlite3_errstr(result))};
}

QByteArray& Statement::kept(int position)
{
    finish(); // SQLite binds nothing to what is running
    return m_bound.at(static_cast<std::size_t>(position));
}

bool Statement::exec()
{
    if (tryExec())
        return true;
    if (!m_refused)
        m_relief->note(error(), true);
    return false;
}

bool Statement::tryExec()
{
    Q_ASSERT(!m_relief->isClosed);
    m_refused = m_relief->isBroken();
    if (m_refused)
        return false;
    finish();
    m_error = m_unprepared ? m_unprepared : std::exchange(m_unbound, std::nullopt);
    if (m_error)
        return false;
    if (step())
        m_place = Place::BeforeFirst;
    return !m_error;
}

// True on a row. At the end and after an error the statement is as new, and holds no lock.
bool Statement::step()
{
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW)
        return true;
    if (result != SQLITE_DONE)
        m_error = StoreError {codeOf(result), QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(m_statement)))};
    sqlite3_reset(m_statement);
    m_place = Place::Idle;
    return false;
}

bool Statement::next()
{
    if (m_place == Place::BeforeFirst) {
        m_place = Place::OnRow;
        return true;
    }
    if (m_place == Place::OnRow && step())
        return true;
    if (m_error) // not the end: a read that broke off
        m_relief->note(*m_error, true);
    return false;
}

QVariant Statement::value(int column) const
{
    if (m_place != Place::OnRow)
        return {};
    const auto bytes = [&] { return sqlite3_column_bytes(m_statement, column); };
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return static_cast<qint64>(sqlite3_column_int64(m_statement, column));
    case SQLITE_FLOAT: return sqlite3_column_double(m_statement, column);
    case SQLITE_NULL: return {};
    case SQLITE_BLOB: {
        const void* const data = sqlite3_column_blob(m_statement, column); // null when it is empty
        return data == nullptr ? QByteArray("") : QByteArray(static_cast<const char*>(data), bytes());
    }
    default: {
        const void* const data = sqlite3_column_blob(m_statement, column); // UTF-8, as the file has it
        return data == nullptr ? QString(u""_s) : QString::fromUtf8(static_cast<const char*>(data), bytes());
    }
    }
}

void Statement::finish()
{
    if (m_place != Place::Idle && !m_relief->isClosed)
        sqlite3_reset(m_statement);
    m_place = Place::Idle;
}

qint64 Statement::lastInsertId() const
{
    return m_statement == nullptr ? 0 : sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement));
}

int Statement::numRowsAffected() const
{
    return m_statement == nullptr ? 0 : sqlite3_changes(sqlite3_db_handle(m_statement));
}

StoreError Statement::error() const
{
    if (m_refused)
        return m_relief->faults->last;
    return m_error.value_or(StoreError {});
}

StoreResult<void> run(Statement& statement)
{
    if (statement.tryExec())
        return {};
    const StoreError error = statement.error();
    if (statement.m_refused)
        return failed(error);
    if (statement.m_relief->mayRetry(error) && statement.tryExec())
        return {};
    statement.m_relief->note(error, false);
    return failed(error);
}

} // namespace mottaget::store
