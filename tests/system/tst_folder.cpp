// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
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

    //! Names, numbers and texts that the program has shown and written are in no file it leaves, in no encoding.
    void nothingItWroteCanBeRead()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        const QString text = u"Tranbärsmarkör i svaret."_s;
        QCOMPARE(nurse.call(region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, text}).exit, 0);
        killInTheMiddle(nurse, region);
        const QStringList markers = QStringList {text, id} + region.residents();
        QVERIFY(markers.size() > 100);
        // Everything below home, runtime, temporary and data folders: four files and their logs, the keys and the mark at least.
        QCOMPARE(filesThatShow(nurse.place(), markers, 8), QStringList());
    }

    //! The command line holds the same secrets as the window.
    void theCommandLineLeavesNoCoreDump()
    {
        QTcpServer silent; // so that the program is still there when it is looked at
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const Workstation nurse;
        QProcess process;
        process.start(QStringLiteral(MOTTAGET_BIN "/mottaget-cli"),
            QStringList {u"--region"_s, u"http://127.0.0.1:%1/fhir"_s.arg(silent.serverPort()), u"--data"_s, nurse.data(),
                u"--token-file"_s, nurse.place() + u"/token"_s, u"sync"_s, u"--once"_s});
        QVERIFY(silent.waitForNewConnection(30000));
        QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        const QString core = QString::fromUtf8(limits.readAll()).section(u"Max core file size"_s, 1).section(u'\n', 0, 0).simplified();
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(core, u"0 0 bytes"_s);
    }

    void aFlippedByteIsFound()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(nurse.call(region.url(), {u"check"_s}).exit, 0);
        const QString person = QDir(nurse.data()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
        QFile file(nurse.data() + u'/' + person + u"/cache.db"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 pages = file.size() / 4096;
        QVERIFY(pages > 20);
        file.seek(file.size() - 100);
        const QByteArray was = file.read(1);
        file.seek(file.size() - 100);
        file.write(QByteArray(1, char(was[0] ^ 4)));
        file.close();
        const CliAnswer answer = nurse.call(region.url(), {u"check"_s});
        QCOMPARE(answer.exit, 1);
        QCOMPARE(answer.object[u"error"_s][u"code"_s].toString(), u"corrupt"_s);
        const QString first = answer.object[u"problems"_s].toArray().first().toString();
        QVERIFY2(first.endsWith(u"cache.db: page %1 does not authenticate"_s.arg(pages)), qPrintable(first));
    }

private:
    //! The window, killed when the access log has grown: somebody has been shown something then.
    static void killInTheMiddle(const Workstation& nurse, const RegionProcess& region)
    {
        QProcess window;
        nurse.startWindow(window, region.url());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(nurse.data() + u"/log.db-wal"_s).size() > 0, 30000);
        window.kill();
        QVERIFY(window.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
