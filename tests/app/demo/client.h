// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QTcpSocket>
#include <QTest>

namespace demotest {

//! What came back over the socket, to the byte.
struct Answer {
    int status = 0; //!< 0: the connection died without a status line
    QMap<QByteArray, QByteArray> headers; //!< lower case
    QByteArray body;
    bool whole = false; //!< as long as Content-Length says

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QJsonArray entries() const { return json().value(QLatin1String("entry")).toArray(); }
    [[nodiscard]] QString link(const QString& relation) const
    {
        for (const QJsonValue& link : json().value(QLatin1String("link")).toArray()) {
            if (link.toObject().value(QLatin1String("relation")) == relation)
                return link.toObject().value(QLatin1String("url")).toString();
        }
        return {};
    }
    //! The ids of the resources of a bundle.
    [[nodiscard]] QStringList ids() const
    {
        QStringList all;
        for (const QJsonValue& entry : entries())
            all << entry.toObject().value(QLatin1String("resource")).toObject().value(QLatin1String("id")).toString();
        return all;
    }
};

//! A plain HTTP/1.1 client, one connection a request, that sees drops and cuts as they are.
class Client final {
public:
    explicit Client(quint16 port) : m_port(port) {}

    //! Sent in place of the nurse's; empty: no Authorization header.
    QByteArray token = "demo:SE2321009999-1ANB:SE2321009999-2ANB";

    [[nodiscard]] Answer send(
        const QByteArray& method, const QByteArray& target, const QByteArray& body = {}, const QList<QByteArray>& headers = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
        if (!token.isEmpty())
            request += "Authorization: Bearer " + token + "\r\n";
        for (const QByteArray& header : headers)
            request += header + "\r\n";
        if (!body.isEmpty()) {
            request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
            if (!request.contains("Content-Type: "))
                request += "Content-Type: application/fhir+json\r\n";
        }
        socket.write(request + "\r\n" + body);
        const bool ended = QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20'000);
        return ended ? parsed(socket.readAll()) : Answer {};
    }
    [[nodiscard]] Answer get(const QByteArray& target) const { return send("GET", target); }
    [[nodiscard]] Answer put(const QByteArray& target, const QByteArray& body, const QByteArray& ifMatch = {}) const
    {
        return send("PUT", target, body, ifMatch.isEmpty() ? QList<QByteArray> {} : QList<QByteArray> {"If-Match: " + ifMatch});
    }
    //! Follows an absolute link of this region.
    [[nodiscard]] Answer follow(const QString& url) const { return get(url.mid(url.indexOf(QLatin1Char('/'), 8)).toUtf8()); }

private:
    [[nodiscard]] static Answer parsed(const QByteArray& bytes)
    {
        Answer answer;
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return answer;
        const QList<QByteArray> lines = bytes.left(end).split('\n');
        answer.status = lines.first().split(' ').value(1).toInt();
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        answer.body = bytes.mid(end + 4);
        answer.whole = answer.body.size() == answer.headers.value("content-length").toLongLong();
        return answer;
    }

    quint16 m_port;
};

//! A transaction or batch of entries `{method, url, resource, ifMatch}` as JSON texts.
[[nodiscard]] inline QByteArray bundle(const QByteArray& type, const QList<QByteArray>& entries)
{
    return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + entries.join(',') + "]}";
}

[[nodiscard]] inline QByteArray entry(
    const QByteArray& method, const QByteArray& url, const QByteArray& resource, const QByteArray& more = {})
{
    return "{\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + '"' + more + '}'
        + (resource.isEmpty() ? QByteArray() : ",\"resource\":" + resource) + '}';
}

} // namespace demotest
