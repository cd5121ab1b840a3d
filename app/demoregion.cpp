// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoregion.h"

#include <QCoreApplication>
#include <QDateTime>

namespace mottaget::app {

using namespace Qt::StringLiterals;

DemoRegion::DemoRegion(QObject* parent) : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoRegion::readLine);
    connect(&m_process, &QProcess::errorOccurred, this, [this] {
        if (!m_listening)
            Q_EMIT failed(m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        if (!m_listening)
            Q_EMIT failed(u"mottaget-demo-region ended before it listened"_s);
    });
}

DemoRegion::~DemoRegion()
{
    m_process.disconnect(this);
    m_process.terminate();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

void DemoRegion::start(const QString& store, const QDateTime& now, const QStringList& more)
{
    const QStringList arguments {
        u"--port"_s, u"0"_s, u"--store"_s, store, u"--now"_s, now.toUTC().toString(Qt::ISODate), u"--reads"_s, u"20"_s};
    m_process.start(QCoreApplication::applicationDirPath() + u"/mottaget-demo-region"_s, arguments + more);
}

QByteArray DemoRegion::token()
{
    return "demo:SE2321009999-1ANB:SE2321009999-2ANB";
}

void DemoRegion::readLine()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        if (m_listening || !line.startsWith("listening "))
            continue;
        m_listening = true;
        Q_EMIT listening(QUrl(u"http://"_s + QString::fromLatin1(line.mid(10)) + u"/fhir"_s));
    }
}

} // namespace mottaget::app
