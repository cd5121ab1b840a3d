// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/bundle.h"
#include "core/fhir/communication.h"
#include "core/fhir/people.h"
#include "core/fhir/provenance.h"
#include "core/fhir/questionnaire.h"
#include "core/fhir/serveranswers.h"
#include "core/fhir/task.h"
#include "core/fhir/units.h"

#include "fhirfixture.h"

#include <QTest>

using namespace mottaget::fhir;
using namespace Qt::StringLiterals;
using fixture::show;

namespace {

//! The lines of an item tree: depth, linkId, text, answers.
void describe(const List<ResponseItem>& items, const QString& indent, QStringList& lines)
{
    for (const ResponseItem item : items) {
        QStringList answers;
        for (const Answer answer : item.answers())
            answers << answer.valueText();
        lines << indent + item.linkId() + u' ' + item.text() + u" = "_s + answers.join(u';');
        describe(item.items(), indent + u'>', lines);
        for (const Answer answer : item.answers())
            describe(answer.items(), indent + u'>', lines);
    }
}

} // namespace

class TestFaces final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void task()
    {
        const Task task = example<Task>(u"task-example1.json"_s);
        QCOMPARE(task.id(), u"example1"_s);
        QCOMPARE(task.status(), u"in-progress"_s);
        QCOMPARE(task.businessStatus().text(), u"waiting for specimen"_s);
        QCOMPARE(task.intent(), u"order"_s);
        QCOMPARE(task.priority(), u"routine"_s);
        QCOMPARE(task.code().text(), u"Lipid Panel"_s);
        QVERIFY(task.code().codings().isEmpty());
        QCOMPARE(task.identifiers().size(), qsizetype(1));
        QCOMPARE(task.identifiers().first().value(), u"20170201-001"_s);
        QCOMPARE(task.groupIdentifier().value(), u"G20170201-001"_s);
        QCOMPARE(task.basedOn().first().display(), u"General Wellness Careplan"_s);
        QCOMPARE(task.focus().target(), (Target {u"ServiceRequest"_s, u"lipid"_s}));
        QCOMPARE(task.forWhom().idOf(u"Patient"), u"example"_s);
        QCOMPARE(task.forWhom().idOf(u"Organization"), QString());
        QCOMPARE(task.requester().display(), u"Dr Adam Careful"_s);
        QCOMPARE(task.owner().idOf(u"Organization"), u"1832473e-2fe0-452d-abe9-3cdb9879522f"_s);
        QCOMPARE(show(task.authoredOn()), QByteArray("2016-10-30T22:25:05.000Z second"));
        QCOMPARE(show(task.lastModified()), QByteArray("2016-10-30T23:45:05.000Z second"));
        QCOMPARE(show(task.restrictionPeriod().end()), QByteArray("2016-11-01T23:45:05.000Z second"));
        QCOMPARE(task.notes().size(), qsizetype(1));
        QVERIFY(task.notes().first().text().startsWith(u"This is an example"_s));
        QVERIFY(task.inputs().isEmpty() && task.outputs().isEmpty() && task.partOf().isEmpty());
        QCOMPARE(task.meta().tagIn("http://terminology.hl7.org/CodeSystem/v3-ActReason"), u"HTEST"_s);
        QCOMPARE(task.meta().tagIn("other"), QString());
    }

    void caseOfTheWire()
    {
        const Task task = face<Task>(R"({"resourceType":"Task","meta":{"versionId":"7","lastUpdated":"2026-11-23T09:41:07.120Z"},
            "extension":[{"url":"B/other","valueString":"x"},{"url":"B/opened","valueDateTime":"2026-11-23T10:00:00+01:00"}],
            "partOf":[{"reference":"Task/whole"}],"statusReason":{"coding":[{"system":"S","code":"wrong-unit"}]},
            "note":[{"authorReference":{"reference":"PractitionerRole/r","display":"Nils"},"time":"2026-11-23T09:00:00Z","text":"Hej"}],
            "input":[{"type":{"coding":[{"system":"I","code":"line-number"}]},"valueInteger":2},
                     {"type":{"coding":[{"system":"I","code":"strength"}]},"valueString":"0,10 mg"}],
            "output":[{"type":{"coding":[{"system":"O","code":"journal"}]},"valueCode":"na"}]})");
        QCOMPARE(task.meta().versionId(), u"7"_s);
        QCOMPARE(show(task.meta().lastUpdated()), QByteArray("2026-11-23T09:41:07.120Z millisecond"));
        QCOMPARE(show(task.extension("B/opened").momentValue()), QByteArray("2026-11-23T09:00:00.000Z second"));
        QCOMPARE(task.extension("B/other").value().text(), u"x"_s);
        QVERIFY(!task.extension("B/none").isPresent());
        QCOMPARE(extensionsOf(task.element(), "B/opened").size(), qsizetype(1));
        QCOMPARE(task.partOf().first().idOf(u"Task"), u"whole"_s);
        QCOMPARE(task.statusReason().codeIn("S"), u"wrong-unit"_s);
        QVERIFY(task.statusReason().codings().first().is("S", "wrong-unit"));
        QCOMPARE(task.notes().first().author().display(), u"Nils"_s);
        QCOMPARE(show(task.notes().first().time()), QByteArray("2026-11-23T09:00:00.000Z second"));
        QStringList inputs;
        for (const TaskParameter input : task.inputs())
            inputs << input.type().codeIn("I") + u'=' + QString::fromUtf8(input.value().key() + ' ' + input.value().source().toByteArray());
        QCOMPARE(inputs, (QStringList {u"line-number=valueInteger 2"_s, u"strength=valueString \"0,10 mg\""_s}));
        QCOMPARE(task.outputs().first().value().text(), u"na"_s);
    }

    void communication()
    {
        const auto message = example<Communication>(u"communication-example-fm-solicited-attachment.json"_s);
        QCOMPARE(message.status(), u"completed"_s);
        QCOMPARE(message.basedOn().first().reference(), u"#request"_s);
        QCOMPARE(message.basedOn().first().target(), Target());
        QCOMPARE(message.categories().first().codeIn("http://acme.org/messagetypes"), u"SolicitedAttachment"_s);
        QCOMPARE(message.subject().idOf(u"Patient"), u"1"_s);
        QCOMPARE(message.sender().reference(), u"#provider"_s);
        QCOMPARE(message.recipients().size(), qsizetype(1));
        QCOMPARE(show(message.sent()), QByteArray("2016-06-13T02:01:10.000Z second"));
        QCOMPARE(show(message.received()), QByteArray("none"));
        QStringList attachments;
        for (const Payload payload : message.payloads())
            attachments << payload.contentAttachment().title() + u'|' + payload.contentAttachment().url() + u'|'
                    + QString::number(payload.contentAttachment().size().value_or(-1)) + u'|' + payload.contentString();
        QCOMPARE(attachments, (QStringList {u"accident notes 20100201.pdf||-1|"_s, u"|http://happyvalley.com/docs/AB12345|104274|"_s}));
    }

    void patient()
    {
        const auto patient = example<Patient>(u"patient-example.json"_s);
        QVERIFY(patient.isActive());
        QStringList names;
        for (const HumanName name : patient.names())
            names << name.use() + u": "_s + name.full();
        QCOMPARE(names, (QStringList {u"official: Peter James Chalmers"_s, u"usual: Jim"_s, u"maiden: Peter James Windsor"_s}));
        QCOMPARE(patient.identifiers().first().system(), u"urn:oid:1.2.36.146.595.217.0.1"_s);
        QCOMPARE(patient.identifiers().first().type().codeIn("http://terminology.hl7.org/CodeSystem/v2-0203"), u"MR"_s);
        QCOMPARE(patient.telecoms().size(), qsizetype(4));
        QCOMPARE(show(patient.birthDate()), QByteArray("1974-12-25T00:00:00.000Z day"));
        const Extension birthTime =
            extensionOf(patient.element()["_birthDate"], "http://hl7.org/fhir/StructureDefinition/patient-birthTime");
        QCOMPARE(show(birthTime.momentValue()), QByteArray("1974-12-25T19:35:45.000Z second"));
        QCOMPARE(patient.deceased().key(), QByteArray("deceasedBoolean"));
        QCOMPARE(patient.addresses().first().lines(), QStringList {u"534 Erewhon St"_s});
        QCOMPARE(patient.element()["contact"].at(0)["name"]["family"].text(), u"du Marché"_s);
        QCOMPARE(patient.managingOrganization().idOf(u"Organization"), u"1"_s);
        QVERIFY(patient.meta().security().isEmpty());
    }

    void staffAndUnits()
    {
        const auto role = example<PractitionerRole>(u"practitionerrole-example.json"_s);
        QCOMPARE(role.practitioner().idOf(u"Practitioner"), u"example"_s);
        QCOMPARE(role.organization().idOf(u"Organization"), u"f001"_s);
        QCOMPARE(role.codes().first().codeIn("http://terminology.hl7.org/CodeSystem/v2-0286"), u"RP"_s);
        QCOMPARE(show(role.period().end()), QByteArray("2012-03-31T00:00:00.000Z day"));
        const auto team = example<CareTeam>(u"careteam-example.json"_s);
        QStringList members;
        for (const Participant participant : team.participants())
            members << participant.roles().first().text() + u": "_s + participant.member().display();
        QCOMPARE(members, (QStringList {u"responsiblePerson: Peter James Chalmers"_s, u"adviser: Dorothy Dietition"_s}));
        const auto flag = example<Flag>(u"flag-example.json"_s);
        QCOMPARE(flag.status(), u"inactive"_s);
        QCOMPARE(flag.code().codeIn("http://example.org/local"), u"bigdog"_s);
        QCOMPARE(show(flag.period().start()), QByteArray("2015-01-17T00:00:00.000Z day"));
        const auto unit = face<Organization>(
            R"({"resourceType":"Organization","id":"u","active":false,"name":"Norra","partOf":{"reference":"Organization/r"}})");
        QVERIFY(!unit.isActive());
        QCOMPARE(unit.name() + u' ' + unit.partOf().idOf(u"Organization"), u"Norra r"_s);
        const auto service =
            face<HealthcareService>(R"({"resourceType":"HealthcareService","name":"Utbud","providedBy":{"reference":"Organization/u"}})");
        QVERIFY(service.isActive());
        QCOMPARE(service.providedBy().idOf(u"Organization"), u"u"_s);
        const auto guardian =
            face<RelatedPerson>(R"({"resourceType":"RelatedPerson","patient":{"reference":"Patient/p"},"name":[{"text":"Eva Ek"}]})");
        QCOMPARE(guardian.patient().idOf(u"Patient") + u' ' + guardian.names().first().full(), u"p Eva Ek"_s);
    }

    void formAnswers()
    {
        QStringList lines;
        describe(example<QuestionnaireResponse>(u"questionnaireresponse-example-f201-lifelines.json"_s).items(), {}, lines);
        QCOMPARE(lines,
            (QStringList {u"1  = "_s, u">1.1 Do you have allergies? = I am allergic to house dust"_s, u"2 General questions = "_s,
                u">2.1 What is your gender? = Male"_s, u">2.2 What is your date of birth? = 1960-03-13"_s,
                u">2.3 What is your country of birth? = The Netherlands"_s, u">2.4 What is your marital status? = married"_s,
                u"3 Intoxications = "_s, u">3.1 Do you smoke? = No"_s, u">3.2 Do you drink alchohol? = No, but I used to drink"_s}));
    }

    void answersAsWritten_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* answer, const QString& text) {
            QTest::newRow(name) << QByteArray(answer) << text;
        };
        row("decimal", R"({"valueDecimal":0.10})", u"0.10"_s);
        row("boolean", R"({"valueBoolean":false})", u"false"_s);
        row("coding with display", R"({"valueCoding":{"code":"1","display":"Ja"}})", u"Ja"_s);
        row("coding without display", R"({"valueCoding":{"code":"1"}})", u"1"_s);
        row("quantity", R"({"valueQuantity":{"value":12.50,"unit":"kg"}})", u"12.50 kg"_s);
        row("attachment", R"({"valueAttachment":{"url":"Binary/1","title":"Bild"}})", u"Bild"_s);
        row("nothing", R"({"item":[]})", u""_s);
    }
    void answersAsWritten()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, text);
        const auto document = Document::parse(answer).value();
        QCOMPARE(Answer(document.root()).valueText(), text);
    }

    void receipt()
    {
        const auto receipt = example<Provenance>(u"provenance-example-sig.json"_s);
        QCOMPARE(receipt.targets().first().target(), (Target {u"DocumentReference"_s, u"example"_s}));
        QCOMPARE(show(receipt.recorded()), QByteArray("2015-08-26T22:39:24.000Z second"));
        QCOMPARE(receipt.activity().codeIn("http://terminology.hl7.org/CodeSystem/v3-DocumentCompletion"), u"AU"_s);
        QCOMPARE(receipt.agents().first().who().identifier().value(), u"mailto://hhd@ssa.gov"_s);
        QVERIFY(!receipt.agents().first().onBehalfOf().isPresent());
    }

    void searchPage()
    {
        const auto page = example<Bundle>(u"bundle-example.json"_s);
        QCOMPARE(page.bundleType(), u"searchset"_s);
        QCOMPARE(page.total(), std::optional<qint64>(3));
        QCOMPARE(
            page.next(), u"https://example.com/base/MedicationRequest?patient=347&searchId=ff15fd40-ff71-4b48-b366-09c706bed9d0&page=2"_s);
        QStringList entries;
        for (const BundleEntry entry : page.entries())
            entries << entry.searchMode() + u' ' + QString::fromLatin1(Resource::of(entry.resource())->typeName()) + u' '
                    + Resource::of(entry.resource())->id();
        QCOMPARE(entries, (QStringList {u"match MedicationRequest 3123"_s, u"include Medication example"_s}));
        QVERIFY(!Resource::of(page.entries().first().resource())->knownType());
        QVERIFY(face<Bundle>(R"({"resourceType":"Bundle","link":[{"relation":"self","url":"x"}]})").next().isEmpty());
    }

    void transactionAndItsAnswer()
    {
        const auto transaction = example<Bundle>(u"bundle-transaction.json"_s);
        QStringList requests;
        for (const BundleEntry entry : transaction.entries())
            requests << entry.request().method() + u' ' + entry.request().url() + entry.request().ifMatch();
        QCOMPARE(requests.size(), qsizetype(10));
        QCOMPARE(requests[4], u"PUT Patient/123aW/\"2\""_s);
        const auto answer = face<Bundle>(
            "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":[\n"
            "            {\"response\":{\"status\":\"201 "
            "Created\",\"etag\":\"W/\\\"1\\\"\",\"location\":\"Task/1/_history/1\",\"lastModified\":\"2026-11-23T09:41:07.120Z\"}},\n"
            "            "
            "{\"response\":{\"status\":\"412\",\"outcome\":{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
            "\"code\":\"conflict\"}]}}},\n"
            "            {\"response\":{\"status\":\"2xx\"}},{\"response\":{\"status\":\"2001\"}},{}]}");
        QStringList results;
        for (const BundleEntry entry : answer.entries())
            results << QString::number(entry.response().statusCode()) + u' ' + entry.response().etag() + u' '
                    + QString::fromLatin1(show(entry.response().lastModified()));
        QCOMPARE(results,
            (QStringList {
                u"201 W/\"1\" 2026-11-23T09:41:07.120Z millisecond"_s, u"412  none"_s, u"0  none"_s, u"0  none"_s, u"0  none"_s}));
        QVERIFY(OperationOutcome::of((*std::next(answer.entries().begin())).response().outcome())->hasError());
    }

    void serverAnswers()
    {
        const auto outcome = example<OperationOutcome>(u"operationoutcome-example.json"_s);
        QVERIFY(outcome.hasError());
        QCOMPARE(outcome.issues().first().code(), u"code-invalid"_s);
        QCOMPARE(outcome.issues().first().details().text(), u"The code \"W\" is not known and not legal in this context"_s);
        QVERIFY(!face<OperationOutcome>(R"({"resourceType":"OperationOutcome","issue":[{"severity":"information"}]})").hasError());
        const auto server =
            face<CapabilityStatement>(R"({"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","software":{"name":"HAPI"},
            "rest":[{"mode":"client"},{"mode":"server","interaction":[{"code":"transaction"}],"resource":[{"type":"Task","versioning":"versioned-update",
            "updateCreate":true,"interaction":[{"code":"history-type"}],"searchParam":[{"name":"_tag"}]}]}]})");
        QCOMPARE(server.fhirVersion() + u' ' + server.softwareName(), u"4.0.1 HAPI"_s);
        QVERIFY(server.hasSystemInteraction("transaction") && !server.hasSystemInteraction("batch"));
        const RestResource task = server.resource("Task");
        QVERIFY(task.hasInteraction("history-type") && !task.hasInteraction("delete") && task.hasSearchParameter("_tag")
            && task.updateCreates());
        QVERIFY(!server.resource("Patient").isPresent());
        QCOMPARE(
            face<Binary>(R"({"resourceType":"Binary","contentType":"text/plain","data":"SGVq"})").data(), std::optional<QByteArray>("Hej"));
        QCOMPARE(face<Binary>(R"({"resourceType":"Binary","data":"S*G"})").data(), std::optional<QByteArray>());
    }

    void forms()
    {
        const auto form = face<Questionnaire>(R"({"resourceType":"Questionnaire","url":"u","version":"2","title":"Förnya recept",
            "code":[{"system":"S","code":"renewal"}],"extension":[{"url":"B/case-clock","extension":[{"url":"kind","valueCode":"final"},
            {"url":"amount","valueInteger":5}]}],"item":[{"linkId":"1","type":"group","item":[{"linkId":"1.1","text":"Vad?","type":"string"}]}]})");
        QCOMPARE(form.url() + u'|' + form.version() + u' ' + form.title(), u"u|2 Förnya recept"_s);
        QVERIFY(form.codes().first().is("S", "renewal"));
        const Extension clock = form.extension("B/case-clock");
        QCOMPARE(extensionOf(clock.element(), "kind").value().text(), u"final"_s);
        QCOMPARE(extensionOf(clock.element(), "amount").value().integer(), std::optional<qint64>(5));
        QCOMPARE(form.items().first().items().first().text(), u"Vad?"_s);
    }

    void references_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("target");
        const auto row = [](const QString& reference, const QString& target) {
            QTest::newRow(qPrintable(reference)) << reference << target;
        };
        row(u"Patient/1"_s, u"Patient 1"_s);
        row(u"Patient/1/_history/2"_s, u"Patient 1"_s);
        row(u"https://region.example/fhir/Task/a-b.c"_s, u"Task a-b.c"_s);
        row(u"/Patient/1"_s, u"Patient 1"_s);
        for (const QString& none : {u""_s, u"#pr1"_s, u"urn:uuid:8c1f0a52-0a1b-4a3c-9a57-3f3a5c1de001"_s, u"Patient"_s, u"Patient/"_s,
                 u"patient/1"_s, u"Patient/.."_s, u"Patient/a b"_s, u"Patient?identifier=1"_s, u"http://x/1"_s})
            row(none, u" "_s);
    }
    void references()
    {
        QFETCH(QString, reference);
        QFETCH(QString, target);
        const Target found = targetOf(reference);
        QCOMPARE(found.type + u' ' + found.id, target);
    }

private:
    template <typename T>
    T face(const QByteArray& bytes)
    {
        m_documents.push_back(Document::parse(bytes).value());
        return T::of(m_documents.back().root()).value();
    }
    template <typename T>
    T example(const QString& name)
    {
        return face<T>(fixture::example(name));
    }

    std::vector<Document> m_documents;
};

QTEST_APPLESS_MAIN(TestFaces)
#include "tst_faces.moc"
