// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/codes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace mottaget::care {

namespace {

//! The reverse of codeOf for enums that count from 0 to `last`.
template <typename E>
std::optional<E> valueOf(QStringView code, E last)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (code == codeOf(static_cast<E>(i)))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

constexpr std::array outcomes {
    "answered"_L1, "booked"_L1, "called"_L1, "referred"_L1, "duplicate"_L1, "no-contact"_L1, "withdrawn"_L1, "other"_L1};

} // namespace

QLatin1StringView codeOf(CaseState state)
{
    switch (state) {
    case CaseState::Received: return "received"_L1;
    case CaseState::Assigned: return "assigned"_L1;
    case CaseState::Ongoing: return "ongoing"_L1;
    case CaseState::Waiting: return "waiting"_L1;
    case CaseState::Answered: return "answered"_L1;
    case CaseState::Closed: return "closed"_L1;
    case CaseState::Redirected: return "redirected"_L1;
    case CaseState::Withdrawn: return "withdrawn"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeOf(WaitingFor waitingFor)
{
    switch (waitingFor) {
    case WaitingFor::Nobody: return ""_L1;
    case WaitingFor::Resident: return "resident"_L1;
    case WaitingFor::Prescriber: return "prescriber"_L1;
    case WaitingFor::Colleague: return "colleague"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeOf(Priority priority)
{
    switch (priority) {
    case Priority::Routine: return "routine"_L1;
    case Priority::Urgent: return "urgent"_L1;
    case Priority::Asap: return "asap"_L1;
    case Priority::Stat: return "stat"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeOf(JournalChoice choice)
{
    switch (choice) {
    case JournalChoice::Yes: return "yes"_L1;
    case JournalChoice::No: return "no"_L1;
    case JournalChoice::NotApplicable: return "na"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Partial: return "partial"_L1;
    case MessageKind::Final: return "final"_L1;
    case MessageKind::Question: return "question"_L1;
    case MessageKind::Correction: return "correction"_L1;
    case MessageKind::Resident: return "resident"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeOf(Verb verb)
{
    switch (verb) {
    case Verb::Take: return "take"_L1;
    case Verb::Assign: return "assign"_L1;
    case Verb::Start: return "start"_L1;
    case Verb::Partial: return "partial"_L1;
    case Verb::Question: return "question"_L1;
    case Verb::Reply: return "reply"_L1;
    case Verb::Correct: return "correct"_L1;
    case Verb::Note: return "note"_L1;
    case Verb::Prioritise: return "prioritise"_L1;
    case Verb::Redirect: return "redirect"_L1;
    case Verb::Close: return "close"_L1;
    case Verb::Withdraw: return "withdraw"_L1;
    case Verb::Reopen: return "reopen"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeOf(CommandState state)
{
    switch (state) {
    case CommandState::Queued: return "queued"_L1;
    case CommandState::InFlight: return "inflight"_L1;
    case CommandState::Uncertain: return "uncertain"_L1;
    case CommandState::Acknowledged: return "acknowledged"_L1;
    case CommandState::Conflict: return "conflict"_L1;
    case CommandState::Rejected: return "rejected"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<CaseState> caseStateOf(QStringView code)
{
    return valueOf(code, CaseState::Withdrawn);
}
std::optional<WaitingFor> waitingForOf(QStringView code)
{
    return valueOf(code, WaitingFor::Colleague);
}
std::optional<Priority> priorityOf(QStringView code)
{
    return valueOf(code, Priority::Stat);
}
std::optional<JournalChoice> journalChoiceOf(QStringView code)
{
    return valueOf(code, JournalChoice::NotApplicable);
}
std::optional<MessageKind> messageKindOf(QStringView code)
{
    return valueOf(code, MessageKind::Resident);
}
std::optional<Verb> verbOf(QStringView code)
{
    return valueOf(code, Verb::Reopen);
}
std::optional<CommandState> commandStateOf(QStringView code)
{
    return valueOf(code, CommandState::Rejected);
}

QList<QLatin1StringView> outcomeCodes()
{
    return {outcomes.begin(), outcomes.end()};
}

} // namespace mottaget::care
