// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/case.h"
#include "core/care/casetype.h"
#include "core/care/command.h"
#include "core/care/patient.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace mottaget::care {

//! Why a row stands where it does; ui says it in words.
enum class OrderReason {
    Stat,
    FirstReplyDue,
    FinalReplyDue,
    UnreadAnswer,
    NotOpenedByLicensed,
    Priority,
    WaitingTime,
    WaitsForOther,
    Answered,
    Ended
};

[[nodiscard]] QLatin1StringView codeOf(OrderReason reason); //!< stat, first-reply-due, ...

//! Precisely in docs/order.md. Place in the order "mest angeläget först": stat first; then the earliest running clock (none: received + the unit's promise);
//! then priority, not opened by a licensed person, unread answer, received, id. Never the patient's age, sex or free text.
struct Order {
    QByteArray key; //!< sorts by memcmp; SQL sorts by an index on it
    QDateTime until; //!< everything said of the order holds before this instant; invalid = it never changes by time alone
    OrderReason reason = OrderReason::WaitingTime;
    QDateTime due; //!< the clock the row shows; invalid when none runs
    friend bool operator==(const Order&, const Order&) = default;
};

[[nodiscard]] Order orderOf(const Case& value, const CaseType& type, const QDateTime& now);

//! What a list shows of a case. Names and numbers of protected persons are blank here already: lists never hold them.
struct CaseRow {
    CaseId id;
    VersionId version;
    QString number;
    QString type;
    QString typeTitle;
    CaseState state = CaseState::Received;
    WaitingFor waitingFor = WaitingFor::Nobody;
    Priority priority = Priority::Routine;
    Owner owner;
    QString unitHsaId;
    PatientId patient;
    QString familyName;
    QString givenName;
    QString identity; //!< canonical; blank when protected
    QString identitySystem;
    Protection protection = Protection::None;
    bool patientKnown = true; //!< false until the patient has been fetched: "Inte hämtat än", never a blank name
    Sender::Kind sender = Sender::Kind::Patient;
    QString subject;
    QString interpreter;
    QDateTime received;
    bool unreadAnswer = false;
    std::optional<CommandState> pending; //!< of own unfinished commands: Conflict when one needs a person, else the newest one's state
    bool ownerIsProvisional = false; //!< an own claim or assignment that the region has not acknowledged: somebody else may have been first
    Order order;

    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

//! What the lists show for a case state. `patient` is absent until it has been fetched. Pure; `now` decides the order alone.
[[nodiscard]] CaseRow project(const Case& value, const std::optional<Patient>& patient, const CaseType& type,
    std::optional<CommandState> pending, const QDateTime& now);

//! The views of the inbox.
enum class View { Todo, Mine, Unassigned, Waiting, Open, Closed };

[[nodiscard]] QLatin1StringView codeOf(View view); //!< todo, mine, unassigned, waiting, open, closed
[[nodiscard]] std::optional<View> viewOf(QStringView code);

//! The rule the lists' SQL follows (core/store proves it by a test): Todo = open, neither waiting nor answered, and unassigned or mine;
//! Mine = open and mine; Unassigned = open and the unit's; Waiting = waiting for somebody; Open = all open; Closed = ended.
[[nodiscard]] bool belongs(const CaseRow& row, View view, const StaffRoleId& me);

} // namespace mottaget::care
