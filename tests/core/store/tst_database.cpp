// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace mottaget::store;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* first[] = {"CREATE TABLE a(x INTEGER)", nullptr};
constexpr const char* second[] = {"INSERT INTO a VALUES(1)", "CREATE TABLE b(y INTEGER)", nullptr};
constexpr const char* broken[] = {"CREATE TABLE c(z INTEGER)", "INSERT INTO nowhere VALUES(1)", nullptr};
constexpr std::array one {Migration {1, first}};
constexpr std::array two {Migration {1, first}, Migration {2, second}};
constexpr std::array bad {Migration {1, first}, Migration {2, broken}};

int count(Database& database, const char* sql)
{
    Statement statement = database.prepare(sql);
    return statement.exec() && statement.next() ? statement.value(0).toInt() : -1;
}

} // namespace

class TestDatabase final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void filesArePrivateAndPressedToTheDiskAsTheyShould_data()
    {
        QTest::addColumn<bool>("irreplaceable");
        QTest::addColumn<QString>("synchronous");
        QTest::newRow("cache: NORMAL") << false << u"1"_s;
        QTest::newRow("outbox: FULL") << true << u"2"_s;
    }
    void filesArePrivateAndPressedToTheDiskAsTheyShould()
    {
        QFETCH(bool, irreplaceable);
        QFETCH(QString, synchronous);
        auto opened =
            Database::open(path(), irreplaceable ? Durability::Irreplaceable : Durability::Cache, one, 1024, Sealing::plainForComparison());
        QVERIFY(opened.has_value());
        const QStringList actual {(*opened)->pragma("synchronous"), (*opened)->pragma("journal_mode"), (*opened)->pragma("cache_spill"),
            (*opened)->pragma("locking_mode"), (*opened)->pragma("temp_store"), (*opened)->pragma("cache_size")};
        QCOMPARE(actual, (QStringList {synchronous, u"wal"_s, u"0"_s, u"exclusive"_s, u"2"_s, u"-1024"_s}));
        QCOMPARE(QFile::permissions(path()) & 0x0077, QFileDevice::Permissions());
    }

    void anOlderFileIsBroughtForwardStepByStep()
    {
        QVERIFY(Database::open(path(), Durability::Cache, one, 1024, Sealing::plainForComparison()).has_value());
        auto opened = Database::open(path(), Durability::Cache, two, 1024, Sealing::plainForComparison());
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->pragma("user_version"), u"2"_s);
        QCOMPARE(count(**opened, "SELECT count(*) FROM a"), 1);
    }

    void aNewerFileIsRefusedAndLeftAsItIs()
    {
        QVERIFY(Database::open(path(), Durability::Cache, two, 1024, Sealing::plainForComparison()).has_value());
        const QByteArray before = bytes();
        auto opened = Database::open(path(), Durability::Cache, one, 1024, Sealing::plainForComparison());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, StoreError::Code::NewerFile);
        QCOMPARE(bytes(), before);
    }

    void aFailedStepLeavesTheFileAtTheStepBefore()
    {
        auto opened = Database::open(path(), Durability::Cache, bad, 1024, Sealing::plainForComparison());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, StoreError::Code::MigrationFailed);
        auto again = Database::open(path(), Durability::Cache, one, 1024, Sealing::plainForComparison());
        QVERIFY(again.has_value());
        QCOMPARE((*again)->pragma("user_version"), u"1"_s);
        QCOMPARE(count(**again, "SELECT count(*) FROM sqlite_master WHERE name='c'"), 0);
    }

    void somethingElseThanADatabaseIsCorrupt()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        auto opened = Database::open(path(), Durability::Cache, one, 1024, Sealing::plainForComparison());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, StoreError::Code::Corrupt);
    }

    void whatIsBoundComesBackAsItWas()
    {
        auto opened = Database::open(path(), Durability::Cache, one, 1024, Sealing::plainForComparison());
        QVERIFY(opened.has_value());
        QVERIFY((*opened)->execute("CREATE TABLE d(at INTEGER, x)").has_value());
        const QVariantList values {u"å😀"_s, u""_s, QString(), QByteArray("\0\xff", 2), QByteArray(""), QByteArray(), qint64 {1} << 40, -1,
            true, QVariant(), u"a\0b"_s};
        Statement insert = (*opened)->prepare("INSERT INTO d VALUES(?,?)");
        for (int at = 0; at < values.size(); ++at) {
            insert.bindValue(0, at);
            insert.bindValue(1, values[at]);
            QVERIFY(run(insert).has_value());
            QCOMPARE(insert.numRowsAffected(), 1);
        }
        QVariantList found;
        Statement query = (*opened)->prepare("SELECT x FROM d WHERE at>=? ORDER BY at");
        query.bindValue(0, 0);
        QVERIFY(query.exec());
        QVERIFY(query.value(0).isNull()); // not yet on a row
        while (query.next())
            found << query.value(0);
        QVERIFY(query.value(0).isNull()); // not any more
        const QVariantList expected {u"å😀"_s, u""_s, QVariant(), QByteArray("\0\xff", 2), QByteArray(""), QVariant(), qint64 {1} << 40,
            qint64 {-1}, qint64 {1}, QVariant(), u"a\0b"_s};
        QCOMPARE(found, expected);
        QVERIFY(!found[1].toString().isNull()); // empty, which a column that may not be NULL takes again
        QVERIFY(!found[4].toByteArray().isNull());
    }

    void aStatementBoundAnewBeginsAnew()
    {
        auto opened = Database::open(path(), Durability::Cache, two, 1024, Sealing::plainForComparison());
        QVERIFY(opened.has_value());
        Statement query = (*opened)->prepare("SELECT x FROM a WHERE x=? UNION ALL SELECT 7");
        query.bindValue(0, 1);
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.value(0).toInt(), 1);
        query.bindValue(0, 2); // in the middle of its rows
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.value(0).toInt(), 7);
        QVERIFY(!query.next());
    }

    void aDatabaseClosesUnderItsStatements()
    {
        auto opened = Database::open(path(), Durability::Cache, two, 1024, Sealing::plainForComparison());
        QVERIFY(opened.has_value());
        Statement query = (*opened)->prepare("SELECT x FROM a");
        QVERIFY(query.exec() && query.next());
        opened->reset();
        QVERIFY(Database::open(path(), Durability::Cache, two, 1024, Sealing::plainForComparison()).has_value()); // nobody holds it
    }

    void aFailedTransactionLeavesNothing()
    {
        auto opened = Database::open(path(), Durability::Cache, one, 1024, Sealing::plainForComparison());
        QVERIFY(opened.has_value());
        Database& database = **opened;
        const auto done = database.transaction([&]() -> StoreResult<void> {
            if (auto inserted = database.execute("INSERT INTO a VALUES(7)"); !inserted)
                return inserted;
            return database.execute("INSERT INTO nowhere VALUES(1)");
        });
        QVERIFY(!done.has_value());
        QCOMPARE(count(database, "SELECT count(*) FROM a"), 0);
        QVERIFY(database.execute("INSERT INTO a VALUES(8)").has_value()); // and no transaction is left open
        QCOMPARE(database.integrityProblems(), QStringList());
    }

    void everyReleasedHistoryOpens_data()
    {
        QTest::addColumn<int>("file");
        QTest::newRow("cache") << 0;
        QTest::newRow("journal") << 1;
        QTest::newRow("outbox") << 2;
        QTest::newRow("log") << 3;
    }
    void everyReleasedHistoryOpens()
    {
        QFETCH(int, file);
        const std::array histories {schema::cache(), schema::journal(), schema::outbox(), schema::log()};
        auto opened =
            Database::open(path(), Durability::Cache, histories.at(static_cast<size_t>(file)), 1024, Sealing::plainForComparison());
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE((*opened)->integrityProblems(), QStringList());
    }

private:
    QString path() const { return m_dir->filePath(u"file.db"_s); }
    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
