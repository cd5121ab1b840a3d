// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/case.h"
#include "core/care/casetype.h"
#include "core/care/conflict.h"
#include "core/care/patient.h"
#include "core/care/staff.h"
#include "core/store/resourcetable.h"
#include "core/store/smalltables.h"
#include "core/sync/page.h"

#include <QByteArray>

#include <optional>

//! From the wire (docs/wire.md) to the domain. Pure; what can't be read gives nothing and never a guess.
namespace mottaget::sync {

//! The case a Task without partOf is: everything but form, parts and messages, which are resources of their own.
[[nodiscard]] std::optional<care::Case> caseOf(const QByteArray& body);
//! A renewal line from a Task with partOf.
[[nodiscard]] std::optional<care::RenewalLine> renewalLineOf(const QByteArray& body);
[[nodiscard]] std::optional<care::Message> messageOf(const QByteArray& body);
[[nodiscard]] QList<care::FormAnswer> formOf(const QByteArray& body);
[[nodiscard]] std::optional<care::Patient> patientOf(const QByteArray& patient);
//! What may lie on this device of it: of a person with protected identity nothing but id, mark, and whether they are dead (domain rule:
//! names, numbers and contact data of theirs are not kept offline). Everything else as it came.
[[nodiscard]] QByteArray asKept(const store::StoredResource& resource);
[[nodiscard]] std::optional<care::CaseType> caseTypeOf(const QByteArray& questionnaire);

//! The person of a role at a unit; `practitioner` may be empty when it is not here yet.
[[nodiscard]] std::optional<care::StaffMember> staffMemberOf(const QByteArray& practitionerRole, const QByteArray& practitioner);
//! The unit that a resource is tagged with (docs/wire.md, "Reading"); empty without one.
[[nodiscard]] QString unitTagOf(const QByteArray& resource);
//! HSA-id among an Organization's or PractitionerRole's identifiers, by any of its systems; empty without one.
[[nodiscard]] QString hsaIdOf(const QByteArray& resource);
[[nodiscard]] QString organizationNameOf(const QByteArray& organization);

//! What a directory resource tells of who and where we are.
struct ScopeFact {
    QString roleId;         //!< of a PractitionerRole
    QString organizationId; //!< of its organization, or of the Organization itself
    QString unitHsaId;      //!< of an Organization
};
[[nodiscard]] ScopeFact scopeFactOf(const store::StoredResource& resource);

//! What happened, from a receipt; nothing when it is no receipt of a case.
[[nodiscard]] std::optional<store::CaseEvent> eventOf(const store::StoredResource& resource);

//! The same as somebody's doing, with what it wrote; nothing when it is no receipt of a case.
[[nodiscard]] std::optional<care::Deed> deedOf(const QByteArray& body);
//! meta.lastUpdated, the server's clock; invalid without one.
[[nodiscard]] QDateTime updatedAt(const QByteArray& body);

//! Name of the fast vårdkontakt when this CareTeam is the patient's and names one; else empty.
[[nodiscard]] QString namedCareContactOf(const QByteArray& careTeam, const care::PatientId& patient);

//! Id of the practitioner that a role names; empty without one.
[[nodiscard]] QString practitionerIdOf(const QByteArray& practitionerRole);

} // namespace mottaget::sync
