// SPDX-License-Identifier: GPL-3.0-or-later
#include "carefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mottaget::care;

namespace {

// The whole state machine as a person may read it. A cell is the state after the verb, `*` when the case is now mine and `>` when it is now
// the colleague's, or the refusal. Every verb carries complete arguments; assign names a colleague, prioritise another priority.
constexpr auto expected = R"(
== receiver and handler, owned by the unit
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        assigned*  assigned*  assigned*  assigned*  answered*  !locked !state     !state
assign      assigned>  assigned>  assigned>  assigned>  answered>  !locked !state     !state
start       ongoing*   ongoing*   ongoing*   ongoing*   !state     !locked !state     !state
partial     ongoing*   ongoing*   ongoing*   waiting*   !answered  !locked !state     !state
question    waiting*   waiting*   waiting*   waiting*   !answered  !locked !state     !state
reply       answered*  answered*  answered*  answered*  !answered  !locked !state     !state
correct     !state     !state     !state     !state     answered   closed  !state     !state
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  received   assigned   ongoing    waiting    answered   !locked !state     !state
redirect    redirected redirected redirected redirected !answered  !locked !state     !state
close       !state     closed     closed     closed     closed     !locked !state     !state
withdraw    withdrawn  withdrawn  withdrawn  withdrawn  !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     closed  !state     !state

== receiver and handler, owned by me
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        assigned   !same      !same      !same      !same      !locked !state     !state
assign      assigned>  assigned>  assigned>  assigned>  answered>  !locked !state     !state
start       ongoing    ongoing    !same      ongoing    !state     !locked !state     !state
partial     ongoing    ongoing    ongoing    waiting    !answered  !locked !state     !state
question    waiting    waiting    waiting    waiting    !answered  !locked !state     !state
reply       answered   answered   answered   answered   !answered  !locked !state     !state
correct     !state     !state     !state     !state     answered   closed  !state     !state
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  received   assigned   ongoing    waiting    answered   !locked !state     !state
redirect    redirected redirected redirected redirected !answered  !locked !state     !state
close       !state     closed     closed     closed     closed     !locked !state     !state
withdraw    withdrawn  withdrawn  withdrawn  withdrawn  !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     closed  !state     !state

== receiver and handler, owned by somebody else
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        assigned*  assigned*  assigned*  assigned*  answered*  !locked !state     !state
assign      assigned>  assigned>  assigned>  assigned>  answered>  !locked !state     !state
start       !yours     !yours     !yours     !yours     !state     !locked !state     !state
partial     received   assigned   ongoing    waiting    !answered  !locked !state     !state
question    !yours     !yours     !yours     !yours     !answered  !locked !state     !state
reply       !yours     !yours     !yours     !yours     !answered  !locked !state     !state
correct     !state     !state     !state     !state     !yours     !yours  !state     !state
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  received   assigned   ongoing    waiting    answered   !locked !state     !state
redirect    redirected redirected redirected redirected !answered  !locked !state     !state
close       !state     closed     closed     closed     closed     !locked !state     !state
withdraw    withdrawn  withdrawn  withdrawn  withdrawn  !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     closed  !state     !state

== handler, owned by the unit
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        assigned*  assigned*  assigned*  assigned*  answered*  !locked !state     !state
assign      !yours     !yours     !yours     !yours     !yours     !locked !state     !state
start       ongoing*   ongoing*   ongoing*   ongoing*   !state     !locked !state     !state
partial     ongoing*   ongoing*   ongoing*   waiting*   !answered  !locked !state     !state
question    waiting*   waiting*   waiting*   waiting*   !answered  !locked !state     !state
reply       answered*  answered*  answered*  answered*  !answered  !locked !state     !state
correct     !state     !state     !state     !state     answered   closed  !state     !state
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  !yours     !yours     !yours     !yours     !yours     !locked !state     !state
redirect    !yours     !yours     !yours     !yours     !answered  !locked !state     !state
close       !state     !yours     !yours     !yours     !yours     !locked !state     !state
withdraw    !yours     !yours     !yours     !yours     !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     !yours  !state     !state

== handler, owned by me
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        assigned   !same      !same      !same      !same      !locked !state     !state
assign      assigned>  assigned>  assigned>  assigned>  answered>  !locked !state     !state
start       ongoing    ongoing    !same      ongoing    !state     !locked !state     !state
partial     ongoing    ongoing    ongoing    waiting    !answered  !locked !state     !state
question    waiting    waiting    waiting    waiting    !answered  !locked !state     !state
reply       answered   answered   answered   answered   !answered  !locked !state     !state
correct     !state     !state     !state     !state     answered   closed  !state     !state
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  received   assigned   ongoing    waiting    answered   !locked !state     !state
redirect    redirected redirected redirected redirected !answered  !locked !state     !state
close       !state     closed     closed     closed     closed     !locked !state     !state
withdraw    withdrawn  withdrawn  withdrawn  withdrawn  !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     closed  !state     !state

== handler, owned by somebody else
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        !yours     !yours     !yours     !yours     !yours     !locked !state     !state
assign      !yours     !yours     !yours     !yours     !yours     !locked !state     !state
start       !yours     !yours     !yours     !yours     !state     !locked !state     !state
partial     !yours     !yours     !yours     !yours     !answered  !locked !state     !state
question    !yours     !yours     !yours     !yours     !answered  !locked !state     !state
reply       !yours     !yours     !yours     !yours     !answered  !locked !state     !state
correct     !state     !state     !state     !state     !yours     !yours  !state     !state
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  !yours     !yours     !yours     !yours     !yours     !locked !state     !state
redirect    !yours     !yours     !yours     !yours     !answered  !locked !state     !state
close       !state     !yours     !yours     !yours     !yours     !locked !state     !state
withdraw    !yours     !yours     !yours     !yours     !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     !yours  !state     !state

== receiver, owned by the unit
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        assigned*  assigned*  assigned*  assigned*  answered*  !locked !state     !state
assign      assigned>  assigned>  assigned>  assigned>  answered>  !locked !state     !state
start       !role      !role      !role      !role      !role      !role   !role      !role
partial     received   assigned   ongoing    waiting    !answered  !locked !state     !state
question    !role      !role      !role      !role      !role      !role   !role      !role
reply       !role      !role      !role      !role      !role      !role   !role      !role
correct     !role      !role      !role      !role      !role      !role   !role      !role
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  received   assigned   ongoing    waiting    answered   !locked !state     !state
redirect    redirected redirected redirected redirected !answered  !locked !state     !state
close       !state     closed     closed     closed     closed     !locked !state     !state
withdraw    withdrawn  withdrawn  withdrawn  withdrawn  !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     closed  !state     !state

== receiver, owned by me
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        assigned   !same      !same      !same      !same      !locked !state     !state
assign      assigned>  assigned>  assigned>  assigned>  answered>  !locked !state     !state
start       !role      !role      !role      !role      !role      !role   !role      !role
partial     ongoing    ongoing    ongoing    waiting    !answered  !locked !state     !state
question    !role      !role      !role      !role      !role      !role   !role      !role
reply       !role      !role      !role      !role      !role      !role   !role      !role
correct     !role      !role      !role      !role      !role      !role   !role      !role
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  received   assigned   ongoing    waiting    answered   !locked !state     !state
redirect    redirected redirected redirected redirected !answered  !locked !state     !state
close       !state     closed     closed     closed     closed     !locked !state     !state
withdraw    withdrawn  withdrawn  withdrawn  withdrawn  !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     closed  !state     !state

== receiver, owned by somebody else
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        assigned*  assigned*  assigned*  assigned*  answered*  !locked !state     !state
assign      assigned>  assigned>  assigned>  assigned>  answered>  !locked !state     !state
start       !role      !role      !role      !role      !role      !role   !role      !role
partial     received   assigned   ongoing    waiting    !answered  !locked !state     !state
question    !role      !role      !role      !role      !role      !role   !role      !role
reply       !role      !role      !role      !role      !role      !role   !role      !role
correct     !role      !role      !role      !role      !role      !role   !role      !role
note        received   assigned   ongoing    waiting    answered   !locked !state     !state
prioritise  received   assigned   ongoing    waiting    answered   !locked !state     !state
redirect    redirected redirected redirected redirected !answered  !locked !state     !state
close       !state     closed     closed     closed     closed     !locked !state     !state
withdraw    withdrawn  withdrawn  withdrawn  withdrawn  !state     !locked !state     !state
reopen      !state     !state     !state     !state     !state     closed  !state     !state

== administrator and reviewer alone, owned by the unit
            received   assigned   ongoing    waiting    answered   closed  redirected withdrawn
take        !role      !role      !role      !role      !role      !role   !role      !role
assign      !role      !role      !role      !role      !role      !role   !role      !role
start       !role      !role      !role      !role      !role      !role   !role      !role
partial     !role      !role      !role      !role      !role      !role   !role      !role
question    !role      !role      !role      !role      !role      !role   !role      !role
reply       !role      !role      !role      !role      !role      !role   !role      !role
correct     !role      !role      !role      !role      !role      !role   !role      !role
note        !role      !role      !role      !role      !role      !role   !role      !role
prioritise  !role      !role      !role      !role      !role      !role   !role      !role
redirect    !role      !role      !role      !role      !role      !role   !role      !role
close       !role      !role      !role      !role      !role      !role   !role      !role
withdraw    !role      !role      !role      !role      !role      !role   !role      !role
reopen      !role      !role      !role      !role      !role      !role   !role      !role
)";

QString cellOf(const Command& command, const Case& value, const Actor& actor)
{
    const auto result = apply(command, value, actor);
    if (!result)
        return fixture::wordOf(result.error().reason);
    QString cell = codeOf(result->state);
    if (result->owner == value.owner)
        return cell;
    return cell + (result->owner == fixture::me() ? u"*"_s : result->owner == fixture::colleague() ? u">"_s : u"?"_s);
}

} // namespace

class TestTransition final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeMatrix_data()
    {
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<Owner>("owner");
        QTest::addColumn<QString>("line");
        const QHash<QString, Actor> actors {
            {u"receiver and handler"_s, fixture::both()},
            {u"handler"_s, fixture::actor(Role::CaseHandler)},
            {u"receiver"_s, fixture::actor(Role::CaseReceiver)},
            {u"administrator and reviewer alone"_s, fixture::actor(Role::LocalAdmin | Role::LogReviewer)},
        };
        const QHash<QString, Owner> owners {
            {u"the unit"_s, fixture::theUnit()}, {u"me"_s, fixture::me()}, {u"somebody else"_s, fixture::other()}};
        QString heading;
        int rows = 0;
        for (const QString& line : QString::fromLatin1(expected).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith("== "_L1)) {
                heading = line.mid(3);
            } else if (!line.startsWith(u' ')) {
                const QStringList parts = heading.split(u", owned by "_s);
                QVERIFY2(actors.contains(parts[0]) && owners.contains(parts[1]), qPrintable(heading));
                QTest::newRow(qPrintable(heading + u": " + line.section(u' ', 0, 0)))
                    << actors[parts[0]] << owners[parts[1]] << line.simplified();
                ++rows;
            }
        }
        QCOMPARE(rows, 10 * int(std::size(fixture::allVerbs))); // no verb was forgotten
    }
    void wholeMatrix()
    {
        QFETCH(Actor, actor);
        QFETCH(Owner, owner);
        QFETCH(QString, line);
        const auto verb = verbOf(line.section(u' ', 0, 0));
        QVERIFY(verb);
        QStringList cells {line.section(u' ', 0, 0)};
        for (const CaseState state : fixture::allStates)
            cells += cellOf(fixture::command(*verb), fixture::caseIn(state, owner), actor);
        QCOMPARE(cells.join(u' '), line);
    }

    //! `allowed` greys the button, `apply` does the deed: with complete arguments they must never disagree.
    void allowedAgreesWithApply()
    {
        for (const Roles roles :
            {Roles(Role::CaseReceiver), Roles(Role::CaseHandler), Role::CaseReceiver | Role::CaseHandler, Roles(Role::LogReviewer)}) {
            for (const Verb verb : fixture::allVerbs) {
                for (const CaseState state : fixture::allStates) {
                    for (const Owner& owner : {fixture::theUnit(), fixture::me(), fixture::other()}) {
                        const Case value = fixture::caseIn(state, owner);
                        const Actor actor = fixture::actor(roles);
                        const auto may = allowed(verb, value, actor);
                        const auto done = apply(fixture::command(verb), value, actor);
                        QCOMPARE(may.has_value(), done.has_value());
                        if (!may)
                            QCOMPARE(may.error(), done.error());
                    }
                }
            }
        }
    }

    void refusalNamesTheState_data()
    {
        QTest::addColumn<CaseState>("state");
        for (const CaseState state : {CaseState::Answered, CaseState::Closed, CaseState::Redirected, CaseState::Withdrawn})
            QTest::newRow(codeOf(state).data()) << state;
    }
    void refusalNamesTheState()
    {
        QFETCH(CaseState, state);
        const auto refused = allowed(Verb::Reply, fixture::caseIn(state, fixture::me()), fixture::both());
        QVERIFY(!refused);
        QCOMPARE(refused.error().state, state);
    }
};

QTEST_APPLESS_MAIN(TestTransition)
#include "tst_transition.moc"
