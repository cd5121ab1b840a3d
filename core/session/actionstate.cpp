// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/actionstate.h"

#include <algorithm>

namespace mottaget::session {

using namespace Qt::StringLiterals;

namespace {

// As the plan of sync has it: nothing waits longer, and further ahead only means that the wall clock was set back since.
constexpr std::chrono::minutes longestWait {15};

//! `at` when it is still to come, otherwise invalid.
QDateTime ahead(const QDateTime& at, const QDateTime& now)
{
    return at.isValid() && at > now && at <= now.addMSecs(std::chrono::milliseconds(longestWait).count()) ? at : QDateTime();
}

QDateTime later(const QDateTime& a, const QDateTime& b)
{
    return !b.isValid() || (a.isValid() && a >= b) ? a : b;
}

//! Reachable links hinder nothing; a server that is busy does.
WaitsFor hindranceOf(SyncStatus::Link link)
{
    using enum SyncStatus::Link;
    switch (link) {
    case Online: return WaitsFor::Nothing;
    case NeverReached:
    case Offline: return WaitsFor::Network;
    case SignInNeeded: return WaitsFor::SignIn;
    case Portal: return WaitsFor::Portal;
    case Refused: return WaitsFor::Trust;
    case ServerBusy: return WaitsFor::Server;
    }
    Q_UNREACHABLE();
}

void queued(ActionStanding& standing, const ActionFacts& facts, const QDateTime& now)
{
    const QDateTime attempt = ahead(facts.nextAttempt, now);
    const QDateTime undo = ahead(facts.notBefore, now);
    if (facts.inTheWay == InTheWay::Stopped) {
        standing.waitsFor = WaitsFor::StoppedAction;
    } else if (facts.isLocked) {
        standing.waitsFor = WaitsFor::Unlock;
    } else if (const WaitsFor link = hindranceOf(facts.link); link != WaitsFor::Nothing) {
        standing.waitsFor = link;
        if (link == WaitsFor::Network || link == WaitsFor::Server)
            standing.until = later(ahead(facts.nextTry, now), attempt);
    } else if (facts.inTheWay == InTheWay::Waiting) {
        standing.waitsFor = WaitsFor::EarlierAction;
    } else if (undo.isValid()) {
        standing.waitsFor = WaitsFor::UndoWindow;
        standing.until = undo;
    } else if (attempt.isValid()) {
        standing.waitsFor = WaitsFor::NextAttempt;
        standing.until = attempt;
    }
    standing.state = standing.waitsFor == WaitsFor::Nothing ? ActionState::SavedHere : ActionState::Waiting;
}

void arrived(ActionStanding& standing, const std::optional<RegionWord>& region)
{
    standing.state = ActionState::Sent;
    if (region && region->readAt.isValid()) {
        standing.state = ActionState::Read;
        standing.readAt = region->readAt;
    } else if (region && region->isReceived) {
        standing.state = ActionState::Received;
    }
}

void stopped(ActionStanding& standing, ActionState state, StopReason reason)
{
    standing.state = state;
    standing.reason = reason == StopReason::None ? StopReason::Unknown : reason;
}

//! Whether time alone, without a person, brings the action on.
bool goesByItself(const ActionStanding& standing)
{
    switch (standing.waitsFor) {
    case WaitsFor::StoppedAction:
    case WaitsFor::Unlock:
    case WaitsFor::SignIn:
    case WaitsFor::Portal:
    case WaitsFor::Trust: return false;
    case WaitsFor::Nothing:
    case WaitsFor::Network:
    case WaitsFor::Server:
    case WaitsFor::EarlierAction:
    case WaitsFor::UndoWindow:
    case WaitsFor::NextAttempt: return standing.state != ActionState::NeedsPerson && standing.state != ActionState::Refused;
    }
    Q_UNREACHABLE();
}

//! What is on its way or has arrived makes no promise here: whether it came in time is known when the region has said so.
bool isStillHere(ActionState state)
{
    using enum ActionState;
    switch (state) {
    case SavedHere:
    case Waiting:
    case NeedsPerson:
    case Refused: return true;
    case Sending:
    case Confirming:
    case Sent:
    case Received:
    case Read: return false;
    }
    Q_UNREACHABLE();
}

Promise promiseOf(const ActionStanding& standing, const QDateTime& due, const QDateTime& now)
{
    if (!due.isValid() || !isStillHere(standing.state))
        return Promise::NotKnown;
    const bool goes = goesByItself(standing);
    if (due <= now || (goes && standing.until.isValid() && due <= standing.until))
        return Promise::Missed;
    const bool isHindered = !goes || standing.waitsFor == WaitsFor::Network || standing.waitsFor == WaitsFor::Server
        || standing.waitsFor == WaitsFor::EarlierAction;
    return isHindered && due <= now.addMSecs(std::chrono::milliseconds(callAhead).count()) ? Promise::AtRisk : Promise::InTime;
}

} // namespace

ActionStanding standingOf(const ActionFacts& facts, const QDateTime& now)
{
    using enum care::CommandState;
    ActionStanding standing;
    standing.since = facts.actedAt;
    if (!facts.own) {
        if (facts.region)
            arrived(standing, facts.region);
        else
            stopped(standing, ActionState::NeedsPerson, facts.reason); // nobody knows of it: never passed over
    } else {
        switch (*facts.own) {
        case Queued: queued(standing, facts, now); break;
        case InFlight: standing.state = ActionState::Sending; break;
        case Uncertain:
            standing.state = ActionState::Confirming;
            standing.until = ahead(facts.nextAttempt, now);
            break;
        case Acknowledged: arrived(standing, facts.region); break;
        case Conflict: stopped(standing, ActionState::NeedsPerson, facts.reason); break;
        case Rejected: stopped(standing, ActionState::Refused, facts.reason); break;
        }
    }
    standing.promise = promiseOf(standing, facts.due, now);
    if (standing.promise != Promise::NotKnown)
        standing.due = facts.due;
    return standing;
}

ActionFacts factsOf(const QueuedCommand& queued, SyncStatus::Link link, const QDateTime& nextTry)
{
    ActionFacts facts;
    facts.own = queued.state;
    facts.link = link;
    facts.inTheWay = queued.inTheWay;
    facts.reason = stopReasonOf(queued.reason);
    facts.actedAt = queued.command.actedAt;
    facts.notBefore = queued.command.notBefore;
    facts.nextAttempt = queued.nextAttempt;
    facts.nextTry = nextTry;
    facts.due = queued.due;
    return facts;
}

ActionFacts factsOf(const care::Message& message, const QList<QueuedCommand>& commands, SyncStatus::Link link, const QDateTime& nextTry)
{
    const auto own = std::ranges::find_if(commands, [&](const QueuedCommand& one) { return one.command.messageId == message.id; });
    if (own != commands.end())
        return factsOf(*own, link, nextTry);
    ActionFacts facts;
    facts.link = link;
    facts.actedAt = message.sent;
    switch (message.delivery) {
    case care::Delivery::Sent: facts.region = RegionWord {}; break;
    case care::Delivery::Received: facts.region = RegionWord {true, {}}; break;
    case care::Delivery::Read: facts.region = RegionWord {true, message.readAt}; break;
    // The message says where its command stood; the command itself is not given.
    case care::Delivery::SavedHere: facts.own = care::CommandState::Queued; break;
    case care::Delivery::Sending: facts.own = care::CommandState::InFlight; break;
    case care::Delivery::Confirming: facts.own = care::CommandState::Uncertain; break;
    case care::Delivery::NeedsAttention: facts.own = care::CommandState::Conflict; break;
    case care::Delivery::Rejected: facts.own = care::CommandState::Rejected; break;
    }
    return facts;
}

StopReason stopReasonOf(QStringView code)
{
    using enum StopReason;
    struct Row {
        QLatin1StringView code;
        StopReason reason;
    };
    constexpr Row rows[] = {
        {""_L1, None},
        {"version-moved"_L1, VersionMoved},
        {"already-answered"_L1, AlreadyAnswered},
        {"rejected"_L1, Rejected},
        {"not-permitted"_L1, NotPermitted},
        {"gone"_L1, Gone},
        {"other-unit"_L1, OtherUnit},
        {"precondition"_L1, Precondition},
    };
    const auto row = std::ranges::find_if(rows, [&](const Row& one) { return one.code == code; });
    return row == std::ranges::end(rows) ? Unknown : row->reason;
}

void markWhatIsInTheWay(QList<QueuedCommand>& oldestFirst)
{
    QHash<QString, InTheWay> before; // by key
    for (QueuedCommand& one : oldestFirst) {
        if (one.state == care::CommandState::Acknowledged)
            continue;
        const bool isStopped = one.state == care::CommandState::Conflict || one.state == care::CommandState::Rejected;
        for (const QString& key : one.command.keys)
            one.inTheWay = std::max(one.inTheWay, before.value(key, InTheWay::Nothing));
        const InTheWay forLater = isStopped ? InTheWay::Stopped : std::max(one.inTheWay, InTheWay::Waiting);
        for (const QString& key : one.command.keys)
            before[key] = std::max(before.value(key, InTheWay::Nothing), forLater);
    }
}

} // namespace mottaget::session
