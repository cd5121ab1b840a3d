// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/auditevent.h"

#include "core/fhir/drafts.h"
#include "core/sync/wire.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

using fhir::Json;

constexpr char actionOf[][2][10] = {
    {"L\xe4sa", "R"}, {"Skriva", "U"}, {"Signera", "E"}, {"Utskrift", "R"}, {"Vidimera", "E"}, {"Radera", "D"}};

//! AuditEvent.action; emergency access is a reading.
QString action(const QString& activity)
{
    for (const auto& [name, code] : actionOf) {
        if (activity == QLatin1StringView(name))
            return QString::fromLatin1(code);
    }
    return u"R"_s;
}

Json hsaReference(const QString& hsaId, const QString& display)
{
    return Json::object()
        .withUnlessEmpty("identifier", hsaId.isEmpty() ? Json::object() : fhir::identifierJson(QString::fromLatin1(wire::hsaId), hsaId))
        .withUnlessEmpty("display", display);
}

Json detail(const char* type, const QString& value)
{
    return value.isEmpty() ? Json::object() : Json::object().with("type", QString::fromLatin1(type)).with("valueString", value);
}

Json agentOf(const store::LogEntry& entry)
{
    const Json purpose = entry.purpose.isEmpty() ? Json::array() : Json::array({Json::object().with("text", entry.purpose)});
    return Json::object()
        .withUnlessEmpty("role", entry.title.isEmpty() ? Json::array() : Json::array({Json::object().with("text", entry.title)}))
        .with("who", hsaReference(entry.commission, entry.userName))
        .withUnlessEmpty("altId", entry.user)
        .with("requestor", Json::boolean(true))
        .withUnlessEmpty("purposeOfUse", purpose);
}

Json entitiesOf(const store::LogEntry& entry)
{
    Json entities = Json::array();
    for (const QString& patient : entry.patients)
        entities = entities.plus(Json::object()
                                     .with("what", fhir::ReferenceDraft {u"Patient/"_s + patient, {}}.json())
                                     .withUnlessEmpty("name", entry.resourceType));
    Json details = Json::array();
    for (const Json& one :
        {detail("level", entry.level), detail("args", entry.args), detail("unit", entry.unit), detail("unitName", entry.unitName),
            detail("provider", entry.provider), detail("offline", entry.offline ? u"true"_s : QString())}) {
        if (!one.isEmpty())
            details = details.plus(one);
    }
    if (details.isEmpty())
        return entities;
    return entities.plus(Json::object().with("name", entry.resourceType.isEmpty() ? u"-"_s : entry.resourceType).with("detail", details));
}

} // namespace

QByteArray auditEventOf(const store::LogEntry& entry)
{
    const QString eventType = u"http://dicom.nema.org/resources/ontology/DCM"_s;
    return Json::object()
        .with("resourceType", u"AuditEvent"_s)
        .with("id", entry.id)
        .withUnlessEmpty(
            "meta", entry.unit.isEmpty() ? Json::object() : fhir::metaJson({{QString::fromLatin1(wire::unit), entry.unit, {}}}))
        .with("type", fhir::CodingDraft {eventType, u"110110"_s, u"Patient Record"_s}.json())
        .with("subtype", Json::array({fhir::CodingDraft {QString::fromLatin1(wire::activity), entry.activity, {}}.json()}))
        .with("action", action(entry.activity))
        .with("recorded", Json::instant(entry.at))
        .with("outcome", u"0"_s)
        .with("agent", Json::array({agentOf(entry)}))
        .with("source", Json::object().with("observer", hsaReference(entry.unit, u"Mottaget"_s)))
        .withUnlessEmpty("entity", entitiesOf(entry))
        .bytes();
}

} // namespace mottaget::sync
