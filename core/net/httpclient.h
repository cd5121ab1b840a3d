// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <QObject>

#include <functional>
#include <memory>

class QNetworkAccessManager;
class QSslConfiguration;

namespace mottaget::net {

//! Sends requests over HTTP/1.1 with a deadline for the whole exchange, a floor under the transfer rate and a cap on the size.
//! Never follows a redirect (a region does not redirect), never asks about certificates, keeps no cookies and no disk cache. What has
//! a body leaves at most once: a repeat is its sender's decision (docs/replies.md). Plain HTTP goes to this very machine alone.
//! Lives on the thread that made it; `done` is called there, exactly once for each request unless the client dies first.
class HttpClient final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)

public:
    struct Limits {
        qint64 maxBytes = 64LL * 1024 * 1024; //!< of the unpacked body
        std::chrono::milliseconds idle {20000}; //!< no byte for so long ends the exchange (slow servers, dead links)
    };

    explicit HttpClient(QByteArray bearerToken, Limits limits, QObject* parent = nullptr);
    ~HttpClient() override;

    //! From now on only these authorities count, in place of the system's: a PEM file with the certificates of the region's own. One
    //! that can't be read, or holds none, leaves nobody to be trusted. Reads the file at once.
    void trustOnly(const QString& pemFile);

    void send(const Request& request, std::function<void(Reply)> done);
    //! Drops pooled connections: after sleep or a network change they are dead and would cost a time-out each.
    void dropConnections();

private:
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QSslConfiguration> m_tls;
    QByteArray m_bearerToken;
    Limits m_limits;
};

} // namespace mottaget::net
