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
#include <numeric>
#include <optional>

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
constexpr int readsInTurn = 500;
constexpr int scans = 3;
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
    bool close()
    {
        for (auto* statement : {&m_resource, &m_row, &m_search, &m_read, &m_page})
            statement->reset();
        m_database.reset();
        return true;
    }

    //! One transaction of `rowsInTransaction` rows.
    bool ingestSome(int from)
    {
        if (!m_resource) {
            m_resource.emplace(m_database->prepare("INSERT INTO resource(type, id, version, updated, case_id, fetched, body) VALUES(?, ?, "
                                                   "'1', '2026-01-01T00:00:00Z', ?, 1, ?)"));
            m_row.emplace(m_database->prepare("INSERT INTO case_row(id, version, number, type, type_title, state, waiting_for, priority, "
                                              "owner_kind, owner_ref, owner_name, unit, "
                                              "patient_id, family, given, identity, identity_system, protection, patient_known, sender, "
                                              "subject, interpreter, received, unread, "
                                              "is_open, order_key, order_reason) VALUES(?, '1', ?, 'question', 'Fråga', 0, 0, 0, 0, 'u', "
                                              "'Enheten', 'u', ?, 'Efternamn', 'Förnamn', "
                                              "'190001019802', 's', 0, 1, 0, 'Ämnet för ärendet', '', 1, 1, 1, ?, 0)"));
            m_search.emplace(m_database->prepare("INSERT INTO case_search(rowid, words) VALUES(?, ?)"));
        }
        return m_database->transaction([&] { return insertRows(from); }).has_value();
    }
    bool checkpoint() { return m_database->checkpoint().has_value(); }

    //! Reads `count` rows of the shuffled order.
    bool read(int from, int count)
    {
        if (!m_read)
            m_read.emplace(m_database->prepare("SELECT body FROM resource WHERE type = ? AND id = ?"));
        qint64 bytes = 0;
        for (int i = from; i < from + count; ++i) {
            const int number = m_material.order[i];
            m_read->bindValue(0, typeOf(number));
            m_read->bindValue(1, idOf(number));
            if (m_read->exec() && m_read->next())
                bytes += m_read->value(0).toByteArray().size();
            m_read->finish();
        }
        return bytes > count * 1000LL;
    }

    //! 50 rows of the inbox.
    bool inboxPage()
    {
        if (!m_page)
            m_page.emplace(m_database->prepare("SELECT * FROM case_row WHERE is_open = 1 ORDER BY order_key LIMIT 50 OFFSET 100"));
        int rows = 0;
        if (!m_page->exec())
            return false;
        while (m_page->next())
            rows += m_page->value(20).toString().isEmpty() ? 0 : 1;
        m_page->finish();
        return rows == 50;
    }

    bool scan()
    {
        store::Statement statement = m_database->prepare("SELECT count(*), sum(length(body) + instr(body, 'x')) FROM resource");
        return statement.exec() && statement.next() && statement.value(0).toInt() == m_material.rows;
    }

    bool commit(int number)
    {
        return m_database
            ->transaction([&] {
                return m_database->execute(qPrintable(u"INSERT INTO event VALUES('event-%1', 'reply', 'question', 'u', %1)"_s.arg(number)));
            })
            .has_value();
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

    store::StoreResult<void> insertRows(int from)
    {
        for (int i = from; i < std::min(from + rowsInTransaction, m_material.rows); ++i) {
            m_resource->bindValue(0, typeOf(i));
            m_resource->bindValue(1, idOf(i));
            m_resource->bindValue(2, idOf(i - i % 5));
            m_resource->bindValue(3, m_material.bodies[i % m_material.bodies.size()]);
            if (auto done = store::run(*m_resource); !done)
                return done;
            if (i % 5 != 0)
                continue;
            m_row->bindValue(0, idOf(i));
            m_row->bindValue(1, QString::number(i));
            m_row->bindValue(2, idOf(i / 3));
            m_row->bindValue(3, QByteArray::number(m_material.order[i]).rightJustified(12, '0'));
            if (auto done = store::run(*m_row); !done)
                return done;
            m_search->bindValue(0, i);
            m_search->bindValue(1, u"namn%1 ämne %2"_s.arg(i % 5003).arg(i));
            if (auto done = store::run(*m_search); !done)
                return done;
        }
        return {};
    }

    const Material& m_material;
    QString m_path;
    const store::SealedKey* m_key;
    std::unique_ptr<Database> m_database;
    std::optional<store::Statement> m_resource;
    std::optional<store::Statement> m_row;
    std::optional<store::Statement> m_search;
    std::optional<store::Statement> m_read;
    std::optional<store::Statement> m_page;
};

// The three contenders take turns at every step, since the machine's mood changes within a second.
class Round final {
public:
    Round(const Material& material, int number) : m_material(material), m_number(number)
    {
        for (const Contender which : {Plain, Sealed, Control})
            m_benches[which] = std::make_unique<Bench>(material, m_dir.filePath(u"%1.db"_s.arg(which)), which == Sealed ? &m_key : nullptr);
    }

    bool measure()
    {
        const int transactions = m_material.rows / rowsInTransaction;
        openAll(store::Durability::Cache);
        // The checkpoint at the end is part of it.
        inTurns(u"ingest"_s, transactions + 1, true,
            [&](Bench& bench, int i) { return i < transactions ? bench.ingestSome(i * rowsInTransaction) : bench.checkpoint(); });
        closeAll();
        for (const Contender which : {Plain, Sealed, Control})
            m_times[which][u"file"_s] = m_benches[which]->bytes();
        inTurns(
            u"reopen"_s, reopenings, false, [](Bench& bench, int) { return bench.open() && bench.inboxPage(); }, true);
        openAll(store::Durability::Cache);
        inTurns(u"read_cold"_s, std::min(coldReads, m_material.rows) / readsInTurn, true,
            [](Bench& bench, int i) { return bench.read(i * readsInTurn, readsInTurn); });
        closeAll();
        measureScans();
        openAll(store::Durability::Cache);
        for (const QString& name : {u"warming"_s, u"read_warm"_s}) {
            inTurns(name, name == "warming"_L1 ? 1 : warmPasses, false, [](Bench& bench, int) { return bench.read(0, workingSet); });
        }
        for (const QString& name : {u"warming"_s, u"page"_s})
            inTurns(name, name == "warming"_L1 ? 3 : pages, false, [](Bench& bench, int) { return bench.inboxPage(); });
        closeAll();
        measureCommits(u"commit_full"_s, store::Durability::Irreplaceable, 0);
        measureCommits(u"commit_normal"_s, store::Durability::Cache, commits);
        openAll(store::Durability::Cache);
        return m_whole;
    }

    [[nodiscard]] const Times& times(Contender which) const { return m_times[which]; }
    [[nodiscard]] QString settings() const { return m_benches[Sealed]->settings(); }

private:
    void openAll(store::Durability durability)
    {
        for (const auto& bench : m_benches)
            m_whole = bench->open(durability) && m_whole;
    }
    void closeAll()
    {
        for (const auto& bench : m_benches)
            bench->close();
    }

    // Times each step in microseconds; keeps their sum or their median. `thenClose`: the closing is not timed.
    template <typename Step>
    void inTurns(const QString& name, int steps, bool sum, const Step& step, bool thenClose = false)
    {
        std::array<QList<double>, 3> each;
        QElapsedTimer timer;
        for (int i = 0; i < steps && m_whole; ++i) {
            for (int turn = 0; turn < 3; ++turn) {
                const auto which = static_cast<size_t>((turn + i + m_number) % 3);
                timer.start();
                m_whole = step(*m_benches[which], i) && m_whole;
                each[which] << static_cast<double>(timer.nsecsElapsed()) / 1e3;
                if (thenClose)
                    m_benches[which]->close();
            }
        }
        for (size_t which = 0; which < each.size() && m_whole; ++which)
            m_times[which][name] = sum ? std::accumulate(each[which].begin(), each[which].end(), 0.0) : median(each[which]);
    }

    // Each time through a fresh connection; opening is not timed.
    void measureScans()
    {
        std::array<QList<double>, 3> each;
        for (int i = 0; i < scans; ++i) {
            openAll(store::Durability::Cache);
            inTurns(u"scan"_s, 1, false, [](Bench& bench, int) { return bench.scan(); });
            closeAll();
            for (size_t which = 0; which < each.size(); ++which)
                each[which] << m_times[which][u"scan"_s];
        }
        for (size_t which = 0; which < each.size(); ++which)
            m_times[which][u"scan"_s] = median(each[which]);
    }

    void measureCommits(const QString& name, store::Durability durability, int first)
    {
        openAll(durability);
        inTurns(name, commits, false, [&](Bench& bench, int i) { return bench.commit(first + i); });
        closeAll();
    }

    const Material& m_material;
    int m_number;
    QTemporaryDir m_dir;
    store::SealedKey m_key = store::SealedKey::fresh(store::FileKind::Cache);
    std::array<std::unique_ptr<Bench>, 3> m_benches;
    std::array<Times, 3> m_times;
    bool m_whole = true;
};

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
        Round one(material, round);
        if (!one.measure()) {
            figures.fail(u"cache"_s, u"a file did not give what it should"_s);
            return;
        }
        settings = one.settings();
        const Times& plain = one.times(Plain);
        for (auto floor = plain.cbegin(); floor != plain.cend(); ++floor) {
            const double control = one.times(Control)[floor.key()];
            floors[floor.key()] << floor.value();
            ratios[floor.key()] << one.times(Sealed)[floor.key()] / ((floor.value() + control) / 2);
            controls[floor.key()] << control / floor.value();
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
