// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache.h"

#include "core/store/database.h"
#include "core/store/schema.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QMap>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <array>

namespace mottaget::bench {

using namespace Qt::StringLiterals;
using store::Database;

namespace {

constexpr int cacheKiB = 64 * 1024;
constexpr int rowsInTransaction = 500; // contracts: ingest while a person works
constexpr int coldReads = 20000;
constexpr int workingSet = 2000;
constexpr int warmPasses = 10;
constexpr int pages = 200;
constexpr int reopenings = 9;
constexpr int commits = 300;

enum Contender {
    Plain,
    Sealed,
    Control,
};

using Times = QMap<QString, double>;

int fromEnvironment(const char* name, int otherwise)
{
    const int value = qEnvironmentVariableIntValue(name);
    return value > 0 ? value : otherwise;
}

struct Material {
    int rows = 0;
    QList<QByteArray> bodies; //!< JSON-like, 1.0 to 2.0 kB, mean 1.5
    QList<int> order;         //!< row numbers in no order
};

Material materialOf(int rows)
{
    QRandomGenerator random(7);
    Material material {rows, {}, {}};
    for (int i = 0; i < 997; ++i) {
        QByteArray body = "{\"resourceType\":\"Communication\",\"payload\":[{\"contentString\":\"";
        const int size = 1000 + random.bounded(1000);
        while (body.size() < size)
            body += QByteArray::number(random.generate64(), 36) + ' ';
        material.bodies << body + "\"}]}";
    }
    for (int i = 0; i < rows; ++i)
        material.order << i;
    std::shuffle(material.order.begin(), material.order.end(), random);
    return material;
}

// One file under measurement.
class Bench final {
public:
    Bench(const Material& material, const QString& path, const store::SealedKey* key) : m_material(material), m_path(path), m_key(key) {}

    bool open(store::Durability durability = store::Durability::Cache)
    {
        auto opened = Database::open(m_path, durability, store::schema::cache(), cacheKiB,
            m_key != nullptr ? store::Sealing::withKey(*m_key) : store::Sealing::plainForComparison());
        if (!opened)
            return false;
        m_database = std::move(*opened);
        return true;
    }
    void close() { m_database.reset(); }

    double ingest()
    {
        QElapsedTimer timer;
        timer.start();
        if (!open())
            return -1;
        {
            store::Statement resource = m_database->prepare("INSERT INTO resource(type, id, version, updated, case_id, fetched, body) "
                                                            "VALUES(?, ?, '1', '2026-01-01T00:00:00Z', ?, 1, ?)");
            store::Statement row = m_database->prepare("INSERT INTO case_row(id, version, number, type, type_title, state, waiting_for, "
                                                       "priority, owner_kind, owner_ref, owner_name, unit, "
                                                       "patient_id, family, given, identity, identity_system, protection, patient_known, "
                                                       "sender, subject, interpreter, received, unread, "
                                                       "is_open, order_key, order_reason) VALUES(?, '1', ?, 'question', 'Fråga', 0, 0, 0, "
                                                       "0, 'u', 'Enheten', 'u', ?, 'Efternamn', 'Förnamn', "
                                                       "'190001019802', 's', 0, 1, 0, 'Ämnet för ärendet', '', 1, 1, 1, ?, 0)");
            store::Statement search = m_database->prepare("INSERT INTO case_search(rowid, words) VALUES(?, ?)");
            for (int at = 0; at < m_material.rows; at += rowsInTransaction) {
                const auto done = m_database->transaction([&] { return ingestSome(resource, row, search, at); });
                if (!done)
                    return -1;
            }
        }
        if (!m_database->checkpoint())
            return -1;
        const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        close();
        return seconds;
    }

    // In microseconds a read. `passes` over the first `count` rows of the shuffled order, not counting the first pass when it warms.
    double reads(int count, int passes, bool warmFirst)
    {
        store::Statement statement = m_database->prepare("SELECT body FROM resource WHERE type = ? AND id = ?");
        qint64 bytes = 0;
        const auto pass = [&] {
            for (int i = 0; i < count; ++i) {
                const int number = m_material.order[i];
                statement.bindValue(0, typeOf(number));
                statement.bindValue(1, idOf(number));
                if (statement.exec() && statement.next())
                    bytes += statement.value(0).toByteArray().size();
                statement.finish();
            }
        };
        if (warmFirst)
            pass();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < passes; ++i)
            pass();
        const double nanoseconds = static_cast<double>(timer.nsecsElapsed());
        return bytes > qint64 {count} * passes * 900 ? nanoseconds / 1e3 / count / passes : -1;
    }

    // In microseconds a page of 50 rows.
    double inboxPages(int count)
    {
        store::Statement statement = m_database->prepare("SELECT * FROM case_row WHERE is_open = 1 ORDER BY order_key LIMIT 50 OFFSET 100");
        int rows = 0;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i) {
            if (!statement.exec())
                return -1;
            while (statement.next())
                rows += statement.value(20).toString().isEmpty() ? 0 : 1;
            statement.finish();
        }
        return rows == count * 50 ? static_cast<double>(timer.nsecsElapsed()) / 1e3 / count : -1;
    }

    double scan()
    {
        QElapsedTimer timer;
        timer.start();
        store::Statement statement = m_database->prepare("SELECT count(*), sum(length(body) + instr(body, 'x')) FROM resource");
        if (!statement.exec() || !statement.next() || statement.value(0).toInt() != m_material.rows)
            return -1;
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    double reopening()
    {
        QList<double> times;
        for (int i = 0; i < reopenings; ++i) {
            QElapsedTimer timer;
            timer.start();
            if (!open() || inboxPages(1) < 0)
                return -1;
            times << static_cast<double>(timer.nsecsElapsed()) / 1e6;
            close();
        }
        return median(times);
    }

    // In microseconds.
    double commit(int number)
    {
        QElapsedTimer timer;
        timer.start();
        const auto done = m_database->transaction([&] {
            return m_database->execute(qPrintable(u"INSERT INTO event VALUES('event-%1', 'reply', 'question', 'u', %1)"_s.arg(number)));
        });
        return done ? static_cast<double>(timer.nsecsElapsed()) / 1e3 : -1;
    }

    [[nodiscard]] double bytes() const { return static_cast<double>(QFileInfo(m_path).size()); }
    [[nodiscard]] QString settings() const
    {
        return u"synchronous=%1 cache_size=%2 journal_mode=%3 page_size=%4 resources=%5"_s
            .arg(m_database->pragma("synchronous"), m_database->pragma("cache_size"), m_database->pragma("journal_mode"),
                m_database->pragma("page_size"))
            .arg(m_material.rows);
    }

private:
    static QString typeOf(int number) { return number % 5 == 0 ? u"Task"_s : u"Communication"_s; }
    static QString idOf(int number) { return u"%1-5a0e-4f7b-9d52-3c1f"_s.arg(number * 7919LL % 1000003LL, 8, 16, QLatin1Char('0')); }

    store::StoreResult<void> ingestSome(store::Statement& resource, store::Statement& row, store::Statement& search, int from)
    {
        for (int i = from; i < std::min(from + rowsInTransaction, m_material.rows); ++i) {
            resource.bindValue(0, typeOf(i));
            resource.bindValue(1, idOf(i));
            resource.bindValue(2, idOf(i - i % 5));
            resource.bindValue(3, m_material.bodies[i % m_material.bodies.size()]);
            if (auto done = store::run(resource); !done)
                return done;
            if (i % 5 != 0)
                continue;
            row.bindValue(0, idOf(i));
            row.bindValue(1, QString::number(i));
            row.bindValue(2, idOf(i / 3));
            row.bindValue(3, QByteArray::number(m_material.order[i]).rightJustified(12, '0'));
            if (auto done = store::run(row); !done)
                return done;
            search.bindValue(0, i);
            search.bindValue(1, u"namn%1 ämne %2"_s.arg(i % 5003).arg(i));
            if (auto done = store::run(search); !done)
                return done;
        }
        return {};
    }

    const Material& m_material;
    QString m_path;
    const store::SealedKey* m_key;
    std::unique_ptr<Database> m_database;
};

using Benches = std::array<std::unique_ptr<Bench>, 3>;

Times measureOne(Bench& bench)
{
    Times times;
    times[u"ingest"_s] = bench.ingest();
    times[u"file"_s] = bench.bytes();
    times[u"reopen"_s] = bench.reopening();
    if (!bench.open())
        return {};
    times[u"read_cold"_s] = bench.reads(std::min(coldReads, workingSet * 10), 1, false);
    bench.close();
    if (!bench.open())
        return {};
    times[u"scan"_s] = bench.scan();
    times[u"read_warm"_s] = bench.reads(workingSet, warmPasses, true);
    (void)bench.inboxPages(3);
    times[u"page"_s] = bench.inboxPages(pages);
    bench.close();
    return times;
}

// Commit by commit in turns, since the disk's mood changes within a second. False when one failed.
bool measureCommits(Benches& benches, const QString& name, store::Durability durability, int first, std::array<Times, 3>& times)
{
    std::array<QList<double>, 3> each;
    for (const auto& bench : benches) {
        if (!bench->open(durability))
            return false;
    }
    for (int i = 0; i < commits; ++i) {
        for (size_t turn = 0; turn < benches.size(); ++turn) {
            const size_t which = (turn + static_cast<size_t>(i)) % benches.size();
            each[which] << benches[which]->commit(first + i);
            if (each[which].last() < 0)
                return false;
        }
    }
    for (size_t which = 0; which < benches.size(); ++which) {
        times[which][name] = median(each[which]);
        benches[which]->close();
    }
    return true;
}

bool measureRound(const Material& material, int round, std::array<Times, 3>& times, QString& settings)
{
    const QTemporaryDir dir;
    const store::SealedKey key = store::SealedKey::fresh(store::FileKind::Cache);
    Benches benches;
    for (const Contender which : {Plain, Sealed, Control})
        benches[which] = std::make_unique<Bench>(material, dir.filePath(u"%1.db"_s.arg(which)), which == Sealed ? &key : nullptr);
    for (size_t turn = 0; turn < benches.size(); ++turn) {
        const size_t which = (turn + static_cast<size_t>(round)) % benches.size();
        times[which] = measureOne(*benches[which]);
        if (times[which].isEmpty() || std::any_of(times[which].cbegin(), times[which].cend(), [](double time) { return time < 0; }))
            return false;
    }
    if (!measureCommits(benches, u"commit_full"_s, store::Durability::Irreplaceable, 0, times)
        || !measureCommits(benches, u"commit_normal"_s, store::Durability::Cache, commits, times) || !benches[Sealed]->open())
        return false;
    settings = benches[Sealed]->settings();
    return true;
}

} // namespace

void measureCache(Figures& figures)
{
    const Material material = materialOf(fromEnvironment("MOTTAGET_CACHE_ROWS", 100000));
    const int rounds = fromEnvironment("MOTTAGET_CACHE_ROUNDS", 15);
    QMap<QString, QList<double>> ratios;
    QMap<QString, QList<double>> controls;
    QMap<QString, QList<double>> floors;
    QString settings;
    for (int round = 0; round < rounds; ++round) {
        std::array<Times, 3> times;
        if (!measureRound(material, round, times, settings)) {
            figures.fail(u"cache"_s, u"a file did not give what it should"_s);
            return;
        }
        for (auto plain = times[Plain].cbegin(); plain != times[Plain].cend(); ++plain) {
            const double control = times[Control][plain.key()];
            floors[plain.key()] << plain.value();
            ratios[plain.key()] << times[Sealed][plain.key()] / ((plain.value() + control) / 2);
            controls[plain.key()] << control / plain.value();
        }
    }
    QTextStream(stdout) << "  cache: " << settings << " rounds=" << rounds << Qt::endl;
    const std::pair<const char*, double> goals[] = {{"ingest", 1.15}, {"read_warm", 1.1}, {"read_cold", 1.2}, {"page", 1.1}, {"scan", 1.75},
        {"commit_full", 1.1}, {"commit_normal", 1.2}, {"reopen", 1.5}, {"file", 1.02}};
    for (const auto& [name, goal] : goals) {
        const QString key = QString::fromLatin1(name);
        figures.addControlled(u"cache.%1_ratio"_s.arg(key), median(ratios[key]), median(floors[key]), goal, median(controls[key]));
    }
}

} // namespace mottaget::bench
