// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/caserow.h"

#include <array>

using namespace Qt::StringLiterals;

namespace mottaget::care {

QLatin1StringView codeOf(View view)
{
    switch (view) {
    case View::Todo: return "todo"_L1;
    case View::Mine: return "mine"_L1;
    case View::Unassigned: return "unassigned"_L1;
    case View::Waiting: return "waiting"_L1;
    case View::Open: return "open"_L1;
    case View::Closed: return "closed"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<View> viewOf(QStringView code)
{
    for (const View view : {View::Todo, View::Mine, View::Unassigned, View::Waiting, View::Open, View::Closed}) {
        if (code == codeOf(view))
            return view;
    }
    return std::nullopt;
}

CaseRow project(const Case& value, const std::optional<Patient>& patient, const CaseType& type, std::optional<CommandState> pending,
    const QDateTime& now)
{
    CaseRow row;
    row.id = value.id;
    row.version = value.version;
    row.number = value.number;
    row.type = value.type;
    row.typeTitle = type.title;
    row.state = value.state;
    row.waitingFor = value.waitingFor;
    row.priority = value.priority;
    row.owner = value.owner;
    row.unitHsaId = value.unitHsaId;
    row.patient = value.patient;
    row.sender = value.sender.kind;
    row.subject = value.subject;
    row.interpreter = value.interpreter;
    row.received = value.received;
    row.unreadAnswer = hasUnreadAnswer(value);
    row.pending = pending;
    row.order = orderOf(value, type, now);
    // A patient that is not the case's own is as good as none: better no name than a wrong one.
    row.patientKnown = patient && patient->id == value.patient;
    if (!row.patientKnown)
        return row;
    row.protection = patient->protection;
    if (patient->protection == Protection::None) {
        row.familyName = patient->familyName;
        row.givenName = patient->givenName;
        row.identity = patient->identity;
        row.identitySystem = patient->identitySystem;
    }
    return row;
}

bool belongs(const CaseRow& row, View view, const StaffRoleId& me)
{
    const bool isUnassigned = row.owner.kind == Owner::Kind::Unit;
    const bool isMine = !isUnassigned && !me.isEmpty() && row.owner.reference == me.text();
    switch (view) {
    case View::Todo:
        return isOpen(row.state) && row.state != CaseState::Waiting && row.state != CaseState::Answered && (isUnassigned || isMine);
    case View::Mine: return isOpen(row.state) && isMine;
    case View::Unassigned: return isOpen(row.state) && isUnassigned;
    case View::Waiting: return row.state == CaseState::Waiting;
    case View::Open: return isOpen(row.state);
    case View::Closed: return !isOpen(row.state);
    }
    Q_UNREACHABLE();
}

} // namespace mottaget::care
