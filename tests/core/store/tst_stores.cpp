// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storethread.h"

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
        auto first = Stores::open(folder);
        QVERIFY(first.has_value());
        auto second = Stores::open(folder);
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, StoreError::Code::InUse);
        first->reset();
        QVERIFY(Stores::open(folder).has_value());
    }

    void theFolderOfAPersonTellsNobodyWhoTheyAre()
    {
        const Folder folder = Folder::of(u"/data"_s, u"SE2321009999-AAAA"_s, u"SE2321009999-BBBB"_s);
        QVERIFY(!folder.person.contains("AAAA"_L1) && folder.person.startsWith("/data/"_L1));
        QCOMPARE(folder.person, Folder::of(u"/data"_s, u"se2321009999-aaaa"_s, u"SE2321009999-bbbb"_s).person);
        QVERIFY(folder.person != Folder::of(u"/data"_s, u"SE2321009999-AAAA"_s, u"SE2321009999-CCCC"_s).person);
    }

    void aRuinedCacheIsSetAsideAndBegunAnew()
    {
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        QVERIFY(Stores::open(folder).has_value());
        overwrite(folder.person + u"/cache.db"_s);
        auto opened = Stores::open(folder);
        QVERIFY(opened.has_value());
        QVERIFY((*opened)->cacheWasRebuilt());
        QCOMPARE(QDir(folder.person).entryList({u"cache.db.set-aside-*"_s}).size(), 1);
    }

    void aRuinedOutboxIsReportedAndNeverTouched_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("outbox") << u"outbox.db"_s;
        QTest::newRow("journal") << u"journal.db"_s;
    }
    void aRuinedOutboxIsReportedAndNeverTouched()
    {
        QFETCH(QString, name);
        QTemporaryDir dir;
        const Folder folder = Folder::of(dir.path(), u"a"_s, u"b"_s);
        QVERIFY(Stores::open(folder).has_value());
        const QByteArray ruined = overwrite(folder.person + u'/' + name);
        auto opened = Stores::open(folder);
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, StoreError::Code::Corrupt);
        QFile file(folder.person + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), ruined);
    }

    void workIsDoneInOrderAndNothingPostedIsDropped()
    {
        QTemporaryDir dir;
        QList<int> order;
        {
            StoreThread thread;
            QFuture<StoreResult<void>> opened = thread.open(Folder::of(dir.path(), u"a"_s, u"b"_s));
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

    void workOnFilesThatDidNotOpenIsCancelled()
    {
        StoreThread thread;
        QFuture<StoreResult<void>> opened = thread.open({u"/proc/nowhere"_s, u"/proc/nowhere/x"_s});
        QFuture<int> work = thread.post([](Stores&) { return 1; });
        QTRY_VERIFY(work.isFinished());
        QVERIFY(!opened.result().has_value());
        QVERIFY(work.isCanceled());
    }

private:
    static QByteArray overwrite(const QString& path)
    {
        const QByteArray bytes(8192, 'x');
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            file.write(bytes);
        QFile::remove(path + u"-wal"_s);
        return bytes;
    }
};

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
