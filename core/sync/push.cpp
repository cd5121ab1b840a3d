// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

void Push::pump()
{
    // Without the region's word that it answers there is nothing to gain; the pull's next try finds out.
    if (!m_desk.isOnline())
        return;
    if (m_lanes.isEmpty()) {
        m_desk.forgetReads();
        m_landed.clear();
    }
    const QList<care::CommandId> busy = m_lanes.keys();
    for (const care::CommandId& id : plan(m_queue, QSet<care::CommandId>(busy.begin(), busy.end()), m_desk.now()))
        startLane(id);
}

void Push::startLane(const care::CommandId& id)
{
    m_lanes.insert(id, Lane {});
    wait(id, m_desk.run(op::Prepare {id}));
}

void Push::wait(const care::CommandId& id, Ticket ticket)
{
    m_tickets.insert(ticket, id);
}

bool Push::onStored(Ticket ticket, const StoreAnswer& answer)
{
    const auto found = m_tickets.find(ticket);
    if (found == m_tickets.end())
        return false;
    const care::CommandId id = *found;
    m_tickets.erase(found);
    Lane& lane = m_lanes[id];
    if (lane.stage == Lane::Stage::Preparing && answer.ok) {
        prepared(id, lane, answer.prepared);
        return true;
    }
    if (!answer.ok) {
        m_desk.status().problem = u"disk"_s;
        // What happened stands on the server; the disk is told again at the next turn, by the receipt.
        holdBack(id);
    }
    m_lanes.remove(id);
    pump();
    return true;
}

// For a moment, or until the queue is read anew: after each page that has come.
void Push::holdBack(const care::CommandId& id)
{
    for (QueueEntry& entry : m_queue) {
        if (entry.id == id)
            entry.nextAttempt = m_desk.now().addSecs(2);
    }
}

void Push::prepared(const care::CommandId& id, Lane& lane, const Prepared& result)
{
    if (result.kind == Prepared::Kind::NotYet)
        holdBack(id);
    if (result.kind != Prepared::Kind::Ready) {
        m_lanes.remove(id);
        pump();
        return;
    }
    lane.bytes = result.bytes;
    lane.resend = result.resend;
    if (!m_desk.profile().atomicTransactions)
        lane.parts = partsOf(lane.bytes, id);
    // What an earlier process sent may have left it a moment ago.
    if (lane.resend && !m_unknownSince.contains(id))
        m_unknownSince.insert(id, m_desk.monotonic());
    if (lane.resend)
        askReceipt(id, lane);
    else
        send(id, lane);
}

void Push::send(const care::CommandId& id, Lane& lane)
{
    if (!lane.parts.isEmpty()) {
        sendPart(id, lane);
        return;
    }
    lane.stage = Lane::Stage::Sending;
    lane.sentAt = m_desk.monotonic();
    lane.posted = m_desk.postTransaction(lane.bytes);
    wait(id, lane.posted);
}

void Push::askReceipt(const care::CommandId& id, Lane& lane)
{
    lane.stage = Lane::Stage::AskingReceipt;
    wait(id, m_desk.get(u"Provenance/"_s + id.text()));
}

bool Push::onReply(Ticket ticket, const net::Reply& reply)
{
    const auto found = m_tickets.find(ticket);
    if (found == m_tickets.end())
        return false;
    const care::CommandId id = *found;
    m_tickets.erase(found);
    Lane& lane = m_lanes[id];
    switch (lane.stage) {
    case Lane::Stage::Sending: onSent(id, lane, reply); break;
    case Lane::Stage::AskingReceipt: onReceipt(id, lane, reply); break;
    case Lane::Stage::AskingPart: onPartAsked(id, lane, reply); break;
    case Lane::Stage::SendingPart: onPartSent(id, lane, reply); break;
    case Lane::Stage::Fetching: onFetched(id, lane, reply); break;
    case Lane::Stage::Preparing:
    case Lane::Stage::Closing: Q_UNREACHABLE(); // those wait for the disk
    }
    return true;
}

void Push::onSent(const care::CommandId& id, Lane& lane, const net::Reply& reply)
{
    const Verdict verdict = judgeWrite(reply);
    m_desk.note(verdict);
    if (verdict == Verdict::Ok || verdict == Verdict::Lost || verdict == Verdict::Portal || verdict == Verdict::ServerError)
        m_unknownSince.insert(id, lane.sentAt); // until the receipt says otherwise
    switch (verdict) {
    case Verdict::Ok:
        if (const auto answer = readTransactionReply(reply.body); answer && answer->complete) {
            lane.fetched = answer->resources;
            acknowledge(id, lane);
        } else {
            askReceipt(id, lane); // a 200 that shows no effect is not believed
        }
        return;
    case Verdict::NotSent:
    case Verdict::SignIn:
    case Verdict::Untrusted:
        if (lane.resend)
            close(id, lane, op::SetUncertain {id});
        else
            close(id, lane, op::Requeue {id, {}});
        return;
    case Verdict::Busy:
        if (lane.resend)
            postpone(id, lane, reply);
        else
            close(id, lane, op::Requeue {id, m_desk.now().addSecs(reply.retryAfter.value_or(std::chrono::seconds(5)).count())});
        return;
    case Verdict::Lost:
    case Verdict::Portal: close(id, lane, op::SetUncertain {id}); return;
    case Verdict::ServerError: postpone(id, lane, reply); return;
    case Verdict::VersionMoved:
        lane.versionMoved = true;
        lane.refusal = u"version-moved"_s;
        askReceipt(id, lane);
        return;
    case Verdict::NotFound:
    case Verdict::Gone:
        lane.versionMoved = true;
        lane.refusal = u"gone"_s;
        askReceipt(id, lane);
        return;
    case Verdict::BadRequest:
    case Verdict::Forbidden:
    case Verdict::TooLarge:
        lane.refusedAs = care::CommandState::Rejected;
        lane.refusal = verdict == Verdict::Forbidden ? u"not-permitted"_s : u"rejected"_s;
        lane.serverText = outcomeText(reply.body);
        if (lane.resend) {
            lane.versionMoved = true; // an earlier attempt may still take effect: the receipt has the last word
            askReceipt(id, lane);
        } else {
            close(id, lane, op::Refuse {id, lane.refusedAs, lane.refusal, lane.serverText});
        }
        return;
    }
    Q_UNREACHABLE();
}

void Push::onReceipt(const care::CommandId& id, Lane& lane, const net::Reply& reply)
{
    const Verdict verdict = judge(reply);
    m_desk.note(verdict);
    if (verdict == Verdict::Ok) {
        const auto receipt = readResource(reply.body, u"Provenance"_s);
        if (!receipt || receipt->id != id.text()) {
            postpone(id, lane, reply);
            return;
        }
        lane.fetched = {*receipt}; // written once and never changed
        const auto targets = receiptTargets(reply.body);
        lane.toFetch.assign(targets.begin(), targets.end());
        fetchNext(id, lane);
        return;
    }
    if (verdict == Verdict::NotFound || verdict == Verdict::Gone) {
        onNoReceipt(id, lane);
        return;
    }
    postpone(id, lane, reply);
}

void Push::onNoReceipt(const care::CommandId& id, Lane& lane)
{
    if (!lane.parts.isEmpty()) {
        lane.resend = true;
        lane.part = 0;
        if (lane.written)
            postpone(id, lane, {}); // taken, but not to be read yet
        else
            askPart(id, lane);
        return;
    }
    if (!lane.versionMoved) {
        lane.resend = true;
        send(id, lane); // the identical bytes: if the first attempt is still running, one of the two is refused
        return;
    }
    settle(id, lane);
}

void Push::settle(const care::CommandId& id, Lane& lane)
{
    // An earlier attempt may still be running on the server; before its transaction time is over nobody is told "not sent".
    // Counted by the clock that never jumps, from the last attempt whose end is not known.
    const auto settled = m_unknownSince.value(id, m_desk.monotonic() - m_desk.profile().transactionTime) + m_desk.profile().transactionTime;
    if (settled > m_desk.monotonic()) {
        close(id, lane, op::Postpone {id, m_desk.now().addMSecs((settled - m_desk.monotonic()).count())});
        return;
    }
    m_unknownSince.remove(id);
    if (lane.refusal == "version-moved"_L1 && !m_reread.contains(id)) {
        reread(id, lane);
        return;
    }
    m_reread.remove(id);
    close(id, lane, op::Refuse {id, lane.refusedAs, lane.refusal, lane.serverText});
}

void Push::reread(const care::CommandId& id, Lane& lane)
{
    // What the cache holds is older than the server's: the newer version decides by meaning, conflict or not.
    m_reread.insert(id);
    lane.rereading = true;
    for (const QueueEntry& entry : m_queue) {
        for (const QString& key : entry.id == id ? entry.keys : QStringList()) {
            if (key.startsWith("case:"_L1))
                lane.toFetch.push_back({u"Task"_s, key.mid(5)});
        }
    }
    fetchNext(id, lane);
}

// A page that was asked for later, or another action's reply, may have brought a newer version meanwhile; the cache never goes back.
void Push::dropWhatIsOvertaken(Lane& lane)
{
    QList<store::StoredResource> kept;
    for (const store::StoredResource& resource : std::as_const(lane.fetched)) {
        const auto asked = lane.askedAt.constFind(resource.type + u'/' + resource.id);
        const bool wasRead = asked != lane.askedAt.constEnd(); // by itself, not as the answer to the transaction
        const Ticket ours = wasRead ? *asked : lane.posted;
        const Desk::Read page = m_desk.lastRead(resource.type, resource.id);
        const Ticket other = m_landed.value(resource.type + u'/' + resource.id);
        if (other != 0 && other >= ours)
            lane.toFetch.push_back(
                {resource.type, resource.id}); // two actions may touch one resource, as a reopening and the next on what it made
        else if (page.committed <= ours)
            kept << resource;
        else if (!wasRead || page.asked <= ours || page.isPending)
            lane.toFetch.push_back({resource.type, resource.id}); // either may be the newer one, or the only one: asked once more
    }
    lane.fetched = kept;
}

void Push::landed(const Lane& lane)
{
    for (const store::StoredResource& resource : lane.fetched) {
        m_desk.rememberWrite(resource.type, resource.id);
        m_landed.insert(resource.type + u'/' + resource.id, m_desk.lastTicket());
    }
}

void Push::judgeAnew(const care::CommandId& id, Lane& lane)
{
    dropWhatIsOvertaken(lane);
    if (!lane.toFetch.empty()) {
        fetchNext(id, lane);
        return;
    }
    landed(lane); // pages asked for before this was read may show what was before it
    (void)m_desk.run(op::Ingest {lane.fetched, {}, false});
    close(id, lane, op::Requeue {id, {}});
}

void Push::fetchNext(const care::CommandId& id, Lane& lane)
{
    if (lane.toFetch.empty()) {
        if (lane.rereading)
            judgeAnew(id, lane);
        else
            acknowledge(id, lane);
        return;
    }
    lane.stage = Lane::Stage::Fetching;
    const auto [type, target] = lane.toFetch.front();
    const Ticket asked = m_desk.get(type + u'/' + target);
    lane.askedAt.insert(type + u'/' + target, asked);
    wait(id, asked);
}

void Push::onFetched(const care::CommandId& id, Lane& lane, const net::Reply& reply)
{
    const Verdict verdict = judge(reply);
    m_desk.note(verdict);
    const auto [type, target] = lane.toFetch.front();
    if (verdict == Verdict::Ok) {
        const auto resource = readResource(reply.body, type);
        if (!resource) {
            postpone(id, lane, reply);
            return;
        }
        lane.fetched << *resource;
    } else if (verdict != Verdict::Gone && verdict != Verdict::NotFound) {
        postpone(id, lane, reply);
        return;
    }
    lane.toFetch.pop_front();
    fetchNext(id, lane);
}

void Push::acknowledge(const care::CommandId& id, Lane& lane)
{
    dropWhatIsOvertaken(lane);
    if (!lane.toFetch.empty()) {
        fetchNext(id, lane);
        return;
    }
    m_reread.remove(id);
    m_unknownSince.remove(id);
    landed(lane);
    const QList<store::StoredResource> resources = lane.fetched;
    close(id, lane, op::Acknowledge {id, resources});
}

void Push::postpone(const care::CommandId& id, Lane& lane, const net::Reply& reply)
{
    const auto wait = reply.retryAfter ? std::chrono::milliseconds(*reply.retryAfter) : m_desk.backoff().next();
    close(id, lane, op::Postpone {id, m_desk.now().addMSecs(wait.count())});
}

void Push::close(const care::CommandId& id, Lane& lane, StoreOp op)
{
    lane.stage = Lane::Stage::Closing;
    wait(id, m_desk.run(std::move(op)));
}

} // namespace mottaget::sync
