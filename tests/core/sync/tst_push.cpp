// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/codes.h"
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isPost(const net::Request& request)
{
    return request.method == net::Request::Method::Post && !request.body.contains("\"type\":\"batch\"");
}

// The server's reply to the first `count` transactions, instead of (before) or after what it did.
void failPosts(World& world, const net::Reply& reply, bool after, int count = 1)
{
    world.server.fault = [reply, after, left = count](const net::Request& request, bool isAfter) mutable -> std::optional<net::Reply> {
        if (!isPost(request) || isAfter != after || left == 0)
            return std::nullopt;
        --left;
        return reply;
    };
}

net::Reply html()
{
    net::Reply reply;
    reply.status = 200;
    reply.contentType = "text/html";
    reply.body = "<html>Logga in</html>";
    return reply;
}

net::Reply status(int code)
{
    return MiniServer::json(code, "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"diagnostics\":\"nej\"}]}");
}

} // namespace

class TestPush final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReplyHasOneEffectAndItsReceipt()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej Karin!"_s);
        QVERIFY(!id.isEmpty());
        QCOMPARE(world.shown(World::caseId(0)).messages.last().delivery, care::Delivery::SavedHere);
        world.run(1s);
        QCOMPARE(world.stateOf(id), u"acknowledged"_s);
        QCOMPARE(world.server.idsOf(u"Communication"_s).size(), 1);
        QCOMPARE(world.server.idsOf(u"Provenance"_s), QStringList {id});
        QVERIFY(world.server.bodyOf(u"Task"_s, World::caseId(0)).contains("\"unknown\":{\"kept\":0.10}"));
        const care::Case shown = world.shown(World::caseId(0));
        QCOMPARE(shown.state, care::CaseState::Answered);
        QCOMPARE(shown.messages.size(), 1);
        QCOMPARE(shown.messages.first().delivery, care::Delivery::Sent);
    }

    //! Nothing is sent a second time while the receipt can say that it is there.
    void aLostReplyIsAskedAboutBeforeAnythingElse()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        failPosts(world, MiniServer::lost(), true);
        const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej Karin!"_s);
        world.run(10min);
        QCOMPARE(world.stateOf(id), u"acknowledged"_s);
        QCOMPARE(std::count_if(world.server.seen.begin(), world.server.seen.end(), isPost), 1);
    }

    void whateverHappensToTheReplyTheEffectIsThereOnce_data()
    {
        QTest::addColumn<QVariant>("fault"); // net::Reply
        QTest::addColumn<bool>("afterEffect");
        const auto row = [](const char* name, const net::Reply& reply, bool after) {
            QTest::newRow(name) << QVariant::fromValue(reply) << after;
        };
        row("connection refused", MiniServer::notSent(), false);
        row("lost on the way there", MiniServer::lost(), false);
        row("lost on the way back", MiniServer::lost(), true);
        row("500 before the effect", status(500), false);
        row("500 after the effect", status(500), true);
        row("502 after the effect", status(502), true);
        row("503 after the effect", status(503), true);
        row("a login page instead", html(), false);
        row("a login page after the effect", html(), true);
        row("200 with half a body after the effect", MiniServer::json(200, "{\"resourceType\":\"Bundle\",\"type\":\"transac"), true);
        row("200 with another resource after the effect", MiniServer::json(200, "{\"resourceType\":\"Patient\",\"id\":\"x\"}"), true);
        row("200 with another resource and no effect", MiniServer::json(200, "{\"resourceType\":\"Patient\",\"id\":\"x\"}"), false);
        row("200 with an empty answer and no effect",
            MiniServer::json(200, "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":[]}"), false);
        row("409 though it took effect", status(409), true);
        row("412 though it took effect", status(412), true);
        row("429", status(429), false);
        row("401", status(401), false);
    }
    void whateverHappensToTheReplyTheEffectIsThereOnce()
    {
        QFETCH(QVariant, fault);
        QFETCH(bool, afterEffect);
        World world;
        world.populate(1);
        world.start();
        world.run();
        failPosts(world, fault.value<net::Reply>(), afterEffect);
        const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej Karin!"_s);
        world.run(1s);
        QCOMPARE(world.shown(World::caseId(0)).messages.size(), 1); // never nowhere, never twice, at any time
        world.run(10min);
        QCOMPARE(world.stateOf(id), u"acknowledged"_s);
        QCOMPARE(world.server.idsOf(u"Communication"_s).size(), 1);
        QCOMPARE(world.server.idsOf(u"Provenance"_s), QStringList {id});
        QCOMPARE(world.shown(World::caseId(0)).messages.size(), 1);
    }

    void repeatsAreByteIdentical()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        failPosts(world, MiniServer::lost(), false, 3);
        world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
        world.run(10min);
        QSet<QByteArray> bodies;
        int posts = 0;
        for (const net::Request& request : world.server.seen) {
            if (isPost(request)) {
                bodies.insert(request.body);
                ++posts;
            }
        }
        QCOMPARE(posts, 4);
        QCOMPARE(bodies.size(), 1);
    }

    void aRefusedCommandWaitsForAPersonAndBlocksNobodyElse_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        QTest::newRow("400") << 400 << u"rejected"_s << u"rejected"_s;
        QTest::newRow("422") << 422 << u"rejected"_s << u"rejected"_s;
        QTest::newRow("403") << 403 << u"rejected"_s << u"not-permitted"_s;
        QTest::newRow("412") << 412 << u"conflict"_s << u"version-moved"_s;
        QTest::newRow("409 means the same") << 409 << u"conflict"_s << u"version-moved"_s;
        QTest::newRow("404") << 404 << u"conflict"_s << u"gone"_s;
    }
    void aRefusedCommandWaitsForAPersonAndBlocksNobodyElse()
    {
        QFETCH(int, code);
        QFETCH(QString, state);
        QFETCH(QString, reason);
        World world;
        world.populate(2);
        world.start();
        world.run();
        world.server.fault = [code](const net::Request& request, bool after) -> std::optional<net::Reply> {
            return !after && isPost(request) && request.body.contains("case-0000") ? std::optional(status(code)) : std::nullopt;
        };
        const QString refused = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
        const QString later = world.act(care::Verb::Note, World::caseId(0), u"Ringt."_s);
        const QString other = world.act(care::Verb::Reply, World::caseId(1), u"Hej!"_s);
        world.run(10min);
        QCOMPARE(world.stateOf(refused), state);
        QCOMPARE(world.queue().first().reason, reason);
        QCOMPARE(world.stateOf(later), u"queued"_s); // same case: held behind it
        QCOMPARE(world.stateOf(other), u"acknowledged"_s);
        QCOMPARE(world.queue().first().command.text, u"Hej!"_s);
    }

    void aSecondAnswerIsHeldBeforeTheResidentSeesIt()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
        const QString mine = world.act(care::Verb::Reply, World::caseId(0), u"Mitt svar"_s);
        world.run(1s);
        QByteArray theirs = world.server.bodyOf(u"Task"_s, World::caseId(0));
        theirs.replace("\"status\":\"requested\"",
            "\"status\":\"in-progress\",\"businessStatus\":{\"coding\":[{\"system\":\"https:\\/\\/mottaget.se/fhir/CodeSystem/"
            "business-status\",\"code\":\"answered\"}]}");
        world.server.put(u"Task"_s, World::caseId(0), theirs);
        world.server.fault = nullptr;
        world.run(10min);
        QCOMPARE(world.stateOf(mine), u"conflict"_s);
        QCOMPARE(world.server.idsOf(u"Communication"_s), QStringList());
        QCOMPARE(world.queue().first().command.text, u"Mitt svar"_s);
    }

    void aChangeThatDoesNotMatterIsNoConflict()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
        const QString mine = world.act(care::Verb::Reply, World::caseId(0), u"Mitt svar"_s);
        world.run(1s);
        QByteArray theirs = world.server.bodyOf(u"Task"_s, World::caseId(0));
        theirs.replace("\"priority\":\"routine\"", "\"priority\":\"urgent\"");
        world.server.put(u"Task"_s, World::caseId(0), theirs);
        world.server.fault = nullptr;
        world.run(10min);
        QCOMPARE(world.stateOf(mine), u"acknowledged"_s);
        QVERIFY(world.server.bodyOf(u"Task"_s, World::caseId(0)).contains("\"priority\":\"urgent\"")); // theirs is kept
    }

    void commandsOnOneCaseKeepTheirOrder()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
        const QStringList ids {world.act(care::Verb::Take, World::caseId(0)),
            world.act(care::Verb::Partial, World::caseId(0), u"Vi återkommer."_s),
            world.act(care::Verb::Reply, World::caseId(0), u"Svar."_s), world.act(care::Verb::Close, World::caseId(0))};
        QVERIFY(!ids.contains(QString()));
        world.run(1s);
        world.server.seen.clear();
        world.server.fault = nullptr;
        world.run(10min);
        QStringList order;
        for (const net::Request& request : world.server.seen) {
            for (const QString& id : ids) {
                if (isPost(request) && request.body.contains(QByteArray("Provenance/" + id.toLatin1())))
                    order << id;
            }
        }
        QCOMPARE(order, ids);
        QCOMPARE(world.shown(World::caseId(0)).state, care::CaseState::Closed);
        QCOMPARE(world.queue().size(), 0);
    }

    void aKillAtAnyStepLosesAndDoublesNothing()
    {
        // The process dies before its Nth piece of work, for every N until a whole run goes through.
        for (int dieAt = 1;; ++dieAt) {
            World world;
            world.populate(2);
            world.start();
            world.run();
            const QString first = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
            const QString second = world.act(care::Verb::Close, World::caseId(0));
            bool died = false;
            world.killBefore = [&died, left = dieAt](const sync::Action&) mutable { return died = --left == 0; };
            world.run(1s);
            world.killBefore = nullptr;
            QCOMPARE(world.shown(World::caseId(0)).messages.size(), 1);
            QCOMPARE(world.shown(World::caseId(0)).state, care::CaseState::Closed);
            if (died)
                world.start();
            world.run(10min);
            QCOMPARE(world.stateOf(first), u"acknowledged"_s);
            QCOMPARE(world.stateOf(second), u"acknowledged"_s);
            QCOMPARE(world.server.idsOf(u"Communication"_s).size(), 1);
            QCOMPARE(world.server.idsOf(u"Provenance"_s).size(), 2);
            if (!died) {
                QVERIFY(dieAt > 5);
                return;
            }
        }
    }

    //! Pages and transactions cross each other on the way. One's own writes are nobody's conflict, in whatever order they come back.
    void ownWritesNeverConflictWithPagesAskedForBefore()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            World world;
            world.populate(3);
            world.start();
            world.run();
            world.shuffle(seed);
            QStringList commands;
            for (const int number : {0, 1}) {
                const QString id = World::caseId(number);
                commands << world.act(care::Verb::Take, id) << world.act(care::Verb::Partial, id, u"Vi återkommer."_s)
                         << world.act(care::Verb::Reply, id, u"Svar."_s) << world.act(care::Verb::Close, id);
            }
            world.server.advance(30);
            // Somebody new in the third case: the page waits for its people while the commands go on.
            world.server.put(u"Patient"_s, u"somebody-new"_s, "{\"resourceType\":\"Patient\"}");
            world.server.put(u"Task"_s, World::caseId(2),
                world.server.bodyOf(u"Task"_s, World::caseId(2)).replace("Patient/karin", "Patient/somebody-new"));
            world.syncNow();
            world.run(90s);
            for (const QString& command : commands)
                QVERIFY2(world.stateOf(command) == u"acknowledged"_s || world.stateOf(command) == u"none"_s,
                    qPrintable(u"seed %1: %2 is %3"_s.arg(seed).arg(commands.indexOf(command)).arg(world.stateOf(command))));
            for (const int number : {0, 1})
                QCOMPARE(world.shown(World::caseId(number)).state, care::CaseState::Closed);
        }
    }
};

QTEST_GUILESS_MAIN(TestPush)
#include "tst_push.moc"
