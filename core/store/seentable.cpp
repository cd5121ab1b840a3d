// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/seentable.h"

#include "core/store/columns.h"

namespace mottaget::store {

namespace {

QStringList idsOf(Statement& query)
{
    QStringList ids;
    if (query.exec()) {
        while (query.next())
            ids.append(query.value(0).toString());
    }
    return ids;
}

} // namespace

SeenTable::SeenTable(Database& cache) : m_cache(cache) {}

StoreResult<void> SeenTable::clear()
{
    if (m_isMade)
        return m_cache.execute("DELETE FROM temp.seen");
    // Temporary tables are kept in memory (temp_store): nothing of it touches the disk.
    auto made = m_cache.execute("CREATE TEMP TABLE seen(id TEXT PRIMARY KEY, version TEXT NOT NULL) WITHOUT ROWID");
    m_isMade = made.has_value();
    return made;
}

StoreResult<void> SeenTable::add(const QList<QPair<QString, QString>>& idsAndVersions)
{
    return m_cache.transaction([&]() -> StoreResult<void> {
        Statement put = m_cache.prepare("INSERT OR REPLACE INTO temp.seen(id, version) VALUES(?, ?)");
        for (const auto& [id, version] : idsAndVersions) {
            put.bindValue(0, id);
            put.bindValue(1, text(version));
            if (auto done = run(put); !done)
                return done;
        }
        return {};
    });
}

QStringList SeenTable::notSeen(const QString& type, const QString& afterId, int limit)
{
    Statement query =
        m_cache.prepare("SELECT id FROM resource WHERE type=? AND id>? AND NOT EXISTS (SELECT 1 FROM temp.seen WHERE seen.id=resource.id) "
                        "ORDER BY id LIMIT ?");
    query.bindValue(0, type);
    query.bindValue(1, text(afterId));
    query.bindValue(2, limit);
    return idsOf(query);
}

QStringList SeenTable::notHere(const QString& type, const QString& afterId, int limit)
{
    Statement query = m_cache.prepare(
        "SELECT id FROM temp.seen WHERE id>? "
        "AND NOT EXISTS (SELECT 1 FROM resource WHERE resource.type=? AND resource.id=seen.id AND resource.version=seen.version) "
        "AND NOT EXISTS (SELECT 1 FROM absent WHERE absent.type=? AND absent.id=seen.id AND absent.version=seen.version) "
        "ORDER BY id LIMIT ?");
    query.bindValue(0, text(afterId));
    query.bindValue(1, type);
    query.bindValue(2, type);
    query.bindValue(3, limit);
    return idsOf(query);
}

} // namespace mottaget::store
