// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "core/crypto/keyrecordfile.h"
#include "ownsession.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
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
        QCOMPARE(composition.session()->syncStatus().setAside, QList<session::FileAside>());
    }

    //! A copy of the outbox from before the last close, put back by somebody: noticed by what the keychain says.
    void anOlderOutboxIsNoticed()
    {
        const QTemporaryDir place;
        const app::Options options = optionsOf(place);
        work(options, {u"nextSecret"_s, u"repeatedSecret"_s});
        const QString outbox = outboxIn(options);
        const QString copy = place.filePath(u"outbox.copy"_s);
        QVERIFY(QFile::copy(outbox, copy));
        work(options, {u"presentSecret"_s});
        QVERIFY(QFile::remove(outbox) && QFile::copy(copy, outbox));
        {
            const QTemporaryDir twin; // the command line says the same of a copy of the folder
            QProcess copying;
            copying.start(u"cp"_s, {u"-a"_s, options.data + u"/."_s, twin.path()});
            QVERIFY(copying.waitForFinished() && copying.exitCode() == 0);
            QFile secret(place.filePath(u"secret"_s));
            QVERIFY(secret.open(QIODevice::WriteOnly) && secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            QVERIFY(secret.write(pin.toUtf8()) > 0);
            secret.close();
            QProcess cli;
            cli.start(QStringLiteral(MOTTAGET_BIN "/mottaget-cli"),
                {u"--data"_s, twin.path(), u"--region"_s, options.region.toString(), u"--token-file"_s, options.tokenFile,
                    u"--unlock-file"_s, secret.fileName(), u"check"_s});
            QVERIFY(cli.waitForFinished(60000));
            const QByteArray said = cli.readAllStandardOutput() + cli.readAllStandardError();
            QVERIFY2(said.contains("olderState"), said.constData());
        }

        app::Composition composition(options);
        composition.start();
        QTRY_VERIFY_WITH_TIMEOUT(takes("presentSecret"), patience);
        give("presentSecret", pin);
        QTRY_VERIFY_WITH_TIMEOUT(composition.window() && composition.window()->isVisible(), patience);
        QTRY_COMPARE(composition.session()->syncStatus().setAside.size(), 1);
        QVERIFY(composition.session()->syncStatus().setAside.first().path.startsWith(outbox));
    }

    //! "Byt PIN" from the palette: at the next start the new one opens, the former does not.
    void thePinIsChangedInTheWindow()
    {
        const QTemporaryDir place;
        const app::Options options = optionsOf(place);
        const QString next = u"905316"_s;
        work(options, {u"nextSecret"_s, u"repeatedSecret"_s});
        {
            app::Composition composition(options);
            composition.start();
            QTRY_VERIFY_WITH_TIMEOUT(takes("presentSecret"), patience);
            give("presentSecret", pin);
            QTRY_VERIFY_WITH_TIMEOUT(composition.window() && composition.window()->isVisible(), patience);
            QVERIFY(QTest::qWaitForWindowActive(composition.window()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
            QTest::keyClicks(QApplication::focusWidget(), u"byt pin"_s);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"presentSecret"_s);
            for (const QString& words : {pin, next, next}) {
                QTest::keyClicks(QApplication::focusWidget(), words);
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            }
            QTRY_VERIFY_WITH_TIMEOUT(!composition.window()->findChild<ui::UnlockPane*>(), patience);
            QSignalSpy left(&composition, &app::Composition::left);
            composition.leave();
            QTRY_VERIFY(!left.isEmpty());
        }
        app::Composition composition(options);
        composition.start();
        QTRY_VERIFY_WITH_TIMEOUT(takes("presentSecret"), patience);
        give("presentSecret", pin);
        auto* problem = pane()->findChild<QLabel*>(u"unlockProblem"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!problem->text().isEmpty(), patience);
        QVERIFY(!composition.window());
        QTRY_VERIFY_WITH_TIMEOUT(takes("presentSecret"), patience);
        give("presentSecret", next);
        QTRY_VERIFY_WITH_TIMEOUT(composition.window() && composition.window()->isVisible(), patience);
        QCOMPARE(composition.session()->syncStatus().setAside, QList<session::FileAside>());
    }

    void theCommandLineOpensByASecretFile_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("code"); // empty: done
        QTest::newRow("check") << QStringList {u"check"_s} << pin << QString();
        QTest::newRow("cases, never fetched") << QStringList {u"cases"_s} << pin << u"notSynced"_s;
        QTest::newRow("new keys, twice") << QStringList {u"rotate-keys"_s} << pin << QString();
        QTest::newRow("export") << QStringList {u"export-unsent"_s, u"OUT"_s} << pin << QString();
        QTest::newRow("without a secret") << QStringList {u"check"_s} << QString() << u"unlockNeeded"_s;
        QTest::newRow("a wrong one") << QStringList {u"check"_s} << u"999999"_s << u"wrongUnlockSecret"_s;
        QTest::newRow("a wrong one, new keys") << QStringList {u"rotate-keys"_s} << u"999999"_s << u"wrongUnlockSecret"_s;
    }
    void theCommandLineOpensByASecretFile()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, secret);
        QTemporaryDir place;
        const app::Options options = optionsOf(place);
        work(options, {u"nextSecret"_s, u"repeatedSecret"_s});
        QStringList all {
            u"--json"_s, u"--data"_s, options.data, u"--region"_s, options.region.toString(), u"--token-file"_s, options.tokenFile};
        if (!secret.isEmpty()) {
            QFile file(place.filePath(u"secret"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            file.write(secret.toUtf8() + '\n');
            all << u"--unlock-file"_s << file.fileName();
        }
        all += words.replaceInStrings(u"OUT"_s, place.filePath(u"out.txt"_s));
        for (int time = 0; time < 2; ++time) {
            QProcess cli;
            cli.start(QStringLiteral(MOTTAGET_BIN "/mottaget-cli"), all);
            QVERIFY(cli.waitForFinished(60000));
            const QByteArray said = cli.readAllStandardOutput();
            const QJsonObject answer = QJsonDocument::fromJson(said).object();
            const bool again = time == 1 && words.first() == u"export-unsent"_s;
            QTEST(again ? QString() : answer[u"error"_s][u"code"_s].toString(), "code");
        }
        // And the person still gets in.
        work(options, {u"presentSecret"_s});
    }

    //! What IT meets: each with its own code for every command that opens files, and the files as they were.
    void eachObstacleHasItsCode_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::addColumn<QString>("code");
        QTest::newRow("others may read the PIN's file") << u"readable"_s << u"usage"_s;
        QTest::newRow("the PIN's file is missing") << u"noFile"_s << u"usage"_s;
        QTest::newRow("no keychain") << u"noBus"_s << u"noKeychain"_s;
        QTest::newRow("record gone") << u"gone"_s << u"recordMissing"_s;
        QTest::newRow("record damaged") << u"damaged"_s << u"recordDamaged"_s;
        QTest::newRow("record newer") << u"newer"_s << u"recordNewer"_s;
        QTest::newRow("keychain's entry gone") << u"otherEntry"_s << u"secretMissing"_s;
    }
    void eachObstacleHasItsCode()
    {
        QFETCH(QString, obstacle);
        QFETCH(QString, code);
        const QTemporaryDir place;
        const app::Options options = optionsOf(place);
        work(options, {u"nextSecret"_s, u"repeatedSecret"_s});
        QFile secret(place.filePath(u"secret"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write(pin.toUtf8()) > 0);
        const QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;
        QVERIFY(secret.setPermissions(obstacle == u"readable"_s ? owner | QFile::ReadGroup : owner));
        secret.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (obstacle == u"noFile"_s)
            QVERIFY(secret.remove());
        if (obstacle == u"noBus"_s)
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        if (obstacle == u"otherEntry"_s)
            forgetEntry(recordIn(options));
        for (const QString& path : QStringList {recordIn(options), recordIn(options) + u".copy"_s})
            spoil(path, obstacle);
        const auto files = filesIn(options.data);
        const QStringList common {u"--json"_s, u"--data"_s, options.data, u"--region"_s, options.region.toString(), u"--token-file"_s,
            options.tokenFile, u"--unlock-file"_s, secret.fileName()};
        for (const QStringList& words : QList<QStringList> {
                 {u"check"_s}, {u"cases"_s}, {u"outbox"_s}, {u"rotate-keys"_s}, {u"export-unsent"_s, place.filePath(u"out.txt"_s)}})
            QCOMPARE(words.first() + u' ' + cliSays(common + words, environment), words.first() + u' ' + code);
        QVERIFY(filesIn(options.data) == files);
        QVERIFY(!QFile::exists(place.filePath(u"out.txt"_s)));
    }

private:
    //! Runs the command line on a folder; the code of its answer, empty when it did what it was asked.
    static QString cliSays(const QStringList& words, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
    {
        QProcess cli;
        cli.setProcessEnvironment(environment);
        cli.start(QStringLiteral(MOTTAGET_BIN "/mottaget-cli"), words);
        if (!cli.waitForFinished(90000))
            return u"timeOut"_s;
        return QJsonDocument::fromJson(cli.readAllStandardOutput()).object()[u"error"_s][u"code"_s].toString();
    }

    //! One start by the unlock pane, closed as a person closes it.
    static void work(const app::Options& options, const QStringList& fields)
    {
        app::Composition composition(options);
        composition.start();
        QTRY_VERIFY_WITH_TIMEOUT(takes(fields.first().toLatin1().constData()), patience);
        for (const QString& field : fields)
            give(field.toLatin1().constData(), pin);
        QTRY_VERIFY_WITH_TIMEOUT(composition.window() && composition.window()->isVisible(), patience);
        QSignalSpy left(&composition, &app::Composition::left);
        composition.leave();
        QTRY_VERIFY(!left.isEmpty());
        QCOMPARE(composition.session()->syncStatus().setAside, QList<session::FileAside>());
    }

    static void forgetEntry(const QString& record)
    {
        crypto::SystemKeychain keychain;
        const auto removed = keychain.remove(QString::fromLatin1(crypto::KeyRecordFile(record).read()->entry));
        QTRY_VERIFY(removed.isFinished());
        QVERIFY(removed.result());
    }

    static void spoil(const QString& record, const QString& how)
    {
        if (how == u"gone"_s)
            QVERIFY(QFile::remove(record));
        QFile file(record);
        if (how == u"damaged"_s || how == u"newer"_s)
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate)
                && file.write(how == u"newer"_s ? "mottaget-keys 2\n" : "hello\n") > 0);
    }

    static QString recordIn(const app::Options& options) { return QFileInfo(outboxIn(options)).path() + u"/person.keys"_s; }

    static QHash<QString, QByteArray> filesIn(const QString& folder)
    {
        QHash<QString, QByteArray> files;
        for (QDirIterator entry(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); entry.hasNext();) {
            QFile file(entry.next());
            files.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        }
        return files;
    }

    static QString outboxIn(const app::Options& options)
    {
        for (const QFileInfo& folder : QDir(options.data).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (QFile::exists(folder.filePath() + u"/outbox.db"_s))
                return folder.filePath() + u"/outbox.db"_s;
        }
        return {};
    }
};

int main(int argc, char** argv)
{
    return test::inOwnSession(argc, argv, [&] {
        QApplication application(argc, argv);
        TestUnlock test;
        return QTest::qExec(&test, argc, argv);
    });
}
#include "tst_unlock.moc"
