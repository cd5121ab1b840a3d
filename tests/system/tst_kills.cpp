// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "tests/core/store/sealedfixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

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
        constexpr int killsInGate = 24;
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
            QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
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
        constexpr int killsInGate = 6;
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

private:
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
