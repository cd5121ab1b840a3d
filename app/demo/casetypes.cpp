// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/casetypes.h"

#include "app/demo/resources.h"

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

QString url(const CaseType& type)
{
    return fhir::own(u"Questionnaire/"_s + type.code);
}

QJsonObject clockExtension(const CaseType::Clock& clock)
{
    const QJsonArray parts {QJsonObject {{u"url"_s, u"kind"_s}, {u"valueCode"_s, clock.kind}},
        QJsonObject {{u"url"_s, u"amount"_s}, {u"valueInteger"_s, clock.amount}},
        QJsonObject {{u"url"_s, u"unit"_s}, {u"valueCode"_s, clock.unit}}};
    return {{u"url"_s, fhir::own(u"StructureDefinition/case-clock"_s)}, {u"extension"_s, parts}};
}

} // namespace

QString CaseType::canonical() const
{
    return url(*this) + u"|1.0"_s;
}

const std::vector<CaseType>& caseTypes()
{
    const QString text = u"text"_s;
    const QString line = u"string"_s;
    const QString yesNo = u"boolean"_s;
    const QString days = u"working-days"_s;
    static const std::vector<CaseType> types {
        {u"renewal"_s, u"Förnya recept"_s,
            {{u"medicines"_s, u"Vilka läkemedel vill du förnya?"_s, text},
                {u"changes"_s, u"Har något ändrats sedan du fick receptet?"_s, text},
                {u"side-effects"_s, u"Har du haft biverkningar?"_s, yesNo},
                {u"measured"_s, u"Har du mätt blodtryck, vikt eller annat hemma?"_s, text}},
            {{u"partial"_s, 2, days}, {u"final"_s, 5, days}}},
        {u"contact-me"_s, u"Kontakta mig"_s,
            {{u"reason"_s, u"Vad gäller det?"_s, text}, {u"whom"_s, u"Vem vill du ha kontakt med?"_s, line},
                {u"phone"_s, u"På vilket nummer når vi dig?"_s, line}, {u"times"_s, u"När kan vi nå dig?"_s, line}},
            {{u"partial"_s, 1, days}, {u"final"_s, 3, days}}},
        {u"change-booking"_s, u"Av- eller omboka tid"_s,
            {{u"booking"_s, u"Vilken tid gäller det?"_s, line}, {u"action"_s, u"Vill du avboka eller omboka?"_s, line},
                {u"reason"_s, u"Varför passar inte tiden?"_s, text}, {u"wish"_s, u"Vilka tider passar bättre?"_s, text}},
            {{u"final"_s, 2, days}}},
        {u"request-booking"_s, u"Beställ tid"_s,
            {{u"reason"_s, u"Varför vill du ha en tid?"_s, text}, {u"since"_s, u"Hur länge har du haft besvären?"_s, line},
                {u"whom"_s, u"Är det någon särskild du vill träffa?"_s, line}, {u"times"_s, u"Vilka tider passar dig?"_s, text},
                {u"interpreter"_s, u"Behöver du tolk?"_s, line}},
            {{u"partial"_s, 2, days}, {u"final"_s, 5, days}}},
        {u"advice"_s, u"Rådgivning"_s,
            {{u"question"_s, u"Vad vill du ha råd om?"_s, text}, {u"since"_s, u"Hur länge har du haft besvären?"_s, line},
                {u"tried"_s, u"Vad har du själv provat?"_s, text},
                {u"acute"_s, u"Har du läst att du ska ringa 112 eller 1177 vid akuta besvär?"_s, yesNo}},
            {{u"partial"_s, 8, u"hours"_s}, {u"final"_s, 2, days}}},
    };
    return types;
}

QJsonObject questionnaire(const CaseType& type)
{
    QJsonObject made = fhir::resource(u"Questionnaire"_s, u"form-"_s + type.code, true);
    made.insert(u"url"_s, url(type));
    made.insert(u"version"_s, u"1.0"_s);
    made.insert(u"title"_s, type.title);
    made.insert(u"status"_s, u"active"_s);
    made.insert(u"subjectType"_s, QJsonArray {u"Patient"_s});
    made.insert(u"code"_s, QJsonArray {fhir::coding(fhir::own(u"CodeSystem/case-type"_s), type.code)});
    QJsonArray clocks;
    for (const CaseType::Clock& clock : type.clocks)
        clocks.append(clockExtension(clock));
    made.insert(u"extension"_s, clocks);
    QJsonArray items;
    for (const Question& question : type.questions)
        items.append(QJsonObject {{u"linkId"_s, question.linkId}, {u"text"_s, question.text}, {u"type"_s, question.kind}});
    made.insert(u"item"_s, items);
    return made;
}

} // namespace mottaget::demo
