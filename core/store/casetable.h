// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/caserow.h"
#include "core/store/database.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QStringList>

#include <map>
#include <optional>

namespace mottaget::store {

//! Which rows a list holds: a view for a person, narrowed by types and words.
struct RowFilter {
    care::View view = care::View::Todo;
    care::StaffRoleId me;
    QStringList types;
    QString words; //!< as typed; matched by prefix against names, numbers, case number and subject
};

//! Repository of the lists' rows and their search index. SQL sorts, filters and pages; nothing is read whole. Store thread only.
class CaseTable final {
public:
    explicit CaseTable(Database& database);

    StoreResult<void> put(const care::CaseRow& row);
    //! The row and what the search knows of it.
    StoreResult<void> remove(const care::CaseId& id);
    //! Closed cases after `afterId` in order of id, with the instant (the server's own text) at which each was last written.
    [[nodiscard]] QList<QPair<care::CaseId, QString>> closed(const care::CaseId& afterId, int limit);
    [[nodiscard]] std::optional<care::CaseRow> find(const care::CaseId& id);
    [[nodiscard]] QList<care::CaseRow> page(const RowFilter& filter, int offset, int count);
    //! Rows just below `key`, in order.
    [[nodiscard]] QList<care::CaseRow> after(const RowFilter& filter, const QByteArray& key, int count);
    //! Rows just above `key`, in order (the last one is the nearest).
    [[nodiscard]] QList<care::CaseRow> before(const RowFilter& filter, const QByteArray& key, int count);
    [[nodiscard]] int count(const RowFilter& filter);
    //! How many rows of the filter stand above `key`.
    [[nodiscard]] int rank(const RowFilter& filter, const QByteArray& key);
    [[nodiscard]] QHash<QString, int> countByType(const RowFilter& filter);
    //! The rows of every view for one person, in one walk over the index of the open ones and one over the rest.
    [[nodiscard]] QHash<care::View, int> countByView(const care::StaffRoleId& me);
    [[nodiscard]] QList<care::CaseId> ofPatient(const care::PatientId& id);
    [[nodiscard]] int openOfPatient(const care::PatientId& id);
    //! Cases whose order may have changed by time alone at `now`; at most `limit`.
    [[nodiscard]] QList<care::CaseId> expired(const QDateTime& now, int limit);
    //! Cases whose row shows an own unfinished command.
    [[nodiscard]] QList<care::CaseId> withPending();
    [[nodiscard]] int total();

private:
    [[nodiscard]] QList<care::CaseRow> select(const RowFilter& filter, const QString& tail, const QList<QVariant>& values);
    [[nodiscard]] Statement& prepared(const QString& sql);
    [[nodiscard]] int number(const RowFilter& filter, const QString& tail, const QList<QVariant>& values);
    StoreResult<void> index(qint64 rid, const QString& words, bool isNew);

    Database& m_database;
    Statement m_insert;
    Statement m_update;
    Statement m_find;
    Statement m_indexed;
    Statement m_unindex;
    Statement m_index;
    Statement m_ofPatient;
    Statement m_expired;
    std::map<QString, Statement> m_prepared; //!< one per shape of filter; a handful
};

} // namespace mottaget::store
