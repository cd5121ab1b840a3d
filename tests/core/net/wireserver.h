// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"
#include "core/net/httpclient.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

#include <functional>
#include <optional>

namespace mottaget::test {

//! A server that sends whatever bytes a test wishes, on a port of its own on loopback. Lives in the test's thread.
class WireServer final : public QTcpServer {
public:
    struct Asked {
        QByteArray method;
        QByteArray target;
        QByteArray head; //!< all of it, as it came
        QByteArray body;
    };
    enum class After { Keep, Close, Reset, Endless, Drip };
    struct Served {
        QByteArray bytes;
        After after = After::Keep; //!< Endless: `more` again and again; Drip: `more` byte by byte, one in 20 ms
        QByteArray more;
    };

    WireServer() { (void)listen(QHostAddress::LocalHost); }
    [[nodiscard]] QUrl url(const QString& host = QStringLiteral("127.0.0.1")) const;
    //! A whole reply with its length.
    [[nodiscard]] static QByteArray http(int status, const QByteArray& type, const QByteArray& body, const QByteArray& more = {});

    std::function<Served(const Asked&)> answer;
    std::optional<QSslConfiguration> tls;
    bool resetOnConnect = false;
    QList<Asked> asked;
    qint64 limit = 64LL * 1024 * 1024; //!< bytes after which an endless reply falls silent
    qint64 sent = 0;                   //!< bytes of endless replies that were taken

protected:
    void incomingConnection(qintptr handle) override;

private:
    void read(QSslSocket& socket, QByteArray& got);
    void serve(QSslSocket& socket, const Served& served);
};

//! Sends with the product's client and waits for what it makes of the reply.
[[nodiscard]] net::Reply exchange(net::HttpClient& client, const net::Request& request);

} // namespace mottaget::test
