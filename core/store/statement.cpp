// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/store/connection.h"

#include <QSqlError>
#include <QSqlQuery>

namespace mottaget::store {

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

Statement::Statement(std::unique_ptr<QSqlQuery> query, std::shared_ptr<const Relief> relief)
    : m_query(std::move(query))
    , m_relief(std::move(relief))
{
}
Statement::Statement(Statement&&) noexcept = default;
Statement::~Statement() = default;

void Statement::bindValue(int position, const QVariant& value)
{
    m_query->bindValue(position, value);
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
    m_refused = m_relief->isBroken();
    return !m_refused && m_query->exec();
}

bool Statement::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid()) // not the end: a read that broke off
        m_relief->note(error(), true);
    return false;
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
    if (m_refused)
        return m_relief->faults->last;
    const QSqlError error = m_query->lastError();
    return {codeOf(error.nativeErrorCode().toInt()), error.databaseText()};
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
