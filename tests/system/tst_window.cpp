// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "core/care/codes.h"
#include "programs.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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
    QString sentence() { return window().findChild<QAbstractButton*>(u"syncButton"_s)->accessibleName(); }
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

    //! A draft and a search that were typed, and what was shown meanwhile, are in no file that the window leaves, no title and no clipboard.
    void nothingTypedOrShownCanBeRead()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const QString home = qEnvironmentVariable("HOME");
        const QString data = home + u"/data"_s;
        const QString draft = u"Lingonutkast som ingen skickat."_s;
        const QString wanted = u"Hjortronletande"_s;
        const QStringList markers = QStringList {draft, wanted} + region.residents();
        {
            Program program(data, region.url());
            QTRY_VERIFY_WITH_TIMEOUT(program.composition.window(), patience);
            QVERIFY(QTest::qWaitForWindowActive(&program.window()));
            QTRY_VERIFY_WITH_TIMEOUT(program.sentence().startsWith(u"Synkad"_s), patience);
            Program::press(Qt::Key_3);
            QTRY_VERIFY_WITH_TIMEOUT(program.list().list()->currentCase().has_value(), patience);
            Program::press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(program.window().casePane().shown().has_value(), patience);
            auto* composer = program.window().casePane().findChild<QPlainTextEdit*>(u"composerText"_s);
            program.window().casePane().findChild<QAction*>(u"caseAnswer"_s)->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(composer->hasFocus(), patience);
            QTest::keyClicks(composer, draft);
            QTRY_VERIFY_WITH_TIMEOUT(journalHolds(program, draft), patience);
            auto* search = program.window().findChild<QLineEdit*>(u"listSearch"_s);
            QTest::keyClicks(search, wanted);
            QTRY_VERIFY_WITH_TIMEOUT(!program.list().list()->currentCase(), patience); // it has been asked for
            for (const QWidget* widget : QApplication::topLevelWidgets()) {
                for (const QString& marker : markers)
                    QVERIFY2(marker.size() < 4 || !widget->windowTitle().contains(marker), qPrintable(widget->windowTitle()));
            }
            for (const QString& marker : markers)
                QVERIFY2(marker.size() < 4 || !QApplication::clipboard()->text().contains(marker), qPrintable(marker));
            QCOMPARE(filesThatShow(home, markers, 8, region.file({})), QStringList()); // as a kill would leave them
            QSignalSpy left(&program.composition, &app::Composition::left);
            program.composition.leave();
            QTRY_VERIFY_WITH_TIMEOUT(!left.isEmpty(), patience);
        }
        QCOMPARE(filesThatShow(home, markers, 5, region.file({})), QStringList());
    }

    //! The cache is damaged: what waits is shown at once, cases can be worked as they come, and all of it arrives once.
    void workGoesOnWhileTheCacheIsBegunAnew()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        const QString text = u"Svar från före skadan."_s;
        QCOMPARE(nurse.call(region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, text}).exit, 0);
        const QString person = QDir(nurse.data()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
        QFile cache(nurse.data() + u'/' + person + u"/cache.db"_s);
        QVERIFY(cache.open(QIODevice::ReadWrite) && cache.write(QByteArray(8192, 'x')) == 8192);
        cache.close();
        region.setFaults("delay=300-400");

        Program program(nurse.data(), region.url());
        QTRY_VERIFY_WITH_TIMEOUT(program.composition.window(), patience);
        QVERIFY(QTest::qWaitForWindowActive(&program.window()));
        const auto status = [&program] { return program.composition.session()->syncStatus(); };
        QTRY_VERIFY_WITH_TIMEOUT(status().waiting == 1, patience);
        QCOMPARE(status().lastPull, QDateTime()); // nothing of the old cache is taken for new
        Program::press(Qt::Key_3);
        QTRY_VERIFY_WITH_TIMEOUT(program.list().list()->currentCase().has_value(), patience);
        Program::press(Qt::Key_Return);
        auto* take = program.window().casePane().findChild<QAction*>(u"caseTake"_s);
        QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), patience);
        QVERIFY(status().firstSync); // it still goes on
        take->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(waitsIn(program, care::Verb::Take), patience);
        region.setFaults("none");
        QTRY_VERIFY_WITH_TIMEOUT(status().waiting == 0 && !status().firstSync, patience);
        QVERIFY2(status().needsAttention == 0, qPrintable(troublesIn(program)));
        QCOMPARE(region.messagesWith(text), 1);
    }

private:
    template <typename T>
    static T awaited(const session::Answer<T>& answer)
    {
        while (!answer.isFinished())
            QTest::qWait(5);
        return answer.result().value_or(T());
    }

    static bool waitsIn(Program& program, care::Verb verb)
    {
        const auto queue = awaited(program.composition.session()->queue());
        return std::ranges::any_of(queue, [verb](const session::QueuedCommand& queued) { return queued.command.verb == verb; });
    }

    static QString troublesIn(Program& program)
    {
        QStringList lines;
        for (const session::QueuedCommand& queued : awaited(program.composition.session()->queue()))
            lines << care::codeOf(queued.command.verb) + u' ' + queued.command.caseId.text() + u": "_s + queued.reason;
        return lines.join(u", "_s);
    }

    static bool journalHolds(Program& program, const QString& text)
    {
        const auto opened = awaited(program.composition.session()->openCase(*program.window().casePane().shown()));
        return opened.draft && opened.draft->text == text;
    }
};

//! Home, runtime and temporary folders of their own, before anything of Qt reads where they are.
int main(int argc, char** argv)
{
    const QTemporaryDir home;
    for (const char* name : {"HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"}) {
        const QString folder = qstrcmp(name, "HOME") == 0 ? home.path() : home.filePath(QString::fromLatin1(name).toLower());
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(name, folder.toUtf8());
    }
    QApplication application(argc, argv);
    TestWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_window.moc"
