// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/front.h"

#include <QHttpServerRequest>
#include <QTcpServer>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get: return "GET";
    case QHttpServerRequest::Method::Put: return "PUT";
    case QHttpServerRequest::Method::Post: return "POST";
    case QHttpServerRequest::Method::Delete: return "DELETE";
    case QHttpServerRequest::Method::Head:
    case QHttpServerRequest::Method::Options:
    case QHttpServerRequest::Method::Patch:
    case QHttpServerRequest::Method::Connect:
    case QHttpServerRequest::Method::Trace:
    case QHttpServerRequest::Method::Unknown:
    case QHttpServerRequest::Method::AnyKnown: break;
    }
    return "OTHER";
}

} // namespace

QByteArray gzipped(const QByteArray& text)
{
    z_stream stream {};
    if (deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray input = text; // zlib's interface is not const
    QByteArray output(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(input.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    const int done = deflate(&stream, Z_FINISH);
    output.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return done == Z_STREAM_END ? output : QByteArray();
}

Front::Front(Handler handler) : m_handler(std::move(handler)) {}

std::optional<quint16> Front::open(quint16 port)
{
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress::LocalHost, port))
        return std::nullopt;
    m_port = server->serverPort();
    bind(server.release()); // takes it as a child
    return m_port;
}

bool Front::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    Request plain;
    plain.method = methodName(request.method());
    for (const auto& [name, value] : request.headers())
        plain.headers.insert(name.toLower(), value);
    const QUrl url = request.url();
    plain.path = url.path(QUrl::FullyDecoded).toUtf8();
    plain.target = url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority).toUtf8();
    plain.base = "http://127.0.0.1:" + QByteArray::number(m_port);
    if (plain.path == "/fhir" || plain.path.startsWith("/fhir/")) {
        plain.base += "/fhir";
        plain.path.remove(0, 5);
        plain.target.remove(plain.target.indexOf("/fhir"), 5);
    }
    for (const auto& [name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        plain.query.emplaceBack(name.toUtf8(), value.toUtf8());
    plain.body = request.body();
    m_handler(plain, socket);
    return true;
}

void Front::missingHandler(const QHttpServerRequest&, QTcpSocket* socket)
{
    socket->abort(); // never: handleRequest takes all
}

void Front::send(const Request& request, const QPointer<QTcpSocket>& socket, const Reply& reply, Manner manner, qint64 date)
{
    if (!socket)
        return;
    if (manner == Manner::Dropped) {
        socket->abort();
        return;
    }
    if (manner == Manner::Hanging)
        return;
    QByteArray body = reply.body;
    QByteArray head = "HTTP/1.1 " + statusLine(reply.status) + "\r\nDate: " + httpDate(date) + "\r\n";
    if (manner == Manner::Endless || manner == Manner::EndlessHead || manner == Manner::Bomb) {
        attack(socket, head + "Content-Type: " + reply.contentType + "\r\n", manner);
        return;
    }
    if (body.size() > 256 && request.headers.value("accept-encoding").contains("gzip")) {
        body = gzipped(body);
        head += "Content-Encoding: gzip\r\n";
    }
    if (!body.isEmpty())
        head += "Content-Type: " + reply.contentType + "\r\n";
    for (const auto& [name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (reply.status != 204 && reply.status != 304)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    const bool last = request.headers.value("connection").toLower() == "close";
    if (last)
        head += "Connection: close\r\n";
    // One write: head and body apart would wait for each other's acknowledgement (Nagle), 40 ms a reply.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (manner == Manner::Cut) {
        socket->write(QByteArray(head + "\r\n" + body.left(body.size() / 2)));
        socket->flush();
        socket->abort();
        return;
    }
    const QByteArray whole = head + "\r\n" + body;
    if (manner == Manner::Trickled) {
        trickle(socket, whole, 0, last);
        return;
    }
    if (manner == Manner::Dripped) {
        drip(socket, whole, 0);
        return;
    }
    socket->write(whole);
    if (last)
        socket->disconnectFromHost();
}

// What never ends is written as fast as it is taken, and no faster.
void Front::attack(const QPointer<QTcpSocket>& socket, const QByteArray& head, Manner manner)
{
    if (manner == Manner::Bomb) {
        const QByteArray small = gzipped(QByteArray(192 * 1024 * 1024, ' '));
        socket->write(
            QByteArray(head + "Content-Encoding: gzip\r\nContent-Length: " + QByteArray::number(small.size()) + "\r\n\r\n" + small));
        return;
    }
    const QByteArray block = manner == Manner::EndlessHead ? "X-More: " + QByteArray(1000, 'a') + "\r\n" : QByteArray(64 * 1024, ' ');
    connect(socket, &QTcpSocket::bytesWritten, this, [socket, block] {
        if (socket && socket->bytesToWrite() < block.size())
            socket->write(block);
    });
    socket->write(QByteArray(head + (manner == Manner::EndlessHead ? "" : "\r\n")));
}

void Front::drip(const QPointer<QTcpSocket>& socket, const QByteArray& whole, qsizetype from)
{
    if (!socket || from == whole.size())
        return;
    socket->write(whole.sliced(from, 1));
    QTimer::singleShot(200, this, [this, socket, whole, from] { drip(socket, whole, from + 1); });
}

// One piece a turn of the event loop; 200 of them at most, so that a long reply takes no longer than a short one.
void Front::trickle(const QPointer<QTcpSocket>& socket, const QByteArray& whole, qsizetype from, bool last)
{
    if (!socket)
        return;
    const qsizetype size = std::min(std::max<qsizetype>(1, whole.size() / 200), whole.size() - from);
    socket->write(whole.sliced(from, size));
    socket->flush();
    if (from + size < whole.size())
        QTimer::singleShot(0, this, [this, socket, whole, from, size, last] { trickle(socket, whole, from + size, last); });
    else if (last)
        socket->disconnectFromHost();
}

} // namespace mottaget::demo
