// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storeerror.h"

#include <QVariant>

#include <functional>
#include <memory>

class QSqlQuery;

namespace mottaget::store {

//! What may make room when the disk is full, shared by a database and its statements.
struct Relief {
    std::function<bool()> makeRoom; //!< true when there is more room than before; may be empty
    bool inTransaction = false;     //!< then the whole transaction is begun again, not a statement of it
    [[nodiscard]] bool mayRetry(const StoreError& error) const;
};

//! A prepared statement, made once and reused; keeps Qt SQL out of everybody else's sight. Bind all positions, exec, read with
//! next() and value(), then finish() so that no read lock stays behind.
class Statement final {
public:
    Statement(std::unique_ptr<QSqlQuery> query, std::shared_ptr<const Relief> relief);
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
    friend StoreResult<void> run(Statement& statement);
    std::unique_ptr<QSqlQuery> m_query;
    std::shared_ptr<const Relief> m_relief;
};

//! Executes; on failure the reason. Once more when the disk was full and room could be made.
StoreResult<void> run(Statement& statement);

} // namespace mottaget::store
