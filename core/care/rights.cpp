// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/rights.h"

#include <algorithm>

namespace mottaget::care {

namespace {

using enum Grant;

//! A row of the permission matrix: what each profession may, and the roles of which one is needed beside it (none: no role is asked for).
struct Row {
    Act act;
    Grant physician;
    Grant nurse;
    Grant prescriber; //!< nurse or midwife with prescribing right
    Grant midwife;
    Grant otherLicensed;
    Grant unlicensed;
    Roles needed;
};

// NLL may be opened by prescribers, nurses, dietitians and pharmacists (lag 2018:1212 5 kap.); of other licensed professions this program
// does not know which one it is, and says no.
// clang-format off
constexpr Row rows[] = {
    // act                          physician    nurse        prescriber          midwife      other  unlicensed  needs the role
    {Act::SeeInbox,                 Yes,         Yes,         Yes,                Yes,         Yes,   Yes,        Role::CaseReceiver},
    {Act::AnswerMedically,          Yes,         Yes,         Yes,                Yes,         Yes,   No,         Role::CaseHandler},
    {Act::CollectRenewalFacts,      Yes,         Yes,         Yes,                Yes,         Yes,   Yes,        {}},
    {Act::ProposeRenewal,           Yes,         Yes,         Yes,                Yes,         Yes,   No,         {}},
    {Act::DecideRenewal,            Yes,         No,          WithinPrescribing,  No,          No,    No,         {}},
    {Act::SeeMedicationList,        WithConsent, WithConsent, WithConsent,        WithConsent, No,    No,         {}},
    {Act::EmergencyMedicationList,  Yes,         Yes,         Yes,                Yes,         No,    No,         {}},
    {Act::SeeNarcoticsExist,        Yes,         No,          Yes,                No,          No,    No,         {}},
    {Act::Book,                     Yes,         Yes,         Yes,                Yes,         Yes,   Yes,        {}},
    {Act::CancelSummons,            Yes,         Yes,         Yes,                Yes,         Yes,   AfterOrder, {}},
    {Act::LiftBlock,                Yes,         Yes,         Yes,                Yes,         Yes,   No,         Role::BlockLifter},
    {Act::HandleProtected,          Yes,         Yes,         Yes,                Yes,         Yes,   Yes,        Role::ProtectedReader},
    {Act::ReadAccessLog,            Yes,         Yes,         Yes,                Yes,         Yes,   Yes,        Role::LogReviewer},
    {Act::RegisterComplaint,        Yes,         Yes,         Yes,                Yes,         Yes,   Yes,        {}},
    {Act::AnswerComplaint,          Yes,         Yes,         Yes,                Yes,         Yes,   Yes,        Role::ComplaintsAnswerer},
};
// clang-format on

Grant cell(const Row& row, Profession profession)
{
    switch (profession) {
    case Profession::Physician: return row.physician;
    case Profession::Nurse: return row.nurse;
    case Profession::PrescribingNurse: return row.prescriber;
    case Profession::Midwife: return row.midwife;
    case Profession::OtherLicensed: return row.otherLicensed;
    case Profession::Unlicensed: return row.unlicensed;
    }
    Q_UNREACHABLE();
}

} // namespace

Grant grantFor(Act act, const StaffMember& self)
{
    const auto row = std::ranges::find(rows, act, &Row::act);
    Q_ASSERT(row != std::ranges::end(rows));
    const bool hasRole = !row->needed || (self.roles & row->needed);
    return self.active && hasRole ? cell(*row, self.profession) : No;
}

} // namespace mottaget::care
