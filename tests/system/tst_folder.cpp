// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace mottaget::test;
using namespace Qt::StringLiterals;

//! Which folders and regions are accepted, and how misuse is answered.
class TestFolder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void otherRegionsThanThisMachinesAreRefused_data()
    {
        QTest::addColumn<QString>("region");
        QTest::newRow("a private network") << u"http://192.168.1.10/fhir"_s;
        QTest::newRow("https elsewhere") << u"https://region.example.org/fhir"_s;
        QTest::newRow("a name that begins like ours") << u"http://localhost.example.org/fhir"_s;
    }
    void otherRegionsThanThisMachinesAreRefused()
    {
        QFETCH(QString, region);
        const Workstation nurse;
        const CliAnswer answer = nurse.call(region, {u"sync"_s, u"--once"_s});
        QCOMPARE(answer.exit, 1);
        QCOMPARE(answer.object[u"error"_s][u"code"_s].toString(), u"regionNotLoopback"_s);
        QVERIFY(!QDir(nurse.data()).exists()); // nothing was made
    }

    void aFolderOfSomethingElseIsRefusedAndUntouched()
    {
        const Workstation nurse;
        QVERIFY(QDir().mkpath(nurse.data()));
        QFile file(nurse.data() + u"/letter.txt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const CliAnswer answer = nurse.call(u"http://127.0.0.1:9/fhir"_s, {u"cases"_s});
        QCOMPARE(answer.exit, 1);
        QCOMPARE(answer.object[u"error"_s][u"code"_s].toString(), u"folderNotDemo"_s);
        QCOMPARE(QDir(nurse.data()).entryList(QDir::Files), QStringList {u"letter.txt"_s});
    }

    void misuseIsToldApart_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing to do") << QStringList {};
        QTest::newRow("no such verb") << QStringList {u"dance"_s};
        QTest::newRow("no such view") << QStringList {u"cases"_s, u"--view"_s, u"all"_s};
        QTest::newRow("reply without text") << QStringList {u"act"_s, u"reply"_s, u"--case"_s, u"x"_s};
        QTest::newRow("close without journal choice")
            << QStringList {u"act"_s, u"close"_s, u"--case"_s, u"x"_s, u"--outcome"_s, u"answered"_s};
        QTest::newRow("act without a case") << QStringList {u"act"_s, u"reply"_s, u"--text"_s, u"x"_s};
    }
    void misuseIsToldApart()
    {
        QFETCH(QStringList, words);
        const Workstation nurse;
        const CliAnswer answer = nurse.call(u"http://127.0.0.1:9/fhir"_s, words);
        QCOMPARE(answer.exit, 2);
        QCOMPARE(answer.object[u"ok"_s].toBool(true), false);
        QCOMPARE(answer.object[u"error"_s][u"code"_s].toString(), u"usage"_s);
    }

    void aCaseThatIsNotHereIsSaid()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const CliAnswer answer = nurse.call(region.url(), {u"case"_s, u"nobody"_s});
        QCOMPARE(answer.exit, 1);
        QCOMPARE(answer.object[u"error"_s][u"code"_s].toString(), u"notFound"_s);
    }
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
