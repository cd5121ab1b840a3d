// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/writtentext.h"

#include "carefixture.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace mottaget::care;
using fixture::at;

namespace {

using Change = std::function<void(Case&)>;
using Set = std::function<void(Command&)>;

Message written(MessageKind kind)
{
    Message message = fixture::message("message-1", kind, "2026-11-23T10:00:00.000Z");
    message.senderName = u"Mira Modig"_s;
    message.text = u"Hej! Vi ringer dig i morgon."_s;
    message.delivery = Delivery::SavedHere;
    return message;
}

Note noted(const QString& text)
{
    return {u"Mira Modig"_s, at("2026-11-23T10:00:00.000Z"), text};
}

} // namespace

class TestApply final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! The whole case after a command: what is not named in a row has not changed.
    void effects_data()
    {
        const QDateTime acted = at("2026-11-23T10:00:00.000Z");
        const QString text = u"Hej! Vi ringer dig i morgon."_s;
        QTest::addColumn<Case>("before");
        QTest::addColumn<Command>("command");
        QTest::addColumn<Case>("after");
        const auto row = [&](const char* name, CaseState from, const Owner& owner, Verb verb, const Change& change, const Set& set = {}) {
            const Case before = fixture::caseIn(from, owner);
            Command command = fixture::command(verb);
            if (set)
                set(command);
            Case after = before;
            change(after);
            QTest::newRow(name) << before << command << after;
        };
        row("take", CaseState::Received, fixture::theUnit(), Verb::Take,
            [&](Case& c) { c.owner = fixture::me(), c.state = CaseState::Assigned, c.changed = acted; });
        row("take from a colleague while it waits", CaseState::Waiting, fixture::other(), Verb::Take,
            [&](Case& c) { c.owner = fixture::me(), c.state = CaseState::Assigned, c.waitingFor = WaitingFor::Nobody, c.changed = acted; });
        row("assign to a colleague", CaseState::Ongoing, fixture::me(), Verb::Assign,
            [&](Case& c) { c.owner = fixture::colleague(), c.state = CaseState::Assigned, c.changed = acted; });
        row(
            "assign to the unit", CaseState::Ongoing, fixture::me(), Verb::Assign,
            [&](Case& c) { c.owner = fixture::theUnit(), c.state = CaseState::Received, c.changed = acted; },
            [](Command& command) { command.assignee = fixture::theUnit(); });
        row(
            "answered case back to the unit stays answered", CaseState::Answered, fixture::me(), Verb::Assign,
            [&](Case& c) { c.owner = fixture::theUnit(), c.changed = acted; },
            [](Command& command) { command.assignee = fixture::theUnit(); });
        row("start", CaseState::Assigned, fixture::me(), Verb::Start,
            [&](Case& c) { c.state = CaseState::Ongoing, c.openedByLicensed = acted, c.changed = acted; });
        row("partial reply on an unassigned case takes it", CaseState::Received, fixture::theUnit(), Verb::Partial, [&](Case& c) {
            c.owner = fixture::me(), c.state = CaseState::Ongoing, c.messages = {written(MessageKind::Partial)};
            c.openedByLicensed = acted, c.changed = acted;
        });
        row("partial reply on a colleague's case leaves it there", CaseState::Assigned, fixture::other(), Verb::Partial,
            [&](Case& c) { c.messages = {written(MessageKind::Partial)}, c.openedByLicensed = acted; });
        row("question", CaseState::Ongoing, fixture::me(), Verb::Question, [&](Case& c) {
            c.state = CaseState::Waiting, c.waitingFor = WaitingFor::Resident, c.messages = {written(MessageKind::Question)};
            c.openedByLicensed = acted, c.changed = acted;
        });
        row("reply", CaseState::Waiting, fixture::me(), Verb::Reply, [&](Case& c) {
            c.state = CaseState::Answered, c.waitingFor = WaitingFor::Nobody, c.messages = {written(MessageKind::Final)};
            c.openedByLicensed = acted, c.changed = acted;
        });
        row("correct a closed case", CaseState::Closed, fixture::me(), Verb::Correct,
            [&](Case& c) { c.messages = {written(MessageKind::Correction)}, c.openedByLicensed = acted; });
        row("note", CaseState::Received, fixture::other(), Verb::Note, [&](Case& c) { c.notes = {noted(text)}; });
        row("prioritise", CaseState::Received, fixture::theUnit(), Verb::Prioritise,
            [&](Case& c) { c.priority = Priority::Urgent, c.notes = {noted(text)}, c.changed = acted; });
        row("redirect", CaseState::Received, fixture::theUnit(), Verb::Redirect,
            [&](Case& c) { c.state = CaseState::Redirected, c.redirectReason = text, c.changed = acted; });
        row("close", CaseState::Answered, fixture::me(), Verb::Close, [&](Case& c) {
            c.state = CaseState::Closed, c.closure = Closure {u"answered"_s, JournalChoice::Yes}, c.changed = acted;
        });
        row("withdraw", CaseState::Waiting, fixture::me(), Verb::Withdraw,
            [&](Case& c) { c.state = CaseState::Withdrawn, c.waitingFor = WaitingFor::Nobody, c.changed = acted; });
        row("reopen leaves a note on the old case", CaseState::Closed, fixture::me(), Verb::Reopen,
            [&](Case& c) { c.notes = {noted(text)}; });
        row(
            "reopen without words notes the label", CaseState::Closed, fixture::me(), Verb::Reopen,
            [&](Case& c) { c.notes = {noted(u"Återuppta, 1177-2026-004812"_s)}; }, [](Command& command) { command.text.clear(); });
    }
    void effects()
    {
        QFETCH(Case, before);
        QFETCH(Command, command);
        QFETCH(Case, after);
        const auto result = apply(command, before, fixture::both());
        QVERIFY2(result, result ? "" : qPrintable(fixture::wordOf(result.error().reason)));
        QCOMPARE(result->state, after.state);
        QCOMPARE(result->messages, after.messages);
        QCOMPARE(result->notes, after.notes);
        QVERIFY(*result == after);
    }

    void refusedArguments_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<Set>("set");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char* name, Verb verb, const QString& refusal, Set set) {
            QTest::newRow(name) << verb << set << refusal;
        };
        row("reply, no text", Verb::Reply, u"!empty"_s, [](Command& c) { c.text.clear(); });
        row("question, blanks", Verb::Question, u"!empty"_s, [](Command& c) { c.text = u" \n\t\u00a0"_s; });
        row("partial, invisible characters", Verb::Partial, u"!empty"_s, [](Command& c) { c.text = u"\u200b\u2060\ufeff"_s; });
        row("note, no text", Verb::Note, u"!empty"_s, [](Command& c) { c.text.clear(); });
        row("reply, placeholder", Verb::Reply, u"!template"_s, [](Command& c) { c.text = u"Välkommen till XX-kliniken"_s; });
        row("redirect, placeholder", Verb::Redirect, u"!template"_s, [](Command& c) { c.text = u"Kontakta [mottagning]"_s; });
        row("redirect, no reason", Verb::Redirect, u"!reason"_s, [](Command& c) { c.text = u"  "_s; });
        row("prioritise, no reason", Verb::Prioritise, u"!reason"_s, [](Command& c) { c.text.clear(); });
        row("prioritise, same", Verb::Prioritise, u"!same"_s, [](Command& c) { c.priority = Priority::Routine; });
        row("prioritise, none", Verb::Prioritise, u"!same"_s, [](Command& c) { c.priority.reset(); });
        row("assign, nobody", Verb::Assign, u"!assignee"_s, [](Command& c) { c.assignee.reset(); });
        row("assign, nobody's reference", Verb::Assign, u"!assignee"_s, [](Command& c) { c.assignee->reference.clear(); });
        row("assign, the same person under a new name", Verb::Assign, u"!same"_s, [](Command& c) {
            c.assignee = fixture::me();
            c.assignee->name = u"Mira Nygift"_s;
        });
        row("assign, another unit", Verb::Assign, u"!unit"_s, [](Command& c) { c.assignee = Owner {Owner::Kind::Unit, u"org-2"_s, {}}; });
        row("close, no closure", Verb::Close, u"!outcome"_s, [](Command& c) { c.closure.reset(); });
        row("close, empty outcome", Verb::Close, u"!outcome"_s, [](Command& c) { c.closure->outcome.clear(); });
        row("close, unknown outcome", Verb::Close, u"!outcome"_s, [](Command& c) { c.closure->outcome = u"solved"_s; });
    }
    void refusedArguments()
    {
        QFETCH(Verb, verb);
        QFETCH(Set, set);
        Command command = fixture::command(verb);
        set(command);
        const auto result = apply(command, fixture::caseIn(CaseState::Ongoing, fixture::me()), fixture::both());
        QVERIFY(!result);
        QTEST(fixture::wordOf(result.error().reason), "refusal");
    }

    void assigningToTheUnitAgainIsNoChange()
    {
        Command command = fixture::command(Verb::Assign);
        command.assignee = fixture::theUnit();
        const auto result = apply(command, fixture::caseIn(CaseState::Received, fixture::theUnit()), fixture::both());
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Refusal::Reason::NoChange);
    }

    void aCaseThatCameInWithItsOwnerBecomesAssignedOnce()
    {
        Case value = fixture::caseIn(CaseState::Received, fixture::me());
        Command command = fixture::command(Verb::Assign);
        command.assignee = fixture::me();
        QCOMPARE(apply(command, value, fixture::both())->state, CaseState::Assigned);
        value.messages = {
            fixture::message("f", MessageKind::Final, "2026-11-23T09:00:00.000Z")}; // answered in truth: nothing left to change
        QCOMPARE(apply(command, value, fixture::both()).error().reason, Refusal::Reason::NoChange);
        QCOMPARE(apply(fixture::command(Verb::Take), value, fixture::both()).error().reason, Refusal::Reason::NoChange);
    }

    void textIsKeptAsWritten()
    {
        Command command = fixture::command(Verb::Reply);
        command.text = u"\n  Hej!\n\nVila.  \n"_s;
        const auto result = apply(command, fixture::caseIn(CaseState::Ongoing, fixture::me()), fixture::both());
        QVERIFY(result);
        QCOMPARE(result->messages.constLast().text, command.text);
    }

    void placeholders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* text, bool found) { QTest::newRow(text) << QString::fromUtf8(text) << found; };
        for (const char* text :
            {"XX-kliniken", "Ring XX", "kl. XX.XX", "XXX", "[...]", "[…]", "[datum]", "[ ]", "{{namn}}", "{{}}", "Tid: ___", "______"})
            row(text, true);
        for (const char* text :
            {"Storlek XXL", "46,XX", "XX-kromosomer", "[1]", "[x]", "[X]", "snake_case", "a__b", "{namn}", "Hej!", "Malmö (Möllan)"})
            row(text, false);
    }
    void placeholders()
    {
        QFETCH(QString, text);
        QTEST(hasPlaceholder(text), "found");
    }

    void aStandingReplyBlocksASecondWhateverTheState_data()
    {
        QTest::addColumn<QList<Message>>("messages");
        QTest::addColumn<QString>("reply");
        const Message final = fixture::message("f", MessageKind::Final, "2026-11-23T09:00:00.000Z");
        const Message after = fixture::message("r", MessageKind::Resident, "2026-11-23T09:30:00.000Z");
        const Message before = fixture::message("r", MessageKind::Resident, "2026-11-23T08:30:00.000Z");
        Message rejected = final;
        rejected.delivery = Delivery::Rejected;
        Message stuck = final;
        stuck.delivery = Delivery::NeedsAttention;
        Message saved = final;
        saved.delivery = Delivery::SavedHere;
        QTest::newRow("reply has come before the state") << QList {final} << u"!answered"_s;
        QTest::newRow("my own, not sent yet") << QList {saved} << u"!answered"_s;
        QTest::newRow("resident wrote before it") << QList {before, final} << u"!answered"_s;
        QTest::newRow("resident wrote after it: taken up again") << QList {final, after} << u"answered"_s;
        QTest::newRow("rejected") << QList {rejected} << u"answered"_s;
        QTest::newRow("needs attention") << QList {stuck} << u"answered"_s;
    }
    void aStandingReplyBlocksASecondWhateverTheState()
    {
        QFETCH(QList<Message>, messages);
        Case value = fixture::caseIn(CaseState::Ongoing, fixture::me());
        value.messages = messages;
        const auto result = apply(fixture::command(Verb::Reply), value, fixture::both());
        QTEST(result ? QString(codeOf(result->state)) : fixture::wordOf(result.error().reason), "reply");
    }

    void anAnsweredCaseIsNotReopenedByTheResidentsThanks()
    {
        Case value = fixture::caseIn(CaseState::Answered, fixture::me());
        value.messages = {fixture::message("f", MessageKind::Final, "2026-11-23T09:00:00.000Z"),
            fixture::message("r", MessageKind::Resident, "2026-11-23T09:30:00.000Z")};
        QCOMPARE(finalReplyAt(value), at("2026-11-23T09:00:00.000Z"));
        QVERIFY(hasUnreadAnswer(value));
        value.state = CaseState::Closed;
        QCOMPARE(finalReplyAt(value), at("2026-11-23T09:00:00.000Z"));
    }

    void doneAlreadyIsNoChange_data()
    {
        QTest::addColumn<Verb>("verb");
        for (const Verb verb : {Verb::Partial, Verb::Question, Verb::Reply, Verb::Note, Verb::Prioritise})
            QTest::newRow(codeOf(verb).data()) << verb;
    }
    //! The server may show the effect before the receipt; the replay must not refuse a reply with itself.
    void doneAlreadyIsNoChange()
    {
        QFETCH(Verb, verb);
        const Command command = fixture::command(verb);
        const auto once = apply(command, fixture::caseIn(CaseState::Ongoing, fixture::me()), fixture::both());
        QVERIFY(once);
        const auto twice = apply(command, *once, fixture::both());
        QVERIFY(!twice);
        QCOMPARE(twice.error().reason, Refusal::Reason::NoChange);
    }

    void olderMessageFindsItsPlace()
    {
        Case value = fixture::caseIn(CaseState::Ongoing, fixture::me());
        value.messages = {fixture::message("a", MessageKind::Resident, "2026-11-23T09:00:00.000Z"),
            fixture::message("b", MessageKind::Resident, "2026-11-23T11:00:00.000Z")};
        value.notes = {{u"A"_s, at("2026-11-23T11:00:00.000Z"), u"Later"_s}};
        value.changed = at("2026-11-23T11:00:00.000Z");
        const auto result = apply(fixture::command(Verb::Partial), value, fixture::both());
        QVERIFY(result);
        QCOMPARE(result->messages.at(1).id.text(), u"message-1"_s);
        QVERIFY(hasUnreadAnswer(*result)); // the resident has written since: somebody must still read it
        const auto noted = apply(fixture::command(Verb::Note), value, fixture::both());
        QVERIFY(noted);
        QCOMPARE(noted->notes.constLast().text, u"Later"_s);
        const auto replied = apply(fixture::command(Verb::Reply), value, fixture::both());
        QVERIFY(replied);
        QCOMPARE(replied->changed, value.changed); // never backwards
    }

    void openedByLicensedIsSetOnceAndByLicensedStaffAlone()
    {
        Case value = fixture::caseIn(CaseState::Assigned, fixture::me());
        const Actor secretary = fixture::actor(Role::CaseHandler, Profession::Unlicensed);
        QVERIFY(!apply(fixture::command(Verb::Start), value, secretary)->openedByLicensed.isValid());
        value.openedByLicensed = at("2026-11-23T08:30:00.000Z");
        QCOMPARE(apply(fixture::command(Verb::Start), value, fixture::both())->openedByLicensed, value.openedByLicensed);
    }

    void firstReplyIsTheEarliestClinicMessage()
    {
        Case value = fixture::caseIn(CaseState::Ongoing, fixture::me());
        QVERIFY(!firstReplyAt(value).isValid());
        value.messages = {fixture::message("a", MessageKind::Resident, "2026-11-23T09:00:00.000Z"),
            fixture::message("b", MessageKind::Correction, "2026-11-23T09:10:00.000Z"),
            fixture::message("c", MessageKind::Question, "2026-11-23T09:20:00.000Z"),
            fixture::message("d", MessageKind::Partial, "2026-11-23T09:30:00.000Z")};
        QCOMPARE(firstReplyAt(value), at("2026-11-23T09:20:00.000Z"));
        QVERIFY(!hasUnreadAnswer(value));
    }
};

QTEST_APPLESS_MAIN(TestApply)
#include "tst_apply.moc"
