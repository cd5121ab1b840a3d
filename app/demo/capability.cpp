// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/interactions.h"

#include "app/demo/rawjson.h"

namespace mottaget::demo {

const QList<QByteArray>& resourceTypes()
{
    static const QList<QByteArray> types {"Appointment", "AuditEvent", "Basic", "Binary", "CareTeam", "Communication", "Flag",
        "HealthcareService", "MedicationRequest", "Organization", "Patient", "Practitioner", "PractitionerRole", "Provenance",
        "Questionnaire", "QuestionnaireResponse", "RelatedPerson", "Schedule", "Slot", "Task"};
    return types;
}

QByteArray capabilityStatement(const QByteArray& base)
{
    QByteArray resources;
    for (const QByteArray& type : resourceTypes()) {
        resources += (resources.isEmpty() ? "{\"type\":\"" : ",{\"type\":\"") + type
            + R"(","interaction":[{"code":"read"},{"code":"vread"},{"code":"update"},{"code":"delete"},{"code":"create"},)"
            + R"({"code":"search-type"},{"code":"history-instance"},{"code":"history-type"}],"versioning":"versioned-update",)"
            + R"("readHistory":true,"updateCreate":true,"conditionalCreate":true})";
    }
    return R"({"resourceType":"CapabilityStatement","status":"active","date":"2026-11-23","kind":"instance",)"
           R"("software":{"name":"mottaget-demo-region"},"implementation":{"description":"Demo region, fictional data","url":)"
        + rawjson::quoted(base) + R"(},"fhirVersion":"4.0.1","format":["application/fhir+json"],"rest":[{"mode":"server","resource":[)"
        + resources + R"(],"interaction":[{"code":"transaction"},{"code":"batch"},{"code":"history-system"}]}]})";
}

} // namespace mottaget::demo
