// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "programs.h"
#include "ui/inbox/caselistpane.h"
#include "ui/messages/casepane.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextStream>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30000; // ms; the machine may be busy

//! The program's own window in this process: searches, opens a case, types an answer and leaves it unsent. Then tells on standard output what
//! others on the desktop can see of it, and either ends as a person ends it or waits to be killed.
int typeAndLeave(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    app::Options options;
    options.region = QUrl(words[1]);
    options.data = words[2];
    options.tokenFile = words[3];
    options.theme = u"light"_s;
    options.language = u"sv"_s;
    const care::CaseId id(words[4]);
    const QString& search = words[5];
    const QString& text = words[6];
    app::Composition composition(options);
    QObject::connect(&composition, &app::Composition::left, &application, &QApplication::quit);
    composition.start();
    const auto comes = [](auto what) { return QTest::qWaitFor(what, patience); };
    if (!comes([&] { return composition.window() != nullptr; }) || !QTest::qWaitForWindowActive(composition.window()))
        return 1;
    ui::MainWindow& window = *composition.window();
    auto* searched = window.findChild<QLineEdit*>(u"listSearch"_s);
    searched->setFocus();
    QTest::keyClicks(searched, search);
    window.openCase(id);
    if (!comes([&] { return window.casePane().shown() == id; }))
        return 2;
    window.casePane().findChild<QAction*>(u"caseAnswer"_s)->trigger();
    auto* composer = window.casePane().findChild<QPlainTextEdit*>(u"composerText"_s);
    if (!comes([&] { return composer->hasFocus(); }))
        return 3;
    QTest::keyClicks(composer, text);
    auto* saved = window.casePane().findChild<QLabel*>(u"composerSaved"_s);
    if (!comes([&] { return saved->text().startsWith(u"Utkast sparat"_s); }))
        return 4;
    QTextStream out(stdout);
    for (const QWidget* widget : QApplication::topLevelWidgets())
        out << "title " << widget->windowTitle() << '\n';
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection})
        out << "clipboard " << QGuiApplication::clipboard()->text(mode) << '\n';
    out << "searched " << searched->text() << Qt::endl;
    if (words[7] == "leave"_L1)
        composition.leave();
    return QApplication::exec();
}

} // namespace

//! Names, numbers and texts that a window has shown and taken are in no file that it leaves, and in nothing that other windows can see.
class TestTraces final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingTypedOrShownCanBeRead_data()
    {
        QTest::addColumn<QString>("end");
        QTest::newRow("closed") << u"leave"_s;
        QTest::newRow("killed") << u"kill"_s;
    }
    void nothingTypedOrShownCanBeRead()
    {
        QFETCH(QString, end);
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QJsonObject chosen = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s);
        const QString id = chosen[u"id"_s].toString();
        const QString search = u"hjortronsokord"_s;
        const QString text = u"Utkastmarkor om tranan."_s;
        QProcess window;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"MOTTAGET_TYPES"_s, u"1"_s);
        window.setProcessEnvironment(environment);
        window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        nurse.start(
            window, QCoreApplication::applicationFilePath(), {region.url(), nurse.data(), nurse.tokenFile(), id, search, text, end});
        QByteArray said;
        while (!said.contains("searched ") && window.waitForReadyRead(patience))
            said += window.readAll();
        if (end == "kill"_L1)
            window.kill();
        QVERIFY(window.state() == QProcess::NotRunning || window.waitForFinished(patience));
        QCOMPARE(window.exitStatus(), end == "kill"_L1 ? QProcess::CrashExit : QProcess::NormalExit);
        QVERIFY2(window.exitCode() == 0 || end == "kill"_L1, qPrintable(QString::number(window.exitCode())));
        QVERIFY2(said.contains(("searched "_L1 + search).toUtf8()), said.constData()); // it was typed

        QStringList markers {text, text.left(12), search, id, chosen[u"number"_s].toString()};
        for (const QJsonValue& patient : region.dump(u"Patient"_s))
            markers << patient[u"name"_s][0][u"family"_s].toString() << patient[u"identifier"_s][0][u"value"_s].toString();
        markers.removeIf([](const QString& marker) { return marker.size() < 4; });
        QVERIFY(markers.size() > 100);
        // Titles and clipboard can be read by every program of the desktop.
        const QString seen = QString::fromUtf8(said).section(u"searched "_s, 0, 0);
        QVERIFY(seen.contains("title Mottaget"_L1));
        for (const QString& marker : markers)
            QVERIFY2(!seen.contains(marker), qPrintable(marker));
        // Everything below home, runtime, temporary and data folders: contents and names.
        int read = 0;
        for (QDirIterator files(nurse.place(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext(); ++read) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            if (bytes.count('\0') == bytes.size()) // the ballast is large
                continue;
            for (const QString& marker : markers) {
                const QByteArray wide(reinterpret_cast<const char*>(marker.utf16()), marker.size() * 2);
                QVERIFY2(!bytes.contains(marker.toUtf8()) && !bytes.contains(wide) && !file.fileName().contains(marker),
                    qPrintable(file.fileName() + u": "_s + marker));
            }
        }
        QVERIFY(read >= 8);
        // And it was there: the draft comes back.
        const QString unsent = nurse.place() + u"/unsent.txt"_s;
        QCOMPARE(nurse.call(region.url(), {u"export-unsent"_s, unsent}).exit, 0);
        QFile file(unsent);
        QVERIFY(file.open(QIODevice::ReadOnly) && QString::fromUtf8(file.readAll()).contains(text));
    }
};

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsSet("MOTTAGET_TYPES"))
        return typeAndLeave(argc, argv);
    QCoreApplication application(argc, argv);
    TestTraces test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_traces.moc"
