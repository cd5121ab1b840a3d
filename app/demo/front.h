// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/message.h"

#include <QAbstractHttpServer>
#include <QPointer>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace mottaget::demo {

//! How a reply leaves, or does not.
enum class Manner {
    Whole,
    Trickled, //!< in very many small pieces
    Cut,     //!< half the body, then the connection dies
    Hanging, //!< not a byte, and the connection stays open
    Dripped, //!< a byte in 200 ms
    Endless, //!< a body without an end
    EndlessHead, //!< headers without an end
    Bomb,    //!< a body that unpacks to 192 MiB
    Dropped, //!< the connection dies without a byte
};

//! HTTP on loopback: QHttpServer parses, this class writes the replies itself, so that it can drop and cut them.
class Front final : public QAbstractHttpServer {
    Q_OBJECT

public:
    //! Called for each request; must answer with send() now or later.
    using Handler = std::function<void(const Request&, QPointer<QTcpSocket>)>;

    explicit Front(Handler handler);

    //! Listens on 127.0.0.1; 0 picks a free port. The port taken, or nothing when it can't be had.
    [[nodiscard]] std::optional<quint16> open(quint16 port);
    [[nodiscard]] quint16 port() const { return m_port; }
    //! Does nothing when the client has gone. `date` is the region's clock.
    void send(const Request& request, const QPointer<QTcpSocket>& socket, const Reply& reply, Manner manner, qint64 date);

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    void trickle(const QPointer<QTcpSocket>& socket, const QByteArray& whole, qsizetype from, bool last);

    void attack(const QPointer<QTcpSocket>& socket, const QByteArray& head, Manner manner);
    void drip(const QPointer<QTcpSocket>& socket, const QByteArray& whole, qsizetype from);

    Handler m_handler;
    quint16 m_port = 0;
};

[[nodiscard]] QByteArray gzipped(const QByteArray& text);

} // namespace mottaget::demo
