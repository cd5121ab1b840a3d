// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "core/store/storethread.h"
#include "tests/core/store/sealedfixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::store;
using namespace Qt::StringLiterals;

class TestStores final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderHasOneOwner()
    {
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"SE2321009999-AAAA"_s, u"SE2321009999-BBBB"_s);
        auto first = Stores::open(folder, m_keys);
        QVERIFY(first.has_value());
        auto second = Stores::open(folder, m_keys);
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, StoreError::Code::InUse);
        first->reset();
        QVERIFY(Stores::open(folder, m_keys).has_value());
    }

    //! Its process ended after it had made the lock's file and before it could write who it is.
    void anOwnerThatEndedBeforeItSaidWhoItIsIsGone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("something") << QByteArray("1\nmottaget\n");
        QTest::newRow("zeros, after a power loss") << QByteArray(30, '\0');
    }
    void anOwnerThatEndedBeforeItSaidWhoItIsIsGone()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        QVERIFY(testing::write(dir.filePath(u"owner.lock"_s), content));
        QVERIFY(Stores::open(folder, m_keys).has_value());
    }

    //! However long ago it began, and whatever has become of what it wrote.
    void anOwnerThatLivesIsNotPutOut()
    {
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        const auto first = Stores::open(folder, m_keys);
        QVERIFY(first.has_value());
        QFile lock(dir.filePath(u"owner.lock"_s));
        QVERIFY(lock.open(QIODevice::ReadWrite) && lock.resize(0));
        QVERIFY(lock.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime));
        const auto second = Stores::open(folder, m_keys);
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, StoreError::Code::InUse);
    }

    void theFolderOfAPersonTellsNobodyWhoTheyAre()
    {
        const Folder folder = Folder::of(u"/data"_s, u"SE2321009999-AAAA"_s, u"SE2321009999-BBBB"_s);
        QVERIFY(!folder.person.contains("AAAA"_L1) && folder.person.startsWith("/data/"_L1));
        QCOMPARE(folder.person, Folder::of(u"/data"_s, u"se2321009999-aaaa"_s, u"SE2321009999-bbbb"_s).person);
        QVERIFY(folder.person != Folder::of(u"/data"_s, u"SE2321009999-AAAA"_s, u"SE2321009999-CCCC"_s).person);
    }

    void aCacheThatDoesNotOpenIsBegunAnew_data()
    {
        QTest::addColumn<QString>("harm");
        for (const char* harm : {"rubbish", "another key", "a plain file"})
            QTest::newRow(harm) << QString::fromLatin1(harm);
    }
    void aCacheThatDoesNotOpenIsBegunAnew()
    {
        QFETCH(QString, harm);
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        QVERIFY((*Stores::open(folder, m_keys))->marks().set(u"m"_s, u"1"_s).has_value());
        doHarm(harm, folder.person + u"/cache.db"_s);
        auto opened = Stores::open(folder, m_keys);
        QVERIFY(opened.has_value());
        QVERIFY((*opened)->cacheWasRebuilt());
        QVERIFY((*opened)->setAside().empty());
        QCOMPARE((*opened)->marks().value(u"m"_s), QString()); // empty: the next pull is a first one
    }

    //! What exists nowhere else is never deleted: it lies beside the new file byte for byte, and is told.
    void whatIsIrreplaceableIsSetAsideAndTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<QString>("harm");
        for (const char* harm : {"rubbish", "another key", "a plain file"}) {
            QTest::addRow("outbox, %s", harm) << u"outbox.db"_s << FileKind::Outbox << QString::fromLatin1(harm);
            QTest::addRow("journal, %s", harm) << u"journal.db"_s << FileKind::Journal << QString::fromLatin1(harm);
            QTest::addRow("log, %s", harm) << u"log.db"_s << FileKind::Log << QString::fromLatin1(harm);
        }
    }
    void whatIsIrreplaceableIsSetAsideAndTold()
    {
        QFETCH(QString, name);
        QFETCH(FileKind, kind);
        QFETCH(QString, harm);
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        QVERIFY(Stores::open(folder, m_keys).has_value());
        const QString path = (kind == FileKind::Log ? folder.root : folder.person) + u'/' + name;
        doHarm(harm, path);
        const QByteArray harmed = read(path);
        auto opened = Stores::open(folder, m_keys);
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->setAside().size(), std::size_t {1});
        const SetAside& aside = (*opened)->setAside().front();
        QCOMPARE(aside.kind, kind);
        QVERIFY(aside.path.startsWith(path + u".set-aside-"_s));
        QCOMPARE(read(aside.path), harmed);
        opened->reset();
        QVERIFY((*Stores::open(folder, m_keys))->setAside().empty()); // told once, at the opening that did it
    }

    //! Killed between the two names of a setting aside, or a file deleted by hand: its log must not become part of a new file.
    void aLogWithoutItsFileIsSetAsideToo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("outbox") << u"outbox.db"_s << true;
        QTest::newRow("journal") << u"journal.db"_s << true;
        QTest::newRow("log") << u"log.db"_s << true;
        QTest::newRow("cache") << u"cache.db"_s << false;
    }
    void aLogWithoutItsFileIsSetAsideToo()
    {
        QFETCH(QString, name);
        QFETCH(bool, isKept);
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        const QString path = (name == "log.db"_L1 ? folder.root : folder.person) + u'/' + name;
        QByteArray log;
        {
            auto stores = Stores::open(folder, m_keys);
            QVERIFY(stores.has_value());
            for (Database* file : {&(*stores)->cache(), &(*stores)->journal(), &(*stores)->outbox(), &(*stores)->log()})
                QVERIFY(file->execute("CREATE TABLE left_over(x)").has_value());
            log = read(path + u"-wal"_s); // as a kill leaves it
            QVERIFY(log.size() > 4096);
        }
        QVERIFY(QFile::remove(path));
        QFile left(path + u"-wal"_s);
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write(log) == log.size());
        left.close();
        auto opened = Stores::open(folder, m_keys);
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
        for (Database* file : {&(*opened)->cache(), &(*opened)->journal(), &(*opened)->outbox(), &(*opened)->log()}) {
            QCOMPARE(file->integrityProblems(), QStringList());
            if (file->path() == path)
                QVERIFY(file->execute("CREATE TABLE left_over(x)").has_value()); // nothing of the old log is in it
        }
        QCOMPARE((*opened)->setAside().size(), std::size_t {isKept ? 1U : 0U});
        if (isKept)
            QCOMPARE(read((*opened)->setAside().front().path + u"-wal"_s), log);
    }

    //! Both have to be kept as they were found: a migration writes over what a damaged log still holds.
    void nothingIsMigratedBeforeItIsKept_data()
    {
        QTest::addColumn<bool>("isOlderState");
        QTest::newRow("the log is damaged") << false;
        QTest::newRow("of a time before anchors, which the keychain knows of") << true;
    }
    void nothingIsMigratedBeforeItIsKept()
    {
        QFETCH(bool, isOlderState);
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        QVERIFY(QDir().mkpath(folder.person));
        const QString path = folder.person + u"/outbox.db"_s;
        testing::Snapshot found;
        {
            auto first = Database::open(
                path, Durability::Irreplaceable, schema::outbox().first(1), 64, Sealing::withKey(*m_keys.ofKind(FileKind::Outbox).front()));
            QVERIFY(first.has_value());
            for (int n = 0; n < 3; ++n)
                QVERIFY((*first)->execute("CREATE TABLE IF NOT EXISTS left_over(x)").has_value()
                    && (*first)->execute("INSERT INTO left_over VALUES(1)").has_value());
            found = testing::Snapshot::of(path);
        }
        StoreKeys keys;
        for (const SealedKey& key : m_keys.keys)
            keys.keys.push_back(testing::copyOf(key));
        if (isOlderState)
            keys.anchors.push_back(crypto::Anchor::after(FileKind::Outbox, 1));
        else
            found.log[found.log.size() - 2 * 4120] = char(found.log[found.log.size() - 2 * 4120] ^ 1);
        QVERIFY(found.put(path));
        auto opened = Stores::open(folder, keys);
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE((*opened)->setAside().size(), std::size_t {1});
        const SetAside& aside = (*opened)->setAside().front();
        QCOMPARE(aside.isCopy, !isOlderState);
        QCOMPARE(aside.why.code, isOlderState ? StoreError::Code::OlderState : StoreError::Code::Damaged);
        QVERIFY(testing::Snapshot::of(aside.path) == found);
        QCOMPARE((*opened)->outbox().pragma("user_version"), QString::number(schema::outbox().back().version));
    }

    void noTextOfAFileIsReadableOnDisk()
    {
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        auto stores = Stores::open(folder, m_keys);
        for (int n = 0; n < 200; ++n)
            QVERIFY((*stores)->marks().set(u"marker-%1"_s.arg(n), u"Lindqvist"_s).has_value());
        for (const bool isOpen : {true, false}) {
            if (!isOpen)
                stores->reset();
            for (const QString& place : {folder.root, folder.person}) {
                for (const QString& name : QDir(place).entryList(QDir::Files | QDir::Hidden)) {
                    const QByteArray bytes = read(place + u'/' + name);
                    QVERIFY2(!bytes.contains("Lindqvist") && !bytes.contains("marker-"), qPrintable(name));
                    QVERIFY2(!name.endsWith(u".db"_s) || !bytes.contains("SQLite format"), qPrintable(name));
                }
            }
        }
    }

    void workIsDoneInOrderAndNothingPostedIsDropped()
    {
        QTemporaryDir dir;
        QList<int> order;
        {
            StoreThread thread;
            QFuture<StoreResult<void>> opened =
                thread.open(Folder::of(dir.path(), u"a"_s, u"b"_s), [] { return StoreResult<StoreKeys>(StoreKeys::fresh()); });
            for (int n = 0; n < 100; ++n)
                thread.post([&order, n](Stores&) {
                    order << n;
                    return n;
                });
            QTRY_VERIFY(opened.isFinished());
            QVERIFY(opened.result().has_value());
        }
        QCOMPARE(order.size(), 100);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void withoutKeysNothingIsTouched()
    {
        QTemporaryDir dir;
        StoreThread thread;
        QFuture<StoreResult<void>> opened = thread.open(Folder::of(dir.path(), u"a"_s, u"b"_s), [] {
            return StoreResult<StoreKeys>(failed(StoreError {StoreError::Code::CannotOpen, u"no key"_s}));
        });
        QTRY_VERIFY(opened.isFinished());
        QCOMPARE(opened.result().error(), (StoreError {StoreError::Code::CannotOpen, u"no key"_s}));
        QVERIFY(QDir(dir.path()).isEmpty());
    }

    void workOnFilesThatDidNotOpenIsCancelled()
    {
        StoreThread thread;
        QFuture<StoreResult<void>> opened =
            thread.open({u"/proc/nowhere"_s, u"/proc/nowhere/x"_s}, [] { return StoreResult<StoreKeys>(StoreKeys::fresh()); });
        QFuture<int> work = thread.post([](Stores&) { return 1; });
        QTRY_VERIFY(work.isFinished());
        QVERIFY(!opened.result().has_value());
        QVERIFY(work.isCanceled());
    }

private:
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! Puts something else where a sealed file was.
    static void doHarm(const QString& harm, const QString& path)
    {
        QFile::remove(path);
        QFile::remove(path + u"-wal"_s);
        const FileKind kind = path.endsWith(u"cache.db"_s) ? FileKind::Cache
            : path.endsWith(u"outbox.db"_s)                ? FileKind::Outbox
            : path.endsWith(u"journal.db"_s)               ? FileKind::Journal
                                                           : FileKind::Log;
        const SealedKey other = SealedKey::fresh(kind);
        static const char* const statements[] = {"CREATE TABLE t(x)", nullptr};
        static const Migration history[] = {{1, statements}};
        if (harm == u"rubbish"_s) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
        } else {
            const Sealing sealing = harm == u"another key"_s ? Sealing::withKey(other) : Sealing::plainForComparison();
            QVERIFY(Database::open(path, Durability::Cache, history, 64, sealing).has_value());
        }
    }

    StoreKeys m_keys = StoreKeys::fresh();
};

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
