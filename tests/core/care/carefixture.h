// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/apply.h"
#include "core/care/codes.h"

#include <QString>

//! Cases, people and commands that the tests of core/care share.
namespace fixture {

using namespace mottaget::care;

inline const QString unitId = QStringLiteral("org-1");
inline const QString unitHsaId = QStringLiteral("SE2321000131-E000000000001");
inline const QString myRole = QStringLiteral("role-me");
inline const QString otherRole = QStringLiteral("role-other");
inline const QString colleagueRole = QStringLiteral("role-colleague");

inline QDateTime at(const char* iso)
{
    return QDateTime::fromString(QLatin1StringView(iso), Qt::ISODateWithMs);
}

inline Owner theUnit()
{
    return {Owner::Kind::Unit, unitId, QStringLiteral("Björkens hälsocentral")};
}
inline Owner me()
{
    return {Owner::Kind::Person, myRole, QStringLiteral("Mira Modig")};
}
inline Owner other()
{
    return {Owner::Kind::Person, otherRole, QStringLiteral("Olle Other")};
}
inline Owner colleague()
{
    return {Owner::Kind::Person, colleagueRole, QStringLiteral("Kim Kollega")};
}

inline Case caseIn(CaseState state, const Owner& owner)
{
    Case value;
    value.id = CaseId(QStringLiteral("case-1"));
    value.version = VersionId(QStringLiteral("7"));
    value.number = QStringLiteral("1177-2026-004812");
    value.type = QStringLiteral("advice");
    value.state = state;
    value.waitingFor = state == CaseState::Waiting ? WaitingFor::Resident : WaitingFor::Nobody;
    value.owner = owner;
    value.unitHsaId = unitHsaId;
    value.patient = PatientId(QStringLiteral("patient-1"));
    value.subject = QStringLiteral("Eksem");
    value.received = at("2026-11-23T08:00:00.000Z");
    value.changed = at("2026-11-23T08:00:00.000Z");
    return value;
}

inline Actor actor(Roles roles, Profession profession = Profession::Nurse)
{
    Actor value;
    value.self.role = StaffRoleId(myRole);
    value.self.name = QStringLiteral("Mira Modig");
    value.self.roles = roles;
    value.self.profession = profession;
    value.unitHsaId = unitHsaId;
    value.unit = OrganizationId(unitId);
    return value;
}

inline Actor both()
{
    return actor(Role::CaseReceiver | Role::CaseHandler);
}

//! A command with everything its verb needs.
inline Command command(Verb verb)
{
    Command value;
    value.id = CommandId(QStringLiteral("command-1"));
    value.verb = verb;
    value.caseId = CaseId(QStringLiteral("case-1"));
    value.authorRole = StaffRoleId(myRole);
    value.authorName = QStringLiteral("Mira Modig");
    value.actedAt = at("2026-11-23T10:00:00.000Z");
    value.label = QStringLiteral("Återuppta, 1177-2026-004812");
    value.text = QStringLiteral("Hej! Vi ringer dig i morgon.");
    value.messageId = MessageId(QStringLiteral("message-1"));
    value.assignee = colleague();
    value.priority = Priority::Urgent;
    value.closure = Closure {QStringLiteral("answered"), JournalChoice::Yes};
    value.newCaseId = CaseId(QStringLiteral("case-2"));
    return value;
}

inline Message message(const char* id, MessageKind kind, const char* sent)
{
    Message value;
    value.id = MessageId(QString::fromLatin1(id));
    value.kind = kind;
    value.fromStaff = kind != MessageKind::Resident;
    value.sent = at(sent);
    value.text = QStringLiteral("Text");
    return value;
}

inline constexpr CaseState allStates[] = {CaseState::Received, CaseState::Assigned, CaseState::Ongoing, CaseState::Waiting,
    CaseState::Answered, CaseState::Closed, CaseState::Redirected, CaseState::Withdrawn};

inline constexpr Verb allVerbs[] = {Verb::Take, Verb::Assign, Verb::Start, Verb::Partial, Verb::Question, Verb::Reply, Verb::Correct,
    Verb::Note, Verb::Prioritise, Verb::Redirect, Verb::Close, Verb::Withdraw, Verb::Reopen};

//! Short word for a refusal, as the tables of the tests use it.
inline QString wordOf(Refusal::Reason reason)
{
    switch (reason) {
    case Refusal::Reason::NotPermittedRole: return QStringLiteral("!role");
    case Refusal::Reason::NotPermittedProfession: return QStringLiteral("!profession");
    case Refusal::Reason::NotYours: return QStringLiteral("!yours");
    case Refusal::Reason::WrongState: return QStringLiteral("!state");
    case Refusal::Reason::AlreadyAnswered: return QStringLiteral("!answered");
    case Refusal::Reason::Locked: return QStringLiteral("!locked");
    case Refusal::Reason::EmptyText: return QStringLiteral("!empty");
    case Refusal::Reason::UnfilledTemplate: return QStringLiteral("!template");
    case Refusal::Reason::MissingOutcome: return QStringLiteral("!outcome");
    case Refusal::Reason::MissingAssignee: return QStringLiteral("!assignee");
    case Refusal::Reason::NoChange: return QStringLiteral("!same");
    case Refusal::Reason::MissingReason: return QStringLiteral("!reason");
    case Refusal::Reason::OtherUnit: return QStringLiteral("!unit");
    }
    Q_UNREACHABLE();
}

} // namespace fixture
