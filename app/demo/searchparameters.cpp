// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/searchparameters.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

enum class Kind { Token, Reference, Uri };

struct Parameter {
    const char* type; // "*" for every type
    const char* name;
    QLatin1StringView element;
    Kind kind;
};

const Parameter parameters[] = {
    {"*", "identifier", "identifier"_L1, Kind::Token},
    {"Task", "status", "status"_L1, Kind::Token},
    {"Task", "business-status", "businessStatus"_L1, Kind::Token},
    {"Task", "code", "code"_L1, Kind::Token},
    {"Task", "owner", "owner"_L1, Kind::Reference},
    {"Task", "requester", "requester"_L1, Kind::Reference},
    {"Task", "patient", "for"_L1, Kind::Reference},
    {"Task", "subject", "for"_L1, Kind::Reference},
    {"Task", "for", "for"_L1, Kind::Reference},
    {"Task", "based-on", "basedOn"_L1, Kind::Reference},
    {"Task", "part-of", "partOf"_L1, Kind::Reference},
    {"Task", "group-identifier", "groupIdentifier"_L1, Kind::Token},
    {"Communication", "status", "status"_L1, Kind::Token},
    {"Communication", "category", "category"_L1, Kind::Token},
    {"Communication", "based-on", "basedOn"_L1, Kind::Reference},
    {"Communication", "patient", "subject"_L1, Kind::Reference},
    {"Communication", "subject", "subject"_L1, Kind::Reference},
    {"Communication", "sender", "sender"_L1, Kind::Reference},
    {"QuestionnaireResponse", "status", "status"_L1, Kind::Token},
    {"QuestionnaireResponse", "based-on", "basedOn"_L1, Kind::Reference},
    {"QuestionnaireResponse", "patient", "subject"_L1, Kind::Reference},
    {"QuestionnaireResponse", "subject", "subject"_L1, Kind::Reference},
    {"QuestionnaireResponse", "questionnaire", "questionnaire"_L1, Kind::Uri},
    {"Questionnaire", "status", "status"_L1, Kind::Token},
    {"Questionnaire", "code", "code"_L1, Kind::Token},
    {"Questionnaire", "url", "url"_L1, Kind::Uri},
    {"Organization", "partof", "partOf"_L1, Kind::Reference},
    {"PractitionerRole", "organization", "organization"_L1, Kind::Reference},
    {"PractitionerRole", "practitioner", "practitioner"_L1, Kind::Reference},
    {"PractitionerRole", "active", "active"_L1, Kind::Token},
    {"HealthcareService", "organization", "providedBy"_L1, Kind::Reference},
    {"Flag", "status", "status"_L1, Kind::Token},
    {"Flag", "code", "code"_L1, Kind::Token},
    {"Flag", "patient", "subject"_L1, Kind::Reference},
    {"Flag", "subject", "subject"_L1, Kind::Reference},
    {"CareTeam", "status", "status"_L1, Kind::Token},
    {"CareTeam", "patient", "subject"_L1, Kind::Reference},
    {"CareTeam", "subject", "subject"_L1, Kind::Reference},
    {"RelatedPerson", "patient", "patient"_L1, Kind::Reference},
    {"Appointment", "status", "status"_L1, Kind::Token},
    {"MedicationRequest", "status", "status"_L1, Kind::Token},
    {"MedicationRequest", "patient", "subject"_L1, Kind::Reference},
    {"MedicationRequest", "subject", "subject"_L1, Kind::Reference},
    {"Basic", "code", "code"_L1, Kind::Token},
    {"Basic", "subject", "subject"_L1, Kind::Reference},
    {"Provenance", "target", "target"_L1, Kind::Reference},
};

bool fits(const Parameter& parameter, QByteArrayView type)
{
    return parameter.type[0] == '*' || type == QByteArrayView(parameter.type);
}

void addTokens(QList<QByteArray>& texts, const QByteArray& name, const QJsonValue& value)
{
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            addTokens(texts, name, item);
    } else if (value.isString()) {
        texts.append(name + '=' + value.toString().toUtf8());
    } else if (value.isBool()) {
        texts.append(name + (value.toBool() ? "=true" : "=false"));
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (object.contains("coding"_L1)) {
            addTokens(texts, name, object.value("coding"_L1));
            return;
        }
        const QJsonValue code = object.contains("code"_L1) ? object.value("code"_L1) : object.value("value"_L1);
        const QByteArray plain = code.toString().toUtf8();
        texts.append(name + '=' + plain);
        texts.append(name + '=' + object.value("system"_L1).toString().toUtf8() + '|' + plain);
    }
}

void addReferences(QList<QByteArray>& texts, const QByteArray& name, const QJsonValue& value)
{
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            addReferences(texts, name, item);
        return;
    }
    const QByteArray reference = value.toObject().value("reference"_L1).toString().toUtf8();
    if (reference.isEmpty())
        return;
    texts.append(name + '=' + reference);
    texts.append(name + '=' + reference.mid(reference.lastIndexOf('/') + 1));
}

} // namespace

bool isSearchable(QByteArrayView type, QByteArrayView parameter)
{
    if (parameter.endsWith(":missing"))
        parameter.chop(8);
    if (parameter == "_id" || parameter == "_tag" || parameter == "_security" || parameter == "_lastUpdated")
        return true;
    for (const Parameter& known : parameters) {
        if (fits(known, type) && parameter == QByteArrayView(known.name))
            return true;
    }
    return false;
}

QList<QByteArray> searchTexts(const QByteArray& type, const QJsonObject& resource)
{
    QList<QByteArray> texts;
    const QJsonObject meta = resource.value("meta"_L1).toObject();
    addTokens(texts, "_tag", meta.value("tag"_L1));
    addTokens(texts, "_security", meta.value("security"_L1));
    for (const Parameter& parameter : parameters) {
        if (!fits(parameter, type))
            continue;
        const QByteArray name = parameter.name;
        const QJsonValue value = resource.value(parameter.element);
        texts.append(name + (value.isUndefined() ? ":missing=true" : ":missing=false"));
        switch (parameter.kind) {
        case Kind::Token: addTokens(texts, name, value); break;
        case Kind::Reference: addReferences(texts, name, value); break;
        case Kind::Uri: texts.append(name + '=' + value.toString().toUtf8()); break;
        }
    }
    return texts;
}

QByteArray authoredParameter(const QByteArray& type)
{
    static const QHash<QByteArray, QByteArray> names {
        {"Task", "authored-on"}, {"QuestionnaireResponse", "authored"}, {"Communication", "sent"}, {"Provenance", "recorded"}};
    return names.value(type);
}

QByteArray authoredText(const QJsonObject& resource)
{
    for (const QLatin1StringView element : {"authoredOn"_L1, "authored"_L1, "sent"_L1, "recorded"_L1}) {
        const QString text = resource.value(element).toString();
        if (!text.isEmpty())
            return text.toLatin1();
    }
    return {};
}

} // namespace mottaget::demo
