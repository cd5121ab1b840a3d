// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "tests/core/store/sealedfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <sys/resource.h>

using namespace mottaget::test;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

//! The real programs are killed at any moment, while they take an action, send it, or fetch: what was told as saved is in the region once,
//! and what was not told is there once or not at all.
class TestKills final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasToldArrivesOnce()
    {
        constexpr int killsInGate = 270;
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        QVERIFY(!id.isEmpty());
        QRandomGenerator random(seed());
        const int span = tookFor(nurse, region.url(), id);
        QStringList told;
        QStringList untold;
        int killed = 0;
        for (int n = 0; n < trials(killsInGate); ++n) {
            const bool acts = n % 2 == 0;
            const QString text = u"Delsvar %1."_s.arg(n);
            QProcess process;
            nurse.startCall(process, region.url(),
                acts ? QStringList {u"act"_s, u"partial"_s, u"--case"_s, id, u"--text"_s, text} : QStringList {u"sync"_s, u"--once"_s});
            if (!process.waitForFinished(1 + random.bounded(span)))
                ++killed;
            process.kill();
            QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished());
            const bool ended = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
            if (acts)
                (ended ? told : untold) << text;
        }
        QVERIFY2(killed > trials(killsInGate) / 4, qPrintable(QString::number(killed)));
        // Two calls: what was in flight when it ended asks for its receipt first.
        for (int n = 0; n < 2; ++n)
            synced(nurse, region);
        QCOMPARE(nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray().size(), 0);
        QCOMPARE(nurse.call(region.url(), {u"check"_s}).exit, 0);
        for (const QString& text : told)
            QVERIFY2(region.messagesWith(text) == 1, qPrintable(text));
        for (const QString& text : untold)
            QVERIFY2(region.messagesWith(text) <= 1, qPrintable(text));
    }

    //! The same with the window, which fetches, opens cases and logs while it is killed. Nothing it had is lost, and it starts each time.
    void theWindowStartsAgain()
    {
        constexpr int killsInGate = 30;
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        QRandomGenerator random(seed());
        for (int n = 0; n < trials(killsInGate); ++n) {
            const QString text = u"Delsvar före fönstret %1."_s.arg(n);
            QCOMPARE(nurse.call(region.url(), {u"act"_s, u"partial"_s, u"--case"_s, id, u"--text"_s, text}).exit, 0);
            QProcess window;
            nurse.startWindow(window, region.url());
            QVERIFY(window.waitForStarted());
            QVERIFY(!window.waitForFinished(1 + random.bounded(1500))); // it does not end by itself
            window.kill();
            QVERIFY(window.waitForFinished());
        }
        for (int n = 0; n < 2; ++n)
            QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray().size(), 0);
        QCOMPARE(nurse.call(region.url(), {u"check"_s}).exit, 0);
        for (int n = 0; n < trials(killsInGate); ++n)
            QCOMPARE(region.messagesWith(u"Delsvar före fönstret %1."_s.arg(n)), 1);
    }

    //! The system gives so much memory and no more, from too little to start up to enough. The program may end of it, but it ends; what it
    //! told as saved is there once, and no file is taken for broken.
    void withSoLittleMemory()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        QStringList told;
        int refused = 0;
        for (int mebi = 24; mebi <= 1024 && told.size() < 3; mebi += told.isEmpty() ? 4 : 64) {
            for (const bool acts : {true, false}) {
                const QString text = u"Delsvar med %1 MiB."_s.arg(mebi);
                QProcess process;
                process.setChildProcessModifier([mebi] {
                    const rlimit limit {rlim_t(mebi) << 20, rlim_t(mebi) << 20};
                    const rlimit noCore {0, 0};
                    setrlimit(RLIMIT_AS, &limit);
                    setrlimit(RLIMIT_CORE, &noCore);
                });
                process.setStandardErrorFile(QProcess::nullDevice());
                nurse.startCall(process, region.url(),
                    acts ? QStringList {u"act"_s, u"partial"_s, u"--case"_s, id, u"--text"_s, text} : QStringList {u"check"_s}, false);
                QVERIFY2(process.waitForFinished(30000), qPrintable(QString::number(mebi)));
                const bool ended = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
                if (acts && ended)
                    told << text;
                refused += ended ? 0 : 1;
            }
        }
        QCOMPARE(told.size(), 3);
        QVERIFY(refused > 10);
        QVERIFY(QDir(nurse.data()).entryList({u"*set-aside*"_s}).isEmpty());
        QCOMPARE(nurse.call(region.url(), {u"check"_s}).exit, 0);
        for (int n = 0; n < 2; ++n)
            QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        for (const QString& text : told)
            QCOMPARE(region.messagesWith(text), 1);
    }

private:
    static void synced(const Workstation& nurse, const RegionProcess& region)
    {
        const CliAnswer answer = nurse.call(region.url(), {u"sync"_s, u"--once"_s});
        QVERIFY2(answer.exit == 0, QJsonDocument(answer.object).toJson().constData());
    }

    //! How long a call takes on this machine, in ms.
    static int tookFor(const Workstation& nurse, const QString& region, const QString& id)
    {
        QElapsedTimer timer;
        timer.start();
        (void)nurse.call(region, {u"case"_s, id});
        return static_cast<int>(timer.elapsed()) * 3 / 2 + 2;
    }
};

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
