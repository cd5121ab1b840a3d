// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/diskmodel.h"
#include "tests/core/store/sealedfixture.h"

#include <QTemporaryDir>
#include <QTest>

using mottaget::failed;
using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int cutsInGate = 250; // in each row

struct Cut {
    qsizetype acknowledged;
    Snapshot files;
};

// Which of the states the file came back with; a text when it came back with none, or not whole.
mottaget::Result<qsizetype, QString> stateOf(StoreResult<std::unique_ptr<Database>> back, const QList<QByteArray>& states)
{
    if (!back)
        return failed(back.error().detail);
    const qsizetype found = states.lastIndexOf(digestOf(**back));
    if (found < 0)
        return failed(u"no commit"_s);
    if (!(*back)->integrityProblems().isEmpty() || !(*back)->verifyPages().value().badPages.isEmpty())
        return failed(u"not whole"_s);
    return found;
}

bool commitSomething(Database& database, int number)
{
    return database
        .transaction([&]() -> StoreResult<void> {
            for (int i = 0; i < 4; ++i)
                (void)database.execute("INSERT INTO entry VALUES(NULL, hex(randomblob(350)))");
            (void)database.execute("DELETE FROM entry WHERE id NOT IN (SELECT id FROM entry ORDER BY id DESC LIMIT 60)");
            return database.execute(qPrintable(u"INSERT INTO word VALUES('ord %1')"_s.arg(number)));
        })
        .has_value();
}

} // namespace

// The power goes at any write: sectors not yet synced are dropped, torn or swapped in time. What comes back is a commit, never a mixture;
// with synchronous FULL it is the last one that was acknowledged, or the one under way.
class TestPowerLoss final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatComesBackIsACommit_data()
    {
        QTest::addColumn<int>("sector");
        QTest::addColumn<bool>("full");
        QTest::newRow("sectors of 512 bytes, synchronous FULL") << 512 << true;
        QTest::newRow("sectors of 4096 bytes, synchronous FULL") << 4096 << true;
        QTest::newRow("sectors of 512 bytes, synchronous NORMAL") << 512 << false;
        QTest::newRow("sectors of 4096 bytes, synchronous NORMAL") << 4096 << false;
    }
    void whatComesBackIsACommit()
    {
        QFETCH(int, sector);
        QFETCH(bool, full);
        const QTemporaryDir dir(scratchFolder());
        const SealedKey key = SealedKey::fresh(FileKind::Outbox);
        const Durability durability = full ? Durability::Irreplaceable : Durability::Cache;
        DiskModel disk;
        const auto open = [&](const QString& name, bool onModel) {
            const Sealing sealing = Sealing::withKey(key);
            return Database::open(dir.filePath(name), durability, entries, 256, onModel ? sealing.over(DiskModel::name()) : sealing);
        };
        QVERIFY(open(u"live.db"_s, true).has_value());
        disk.beginRecording();
        auto database = open(u"live.db"_s, true);
        QVERIFY(database.has_value());
        QVERIFY((*database)->execute("PRAGMA wal_autocheckpoint=25").has_value());

        QRandomGenerator random(seed() + static_cast<quint32>(sector));
        QList<QByteArray> states {digestOf(**database)};
        QList<Cut> cuts;
        disk.afterChange = [&] {
            if (random.bounded(4) == 0)
                cuts.append({states.size() - 1,
                    {disk.afterPowerCut("live.db", sector, random), disk.afterPowerCut("live.db-wal", sector, random)}});
        };
        int evaluated = 0;
        QList<int> lost;
        while (evaluated < trials(cutsInGate)) {
            const int number = static_cast<int>(states.size());
            QVERIFY(commitSomething(**database, number));
            states << digestOf(**database);
            for (const Cut& cut : std::as_const(cuts)) {
                QVERIFY(cut.files.put(dir.filePath(u"cut.db"_s)));
                const auto found = stateOf(open(u"cut.db"_s, false), states);
                QVERIFY2(found.has_value(), found ? "" : qPrintable(u"cut %1: "_s.arg(evaluated) + found.error()));
                lost << static_cast<int>(cut.acknowledged - *found);
                if (full)
                    QVERIFY2(lost.last() <= 0, qPrintable(u"cut %1 lost %2"_s.arg(evaluated).arg(lost.last())));
                ++evaluated;
            }
            cuts.clear();
        }
        disk.afterChange = nullptr;
        if (!full)
            QVERIFY(*std::max_element(lost.begin(), lost.end()) > 0); // the model does lose what nobody synced
    }
};

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
