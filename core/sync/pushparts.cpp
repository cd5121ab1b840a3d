// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push.h"

// The way of a command to a region that is not declared atomic: docs/decisions/0019.
namespace mottaget::sync {

using namespace Qt::StringLiterals;

void Push::sendPart(const care::CommandId& id, Lane& lane)
{
    const TransactionPart& part = lane.parts[lane.part];
    lane.stage = Lane::Stage::SendingPart;
    lane.sentAt = m_desk.monotonic();
    lane.posted = m_desk.put(part.type + u'/' + part.id, part.body, part.ifMatch);
    wait(id, lane.posted);
}

void Push::askPart(const care::CommandId& id, Lane& lane)
{
    const TransactionPart& part = lane.parts[lane.part];
    lane.stage = Lane::Stage::AskingPart;
    wait(id, m_desk.get(part.type + u'/' + part.id));
}

void Push::nextPart(const care::CommandId& id, Lane& lane)
{
    lane.decided = true;
    lane.asked = false;
    if (++lane.part == lane.parts.size()) {
        lane.written = true;
        askReceipt(id, lane); // nothing is believed but what can be read back
    } else if (lane.resend) {
        askPart(id, lane); // never over what the region has made of it since
    } else {
        sendPart(id, lane);
    }
}

void Push::onPartSent(const care::CommandId& id, Lane& lane, const net::Reply& reply)
{
    const Verdict verdict = judgeWrite(reply);
    m_desk.note(verdict);
    switch (verdict) {
    case Verdict::Ok: {
        const TransactionPart& part = lane.parts[lane.part];
        const auto taken = readResource(reply.body, part.type);
        if (taken && taken->id == part.id) {
            nextPart(id, lane);
        } else {
            m_unknownSince.insert(id, lane.sentAt);
            postpone(id, lane, reply); // a 200 that shows no effect is not believed
        }
        return;
    }
    case Verdict::NotSent:
    case Verdict::Untrusted:
        if (lane.resend || lane.decided)
            postpone(id, lane, reply);
        else
            close(id, lane, op::Requeue {id, {}});
        return;
    case Verdict::SignIn:
    case Verdict::Busy: // said not to be taken; the bytes are kept all the same, since a mark on the Task tells for certain
        postpone(id, lane, reply);
        return;
    case Verdict::Lost:
    case Verdict::Portal:
    case Verdict::ServerError:
        m_unknownSince.insert(id, lane.sentAt);
        postpone(id, lane, reply);
        return;
    case Verdict::VersionMoved:
    case Verdict::NotFound:
    case Verdict::Gone:
    case Verdict::BadRequest:
    case Verdict::Forbidden:
    case Verdict::TooLarge: onPartRefused(id, lane, verdict, reply); return;
    }
    Q_UNREACHABLE();
}

void Push::onPartRefused(const care::CommandId& id, Lane& lane, Verdict verdict, const net::Reply& reply)
{
    const bool decides = !lane.parts[lane.part].ifMatch.isEmpty();
    if (!decides && verdict == Verdict::VersionMoved) {
        lane.asked = true;
        askPart(id, lane); // there already, by an attempt of ours: or so the server must show
        return;
    }
    if (lane.decided) {
        m_desk.status().problem = u"half-done"_s; // the case has moved: what belongs to it must follow, so it is never given up
        postpone(id, lane, reply);
        return;
    }
    if (verdict == Verdict::VersionMoved || verdict == Verdict::NotFound || verdict == Verdict::Gone) {
        lane.refusal = verdict == Verdict::VersionMoved ? u"version-moved"_s : u"gone"_s;
    } else {
        lane.refusedAs = care::CommandState::Rejected;
        lane.refusal = verdict == Verdict::Forbidden ? u"not-permitted"_s : u"rejected"_s;
        lane.serverText = outcomeText(reply.body);
    }
    askReceipt(id, lane); // and then each part: an earlier attempt may have been taken after all
}

void Push::onPartAsked(const care::CommandId& id, Lane& lane, const net::Reply& reply)
{
    const Verdict verdict = judge(reply);
    m_desk.note(verdict);
    const TransactionPart& part = lane.parts[lane.part];
    const bool decides = !part.ifMatch.isEmpty();
    if (verdict == Verdict::NotFound || verdict == Verdict::Gone) {
        if (lane.asked) {
            postpone(id, lane, reply); // said to be there and not there: asked again, never written past
        } else if (!lane.refusal.isEmpty()) {
            settle(id, lane);
        } else if (decides) {
            lane.refusal = u"gone"_s;
            settle(id, lane);
        } else {
            sendPart(id, lane);
        }
        return;
    }
    const auto there =
        verdict == Verdict::Ok ? readResource(reply.body, part.type) : Result<store::StoredResource, PageProblem>(failed(PageProblem {}));
    if (!there || there->id != part.id) {
        postpone(id, lane, reply);
    } else if (!decides || carriesMark(there->body, id)) {
        lane.refusal.clear();
        nextPart(id, lane);
    } else if (part.ifMatch != u"W/\"%1\""_s.arg(there->version)) {
        lane.refusal = u"version-moved"_s;
        lane.refusedAs = care::CommandState::Conflict;
        settle(id, lane);
    } else if (!lane.refusal.isEmpty()) {
        settle(id, lane);
    } else {
        sendPart(id, lane); // the identical bytes on the very version: at most one of all attempts is taken
    }
}

} // namespace mottaget::sync
