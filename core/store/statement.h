// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storeerror.h"

#include <QVariant>

#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

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
    bool isClosed = false;     //!< the database is gone, and what was prepared on it with it
    std::shared_ptr<std::set<sqlite3_stmt*>> prepared = std::make_shared<std::set<sqlite3_stmt*>>();
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

//! A prepared statement, made once and reused; keeps SQLite out of everybody else's sight. Bind all positions, exec, read with
//! next() and value(), then finish() so that no read lock stays behind. On SQLite itself: a first fetch runs several statements for each
//! resource, and half of their time was in QSqlQuery's bookkeeping. A null text or null bytes are bound as NULL, as Qt SQL does.
class Statement final {
public:
    Statement(sqlite3* database, const char* sql, std::shared_ptr<const Relief> relief);
    Statement(Statement&&) noexcept;
    ~Statement();

    void bindValue(int position, const QVariant& value);
    void bindValue(int position, const QString& value);
    void bindValue(int position, const QByteArray& value);
    template <std::integral T>
    void bindValue(int position, T value)
    {
        bindInteger(position, static_cast<qint64>(value));
    }
    [[nodiscard]] bool exec();
    [[nodiscard]] bool next();
    //! Of the row that next() came to; invalid when there is none.
    [[nodiscard]] QVariant value(int column) const;
    void finish();
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] int numRowsAffected() const;
    [[nodiscard]] StoreError error() const;

private:
    enum class Place { Idle, BeforeFirst, OnRow }; //!< BeforeFirst: exec() has stepped to the first row, next() has not been asked for it
    friend StoreResult<void> run(Statement& statement);
    [[nodiscard]] bool tryExec();
    [[nodiscard]] bool step();
    void bindInteger(int position, qint64 value);
    void noteBound(int result);
    [[nodiscard]] QByteArray& kept(int position);
    sqlite3_stmt* m_statement = nullptr;
    std::shared_ptr<const Relief> m_relief;
    std::vector<QByteArray> m_bound; //!< what SQLite reads from until it is bound anew
    std::optional<StoreError> m_error;
    std::optional<StoreError> m_unprepared; //!< why there is no statement to run
    std::optional<StoreError> m_unbound; //!< since it was run last
    Place m_place = Place::Idle;
    bool m_refused = false; //!< not run at all, because of an earlier fault
};

//! Executes; on failure the reason. Once more when the disk was full and room could be made.
StoreResult<void> run(Statement& statement);

} // namespace mottaget::store
