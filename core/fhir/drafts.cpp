// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/drafts.h"

#include "core/fhir/resourcetype.h"

namespace mottaget::fhir {

using namespace Qt::StringLiterals;

namespace {

template <typename Draft>
[[nodiscard]] Json arrayOf(const QList<Draft>& drafts)
{
    Json array = Json::array();
    for (const Draft& draft : drafts)
        array = array.plus(draft.json());
    return array;
}

[[nodiscard]] Json resourceJson(ResourceType type, const QString& id, const QList<CodingDraft>& tags)
{
    return Json::object()
        .with("resourceType", QString::fromLatin1(nameOf(type)))
        .withUnlessEmpty("id", id)
        .withUnlessEmpty("meta", metaJson(tags));
}

} // namespace

Json CodingDraft::json() const
{
    return Json::object().withUnlessEmpty("system", system).withUnlessEmpty("code", code).withUnlessEmpty("display", display);
}

Json CodingDraft::conceptJson(QStringView text) const
{
    const Json coding = json();
    return Json::object().withUnlessEmpty("coding", coding.isEmpty() ? Json::array() : Json::array({coding})).withUnlessEmpty("text", text);
}

Json ReferenceDraft::json() const
{
    return Json::object().withUnlessEmpty("reference", reference).withUnlessEmpty("display", display);
}

Json metaJson(const QList<CodingDraft>& tags)
{
    return Json::object().withUnlessEmpty("tag", arrayOf(tags));
}

Json extensionJson(QStringView url, QByteArrayView valueKey, const Json& value)
{
    return Json::object().with("url", url).with(valueKey, value);
}

Json annotationJson(const ReferenceDraft& author, const QDateTime& time, QStringView text)
{
    return Json::object().withUnlessEmpty("authorReference", author.json()).with("time", Json::instant(time)).with("text", text);
}

Json identifierJson(QStringView system, QStringView value)
{
    return Json::object().withUnlessEmpty("system", system).with("value", value);
}

Json taskParameterJson(const CodingDraft& type, QByteArrayView valueKey, const Json& value)
{
    return Json::object().with("type", type.conceptJson()).with(valueKey, value);
}

Json CommunicationDraft::json() const
{
    const Json kind = category.conceptJson();
    Json json = resourceJson(ResourceType::Communication, id, tags)
                    .withUnlessEmpty("basedOn", arrayOf(basedOn))
                    .withUnlessEmpty("inResponseTo", arrayOf(inResponseTo))
                    .withUnlessEmpty("status", status)
                    .withUnlessEmpty("category", kind.isEmpty() ? Json::array() : Json::array({kind}))
                    .withUnlessEmpty("subject", subject.json());
    if (sent.isValid())
        json = json.with("sent", Json::instant(sent));
    json = json.withUnlessEmpty("recipient", arrayOf(recipients)).withUnlessEmpty("sender", sender.json());
    if (!text.isEmpty())
        json = json.with("payload", Json::array({Json::object().with("contentString", text)}));
    return json;
}

Json ProvenanceDraft::json() const
{
    Json extension = Json::array();
    for (const Json& each : extensions)
        extension = extension.plus(each);
    const Json who = Json::object().withUnlessEmpty("who", agent.json()).withUnlessEmpty("onBehalfOf", onBehalfOf.json());
    return resourceJson(ResourceType::Provenance, id, tags)
        .withUnlessEmpty("extension", extension)
        .withUnlessEmpty("target", arrayOf(targets))
        .with("recorded", Json::instant(recorded))
        .withUnlessEmpty("activity", activity.conceptJson())
        .with("agent", Json::array({who}));
}

} // namespace mottaget::fhir
