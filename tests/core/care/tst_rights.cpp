// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/rights.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mottaget::care;

namespace {

struct RowOf {
    const char* name;
    Act act;
    const char* cells; //!< physician nurse prescriber midwife other unlicensed, for whoever has every role
    Roles needed;
};

const QList<RowOf>& matrix()
{
    static const QList<RowOf> rows {
        {"see the inbox, distribute", Act::SeeInbox, "yes yes yes yes yes yes", Role::CaseReceiver},
        {"answer with medical content", Act::AnswerMedically, "yes yes yes yes yes no", Role::CaseHandler},
        {"renewal: facts", Act::CollectRenewalFacts, "yes yes yes yes yes yes", {}},
        {"renewal: propose", Act::ProposeRenewal, "yes yes yes yes yes no", {}},
        {"renewal: decide", Act::DecideRenewal, "yes no prescribing no no no", {}},
        {"medication list", Act::SeeMedicationList, "consent consent consent consent no no", {}},
        {"medication list in an emergency", Act::EmergencyMedicationList, "yes yes yes yes no no", {}},
        {"that there are narcotics", Act::SeeNarcoticsExist, "yes no yes no no no", {}},
        {"book", Act::Book, "yes yes yes yes yes yes", {}},
        {"cancel a summons", Act::CancelSummons, "yes yes yes yes yes order", {}},
        {"lift a block", Act::LiftBlock, "yes yes yes yes yes no", Role::BlockLifter},
        {"protected identity", Act::HandleProtected, "yes yes yes yes yes yes", Role::ProtectedReader},
        {"read the access log", Act::ReadAccessLog, "yes yes yes yes yes yes", Role::LogReviewer},
        {"register a complaint", Act::RegisterComplaint, "yes yes yes yes yes yes", {}},
        {"answer a complaint", Act::AnswerComplaint, "yes yes yes yes yes yes", Role::ComplaintsAnswerer},
    };
    return rows;
}

constexpr std::array professions {std::pair("physician", Profession::Physician), std::pair("nurse", Profession::Nurse),
    std::pair("prescriber", Profession::PrescribingNurse), std::pair("midwife", Profession::Midwife),
    std::pair("other", Profession::OtherLicensed), std::pair("unlicensed", Profession::Unlicensed)};

const Roles everyRole = Role::CaseReceiver | Role::CaseHandler | Role::LocalAdmin | Role::LogReviewer | Role::ProtectedReader
    | Role::BlockLifter | Role::ComplaintsAnswerer;

QString wordOf(Grant grant)
{
    switch (grant) {
    case Grant::No: return u"no"_s;
    case Grant::Yes: return u"yes"_s;
    case Grant::WithConsent: return u"consent"_s;
    case Grant::WithinPrescribing: return u"prescribing"_s;
    case Grant::AfterOrder: return u"order"_s;
    }
    Q_UNREACHABLE();
}

StaffMember memberOf(Profession profession, Roles roles)
{
    StaffMember member;
    member.profession = profession;
    member.roles = roles;
    return member;
}

} // namespace

//! The permission matrix, row by row.
class TestRights final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCell_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("profession");
        QTest::addColumn<QString>("expected");
        for (qsizetype row = 0; row < matrix().size(); ++row) {
            const QStringList cells = QString::fromLatin1(matrix()[row].cells).split(u' ');
            QCOMPARE(cells.size(), qsizetype(professions.size()));
            for (std::size_t at = 0; at < professions.size(); ++at)
                QTest::addRow("%s, %s", matrix()[row].name, professions[at].first) << int(row) << int(at) << cells[qsizetype(at)];
        }
    }
    void everyCell()
    {
        QFETCH(int, row);
        QFETCH(int, profession);
        const RowOf& what = matrix()[row];
        const Profession who = professions[std::size_t(profession)].second;
        QTEST(wordOf(grantFor(what.act, memberOf(who, everyRole))), "expected");
        // The role is needed, and no other stands for it.
        const Roles others = everyRole & ~what.needed;
        QFETCH(QString, expected);
        QCOMPARE(wordOf(grantFor(what.act, memberOf(who, others))), what.needed ? u"no"_s : expected);
        StaffMember gone = memberOf(who, everyRole);
        gone.active = false;
        QVERIFY(!mayAtAll(what.act, gone));
    }
};

QTEST_APPLESS_MAIN(TestRights)
#include "tst_rights.moc"
