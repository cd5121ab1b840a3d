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
    , m_put(database.prepare("INSERT INTO resource(type,id,version,updated,case_id,fetched,body) VALUES(?,?,?,?,?,?,?)"))
    , m_update(database.prepare("UPDATE resource SET version=?, updated=?, case_id=?, fetched=?, body=? WHERE rid=?"))
    , m_find(database.prepare("SELECT type,id,version,updated,coalesce(case_id,''),fetched,body FROM resource WHERE type=? AND id=?"))
    , m_ofCase(database.prepare(
          "SELECT type,id,version,updated,coalesce(case_id,''),fetched,body FROM resource WHERE case_id=? ORDER BY type, id"))
    , m_ofType(database.prepare("SELECT type,id,version,updated,coalesce(case_id,''),fetched,body FROM resource WHERE type=? ORDER BY id"))
    , m_count(database.prepare("SELECT count(*) FROM resource"))
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
    m_version.bindValue(0, resource.type);
    m_version.bindValue(1, resource.id);
    if (auto ran = run(m_version); !ran)
        return failed(ran.error());
    const bool known = m_version.next();
    const QVariant rid = known ? m_version.value(0) : QVariant();
    const bool same = known && m_version.value(1).toString() == resource.version;
    m_version.finish();
    if (same)
        return false;
    const QVariant caseId = resource.caseId.isEmpty() ? QVariant() : QVariant(resource.caseId);
    Statement& write = known ? m_update : m_put;
    int at = 0;
    if (!known) {
        write.bindValue(at++, resource.type);
        write.bindValue(at++, resource.id);
    }
    write.bindValue(at++, text(resource.version));
    write.bindValue(at++, text(resource.updated));
    write.bindValue(at++, caseId);
    write.bindValue(at++, toColumn(resource.fetched));
    write.bindValue(at++, resource.body);
    if (known)
        write.bindValue(at, rid);
    if (auto ran = run(write); !ran)
        return failed(ran.error());
    return true;
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

qint64 ResourceTable::count()
{
    const qint64 found = m_count.exec() && m_count.next() ? m_count.value(0).toLongLong() : 0;
    m_count.finish();
    return found;
}

} // namespace mottaget::store
