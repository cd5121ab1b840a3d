// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/resource.h"

namespace mottaget::fhir {

//! What the three resources about persons share.
template <typename Self, ResourceType Type>
class PersonFace : public Face<Self, Type> {
public:
    using Face<Self, Type>::Face;
    //! Absent is true for a reader of R4, which gives `active` no default but says it is assumed.
    [[nodiscard]] bool isActive() const { return this->m_element["active"].boolean().value_or(true); }
    [[nodiscard]] List<Identifier> identifiers() const { return List<Identifier>(this->m_element["identifier"]); }
    [[nodiscard]] List<HumanName> names() const { return List<HumanName>(this->m_element["name"]); }
    [[nodiscard]] List<ContactPoint> telecoms() const { return List<ContactPoint>(this->m_element["telecom"]); }
    [[nodiscard]] List<Address> addresses() const { return List<Address>(this->m_element["address"]); }
    [[nodiscard]] QString gender() const { return this->textAt("gender"); }
    [[nodiscard]] std::optional<Moment> birthDate() const { return this->momentAt("birthDate"); }
};

//! R4 8.1 Patient.
class Patient final : public PersonFace<Patient, ResourceType::Patient> {
public:
    using PersonFace::PersonFace;
    //! deceasedBoolean or deceasedDateTime; key() says which.
    [[nodiscard]] Element deceased() const { return m_element.choice("deceased"); }
    [[nodiscard]] Element communications() const { return m_element["communication"]; }
    [[nodiscard]] List<Reference> generalPractitioners() const { return many<Reference>("generalPractitioner"); }
    [[nodiscard]] Reference managingOrganization() const { return one<Reference>("managingOrganization"); }
};

//! R4 8.4 Practitioner: the person, whatever the commission.
class Practitioner final : public PersonFace<Practitioner, ResourceType::Practitioner> {
public:
    using PersonFace::PersonFace;
};

//! R4 8.3 RelatedPerson: a guardian or next of kin of one patient.
class RelatedPerson final : public PersonFace<RelatedPerson, ResourceType::RelatedPerson> {
public:
    using PersonFace::PersonFace;
    [[nodiscard]] Reference patient() const { return one<Reference>("patient"); }
    [[nodiscard]] List<CodeableConcept> relationships() const { return many<CodeableConcept>("relationship"); }
    [[nodiscard]] Period period() const { return one<Period>("period"); }
};

} // namespace mottaget::fhir
