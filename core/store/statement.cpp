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
    const QSqlError error = m_query->lastError();
    return {codeOf(error.nativeErrorCode().toInt()), error.databaseText()};
}

StoreResult<void> run(Statement& statement)
{
    if (statement.exec())
        return {};
    const StoreError error = statement.error();
    if (statement.m_relief->mayRetry(error) && statement.exec())
        return {};
    return failed(error);
}

} // namespace mottaget::store
