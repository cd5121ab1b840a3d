// SPDX-License-Identifier: GPL-3.0-or-later
// The system's keychain as it is: a private session bus and a real gnome-keyring, started here, without a display.
#include "core/crypto/keychain.h"
#include "core/crypto/keychainbackend.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace mottaget::crypto;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 20000;

//! How the desktop of a row looks.
enum class Desktop {
    NoBus,    //!< no session bus at all
    NobodyOnIt, //!< a bus, and no service for secrets
    Unmade,   //!< the bus starts gnome-keyring by itself; there is no keyring yet
    Unlocked, //!< as after signing in
    Silent,   //!< a service that never answers
    LockedAtOnce, //!< a service that says so without asking anybody
    Dismissed, //!< a service that says so after its prompt was dismissed
};

//! A home, a bus and a keyring of their own; ends what it started.
class PrivateSession final {
public:
    PrivateSession()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_CURRENT_DESKTOP"_s})
            m_environment.remove(name);
        for (const QString& name : {u"HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
            m_environment.insert(name, m_home.path());
    }
    ~PrivateSession()
    {
        for (const auto& process : {&m_keyring, &m_bus}) {
            (*process).kill();
            (*process).waitForFinished(patienceMs);
        }
    }
    Q_DISABLE_COPY_MOVE(PrivateSession)

    void begin(Desktop desktop)
    {
        switch (desktop) {
        case Desktop::NoBus: return;
        case Desktop::NobodyOnIt: startBus(false); return;
        case Desktop::Unmade: startBus(true); return;
        case Desktop::Unlocked:
            startBus(true);
            startKeyring(true);
            return;
        case Desktop::Silent: startStand({u"silent"_s}); return;
        case Desktop::LockedAtOnce: startStand({u"refusing"_s, u"0"_s}); return;
        case Desktop::Dismissed: startStand({u"refusing"_s, u"400"_s}); return;
        }
    }

    void startKeyring(bool unlocked)
    {
        QStringList words {u"--foreground"_s, u"--components=secrets"_s};
        if (unlocked)
            words << u"--unlock"_s;
        start(m_keyring, u"gnome-keyring-daemon"_s, words);
        m_keyring.write("a password");
        m_keyring.closeWriteChannel();
        // Its name on the bus tells that it is there.
        const QStringList question {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
            u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s};
        QTRY_VERIFY_WITH_TIMEOUT(output(u"dbus-send"_s, question).contains("true"), patienceMs);
    }
    void stopKeyring()
    {
        m_keyring.kill();
        QVERIFY(m_keyring.waitForFinished(patienceMs));
    }
    void stopBus() { m_bus.kill(); }

    //! What the probe says to `questions`, line by line; "died" when it did.
    QStringList asked(const QStringList& questions, int slowMs = 30000, int deadlineMs = 60000)
    {
        begin(m_probe, questions, slowMs, deadlineMs);
        return heard();
    }
    void begin(QProcess& probe, const QStringList& questions, int slowMs, int deadlineMs)
    {
        start(
            probe, QStringLiteral(MOTTAGET_KEYCHAIN_PROBE), QStringList {QString::number(slowMs), QString::number(deadlineMs)} + questions);
    }
    QStringList heard()
    {
        const bool ended = m_probe.waitForFinished(patienceMs) && m_probe.exitStatus() == QProcess::NormalExit;
        QStringList lines = QString::fromUtf8(m_probe.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        return ended ? lines : lines << u"died"_s;
    }
    QProcess& probe() { return m_probe; }

private:
    void start(QProcess& process, const QString& program, const QStringList& words)
    {
        process.setProcessEnvironment(m_environment);
        process.start(program, words);
        QVERIFY2(process.waitForStarted(patienceMs), qPrintable(program));
    }
    QByteArray output(const QString& program, const QStringList& words)
    {
        QProcess process;
        start(process, program, words);
        process.waitForFinished(patienceMs);
        return process.readAllStandardOutput();
    }
    void startStand(const QStringList& words)
    {
        startBus(false);
        start(m_keyring, QStringLiteral(MOTTAGET_KEYCHAIN_PROBE), words);
        QVERIFY(m_keyring.waitForReadyRead(patienceMs));
    }
    void startBus(bool withServices)
    {
        QFile config(m_home.filePath(u"bus.conf"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>");
        if (withServices)
            config.write("<standard_session_servicedirs/>");
        config.write("<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                     "<allow own=\"*\"/></policy></busconfig>");
        config.close();
        start(m_bus, u"dbus-daemon"_s, {u"--config-file="_s + config.fileName(), u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY(m_bus.waitForReadyRead(patienceMs));
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromUtf8(m_bus.readLine()).trimmed());
    }

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QProcess m_bus;
    QProcess m_keyring;
    QProcess m_probe;
};

} // namespace

class KeychainTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsEachStateApart_data()
    {
        QTest::addColumn<Desktop>("desktop");
        QTest::addColumn<QStringList>("questions");
        QTest::addColumn<QStringList>("answers");
        const QStringList all {u"read:e"_s, u"write:e:secret"_s, u"remove:e"_s, u"probe"_s, u"backend"_s};
        const QString no = u"NoKeychain"_s;
        QTest::newRow("no session bus") << Desktop::NoBus << all << QStringList {no, no, no, no, u"backend "_s};
        QTest::newRow("nobody on the bus keeps secrets") << Desktop::NobodyOnIt << all << QStringList {no, no, no, no, u"backend "_s};
        QTest::newRow("a service without a keyring")
            << Desktop::Unmade << all << QStringList {u"NotFound"_s, no, no, no, u"backend gnome-keyring"_s};
        QTest::newRow("unlocked") << Desktop::Unlocked
                                  << QStringList {u"read:e"_s, u"probe"_s, u"write:e:secret"_s, u"read:e"_s, u"backend"_s, u"remove:e"_s,
                                         u"read:e"_s}
                                  << QStringList {u"NotFound"_s, u"done"_s, u"done"_s, u"secret"_s, u"backend gnome-keyring"_s, u"done"_s,
                                         u"NotFound"_s};
        QTest::newRow("a service that never answers") << Desktop::Silent << QStringList {u"read:e"_s, u"write:e:secret"_s}
                                                      << QStringList {u"slow"_s, u"NoAnswer"_s, u"slow"_s, u"NoAnswer"_s};
        QTest::newRow("locked, nobody asked") << Desktop::LockedAtOnce << QStringList {u"write:e:secret"_s, u"probe"_s}
                                              << QStringList {u"Locked"_s, u"Locked"_s};
        QTest::newRow("the prompt was dismissed") << Desktop::Dismissed << QStringList {u"write:e:secret"_s, u"probe"_s}
                                                  << QStringList {u"slow"_s, u"Refused"_s, u"slow"_s, u"Refused"_s};
        QTest::newRow("another program keeps the secrets")
            << Desktop::Silent << QStringList {u"backend"_s} << QStringList {u"backend keychainprobe"_s};
    }
    void tellsEachStateApart()
    {
        QFETCH(Desktop, desktop);
        QFETCH(QStringList, questions);
        PrivateSession session;
        session.begin(desktop);
        const bool silent = desktop == Desktop::Silent;
        const bool slow = silent || desktop == Desktop::Dismissed;
        QTEST(session.asked(questions, slow ? 200 : 30000, silent ? 600 : 60000), "answers");
    }

    //! The trap of all keyrings: what is locked looks as if it had never been.
    void aLockedKeyringLooksEmptyUntilItIsWrittenTo()
    {
        PrivateSession session;
        session.begin(Desktop::Unlocked);
        QCOMPARE(session.asked({u"write:e:secret"_s}), (QStringList {u"done"_s}));
        session.stopKeyring();
        session.startKeyring(false);
        QCOMPARE(session.asked({u"read:e"_s, u"probe"_s, u"remove:e"_s, u"write:e:other"_s}),
            (QStringList {u"NotFound"_s, u"Locked"_s, u"Locked"_s, u"Locked"_s}));
        session.stopKeyring();
        session.startKeyring(true);
        QCOMPARE(session.asked({u"read:e"_s}), (QStringList {u"secret"_s}));
    }

    void theBusDiesInMidCall()
    {
        PrivateSession session;
        session.begin(Desktop::Silent);
        session.begin(session.probe(), {u"read:e"_s, u"probe"_s, u"backend"_s}, 300, 15000);
        QVERIFY(session.probe().waitForReadyRead(patienceMs)); // "slow": the call is out
        session.stopBus();
        QCOMPARE(session.heard(), (QStringList {u"slow"_s, u"NoKeychain"_s, u"NoKeychain"_s, u"backend "_s}));
    }

    void namesBackends_data()
    {
        QTest::addColumn<QByteArray>("process");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("GNOME") << QByteArray("gnome-keyring-d") << QByteArray("gnome-keyring");
        QTest::newRow("KDE 5") << QByteArray("kwalletd5") << QByteArray("kwallet");
        QTest::newRow("KDE 6") << QByteArray("ksecretd") << QByteArray("kwallet");
        QTest::newRow("KeePassXC") << QByteArray("keepassxc") << QByteArray("keepassxc");
        QTest::newRow("an odd name fits the record") << QByteArray("My Keys (2)/\xc3\xa5") << QByteArray("mykeys2");
        QTest::newRow("unknown, as in a sandbox") << QByteArray() << QByteArray("secret-service");
    }
    void namesBackends()
    {
        QFETCH(QByteArray, process);
        QTEST(backendOfProcess(process), "name");
    }

    void settlesWhenTheKeychainGoesAway()
    {
        QFuture<QByteArray> backend;
        SecretAnswer<SharedSecret> read;
        {
            SystemKeychain keychain;
            backend = keychain.backend();
            read = keychain.read(u"e"_s);
        }
        QVERIFY(read.isFinished() && read.isCanceled());
        QVERIFY(backend.isFinished() && backend.isCanceled());
    }
};

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
