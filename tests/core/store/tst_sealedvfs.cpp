// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealedvfs.h"
#include "tests/core/store/sealedfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <functional>

using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;
using mottaget::SecretBytes;

namespace {

using Code = StoreError::Code;
using Change = std::function<void(Snapshot&, SealedKey&)>;

// A page of zeros but for what an SQLite header says about page size and reserved bytes.
QByteArray sealedFirstPage(const SealedKey& key, char reserved)
{
    std::array<std::byte, pageSize> plain {};
    std::array<std::byte, pageSize> sealed {};
    std::memcpy(plain.data(), "SQLite format 3", 16);
    plain[16] = std::byte {0x10};
    plain[20] = static_cast<std::byte>(reserved);
    return PageSealer::create(key)->sealPage(1, plain.data(), sealed.data())
        ? QByteArray(reinterpret_cast<const char*>(sealed.data()), pageSize)
        : QByteArray();
}

void flip(QByteArray& bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes.at(at) ^ 0x10);
}

} // namespace

class TestSealedVfs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_key = SealedKey::fresh(FileKind::Outbox);
        auto database = Database::open(path(), Durability::Irreplaceable, entries, 1024, Sealing::withKey(m_key));
        QVERIFY2(database.has_value(), database ? "" : qPrintable(database.error().detail));
        for (int i = 0; i < 60; ++i)
            QVERIFY((*database)->execute(qPrintable(u"INSERT INTO entry VALUES(%1, hex(randomblob(300)))"_s.arg(i))).has_value());
        QVERIFY((*database)->checkpoint().has_value());
        for (int i = 60; i < 70; ++i)
            QVERIFY((*database)->execute(qPrintable(u"INSERT INTO entry VALUES(%1, hex(randomblob(300)))"_s.arg(i))).has_value());
        m_whole = Snapshot::of(path());
        m_digest = digestOf(**database);
        QVERIFY(m_whole.log.size() > 10 * frameSize);
    }

    void aCrashedFileOpensWithAllItsCommits()
    {
        QVERIFY(m_whole.put(path()));
        auto database = open(m_key);
        QVERIFY2(database.has_value(), database ? "" : qPrintable(database.error().detail));
        QCOMPARE(digestOf(**database), m_digest);
        QCOMPARE((*database)->logState(), LogState::Whole);
        QCOMPARE((*database)->integrityProblems(), QStringList());
        QCOMPARE((*database)->verifyPages().value().isSound(), true);
    }

    void whatDoesNotBelongIsRefusedAndLeftAsItWas_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, Code code, const Change& change) { QTest::newRow(name) << change << static_cast<int>(code); };
        row("another key", Code::WrongKey, [](Snapshot&, SealedKey& key) { key.key = SecretBytes::random(32); });
        row("another epoch", Code::WrongKey, [](Snapshot&, SealedKey& key) { key.epoch = 2; });
        row("another identity", Code::OtherFile, [](Snapshot& files, SealedKey& key) {
            key.fileIdentity = QByteArray(16, 'i');
            files.log.clear();
        });
        row("another identity, log there", Code::OtherFile, [](Snapshot&, SealedKey& key) { key.fileIdentity = QByteArray(16, 'i'); });
        row("another kind", Code::OtherFile, [](Snapshot&, SealedKey& key) { key.kind = FileKind::Journal; });
        row("plain SQLite", Code::PlainFile,
            [](Snapshot& files, SealedKey&) { files.file = QByteArray("SQLite format 3\0", 16).leftJustified(8192, '\0'); });
        row("a format to come", Code::UnknownFormat, [](Snapshot& files, SealedKey&) { files.file[4093] = 2; });
        row("no sealed file at all", Code::UnknownFormat, [](Snapshot& files, SealedKey&) {
            files = {QByteArray(8192, 'x'), QByteArray(9000, 'y')};
        });
        row("no room for the seal", Code::ForeignLayout, [](Snapshot& files, SealedKey& key) { files = {sealedFirstPage(key, 0), {}}; });
        row("emptied, log there", Code::Damaged, [](Snapshot& files, SealedKey&) { files.file.clear(); });
        row("emptied", Code::Damaged, [](Snapshot& files, SealedKey&) { files = {}; });
        row("half a page", Code::Damaged, [](Snapshot& files, SealedKey&) { files.file.truncate(2048); });
        row("first page damaged, not in the log", Code::Damaged, [](Snapshot& files, SealedKey&) {
            flip(files.file, 1000);
            files.log.clear();
        });
        row("first page zeros", Code::Damaged, [](Snapshot& files, SealedKey&) {
            files.file.replace(0, 4096, QByteArray(4096, '\0'));
            files.log.clear();
        });
        row("a key too short", Code::SealingBroken, [](Snapshot&, SealedKey& key) { key.key = SecretBytes::random(31); });
        row("an identity too short", Code::SealingBroken, [](Snapshot&, SealedKey& key) { key.fileIdentity.chop(1); });
    }
    void whatDoesNotBelongIsRefusedAndLeftAsItWas()
    {
        QFETCH(Change, change);
        QFETCH(int, code);
        Snapshot files = m_whole;
        SealedKey key = copyOf(m_key);
        change(files, key);
        QVERIFY(files.put(path()));
        const auto database = open(key);
        QVERIFY(!database.has_value());
        QCOMPARE(static_cast<int>(database.error().code), code);
        QVERIFY(Snapshot::of(path()) == files);
    }

    void aFirstPageTornByACheckpointIsTakenFromTheLog()
    {
        QVERIFY(m_whole.put(path()));
        Snapshot torn = m_whole;
        {
            // A commit that writes page 1, so that the log holds it.
            auto database = open(m_key);
            QVERIFY(database.has_value());
            QVERIFY((*database)->execute("PRAGMA application_id=7").has_value());
            torn = Snapshot::of(path());
        }
        torn.file.replace(512, 1024, QByteArray(1024, 't'));
        QVERIFY(torn.put(path()));
        auto database = open(m_key);
        QVERIFY2(database.has_value(), database ? "" : qPrintable(database.error().detail));
        QCOMPARE(digestOf(**database), m_digest);
        QCOMPARE((*database)->pragma("application_id"), u"7"_s);
        QVERIFY((*database)->checkpoint().has_value());
        QVERIFY((*database)->verifyPages().value().isSound());
    }

    void withoutTheSealingNothingOpens()
    {
        QVERIFY(m_whole.put(path()));
        const auto database = Database::open(path(), Durability::Cache, entries, 1024, Sealing::withKey(m_key).over("no-such-file-system"));
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().code, Code::NotSealed);
        const auto vfs = SealedVfs::create(path(), m_key, {});
        sqlite3* plain = nullptr;
        QCOMPARE(sqlite3_open(":memory:", &plain), SQLITE_OK);
        QVERIFY(!(*vfs)->serves(plain));
        sqlite3_close(plain);
        sqlite3* sealed = nullptr;
        QCOMPARE(
            sqlite3_open_v2(QFile::encodeName(path()).constData(), &sealed, SQLITE_OPEN_READWRITE, (*vfs)->name().constData()), SQLITE_OK);
        QVERIFY((*vfs)->serves(sealed));
        sqlite3_close(sealed);
    }

    void whatWouldLeakIsRefused_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("a rollback journal") << QStringList {u"PRAGMA journal_mode=DELETE"_s};
        QTest::newRow("another file attached") << QStringList {u"ATTACH '%1' AS other"_s};
        QTest::newRow("a copy into a file") << QStringList {u"VACUUM INTO '%1'"_s};
        QTest::newRow("a temporary file") << QStringList {u"PRAGMA temp_store=FILE"_s, u"CREATE TEMP TABLE t AS SELECT * FROM entry"_s,
            u"PRAGMA temp.cache_size=1"_s, u"PRAGMA temp.cache_spill=1"_s,
            u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<3000) INSERT INTO t SELECT x, hex(randomblob(500)) FROM n"_s};
    }
    void whatWouldLeakIsRefused()
    {
        QFETCH(QStringList, statements);
        QVERIFY(m_whole.put(path()));
        auto database = open(m_key);
        QVERIFY(database.has_value());
        std::optional<StoreError> refused;
        for (const QString& statement : statements) {
            const QString sql = statement.contains("%1"_L1) ? statement.arg(m_dir.filePath(u"other.db"_s)) : statement;
            if (const auto done = (*database)->execute(qPrintable(sql)); !done)
                refused = done.error();
        }
        QVERIFY(refused.has_value());
        QCOMPARE(refused->code, Code::RefusedFile);
        QStringList left = QDir(m_dir.path()).entryList(QDir::Files, QDir::Name);
        left.removeOne(u"outbox.db-wal"_s); // gone when the change of mode had begun
        QCOMPARE(left, QStringList(u"outbox.db"_s));
        database->reset();
        database = open(m_key);
        QCOMPARE(digestOf(**database), m_digest);
    }

    void aReaderSeesWhatTheWriterCommits()
    {
        QVERIFY(m_whole.put(path()));
        auto writer = Database::open(path(), Durability::Cache, entries, 1024, Sealing::withKey(m_key), Access::Writer);
        QVERIFY2(writer.has_value(), writer ? "" : qPrintable(writer.error().detail));
        auto reader = Database::open(path(), Durability::Cache, entries, 64, Sealing::withKey(m_key), Access::Reader);
        QVERIFY2(reader.has_value(), reader ? "" : qPrintable(reader.error().detail));
        for (int i = 100; i < 400; ++i) {
            QVERIFY((*writer)->execute(qPrintable(u"INSERT INTO entry VALUES(%1, hex(randomblob(300)))"_s.arg(i))).has_value());
            if (i % 50 == 0) {
                QVERIFY((*writer)->checkpoint().has_value());
            }
            if (i % 10 == 0) {
                QCOMPARE(digestOf(**reader), digestOf(**writer));
            }
        }
        QVERIFY(!(*reader)->execute("DELETE FROM entry").has_value());
        reader->reset();
        QCOMPARE((*writer)->integrityProblems(), QStringList());
    }

private:
    QString path() const { return m_dir.filePath(u"outbox.db"_s); }
    StoreResult<std::unique_ptr<Database>> open(const SealedKey& key) const
    {
        return Database::open(path(), Durability::Irreplaceable, entries, 1024, Sealing::withKey(key));
    }
    QTemporaryDir m_dir;
    SealedKey m_key;
    Snapshot m_whole;
    QByteArray m_digest;
};

QTEST_GUILESS_MAIN(TestSealedVfs)
#include "tst_sealedvfs.moc"
