// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpclient.h"

#include "core/base/id.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

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

// A body that can be read once: Qt sends a request anew by itself when a pooled connection dies under it, and can't with this one.
class OneWayBody final : public QIODevice {
public:
    explicit OneWayBody(QByteArray bytes) : m_bytes(std::move(bytes)) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    [[nodiscard]] bool atEnd() const override { return m_at == m_bytes.size(); }
    bool seek(qint64 /*place*/) override { return false; }
    bool reset() override { return false; }

protected:
    qint64 readData(char* to, qint64 most) override
    {
        const qsizetype size = std::min<qsizetype>(most, m_bytes.size() - m_at);
        if (size == 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_at, size, to);
        m_at += size;
        return size;
    }
    qint64 writeData(const char* /*from*/, qint64 /*size*/) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

Failure failureOf(QNetworkReply& reply, bool tooLarge)
{
    if (tooLarge)
        return Failure::TooLarge;
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return Failure::Untrusted;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool answered = status != 0;
    if (reply.error() == QNetworkReply::NoError)
        return answered ? Failure::None : Failure::Lost;
    // An HTTP error status is an answer, also a proxy's; the transport's own errors are below, or a body that can't be unpacked.
    if (status >= 400
        && (reply.error() >= QNetworkReply::ContentAccessDenied || reply.error() == QNetworkReply::ProxyAuthenticationRequiredError))
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
    // A date is of the server's clock, and so is what it is counted from.
    if (reply.hasRawHeader("Retry-After"))
        result.retryAfter =
            parseRetryAfter(reply.rawHeader("Retry-After"), result.date.isValid() ? result.date : QDateTime::currentDateTimeUtc());
    if (result.failure == Failure::None)
        result.body = std::move(body);
    return result;
}

QNetworkReply* start(QNetworkAccessManager& network, QNetworkRequest wire, const Request& request)
{
    if (request.method == Request::Method::Get)
        return network.get(wire);
    wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto* body = new OneWayBody(request.body);
    QNetworkReply* reply = request.method == Request::Method::Post ? network.post(wire, body) : network.put(wire, body);
    body->setParent(reply);
    return reply;
}

// What may lie unread of a reply: with more the sender waits, however busy this thread is.
constexpr qint64 readAhead = 1024 * 1024;

// In pieces, so that a body that unpacks to a thousand times its size is left at the cap. False: it is over.
bool drain(QNetworkReply& reply, QByteArray& body, qint64 most)
{
    constexpr qint64 piece = 64 * 1024;
    while (reply.isOpen() && body.size() <= most) {
        const QByteArray more = reply.read(piece);
        if (more.isEmpty())
            return true;
        body += more;
    }
    return body.size() <= most;
}

bool mayBeAsked(const QUrl& url)
{
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
}

} // namespace

HttpClient::HttpClient(QByteArray bearerToken, Limits limits, QObject* parent)
    : QObject(parent)
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_tls(std::make_unique<QSslConfiguration>(QSslConfiguration::defaultConfiguration()))
    , m_bearerToken(std::move(bearerToken))
    , m_limits(limits)
{
    m_tls->setProtocol(QSsl::TlsV1_2OrLater);
    m_tls->setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(false);
}

HttpClient::~HttpClient() = default;

void HttpClient::trustOnly(const QString& pemFile)
{
    m_tls->setCaCertificates(QSslCertificate::fromPath(pemFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString));
    dropConnections();
}

void HttpClient::send(const Request& request, std::function<void(Reply)> done)
{
    if (!mayBeAsked(request.url)) {
        Reply refused;
        refused.failure = Failure::Untrusted;
        QTimer::singleShot(0, this, [refused, done = std::move(done)] { done(refused); });
        return;
    }
    QNetworkRequest wire(request.url);
    wire.setSslConfiguration(*m_tls);
    // Qt 6.4 offers h2 by default; GOAWAY and NTLM handling there have lost requests.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setDecompressedSafetyCheckThreshold(-1); // Qt's own judges by the ratio, which pages of alike cases exceed; counted below
    wire.setTransferTimeout(static_cast<int>(m_limits.idle.count()));
    wire.setRawHeader("Accept", "application/fhir+json");
    wire.setRawHeader("X-Request-Id", newUuid().toLatin1());
    if (!m_bearerToken.isEmpty())
        wire.setRawHeader("Authorization", "Bearer " + m_bearerToken);
    for (const Header& header : request.headers)
        wire.setRawHeader(header.first, header.second);

    QNetworkReply* reply = start(*m_network, wire, request);
    reply->setReadBufferSize(readAhead);
    // A request with a body starts later than this, and what is said before reaches its reader only in part.
    connect(reply, &QNetworkReply::requestSent, reply, [reply] { reply->setReadBufferSize(readAhead); });
    auto body = std::make_shared<QByteArray>();
    auto tooLarge = std::make_shared<bool>(false);
    const qint64 most = request.maxBytes > 0 ? std::min(request.maxBytes, m_limits.maxBytes) : m_limits.maxBytes;
    QTimer::singleShot(request.deadline, reply, [reply] { reply->abort(); });
    connect(reply, &QNetworkReply::readyRead, this, [reply, body, tooLarge, most] {
        if (!*tooLarge && !drain(*reply, *body, most)) {
            *tooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, body, tooLarge, most, done = std::move(done)] {
        *tooLarge = *tooLarge || !drain(*reply, *body, most);
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
