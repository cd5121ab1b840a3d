// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/smalltables.h"

#include "core/care/codes.h"
#include "core/store/columns.h"
#include "core/store/salvage.h"

namespace mottaget::store {

namespace {

QList<std::pair<care::CaseId, StoredDraft>> readDrafts(Statement& query)
{
    QList<std::pair<care::CaseId, StoredDraft>> drafts;
    if (query.exec()) {
        while (query.next())
            drafts.append({care::CaseId(query.value(0).toString()),
                {care::verbOf(query.value(1).toString()).value_or(care::Verb::Reply), query.value(2).toString(), timeOf(query.value(3))}});
    }
    query.finish();
    return drafts;
}

} // namespace

MarkTable::MarkTable(Database& database)
    : m_get(database.prepare("SELECT value FROM mark WHERE name=?"))
    , m_set(database.prepare("INSERT INTO mark(name,value) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value"))
    , m_all(database.prepare("SELECT name, value FROM mark"))
{
}

QString MarkTable::value(const QString& name)
{
    m_get.bindValue(0, name);
    const QString found = m_get.exec() && m_get.next() ? m_get.value(0).toString() : QString();
    m_get.finish();
    return found;
}

StoreResult<void> MarkTable::set(const QString& name, const QString& value)
{
    m_set.bindValue(0, name);
    m_set.bindValue(1, text(value));
    return run(m_set);
}

QHash<QString, QString> MarkTable::all()
{
    QHash<QString, QString> marks;
    if (m_all.exec()) {
        while (m_all.next())
            marks.insert(m_all.value(0).toString(), m_all.value(1).toString());
    }
    m_all.finish();
    return marks;
}

DraftTable::DraftTable(Database& database)
    : m_database(database)
    , m_find(database.prepare("SELECT verb, text, saved_at FROM draft WHERE case_id=?"))
    , m_all(database.prepare("SELECT case_id, verb, text, saved_at FROM draft ORDER BY saved_at, case_id"))
    , m_put(database.prepare("INSERT INTO draft(case_id,verb,text,saved_at) VALUES(?,?,?,?) "
                             "ON CONFLICT(case_id) DO UPDATE SET verb=excluded.verb, text=excluded.text, saved_at=excluded.saved_at"))
    , m_remove(database.prepare("DELETE FROM draft WHERE case_id=?"))
{
}

std::optional<StoredDraft> DraftTable::find(const care::CaseId& id)
{
    m_find.bindValue(0, id.text());
    std::optional<StoredDraft> found;
    if (m_find.exec() && m_find.next())
        found = StoredDraft {
            care::verbOf(m_find.value(0).toString()).value_or(care::Verb::Reply), m_find.value(1).toString(), timeOf(m_find.value(2))};
    m_find.finish();
    return found;
}

QList<std::pair<care::CaseId, StoredDraft>> DraftTable::all()
{
    return readDrafts(m_all);
}

QList<std::pair<care::CaseId, StoredDraft>> DraftTable::salvage()
{
    Statement one = m_database.prepare("SELECT case_id, verb, text, saved_at FROM draft WHERE rowid=?");
    QList<std::pair<care::CaseId, StoredDraft>> drafts;
    for (qint64 row = 1, last = lastRow(m_database, "draft"); row <= last; ++row) {
        one.bindValue(0, row);
        drafts += readDrafts(one);
    }
    return drafts;
}

StoreResult<void> DraftTable::put(const care::CaseId& id, const StoredDraft& draft)
{
    m_put.bindValue(0, id.text());
    m_put.bindValue(1, QString(care::codeOf(draft.verb)));
    m_put.bindValue(2, text(draft.text));
    m_put.bindValue(3, toColumn(draft.savedAt));
    return run(m_put);
}

StoreResult<void> DraftTable::remove(const care::CaseId& id)
{
    m_remove.bindValue(0, id.text());
    return run(m_remove);
}

EventTable::EventTable(Database& database)
    : m_add(database.prepare("INSERT INTO event(id,verb,case_type,unit,at) VALUES(?,?,?,?,?) ON CONFLICT(id) DO NOTHING"))
    , m_count(database.prepare("SELECT count(*) FROM event"))
{
}

StoreResult<void> EventTable::add(const CaseEvent& event)
{
    m_add.bindValue(0, event.id);
    m_add.bindValue(1, text(event.verb));
    m_add.bindValue(2, text(event.caseType));
    m_add.bindValue(3, text(event.unit));
    m_add.bindValue(4, event.at.isValid() ? event.at.toMSecsSinceEpoch() : 0);
    return run(m_add);
}

int EventTable::count()
{
    const int found = m_count.exec() && m_count.next() ? m_count.value(0).toInt() : 0;
    m_count.finish();
    return found;
}

} // namespace mottaget::store
