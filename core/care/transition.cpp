// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/transition.h"

#include <algorithm>

namespace mottaget::care {

namespace {

//! What a cell of the table says: a state to go to, or
enum class Step {
    ToAssigned,
    ToOngoing,
    ToWaiting,
    ToAnswered,
    ToClosed,
    ToRedirected,
    ToWithdrawn,
    Stay,   //!< allowed, the state stays as it is
    Wrong,  //!< Refusal::Reason::WrongState
    Again,  //!< Refusal::Reason::AlreadyAnswered: a final reply stands and this would say more to the resident
    Locked, //!< Refusal::Reason::Locked
};

struct Row {
    Verb verb;
    Step from[8]; //!< by CaseState
};

using enum Step;

//! The state machine. Assigning back to the unit turns ToAssigned into received, see apply.
//! An answered case stays answered when it changes hands: what is left is to close it.
//! A partial reply does not end waiting: the resident or colleague still owes something.
// clang-format off
constexpr Row table[] = {
    // verb              received      assigned      ongoing       waiting       answered  closed  redirected withdrawn
    {Verb::Take,       {ToAssigned,   ToAssigned,   ToAssigned,   ToAssigned,   Stay,     Locked, Wrong, Wrong}},
    {Verb::Assign,     {ToAssigned,   ToAssigned,   ToAssigned,   ToAssigned,   Stay,     Locked, Wrong, Wrong}},
    {Verb::Start,      {ToOngoing,    ToOngoing,    ToOngoing,    ToOngoing,    Wrong,    Locked, Wrong, Wrong}},
    {Verb::Partial,    {ToOngoing,    ToOngoing,    ToOngoing,    Stay,         Again,    Locked, Wrong, Wrong}},
    {Verb::Question,   {ToWaiting,    ToWaiting,    ToWaiting,    ToWaiting,    Again,    Locked, Wrong, Wrong}},
    {Verb::Reply,      {ToAnswered,   ToAnswered,   ToAnswered,   ToAnswered,   Again,    Locked, Wrong, Wrong}},
    {Verb::Correct,    {Wrong,        Wrong,        Wrong,        Wrong,        Stay,     Stay,   Wrong, Wrong}},
    {Verb::Note,       {Stay,         Stay,         Stay,         Stay,         Stay,     Locked, Wrong, Wrong}},
    {Verb::Prioritise, {Stay,         Stay,         Stay,         Stay,         Stay,     Locked, Wrong, Wrong}},
    {Verb::Redirect,   {ToRedirected, ToRedirected, ToRedirected, ToRedirected, Again,    Locked, Wrong, Wrong}},
    {Verb::Close,      {Wrong,        ToClosed,     ToClosed,     ToClosed,     ToClosed, Locked, Wrong, Wrong}},
    {Verb::Withdraw,   {ToWithdrawn,  ToWithdrawn,  ToWithdrawn,  ToWithdrawn,  Wrong,    Locked, Wrong, Wrong}},
    {Verb::Reopen,     {Wrong,        Wrong,        Wrong,        Wrong,        Wrong,    Stay,   Wrong, Wrong}},
};
// clang-format on

//! An open case with a standing final reply is answered, whatever its state says: reply and state can arrive apart.
CaseState effectiveState(const Case& value)
{
    return isOpen(value.state) && finalReplyAt(value).isValid() ? CaseState::Answered : value.state;
}

} // namespace

Result<CaseState, Refusal> nextState(Verb verb, const Case& value)
{
    const auto row = std::ranges::find(table, verb, &Row::verb);
    Q_ASSERT(row != std::ranges::end(table));
    const CaseState state = effectiveState(value);
    switch (row->from[static_cast<int>(state)]) {
    case ToAssigned: return CaseState::Assigned;
    case ToOngoing: return CaseState::Ongoing;
    case ToWaiting: return CaseState::Waiting;
    case ToAnswered: return CaseState::Answered;
    case ToClosed: return CaseState::Closed;
    case ToRedirected: return CaseState::Redirected;
    case ToWithdrawn: return CaseState::Withdrawn;
    case Stay: return value.state;
    case Wrong: return failed(Refusal {Refusal::Reason::WrongState, state});
    case Again: return failed(Refusal {Refusal::Reason::AlreadyAnswered, state});
    case Locked: return failed(Refusal {Refusal::Reason::Locked, state});
    }
    Q_UNREACHABLE();
}

} // namespace mottaget::care
