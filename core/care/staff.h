// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"

#include <QFlags>
#include <QString>

namespace mottaget::care {

//! Roles of the clinic's 1177 work, set per unit by the backend and never edited here (domain.md 2.3 of the field's practice).
enum class Role {
    CaseReceiver = 1, //!< ärendemottagare: sees all cases of the unit and distributes
    CaseHandler = 2,  //!< ärendehanterare: answers and redistributes own cases
    LocalAdmin = 4,   //!< lokal administratör
    LogReviewer = 8,  //!< granskare
    ProtectedReader = 16, //!< may see persons with protected identity; a permission of its own, never by profession
    BlockLifter = 32, //!< behörig befattningshavare (PDL 4 kap. 5 §)
    ComplaintsAnswerer = 64, //!< verksamhetschef or delegate
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

//! What a person's profession means for the permission matrix. Unlicensed covers medical secretaries and reception.
enum class Profession { Physician, Nurse, PrescribingNurse, Midwife, OtherLicensed, Unlicensed };

//! Licensed professions by PSL 4 kap. 1 §.
[[nodiscard]] constexpr bool isLicensed(Profession profession)
{
    return profession != Profession::Unlicensed;
}

//! A person of the unit as others see them: who can own a case.
struct StaffMember {
    StaffRoleId role;
    QString hsaId; //!< of the person
    QString name;
    QString title;
    Roles roles;
    Profession profession = Profession::Unlicensed;
    bool active = true;

    friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

//! Who acts: a person in one commission (medarbetaruppdrag) at one unit. Rights are judged for this, never for a login name.
struct Actor {
    StaffMember self;
    QString commissionHsaId;
    QString commissionName;
    QString purpose; //!< HSA purpose, "Vård och behandling"
    QString unitHsaId;
    OrganizationId unit;
    QString unitName;
    QString providerName;

    friend bool operator==(const Actor&, const Actor&) = default;
};

} // namespace mottaget::care
