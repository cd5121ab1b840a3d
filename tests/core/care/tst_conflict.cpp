// SPDX-License-Identifier: GPL-3.0-or-later
#include "carefixture.h"

#include "core/care/conflict.h"

#include <QTest>

#include <functional>

using namespace mottaget::care;
using namespace Qt::StringLiterals;

namespace {

using Event = std::function<void(Case&, QList<Deed>&)>;

QString wordOf(WayOn way)
{
    switch (way) {
    case WayOn::Again: return u"again"_s;
    case WayOn::TakeFirst: return u"take"_s;
    case WayOn::AsCorrection: return u"correction"_s;
    case WayOn::AsNote: return u"note"_s;
    case WayOn::AsDraft: return u"draft"_s;
    case WayOn::GiveUp: return u"give up"_s;
    }
    Q_UNREACHABLE();
}

QString wordOf(const Difference& one)
{
    static const QStringList whats {u"state"_s, u"owner"_s, u"priority"_s, u"closure"_s, u"message"_s, u"note"_s};
    static const QStringList sources {u"mottaget"_s, u"other system"_s, u"resident"_s};
    return whats[static_cast<int>(one.what)] + u" by "_s + (one.by.isEmpty() ? u"?"_s : one.by) + u' ' + one.at.toString(u"HH:mm"_s)
        + u" in "_s + sources[static_cast<int>(one.source)];
}

Deed deed(const char* verb, const char* when, const QStringList& touched = {})
{
    return {QString::fromLatin1(verb), StaffRoleId(fixture::otherRole), u"Olle Other"_s, fixture::at(when), touched};
}

Message answer(const char* when)
{
    Message message = fixture::message("answer-1", MessageKind::Final, when);
    message.senderName = u"Olle Other"_s;
    return message;
}

} // namespace

class TestConflict final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsNotAsItWasSeen_data()
    {
        QTest::addColumn<int>("event");
        QTest::addColumn<QStringList>("told");
        const auto add = [this](const char* name, const Event& event, const QStringList& told) {
            QTest::newRow(name) << static_cast<int>(m_events.size()) << told;
            m_events.push_back(event);
        };
        m_events.clear();
        add("nothing", [](Case&, QList<Deed>&) {}, {});
        add("a new version alone", [](Case& value, QList<Deed>&) { value.version = VersionId(u"8"_s); }, {});
        add("answered by a colleague",
            [](Case& value, QList<Deed>& since) {
                value.state = CaseState::Answered;
                value.messages << answer("2026-11-23T09:50:00.000Z");
                since << deed("reply", "2026-11-23T09:50:00.000Z", {u"answer-1"_s});
            },
            {u"state by Olle Other 09:50 in mottaget"_s, u"message by Olle Other 09:50 in mottaget"_s});
        add("answered in another system",
            [](Case& value, QList<Deed>&) {
                value.state = CaseState::Answered;
                value.changed = fixture::at("2026-11-23T09:52:00.000Z");
                value.messages << answer("2026-11-23T09:50:00.000Z");
            },
            {u"message by Olle Other 09:50 in other system"_s, u"state by ? 09:52 in other system"_s});
        add("taken by a colleague",
            [](Case& value, QList<Deed>& since) {
                value.owner = fixture::other();
                value.state = CaseState::Assigned;
                since << deed("take", "2026-11-23T09:41:00.000Z") << deed("note", "2026-11-23T09:45:00.000Z");
            },
            {u"state by Olle Other 09:41 in mottaget"_s, u"owner by Olle Other 09:41 in mottaget"_s});
        add("another name of the same owner", [](Case& value, QList<Deed>&) { value.owner.name = u"Hälsocentralen"_s; }, {});
        add("priority, by the newest of two",
            [](Case& value, QList<Deed>& since) {
                value.priority = Priority::Urgent;
                since << deed("prioritise", "2026-11-23T09:41:00.000Z") << deed("prioritise", "2026-11-23T09:44:00.000Z");
            },
            {u"priority by Olle Other 09:44 in mottaget"_s});
        add("a verb of another version names nobody",
            [](Case& value, QList<Deed>& since) {
                value.priority = Priority::Urgent;
                since << deed("escalate", "2026-11-23T09:41:00.000Z");
            },
            {u"priority by ? 08:00 in other system"_s});
        add("the resident wrote",
            [](Case& value, QList<Deed>&) { value.messages << fixture::message("m", MessageKind::Resident, "2026-11-23T09:55:00.000Z"); },
            {u"message by ? 09:55 in resident"_s});
        add("a colleague's note",
            [](Case& value, QList<Deed>& since) {
                value.notes << Note {u"Olle Other"_s, fixture::at("2026-11-23T09:33:00.000Z"), u"Ringt"_s};
                since << deed("note", "2026-11-23T09:33:00.000Z");
            },
            {u"note by Olle Other 09:33 in mottaget"_s});
        add("a note of another system",
            [](Case& value, QList<Deed>&) {
                value.notes << Note {u"Journal"_s, fixture::at("2026-11-23T09:33:00.000Z"), u"Ringt"_s};
            },
            {u"note by Journal 09:33 in other system"_s});
        add("closed with an outcome",
            [](Case& value, QList<Deed>& since) {
                value.state = CaseState::Closed;
                value.closure = Closure {u"answered"_s, JournalChoice::Yes};
                since << deed("close", "2026-11-23T09:59:00.000Z");
            },
            {u"state by Olle Other 09:59 in mottaget"_s, u"closure by Olle Other 09:59 in mottaget"_s});
    }
    void tellsWhatIsNotAsItWasSeen()
    {
        QFETCH(int, event);
        const Case seen = fixture::caseIn(CaseState::Received, fixture::theUnit());
        Case current = seen;
        QList<Deed> since;
        m_events[static_cast<std::size_t>(event)](current, since);
        QStringList told;
        for (const Difference& one : differences(seen, current, since))
            told << wordOf(one);
        QTEST(told, "told");
    }

    void offersOnlyWaysThatAreOpen_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<CaseState>("state");
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("roles");
        QTest::addColumn<QStringList>("ways");
        const auto row = [](const char* name, Verb verb, CaseState state, const char* owner, const char* roles, const QStringList& ways) {
            QTest::newRow(name) << verb << state << QString::fromLatin1(owner) << QString::fromLatin1(roles) << ways;
        };
        using enum CaseState;
        row("reply, still open and mine", Verb::Reply, Ongoing, "me", "both", {u"again"_s, u"note"_s, u"draft"_s});
        row("reply, a colleague took it", Verb::Reply, Ongoing, "other", "both", {u"take"_s, u"note"_s, u"draft"_s});
        row("reply, a colleague took it from a handler", Verb::Reply, Ongoing, "other", "handler", {u"note"_s, u"draft"_s});
        row("reply, answered, mine", Verb::Reply, Answered, "me", "both", {u"correction"_s, u"note"_s, u"draft"_s});
        row("reply, answered by a colleague", Verb::Reply, Answered, "other", "both", {u"note"_s, u"draft"_s});
        row("reply, closed", Verb::Reply, Closed, "me", "both", {u"correction"_s, u"draft"_s});
        row("reply, withdrawn", Verb::Reply, Withdrawn, "me", "both", {u"draft"_s});
        row("question, answered, mine", Verb::Question, Answered, "me", "both", {u"correction"_s, u"note"_s, u"draft"_s});
        row("take, a colleague was first", Verb::Take, Assigned, "other", "both", {u"again"_s, u"note"_s, u"give up"_s});
        row("take, a colleague was first, handler", Verb::Take, Assigned, "other", "handler", {u"note"_s, u"give up"_s});
        row("close, a colleague has it", Verb::Close, Ongoing, "other", "handler", {u"note"_s, u"give up"_s});
        row("close, closed already", Verb::Close, Closed, "me", "both", {u"give up"_s});
        row("note, closed", Verb::Note, Closed, "me", "both", {u"give up"_s});
        row("note, open", Verb::Note, Ongoing, "other", "both", {u"again"_s, u"give up"_s});
    }
    void offersOnlyWaysThatAreOpen()
    {
        QFETCH(Verb, verb);
        QFETCH(CaseState, state);
        QFETCH(QString, owner);
        QFETCH(QString, roles);
        const Case current = fixture::caseIn(state, owner == "me"_L1 ? fixture::me() : fixture::other());
        const Actor actor = roles == "both"_L1 ? fixture::both() : fixture::actor(Role::CaseHandler);
        QStringList ways;
        for (const WayOn way : waysOn(fixture::command(verb), current, actor))
            ways << wordOf(way);
        QTEST(ways, "ways");
    }

    void takingOverComesBeforeTheRest()
    {
        const Case current = fixture::caseIn(CaseState::Ongoing, fixture::other());
        const QList<Command> made = commandsOf(WayOn::TakeFirst, fixture::command(Verb::Reply), current, fixture::both());
        QCOMPARE(made.size(), 2);
        QCOMPARE(made[0].verb, Verb::Take);
        QCOMPARE(made[0].assignee, std::optional(fixture::me()));
        QCOMPARE(made[1].verb, Verb::Reply);
        QCOMPARE(made[1].text, fixture::command(Verb::Reply).text);
    }

    void theTextGoesWithEachWay()
    {
        const Case current = fixture::caseIn(CaseState::Answered, fixture::me());
        for (const WayOn way : {WayOn::AsCorrection, WayOn::AsNote}) {
            const QList<Command> made = commandsOf(way, fixture::command(Verb::Reply), current, fixture::both());
            QCOMPARE(made.size(), 1);
            QCOMPARE(made[0].text, fixture::command(Verb::Reply).text);
            QCOMPARE(made[0].caseId, current.id);
        }
        QVERIFY(commandsOf(WayOn::AsDraft, fixture::command(Verb::Reply), current, fixture::both()).isEmpty());
    }

private:
    std::vector<Event> m_events;
};

QTEST_APPLESS_MAIN(TestConflict)
#include "tst_conflict.moc"
