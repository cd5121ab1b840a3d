// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/casetable.h"

#include "core/store/caserowcolumns.h"
#include "core/store/columns.h"

#include <algorithm>
#include <array>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

QString placeholders(int count)
{
    return QStringList(count, u"?"_s).join(u',');
}

QByteArray insertSql()
{
    return "INSERT INTO case_row(" + QByteArray(caseRowColumns) + ") VALUES(" + placeholders(caseRowColumnCount).toLatin1() + ')';
}

QByteArray findSql()
{
    return QByteArray("SELECT ") + caseRowColumns + ",rid FROM case_row WHERE id=?";
}

QByteArray updateSql()
{
    QByteArray assignments(caseRowColumns);
    assignments.replace(",", "=?,");
    return "UPDATE case_row SET " + assignments + "=? WHERE rid=?";
}

// The views in SQL; care::belongs says the same of one row and a test holds the two together.
QString condition(care::View view)
{
    const QString waiting = QString::number(static_cast<int>(care::CaseState::Waiting));
    const QString answered = QString::number(static_cast<int>(care::CaseState::Answered));
    const QString unit = QString::number(static_cast<int>(care::Owner::Kind::Unit));
    switch (view) {
    case care::View::Todo: return u"is_open=1 AND state NOT IN (%1,%2) AND (owner_kind=%3 OR owner_ref=?)"_s.arg(waiting, answered, unit);
    case care::View::Mine: return u"is_open=1 AND owner_kind<>%1 AND owner_ref=?"_s.arg(unit);
    case care::View::Unassigned: return u"is_open=1 AND owner_kind=%1"_s.arg(unit);
    case care::View::Waiting: return u"is_open=1 AND state=%1"_s.arg(waiting);
    case care::View::Open: return u"is_open=1"_s;
    case care::View::Closed: return u"is_open=0"_s;
    }
    Q_UNREACHABLE();
}

void bindAll(Statement& query, const QList<QVariant>& values)
{
    int at = 0;
    for (const QVariant& value : values)
        query.bindValue(at++, value);
}

struct Where {
    QString sql;
    QList<QVariant> values;
};

Where whereOf(const RowFilter& filter)
{
    Where where {condition(filter.view), {}};
    for (qsizetype i = where.sql.count(u'?'); i > 0; --i)
        where.values << text(filter.me.text());
    if (!filter.types.isEmpty()) {
        where.sql += u" AND type IN (%1)"_s.arg(placeholders(static_cast<int>(filter.types.size())));
        for (const QString& type : filter.types)
            where.values << type;
    }
    if (const QString expression = searchExpression(filter.words); !expression.isEmpty()) {
        where.sql += u" AND rid IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)"_s;
        where.values << expression;
    }
    return where;
}

} // namespace

CaseTable::CaseTable(Database& database)
    : m_database(database)
    , m_insert(database.prepare(insertSql().constData()))
    , m_update(database.prepare(updateSql().constData()))
    , m_find(database.prepare(findSql().constData()))
    , m_indexed(database.prepare("SELECT words FROM case_search WHERE rowid=?"))
    , m_unindex(database.prepare("DELETE FROM case_search WHERE rowid=?"))
    , m_index(database.prepare("INSERT INTO case_search(rowid, words) VALUES(?,?)"))
    , m_ofPatient(database.prepare("SELECT id, is_open FROM case_row WHERE patient_id=? ORDER BY id"))
    , m_expired(database.prepare("SELECT id FROM case_row WHERE order_until<=? ORDER BY order_until LIMIT ?"))
{
}

StoreResult<void> CaseTable::put(const care::CaseRow& row)
{
    m_find.bindValue(0, row.id.text());
    if (auto ran = run(m_find); !ran)
        return ran;
    const bool isNew = !m_find.next();
    qint64 rid = isNew ? 0 : m_find.value(caseRowColumnCount).toLongLong();
    const bool isSame = !isNew && readRow(m_find) == row; // a message seldom changes what its case's row shows
    m_find.finish();
    if (isSame)
        return {};
    Statement& write = isNew ? m_insert : m_update;
    bindRow(write, row);
    if (!isNew)
        write.bindValue(caseRowColumnCount, rid);
    if (auto ran = run(write); !ran)
        return ran;
    if (isNew)
        rid = write.lastInsertId();
    return index(rid, searchWords(row), isNew);
}

StoreResult<void> CaseTable::remove(const care::CaseId& id)
{
    for (const char* sql :
        {"DELETE FROM case_search WHERE rowid=(SELECT rid FROM case_row WHERE id=?)", "DELETE FROM case_row WHERE id=?"}) {
        Statement& statement = prepared(QString::fromLatin1(sql));
        statement.bindValue(0, id.text());
        if (auto ran = run(statement); !ran)
            return ran;
    }
    return {};
}

QList<QPair<care::CaseId, QString>> CaseTable::closed(const care::CaseId& afterId, int limit)
{
    QList<QPair<care::CaseId, QString>> found;
    Statement& query = prepared(u"SELECT case_row.id, resource.updated FROM case_row "
                                "JOIN resource ON resource.type='Task' AND resource.id=case_row.id "
                                "WHERE case_row.is_open=0 AND case_row.id>? ORDER BY case_row.id LIMIT ?"_s);
    query.bindValue(0, text(afterId.text()));
    query.bindValue(1, limit);
    if (query.exec()) {
        while (query.next())
            found.append({care::CaseId(query.value(0).toString()), query.value(1).toString()});
    }
    query.finish();
    return found;
}

StoreResult<void> CaseTable::index(qint64 rid, const QString& words, bool isNew)
{
    if (!isNew) {
        m_indexed.bindValue(0, rid);
        if (auto ran = run(m_indexed); !ran)
            return ran;
        const bool same = m_indexed.next() && m_indexed.value(0).toString() == words;
        m_indexed.finish();
        if (same)
            return {}; // most updates change state or order, not what is searched
        m_unindex.bindValue(0, rid);
        if (auto ran = run(m_unindex); !ran)
            return ran;
    }
    m_index.bindValue(0, rid);
    m_index.bindValue(1, text(words));
    return run(m_index);
}

std::optional<care::CaseRow> CaseTable::find(const care::CaseId& id)
{
    m_find.bindValue(0, id.text());
    std::optional<care::CaseRow> row;
    if (m_find.exec() && m_find.next())
        row = readRow(m_find);
    m_find.finish();
    return row;
}

Statement& CaseTable::prepared(const QString& sql)
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end())
        found = m_prepared.emplace(sql, m_database.prepare(sql.toLatin1().constData())).first;
    return found->second;
}

QList<care::CaseRow> CaseTable::select(const RowFilter& filter, const QString& tail, const QList<QVariant>& values)
{
    const Where where = whereOf(filter);
    const QString sql = u"SELECT %1 FROM case_row WHERE %2 %3"_s.arg(QLatin1StringView(caseRowColumns), where.sql, tail);
    Statement& query = prepared(sql);
    bindAll(query, where.values + values);
    QList<care::CaseRow> rows;
    if (query.exec()) {
        while (query.next())
            rows << readRow(query);
    }
    query.finish();
    return rows;
}

int CaseTable::number(const RowFilter& filter, const QString& tail, const QList<QVariant>& values)
{
    const Where where = whereOf(filter);
    const QString sql = u"SELECT count(*) FROM case_row WHERE %1 %2"_s.arg(where.sql, tail);
    Statement& query = prepared(sql);
    bindAll(query, where.values + values);
    const int found = query.exec() && query.next() ? query.value(0).toInt() : 0;
    query.finish();
    return found;
}

QList<care::CaseRow> CaseTable::page(const RowFilter& filter, int offset, int count)
{
    return select(filter, u"ORDER BY order_key LIMIT ? OFFSET ?"_s, {count, offset});
}

QList<care::CaseRow> CaseTable::after(const RowFilter& filter, const QByteArray& key, int count)
{
    return select(filter, u"AND order_key>? ORDER BY order_key LIMIT ?"_s, {key, count});
}

QList<care::CaseRow> CaseTable::before(const RowFilter& filter, const QByteArray& key, int count)
{
    QList<care::CaseRow> rows = select(filter, u"AND order_key<? ORDER BY order_key DESC LIMIT ?"_s, {key, count});
    std::reverse(rows.begin(), rows.end());
    return rows;
}

int CaseTable::count(const RowFilter& filter)
{
    return number(filter, QString(), {});
}

int CaseTable::rank(const RowFilter& filter, const QByteArray& key)
{
    return number(filter, u"AND order_key<?"_s, {key});
}

QHash<QString, int> CaseTable::countByType(const RowFilter& filter)
{
    RowFilter all = filter;
    all.types.clear(); // the chips show what each would give
    const Where where = whereOf(all);
    Statement& query = prepared(u"SELECT type, count(*) FROM case_row WHERE %1 GROUP BY type"_s.arg(where.sql));
    bindAll(query, where.values);
    QHash<QString, int> counts;
    if (query.exec()) {
        while (query.next())
            counts.insert(query.value(0).toString(), query.value(1).toInt());
    }
    query.finish();
    return counts;
}

QHash<care::View, int> CaseTable::countByView(const care::StaffRoleId& me)
{
    using care::View;
    static constexpr std::array open {View::Todo, View::Mine, View::Unassigned, View::Waiting, View::Open};
    QStringList sums;
    QList<QVariant> values;
    for (const View view : open) {
        const Where where = whereOf({view, me, {}, {}});
        sums << u"count(CASE WHEN %1 THEN 1 END)"_s.arg(where.sql);
        values += where.values;
    }
    Statement& query = prepared(u"SELECT %1 FROM case_row WHERE is_open=1"_s.arg(sums.join(u',')));
    bindAll(query, values);
    QHash<View, int> counts;
    if (query.exec() && query.next()) {
        for (std::size_t at = 0; at < open.size(); ++at)
            counts.insert(open[at], query.value(static_cast<int>(at)).toInt());
    }
    query.finish();
    counts.insert(View::Closed, count({View::Closed, me, {}, {}}));
    return counts;
}

QList<care::CaseId> CaseTable::ofPatient(const care::PatientId& id)
{
    m_ofPatient.bindValue(0, id.text());
    QList<care::CaseId> found;
    if (m_ofPatient.exec()) {
        while (m_ofPatient.next())
            found << care::CaseId(m_ofPatient.value(0).toString());
    }
    m_ofPatient.finish();
    return found;
}

int CaseTable::openOfPatient(const care::PatientId& id)
{
    m_ofPatient.bindValue(0, id.text());
    int found = 0;
    if (m_ofPatient.exec()) {
        while (m_ofPatient.next())
            found += m_ofPatient.value(1).toInt();
    }
    m_ofPatient.finish();
    return found;
}

QList<care::CaseId> CaseTable::expired(const QDateTime& now, int limit)
{
    m_expired.bindValue(0, toColumn(now));
    m_expired.bindValue(1, limit);
    QList<care::CaseId> found;
    if (m_expired.exec()) {
        while (m_expired.next())
            found << care::CaseId(m_expired.value(0).toString());
    }
    m_expired.finish();
    return found;
}

QList<care::CaseId> CaseTable::withPending()
{
    Statement query = m_database.prepare("SELECT id FROM case_row WHERE pending IS NOT NULL");
    QList<care::CaseId> found;
    if (query.exec()) {
        while (query.next())
            found << care::CaseId(query.value(0).toString());
    }
    return found;
}

int CaseTable::total()
{
    Statement query = m_database.prepare("SELECT count(*) FROM case_row");
    return query.exec() && query.next() ? query.value(0).toInt() : 0;
}

} // namespace mottaget::store
