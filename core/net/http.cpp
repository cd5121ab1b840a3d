// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http.h"

#include <QHostAddress>
#include <QLocale>

#include <algorithm>

namespace mottaget::net {

using namespace Qt::StringLiterals;

QDateTime parseHttpDate(const QByteArray& value)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& value, const QDateTime& now)
{
    bool isNumber = false;
    qint64 seconds = value.trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime at = parseHttpDate(value);
        if (!at.isValid())
            return std::nullopt;
        seconds = now.secsTo(at);
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 1, 15 * 60));
}

bool sameOrigin(const QUrl& a, const QUrl& b)
{
    const auto port = [](const QUrl& url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.isValid() && b.isValid() && a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isLoopback(const QUrl& url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

} // namespace mottaget::net
