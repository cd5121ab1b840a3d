// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/actionstate.h"

#include <QTest>

#include <rapidcheck.h>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using care::CommandState;
using Link = SyncStatus::Link;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-11-23T09:44:00Z"_s, Qt::ISODate);
const QDateTime soon = now.addSecs(30);
const QDateTime later = now.addSecs(300);

ActionFacts own(CommandState state, Link link = Link::Online)
{
    ActionFacts facts;
    facts.own = state;
    facts.link = link;
    facts.actedAt = now.addSecs(-60);
    return facts;
}

ActionFacts with(ActionFacts facts, void (*change)(ActionFacts&))
{
    change(facts);
    return facts;
}

//! What is said, in one line: "waiting/network until 30 s, missed".
QString said(const ActionStanding& standing)
{
    constexpr const char* states[] = {
        "saved here", "waiting", "sending", "confirming", "sent", "received", "read", "needs person", "refused"};
    constexpr const char* hindrances[] = {"", "/stopped action", "/unlock", "/network", "/sign-in", "/portal", "/trust", "/server",
        "/earlier action", "/undo window", "/next attempt"};
    constexpr const char* reasons[] = {
        "", ": moved", ": answered", ": rejected", ": not permitted", ": gone", ": other unit", ": precondition", ": unknown"};
    constexpr const char* promises[] = {"", "", ", at risk", ", missed"};
    QString line = QLatin1StringView(states[static_cast<int>(standing.state)]);
    line += QLatin1StringView(hindrances[static_cast<int>(standing.waitsFor)]);
    line += QLatin1StringView(reasons[static_cast<int>(standing.reason)]);
    if (standing.until.isValid())
        line += u" until %1 s"_s.arg(now.secsTo(standing.until));
    return line + QLatin1StringView(promises[static_cast<int>(standing.promise)]);
}

template <typename T>
T oneOf(std::initializer_list<T> values)
{
    return *rc::gen::elementOf(std::vector<T>(values));
}

QDateTime anyInstant()
{
    return *rc::gen::arbitrary<bool>() ? QDateTime() : now.addSecs(*rc::gen::inRange(-4000, 4000));
}

ActionFacts anyFacts()
{
    ActionFacts facts;
    using enum CommandState;
    if (*rc::gen::inRange(0, 7) > 0)
        facts.own = oneOf({Queued, InFlight, Uncertain, Acknowledged, Conflict, Rejected});
    if (*rc::gen::arbitrary<bool>())
        facts.region = RegionWord {*rc::gen::arbitrary<bool>(), anyInstant()};
    facts.link = static_cast<Link>(*rc::gen::inRange(0, static_cast<int>(Link::ServerBusy) + 1));
    facts.inTheWay = oneOf({InTheWay::Nothing, InTheWay::Waiting, InTheWay::Stopped});
    facts.isLocked = *rc::gen::arbitrary<bool>();
    facts.reason = static_cast<StopReason>(*rc::gen::inRange(0, static_cast<int>(StopReason::Unknown) + 1));
    facts.actedAt = now.addSecs(-60);
    facts.notBefore = anyInstant();
    facts.nextAttempt = anyInstant();
    facts.nextTry = anyInstant();
    facts.due = anyInstant();
    return facts;
}

bool saysArrived(ActionState state)
{
    return state == ActionState::Sent || state == ActionState::Received || state == ActionState::Read;
}

bool isStopped(ActionState state)
{
    return state == ActionState::NeedsPerson || state == ActionState::Refused;
}

QueuedCommand queued(const QString& id, CommandState state, const QStringList& keys)
{
    QueuedCommand one;
    one.command.id = care::CommandId(id);
    one.command.keys = keys;
    one.state = state;
    return one;
}

} // namespace

//! Where an own action stands: every combination by name, and what must hold of them all. docs/states.md.
class ActionStateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standing_data()
    {
        using enum CommandState;
        QTest::addColumn<QString>("words");
        QTest::addColumn<ActionFacts>("facts");
        const auto row = [](const char* name, const char* words, const ActionFacts& facts) {
            QTest::newRow(name) << QString::fromLatin1(words) << facts;
        };
        const RegionWord received {true, {}};
        const RegionWord read {true, now.addSecs(-10)};
        const auto region = [](ActionFacts facts, const RegionWord& word) {
            facts.region = word;
            return facts;
        };
        row("queued, nothing in the way", "saved here", own(Queued));
        row("queued, in the undo window", "waiting/undo window until 30 s", with(own(Queued), [](auto& f) { f.notBefore = soon; }));
        row("queued, undo window over", "saved here", with(own(Queued), [](auto& f) { f.notBefore = now; }));
        row("queued, never reached", "waiting/network", own(Queued, Link::NeverReached));
        row("queued, offline", "waiting/network", own(Queued, Link::Offline));
        row("queued, offline, tried again soon", "waiting/network until 30 s",
            with(own(Queued, Link::Offline), [](auto& f) { f.nextTry = soon; }));
        row("queued, offline and in the undo window", "waiting/network",
            with(own(Queued, Link::Offline), [](auto& f) { f.notBefore = soon; }));
        row("queued, sign-in needed", "waiting/sign-in", own(Queued, Link::SignInNeeded));
        row("queued, portal", "waiting/portal", own(Queued, Link::Portal));
        row("queued, not to be trusted", "waiting/trust", own(Queued, Link::Refused));
        row("queued, server busy", "waiting/server", own(Queued, Link::ServerBusy));
        row("queued, server said until when", "waiting/server until 300 s",
            with(own(Queued, Link::ServerBusy), [](auto& f) { f.nextTry = later; }));
        row("queued, server said so to this action", "waiting/server until 300 s",
            with(own(Queued, Link::ServerBusy), [](auto& f) { f.nextTry = soon, f.nextAttempt = later; }));
        row("queued, next attempt", "waiting/next attempt until 300 s", with(own(Queued), [](auto& f) { f.nextAttempt = later; }));
        row("queued, clock set back", "saved here", with(own(Queued), [](auto& f) { f.nextAttempt = now.addDays(1); }));
        row("queued, an earlier one waits", "waiting/earlier action", with(own(Queued), [](auto& f) { f.inTheWay = InTheWay::Waiting; }));
        row("queued, an earlier one waits, offline", "waiting/network",
            with(own(Queued, Link::Offline), [](auto& f) { f.inTheWay = InTheWay::Waiting; }));
        row("queued, an earlier one is stopped", "waiting/stopped action",
            with(own(Queued, Link::Offline), [](auto& f) { f.inTheWay = InTheWay::Stopped; }));
        row("queued, locked", "waiting/unlock", with(own(Queued, Link::Offline), [](auto& f) { f.isLocked = true; }));
        row("queued, though the region shows it", "saved here", region(own(Queued), read));
        row("in flight", "sending", own(InFlight));
        row("in flight, offline since", "sending", own(InFlight, Link::Offline));
        row("in flight, though the region shows it", "sending", region(own(InFlight), received));
        row("uncertain", "confirming", own(Uncertain));
        row("uncertain, asked again later", "confirming until 300 s", with(own(Uncertain), [](auto& f) { f.nextAttempt = later; }));
        row("uncertain, though the region shows it", "confirming", region(own(Uncertain), read));
        row("acknowledged, not pulled yet", "sent", own(Acknowledged, Link::Offline));
        row("acknowledged", "sent", region(own(Acknowledged), {}));
        row("acknowledged and received", "received", region(own(Acknowledged), received));
        row("acknowledged and read", "read", region(own(Acknowledged), read));
        row("of the region alone", "sent", region({}, {}));
        row("of the region alone, received", "received", region({}, received));
        row("of the region alone, read", "read", region({}, read));
        row("known to nobody", "needs person: unknown", {});
        row("conflict without a reason", "needs person: unknown", own(Conflict));
        row("rejected without a reason", "refused: unknown", own(Rejected));
        row("rejected, though the region shows it", "refused: unknown", region(own(Rejected), read));
        row("conflict, moved", "needs person: moved", with(own(Conflict), [](auto& f) { f.reason = StopReason::VersionMoved; }));
        row("conflict, answered", "needs person: answered", with(own(Conflict), [](auto& f) { f.reason = StopReason::AlreadyAnswered; }));
        row("conflict, gone", "needs person: gone", with(own(Conflict), [](auto& f) { f.reason = StopReason::Gone; }));
        row("conflict, other unit", "needs person: other unit", with(own(Conflict), [](auto& f) { f.reason = StopReason::OtherUnit; }));
        row("conflict, precondition", "needs person: precondition",
            with(own(Conflict), [](auto& f) { f.reason = StopReason::Precondition; }));
        row("rejected by the server", "refused: rejected", with(own(Rejected), [](auto& f) { f.reason = StopReason::Rejected; }));
        row("rejected, not permitted", "refused: not permitted", with(own(Rejected), [](auto& f) { f.reason = StopReason::NotPermitted; }));
    }
    void standing()
    {
        QFETCH(ActionFacts, facts);
        const ActionStanding standing = standingOf(facts, now);
        QTEST(said(standing), "words");
        QCOMPARE(standing.since, facts.actedAt);
    }

    void promises_data()
    {
        using enum CommandState;
        QTest::addColumn<Promise>("promise");
        QTest::addColumn<ActionFacts>("facts");
        const auto row = [](const char* name, Promise promise, ActionFacts facts, qint64 dueIn) {
            facts.due = now.addSecs(dueIn);
            QTest::newRow(name) << promise << facts;
        };
        const auto offline = with(own(Queued, Link::Offline), [](auto& f) { f.nextTry = later; });
        const auto busy = with(own(Queued, Link::ServerBusy), [](auto& f) { f.nextTry = later; });
        const auto blocked = with(own(Queued), [](auto& f) { f.inTheWay = InTheWay::Stopped; });
        QTest::newRow("no deadline known") << Promise::NotKnown << own(Queued, Link::Offline);
        row("offline, ends before the next try", Promise::Missed, offline, 299);
        row("offline, ends at the next try", Promise::Missed, offline, 300);
        row("offline, ends soon after it", Promise::AtRisk, offline, 301);
        row("offline, half an hour", Promise::AtRisk, offline, 1800);
        row("offline, more than that", Promise::InTime, offline, 1801);
        row("offline, over already", Promise::Missed, offline, -1);
        row("server busy, ends before it lets us", Promise::Missed, busy, 200);
        row("online, leaves at once", Promise::InTime, own(Queued), 5);
        row("online, ends in the undo window", Promise::Missed, with(own(Queued), [](auto& f) { f.notBefore = soon; }), 30);
        row("waits for a sign-in", Promise::AtRisk, own(Queued, Link::SignInNeeded), 1800);
        row("waits for a sign-in, long", Promise::InTime, own(Queued, Link::SignInNeeded), 1801);
        row("behind a stopped one", Promise::AtRisk, blocked, 60);
        row("conflict", Promise::AtRisk, own(Conflict), 60);
        row("rejected, over", Promise::Missed, own(Rejected), 0);
        row("in flight: not known", Promise::NotKnown, own(InFlight), 1);
        row("uncertain: not known", Promise::NotKnown, own(Uncertain), 1);
        row("acknowledged: the region's matter", Promise::NotKnown, own(Acknowledged), 1);
    }
    void promises()
    {
        QFETCH(ActionFacts, facts);
        const ActionStanding standing = standingOf(facts, now);
        QTEST(standing.promise, "promise");
        QCOMPARE(standing.due.isValid(), standing.promise != Promise::NotKnown);
    }

    //! Nothing is called sent, received or read without the commit of an acknowledgement, or of a page of the region's about what the
    //! outbox has nothing of.
    void neverSaysMoreThanTheCommit()
    {
        QVERIFY(rc::check([] {
            const ActionFacts facts = anyFacts();
            const ActionStanding standing = standingOf(facts, now);
            const bool isCommitted = facts.own ? facts.own == CommandState::Acknowledged : facts.region.has_value();
            RC_ASSERT(saysArrived(standing.state) == isCommitted);
            if (standing.state == ActionState::Received)
                RC_ASSERT(facts.region && facts.region->isReceived);
            if (standing.state == ActionState::Read)
                RC_ASSERT(facts.region && facts.region->readAt.isValid());
            RC_ASSERT(standing.readAt.isValid() == (standing.state == ActionState::Read));
        }));
    }

    //! A waiting action names what it waits for, a stopped one why, and nothing else does.
    void everyStateSaysWhy()
    {
        QVERIFY(rc::check([] {
            const ActionStanding standing = standingOf(anyFacts(), now);
            RC_ASSERT((standing.state == ActionState::Waiting) == (standing.waitsFor != WaitsFor::Nothing));
            RC_ASSERT(isStopped(standing.state) == (standing.reason != StopReason::None));
            RC_ASSERT(!standing.until.isValid() || standing.until > now);
            if (saysArrived(standing.state))
                RC_ASSERT(standing.promise == Promise::NotKnown);
        }));
    }

    //! What the region shows changes nothing about an action that the outbox still has.
    void theOutboxHasTheWord()
    {
        QVERIFY(rc::check([] {
            ActionFacts facts = anyFacts();
            RC_PRE(facts.own && facts.own != CommandState::Acknowledged);
            const ActionStanding before = standingOf(facts, now);
            facts.region = RegionWord {true, now};
            RC_ASSERT(standingOf(facts, now) == before);
        }));
    }

    void whatIsInTheWay()
    {
        using enum CommandState;
        QList<QueuedCommand> queue {queued(u"a1"_s, Queued, {u"a"_s}), queued(u"a2"_s, Queued, {u"a"_s}),
            queued(u"b1"_s, Rejected, {u"b"_s}), queued(u"b2"_s, Queued, {u"b"_s}), queued(u"c1"_s, Acknowledged, {u"c"_s}),
            queued(u"c2"_s, Queued, {u"c"_s}), queued(u"ab"_s, Queued, {u"a"_s, u"b"_s}), queued(u"a3"_s, Queued, {u"a"_s})};
        markWhatIsInTheWay(queue);
        QStringList marks;
        for (const QueuedCommand& one : queue)
            marks << one.command.id.text() + u' ' + QString::number(static_cast<int>(one.inTheWay));
        // a3 waits for ab, which waits for b1: stopped as well.
        QCOMPARE(marks.join(u", "_s), u"a1 0, a2 1, b1 0, b2 2, c1 0, c2 0, ab 2, a3 2"_s);
    }

    void everyCodeOfTheQueueIsKnown_data()
    {
        QTest::addColumn<StopReason>("reason");
        QTest::newRow("") << StopReason::None;
        QTest::newRow("version-moved") << StopReason::VersionMoved;
        QTest::newRow("already-answered") << StopReason::AlreadyAnswered;
        QTest::newRow("rejected") << StopReason::Rejected;
        QTest::newRow("not-permitted") << StopReason::NotPermitted;
        QTest::newRow("gone") << StopReason::Gone;
        QTest::newRow("other-unit") << StopReason::OtherUnit;
        QTest::newRow("precondition") << StopReason::Precondition;
        QTest::newRow("of-a-newer-version") << StopReason::Unknown;
    }
    void everyCodeOfTheQueueIsKnown() { QTEST(stopReasonOf(QString::fromLatin1(QTest::currentDataTag())), "reason"); }
};

QTEST_GUILESS_MAIN(ActionStateTest)
#include "tst_actionstate.moc"
