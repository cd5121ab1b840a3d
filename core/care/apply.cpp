// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/apply.h"

#include "core/care/codes.h"
#include "core/care/permission.h"
#include "core/care/transition.h"
#include "core/care/writtentext.h"

#include <algorithm>

namespace mottaget::care {

namespace {

using Reason = Refusal::Reason;

std::optional<MessageKind> writtenKind(Verb verb)
{
    switch (verb) {
    case Verb::Partial: return MessageKind::Partial;
    case Verb::Question: return MessageKind::Question;
    case Verb::Reply: return MessageKind::Final;
    case Verb::Correct: return MessageKind::Correction;
    case Verb::Take:
    case Verb::Assign:
    case Verb::Start:
    case Verb::Note:
    case Verb::Prioritise:
    case Verb::Redirect:
    case Verb::Close:
    case Verb::Withdraw:
    case Verb::Reopen: return std::nullopt;
    }
    Q_UNREACHABLE();
}

//! Starting or answering an unassigned case takes it: nobody answers a case that stays everybody's. A receiver who is no handler
//! sends a partial reply while distributing, and so leaves it with the unit.
bool takesUnassigned(Verb verb, const Case& value, const Actor& actor)
{
    const bool works = verb == Verb::Start || verb == Verb::Partial || verb == Verb::Question || verb == Verb::Reply;
    return works && value.owner.kind == Owner::Kind::Unit && actor.self.roles.testFlag(Role::CaseHandler);
}

bool isSameOwner(const Owner& a, const Owner& b)
{
    return a.kind == b.kind && a.reference == b.reference; // the name is only how it is shown
}

//! A case can come in with a person as its owner: giving it to the same person then still makes it assigned.
bool becomesAssigned(Verb verb, const Case& value)
{
    return value.state == CaseState::Received && nextState(verb, value) == CaseState::Assigned;
}

std::optional<Reason> textProblem(const Command& command)
{
    switch (command.verb) {
    case Verb::Partial:
    case Verb::Question:
    case Verb::Reply:
    case Verb::Correct:
        if (isBlank(command.text))
            return Reason::EmptyText;
        return hasPlaceholder(command.text) ? std::optional(Reason::UnfilledTemplate) : std::nullopt;
    case Verb::Redirect: // the resident reads the reason
        if (isBlank(command.text))
            return Reason::MissingReason;
        return hasPlaceholder(command.text) ? std::optional(Reason::UnfilledTemplate) : std::nullopt;
    case Verb::Note: return isBlank(command.text) ? std::optional(Reason::EmptyText) : std::nullopt;
    case Verb::Prioritise: return isBlank(command.text) ? std::optional(Reason::MissingReason) : std::nullopt;
    case Verb::Take:
    case Verb::Assign:
    case Verb::Start:
    case Verb::Close:
    case Verb::Withdraw:
    case Verb::Reopen: return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<Reason> argumentProblem(const Command& command, const Case& value, const Actor& actor)
{
    if (const auto problem = textProblem(command))
        return problem;
    if (command.verb == Verb::Assign) {
        if (!command.assignee || command.assignee->reference.isEmpty())
            return Reason::MissingAssignee;
        const bool toUnit = command.assignee->kind == Owner::Kind::Unit;
        if (toUnit && command.assignee->reference != actor.unit.text())
            return Reason::OtherUnit; // handing over to another unit is not distributing
        if (isSameOwner(*command.assignee, value.owner) && (toUnit || !becomesAssigned(command.verb, value)))
            return Reason::NoChange;
    }
    if (command.verb == Verb::Prioritise && (!command.priority || *command.priority == value.priority))
        return Reason::NoChange;
    if (command.verb == Verb::Close && (!command.closure || !outcomeCodes().contains(command.closure->outcome)))
        return Reason::MissingOutcome;
    return std::nullopt;
}

Note noteOf(const Command& command)
{
    // Reopening may be done without words; the label then says what happened.
    return {command.authorName, command.actedAt, isBlank(command.text) ? command.label : command.text};
}

bool addsNote(Verb verb)
{
    return verb == Verb::Note || verb == Verb::Prioritise || verb == Verb::Reopen;
}

//! The server's data may hold the command's effect before its receipt has come: it is then done, not refused by its own answer.
bool isDone(const Command& command, const Case& value)
{
    if (writtenKind(command.verb))
        return std::ranges::any_of(value.messages, [&](const Message& message) { return message.id == command.messageId; });
    return addsNote(command.verb) && value.notes.contains(noteOf(command));
}

void addMessage(Case& value, const Command& command, MessageKind kind)
{
    Message message;
    message.id = command.messageId;
    message.kind = kind;
    message.senderName = command.authorName;
    message.fromStaff = true;
    message.sent = command.actedAt;
    message.text = command.text;
    message.delivery = Delivery::SavedHere;
    // By time, not last: a replayed command may be older than what the server has sent since.
    const auto place = std::ranges::upper_bound(value.messages, message.sent, {}, &Message::sent);
    value.messages.insert(place, message);
}

void addNote(Case& value, const Note& note)
{
    const auto place = std::ranges::upper_bound(value.notes, note.time, {}, &Note::time);
    value.notes.insert(place, note);
}

Owner ownerAfter(const Command& command, const Case& value, const Actor& actor)
{
    if (command.verb == Verb::Take || takesUnassigned(command.verb, value, actor))
        return {Owner::Kind::Person, actor.self.role.text(), actor.self.name};
    return command.verb == Verb::Assign ? *command.assignee : value.owner;
}

CaseState stateAfter(const Command& command, const Case& value, const Owner& owner, CaseState next, const Actor& actor)
{
    const bool isActors = owner.kind == Owner::Kind::Person && owner.reference == actor.self.role.text();
    if (command.verb == Verb::Partial && !isActors)
        return value.state; // a receiver's word on the way; the work on it has not begun
    if (command.verb == Verb::Assign && owner.kind == Owner::Kind::Unit && next == CaseState::Assigned)
        return CaseState::Received;
    return next;
}

WaitingFor waitingAfter(const Command& command, const Case& value, CaseState state)
{
    if (state != CaseState::Waiting)
        return WaitingFor::Nobody;
    return command.verb == Verb::Question ? WaitingFor::Resident : value.waitingFor;
}

//! A licensed person who has begun to work with the case or written in it has opened it.
void markOpened(Case& value, const Command& command, const Actor& actor)
{
    const bool opens = command.verb == Verb::Start || writtenKind(command.verb).has_value();
    if (opens && isLicensed(actor.self.profession) && !value.openedByLicensed.isValid())
        value.openedByLicensed = command.actedAt;
}

} // namespace

Result<void, Refusal> allowed(Verb verb, const Case& value, const Actor& actor)
{
    if (const auto atAll = permittedAtAll(verb, value, actor); !atAll)
        return atAll;
    // The state before the owner: "already answered" tells more than "not yours" when somebody else has taken and answered the case.
    if (const auto next = nextState(verb, value); !next)
        return failed(next.error());
    if (const auto mine = permitted(verb, value, actor); !mine)
        return mine;
    const bool isTaken = verb == Verb::Take && isOwn(value, actor) && !becomesAssigned(verb, value);
    const bool isStarted = verb == Verb::Start && isOwn(value, actor) && value.state == CaseState::Ongoing;
    if (isTaken || isStarted)
        return failed(Refusal {Reason::NoChange, value.state});
    return {};
}

Result<Case, Refusal> apply(const Command& command, const Case& value, const Actor& actor)
{
    Q_ASSERT(command.caseId == value.id);
    if (isDone(command, value))
        return failed(Refusal {Reason::NoChange, value.state});
    if (const auto may = allowed(command.verb, value, actor); !may)
        return failed(may.error());
    if (const auto problem = argumentProblem(command, value, actor))
        return failed(Refusal {*problem, value.state});

    Case result = value;
    result.owner = ownerAfter(command, value, actor);
    result.state = stateAfter(command, value, result.owner, *nextState(command.verb, value), actor);
    result.waitingFor = waitingAfter(command, value, result.state);
    if (command.verb == Verb::Prioritise)
        result.priority = *command.priority;
    if (command.verb == Verb::Close)
        result.closure = command.closure;
    if (command.verb == Verb::Redirect)
        result.redirectReason = command.text;
    if (const auto kind = writtenKind(command.verb))
        addMessage(result, command, *kind);
    if (addsNote(command.verb))
        addNote(result, noteOf(command));
    markOpened(result, command, actor);
    const bool moved = result.state != value.state || result.waitingFor != value.waitingFor || result.priority != value.priority
        || !isSameOwner(result.owner, value.owner);
    if (moved && !(value.changed > command.actedAt))
        result.changed = command.actedAt;
    return result;
}

} // namespace mottaget::care
