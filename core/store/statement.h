// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storeerror.h"

#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

class QSqlQuery;

namespace mottaget::store {

//! What the disk refused, to one file or to several that answer together. A write tells its caller; a read that broke off looks like one
//! that found nothing.
struct DiskFaults {
    quint64 count = 0;              //!< of reads and writes
    StoreError last;
    bool inTask = false;            //!< see Stores::beginTask
    std::optional<StoreError> read; //!< the first read that broke off in the task
};

//! What a database and its statements share about their disk: what makes room when it is full, and what it refused.
struct Relief {
    std::function<bool()> makeRoom; //!< true when there is more room than before; may be empty
    bool inTransaction = false;     //!< then the whole transaction is begun again, not a statement of it
    std::shared_ptr<DiskFaults> faults = std::make_shared<DiskFaults>();
    quint64 faultsAtBegin = 0; //!< of the transaction
    [[nodiscard]] bool mayRetry(const StoreError& error) const;
    //! Nothing more may run: of a transaction that met a fault SQLite has rolled back what there was, and what follows would be committed
    //! alone; of a task whose read broke off the rest would act on what is not so.
    [[nodiscard]] bool isBroken() const
    {
        return (inTransaction && faults->count != faultsAtBegin) || (faults->inTask && faults->read.has_value());
    }
    //! Keeps what is the disk's doing; a violated constraint is not.
    void note(const StoreError& error, bool isRead) const;
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
    [[nodiscard]] bool tryExec();
    std::unique_ptr<QSqlQuery> m_query;
    std::shared_ptr<const Relief> m_relief;
    bool m_refused = false; //!< not run at all, because of an earlier fault
};

//! Executes; on failure the reason. Once more when the disk was full and room could be made.
StoreResult<void> run(Statement& statement);

} // namespace mottaget::store
