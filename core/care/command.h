// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/case.h"
#include "core/care/staff.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace mottaget::care {

//! Everything a person can do to a case.
enum class Verb { Take, Assign, Start, Partial, Question, Reply, Correct, Note, Prioritise, Redirect, Close, Withdraw, Reopen };

//! Where a command stands. Shown as: sparad här or väntar, skickas, bekräftas, skickad, att åtgärda, avvisad.
enum class CommandState { Queued, InFlight, Uncertain, Acknowledged, Conflict, Rejected };

//! Unfinished = still replayed over what the server says.
[[nodiscard]] constexpr bool isUnfinished(CommandState state)
{
    return state != CommandState::Acknowledged && state != CommandState::Rejected;
}

//! What a person did to a case: fixed when the key was pressed and never changed after. The same value greys the button,
//! is applied to the screen, checked before sending, and resolves a conflict.
struct Command {
    CommandId id;
    Verb verb = Verb::Start;
    CaseId caseId;
    VersionId baseVersion; //!< the case as the person saw it
    QString authorHsaId;
    StaffRoleId authorRole;
    QString authorName;
    QString commissionHsaId;
    QString purpose;
    QString device;
    QDateTime actedAt;           //!< wall time, UTC
    qint64 monotonicOffsetMs = 0; //!< since process start: orders commands when the wall clock jumps
    QDateTime notBefore;         //!< end of the undo window
    QString label;               //!< readable without the cache: "Slutsvar, 1177-2026-004812". Sealed with the row
    QStringList keys;            //!< commands that share a key stay in order: "case:<id>"

    // What the verb needs; the rest stays empty.
    QString text;                   //!< Partial, Question, Reply, Correct, Note; reason of Prioritise and Redirect
    MessageId messageId;            //!< Partial, Question, Reply, Correct: id of the message, fixed here
    std::optional<Owner> assignee;  //!< Assign; Take: oneself
    std::optional<Priority> priority;
    std::optional<Closure> closure;
    CaseId newCaseId;               //!< Reopen

    friend bool operator==(const Command&, const Command&) = default;
};

} // namespace mottaget::care
