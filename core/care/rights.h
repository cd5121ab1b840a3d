// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/staff.h"

namespace mottaget::care {

//! What the permission matrix speaks of beside the verbs on cases (core/care/permission.h). One row each.
enum class Act {
    SeeInbox,              //!< the unit's inbox, and distributing
    AnswerMedically,       //!< an answer with medical content
    CollectRenewalFacts,   //!< receptförnyelse: facts
    ProposeRenewal,        //!< receptförnyelse: bereda
    DecideRenewal,         //!< receptförnyelse: besluta, signera
    SeeMedicationList,     //!< NLL
    EmergencyMedicationList, //!< NLL, blocked data included
    SeeNarcoticsExist,     //!< that there are narcotics of the last 24 months, blocked or not
    Book,                  //!< book, rebook, cancel
    CancelSummons,         //!< the resident's summons to a medical follow-up
    LiftBlock,             //!< nödöppning
    HandleProtected,       //!< a person with protected identity
    ReadAccessLog,         //!< loggkontroll
    RegisterComplaint,
    AnswerComplaint,       //!< synpunkter och klagomål
};

//! How an act may be done.
enum class Grant {
    No,
    Yes,
    WithConsent,       //!< of the patient
    WithinPrescribing, //!< only drugs and indications of the nurse's prescribing right (HSLF-FS 2018:43)
    AfterOrder,        //!< of licensed staff
};

//! The same rule for the window, the journal and what is sent. Roles come from the region for this commission; profession alone gives
//! neither protected identities nor emergency access.
[[nodiscard]] Grant grantFor(Act act, const StaffMember& self);
[[nodiscard]] inline bool mayAtAll(Act act, const StaffMember& self)
{
    return grantFor(act, self) != Grant::No;
}

} // namespace mottaget::care
