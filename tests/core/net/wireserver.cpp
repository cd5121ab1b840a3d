// SPDX-License-Identifier: GPL-3.0-or-later
#include "wireserver.h"

#include <QEventLoop>
#include <QTimer>

#include <memory>

namespace mottaget::test {

using namespace Qt::StringLiterals;

QUrl WireServer::url(const QString& host) const
{
    return QUrl(u"%1://%2:%3/fhir"_s.arg(tls ? u"https"_s : u"http"_s, host).arg(serverPort()));
}

QByteArray WireServer::http(int status, const QByteArray& type, const QByteArray& body, const QByteArray& more)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n" + more;
    if (!type.isEmpty())
        head += "Content-Type: " + type + "\r\n";
    return head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void WireServer::incomingConnection(qintptr handle)
{
    auto* socket = new QSslSocket(this);
    socket->setSocketDescriptor(handle);
    if (resetOnConnect) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    auto got = std::make_shared<QByteArray>();
    connect(socket, &QSslSocket::readyRead, this, [this, socket, got] { read(*socket, *got); });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    if (tls) {
        socket->setSslConfiguration(*tls);
        socket->startServerEncryption();
    }
}

void WireServer::read(QSslSocket& socket, QByteArray& got)
{
    got += socket.readAll();
    const qsizetype end = got.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = got.left(end + 2);
    const qsizetype at = head.toLower().indexOf("\r\ncontent-length:");
    const qsizetype length = at < 0 ? 0 : head.mid(at + 17, head.indexOf('\r', at + 2) - at - 17).trimmed().toLongLong();
    if (got.size() < end + 4 + length)
        return;
    const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
    const Asked request {words.value(0), words.value(1), head, got.mid(end + 4, length)};
    got.remove(0, end + 4 + length);
    asked << request;
    serve(socket, answer(request));
}

void WireServer::serve(QSslSocket& socket, const Served& served)
{
    QSslSocket* to = &socket;
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.write(served.bytes);
    switch (served.after) {
    case After::Keep: return;
    case After::Close: socket.disconnectFromHost(); return;
    case After::Reset:
        socket.flush();
        socket.abort();
        return;
    case After::Endless:
        connect(to, &QSslSocket::bytesWritten, this, [this, to, more = served.more](qint64 bytes) {
            sent += bytes;
            if (sent < limit && to->bytesToWrite() < more.size())
                to->write(more);
        });
        socket.write(served.more);
        return;
    case After::Drip:
        auto* timer = new QTimer(to);
        connect(timer, &QTimer::timeout, to, [to, more = served.more, place = std::make_shared<qsizetype>(0)] {
            if (*place < more.size())
                to->write(more.mid((*place)++, 1));
        });
        timer->start(20);
        return;
    }
}

net::Reply exchange(net::HttpClient& client, const net::Request& request)
{
    net::Reply result;
    QEventLoop loop;
    client.send(request, [&](const net::Reply& reply) {
        result = reply;
        loop.quit();
    });
    loop.exec();
    return result;
}

} // namespace mottaget::test
