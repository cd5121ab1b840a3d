// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest.h"

#include "core/store/schema.h"
#include "core/store/stores.h"
#include "core/sync/ingest.h"
#include "core/sync/page.h"

#include <QElapsedTimer>
#include <QMap>
#include <QTemporaryDir>
#include <QTextStream>
#include <QVariant>

namespace mottaget::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 5;
constexpr int casesTaken = 4000;
constexpr int pageSize = 200;

struct Wire {
    QList<QPair<QString, QByteArray>> pages; //!< type and Bundle
    qsizetype resources = 0;
};

struct Table {
    QString name;
    QList<QVariantList> rows;
    int columns = 0;
};

QByteArray bundleOf(const QList<QByteArray>& bodies)
{
    return R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":)" + bodies.join(R"(},{"resource":)") + "}]}";
}

// The resources of some thousand cases, in pages by type and in the order of a first fetch.
Wire wireOf(const store::Database& cache)
{
    store::Statement query = cache.prepare(qPrintable(
        u"SELECT type, body FROM resource WHERE case_id IS NULL OR case_id IN (SELECT id FROM case_row ORDER BY id LIMIT %1)"_s.arg(
            casesTaken)));
    QMap<QString, QList<QByteArray>> bodies;
    (void)query.exec();
    while (query.next())
        bodies[query.value(0).toString()] << query.value(1).toByteArray();
    Wire wire;
    for (const char* type : {"PractitionerRole", "Organization", "Practitioner", "HealthcareService", "Questionnaire", "Patient", "Task",
             "Communication", "QuestionnaireResponse", "Provenance", "Flag", "CareTeam", "RelatedPerson"}) {
        const QString name = QString::fromLatin1(type);
        for (qsizetype at = 0; at < bodies[name].size(); at += pageSize)
            wire.pages.append({name, bundleOf(bodies[name].mid(at, pageSize))});
        wire.resources += bodies[name].size();
    }
    return wire;
}

double ingest(const Wire& wire, const QString& dir, const store::StoreKeys& keys)
{
    auto stores = store::Stores::open({dir, dir + u"/p"_s}, keys);
    if (!stores)
        return -1;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QElapsedTimer timer;
    timer.start();
    for (const auto& [type, body] : wire.pages) {
        const auto page = sync::readPage(body, type);
        QSet<care::CaseId> changed;
        if (!page || !sync::ingestPage(**stores, page->resources, {{u"pull/"_s + type, u"x"_s}}, now, changed))
            return -1;
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    QTextStream(stdout) << "  ingest: cache synchronous=" << (*stores)->cache().pragma("synchronous")
                        << " cache_size=" << (*stores)->cache().pragma("cache_size") << " resources=" << (*stores)->resources().count()
                        << " rows=" << (*stores)->cases().total() << Qt::endl;
    return (*stores)->resources().count() == wire.resources ? seconds : -1;
}

QList<Table> tablesOf(const store::Database& cache)
{
    QList<Table> tables;
    for (const QString& name : {u"resource"_s, u"case_row"_s, u"case_search"_s, u"event"_s}) {
        Table table {name, {}, 0};
        const bool isIndex = name == "case_search"_L1;
        store::Statement width = cache.prepare(qPrintable(u"SELECT count(*) FROM pragma_table_info('%1')"_s.arg(name)));
        (void)width.exec();
        table.columns = isIndex ? 2 : width.next() ? width.value(0).toInt() : 0;
        store::Statement query = cache.prepare(qPrintable(u"SELECT %1 FROM %2"_s.arg(isIndex ? u"rowid, words"_s : u"*"_s, name)));
        (void)query.exec();
        while (query.next()) {
            QVariantList row;
            for (int column = 0; column < table.columns; ++column)
                row << query.value(column);
            table.rows << row;
        }
        tables << table;
    }
    return tables;
}

double rawInsert(const QList<Table>& tables, const QString& path)
{
    auto database =
        store::Database::open(path, store::Durability::Cache, store::schema::cache(), 48 * 1024, store::Sealing::plainForComparison());
    if (!database)
        return -1;
    QElapsedTimer timer;
    timer.start();
    for (const Table& table : tables) {
        const QString columns = table.name == "case_search"_L1 ? u"(rowid, words)"_s : QString();
        store::Statement insert = (*database)->prepare(
            qPrintable(u"INSERT INTO %1%2 VALUES(%3)"_s.arg(table.name, columns, QStringList(table.columns, u"?"_s).join(u','))));
        for (qsizetype at = 0; at < table.rows.size(); at += pageSize) {
            const auto done = (*database)->transaction([&]() -> store::StoreResult<void> {
                for (const QVariantList& row : table.rows.mid(at, pageSize)) {
                    for (int column = 0; column < table.columns; ++column)
                        insert.bindValue(column, row[column]);
                    if (auto ran = store::run(insert); !ran)
                        return ran;
                }
                return {};
            });
            if (!done)
                return -1;
        }
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace

void measureIngest(Figures& figures, const Workplace& workplace)
{
    const auto filled = workplace.openCache();
    if (!filled) {
        figures.fail(u"sync.ingest_ratio"_s, u"the filled cache did not open"_s);
        return;
    }
    const Wire wire = wireOf(*filled);
    QList<double> ratios;
    QList<double> rates;
    QList<double> floors;
    // The rows of the floor are those that our own way makes of the wire.
    const store::StoreKeys keys = store::StoreKeys::fresh();
    QTemporaryDir first;
    const bool isMade = ingest(wire, first.path(), keys) > 0;
    const auto cache = isMade ? openCacheWith(keys, first.filePath(u"p/cache.db"_s)) : nullptr;
    const QList<Table> tables = cache ? tablesOf(*cache) : QList<Table>();
    if (!cache || store::ResourceTable(*cache).count() != wire.resources) {
        figures.fail(u"sync.ingest_ratio"_s, u"a page could not be ingested"_s);
        return;
    }
    for (int round = 0; round < rounds; ++round) {
        QTemporaryDir ours;
        QTemporaryDir raw;
        // The floor is of a plain file: what sealing costs is in our time and not in the floor's. Each goes first every other time.
        const bool isFloorFirst = round % 2 != 0;
        double floor = isFloorFirst ? rawInsert(tables, raw.filePath(u"raw.db"_s)) : 0;
        const double seconds = ingest(wire, ours.path(), keys);
        if (!isFloorFirst)
            floor = rawInsert(tables, raw.filePath(u"raw.db"_s));
        if (seconds <= 0 || floor <= 0) {
            figures.fail(u"sync.ingest_ratio"_s, u"a page could not be ingested"_s);
            return;
        }
        ratios << seconds / floor;
        rates << static_cast<double>(wire.resources) / seconds;
        floors << floor;
    }
    constexpr double goalRatio = 2;
    constexpr double goalRate = 20000;
    figures.add(u"sync.ingest_ratio"_s, median(ratios), u"x"_s, median(floors), goalRatio);
    figures.add(u"sync.resources_per_s"_s, median(rates), u"1/s"_s, static_cast<double>(wire.resources) / median(floors), goalRate, false);
}

} // namespace mottaget::bench
