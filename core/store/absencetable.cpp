// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/absencetable.h"

#include "core/store/columns.h"

namespace mottaget::store {

namespace {

bool hasNone(const Database& database)
{
    Statement any = database.prepare("SELECT 1 FROM absent LIMIT 1");
    return any.exec() && !any.next();
}

} // namespace

AbsenceTable::AbsenceTable(Database& database)
    : m_isEmpty(hasNone(database))
    , m_put(database.prepare("INSERT OR REPLACE INTO absent(type,id,version,case_id,why) VALUES(?,?,?,?,?)"))
    , m_find(database.prepare("SELECT type,id,version,case_id,why FROM absent WHERE type=? AND id=?"))
    , m_ofCase(database.prepare("SELECT type,id,version,case_id,why FROM absent WHERE case_id=? ORDER BY type, id"))
    , m_countLeft(database.prepare("SELECT type, count(*) FROM absent WHERE why=2 GROUP BY type"))
    , m_remove(database.prepare("DELETE FROM absent WHERE type=? AND id=?"))
    , m_removeOfCase(database.prepare("DELETE FROM absent WHERE case_id=?"))
{
}

QList<Absence> AbsenceTable::read(Statement& query)
{
    QList<Absence> found;
    if (query.exec()) {
        while (query.next())
            found.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(), query.value(3).toString(),
                static_cast<Absence::Why>(query.value(4).toInt())});
    }
    query.finish();
    return found;
}

StoreResult<void> AbsenceTable::put(const Absence& absence)
{
    m_put.bindValue(0, absence.type);
    m_put.bindValue(1, absence.id);
    m_put.bindValue(2, text(absence.version));
    m_put.bindValue(3, text(absence.caseId));
    m_put.bindValue(4, static_cast<int>(absence.why));
    m_isEmpty = false; // also when this fails: then the file is asked
    return run(m_put);
}

std::optional<Absence> AbsenceTable::find(const QString& type, const QString& id)
{
    m_find.bindValue(0, type);
    m_find.bindValue(1, id);
    const QList<Absence> found = read(m_find);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<Absence> AbsenceTable::ofCase(const care::CaseId& id)
{
    m_ofCase.bindValue(0, id.text());
    return read(m_ofCase);
}

StoreResult<void> AbsenceTable::remove(const QString& type, const QString& id)
{
    m_remove.bindValue(0, type);
    m_remove.bindValue(1, id);
    return run(m_remove);
}

StoreResult<void> AbsenceTable::removeOfCase(const care::CaseId& id)
{
    m_removeOfCase.bindValue(0, id.text());
    return run(m_removeOfCase);
}

QHash<QString, int> AbsenceTable::countLeft()
{
    QHash<QString, int> counts;
    if (m_countLeft.exec()) {
        while (m_countLeft.next())
            counts.insert(m_countLeft.value(0).toString(), m_countLeft.value(1).toInt());
    }
    m_countLeft.finish();
    return counts;
}

} // namespace mottaget::store
