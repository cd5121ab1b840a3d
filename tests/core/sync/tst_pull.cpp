// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QTest>

#include <limits>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Link = sync::LinkStatus::Link;

QStringList openCases(World& world)
{
    QStringList ids;
    for (const care::CaseRow& row : world.stores->cases().page({care::View::Open, {}, {}, {}}, 0, 1000))
        ids << row.id.text();
    ids.sort();
    return ids;
}

// Answers one request with this instead, the first time its path and query hold `part`.
void answerOnce(World& world, const QString& part, const net::Reply& reply)
{
    world.server.fault = [=, done = false](const net::Request& request, bool after) mutable -> std::optional<net::Reply> {
        if (after || done || !request.url.toString(QUrl::FullyDecoded).contains(part))
            return std::nullopt;
        done = true;
        return reply;
    };
}

net::Reply page(const QByteArray& body)
{
    return MiniServer::json(200, body);
}

} // namespace

Q_DECLARE_METATYPE(net::Reply)

class TestPull final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstFetchBringsEverythingAndSaysSo()
    {
        World world;
        world.populate(250); // three pages
        world.start();
        world.run();
        QCOMPARE(openCases(world), world.server.idsOf(u"Task"_s));
        const auto row = world.stores->cases().find(care::CaseId(World::caseId(3)));
        QCOMPARE(row->familyName, u"Lindqvist"_s);
        const sync::LinkStatus status = world.engine->status();
        QCOMPARE(status.link, Link::Online);
        QVERIFY(!status.firstSync);
        QCOMPARE(status.fetched, 250);
        QVERIFY(status.lastPull.isValid() && status.problem.isEmpty());
    }

    void noCaseIsShownBeforeItsPatient()
    {
        World world;
        world.populate(3);
        world.start();
        // After any piece of work, a row without its patient is never in the cache.
        bool seenEarly = false;
        world.killBefore = [&](const sync::Action&) {
            for (const care::CaseRow& row : world.stores->cases().page({care::View::Open, {}, {}, {}}, 0, 10))
                seenEarly = seenEarly || !row.patientKnown;
            return false;
        };
        world.run();
        QVERIFY(!seenEarly);
        QCOMPARE(openCases(world).size(), 3);
    }

    void aCutAnywhereInTheFirstFetchIsMadeUp()
    {
        for (int dieAt = 1;; ++dieAt) {
            World world;
            world.populate(5);
            world.server.pageSize = 2;
            bool died = false;
            world.killBefore = [&died, left = dieAt](const sync::Action&) mutable { return died = --left == 0; };
            world.start();
            world.run();
            world.killBefore = nullptr;
            if (died)
                world.start();
            world.run(2min);
            QCOMPARE(openCases(world), world.server.idsOf(u"Task"_s));
            QVERIFY(!world.engine->status().firstSync);
            if (!died) {
                QVERIFY(dieAt > 30);
                return;
            }
        }
    }

    void badPagesAreNotAppliedAndTheRestGoesOn_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("problem");
        QTest::newRow("malformed JSON") << u"/Communication?"_s << QByteArray("{\"resourceType\":") << u"bad-json"_s;
        QTest::newRow("a wrong type")
            << u"/Communication?"_s
            << QByteArray(
                   R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","id":"p","meta":{"versionId":"1"}}}]})")
            << u"wrong-type"_s;
        QTest::newRow("no bundle") << u"/Communication?"_s << QByteArray(R"({"resourceType":"Patient","id":"p"})") << u"not-a-bundle"_s;
        QTest::newRow("a link to elsewhere")
            << u"/Communication?"_s
            << QByteArray(R"({"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"http:\/\/example.org/x"}]})")
            << u"link-away"_s;
    }
    void badPagesAreNotAppliedAndTheRestGoesOn()
    {
        QFETCH(QString, where);
        QFETCH(QByteArray, body);
        QFETCH(QString, problem);
        World world;
        world.populate(3);
        answerOnce(world, where, page(body));
        world.start();
        world.run();
        QCOMPARE(world.engine->status().problem, problem);
        QVERIFY(!world.engine->status().lastPull.isValid()); // not called a success
        QCOMPARE(openCases(world).size(), 3);                  // the rest is here
        world.run(5min);
        QCOMPARE(world.engine->status().problem, QString()); // and the next run makes it whole
        QVERIFY(world.engine->status().lastPull.isValid());
    }

    //! A disk that is nearly full keeps its last room for what exists nowhere else: pages wait, commands go on.
    void aNearlyFullDiskTakesCommandsAndNoPages()
    {
        World world;
        world.populate(3);
        world.start();
        world.run();
        world.keepFree = std::numeric_limits<qint64>::max();
        world.restart();
        world.server.advance(60);
        world.server.put(
            u"Task"_s, World::caseId(7), world.server.bodyOf(u"Task"_s, World::caseId(0)).replace("1177-2026-000000", "1177-2026-000007"));
        world.start();
        const QString command = world.act(care::Verb::Take, World::caseId(1));
        world.run(5s);
        QCOMPARE(openCases(world).size(), 3);
        QCOMPARE(world.engine->status().problem, u"disk"_s);
        QVERIFY(world.stateOf(command) == u"acknowledged"_s || world.stateOf(command) == u"none"_s);
        world.keepFree = 0;
        world.restart();
        world.start();
        world.run();
        QCOMPARE(openCases(world).size(), 4);
        QCOMPARE(world.engine->status().problem, QString());
    }

    void aLinkThatLoopsEnds()
    {
        World world;
        world.populate(3);
        const QByteArray loop =
            R"({"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"http:\/\/127.0.0.1:1/fhir/Flag?loop=1"}]})";
        world.server.fault = [&](const net::Request& request, bool after) -> std::optional<net::Reply> {
            return !after && request.url.path().endsWith("/Flag"_L1) ? std::optional(page(loop)) : std::nullopt;
        };
        world.start();
        world.run();
        QCOMPARE(world.engine->status().problem, u"link-loop"_s);
        QVERIFY(world.server.seen.size() < 40);
        QCOMPARE(openCases(world).size(), 3);
    }

    void theLinkIsTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("link");
        const auto row = [](const char* name, int status, const char* type, Link link) {
            QTest::newRow(name) << status << QString::fromLatin1(type) << static_cast<int>(link);
        };
        row("401", 401, "application/fhir+json", Link::SignInNeeded);
        row("429", 429, "application/fhir+json", Link::ServerBusy);
        row("503", 503, "application/fhir+json", Link::ServerBusy);
        row("a login page", 200, "text/html", Link::Portal);
    }
    void theLinkIsTold()
    {
        QFETCH(int, status);
        QFETCH(QString, type);
        QFETCH(int, link);
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [&](const net::Request&, bool) {
            net::Reply reply;
            reply.status = status;
            reply.contentType = type.toLatin1();
            return std::optional(reply);
        };
        world.syncNow();
        world.run();
        QCOMPARE(static_cast<int>(world.engine->status().link), link);
        world.server.fault = nullptr;
        world.run(3min); // comes back by itself, nobody has to click
        QCOMPARE(static_cast<int>(world.engine->status().link), static_cast<int>(Link::Online));
    }

    void aDeltaBringsWhatChangedAndLittleElse()
    {
        World world;
        world.populate(20);
        world.server.advance(3600);
        world.clock.advance(1h);
        world.start();
        world.run();
        world.server.advance(600);
        world.clock.advance(10min);
        QByteArray changed = world.server.bodyOf(u"Task"_s, World::caseId(4));
        changed.replace(R"("description":"Hosta")", R"("description":"Hosta och feber")");
        world.server.put(u"Task"_s, World::caseId(4), changed);
        world.server.seen.clear();
        world.syncNow();
        world.run();
        QCOMPARE(world.stores->cases().find(care::CaseId(World::caseId(4)))->subject, u"Hosta och feber"_s);
        QCOMPARE(
            world.server.seen.size(), 1 + 10 + 2); // this region takes no batch: one question for each type, and for residents and staff
        for (const net::Request& request : world.server.seen)
            QVERIFY(request.headers.contains(net::Header("Cache-Control", "no-cache")));
    }

    void somebodyElsesCommissionIsNeverTakenForOnesOwn()
    {
        World world;
        world.populate(1);
        world.profile.commissionHsaId = u"SE2321009999-9NOB"_s; // the server ignores the search and answers with all roles
        world.restart();
        world.start();
        world.run();
        QCOMPARE(world.engine->status().problem, u"commission-unknown"_s);
        QCOMPARE(openCases(world), QStringList());
    }

    void unsentCommandsAreReplayedOverNewerData()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.fault = [](const net::Request& request, bool) -> std::optional<net::Reply> {
            const bool isCommand = request.body.contains(R"("type":"transaction")");
            return isCommand ? std::optional(MiniServer::json(429, "{}")) : std::nullopt;
        };
        world.act(care::Verb::Reply, World::caseId(0), u"Mitt svar"_s);
        QByteArray changed = world.server.bodyOf(u"Task"_s, World::caseId(0));
        changed.replace(R"("description":"Hosta")", R"("description":"Hosta och feber")");
        world.server.put(u"Task"_s, World::caseId(0), changed);
        world.syncNow();
        world.run();
        const care::Case shown = world.shown(World::caseId(0));
        QCOMPARE(shown.subject, u"Hosta och feber"_s);
        QCOMPARE(shown.state, care::CaseState::Answered);
        QCOMPARE(shown.messages.size(), 1);
        const auto row = world.stores->cases().find(care::CaseId(World::caseId(0)));
        QCOMPARE(row->state, care::CaseState::Answered);
        QVERIFY(row->pending.has_value());
    }
    //! What a poll costs when nothing has happened.
    void aQuietPollIsOneQuestion()
    {
        World world;
        world.populate(40);
        world.start();
        world.run();
        world.server.answersBatches = true;
        world.restart(); // what the region can do is asked anew
        world.run();
        world.server.seen.clear();
        world.clock.advance(1min);
        world.syncNow();
        world.run();
        QCOMPARE(world.server.seen.size(), 1);
        QCOMPARE(world.engine->status().link, Link::Online);
        QCOMPARE(world.engine->status().lastPull, world.clock.now());
    }

    void aRegionThatFailsAtEveryBatchIsAskedOneByOne()
    {
        World world;
        world.populate(3);
        world.start();
        world.run();
        world.restart();
        world.server.fault = [](const net::Request& request, bool) -> std::optional<net::Reply> {
            const bool isBatch = request.body.contains(R"("type":"batch")");
            return isBatch ? std::optional(MiniServer::json(500, R"({"resourceType":"OperationOutcome"})")) : std::nullopt;
        };
        world.server.advance(60);
        const QByteArray body = world.server.bodyOf(u"Task"_s, World::caseId(1));
        world.server.put(u"Task"_s, World::caseId(1), QByteArray(body).replace("\"requested\"", "\"in-progress\""));
        for (int run = 0; run < 3; ++run) {
            world.clock.advance(20min);
            world.syncNow();
            world.run();
        }
        QVERIFY(world.stores->resources().find(u"Task"_s, World::caseId(1))->body.contains("in-progress"));
        QCOMPARE(world.engine->status().link, Link::Online);
    }

    //! However the region takes to batches, what has happened comes in, and no type is left out.
    void newsComeWhateverBecomesOfTheBatch_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<net::Reply>("instead");
        QTest::addColumn<bool>("asksAgain"); // a batch in the next run
        const auto row = [](const char* name, const QString& where, const net::Reply& instead, bool asksAgain) {
            QTest::newRow(name) << where << instead << asksAgain;
        };
        const QString batch = u"the batch"_s;
        row("it answers", u"nowhere"_s, {}, true);
        for (const int status : {400, 403, 404, 405, 501})
            row(QByteArray::number(status).constData(), batch, MiniServer::json(status, R"({"resourceType":"OperationOutcome"})"), false);
        row("the answer is too large", batch, MiniServer::json(413, "{}"), true);
        row("another bundle", batch, page(R"({"resourceType":"Bundle","type":"searchset"})"), false);
        row("fewer answers than questions", batch, page(R"({"resourceType":"Bundle","type":"batch-response","entry":[]})"), false);
        row("no JSON", batch, page(R"({"resourceType":)"), false);
        row("lost", batch, MiniServer::lost(), true);
        row("busy", batch, MiniServer::json(429, R"({"resourceType":"OperationOutcome"})"), true);
        row("out of order", batch, MiniServer::json(503, R"({"resourceType":"OperationOutcome"})"), true);
        row("one question fails", u"/Task?"_s, MiniServer::json(500, R"({"resourceType":"OperationOutcome"})"), true);
        row("one answer is too large", u"/Task?"_s, MiniServer::json(413, "{}"), true);
        row("one question is refused", u"/Communication?"_s, MiniServer::json(403, R"({"resourceType":"OperationOutcome"})"), true);
        row("one answer is of another type", u"/Task?"_s,
            page(R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Basic","id":"x"}}]})"), true);
    }
    void newsComeWhateverBecomesOfTheBatch()
    {
        QFETCH(QString, where);
        QFETCH(net::Reply, instead);
        QFETCH(bool, asksAgain);
        World world;
        world.server.pageSize = 4; // next links are followed from a batch's answers as well
        world.populate(10);
        world.start();
        world.run();
        world.server.answersBatches = true;
        world.restart();
        world.server.fault = [=, done = false](const net::Request& request, bool after) mutable -> std::optional<net::Reply> {
            const bool isBatch = request.body.contains(R"("type":"batch")");
            const bool isMeant = where == "the batch"_L1 ? isBatch : request.url.toString().contains(where);
            if (after || done || !isMeant)
                return std::nullopt;
            done = true;
            return instead;
        };
        world.server.advance(60);
        world.clock.advance(1min);
        for (int n = 0; n < 10; ++n) {
            const QByteArray body = world.server.bodyOf(u"Task"_s, World::caseId(n));
            world.server.put(u"Task"_s, World::caseId(n), QByteArray(body).replace("\"requested\"", "\"in-progress\""));
        }
        for (int run = 0; run < 3; ++run) {
            world.clock.advance(20min);
            world.syncNow();
            world.run();
        }
        for (int n = 0; n < 10; ++n)
            QVERIFY(world.stores->resources().find(u"Task"_s, World::caseId(n))->body.contains("in-progress"));
        QCOMPARE(world.engine->status().problem, QString());
        world.server.seen.clear();
        world.clock.advance(20min);
        world.syncNow();
        world.run();
        const auto isPost = [](const net::Request& request) { return request.method == net::Request::Method::Post; };
        QCOMPARE(std::ranges::any_of(world.server.seen, isPost), asksAgain);
    }
};

QTEST_GUILESS_MAIN(TestPull)
#include "tst_pull.moc"
