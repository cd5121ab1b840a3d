// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"

#include <chrono>

//! Where an own action stands, as every screen shows it: one pure function of what the outbox, the connection and the region say.
//! docs/states.md is its table.
namespace mottaget::session {

//! In the order an action passes through them; the last two are where it stops.
enum class ActionState { SavedHere, Waiting, Sending, Confirming, Sent, Received, Read, NeedsPerson, Refused };

//! What a Waiting action waits for. The first that holds is told: what must change first.
enum class WaitsFor {
    Nothing,
    StoppedAction, //!< an earlier one of the same case needs a person
    Unlock,        //!< the files are locked, nothing leaves
    Network,
    SignIn,
    Portal, //!< the network wants a login of its own
    Trust,  //!< who answers can't be verified to be the region
    Server, //!< it asked us to wait
    EarlierAction, //!< of the same case, on its way itself
    UndoWindow,
    NextAttempt,
};

//! Why an action was stopped. Each has a sentence and a way on.
enum class StopReason {
    None,
    VersionMoved,    //!< somebody else changed the case
    AlreadyAnswered, //!< somebody else answered it
    Rejected,        //!< the server says that it can't be done so
    NotPermitted,
    Gone,
    OtherUnit,
    Precondition, //!< the case does not allow it any more
    Unknown,      //!< a code of another version, or none where there must be one
};

//! Whether the promise that a reply is to keep is kept.
enum class Promise { NotKnown, InTime, AtRisk, Missed };

//! What the region has said of a message: it is there. Only what has come back with a committed page or acknowledgement counts.
struct RegionWord {
    bool isReceived = false; //!< Communication.status completed
    QDateTime readAt;        //!< Communication.received; invalid: not read
    friend bool operator==(const RegionWord&, const RegionWord&) = default;
};

//! All that decides where an action stands.
struct ActionFacts {
    std::optional<care::CommandState> own; //!< its row in the outbox; absent: the outbox has nothing of it
    std::optional<RegionWord> region;
    SyncStatus::Link link = SyncStatus::Link::NeverReached;
    InTheWay inTheWay = InTheWay::Nothing;
    bool isLocked = false;
    StopReason reason = StopReason::None;
    QDateTime actedAt;
    QDateTime notBefore;   //!< end of the undo window
    QDateTime nextAttempt; //!< of this action
    QDateTime nextTry;     //!< of the connection
    QDateTime due;         //!< end of the promise it is to keep; invalid: none is known
};

struct ActionStanding {
    ActionState state = ActionState::SavedHere;
    WaitsFor waitsFor = WaitsFor::Nothing;
    QDateTime since;  //!< when the person acted
    QDateTime until;  //!< when it is tried or asked about next, or can be taken back to; invalid: not known
    QDateTime readAt;
    StopReason reason = StopReason::None;
    Promise promise = Promise::NotKnown;
    QDateTime due;
    friend bool operator==(const ActionStanding&, const ActionStanding&) = default;
};

//! A promise that ends so soon while nothing can be sent is at risk: time enough to telephone.
inline constexpr std::chrono::minutes callAhead {30};

//! Never says more than the commit that moved it: Sent, Received and Read need an acknowledged command, or the region's own word about
//! an action that the outbox has nothing of.
[[nodiscard]] ActionStanding standingOf(const ActionFacts& facts, const QDateTime& now);

[[nodiscard]] ActionFacts factsOf(const QueuedCommand& queued, SyncStatus::Link link, const QDateTime& nextTry);
//! Of a message of the clinic: what the outbox says when it has it, otherwise what the region said.
[[nodiscard]] ActionFacts factsOf(
    const care::Message& message, const QList<QueuedCommand>& commands, SyncStatus::Link link, const QDateTime& nextTry);

[[nodiscard]] StopReason stopReasonOf(QStringView code);

//! Fills QueuedCommand::inTheWay of each from those before it, by the rule the plan of sync keeps: commands that share a key stay in order.
void markWhatIsInTheWay(QList<QueuedCommand>& oldestFirst);

} // namespace mottaget::session
