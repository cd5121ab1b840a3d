// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/caserow.h"

#include "carefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mottaget::care;
using fixture::at;

namespace {

const QDateTime now = at("2026-11-23T12:00:00.000Z");

Case someCase()
{
    Case value = fixture::caseIn(CaseState::Ongoing, fixture::me());
    value.sender = {Sender::Kind::Guardian, u"Vera Vårdnad"_s};
    value.interpreter = u"ar"_s;
    value.messages = {fixture::message("r", MessageKind::Resident, "2026-11-23T10:00:00.000Z")};
    return value;
}

//! The number stands in the published list of test identities, tests/data/identities.
Patient somePatient()
{
    Patient value;
    value.id = PatientId(u"patient-1"_s);
    value.familyName = u"Åström"_s;
    value.givenName = u"Björn"_s;
    value.identity = u"189001019802"_s;
    value.identitySystem = u"urn:oid:1.2.752.129.2.1.3.1"_s;
    return value;
}

//! The row without its patient's name and number.
CaseRow bareRow()
{
    const Case value = someCase();
    CaseRow row;
    row.id = value.id;
    row.version = value.version;
    row.number = value.number;
    row.type = u"advice"_s;
    row.typeTitle = u"Rådgivning"_s;
    row.state = CaseState::Ongoing;
    row.owner = fixture::me();
    row.unitHsaId = fixture::unitHsaId;
    row.patient = value.patient;
    row.patientKnown = false;
    row.sender = Sender::Kind::Guardian;
    row.subject = u"Eksem"_s;
    row.interpreter = u"ar"_s;
    row.received = value.received;
    row.unreadAnswer = true;
    row.pending = CommandState::Queued;
    row.order = orderOf(value, CaseTypes::basic().find(u"advice"_s), now);
    return row;
}

CaseRow shown(const std::optional<Patient>& patient)
{
    return project(someCase(), patient, CaseTypes::basic().find(u"advice"_s), CommandState::Queued, now);
}

} // namespace

class TestCaseRow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void projectCarriesWhatTheListsShow()
    {
        CaseRow expected = bareRow();
        expected.patientKnown = true;
        expected.familyName = u"Åström"_s;
        expected.givenName = u"Björn"_s;
        expected.identity = u"189001019802"_s;
        expected.identitySystem = u"urn:oid:1.2.752.129.2.1.3.1"_s;
        QVERIFY(shown(somePatient()) == expected);
    }

    void waitingAndPriorityAreCarried()
    {
        Case value = someCase();
        value.state = CaseState::Waiting;
        value.waitingFor = WaitingFor::Prescriber;
        value.priority = Priority::Asap;
        const CaseRow row = project(value, std::nullopt, CaseType {}, std::nullopt, now);
        QCOMPARE(row.state, CaseState::Waiting);
        QCOMPARE(row.waitingFor, WaitingFor::Prescriber);
        QCOMPARE(row.priority, Priority::Asap);
        QVERIFY(!row.pending);
    }

    void unknownPatient() { QVERIFY(shown(std::nullopt) == bareRow()); }

    void aPatientWhoIsNotTheCasesOwnIsNotShown()
    {
        Patient wrong = somePatient();
        wrong.id = PatientId(u"patient-2"_s);
        QVERIFY(shown(wrong) == bareRow());
    }

    void protectedPersonsAreBlankInLists_data()
    {
        QTest::addColumn<Protection>("protection");
        QTest::newRow("sekretessmarkering") << Protection::ConfidentialityMark;
        QTest::newRow("skyddad folkbokföring") << Protection::ProtectedRegistration;
    }
    void protectedPersonsAreBlankInLists()
    {
        QFETCH(Protection, protection);
        Patient patient = somePatient();
        patient.protection = protection;
        CaseRow expected = bareRow();
        expected.patientKnown = true;
        expected.protection = protection;
        QVERIFY(shown(patient) == expected);
    }

    // The views that hold a case, by state and owner.
    void belongs_data()
    {
        QTest::addColumn<CaseState>("state");
        QTest::addColumn<Owner>("owner");
        QTest::addColumn<QString>("views");
        const auto row = [](CaseState state, const char* whose, const Owner& owner, const QString& views) {
            QTest::newRow(qPrintable(codeOf(state) + u", "_s + QString::fromLatin1(whose))) << state << owner << views;
        };
        for (const CaseState state : {CaseState::Received, CaseState::Assigned, CaseState::Ongoing}) {
            row(state, "unit", fixture::theUnit(), u"todo unassigned open"_s);
            row(state, "mine", fixture::me(), u"todo mine open"_s);
            row(state, "other", fixture::other(), u"open"_s);
        }
        row(CaseState::Waiting, "unit", fixture::theUnit(), u"unassigned waiting open"_s);
        row(CaseState::Waiting, "mine", fixture::me(), u"mine waiting open"_s);
        row(CaseState::Waiting, "other", fixture::other(), u"waiting open"_s);
        row(CaseState::Answered, "unit", fixture::theUnit(), u"unassigned open"_s);
        row(CaseState::Answered, "mine", fixture::me(), u"mine open"_s);
        row(CaseState::Answered, "other", fixture::other(), u"open"_s);
        for (const CaseState state : {CaseState::Closed, CaseState::Redirected, CaseState::Withdrawn}) {
            row(state, "unit", fixture::theUnit(), u"closed"_s);
            row(state, "mine", fixture::me(), u"closed"_s);
            row(state, "other", fixture::other(), u"closed"_s);
        }
    }
    void belongs()
    {
        QFETCH(CaseState, state);
        QFETCH(Owner, owner);
        CaseRow row;
        row.state = state;
        row.owner = owner;
        QStringList views;
        for (const View view : {View::Todo, View::Mine, View::Unassigned, View::Waiting, View::Open, View::Closed}) {
            if (mottaget::care::belongs(row, view, StaffRoleId(fixture::myRole)))
                views += codeOf(view);
        }
        QTEST(views.join(u' '), "views");
    }

    void nothingIsMineWhenNobodyIsSignedIn()
    {
        CaseRow row;
        row.owner = {Owner::Kind::Person, {}, {}};
        QVERIFY(!mottaget::care::belongs(row, View::Mine, StaffRoleId()));
        QVERIFY(!mottaget::care::belongs(row, View::Todo, StaffRoleId()));
    }
};

QTEST_APPLESS_MAIN(TestCaseRow)
#include "tst_caserow.moc"
