// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30000; // ms; keys are slow on purpose
const QString pin = u"481627"_s;

app::Options optionsOf(const QTemporaryDir& place)
{
    QFile token(place.filePath(u"token"_s));
    if (token.open(QIODevice::WriteOnly))
        token.write("demo:SE2321009999-1ANB:SE2321009999-2ANB");
    app::Options options;
    options.data = place.filePath(u"data"_s);
    options.region = QUrl(u"https://region.invalid/fhir"_s); // a name that is never anybody's (RFC 2606)
    options.tokenFile = token.fileName();
    options.theme = u"light"_s;
    options.language = u"sv"_s;
    return options;
}

ui::UnlockPane* pane()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<ui::UnlockPane*>(widget); found && found->isVisible())
            return found;
    }
    return nullptr;
}

bool takes(const char* field)
{
    const auto* line = pane() ? pane()->findChild<QLineEdit*>(QLatin1StringView(field)) : nullptr;
    return line && line->isVisible() && !line->isReadOnly();
}

void give(const char* field, const QString& text)
{
    auto* line = pane()->findChild<QLineEdit*>(QLatin1StringView(field));
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

} // namespace

//! A region that is not on this machine: the real keychain, the unlock pane and the window, by keys, twice.
class TestUnlock final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void choosesASecretAndComesBackWithIt()
    {
        const QTemporaryDir place;
        const app::Options options = optionsOf(place);
        const QSignalSpy closed(qApp, &QGuiApplication::lastWindowClosed);
        {
            app::Composition composition(options);
            composition.start();
            QTRY_VERIFY_WITH_TIMEOUT(takes("nextSecret"), patience);
            QVERIFY(!composition.window());
            give("nextSecret", pin);
            give("repeatedSecret", pin);
            QTRY_VERIFY_WITH_TIMEOUT(composition.window() && composition.window()->isVisible(), patience);
            QTRY_VERIFY(!pane());
            QCOMPARE(closed.size(), 0); // the program would end with the pane
            QVERIFY(!QFile::exists(options.data + u"/demo.key"_s) && !QFile::exists(options.data + u"/DEMO"_s));
        }
        app::Composition composition(options);
        composition.start();
        QTRY_VERIFY_WITH_TIMEOUT(takes("presentSecret"), patience);
        QVERIFY(!takes("nextSecret")); // never a new installation
        give("presentSecret", u"481628"_s);
        const auto problem = [] { return pane()->findChild<QLabel*>(u"unlockProblem"_s)->text(); };
        QTRY_VERIFY_WITH_TIMEOUT(!problem().isEmpty(), patience);
        QVERIFY(!composition.window());
        auto* go = pane()->findChild<QAbstractButton*>(u"unlockGo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(takes("presentSecret") && go->isEnabled(), patience);
        give("presentSecret", pin);
        QTRY_VERIFY_WITH_TIMEOUT(composition.window() && composition.window()->isVisible(), patience);
        QCOMPARE(closed.size(), 0);
        QCOMPARE(composition.session()->syncStatus().setAside, QStringList());
    }
};

// The tests run in a process of their own, with a bus, a home and an unlocked keyring of its own.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsSet("MOTTAGET_OWN_SESSION")) {
        QApplication application(argc, argv);
        TestUnlock test;
        return QTest::qExec(&test, argc, argv);
    }
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_CURRENT_DESKTOP"_s})
        environment.remove(name);
    for (const QString& name : {u"HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
        environment.insert(name, home.path());
    environment.insert(u"MOTTAGET_OWN_SESSION"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    const QString script = u"printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\""_s;
    QStringList words {u"--"_s, u"sh"_s, u"-c"_s, script, u"sh"_s};
    for (int at = 0; at < argc; ++at)
        words << QString::fromLocal8Bit(argv[at]);
    process.start(u"dbus-run-session"_s, words);
    return process.waitForFinished(240000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1;
}
#include "tst_unlock.moc"
