// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/permission.h"

#include "carefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mottaget::care;

namespace {

// Who may do what at all: `yes`, or the refusal. Columns: the role, and whose the case is.
constexpr auto roleTable = R"(
           receiver:unit receiver:mine receiver:other handler:unit handler:mine handler:other both:unit both:mine both:other admin:mine reviewer:mine none:mine
take       yes           yes           yes            yes          yes          !yours        yes       yes       yes        !role      !role         !role
assign     yes           yes           yes            !yours       yes          !yours        yes       yes       yes        !role      !role         !role
start      !role         !role         !role          yes          yes          !yours        yes       yes       !yours     !role      !role         !role
partial    yes           yes           yes            yes          yes          !yours        yes       yes       yes        !role      !role         !role
question   !role         !role         !role          yes          yes          !yours        yes       yes       !yours     !role      !role         !role
reply      !role         !role         !role          yes          yes          !yours        yes       yes       !yours     !role      !role         !role
correct    !role         !role         !role          yes          yes          !yours        yes       yes       !yours     !role      !role         !role
note       yes           yes           yes            yes          yes          yes           yes       yes       yes        !role      !role         !role
prioritise yes           yes           yes            !yours       yes          !yours        yes       yes       yes        !role      !role         !role
redirect   yes           yes           yes            !yours       yes          !yours        yes       yes       yes        !role      !role         !role
close      yes           yes           yes            !yours       yes          !yours        yes       yes       yes        !role      !role         !role
withdraw   yes           yes           yes            !yours       yes          !yours        yes       yes       yes        !role      !role         !role
reopen     yes           yes           yes            !yours       yes          !yours        yes       yes       yes        !role      !role         !role
)";

// What a profession may write with a verb.
constexpr auto professionTable = R"(
           physician nurse    prescribing-nurse midwife  other-licensed unlicensed
take       anything  anything anything          anything anything       anything
assign     anything  anything anything          anything anything       anything
start      anything  anything anything          anything anything       anything
partial    anything  anything anything          anything anything       administrative
question   anything  anything anything          anything anything       administrative
reply      anything  anything anything          anything anything       administrative
correct    anything  anything anything          anything anything       administrative
note       anything  anything anything          anything anything       anything
prioritise anything  anything anything          anything anything       anything
redirect   anything  anything anything          anything anything       anything
close      anything  anything anything          anything anything       anything
withdraw   anything  anything anything          anything anything       anything
reopen     anything  anything anything          anything anything       anything
)";

const QHash<QString, Profession>& professions()
{
    static const QHash<QString, Profession> all {{u"physician"_s, Profession::Physician}, {u"nurse"_s, Profession::Nurse},
        {u"prescribing-nurse"_s, Profession::PrescribingNurse}, {u"midwife"_s, Profession::Midwife},
        {u"other-licensed"_s, Profession::OtherLicensed}, {u"unlicensed"_s, Profession::Unlicensed}};
    return all;
}

QString wordOf(Content content)
{
    switch (content) {
    case Content::Anything: return u"anything"_s;
    case Content::Administrative: return u"administrative"_s;
    case Content::Nothing: return u"nothing"_s;
    }
    Q_UNREACHABLE();
}

QString answerOf(const mottaget::Result<void, Refusal>& result)
{
    return result ? u"yes"_s : fixture::wordOf(result.error().reason);
}

//! One data row for each cell: column, verb, expected.
void addCells(const char* table)
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("expected");
    QStringList lines = QString::fromLatin1(table).split(u'\n', Qt::SkipEmptyParts);
    const QStringList columns = lines.takeFirst().simplified().split(u' ');
    QCOMPARE(lines.size(), qsizetype(std::size(fixture::allVerbs)));
    for (const QString& line : lines) {
        const QStringList cells = line.simplified().split(u' ');
        for (qsizetype i = 0; i < columns.size(); ++i)
            QTest::newRow(qPrintable(cells[0] + u", "_s + columns[i])) << columns[i] << *verbOf(cells[0]) << cells[i + 1];
    }
}

} // namespace

class TestPermission final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roles_data() { addCells(roleTable); }
    void roles()
    {
        QFETCH(QString, column);
        QFETCH(Verb, verb);
        const QHash<QString, Roles> roles {{u"receiver"_s, Role::CaseReceiver}, {u"handler"_s, Role::CaseHandler},
            {u"both"_s, Role::CaseReceiver | Role::CaseHandler}, {u"admin"_s, Role::LocalAdmin}, {u"reviewer"_s, Role::LogReviewer},
            {u"none"_s, {}}};
        const QHash<QString, Owner> owners {{u"unit"_s, fixture::theUnit()}, {u"mine"_s, fixture::me()}, {u"other"_s, fixture::other()}};
        const QStringList parts = column.split(u':');
        QVERIFY(roles.contains(parts[0]) && owners.contains(parts[1]));
        // Rights do not depend on the state.
        for (const CaseState state : fixture::allStates)
            QTEST(answerOf(permitted(verb, fixture::caseIn(state, owners[parts[1]]), fixture::actor(roles[parts[0]]))), "expected");
    }

    void professions_data() { addCells(professionTable); }
    void professions()
    {
        QFETCH(QString, column);
        QFETCH(Verb, verb);
        const Profession profession = ::professions().value(column);
        QTEST(wordOf(contentFor(verb, profession)), "expected");
        // The content of a text is never judged by the program: an administrative answer is open to all.
        const Actor actor = fixture::actor(Role::CaseReceiver | Role::CaseHandler, profession);
        QCOMPARE(answerOf(permitted(verb, fixture::caseIn(CaseState::Ongoing, fixture::me()), actor)), u"yes"_s);
    }

    void unit_data()
    {
        QTest::addColumn<QString>("caseUnit");
        QTest::addColumn<QString>("expected");
        QTest::newRow("own unit") << fixture::unitHsaId << u"yes"_s;
        QTest::newRow("own unit in lower case") << fixture::unitHsaId.toLower() << u"yes"_s;
        QTest::newRow("another unit") << u"SE2321000131-E000000000002"_s << u"!unit"_s;
        QTest::newRow("no unit") << u""_s << u"!unit"_s;
    }
    void unit()
    {
        QFETCH(QString, caseUnit);
        Case value = fixture::caseIn(CaseState::Ongoing, fixture::me());
        value.unitHsaId = caseUnit;
        for (const Verb verb : fixture::allVerbs) {
            QTEST(answerOf(permitted(verb, value, fixture::both())), "expected");
            if (!permitted(verb, value, fixture::both()))
                QTEST(answerOf(allowed(verb, value, fixture::both())), "expected");
        }
    }

    void anInactivePersonMayDoNothing()
    {
        Actor actor = fixture::both();
        actor.self.active = false;
        for (const Verb verb : fixture::allVerbs)
            QCOMPARE(answerOf(permitted(verb, fixture::caseIn(CaseState::Ongoing, fixture::me()), actor)), u"!role"_s);
    }

    void rightsBelongToTheCommissionNotToTheName()
    {
        Case value = fixture::caseIn(CaseState::Ongoing, fixture::me());
        value.owner.reference = u"role-me-elsewhere"_s; // the same person in another commission
        QCOMPARE(answerOf(permitted(Verb::Reply, value, fixture::both())), u"!yours"_s);
        Actor nobody = fixture::both();
        nobody.self.role = StaffRoleId();
        value.owner.reference.clear();
        QCOMPARE(answerOf(permitted(Verb::Reply, value, nobody)), u"!yours"_s);
    }
};

QTEST_APPLESS_MAIN(TestPermission)
#include "tst_permission.moc"
