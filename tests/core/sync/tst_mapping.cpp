// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/mapping.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::sync;
using namespace Qt::StringLiterals;

class TestMapping final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStateOfTheWire_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("business");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("waitingFor");
        const auto row = [](const char* name, const char* status, const char* business, care::CaseState state,
                             care::WaitingFor waitingFor = care::WaitingFor::Nobody) {
            QTest::newRow(name) << QString::fromLatin1(status) << QString::fromLatin1(business) << static_cast<int>(state)
                                << static_cast<int>(waitingFor);
        };
        using S = care::CaseState;
        row("inkommet", "requested", "", S::Received);
        row("fördelat", "accepted", "", S::Assigned);
        row("pågående", "in-progress", "", S::Ongoing);
        row("väntar på invånaren", "on-hold", "waiting-resident", S::Waiting, care::WaitingFor::Resident);
        row("väntar på förskrivare", "on-hold", "waiting-prescriber", S::Waiting, care::WaitingFor::Prescriber);
        row("väntar på kollega", "on-hold", "waiting-colleague", S::Waiting, care::WaitingFor::Colleague);
        row("besvarat", "in-progress", "answered", S::Answered);
        row("avslutat", "completed", "", S::Closed);
        row("hänvisat", "rejected", "", S::Redirected);
        row("återtaget", "cancelled", "", S::Withdrawn);
        row("överfört, inte mottaget än", "requested", "transferred", S::Received);
    }
    void eachStateOfTheWire()
    {
        QFETCH(QString, status);
        QFETCH(QString, business);
        QFETCH(int, state);
        QFETCH(int, waitingFor);
        const auto value = caseOf((
            R"({"resourceType":"Task","id":"t","status":"%1","businessStatus":{"coding":[{"system":"https:\/\/mottaget.se/fhir/CodeSystem/business-status","code":"%2"}]}})"_L1)
                                      .toString()
                                      .replace("%1"_L1, status)
                                      .replace("%2"_L1, business)
                                      .toUtf8());
        QVERIFY(value.has_value());
        QCOMPARE(static_cast<int>(value->state), state);
        QCOMPARE(static_cast<int>(value->waitingFor), waitingFor);
    }

    void whatIsNoCaseIsNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a part") << QByteArray(R"({"resourceType":"Task","id":"t","status":"requested","partOf":[{"reference":"Task/x"}]})");
        QTest::newRow("a status of nobody's") << QByteArray(R"({"resourceType":"Task","id":"t","status":"ready-ish"})");
        QTest::newRow("entered in error") << QByteArray(R"({"resourceType":"Task","id":"t","status":"entered-in-error"})");
        QTest::newRow("another type") << QByteArray(R"({"resourceType":"Patient","id":"t"})");
        QTest::newRow("no JSON") << QByteArray("{");
    }
    void whatIsNoCaseIsNone()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!caseOf(body).has_value());
    }

    void protectionIsReadFromTheLabel_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("protection");
        QTest::newRow("none") << u""_s << static_cast<int>(care::Protection::None);
        QTest::newRow("sekretessmarkering") << u"sekretessmarkering"_s << static_cast<int>(care::Protection::ConfidentialityMark);
        QTest::newRow("skyddad folkbokföring") << u"skyddadFolkbokforing"_s << static_cast<int>(care::Protection::ProtectedRegistration);
    }
    void protectionIsReadFromTheLabel()
    {
        QFETCH(QString, code);
        QFETCH(int, protection);
        const auto patient = patientOf(
            R"({"resourceType":"Patient","id":"p","meta":{"security":[{"system":"http:\/\/hl7.se/fhir/ig/base/CodeSystem/SecurityLabel","code":")"
            + code.toUtf8() + R"("}]},"name":[{"family":"Berg"}]})");
        QVERIFY(patient.has_value());
        QCOMPARE(static_cast<int>(patient->protection), protection);
    }

    void aPatientIsReadByAnyAliasOfTheNumber_data()
    {
        QTest::addColumn<QByteArray>("system");
        QTest::newRow("HL7 Sweden") << QByteArray("http://electronichealth.se/identifier/personnummer");
        QTest::newRow("OID") << QByteArray("urn:oid:1.2.752.129.2.1.3.1");
        QTest::newRow("Inera Core") << QByteArray("https://terminology.hl7.se/sid/se-personnummer");
    }
    void aPatientIsReadByAnyAliasOfTheNumber()
    {
        QFETCH(QByteArray, system);
        const auto patient = patientOf(R"({"resourceType":"Patient","id":"p","identifier":[{"system":")" + system
            + R"(","value":"196709132887"}],"gender":"female","name":[{"family":"Lindqvist","given":["Karin","Maria"]}],"telecom":[{"system":"phone","value":"070-1740605"}],"deceasedBoolean":false})");
        QVERIFY(patient.has_value());
        care::Patient expected;
        expected.id = care::PatientId(u"p"_s);
        expected.familyName = u"Lindqvist"_s;
        expected.givenName = u"Karin Maria"_s;
        expected.identity = u"196709132887"_s;
        expected.identitySystem = u"http://electronichealth.se/identifier/personnummer"_s;
        expected.birthDate = QDate(1967, 9, 13);
        expected.sex = care::Sex::Female;
        expected.phone = u"070-1740605"_s;
        QCOMPARE(*patient, expected);
    }

    void aUnitAddsATypeByDataAlone()
    {
        const auto type = caseTypeOf(
            R"({"resourceType":"Questionnaire","id":"q","title":"Fråga om vaccination","code":[{"system":"https:\/\/mottaget.se/fhir/CodeSystem/case-type","code":"vaccination"}],"extension":[{"url":"https:\/\/mottaget.se/fhir/StructureDefinition/case-clock","extension":[{"url":"kind","valueCode":"final"},{"url":"amount","valueInteger":8},{"url":"unit","valueCode":"hours"}]}]})");
        QVERIFY(type.has_value());
        QCOMPARE(type->title, u"Fråga om vaccination"_s);
        QCOMPARE(type->clocks, (QList<care::CaseClock> {{care::CaseClock::Kind::Final, 8, care::CaseClock::Unit::Hours}}));
    }

    void strengthsStayAsWritten()
    {
        const auto line = renewalLineOf(
            R"({"resourceType":"Task","id":"l","status":"requested","partOf":[{"reference":"Task/t"}],"code":{"coding":[{"system":"https:\/\/mottaget.se/fhir/CodeSystem/case-part","code":"renewal-line"}]},"input":[{"type":{"coding":[{"system":"https:\/\/mottaget.se/fhir/CodeSystem/case-input","code":"drug"}]},"valueString":"Levaxin"},{"type":{"coding":[{"system":"https:\/\/mottaget.se/fhir/CodeSystem/case-input","code":"strength"}]},"valueString":"0,10 mg"},{"type":{"coding":[{"system":"https:\/\/mottaget.se/fhir/CodeSystem/case-input","code":"line-number"}]},"valueInteger":2}]})");
        QVERIFY(line.has_value());
        QCOMPARE(line->drug + u' ' + line->strength, u"Levaxin 0,10 mg"_s);
        QCOMPARE(line->number, 2);
    }
};

QTEST_APPLESS_MAIN(TestMapping)
#include "tst_mapping.moc"
