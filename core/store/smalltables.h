// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/command.h"
#include "core/care/ids.h"
#include "core/store/database.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace mottaget::store {

//! Named marks of the cache: how far each type has been pulled, and what is known of the unit. A mark is written in the same
//! transaction as the data it speaks of. Store thread only.
class MarkTable final {
public:
    explicit MarkTable(Database& database);
    [[nodiscard]] QString value(const QString& name); //!< empty when not set
    StoreResult<void> set(const QString& name, const QString& value);
    [[nodiscard]] QHash<QString, QString> all();

private:
    Statement m_get;
    Statement m_set;
    Statement m_all;
};

//! A reply being written, one per case. The journal file keeps it through locks, kills and sign-outs.
struct StoredDraft {
    care::Verb verb = care::Verb::Reply;
    QString text;
    QDateTime savedAt;
    friend bool operator==(const StoredDraft&, const StoredDraft&) = default;
};

//! Repository of drafts. Store thread only.
class DraftTable final {
public:
    explicit DraftTable(Database& database);
    [[nodiscard]] std::optional<StoredDraft> find(const care::CaseId& id);
    //! Every draft, oldest first: for an export, when the cases themselves may be gone.
    [[nodiscard]] QList<std::pair<care::CaseId, StoredDraft>> all();
    //! The same of a file with damaged pages: what lies on whole ones, in no order.
    [[nodiscard]] QList<std::pair<care::CaseId, StoredDraft>> salvage();
    StoreResult<void> put(const care::CaseId& id, const StoredDraft& draft);
    StoreResult<void> remove(const care::CaseId& id);

private:
    Database& m_database;
    Statement m_find;
    Statement m_all;
    Statement m_put;
    Statement m_remove;
};

//! One thing that happened to a case, without identity.
struct CaseEvent {
    QString id; //!< of the receipt that told it: the same event is counted once whoever brings it
    QString verb;
    QString caseType;
    QString unit;
    QDateTime at;
};

//! Repository of events for follow-up. Store thread only.
class EventTable final {
public:
    explicit EventTable(Database& database);
    StoreResult<void> add(const CaseEvent& event);
    [[nodiscard]] int count();

private:
    Statement m_add;
    Statement m_count;
};

} // namespace mottaget::store
