// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resourcetable.h"

#include "core/store/columns.h"

namespace mottaget::store {

namespace {

StoredResource read(const Statement& query)
{
    return {query.value(0).toString(), query.value(1).toString(), query.value(2).toString(), query.value(3).toString(),
        query.value(4).toString(), query.value(6).toByteArray(), timeOf(query.value(5))};
}

QList<StoredResource> readAll(Statement& query)
{
    QList<StoredResource> found;
    if (query.exec()) {
        while (query.next())
            found.append(read(query));
    }
    query.finish();
    return found;
}

} // namespace

ResourceTable::ResourceTable(Database& database)
    : m_version(database.prepare("SELECT rid, version FROM resource WHERE type=? AND id=?"))
    , m_put(database.prepare(
          "INSERT INTO resource(type,id,version,updated,case_id,fetched,body) VALUES(?,?,?,?,?,?,?) "
          "ON CONFLICT(type,id) DO UPDATE SET version=excluded.version, updated=excluded.updated, case_id=excluded.case_id, "
          "fetched=excluded.fetched, body=excluded.body WHERE version<>excluded.version"))
    , m_find(database.prepare("SELECT type,id,version,updated,coalesce(case_id,''),fetched,body FROM resource WHERE type=? AND id=?"))
    , m_ofCase(database.prepare(
          "SELECT type,id,version,updated,coalesce(case_id,''),fetched,body FROM resource WHERE case_id=? ORDER BY type, id"))
    , m_rowParts(database.prepare("SELECT type,id,version,updated,coalesce(case_id,''),fetched,body FROM resource "
                                  "INDEXED BY resource_case "
                                  "WHERE case_id=? AND type IN ('Communication','Task') AND (type<>'Task' OR id=?) ORDER BY type, id"))
    , m_ofType(database.prepare("SELECT type,id,version,updated,coalesce(case_id,''),fetched,body FROM resource WHERE type=? ORDER BY id"))
    , m_idsAfter(database.prepare("SELECT id FROM resource WHERE type=? AND id>? ORDER BY id LIMIT ?"))
    , m_count(database.prepare("SELECT count(*) FROM resource"))
    , m_countByType(database.prepare("SELECT type, count(*) FROM resource GROUP BY type"))
    , m_remove(database.prepare("DELETE FROM resource WHERE type=? AND id=?"))
    , m_orphanPatients(database.prepare("DELETE FROM resource WHERE type='Patient' AND id NOT IN (SELECT patient_id FROM case_row)"))
    , m_orphanOthers(database.prepare(
          "DELETE FROM resource WHERE type IN ('RelatedPerson','Flag','CareTeam') "
          "AND coalesce(json_extract(CAST(body AS TEXT),'$.patient.reference'), json_extract(CAST(body AS TEXT),'$.subject.reference')) "
          "NOT IN (SELECT 'Patient/' || id FROM resource WHERE type='Patient')"))
{
}

StoreResult<bool> ResourceTable::put(const StoredResource& resource)
{
    m_put.bindValue(0, resource.type);
    m_put.bindValue(1, resource.id);
    m_put.bindValue(2, text(resource.version));
    m_put.bindValue(3, text(resource.updated));
    m_put.bindValue(4, resource.caseId.isEmpty() ? QString() : resource.caseId); // null: no case
    m_put.bindValue(5, toColumn(resource.fetched));
    m_put.bindValue(6, resource.body);
    if (auto ran = run(m_put); !ran)
        return failed(ran.error());
    return m_put.numRowsAffected() != 0;
}

StoreResult<void> ResourceTable::remove(const QString& type, const QString& id)
{
    m_remove.bindValue(0, type);
    m_remove.bindValue(1, id);
    return run(m_remove);
}

StoreResult<int> ResourceTable::removeOrphans()
{
    int removed = 0;
    for (Statement* orphans : {&m_orphanPatients, &m_orphanOthers}) {
        if (auto ran = run(*orphans); !ran)
            return failed(ran.error());
        removed += orphans->numRowsAffected();
    }
    return removed;
}

std::optional<StoredResource> ResourceTable::find(const QString& type, const QString& id)
{
    m_find.bindValue(0, type);
    m_find.bindValue(1, id);
    const QList<StoredResource> found = readAll(m_find);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<StoredResource> ResourceTable::ofCase(const care::CaseId& id, const QStringList& types)
{
    m_ofCase.bindValue(0, id.text());
    QList<StoredResource> found = readAll(m_ofCase);
    if (!types.isEmpty())
        found.removeIf([&](const StoredResource& resource) { return !types.contains(resource.type); });
    return found;
}

QList<StoredResource> ResourceTable::rowParts(const care::CaseId& id)
{
    m_rowParts.bindValue(0, id.text());
    m_rowParts.bindValue(1, id.text());
    return readAll(m_rowParts);
}

QList<StoredResource> ResourceTable::ofType(const QString& type)
{
    m_ofType.bindValue(0, type);
    return readAll(m_ofType);
}

QStringList ResourceTable::missing(const QString& type, const QStringList& ids)
{
    QStringList absent;
    for (const QString& id : ids) {
        m_version.bindValue(0, type);
        m_version.bindValue(1, id);
        if (!m_version.exec() || !m_version.next())
            absent << id;
        m_version.finish();
    }
    return absent;
}

QStringList ResourceTable::idsAfter(const QString& type, const QString& after, int count)
{
    m_idsAfter.bindValue(0, type);
    m_idsAfter.bindValue(1, text(after));
    m_idsAfter.bindValue(2, count);
    QStringList ids;
    if (m_idsAfter.exec()) {
        while (m_idsAfter.next())
            ids << m_idsAfter.value(0).toString();
    }
    m_idsAfter.finish();
    return ids;
}

qint64 ResourceTable::count()
{
    const qint64 found = m_count.exec() && m_count.next() ? m_count.value(0).toLongLong() : 0;
    m_count.finish();
    return found;
}

QHash<QString, int> ResourceTable::countByType()
{
    QHash<QString, int> counts;
    if (m_countByType.exec()) {
        while (m_countByType.next())
            counts.insert(m_countByType.value(0).toString(), m_countByType.value(1).toInt());
    }
    m_countByType.finish();
    return counts;
}

} // namespace mottaget::store
