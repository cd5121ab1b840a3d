// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void begin(World& world)
{
    world.profile.atomicTransactions = false;
    world.restart();
    world.populate(2);
    world.start();
    world.run();
    world.server.seen.clear();
}

bool isPut(const net::Request& request)
{
    return request.method == net::Request::Method::Put;
}

void verifyOnce(World& world, const QString& id)
{
    QCOMPARE(world.stateOf(id), u"acknowledged"_s);
    QCOMPARE(world.server.idsOf(u"Communication"_s).size(), 1);
    QCOMPARE(world.server.idsOf(u"Provenance"_s), QStringList {id});
    QCOMPARE(world.shown(World::caseId(0)).messages.size(), 1);
    QCOMPARE(world.shown(World::caseId(0)).state, care::CaseState::Answered);
}

} // namespace

class TestPushParts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTaskDecidesAndTheReceiptIsLast()
    {
        World world;
        begin(world);
        const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
        world.run(1s);
        QStringList types;
        for (const net::Request& request : world.server.seen) {
            QVERIFY(!request.body.contains("\"type\":\"transaction\""));
            if (isPut(request))
                types << request.url.path().section(u'/', 2, 2);
        }
        QCOMPARE(types.join(u' '), u"Task Communication Provenance"_s);
        verifyOnce(world, id);
    }

    void everyFateOfEveryRequestEndsInOneEffect_data()
    {
        QTest::addColumn<QVariant>("fault"); // net::Reply
        const auto row = [](const char* name, const net::Reply& reply) { QTest::newRow(name) << QVariant::fromValue(reply); };
        row("not sent", MiniServer::notSent());
        row("lost", MiniServer::lost());
        row("500", MiniServer::json(500, "{}"));
        row("429", MiniServer::json(429, "{}"));
        row("401", MiniServer::json(401, "{}"));
        row("412", MiniServer::json(412, "{}"));
        row("200 with something else", MiniServer::json(200, "{\"resourceType\":\"Patient\",\"id\":\"x\"}"));
    }
    void everyFateOfEveryRequestEndsInOneEffect()
    {
        QFETCH(QVariant, fault);
        for (const bool after : {false, true}) {
            for (int nth = 1; nth <= 3; ++nth) {
                World world;
                begin(world);
                world.server.fault = [&, left = nth](const net::Request& request, bool isAfter) mutable -> std::optional<net::Reply> {
                    return isPut(request) && isAfter == after && --left == 0 ? std::optional(fault.value<net::Reply>()) : std::nullopt;
                };
                const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
                world.run(10min);
                verifyOnce(world, id);
            }
        }
    }

    void aKillBeforeAnyWorkLosesAndDoublesNothing()
    {
        for (int dieAt = 1;; ++dieAt) {
            World world;
            begin(world);
            const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
            bool died = false;
            world.killBefore = [&died, left = dieAt](const sync::Action&) mutable { return died = --left == 0; };
            world.run(1s);
            world.killBefore = nullptr;
            QCOMPARE(world.shown(World::caseId(0)).messages.size(), 1);
            if (died)
                world.start();
            world.run(10min);
            verifyOnce(world, id);
            if (!died) {
                QVERIFY(dieAt > 8);
                return;
            }
        }
    }

    void aSecondAnswerNeverReachesTheResident()
    {
        World world;
        begin(world);
        world.server.fault = [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
        const QString mine = world.act(care::Verb::Reply, World::caseId(0), u"Mitt svar"_s);
        world.run(1s);
        QByteArray theirs = world.server.bodyOf(u"Task"_s, World::caseId(0));
        theirs.replace("\"status\":\"requested\"", "\"status\":\"completed\"");
        world.server.put(u"Task"_s, World::caseId(0), theirs);
        world.server.fault = nullptr;
        world.run(10min);
        QCOMPARE(world.stateOf(mine), u"conflict"_s);
        QCOMPARE(world.server.idsOf(u"Communication"_s), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestPushParts)
#include "tst_pushparts.moc"
