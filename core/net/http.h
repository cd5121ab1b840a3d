// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

//! Requests and replies as values: what the sync engine asks for and is told, with no socket in sight.
namespace mottaget::net {

using Header = QPair<QByteArray, QByteArray>;

struct Request {
    enum class Method { Get, Post, Put };
    Method method = Method::Get;
    QUrl url;
    QList<Header> headers;
    QByteArray body;
    std::chrono::milliseconds deadline {30000}; //!< for the whole exchange
    qint64 maxBytes = 0; //!< of the unpacked reply; 0: what the client allows, which is never passed
    friend bool operator==(const Request&, const Request&) = default;
};

//! Why there is no HTTP reply. `NotSent` is certain that no byte of the body left; `Lost` is not.
enum class Failure { None, NotSent, Lost, TooLarge, Untrusted };

struct Reply {
    Failure failure = Failure::None;
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    QByteArray etag;
    QDateTime date;                                    //!< the server's clock (Date header), UTC; invalid when absent
    std::optional<std::chrono::seconds> retryAfter; //!< Retry-After, seconds or date, between 1 s and 15 min
    friend bool operator==(const Reply&, const Reply&) = default;
};

//! Retry-After by RFC 9110 10.2.3: delta seconds or an HTTP date, held to 1 s .. 15 min. nullopt when it says nothing usable.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& value, const QDateTime& now);

//! An HTTP date (RFC 9110 5.6.7, the preferred form) in UTC; invalid when it is not one.
[[nodiscard]] QDateTime parseHttpDate(const QByteArray& value);

//! A URL of the same scheme, host and port: `next` links and redirects must not lead elsewhere. What is
//! no URL has no origin.
[[nodiscard]] bool sameOrigin(const QUrl& a, const QUrl& b);

//! Loopback hosts by name or address. Until the files on disk are sealed, no other region is accepted.
[[nodiscard]] bool isLoopback(const QUrl& url);

} // namespace mottaget::net
