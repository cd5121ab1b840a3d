// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "programs.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30000; // ms; the machine may be busy

//! The program as it is started for the demo, over a data folder that outlives it.
struct Program {
    Program(const QString& data, const QString& region) : composition(optionsOf(data, region)) { composition.start(); }
    static app::Options optionsOf(const QString& data, const QString& region)
    {
        app::Options options;
        options.demo = true;
        options.data = data;
        options.region = QUrl(region);
        options.theme = u"light"_s;
        options.language = u"sv"_s;
        return options;
    }
    ui::MainWindow& window() { return *composition.window(); }
    ui::CaseListPane& list() { return window().list(); }
    QString sentence() { return window().findChild<QAbstractButton*>(u"syncButton"_s)->text(); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    app::Composition composition;
};

} // namespace

//! The real window, worked by keys, over the real demo region, with the plug pulled.
class TestWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void aReplyTypedInAnOutageArrivesOnce()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const QTemporaryDir place;
        const QString data = place.filePath(u"data"_s);
        const QString text = u"Svar utan kabel: kom tisdag 8.15."_s;
        {
            Program program(data, region.url());
            QTRY_VERIFY_WITH_TIMEOUT(program.composition.window(), patience);
            QVERIFY(QTest::qWaitForWindowActive(&program.window()));
            QTRY_VERIFY_WITH_TIMEOUT(program.sentence().startsWith(u"Synkad"_s), patience);
            Program::press(Qt::Key_3); // Otilldelade
            QTRY_VERIFY_WITH_TIMEOUT(program.list().list()->currentCase().has_value(), patience);

            region.kill();
            Program::press(Qt::Key_F5);
            QTRY_VERIFY_WITH_TIMEOUT(program.sentence().startsWith(u"Utan nät"_s), patience);
            const auto chosen = program.list().list()->currentCase();
            Program::press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(program.window().casePane().shown() == chosen, patience);
            auto* composer = program.window().casePane().findChild<QPlainTextEdit*>(u"composerText"_s);
            program.window().casePane().findChild<QAction*>(u"caseAnswer"_s)->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(composer->hasFocus(), patience);
            QTest::keyClicks(composer, text);
            Program::press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY2_WITH_TIMEOUT(program.sentence().contains(u"1 väntar på att skickas"_s), qPrintable(program.sentence()), patience);
            QCOMPARE(composer->toPlainText(), QString());
        }
        // Closed before the network came back. Started again, still without it: the reply waits.
        Program program(data, region.url());
        QTRY_VERIFY_WITH_TIMEOUT(program.composition.window(), patience);
        QVERIFY(QTest::qWaitForWindowActive(&program.window()));
        QTRY_VERIFY2_WITH_TIMEOUT(program.sentence().contains(u"1 väntar på att skickas"_s), qPrintable(program.sentence()), patience);
        QCOMPARE(program.composition.session()->syncStatus().waiting, 1);

        QVERIFY(region.start());
        Program::press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(program.composition.session()->syncStatus().waiting == 0, patience);
        QTRY_VERIFY2_WITH_TIMEOUT(program.sentence().startsWith(u"Synkad"_s), qPrintable(program.sentence()), patience);
        QCOMPARE(region.messagesWith(text), 1);
        QCOMPARE(program.composition.session()->syncStatus().needsAttention, 0);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
