// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace mottaget::test {

//! Runs `tests` in a process of its own, with a bus, a home and an unlocked keyring of its own. Calls main() again for it.
template <typename Fn>
int inOwnSession(int argc, char** argv, Fn tests, int limit = 240000)
{
    if (qEnvironmentVariableIsSet("MOTTAGET_OWN_SESSION"))
        return tests();
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP"})
        environment.remove(QString::fromLatin1(name));
    for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        environment.insert(QString::fromLatin1(name), home.path());
    environment.insert(QStringLiteral("MOTTAGET_OWN_SESSION"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    const QString script = QStringLiteral("printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\"");
    QStringList words {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh")};
    for (int at = 0; at < argc; ++at)
        words << QString::fromLocal8Bit(argv[at]);
    process.start(QStringLiteral("dbus-run-session"), words);
    return process.waitForFinished(limit) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1;
}

} // namespace mottaget::test
