// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>

using namespace mottaget;
using namespace mottaget::sync;
using namespace Qt::StringLiterals;
using State = care::CommandState;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1763900000000, Qt::UTC);

QueueEntry entry(int n, const QString& key, State state)
{
    return {care::CommandId(QString::number(n)), state, {key}, {}, {}};
}

QList<QueueEntry> anyQueue()
{
    QList<QueueEntry> queue;
    const int size = *rc::gen::inRange(0, 12);
    for (int n = 0; n < size; ++n) {
        QueueEntry made = entry(n, QString::number(*rc::gen::inRange(0, 5)), static_cast<State>(*rc::gen::inRange(0, 6)));
        if (*rc::gen::arbitrary<bool>())
            made.keys << u"slot-%1"_s.arg(*rc::gen::inRange(0, 3));
        if (*rc::gen::arbitrary<bool>())
            made.notBefore = now.addSecs(*rc::gen::inRange(-60, 60));
        if (*rc::gen::arbitrary<bool>())
            made.nextAttempt = now.addSecs(*rc::gen::inRange(-60, 60));
        queue << made;
    }
    return queue;
}

bool shares(const QueueEntry& a, const QueueEntry& b)
{
    return std::any_of(a.keys.begin(), a.keys.end(), [&](const QString& key) { return b.keys.contains(key); });
}

} // namespace

class TestPlan final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStateDecides_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<QString>("chosen"); // of "0" and "1" on one case, "2" on another
        const auto row = [](const char* name, State first, const char* chosen) {
            QTest::newRow(name) << static_cast<int>(first) << QString::fromLatin1(chosen);
        };
        row("queued: it and the other case", State::Queued, "0 2");
        row("uncertain: asked about again", State::Uncertain, "0 2");
        row("in flight with nobody on it: asked about again", State::InFlight, "0 2");
        row("conflict: the same case waits, the other goes on", State::Conflict, "2");
        row("rejected: the same case waits, the other goes on", State::Rejected, "2");
        row("acknowledged: the next one's turn", State::Acknowledged, "1 2");
    }
    void eachStateDecides()
    {
        QFETCH(int, first);
        QFETCH(QString, chosen);
        QStringList ids;
        for (const care::CommandId& id :
            plan({entry(0, u"a"_s, static_cast<State>(first)), entry(1, u"a"_s, State::Queued), entry(2, u"b"_s, State::Queued)}, {}, now))
            ids << id.text();
        QCOMPARE(ids.join(u' '), chosen);
    }

    void properties()
    {
        const bool held = rc::check("what is chosen may be worked on, in order, and nothing that could go is forgotten", [] {
            const QList<QueueEntry> queue = anyQueue();
            const QList<care::CommandId> chosen = plan(queue, {}, now);
            RC_ASSERT(chosen.size() <= maxLanes);
            for (qsizetype i = 0; i < queue.size(); ++i) {
                const QueueEntry& one = queue[i];
                const bool due =
                    (!one.notBefore.isValid() || one.notBefore <= now) && (!one.nextAttempt.isValid() || one.nextAttempt <= now);
                const bool able = one.state == State::Queued || one.state == State::InFlight || one.state == State::Uncertain;
                const bool blocked = std::any_of(queue.begin(), queue.begin() + i,
                    [&](const QueueEntry& older) { return older.state != State::Acknowledged && shares(older, one); });
                const bool expected = due && able && !blocked;
                RC_ASSERT(!chosen.contains(one.id) || expected);
                RC_ASSERT(!expected || chosen.contains(one.id) || chosen.size() == maxLanes);
            }
            const QDateTime next = nextPlanAt(queue, now);
            RC_ASSERT(!next.isValid() || next > now);
        });
        QVERIFY(held);
    }

    void whatIsOnItsWayIsNotChosenAgain()
    {
        const QList<QueueEntry> queue {entry(0, u"a"_s, State::InFlight), entry(1, u"a"_s, State::Queued)};
        QCOMPARE(plan(queue, {care::CommandId(u"0"_s)}, now), QList<care::CommandId> {});
    }

    void aClockSetBackHoldsNothing()
    {
        QueueEntry later = entry(0, u"a"_s, State::Uncertain);
        later.nextAttempt = now.addSecs(15 * 60);
        QCOMPARE(plan({later}, {}, now), QList<care::CommandId> {});
        later.nextAttempt = now.addDays(1); // nobody waits so long: it was written by a clock that was wrong
        QCOMPARE(plan({later}, {}, now), QList {later.id});
        QCOMPARE(nextPlanAt({later}, now), QDateTime());
    }

    void busyLanesCountAgainstTheLimit()
    {
        QList<QueueEntry> queue;
        for (int n = 0; n < 9; ++n)
            queue << entry(n, QString::number(n), State::Queued);
        QCOMPARE(plan(queue, {}, now).size(), maxLanes);
        QCOMPARE(plan(queue, {care::CommandId(u"0"_s), care::CommandId(u"1"_s)}, now),
            (QList {care::CommandId(u"2"_s), care::CommandId(u"3"_s)}));
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
