// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>

namespace mottaget::test {

using namespace Qt::StringLiterals;

namespace {

// One plain HTTP/1.0 exchange with the region's test hooks; a test may wait.
QByteArray exchange(int port, const QByteArray& head, const QByteArray& body)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(head + " HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body);
    QByteArray reply;
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(5000)) {
        reply += socket.readAll();
        const qsizetype end = reply.indexOf("\r\n\r\n");
        const qsizetype at = reply.toLower().indexOf("content-length:");
        if (end > 0 && at > 0 && at < end) {
            const qsizetype length = reply.mid(at + 15, reply.indexOf('\r', at) - at - 15).trimmed().toLongLong();
            if (reply.size() >= end + 4 + length)
                break;
        }
    }
    return reply.mid(reply.indexOf("\r\n\r\n") + 4);
}

} // namespace

bool RegionProcess::start(const QStringList& more)
{
    const QStringList arguments {u"--port"_s, QString::number(m_port), u"--store"_s, file(u"region.store"_s), u"--cases"_s, u"40"_s,
        u"--now"_s, u"2026-11-23T09:00:00Z"_s};
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(MOTTAGET_BIN "/mottaget-demo-region"), arguments + more);
    while (m_process.waitForReadyRead(30000)) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith("listening "))
                m_port = line.mid(line.lastIndexOf(':') + 1).toInt();
            if (m_port != 0)
                return true;
        }
    }
    return false;
}

void RegionProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

QJsonArray RegionProcess::dump(const QString& type) const
{
    const QJsonDocument document = QJsonDocument::fromJson(exchange(m_port, "GET /$dump?type=" + type.toLatin1(), {}));
    return document.array();
}

int RegionProcess::messagesWith(const QString& text) const
{
    int found = 0;
    for (const QJsonValue& message : dump(u"Communication"_s)) {
        for (const QJsonValue& payload : message[u"payload"_s].toArray())
            found += payload[u"contentString"_s].toString() == text ? 1 : 0;
    }
    return found;
}

QStringList RegionProcess::residents() const
{
    QStringList markers;
    for (const QJsonValue& patient : dump(u"Patient"_s)) {
        markers << patient[u"name"_s][0][u"family"_s].toString() << patient[u"identifier"_s][0][u"value"_s].toString()
                << patient[u"id"_s].toString();
        if (markers.size() > 300)
            break;
    }
    markers.removeAll(QString());
    return markers;
}

QStringList filesThatShow(const QString& folder, const QStringList& markers, int least, const QString& but)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!but.isEmpty() && file.fileName().startsWith(but))
            continue;
        if (!file.open(QIODevice::ReadOnly))
            found << file.fileName() + u": can't be read"_s;
        const QByteArray bytes = file.readAll();
        ++read;
        for (const QString& marker : markers) {
            const QByteArray wide(reinterpret_cast<const char*>(marker.utf16()), marker.size() * 2);
            if (marker.size() >= 4 && (bytes.contains(marker.toUtf8()) || bytes.contains(wide)))
                found << file.fileName() + u": "_s + marker;
        }
    }
    if (read < least)
        found << u"only %1 files"_s.arg(read);
    return found;
}

void RegionProcess::setFaults(const QByteArray& spec) const
{
    (void)exchange(m_port, "POST /$faults", spec);
}

Workstation::Workstation(const QByteArray& token)
{
    QFile file(m_dir.filePath(u"token"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(token);
}

void Workstation::start(QProcess& process, const QString& program, const QStringList& words) const
{
    QProcessEnvironment environment = process.processEnvironment();
    if (environment.isEmpty())
        environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"HOME"_s, u"TMPDIR"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s,
             u"XDG_STATE_HOME"_s}) {
        const QString folder = m_dir.filePath(u"home/"_s + name.toLower());
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        environment.insert(name, folder);
    }
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.start(program, words);
}

void Workstation::startWindow(QProcess& process, const QString& region) const
{
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    start(process, QStringLiteral(MOTTAGET_BIN "/mottaget"),
        QStringList {u"--region"_s, region, u"--data"_s, data(), u"--token-file"_s, tokenFile()});
}

void Workstation::startCall(QProcess& process, const QString& region, const QStringList& words, bool heard) const
{
    if (heard)
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    start(process, QStringLiteral(MOTTAGET_BIN "/mottaget-cli"),
        QStringList {u"--data"_s, data(), u"--region"_s, region, u"--token-file"_s, tokenFile(), u"--json"_s} + words);
}

CliAnswer Workstation::call(const QString& region, const QStringList& words) const
{
    QProcess process;
    startCall(process, region, words);
    CliAnswer answer;
    if (!process.waitForFinished(120000))
        return answer;
    answer.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    answer.object = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return answer;
}

QJsonObject Workstation::firstCase(const QString& region, const QString& view, const QString& state) const
{
    const CliAnswer cases = call(region, {u"cases"_s, u"--view"_s, view});
    for (const QJsonValue& value : cases.object[u"cases"_s].toArray()) {
        const QJsonObject object = value.toObject();
        if ((state.isEmpty() || object[u"state"_s] == state) && object[u"pending"_s].isNull()
            && !object[u"patient"_s][u"identity"_s].isNull())
            return object;
    }
    return {};
}

} // namespace mottaget::test
