// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpclient.h"

#include "core/base/id.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace mottaget::net {

using namespace Qt::StringLiterals;

namespace {

// Errors that arise before a byte of the request can have left. Everything else may have reached the server.
bool certainlyNotSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProtocolUnknownError: return true;
    default: return false;
    }
}

Failure failureOf(QNetworkReply& reply, bool tooLarge)
{
    if (tooLarge)
        return Failure::TooLarge;
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return Failure::Untrusted;
    const bool answered = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    if (reply.error() == QNetworkReply::NoError)
        return answered ? Failure::None : Failure::Lost;
    // An HTTP error status is an answer; the transport's own errors are below 100 or a cut body.
    if (answered && reply.error() >= QNetworkReply::ContentAccessDenied)
        return Failure::None;
    return !answered && certainlyNotSent(reply.error()) ? Failure::NotSent : Failure::Lost;
}

Reply replyOf(QNetworkReply& reply, QByteArray body, bool tooLarge)
{
    Reply result;
    result.failure = failureOf(reply, tooLarge);
    result.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.contentType = reply.rawHeader("Content-Type").toLower();
    result.etag = reply.rawHeader("ETag");
    result.date = parseHttpDate(reply.rawHeader("Date"));
    if (reply.hasRawHeader("Retry-After"))
        result.retryAfter = parseRetryAfter(reply.rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    if (result.failure == Failure::None)
        result.body = std::move(body);
    return result;
}

QNetworkReply* start(QNetworkAccessManager& network, const QNetworkRequest& wire, const Request& request)
{
    switch (request.method) {
    case Request::Method::Get: return network.get(wire);
    case Request::Method::Post: return network.post(wire, request.body);
    case Request::Method::Put: return network.put(wire, request.body);
    }
    Q_UNREACHABLE();
}

} // namespace

HttpClient::HttpClient(QByteArray bearerToken, Limits limits, QObject* parent)
    : QObject(parent)
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_bearerToken(std::move(bearerToken))
    , m_limits(limits)
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(false);
}

HttpClient::~HttpClient() = default;

void HttpClient::send(const Request& request, std::function<void(Reply)> done)
{
    QNetworkRequest wire(request.url);
    // Qt 6.4 offers h2 by default; GOAWAY and NTLM handling there have lost requests.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setDecompressedSafetyCheckThreshold(m_limits.maxBytes);
    wire.setTransferTimeout(static_cast<int>(m_limits.idle.count()));
    wire.setRawHeader("Accept", "application/fhir+json");
    wire.setRawHeader("X-Request-Id", newUuid().toLatin1());
    if (!m_bearerToken.isEmpty())
        wire.setRawHeader("Authorization", "Bearer " + m_bearerToken);
    for (const Header& header : request.headers)
        wire.setRawHeader(header.first, header.second);

    QNetworkReply* reply = start(*m_network, wire, request);
    auto body = std::make_shared<QByteArray>();
    auto tooLarge = std::make_shared<bool>(false);
    QTimer::singleShot(request.deadline, reply, [reply] { reply->abort(); });
    connect(reply, &QNetworkReply::readyRead, this, [this, reply, body, tooLarge] {
        body->append(reply->readAll());
        if (body->size() > m_limits.maxBytes) {
            *tooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, body, tooLarge, done = std::move(done)] {
        if (reply->isOpen())
            body->append(reply->readAll());
        const Reply result = replyOf(*reply, std::move(*body), *tooLarge);
        reply->deleteLater();
        done(result);
    });
}

void HttpClient::dropConnections()
{
    m_network->clearConnectionCache();
}

} // namespace mottaget::net
