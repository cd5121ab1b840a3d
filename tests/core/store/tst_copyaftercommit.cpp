// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/sealedfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int commitsInGate = 2000;
constexpr int commitsInAFile = 25;
constexpr int mostForALoss = 8; // times as many, until the first loss is seen
constexpr int tinyCacheKiB = 48;

void mayFail(Database& database, const QString& sql)
{
    (void)database.execute(qPrintable(sql));
}

// A transaction as an unlucky day makes it: more pages than the cache holds, a savepoint taken back, a statement that fails half-way.
StoreResult<void> commitSomething(Database& database, int number, QRandomGenerator& random)
{
    return database.transaction([&]() -> StoreResult<void> {
        mayFail(database, u"INSERT INTO entry SELECT NULL, hex(randomblob(400)) FROM (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3)"_s);
        mayFail(database, u"SAVEPOINT one"_s);
        mayFail(database, u"UPDATE entry SET body = hex(randomblob(420)) WHERE id % 3 = %1"_s.arg(random.bounded(3)));
        if (random.bounded(2) == 0)
            mayFail(database, u"ROLLBACK TO one"_s);
        mayFail(database, u"RELEASE one"_s);
        if (random.bounded(2) == 0)
            mayFail(database, u"INSERT INTO entry SELECT CASE WHEN id > 40 THEN 1 ELSE id + 100000 END, hex(randomblob(400)) FROM entry"_s);
        mayFail(database, u"INSERT INTO word VALUES('ord %1')"_s.arg(number));
        mayFail(database, u"DELETE FROM entry WHERE id NOT IN (SELECT id FROM entry ORDER BY id DESC LIMIT 90)"_s);
        return database.execute(qPrintable(u"UPDATE word SET text = text || '.' WHERE rowid = %1"_s.arg(1 + random.bounded(number + 1))));
    });
}

} // namespace

// After each commit the files are copied as a crash would leave them; the copy must come back with that very commit.
class TestCopyAfterCommit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCopyHoldsTheLastCommit_data()
    {
        QTest::addColumn<bool>("sealed");
        QTest::addColumn<bool>("spill");
        QTest::newRow("as we ship") << true << false;
        QTest::newRow("plain, as we ship") << false << false;
        // SQLite 3.40.1 loses commits here, sealed or not; that shows that this test sees a loss.
        QTest::newRow("cache_spill ON: commits are lost") << true << true;
    }
    void theCopyHoldsTheLastCommit()
    {
        QFETCH(bool, sealed);
        QFETCH(bool, spill);
        const QTemporaryDir dir(scratchFolder());
        const SealedKey key = SealedKey::fresh(FileKind::Outbox);
        const auto open = [&](const QString& name) {
            return Database::open(dir.filePath(name), Durability::Cache, entries, tinyCacheKiB,
                sealed ? Sealing::withKey(key) : Sealing::plainForComparison());
        };
        auto database = open(u"live.db"_s);
        QVERIFY(database.has_value());
        // Without spilling a short log keeps the copies small; with it a long one keeps the defect in sight.
        QVERIFY((*database)->execute(spill ? "PRAGMA cache_spill=ON" : "PRAGMA wal_autocheckpoint=150").has_value());
        QRandomGenerator random(seed());
        int lost = 0;
        const int enough = trials(commitsInGate) * (spill ? mostForALoss : 1);
        for (int number = 0; number < enough && (!spill || lost == 0); ++number) {
            if (spill && number % commitsInAFile == commitsInAFile - 1) { // the defect shows in a young file, or hardly
                database = open(u"live%1.db"_s.arg(number));
                QVERIFY(database.has_value() && (*database)->execute("PRAGMA cache_spill=ON").has_value());
            }
            const auto done = commitSomething(**database, number, random);
            QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
            const QByteArray expected = digestOf(**database);
            QVERIFY(Snapshot::of((*database)->path()).put(dir.filePath(u"copy.db"_s)));
            auto copy = open(u"copy.db"_s);
            if (!copy || digestOf(**copy) != expected || !(*copy)->integrityProblems().isEmpty())
                ++lost;
            else if (sealed && !spill)
                QCOMPARE((*copy)->logState(), LogState::Whole);
        }
        if (spill)
            QVERIFY(lost > 0);
        else
            QCOMPARE(lost, 0);
    }
};

QTEST_GUILESS_MAIN(TestCopyAfterCommit)
#include "tst_copyaftercommit.moc"
