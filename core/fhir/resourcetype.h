// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <array>
#include <optional>

namespace mottaget::fhir {

//! The FHIR R4 types this client reads. One more costs a row here, a row in resourceTypes and a face.
enum class ResourceType : quint8 {
    Binary,
    Bundle,
    CapabilityStatement,
    CareTeam,
    Communication,
    Flag,
    HealthcareService,
    OperationOutcome,
    Organization,
    Patient,
    Practitioner,
    PractitionerRole,
    Provenance,
    Questionnaire,
    QuestionnaireResponse,
    RelatedPerson,
    Task,
};

struct ResourceTypeRow {
    ResourceType type;
    QByteArrayView name;
};

//! In the order of the enum.
inline constexpr std::array resourceTypes = {
    ResourceTypeRow {ResourceType::Binary, "Binary"},
    ResourceTypeRow {ResourceType::Bundle, "Bundle"},
    ResourceTypeRow {ResourceType::CapabilityStatement, "CapabilityStatement"},
    ResourceTypeRow {ResourceType::CareTeam, "CareTeam"},
    ResourceTypeRow {ResourceType::Communication, "Communication"},
    ResourceTypeRow {ResourceType::Flag, "Flag"},
    ResourceTypeRow {ResourceType::HealthcareService, "HealthcareService"},
    ResourceTypeRow {ResourceType::OperationOutcome, "OperationOutcome"},
    ResourceTypeRow {ResourceType::Organization, "Organization"},
    ResourceTypeRow {ResourceType::Patient, "Patient"},
    ResourceTypeRow {ResourceType::Practitioner, "Practitioner"},
    ResourceTypeRow {ResourceType::PractitionerRole, "PractitionerRole"},
    ResourceTypeRow {ResourceType::Provenance, "Provenance"},
    ResourceTypeRow {ResourceType::Questionnaire, "Questionnaire"},
    ResourceTypeRow {ResourceType::QuestionnaireResponse, "QuestionnaireResponse"},
    ResourceTypeRow {ResourceType::RelatedPerson, "RelatedPerson"},
    ResourceTypeRow {ResourceType::Task, "Task"},
};

[[nodiscard]] constexpr QByteArrayView nameOf(ResourceType type)
{
    return resourceTypes.at(size_t(type)).name;
}

[[nodiscard]] std::optional<ResourceType> resourceTypeNamed(QByteArrayView name);

//! Whether this may be a resource's id: R4 2.24.0.1, [A-Za-z0-9\-\.]{1,64}. What is not must never reach a URL.
[[nodiscard]] bool isId(QStringView text);

} // namespace mottaget::fhir
