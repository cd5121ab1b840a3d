// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/diskmodel.h"
#include "tests/core/store/fileworks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget::store;
using mottaget::failed;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

// The nth read, write, sync, truncation or opening fails, once or from then on, for every n until the work gets through. Afterwards the
// file holds the state before or after, never less and never half; what was reported as done is there.
class TestIoFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto database = open(entries, false);
        QVERIFY2(database.has_value(), database ? "" : qPrintable(database.error().detail));
        for (int i = 0; i < 150; ++i)
            QVERIFY((*database)->execute(qPrintable(u"INSERT INTO entry VALUES(%1, '%2')"_s.arg(i).arg(filler(i)))).has_value());
        QVERIFY((*database)->checkpoint().has_value());
        for (int i = 150; i < 160; ++i)
            QVERIFY((*database)->execute(qPrintable(u"INSERT INTO entry VALUES(%1, '%2')"_s.arg(i).arg(filler(i)))).has_value());
        m_files = Snapshot::of(path());
        m_before = digestOf(**database);
    }

    void everyFaultLeavesOneStateOrTheOther_data()
    {
        QTest::addColumn<int>("work");
        QTest::addColumn<int>("op");
        const std::pair<const char*, DiskOp> ops[] = {{"open", DiskOp::Open}, {"read", DiskOp::Read}, {"write", DiskOp::Write},
            {"sync", DiskOp::Sync}, {"truncate", DiskOp::Truncate}};
        for (const auto& [workName, work] : works) {
            for (const auto& [opName, op] : ops)
                QTest::addRow("%s, %s fails", workName, opName) << static_cast<int>(work) << static_cast<int>(op);
        }
    }
    void everyFaultLeavesOneStateOrTheOther()
    {
        QFETCH(int, work);
        QFETCH(int, op);
        const auto what = static_cast<Work>(work);
        const QByteArray after = stateAfter(what);
        QVERIFY(!after.isEmpty());
        for (const bool forEver : {false, true}) {
            bool met = true;
            for (int nth = 1; met; ++nth) {
                const QString name = u"n=%1 %2 "_s.arg(nth).arg(forEver ? u"for ever"_s : u"once"_s);
                QVERIFY(m_files.put(path()));
                m_disk.failNth(static_cast<DiskOp>(op), nth, forEver);
                const bool done = attempt(what);
                met = m_disk.hasFailed();
                m_disk.heal();
                auto database = open(entries, true);
                QVERIFY2(database.has_value(), qPrintable(name + (database ? QString() : database.error().detail)));
                const QByteArray state = digestOf(**database);
                QVERIFY2(state == after || (state == m_before && !done), qPrintable(name));
                QCOMPARE((*database)->integrityProblems(), QStringList());
                QVERIFY2(met || done, qPrintable(name));
                if (what == Work::Rotate && done)
                    QVERIFY(!opensWith(m_key)); // the old key is out of use
            }
        }
    }

    //! The next start meets a fault of its own while it reads back what the first one left, and the one after it finds a disk that is well.
    void aSecondFaultDuringTheRecoveryChangesNothing_data()
    {
        QTest::addColumn<int>("work");
        for (const auto& [name, work] : works)
            QTest::newRow(name) << static_cast<int>(work);
    }
    void aSecondFaultDuringTheRecoveryChangesNothing()
    {
        QFETCH(int, work);
        const auto what = static_cast<Work>(work);
        const QByteArray after = stateAfter(what);
        int pairs = 0;
        for (const DiskOp first : {DiskOp::Write, DiskOp::Sync, DiskOp::Truncate}) {
            bool met = true;
            for (int nth = 1; met; nth += stride()) {
                QVERIFY(m_files.put(path()));
                m_disk.failNth(first, nth, true);
                const bool done = attempt(what);
                met = m_disk.hasFailed();
                m_disk.heal();
                const Snapshot left = Snapshot::of(path());
                for (const DiskOp second : {DiskOp::Open, DiskOp::Read, DiskOp::Write, DiskOp::Sync, DiskOp::Truncate}) {
                    bool metAgain = met;
                    for (int mth = 1; metAgain; ++mth, ++pairs) {
                        const QString name = u"n=%1, then m=%2 of %3"_s.arg(nth).arg(mth).arg(static_cast<int>(second));
                        QVERIFY(left.put(path()));
                        m_disk.failNth(second, mth, false);
                        (void)open(entries, true);
                        metAgain = m_disk.hasFailed();
                        m_disk.heal();
                        auto database = open(entries, true);
                        QVERIFY2(database.has_value(), qPrintable(name + (database ? QString() : database.error().detail)));
                        const QByteArray state = digestOf(**database);
                        QVERIFY2(state == after || (state == m_before && !done), qPrintable(name));
                        QCOMPARE((*database)->integrityProblems(), QStringList());
                    }
                }
            }
        }
        QVERIFY(pairs > 0 || what == Work::Open);
    }

private:
    //! Every fault at full size, some of them in the gate.
    static int stride() { return trials(1) > 1 ? 1 : 9; }
    QString path() const { return m_dir.filePath(u"file.db"_s); }

    StoreResult<std::unique_ptr<Database>> open(std::span<const Migration> migrations, bool orNewer)
    {
        const std::array keys {&m_key, &m_nextKey};
        const auto key = QFile::exists(path()) ? keyThatOpens(path(), keys) : &m_key; // after a rotation it may be the next one
        if (!key)
            return failed(key.error());
        const auto sealing = Sealing::withKey(**key).over(DiskModel::name());
        auto database = Database::open(path(), Durability::Irreplaceable, migrations, 64, sealing);
        if (orNewer && !database && database.error().code == StoreError::Code::NewerFile)
            return Database::open(path(), Durability::Irreplaceable, newer, 64, sealing);
        return database;
    }

    bool opensWith(const SealedKey& key) const
    {
        auto sealer = PageSealer::create(key);
        return checkSealedFile(path(), *sealer, NewFile::Refused).has_value();
    }

    // True when the work was reported as done.
    bool attempt(Work work)
    {
        if (work == Work::Rotate)
            return Database::rotate(path(), m_key, m_nextKey, DiskModel::name()).has_value();
        auto database = open(work == Work::Migrate ? std::span<const Migration>(newer) : std::span<const Migration>(entries), false);
        if (!database)
            return false;
        (void)(*database)->execute("PRAGMA wal_autocheckpoint=8"); // so that the faults meet checkpoints as well
        return perform(**database, work).has_value();
    }

    QByteArray stateAfter(Work work)
    {
        if (!m_files.put(path()) || !attempt(work))
            return {};
        auto database = open(entries, true);
        return database ? digestOf(**database) : QByteArray();
    }

    QTemporaryDir m_dir {scratchFolder()};
    DiskModel m_disk;
    SealedKey m_key = SealedKey::fresh(FileKind::Outbox);
    SealedKey m_nextKey = SealedKey::fresh(FileKind::Outbox, 2);
    Snapshot m_files;
    QByteArray m_before;
};

QTEST_GUILESS_MAIN(TestIoFaults)
#include "tst_iofaults.moc"
