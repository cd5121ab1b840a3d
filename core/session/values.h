// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/accessdecision.h"
#include "core/care/apply.h"
#include "core/care/case.h"
#include "core/care/caserow.h"
#include "core/care/casetype.h"
#include "core/care/command.h"
#include "core/care/conflict.h"
#include "core/care/patient.h"
#include "core/care/staff.h"
#include "core/session/syncstatus.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

//! What ui sees of the world: plain values, free to copy between threads.
namespace mottaget::session {

//! Which rows a list asks for. Empty filters mean all.
struct ListQuery {
    care::View view = care::View::Todo;
    QStringList types; //!< case type codes of the filter chips
    QString text;      //!< words of name, number, case number or subject; never message bodies
    friend bool operator==(const ListQuery&, const ListQuery&) = default;
};

//! Where in the list a page begins. A key keeps the place while rows come and go above it; an offset is for far jumps.
struct ListPosition {
    enum class Kind { Offset, After, Before };
    Kind kind = Kind::Offset;
    int offset = 0;
    QByteArray key; //!< Order::key of the row next to the page (After: the page starts just below it; Before: ends just above it)
    friend bool operator==(const ListPosition&, const ListPosition&) = default;
};

//! A page of rows in order. `first` is the rank of the first row in the whole list, `total` the list's length, both as of now.
struct CasePage {
    QList<care::CaseRow> rows;
    int first = 0;
    int total = 0;
    care::AccessDecision access;
};

//! Counts for the rail and the chips.
struct Counts {
    QHash<care::View, int> views;
    QHash<QString, int> types; //!< of the view asked for
    int total = 0;             //!< all open cases of the unit
    friend bool operator==(const Counts&, const Counts&) = default;
};

//! A reply being written. One per case and person; sealed on disk within a second of the last key.
struct Draft {
    care::Verb verb = care::Verb::Reply; //!< Partial, Question or Reply
    QString text;
    QDateTime savedAt;
    friend bool operator==(const Draft&, const Draft&) = default;
};

//! Whether older own commands that share a key with one keep it here: commands of a case stay in order.
enum class InTheWay {
    Nothing,
    Waiting, //!< they are on their way themselves
    Stopped, //!< one of them needs a person first
};

//! An own command and where it stands.
struct QueuedCommand {
    care::Command command;
    care::CommandState state = care::CommandState::Queued;
    int attempts = 0;
    QDateTime nextAttempt; //!< invalid = when the network is back, or nothing is planned
    QString reason;        //!< code: version-moved, rejected, not-permitted, gone, ... empty while all is well
    QString serverText;    //!< the server's own words with a rejection
    QString caseNumber;
    QString patientName; //!< as lists show it; empty when protected
    InTheWay inTheWay = InTheWay::Nothing;
    QDateTime due; //!< of a reply that waits: when the promise it is to keep ends; invalid when none is known
    std::optional<care::Conflict> conflict; //!< of one that is stopped while its case is here
    friend bool operator==(const QueuedCommand&, const QueuedCommand&) = default;
};

//! A case with everything its pane shows; own unfinished commands are replayed into `value`.
struct OpenCase {
    care::Case value;
    std::optional<care::Patient> patient; //!< absent until fetched
    care::CaseType type;
    care::CaseRow row;
    QHash<QString, care::AttachmentState> attachments; //!< by id; those that nobody has asked for are not in it
    QList<QueuedCommand> commands; //!< own unfinished and rejected ones of this case, oldest first
    std::optional<Draft> draft;
    QString namedCareContact; //!< fast vårdkontakt, empty when none is known
    int otherOpenCases = 0;   //!< of the same patient; shown as a number only
    QDateTime fetchedAt;      //!< when the server was last heard about this case
    care::AccessDecision access;
};

//! What a person asks for at the key press: bound to the case and the version that stood on the screen.
struct Intent {
    care::Verb verb = care::Verb::Start;
    care::CaseId caseId;
    care::VersionId seenVersion;
    QString text;
    std::optional<care::Owner> assignee;
    std::optional<care::Priority> priority;
    std::optional<care::Closure> closure;
};

//! What a person chose for a stopped action, bound to the version of the case that stood on the screen.
struct Choice {
    care::CommandId command;
    care::WayOn way = care::WayOn::Again;
    care::VersionId seenVersion;
};

//! The one answer to a submitted intent: it is on disk.
struct Submitted {
    care::CommandId command;
    QDateTime undoUntil; //!< U takes it back until then
};

struct SessionError {
    enum class Code {
        NotFound,     //!< the case is not here
        AccessDenied, //!< the gate said no, or the access log could not be written
        Refused,      //!< `refusal` says why
        StoreFailed,  //!< the disk did not take it; nothing was done
        TooLate,      //!< already on its way or answered by the server
        NotSignedIn,  //!< who acts is not known yet
        DataTooOld,   //!< not fetched for longer than the grace period: nothing is shown until a pull has gone through
        VersionMoved, //!< the case changed between what was shown and the key press; nothing was done, look again
    };
    Code code = Code::NotFound;
    care::Refusal refusal;
    friend bool operator==(const SessionError&, const SessionError&) = default;
};

} // namespace mottaget::session
