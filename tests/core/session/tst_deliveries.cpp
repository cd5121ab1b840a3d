// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/deadline.h"
#include "core/session/actionstate.h"
#include "core/session/casework.h"
#include "core/session/standing.h"
#include "tests/core/sync/world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr const char* names[] = {"saved", "waiting", "sending", "confirming", "sent", "received", "read", "needs person", "refused"};

bool isTransaction(const net::Request& request)
{
    return request.method == net::Request::Method::Post && request.body.contains("\"type\":\"transaction\"");
}

//! A client whose screens are looked at before everything the engine does.
struct Watched {
    Watched()
    {
        world.populate(1);
        world.start();
        world.run();
    }
    void watch()
    {
        world.killBefore = [this](const sync::Action& action) {
            look();
            return dies && dies(action);
        };
    }
    void act()
    {
        const Intent intent {care::Verb::Reply, caseId, world.shown(caseId.text()).version, u"Hej Karin!"_s, {}, {}, {}};
        command = work::submit(*world.stores, intent, context())->command;
        message = world.queue().first().command.messageId;
        watch();
        look();
        world.queueChanged();
    }
    work::Context context() { return {world.clock, u"dator-4"_s, world.clock.monotonic().count(), 0ms, 72h, 0ms, false, gate}; }

    //! What case and queue show; both must say the same.
    ActionStanding standing()
    {
        SyncStatus status;
        if (world.engine)
            adopt(status, world.engine->status());
        const QDateTime now = world.clock.now();
        const auto open = work::readCase(*world.stores, caseId, context());
        const auto queue = work::readQueue(*world.stores, context());
        const auto find = [&](const QList<QueuedCommand>& list) {
            return std::ranges::find_if(list, [&](const QueuedCommand& one) { return one.command.id == command; });
        };
        const auto queued = find(*queue);
        const auto inCase = find(open->commands);
        if (queued != queue->end() && inCase != open->commands.end() && !(*queued == *inCase))
            qFatal("case and queue differ");
        if (inCase != open->commands.end())
            return standingOf(factsOf(*inCase, status.link, status.nextTry), now);
        for (const care::Message& one : open->value.messages) {
            if (one.id == message)
                return standingOf(factsOf(one, open->commands, status.link, status.nextTry), now);
        }
        return standingOf({}, now);
    }
    void look()
    {
        const QString name = QString::fromLatin1(names[static_cast<int>(standing().state)]);
        if (trail.isEmpty() || trail.last() != name)
            trail << name;
        const bool saysArrived = name == u"sent" || name == u"received" || name == u"read";
        if (saysArrived && world.stateOf(command.text()) != u"acknowledged")
            lies = true;
    }
    void run(std::chrono::milliseconds budget)
    {
        world.run(budget);
        look();
    }

    World world;
    Gate gate;
    const care::CaseId caseId {World::caseId(0)};
    care::CommandId command;
    care::MessageId message;
    QStringList trail;
    bool lies = false; //!< success was shown without its commit
    std::function<bool(const sync::Action&)> dies;
};

//! The first transaction meets `reply`, before or after the server has carried it out.
void failOnce(World& world, const net::Reply& reply, bool after)
{
    world.server.fault = [reply, after, done = false](const net::Request& request, bool isAfter) mutable -> std::optional<net::Reply> {
        if (done || isAfter != after || !isTransaction(request))
            return std::nullopt;
        done = true;
        return reply;
    };
}

} // namespace

//! A reply on real files and the real engine, looked at before each step: what the screens say on its way to the region, through loss,
//! kill, refusal and conflict.
class DeliveriesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void arrives()
    {
        Watched one;
        one.act();
        one.run(1s);
        const QStringList expected {u"saved"_s, u"sending"_s, u"sent"_s};
        QCOMPARE(one.trail, expected);
        QVERIFY(!one.lies);
    }

    void theRegionsMarksComeWithTheNextPage()
    {
        Watched one;
        one.act();
        one.run(1s);
        const QString id = one.message.text();
        QByteArray body = one.world.server.bodyOf(u"Communication"_s, id);
        QVERIFY(body.contains("\"status\":\"in-progress\""));
        body.replace("\"status\":\"in-progress\"", "\"status\":\"completed\"");
        one.world.server.put(u"Communication"_s, id, body);
        one.world.syncNow();
        one.run(10min);
        body.replace("\"status\":\"completed\"", "\"status\":\"completed\",\"received\":\"2026-11-23T10:00:00Z\"");
        one.world.server.put(u"Communication"_s, id, body);
        one.world.syncNow();
        one.run(10min);
        const QStringList expected {u"saved"_s, u"sending"_s, u"sent"_s, u"received"_s, u"read"_s};
        QCOMPARE(one.trail, expected);
        QVERIFY(!one.lies);
    }

    void aReplyThatGetsLostIsBeingConfirmed_data()
    {
        QTest::addColumn<bool>("after");
        QTest::newRow("before the server did it") << false;
        QTest::newRow("after the server did it") << true;
    }
    void aReplyThatGetsLostIsBeingConfirmed()
    {
        QFETCH(bool, after);
        Watched one;
        failOnce(one.world, MiniServer::lost(), after);
        one.act();
        one.run(10min);
        QCOMPARE(one.trail.mid(0, 3), QStringList({u"saved"_s, u"sending"_s, u"confirming"_s}));
        QCOMPARE(one.trail.last(), u"sent"_s);
        QVERIFY(!one.lies);
        QCOMPARE(one.world.server.idsOf(u"Communication"_s), QStringList {one.message.text()});
    }

    void killedWhileInFlight_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("before it left") << false;
        QTest::newRow("after the server did it") << true;
    }
    void killedWhileInFlight()
    {
        QFETCH(bool, arrived);
        Watched one;
        one.dies = [&](const sync::Action& action) {
            if (arrived)
                return std::holds_alternative<sync::Run>(action)
                    && std::holds_alternative<sync::op::Acknowledge>(std::get<sync::Run>(action).op);
            return std::holds_alternative<sync::Send>(action) && isTransaction(std::get<sync::Send>(action).request);
        };
        one.act();
        one.world.run(1s);
        QCOMPARE(one.trail.last(), u"sending"_s);
        QCOMPARE(one.world.server.idsOf(u"Communication"_s).size(), arrived ? 1 : 0);
        one.dies = nullptr;
        one.world.restart();
        one.look();
        QCOMPARE(one.trail.last(), u"confirming"_s); // nothing is known yet, whatever the server did
        one.world.start();
        one.run(10min);
        QCOMPARE(one.trail.last(), u"sent"_s);
        QVERIFY(!one.lies);
        QCOMPARE(one.world.server.idsOf(u"Communication"_s), QStringList {one.message.text()});
    }

    void withoutNetworkItWaits()
    {
        Watched one;
        one.world.server.fault = [](const net::Request&, bool after) {
            return after ? std::optional<net::Reply>() : MiniServer::notSent();
        };
        one.world.syncNow();
        one.world.run(1s);
        one.act();
        one.run(5min);
        QCOMPARE(one.trail, QStringList {u"waiting"_s});
        const ActionStanding standing = one.standing();
        QCOMPARE(standing.waitsFor, WaitsFor::Network);
        QVERIFY(standing.until.isValid() && standing.until <= one.world.clock.now().addSecs(61)); // the next try is known
        one.world.server.fault = nullptr;
        one.run(5min);
        QCOMPARE(one.trail.last(), u"sent"_s);
        QVERIFY(!one.lies);
    }

    void theServerAsksUsToWait()
    {
        Watched one;
        net::Reply busy = MiniServer::json(429, "{\"resourceType\":\"OperationOutcome\"}");
        busy.retryAfter = std::chrono::seconds(300);
        one.world.server.fault = [busy](const net::Request&, bool after) { return after ? std::optional<net::Reply>() : busy; };
        one.world.syncNow();
        one.world.run(1s);
        one.act();
        one.look();
        const ActionStanding standing = one.standing();
        QCOMPARE(standing.waitsFor, WaitsFor::Server);
        QVERIFY(one.world.clock.now().secsTo(standing.until) > 290);
    }

    void whatIsRefusedSaysWhyAndStaysInTheCase()
    {
        Watched one;
        failOnce(one.world, MiniServer::json(403, "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\"nej\"}]}"), false);
        one.act();
        one.run(10min);
        QCOMPARE(one.trail.last(), u"refused"_s);
        QVERIFY(!one.lies);
        QCOMPARE(one.standing().reason, StopReason::NotPermitted);
        const auto open = work::readCase(*one.world.stores, one.caseId, one.context());
        QCOMPARE(open->commands.size(), 1);
        QCOMPARE(open->commands.first().command.text, u"Hej Karin!"_s);
        QVERIFY(one.world.server.idsOf(u"Communication"_s).isEmpty());
        // What comes after it in the case says what it waits for.
        const Intent note {care::Verb::Note, one.caseId, open->value.version, u"Ringt"_s, {}, {}, {}};
        one.command = work::submit(*one.world.stores, note, one.context())->command;
        QCOMPARE(one.standing().waitsFor, WaitsFor::StoppedAction);
    }

    void aConflictNeedsAPerson()
    {
        Watched one;
        one.act();
        QByteArray body = one.world.server.bodyOf(u"Task"_s, one.caseId.text());
        const qsizetype at = body.indexOf("\"status\":\"") + 10;
        body.replace(at, body.indexOf('"', at) - at, "completed");
        one.world.server.put(u"Task"_s, one.caseId.text(), body);
        one.world.syncNow();
        one.run(10min);
        QCOMPARE(one.trail.last(), u"needs person"_s);
        QVERIFY(one.standing().reason != StopReason::Unknown);
        QVERIFY(!one.lies);
        QVERIFY(one.world.server.idsOf(u"Communication"_s).isEmpty());
    }

    //! A reply that waits counts as given in the case; when its promise ends is asked of what the server knows.
    void aWaitingReplyKnowsItsDeadline()
    {
        Watched one;
        const care::RunningClock before = *care::runningClock(one.world.shown(one.caseId.text()),
            sync::Projector(*one.world.stores, one.world.clock.now()).types().find(one.world.shown(one.caseId.text()).type));
        one.act();
        const auto open = work::readCase(*one.world.stores, one.caseId, one.context());
        QCOMPARE(open->commands.first().due, before.due);
        QCOMPARE(work::readQueue(*one.world.stores, one.context())->first().due, before.due);
    }
};

QTEST_GUILESS_MAIN(DeliveriesTest)
#include "tst_deliveries.moc"
