// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/store/database.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace mottaget::store {

//! A resource that was here and is not any more, without its content. Keeps a late page from bringing it back, and reconciliation from
//! fetching what was let go on purpose.
struct Absence {
    enum class Why {
        Deleted = 1, //!< the region says that it exists no more
        Left = 2,    //!< it exists, and has left what is kept here: closed long ago, another unit's
    };
    QString type;
    QString id;
    QString version; //!< the last one that was here
    QString caseId;
    Why why = Why::Left;
    friend bool operator==(const Absence&, const Absence&) = default;
};

//! Repository of absences, in the cache file. Store thread only.
class AbsenceTable final {
public:
    explicit AbsenceTable(Database& database);

    //! Most caches have none for long: nothing is asked of the file then.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    StoreResult<void> put(const Absence& absence);
    [[nodiscard]] std::optional<Absence> find(const QString& type, const QString& id);
    [[nodiscard]] QList<Absence> ofCase(const care::CaseId& id);
    //! By type, those that the region still has.
    [[nodiscard]] QHash<QString, int> countLeft();
    //! It is back.
    StoreResult<void> remove(const QString& type, const QString& id);
    StoreResult<void> removeOfCase(const care::CaseId& id);

private:
    [[nodiscard]] static QList<Absence> read(Statement& query);
    bool m_isEmpty;
    Statement m_put;
    Statement m_find;
    Statement m_ofCase;
    Statement m_countLeft;
    Statement m_remove;
    Statement m_removeOfCase;
};

} // namespace mottaget::store
