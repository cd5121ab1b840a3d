// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/answering.h"

#include "app/demo/rawjson.h"
#include "app/demo/resources.h"
#include "app/demo/texts.h"
#include "core/base/id.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

QJsonObject valuesOf(const Record& record)
{
    return QJsonDocument::fromJson(record.current().json).object();
}

QString kindOf(const QJsonObject& message)
{
    return message["category"_L1][0]["coding"_L1][0]["code"_L1].toString();
}

// Staff may ask in the words that the demo's own cases use; then the answer is known. Anything else gets one that fits any question.
QString answerTo(const QString& question, const QString& caseType, const QString& id)
{
    static const char* const whatever[] = {
        "Hej! Det är ungefär som jag skrev från början, det har inte ändrat sig sedan dess.",
        "Hej! Det är lite svårt att förklara i text. Kan någon ringa mig i eftermiddag? Jag har telefonen med mig.",
        "Hej! Jag vet inte säkert, men jag frågar hemma i kväll och hör av mig om det är något ni behöver veta.",
        "Hej! Tack för att ni frågar. Det finns antecknat från förra besöket, och det stämmer fortfarande.",
        "Hej! Jag har haft det så här förut, och då stod det i min journal. Säg till om ni vill att jag beskriver det igen.",
    };
    for (const Exchange& exchange : exchanges(caseType)) {
        if (question.startsWith(QString::fromUtf8(exchange.question)))
            return QString::fromUtf8(exchange.answer);
    }
    return QString::fromUtf8(whatever[static_cast<std::size_t>(id.front().unicode()) % std::size(whatever)]);
}

QJsonObject answerMessage(const QJsonObject& question, const QString& id, const QString& text, qint64 now)
{
    QJsonObject made = fhir::resource(u"Communication"_s, id, true);
    made.insert(u"basedOn"_s, question["basedOn"_L1]);
    made.insert(u"category"_s, QJsonArray {fhir::codeable(fhir::own(u"CodeSystem/message-kind"_s), u"resident"_s)});
    made.insert(u"status"_s, u"completed"_s);
    made.insert(u"subject"_s, question["subject"_L1]);
    made.insert(u"sender"_s, question["recipient"_L1][0]);
    made.insert(u"recipient"_s, QJsonArray {fhir::reference(fhir::unitReference, fhir::unitName())});
    made.insert(u"sent"_s, fhir::instant(now));
    made.insert(u"payload"_s, QJsonArray {QJsonObject {{u"contentString"_s, text}}});
    return made;
}

} // namespace

bool isFromResident(const Record& message)
{
    return kindOf(valuesOf(message)) == "resident"_L1;
}

std::vector<Write> residentAnswer(const ResourceStore& store, const Record& question, qint64 now)
{
    const QJsonObject asked = valuesOf(question);
    const QByteArray caseId = asked["basedOn"_L1][0]["reference"_L1].toString().section(u'/', 1).toUtf8();
    const auto place = store.find("Task", caseId);
    const QString id = namedUuid(u"demo/answer/"_s + QString::fromUtf8(question.id));
    if (kindOf(asked) != "question"_L1 || !place || store.at(*place).current().deleted || store.find("Communication", id.toUtf8()))
        return {};
    const Record& waiting = store.at(*place);
    const QJsonObject task = valuesOf(waiting);
    if (task["businessStatus"_L1]["coding"_L1][0]["code"_L1].toString() != "waiting-resident"_L1)
        return {};
    const QString caseType = task["code"_L1]["coding"_L1][0]["code"_L1].toString();
    const QString text = answerTo(asked["payload"_L1][0]["contentString"_L1].toString(), caseType, id);
    QByteArray json = rawjson::without(waiting.current().json, "businessStatus");
    json = rawjson::with(json, "status", "\"in-progress\"");
    json = rawjson::with(json, "lastModified", rawjson::quoted(instantText(now)));
    return {fhir::write(answerMessage(asked, id, text, now)), {"Task", caseId, json, QJsonDocument::fromJson(json).object(), false}};
}

} // namespace mottaget::demo
