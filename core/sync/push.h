// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/desk.h"
#include "core/sync/transactionparts.h"

#include <QHash>

#include <deque>

namespace mottaget::sync {

//! Brings commands to the region exactly once: at most maxLanes at a time, in order per case. Nothing is sent before its bytes are on
//! disk; after a lost reply the receipt is asked for before anything is repeated. Part of the engine.
class Push final {
public:
    explicit Push(Desk& desk) : m_desk(desk) {}

    //! Starts whatever the plan allows now; only while the region answers.
    void pump();
    //! The queue as the disk has it.
    void setQueue(const QList<QueueEntry>& queue) { m_queue = queue; }
    bool onReply(Ticket ticket, const net::Reply& reply);
    bool onStored(Ticket ticket, const StoreAnswer& answer);
    [[nodiscard]] bool isBusy() const { return !m_lanes.isEmpty(); }
    [[nodiscard]] QDateTime nextAt() const { return nextPlanAt(m_queue, m_desk.now()); }

private:
    //! One command on its way.
    struct Lane {
        enum class Stage { Preparing, Sending, AskingReceipt, AskingPart, SendingPart, Fetching, Closing };
        Stage stage = Stage::Preparing;
        QByteArray bytes;
        bool resend = false;       //!< an earlier attempt may have taken effect
        bool versionMoved = false; //!< the server says so; the receipt tells whether it was by ourselves
        std::chrono::milliseconds sentAt {0}; //!< monotonic
        bool rereading = false; //!< the Task is fetched to judge the command anew, not to acknowledge it
        care::CommandState refusedAs = care::CommandState::Conflict;
        QString refusal;    //!< reason to give if there is no receipt
        QString serverText; //!< the server's own words with it
        // A region that is not atomic: one part at a time, docs/decisions/0019.
        QList<TransactionPart> parts;
        qsizetype part = 0;
        bool decided = false;   //!< some part took effect: the rest must follow
        bool written = false;   //!< the receipt was taken
        bool asked = false;     //!< a part that is said to exist already is being looked at
        std::deque<QPair<QString, QString>> toFetch;
        QList<store::StoredResource> fetched;
        Ticket posted = 0;             //!< the transaction that `fetched` is the answer to; 0: fetched one by one
        QHash<QString, Ticket> askedAt; //!< by type/id, what was fetched one by one
    };

    void holdBack(const care::CommandId& id);
    void prepared(const care::CommandId& id, Lane& lane, const Prepared& result);
    void send(const care::CommandId& id, Lane& lane);
    void askReceipt(const care::CommandId& id, Lane& lane);
    void fetchNext(const care::CommandId& id, Lane& lane);
    void onSent(const care::CommandId& id, Lane& lane, const net::Reply& reply);
    void onReceipt(const care::CommandId& id, Lane& lane, const net::Reply& reply);
    void sendPart(const care::CommandId& id, Lane& lane);
    void askPart(const care::CommandId& id, Lane& lane);
    void nextPart(const care::CommandId& id, Lane& lane);
    void onPartSent(const care::CommandId& id, Lane& lane, const net::Reply& reply);
    void onPartRefused(const care::CommandId& id, Lane& lane, Verdict verdict, const net::Reply& reply);
    void onPartAsked(const care::CommandId& id, Lane& lane, const net::Reply& reply);
    void settle(const care::CommandId& id, Lane& lane);
    void onNoReceipt(const care::CommandId& id, Lane& lane);
    void onFetched(const care::CommandId& id, Lane& lane, const net::Reply& reply);
    void reread(const care::CommandId& id, Lane& lane);
    void landed(const Lane& lane);
    void judgeAnew(const care::CommandId& id, Lane& lane);
    void dropWhatIsOvertaken(Lane& lane);
    void acknowledge(const care::CommandId& id, Lane& lane);
    void close(const care::CommandId& id, Lane& lane, StoreOp op);
    void postpone(const care::CommandId& id, Lane& lane, const net::Reply& reply);
    void startLane(const care::CommandId& id);
    void wait(const care::CommandId& id, Ticket ticket);

    Desk& m_desk;
    QList<QueueEntry> m_queue;
    QHash<care::CommandId, Lane> m_lanes;
    QHash<Ticket, care::CommandId> m_tickets;
    QHash<care::CommandId, std::chrono::milliseconds> m_unknownSince; //!< monotonic: an attempt begun then may still be running there
    QSet<care::CommandId> m_reread; //!< judged on a newer version once already, and refused again
    QHash<QString, Ticket> m_landed; //!< by type/id, what the present lanes' replies brought into the cache, and when
};

} // namespace mottaget::sync
