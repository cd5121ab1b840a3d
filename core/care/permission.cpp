// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/permission.h"

#include <algorithm>

namespace mottaget::care {

namespace {

using enum Scope;

//! Roles in the 1177 tool: the receiver (ärendemottagare) sees all cases of the unit, distributes and redistributes them and may
//! send a partial reply when doing so; the handler (ärendehanterare) answers, asks and redistributes own cases only.
//! A handler may also pick up what nobody has: starting or answering an unassigned case makes it one's own.
//! A local administrator or log reviewer who is neither may do nothing to cases.
// clang-format off
constexpr PermissionRule roleRules[] = {
    // verb              receiver   handler
    {Verb::Take,       AllOfUnit, OwnAndUnassigned},
    {Verb::Assign,     AllOfUnit, OwnCases},
    {Verb::Start,      Nothing,   OwnAndUnassigned},
    {Verb::Partial,    AllOfUnit, OwnAndUnassigned},
    {Verb::Question,   Nothing,   OwnAndUnassigned},
    {Verb::Reply,      Nothing,   OwnAndUnassigned},
    {Verb::Correct,    Nothing,   OwnAndUnassigned},
    {Verb::Note,       AllOfUnit, AllOfUnit},
    {Verb::Prioritise, AllOfUnit, OwnCases},
    {Verb::Redirect,   AllOfUnit, OwnCases},
    {Verb::Close,      AllOfUnit, OwnCases},
    {Verb::Withdraw,   AllOfUnit, OwnCases},
    {Verb::Reopen,     AllOfUnit, OwnCases},
};
// clang-format on

struct ProfessionRow {
    Profession profession;
    Content distribute; //!< see the inbox, distribute, close: everything but writing to the resident
    Content answer;     //!< partial and final reply, question, correction
};

//! The permission matrix's rows "see unit inbox, distribute" (for every profession, when receiver) and "answer with medical content"
//! (licensed staff by PSL 4 kap. 1 §; unlicensed staff give administrative answers only, PSL 6 kap.). Other rows of the matrix
//! are about prescriptions, bookings, consent and logs, and belong to the verbs of those.
// clang-format off
constexpr ProfessionRow professionRows[] = {
    {Profession::Physician,        Content::Anything, Content::Anything},
    {Profession::Nurse,            Content::Anything, Content::Anything},
    {Profession::PrescribingNurse, Content::Anything, Content::Anything},
    {Profession::Midwife,          Content::Anything, Content::Anything},
    {Profession::OtherLicensed,    Content::Anything, Content::Anything},
    {Profession::Unlicensed,       Content::Anything, Content::Administrative},
};
// clang-format on

bool writesToResident(Verb verb)
{
    return verb == Verb::Partial || verb == Verb::Question || verb == Verb::Reply || verb == Verb::Correct;
}

//! The widest scope that the person's roles give together.
Scope scopeOf(Verb verb, Roles roles)
{
    const PermissionRule rule = permissionRule(verb);
    const Scope asReceiver = roles.testFlag(Role::CaseReceiver) ? rule.receiver : Nothing;
    const Scope asHandler = roles.testFlag(Role::CaseHandler) ? rule.handler : Nothing;
    return std::max(asReceiver, asHandler);
}

Result<void, Refusal> refuse(Refusal::Reason reason, const Case& value)
{
    return failed(Refusal {reason, value.state});
}

} // namespace

PermissionRule permissionRule(Verb verb)
{
    const auto row = std::ranges::find(roleRules, verb, &PermissionRule::verb);
    Q_ASSERT(row != std::ranges::end(roleRules));
    return *row;
}

Content contentFor(Verb verb, Profession profession)
{
    const auto row = std::ranges::find(professionRows, profession, &ProfessionRow::profession);
    Q_ASSERT(row != std::ranges::end(professionRows));
    return writesToResident(verb) ? row->answer : row->distribute;
}

bool isOwn(const Case& value, const Actor& actor)
{
    return value.owner.kind == Owner::Kind::Person && !actor.self.role.isEmpty() && value.owner.reference == actor.self.role.text();
}

Result<void, Refusal> permittedAtAll(Verb verb, const Case& value, const Actor& actor)
{
    // HSA-ids are compared without regard to case.
    if (value.unitHsaId.compare(actor.unitHsaId, Qt::CaseInsensitive) != 0)
        return refuse(Refusal::Reason::OtherUnit, value);
    if (!actor.self.active || scopeOf(verb, actor.self.roles) == Nothing)
        return refuse(Refusal::Reason::NotPermittedRole, value);
    if (contentFor(verb, actor.self.profession) == Content::Nothing)
        return refuse(Refusal::Reason::NotPermittedProfession, value);
    return {};
}

Result<void, Refusal> permitted(Verb verb, const Case& value, const Actor& actor)
{
    if (const auto atAll = permittedAtAll(verb, value, actor); !atAll)
        return atAll;
    const Scope scope = scopeOf(verb, actor.self.roles);
    const bool reaches = isOwn(value, actor) || scope == AllOfUnit || (scope == OwnAndUnassigned && value.owner.kind == Owner::Kind::Unit);
    return reaches ? Result<void, Refusal> {} : refuse(Refusal::Reason::NotYours, value);
}

} // namespace mottaget::care
