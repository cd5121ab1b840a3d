// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/storework.h"
#include "world.h"

#include <QTest>

#include <utility>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isPost(const net::Request& request)
{
    return request.method == net::Request::Method::Post;
}

net::Reply refused()
{
    return MiniServer::json(403, "{\"resourceType\":\"OperationOutcome\"}");
}

// The first transaction is lost on its way, but only delayed: it is kept in `delayed`. The others are refused.
void delayTheFirstRefuseTheRest(World& world, net::Request& delayed)
{
    world.server.fault = [&delayed, posts = 0](const net::Request& request, bool after) mutable -> std::optional<net::Reply> {
        if (!isPost(request) || after)
            return std::nullopt;
        if (++posts > 1)
            return refused();
        delayed = request;
        return MiniServer::lost();
    };
}

} // namespace

// Orders of events that hardly ever happen. The simulation found them; here they have names.
class TestRareOrders final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRefusalOfTheSecondTryWaitsForTheFirst_data()
    {
        QTest::addColumn<int>("wallJumpHours");
        QTest::newRow("clock as it should be") << 0;
        QTest::newRow("clock set forward: nothing has settled by that") << 24;
        QTest::newRow("clock set back: nothing waits for the old time") << -24;
    }
    void aRefusalOfTheSecondTryWaitsForTheFirst()
    {
        QFETCH(int, wallJumpHours);
        World world;
        world.populate(1);
        world.start();
        world.run();
        net::Request delayed;
        delayTheFirstRefuseTheRest(world, delayed);
        const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
        world.run(70s);
        QCOMPARE(world.stateOf(id), u"uncertain"_s); // refused meanwhile, but nobody is told "not sent"
        world.clock.setWall(world.clock.now().addSecs(wallJumpHours * 3600));
        world.run(20s);
        QCOMPARE(world.stateOf(id), u"uncertain"_s);
        world.server.fault = nullptr;
        (void)world.server.answer(delayed);
        world.run(10min);
        QCOMPARE(world.stateOf(id), u"acknowledged"_s);
        QCOMPARE(world.server.idsOf(u"Communication"_s).size(), 1);
    }

    void aRefusalOfTheSecondTryStandsWhenTheFirstNeverCame()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        net::Request delayed;
        delayTheFirstRefuseTheRest(world, delayed);
        const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
        world.run(10min);
        QCOMPARE(world.stateOf(id), u"rejected"_s);
        QCOMPARE(world.server.idsOf(u"Communication"_s), QStringList());
    }

    void aLaterCommandIsNotMovedOntoWhatItsAuthorNeverSaw()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
        const QString note = world.act(care::Verb::Note, World::caseId(0), u"Ringt."_s);
        const QString reply = world.act(care::Verb::Reply, World::caseId(0), u"Mitt svar"_s);
        world.run(1s);
        QByteArray theirs = world.server.bodyOf(u"Task"_s, World::caseId(0));
        world.server.put(u"Task"_s, World::caseId(0), theirs.replace("\"status\":\"requested\"", "\"status\":\"in-progress\""));
        world.server.fault = nullptr;
        world.run(10min);
        QCOMPARE(world.stateOf(note), u"acknowledged"_s); // a note goes with any state
        QCOMPARE(world.stateOf(reply), u"conflict"_s);    // somebody had begun with the case
        QCOMPARE(world.server.idsOf(u"Communication"_s), QStringList());
    }

    void anEarlierCommandsMoveIsNoConflictForALaterOne()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
        const QString take = world.act(care::Verb::Take, World::caseId(0));
        const QString reply = world.act(care::Verb::Reply, World::caseId(0), u"Mitt svar"_s);
        world.run(1s);
        QByteArray theirs = world.server.bodyOf(u"Task"_s, World::caseId(0));
        world.server.put(u"Task"_s, World::caseId(0), theirs.replace("\"priority\":\"routine\"", "\"priority\":\"urgent\""));
        world.server.fault = nullptr;
        world.run(10min);
        QCOMPARE(world.stateOf(take), u"acknowledged"_s); // moved onto their version, which means the same to it
        QCOMPARE(world.stateOf(reply), u"acknowledged"_s);
    }

    void aReceiptThatComesBeforeItsCaseHidesNothing()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
        const QString id = world.act(care::Verb::Take, World::caseId(0));
        const care::Case taken = world.shown(World::caseId(0));
        QCOMPARE(taken.owner.reference, u"role-anna"_s);
        const store::StoredResource receipt {u"Provenance"_s, id, u"1"_s, u"2026-11-23T09:00:00.000Z"_s, World::caseId(0), "{}", {}};
        QVERIFY(sync::carryOut(*world.stores, sync::op::Ingest {{receipt}, {}, true}, world.clock.now()).ok);
        QCOMPARE(world.shown(World::caseId(0)), taken);
    }

    void aSlowReplyNeverTakesTheCaseBack()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        // The transaction's answer is on its way while a page brings what somebody wrote after it.
        const auto version = [&] { return world.stores->resources().find(u"Task"_s, World::caseId(0))->version.toInt(); };
        for (quint32 seed = 1; seed <= 120; ++seed) {
            world.shuffle(seed);
            if (seed % 2 == 0)
                world.syncNow(); // a page that was asked for before the transaction, and comes late with what was written after it
            QVERIFY(!world.act(care::Verb::Note, World::caseId(0), u"Ringt %1."_s.arg(seed)).isEmpty());
            if (seed % 2 == 1)
                world.syncNow();
            const QByteArray text = "Ringt " + QByteArray::number(seed) + '.';
            bool isWritten = false;
            int last = version();
            world.killBefore = [&](const sync::Action&) {
                if (!isWritten && !world.server.bodyOf(u"Task"_s, World::caseId(0)).contains(text))
                    return false;
                if (!std::exchange(isWritten, true))
                    world.server.put(u"Task"_s, World::caseId(0), world.server.bodyOf(u"Task"_s, World::caseId(0)));
                const int now = version();
                if (now < last)
                    last = -1;
                else if (last >= 0)
                    last = now;
                return false;
            };
            world.run(2s);
            world.killBefore = nullptr;
            QVERIFY2(last >= 0, qPrintable(u"seed %1: the cache went back"_s.arg(seed)));
        }
    }

    void aRowThatCouldNotBePaintedIsPaintedAtTheNextPull()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
        const QString id = world.act(care::Verb::Note, World::caseId(0), u"Ringt."_s);
        QVERIFY(world.stores->commands().setState(care::CommandId(id), care::CommandState::Uncertain, {}, {})); // and no room for the row
        QCOMPARE(world.stores->cases().find(care::CaseId(World::caseId(0)))->pending, std::optional(care::CommandState::Queued));
        world.syncNow();
        world.run();
        QCOMPARE(world.stores->cases().find(care::CaseId(World::caseId(0)))->pending, std::optional(care::CommandState::Uncertain));
    }

    void theFirstFetchIsFollowedByItsDeltaAtOnce()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        QCOMPARE(world.engine->status().firstSync, false);
        world.server.seen.clear();
        world.run(1s);
        QVERIFY(!world.server.seen.isEmpty());
        QVERIFY(world.server.seen.last().url.query().contains("_lastUpdated=ge"_L1));
    }
};

QTEST_GUILESS_MAIN(TestRareOrders)
#include "tst_rareorders.moc"
