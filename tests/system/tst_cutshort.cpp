// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "killed.h"
#include "programs.h"
#include "ui/messages/casepane.h"

#include <QAction>
#include <QApplication>
#include <QDirIterator>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QTest>
#include <QTextStream>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30000; // ms; the machine may be busy

//! What was asked for, and what the program has said is safe.
struct Ledger {
    QStringList asked;
    QStringList acknowledged;
};

QHash<QString, int> messagesIn(const RegionProcess& region)
{
    QHash<QString, int> found;
    for (const QJsonValue& message : region.dump(u"Communication"_s)) {
        for (const QJsonValue& payload : message[u"payload"_s].toArray())
            ++found[payload[u"contentString"_s].toString()];
    }
    return found;
}

QStringList casesIn(const Workstation& nurse, const RegionProcess& region)
{
    QStringList ids;
    for (const QJsonValue& row : nurse.call(region.url(), {u"cases"_s, u"--view"_s, u"unassigned"_s}).object[u"cases"_s].toArray()) {
        if (row[u"state"_s] == u"received"_s && row[u"pending"_s].isNull())
            ids << row[u"id"_s].toString();
    }
    return ids;
}

QStringList setAsideIn(const QString& folder)
{
    QStringList found;
    for (QDirIterator files(folder, {u"*set-aside*"_s}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        found << files.next();
    return found;
}

//! The program's own window in this process, answering one case after another by the keyboard until it is killed: each answer that it
//! has taken is told on standard output.
int typeUntilKilled(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    app::Options options;
    options.region = QUrl(words[1]);
    options.data = words[2];
    options.tokenFile = words[3];
    options.theme = u"light"_s;
    options.language = u"sv"_s;
    app::Composition composition(options);
    composition.start();
    const auto comes = [](auto what) { return QTest::qWaitFor(what, patience); };
    if (!comes([&] { return composition.window() != nullptr; }) || !QTest::qWaitForWindowActive(composition.window()))
        return 1;
    ui::CasePane& pane = composition.window()->casePane();
    for (const QString& id : words.mid(5)) {
        composition.window()->openCase(care::CaseId(id));
        if (!comes([&] { return pane.shown() == care::CaseId(id); }))
            return 2;
        auto* answer = pane.findChild<QAction*>(u"caseAnswer"_s);
        auto* composer = pane.findChild<QPlainTextEdit*>(u"composerText"_s);
        if (!comes([&] { return answer->isEnabled(); }))
            return 3;
        answer->trigger();
        if (!comes([&] { return composer->hasFocus(); }))
            return 4;
        const QString text = words[4] + id;
        QTest::keyClick(composer, Qt::Key_A, Qt::ControlModifier); // over what was kept of an earlier start
        QTest::keyClicks(composer, text);
        QTest::keyClick(composer, Qt::Key_Return, Qt::ControlModifier);
        if (!comes([&] { return composer->toPlainText().isEmpty(); }))
            return 5;
        QTextStream(stdout) << text << Qt::endl;
    }
    return 0;
}

} // namespace

//! kill -9 of the real programs at their work: what was acknowledged is at the region or waits, and arrives exactly once.
class TestCutShort final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! The command line, ended before any of its changes of a file: while it takes an action, and while it sends and fetches.
    void theCommandLineBetweenTwoFileCalls()
    {
        RegionProcess region;
        QVERIFY(region.start({u"--cases"_s, QString::number(trials(150))}));
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QStringList cases = casesIn(nurse, region);
        const int rounds = trials(10);
        QVERIFY2(cases.size() > rounds, qPrintable(QString::number(cases.size())));
        Ledger ledger;
        act(nurse, region, cases[0], 0, ledger);
        const int inAct = countIn(countFile(nurse));
        sync(nurse, region, 0);
        const int inSync = countIn(countFile(nurse));
        QVERIFY2(inAct > 10 && inSync > 10, qPrintable(u"%1 %2"_s.arg(inAct).arg(inSync)));
        QRandomGenerator random(seed());
        int killed = 0;
        for (int round = 1; round <= rounds; ++round) {
            // Each place in turn, from another one at each seed; every third action is let through.
            killed += act(nurse, region, cases[round], round % 3 == 0 ? 0 : 1 + random.bounded(inAct), ledger) ? 1 : 0;
            killed += sync(nurse, region, 1 + random.bounded(inSync)) ? 1 : 0;
        }
        QVERIFY2(killed >= rounds / 2, qPrintable(QString::number(killed)));
        QVERIFY(ledger.acknowledged.size() >= rounds / 3);
        verify(nurse, region, ledger);
    }

    //! The window, ended while it fetches, sends and hears, over a network that takes its time.
    void theWindowAtAnyMoment()
    {
        RegionProcess region;
        QVERIFY(region.start({u"--cases"_s, QString::number(trials(150)), u"--faults"_s, u"delay=0-60"_s}));
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QStringList cases = casesIn(nurse, region);
        const int rounds = trials(10);
        QVERIFY(cases.size() >= rounds);
        Ledger ledger;
        QRandomGenerator random(seed());
        for (int round = 0; round < rounds; ++round) {
            act(nurse, region, cases[round], 0, ledger);
            QProcess window;
            nurse.startWindow(window, region.url());
            QVERIFY(window.waitForStarted());
            const bool endedItself = window.waitForFinished(50 + random.bounded(900));
            QVERIFY(!endedItself);
            window.kill();
            QVERIFY(window.waitForFinished());
        }
        QCOMPARE(ledger.acknowledged.size(), rounds);
        verify(nurse, region, ledger);
    }

    //! The window while somebody types, sends, and types the next answer.
    void theWindowUnderTheHand()
    {
        RegionProcess region;
        QVERIFY(region.start({u"--cases"_s, QString::number(trials(300)), u"--faults"_s, u"delay=0-60"_s}));
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QStringList cases = casesIn(nurse, region);
        const int rounds = trials(5);
        Ledger ledger;
        QRandomGenerator random(seed());
        for (int round = 0; round < rounds; ++round) {
            const QStringList next = cases.mid(0, 4);
            QCOMPARE(next.size(), 4);
            const QString beginning = u"Svar %1 om "_s.arg(round);
            QProcess window;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"MOTTAGET_TYPES"_s, u"1"_s);
            window.setProcessEnvironment(environment);
            window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            nurse.start(window, QCoreApplication::applicationFilePath(),
                QStringList {region.url(), nurse.data(), nurse.tokenFile(), beginning} + next);
            const int told = 1 + random.bounded(3);
            QByteArray said;
            while (said.count('\n') < told && window.waitForReadyRead(patience))
                said += window.readAll();
            (void)window.waitForFinished(random.bounded(150));
            window.kill();
            QVERIFY(window.state() == QProcess::NotRunning || window.waitForFinished()); // it may have come to the end
            said += window.readAll();
            QVERIFY2(said.count('\n') >= told, qPrintable(u"%1 of %2, exit %3"_s.arg(said.count('\n')).arg(told).arg(window.exitCode())));
            for (const QString& id : next)
                ledger.asked << beginning + id;
            ledger.acknowledged += QString::fromUtf8(said).split(u'\n', Qt::SkipEmptyParts);
            cases = cases.mid(4);
        }
        verify(nurse, region, ledger);
    }

private:
    static QString countFile(const Workstation& nurse) { return nurse.place() + u"/changes"_s; }

    //! True when the process was killed. `call` as for killAt().
    static bool act(const Workstation& nurse, const RegionProcess& region, const QString& id, int call, Ledger& ledger)
    {
        const QString text = u"Svar nummer %1 om %2."_s.arg(ledger.asked.size()).arg(id);
        ledger.asked << text;
        QProcess process;
        killAt(process, nurse.data(), call, countFile(nurse));
        nurse.startCall(process, region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, text});
        if (!process.waitForFinished(patience))
            return false;
        // Told is told, also when it was killed after that.
        if (QJsonDocument::fromJson(process.readAllStandardOutput()).object()[u"ok"_s].toBool())
            ledger.acknowledged << text;
        return process.exitStatus() == QProcess::CrashExit;
    }

    static bool sync(const Workstation& nurse, const RegionProcess& region, int call)
    {
        QProcess process;
        killAt(process, nurse.data(), call, countFile(nurse));
        nurse.startCall(process, region.url(), {u"sync"_s, u"--once"_s});
        return process.waitForFinished(patience) && process.exitStatus() == QProcess::CrashExit;
    }

    static void verify(const Workstation& nurse, const RegionProcess& region, const Ledger& ledger)
    {
        // As the last kill left it.
        const QString unsent = nurse.place() + u"/unsent.txt"_s;
        const CliAnswer exported = nurse.call(region.url(), {u"export-unsent"_s, unsent});
        QVERIFY2(exported.exit == 0, QJsonDocument(exported.object).toJson().constData());
        QFile file(unsent);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString waiting = QString::fromUtf8(file.readAll());
        QHash<QString, int> arrived = messagesIn(region);
        for (const QString& text : ledger.acknowledged)
            QVERIFY2(arrived.value(text) == 1 || (arrived.value(text) == 0 && waiting.count(text) == 1), qPrintable(text));
        QVERIFY(!ledger.acknowledged.isEmpty());

        region.setFaults("none");
        const auto queue = [&] { return nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray(); };
        // What was sent from the window can be taken back for a while first.
        QTRY_VERIFY2_WITH_TIMEOUT(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit == 0 && queue().isEmpty(),
            QJsonDocument(queue()).toJson().constData(), patience);
        arrived = messagesIn(region);
        for (const QString& text : ledger.asked)
            QVERIFY2(arrived.value(text) == 1 || (arrived.value(text) == 0 && !ledger.acknowledged.contains(text)), qPrintable(text));
        QCOMPARE(nurse.call(region.url(), {u"check"_s}).exit, 0);
        QCOMPARE(setAsideIn(nurse.data()), QStringList());
    }
};

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsSet("MOTTAGET_TYPES"))
        return typeUntilKilled(argc, argv);
    QCoreApplication application(argc, argv);
    TestCutShort test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cutshort.moc"
