// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/care/case.h"
#include "core/care/command.h"
#include "core/care/staff.h"

namespace mottaget::care {

//! Why a verb can't be done. ui turns it into a sentence beside the greyed control.
struct Refusal {
    enum class Reason {
        NotPermittedRole,       //!< the person's roles at the unit do not allow it (ärendemottagare/ärendehanterare)
        NotPermittedProfession, //!< the verb needs another profession
        NotYours,               //!< a handler may act on own cases only
        WrongState,             //!< the case's state does not allow it; `state` says which
        AlreadyAnswered,        //!< somebody's final reply stands: a second answer is never sent silently
        Locked,                 //!< closed; only a correction or reopening is possible
        EmptyText,
        UnfilledTemplate,       //!< a placeholder is left in the text
        MissingOutcome,
        MissingAssignee,
        NoChange,               //!< it already is so
        MissingReason,
        OtherUnit,              //!< the case belongs to another unit than the commission
    };
    Reason reason = Reason::WrongState;
    CaseState state = CaseState::Received;
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

//! Who may do `verb` to `value` at all (roles and profession), apart from the state. Pure.
[[nodiscard]] Result<void, Refusal> permitted(Verb verb, const Case& value, const Actor& actor);

//! Roles, profession and state together: what greys a button. Arguments (text, outcome) are not looked at. Pure.
[[nodiscard]] Result<void, Refusal> allowed(Verb verb, const Case& value, const Actor& actor);

//! What the command makes of the case, or why not. No clock, disk or network: the same rule validates a click, the queue
//! before sending and the replay over newer server data. Messages it adds have Delivery::SavedHere.
[[nodiscard]] Result<Case, Refusal> apply(const Command& command, const Case& value, const Actor& actor);

//! True when nothing the command looks at (state, owner, answers, closure) differs between the case it was made on and the
//! case as it is now: then it may be sent on the newer version without asking anyone.
[[nodiscard]] bool stillMeansTheSame(const Command& command, const Case& seen, const Case& current);

} // namespace mottaget::care
