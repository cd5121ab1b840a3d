// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <optional>

//! Programs under test that are killed where a test wants it, and how often.
namespace mottaget::test {

//! MOTTAGET_SOAK multiplies every number of trials.
inline int trials(int inGate)
{
    const int factor = qEnvironmentVariableIntValue("MOTTAGET_SOAK");
    return inGate * (factor > 0 ? factor : 1);
}

//! MOTTAGET_SEED repeats a run.
inline quint32 seed()
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue("MOTTAGET_SEED", &given);
    return given ? static_cast<quint32>(value) : 20260101U;
}

//! Has the process end at its Nth change of a file below `folder` (killat.cpp); 0: it ends by itself.
inline void killAt(QProcess& process, const QString& folder, int call, const QString& count = {})
{
    QProcessEnvironment environment = process.processEnvironment();
    if (environment.isEmpty())
        environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(MOTTAGET_KILLAT));
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
    environment.insert(QStringLiteral("MOTTAGET_KILL_BELOW"), folder);
    environment.insert(QStringLiteral("MOTTAGET_KILL_AT"), QString::number(call));
    if (!count.isEmpty())
        environment.insert(QStringLiteral("MOTTAGET_KILL_COUNT"), count);
    process.setProcessEnvironment(environment);
}

//! How many changes a program that ended by itself has made.
inline int countIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toInt() : 0;
}

} // namespace mottaget::test
