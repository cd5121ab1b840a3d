// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/faults.h"
#include "app/demo/front.h"
#include "app/demo/interactions.h"
#include "app/demo/resourcestore.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QFile>
#include <QMap>
#include <QObject>
#include <QRandomGenerator>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>

namespace mottaget::demo {

struct RegionOptions {
    quint32 seed = 1;
    int residents = 400; //!< at most as many as there are published identities
    int cases = 380;     //!< Tasks without partOf, open and closed
    std::optional<QDateTime> now; //!< the region's clock starts here; the machine's time when absent
    Faults faults;
    QString store;      //!< file that keeps what is written; nothing is kept when empty
    QString transcript; //!< file for the recorded traffic; none when empty
    int receivesMs = 1000;   //!< from a staff message's commit until it is marked as received (mottagen)
    int readsSeconds = 0;    //!< from received to read by the resident (läst), and from there to the answer of a question; 0: never
};

enum class RegionError {
    PortTaken,
    StoreUnreadable, //!< the store file can't be opened, or is none
    TranscriptUnwritable,
};

//! A region's FHIR R4 server with fictional data, on 127.0.0.1, for the demo and for tests. Runs in the thread that
//! starts it; needs its event loop. Nothing here knows the client: the wire (docs/wire.md) is all they share.
//!
//! Beside FHIR: `POST /$faults` (text/plain, see Faults), `GET /$dump?type=T` (current versions, a JSON array) and
//! `GET /$stats`. They need no token and suffer no faults.
class Region final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Region)

public:
    explicit Region(RegionOptions options = {});
    ~Region() override;

    //! Makes the data (the first time) and listens; 0 picks a free port. Answers the port.
    [[nodiscard]] Result<quint16, RegionError> start(quint16 port = 0);
    //! Closes the port and all connections; the data stay, so that start() goes on where it was.
    void stop();
    void setFaults(const Faults& faults);
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const ResourceStore& store() const { return m_store; }
    [[nodiscard]] int requestCount() const { return m_requests; }

private:
    struct Sending;
    [[nodiscard]] std::optional<RegionError> prepare();
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] bool happens(double share);
    void onRequest(const Request& request, const QPointer<QTcpSocket>& socket);
    [[nodiscard]] std::optional<Manner> lostByFault(const Request& request);
    [[nodiscard]] std::optional<Reply> refusedByFault(const Request& request);
    [[nodiscard]] Manner mannerOf(const Reply& reply);
    [[nodiscard]] Reply ownAddress(const Request& request);
    void answerAt(const Request& request, const QPointer<QTcpSocket>& socket, qint64 stamp);
    void deliver(const Request& request, const QPointer<QTcpSocket>& socket, const Reply& reply, Manner manner);
    void record(const Request& request, const Reply& reply, Manner manner);
    void onCommitted(const std::vector<Write>& writes, const std::vector<Ordinal>& places, Moment moment);
    void expectReceipt(const QByteArray& id);
    void receive(const QByteArray& id);
    void markRead(const QByteArray& id);
    void answerQuestion(const QByteArray& id);
    void rewrite(const Record& record, const QByteArray& member, const QByteArray& value);

    RegionOptions m_options;
    ResourceStore m_store;
    Interactions m_interactions;
    std::unique_ptr<Front> m_front;
    QFile m_log;
    QFile m_transcript;
    QRandomGenerator m_dice;
    Faults m_faults;
    qint64 m_offset = 0; // region's clock minus the machine's, ms
    QMap<QByteArray, int> m_counts; // `GET Task`
    int m_requests = 0;
    int m_commits = 0;
    bool m_prepared = false;
};

} // namespace mottaget::demo
