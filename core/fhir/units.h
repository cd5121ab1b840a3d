// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/resource.h"

namespace mottaget::fhir {

//! R4 8.5 Organization: a unit or what it belongs to.
class Organization final : public Face<Organization, ResourceType::Organization> {
public:
    using Face::Face;
    [[nodiscard]] bool isActive() const { return m_element["active"].boolean().value_or(true); }
    [[nodiscard]] List<Identifier> identifiers() const { return many<Identifier>("identifier"); }
    [[nodiscard]] List<CodeableConcept> types() const { return many<CodeableConcept>("type"); }
    [[nodiscard]] QString name() const { return textAt("name"); }
    [[nodiscard]] List<ContactPoint> telecoms() const { return many<ContactPoint>("telecom"); }
    [[nodiscard]] Reference partOf() const { return one<Reference>("partOf"); }
};

//! R4 8.7 HealthcareService: what a unit offers (utbud).
class HealthcareService final : public Face<HealthcareService, ResourceType::HealthcareService> {
public:
    using Face::Face;
    [[nodiscard]] bool isActive() const { return m_element["active"].boolean().value_or(true); }
    [[nodiscard]] List<Identifier> identifiers() const { return many<Identifier>("identifier"); }
    [[nodiscard]] Reference providedBy() const { return one<Reference>("providedBy"); }
    [[nodiscard]] List<CodeableConcept> categories() const { return many<CodeableConcept>("category"); }
    [[nodiscard]] List<CodeableConcept> types() const { return many<CodeableConcept>("type"); }
    [[nodiscard]] QString name() const { return textAt("name"); }
};

//! R4 8.4 PractitionerRole: a person in a commission (medarbetaruppdrag) at a unit.
class PractitionerRole final : public Face<PractitionerRole, ResourceType::PractitionerRole> {
public:
    using Face::Face;
    [[nodiscard]] bool isActive() const { return m_element["active"].boolean().value_or(true); }
    [[nodiscard]] List<Identifier> identifiers() const { return many<Identifier>("identifier"); }
    [[nodiscard]] Period period() const { return one<Period>("period"); }
    [[nodiscard]] Reference practitioner() const { return one<Reference>("practitioner"); }
    [[nodiscard]] Reference organization() const { return one<Reference>("organization"); }
    [[nodiscard]] List<CodeableConcept> codes() const { return many<CodeableConcept>("code"); }
    [[nodiscard]] List<CodeableConcept> specialties() const { return many<CodeableConcept>("specialty"); }
    [[nodiscard]] List<Reference> healthcareServices() const { return many<Reference>("healthcareService"); }
};

//! CareTeam.participant.
class Participant final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] List<CodeableConcept> roles() const { return List<CodeableConcept>(m_element["role"]); }
    [[nodiscard]] Reference member() const { return Reference(m_element["member"]); }
    [[nodiscard]] Reference onBehalfOf() const { return Reference(m_element["onBehalfOf"]); }
    [[nodiscard]] Period period() const { return Period(m_element["period"]); }
};

//! R4 9.5 CareTeam: who is fast vårdkontakt and the like for one patient.
class CareTeam final : public Face<CareTeam, ResourceType::CareTeam> {
public:
    using Face::Face;
    [[nodiscard]] QString status() const { return textAt("status"); }
    [[nodiscard]] QString name() const { return textAt("name"); }
    [[nodiscard]] List<CodeableConcept> categories() const { return many<CodeableConcept>("category"); }
    [[nodiscard]] Reference subject() const { return one<Reference>("subject"); }
    [[nodiscard]] Period period() const { return one<Period>("period"); }
    [[nodiscard]] List<Participant> participants() const { return many<Participant>("participant"); }
    [[nodiscard]] List<Reference> managingOrganizations() const { return many<Reference>("managingOrganization"); }
};

//! R4 9.10 Flag: something to know before acting.
class Flag final : public Face<Flag, ResourceType::Flag> {
public:
    using Face::Face;
    [[nodiscard]] QString status() const { return textAt("status"); }
    [[nodiscard]] List<CodeableConcept> categories() const { return many<CodeableConcept>("category"); }
    [[nodiscard]] CodeableConcept code() const { return one<CodeableConcept>("code"); }
    [[nodiscard]] Reference subject() const { return one<Reference>("subject"); }
    [[nodiscard]] Period period() const { return one<Period>("period"); }
    [[nodiscard]] Reference author() const { return one<Reference>("author"); }
};

} // namespace mottaget::fhir
