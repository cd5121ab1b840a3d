// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/verdict.h"
#include "wireserver.h"
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using After = WireServer::After;
using Link = sync::LinkStatus::Link;

namespace {

constexpr auto json = "application/fhir+json";
constexpr auto refusal = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"diagnostics\":\"no\"}]}";
constexpr auto page = "<!DOCTYPE html><title>Log in</title>";

net::Request asRequest(const WireServer::Asked& asked, const QUrl& base)
{
    net::Request request;
    request.method = asked.method == "POST" ? net::Request::Method::Post
        : asked.method == "PUT"             ? net::Request::Method::Put
                                            : net::Request::Method::Get;
    request.url = base.resolved(QUrl(QString::fromLatin1(asked.target)));
    for (const QByteArray& line : asked.head.split('\n').mid(1)) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    request.body = asked.body;
    return request;
}

//! The product's engine and files, the product's HTTP client, and between them and the server a real wire.
struct Wired {
    Wired() : client("secret", {256 * 1024, 150ms})
    {
        wire.answer = [this](const WireServer::Asked& asked) {
            if (const auto instead = fault ? fault(asked, false) : std::nullopt)
                return *instead;
            const net::Reply reply = world.server.answer(asRequest(asked, wire.url()));
            if (const auto instead = fault ? fault(asked, true) : std::nullopt)
                return *instead;
            return WireServer::Served {WireServer::http(reply.status, reply.contentType, reply.body), After::Keep, {}};
        };
        world.profile.base = wire.url();
        world.profile.poll = 10min; // what is tested is the reply
        world.restart();
        world.populate(3);
        world.carrier = [this](const net::Request& request) {
            net::Request sooner = request;
            sooner.deadline = 400ms;
            return exchange(client, sooner);
        };
        world.start();
        world.run();
    }

    std::function<std::optional<WireServer::Served>(const WireServer::Asked&, bool after)> fault;
    WireServer wire;
    net::HttpClient client;
    World world;
};

QByteArray outcome(int status, const QByteArray& more = {})
{
    return WireServer::http(status, json, refusal, more);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("state"); // of the command, when the one reply has been judged
    QTest::addColumn<QString>("end");   // and once the server is well again
}

void row(const char* name, const QByteArray& bytes, const char* state, const char* end = "acknowledged", After after = After::Keep)
{
    QTest::newRow(name) << bytes << static_cast<int>(after) << QString::fromLatin1(state) << QString::fromLatin1(end);
}

} // namespace

//! docs/replies.md, line by line: the product's engine, files and HTTP client against a server on a real socket.
class TestReplyTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QSslSocket::supportsSsl()); }

    void aCommandThatMeetsThisReply_data()
    {
        addColumns();
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nContent-Length: 900\r\n\r\n";
        row("200 without the effect", WireServer::http(200, json, "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\"}"),
            "uncertain");
        row("200 with an OperationOutcome", WireServer::http(200, json, refusal), "uncertain");
        row("200 with a wrong resource", WireServer::http(200, json, "{\"resourceType\":\"Patient\",\"id\":\"x\"}"), "uncertain");
        row("200 with truncated JSON", WireServer::http(200, json, "{\"resourceType\":\"Bund"), "uncertain");
        row("200 with nothing", WireServer::http(200, {}, {}), "uncertain");
        row("200 of another content type", WireServer::http(200, "text/plain", "OK"), "uncertain");
        row("200 with HTML: a captive portal", WireServer::http(200, "text/html", page), "uncertain");
        row("302", WireServer::http(302, "text/html", {}, "Location: http://192.0.2.1/login\r\n"), "uncertain");
        row("400", outcome(400), "rejected", "rejected");
        row("400 with HTML", WireServer::http(400, "text/html", page), "uncertain");
        row("401", outcome(401), "queued");
        row("403", outcome(403), "rejected", "rejected");
        row("403 with HTML", WireServer::http(403, "text/html", page), "uncertain");
        row("404", outcome(404), "uncertain");
        row("404 with HTML", WireServer::http(404, "text/html", page), "uncertain");
        row("407", WireServer::http(407, "text/html", page), "uncertain");
        row("408", WireServer::http(408, {}, {}), "uncertain");
        row("409", outcome(409), "uncertain");
        row("410", outcome(410), "uncertain");
        row("412", outcome(412), "uncertain");
        row("413", WireServer::http(413, "text/html", page), "rejected", "rejected");
        row("422", outcome(422), "rejected", "rejected");
        row("423", outcome(423), "queued");
        row("425", outcome(425), "queued");
        row("429 with Retry-After in seconds", outcome(429, "Retry-After: 30\r\n"), "queued");
        row("429 with Retry-After as a date",
            outcome(429, "Date: Mon, 23 Nov 2026 08:00:00 GMT\r\nRetry-After: Mon, 23 Nov 2026 08:00:30 GMT\r\n"), "queued");
        row("429 without Retry-After", outcome(429), "queued");
        row("500", outcome(500), "uncertain");
        row("502 with HTML", WireServer::http(502, "text/html", page), "uncertain");
        row("503 with Retry-After", outcome(503, "Retry-After: 30\r\n"), "uncertain");
        row("504", WireServer::http(504, {}, {}), "uncertain");
        row("511", WireServer::http(511, "text/html", page), "uncertain");
        row("599, unknown", outcome(599), "uncertain");
        row("499, unknown", outcome(499), "rejected", "rejected");
        row("closed without a byte", {}, "uncertain", "acknowledged", After::Close);
        row("reset without a byte", {}, "uncertain", "acknowledged", After::Reset);
        row("cut within the head", "HTTP/1.1 200 O", "uncertain", "acknowledged", After::Close);
        row("cut within the body", head + "{", "uncertain", "acknowledged", After::Close);
        row("silence", {}, "uncertain", "acknowledged");
        row("slow-loris", head, "uncertain", "acknowledged", After::Drip);
        row("an endless body", "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\n\r\n", "uncertain", "acknowledged",
            After::Endless);
    }
    void aCommandThatMeetsThisReply()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, after);
        QFETCH(QString, state);
        QFETCH(QString, end);
        for (const bool committed : {true, false}) {
            Wired wired;
            int posts = 0;
            wired.fault = [&](const WireServer::Asked& asked, bool isAfter) -> std::optional<WireServer::Served> {
                if (posts > 0)
                    return WireServer::Served {{}, After::Close, {}}; // and then nobody is there for a while
                if (asked.method != "POST" || asked.body.contains("\"type\":\"batch\"") || isAfter != committed)
                    return std::nullopt;
                ++posts;
                return WireServer::Served {bytes, static_cast<After>(after), QByteArray(20'000, ' ')};
            };
            const QString id = wired.world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
            wired.world.run(10ms);
            // Said not to be taken, and taken all the same: the receipt comes to light in any case but the plain refusal.
            const bool lied = committed && end != "acknowledged"_L1;
            if (!committed)
                QCOMPARE(wired.world.stateOf(id), state);
            // Nothing is lost: what was written is here, and other cases go on.
            QCOMPARE(wired.world.shown(World::caseId(0)).id, care::CaseId(World::caseId(0)));
            const auto kept = wired.world.stores->commands().find(care::CommandId(id));
            QVERIFY(kept.has_value());
            QCOMPARE(kept->command.text, u"Hej!"_s);
            wired.fault = nullptr;
            wired.world.run(160s);
            if (!lied)
                QCOMPARE(wired.world.stateOf(id), end);
            const bool reached = committed || end == "acknowledged"_L1;
            QCOMPARE(wired.world.server.idsOf(u"Communication"_s).size(), reached ? 1 : 0);
            QCOMPARE(wired.world.server.idsOf(u"Provenance"_s), reached ? QStringList {id} : QStringList());
            const QString other = wired.world.act(care::Verb::Reply, World::caseId(1), u"Också."_s);
            wired.world.run(1s);
            QCOMPARE(wired.world.stateOf(other), u"acknowledged"_s);
        }
    }

    void aPullThatMeetsThisReply_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("link");
        QTest::addColumn<QString>("problem");
        const auto say = [](const char* name, const QByteArray& bytes, Link link, const char* problem = "", After after = After::Keep) {
            QTest::newRow(name) << bytes << static_cast<int>(after) << static_cast<int>(link) << QString::fromLatin1(problem);
        };
        const QByteArray bundle = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"";
        const auto linked = [&](const QByteArray& url) {
            return WireServer::http(200, json, bundle + ",\"link\":[{\"relation\":\"next\",\"url\":\"" + url + "\"}]}");
        };
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nContent-Length: 900\r\n\r\n";
        say("truncated JSON", WireServer::http(200, json, bundle), Link::Online, "bad-json");
        say("nothing", WireServer::http(200, {}, {}), Link::Online, "bad-json");
        say("an OperationOutcome", WireServer::http(200, json, refusal), Link::Online, "not-a-bundle");
        say("a wrong resource",
            WireServer::http(200, json,
                bundle + ",\"entry\":[{\"resource\":{\"resourceType\":\"Basic\",\"id\":\"x\",\"meta\":{\"versionId\":\"1\"}}}]}"),
            Link::Online, "wrong-type");
        say("next leads to another host", linked("http://192.0.2.1/fhir?page=2"), Link::Online, "link-away");
        say("next leads to https", linked("https://127.0.0.1/fhir?page=2"), Link::Online, "link-away");
        say("next leads to a file", linked("file:///etc/passwd"), Link::Online, "link-away");
        say("next loops", linked("SELF/Task?page=2"), Link::Online, "link-loop");
        say("a captive portal", WireServer::http(200, "text/html", page), Link::Portal);
        say("redirect to http", WireServer::http(302, {}, {}, "Location: http://192.0.2.1/\r\n"), Link::Portal);
        say("304", WireServer::http(304, {}, {}), Link::Portal);
        say("400", outcome(400), Link::Online, "refused-Task");
        say("401", outcome(401), Link::SignInNeeded);
        say("403", outcome(403), Link::Online, "refused-Task");
        say("407", WireServer::http(407, "text/html", page), Link::Portal);
        say("408", WireServer::http(408, {}, {}), Link::ServerBusy);
        say("429", outcome(429, "Retry-After: 30\r\n"), Link::ServerBusy);
        say("500", outcome(500), Link::ServerBusy);
        say("503", outcome(503), Link::ServerBusy);
        say("closed without a byte", {}, Link::Offline, "", After::Close);
        say("reset", {}, Link::Offline, "", After::Reset);
        say("cut within the body", head + "{", Link::Offline, "", After::Close);
        say("silence", {}, Link::Offline);
        say("slow-loris", head, Link::Offline, "", After::Drip);
    }
    void aPullThatMeetsThisReply()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, after);
        QFETCH(int, link);
        QFETCH(QString, problem);
        Wired wired;
        wired.world.server.answersBatches = false; // each type is asked for alone: tst_pull has the batches
        wired.world.server.advance(2 * 3600);
        QByteArray newer = wired.world.server.bodyOf(u"Task"_s, World::caseId(2));
        newer.replace("Hosta", "Feber");
        wired.world.server.put(u"Task"_s, World::caseId(2), newer);
        bytes.replace("SELF", wired.wire.url().toEncoded());
        if (const qsizetype end = bytes.indexOf("\r\n\r\n"); problem == "link-loop"_L1)
            bytes = WireServer::http(200, json, bytes.mid(end + 4));
        wired.fault = [&](const WireServer::Asked& asked, bool) -> std::optional<WireServer::Served> {
            return asked.target.contains("/Task?")
                ? std::optional(WireServer::Served {bytes, static_cast<After>(after), QByteArray(20'000, ' ')})
                : std::nullopt;
        };
        wired.world.syncNow();
        wired.world.run(10ms);
        const sync::LinkStatus status = wired.world.engine->status();
        QCOMPARE(static_cast<int>(status.link), link);
        QCOMPARE(status.problem, problem);
        QCOMPARE(wired.world.shown(World::caseId(2)).subject, u"Hosta"_s); // nothing by halves, nothing lost
        wired.fault = nullptr;
        wired.world.syncNow();
        wired.world.run(10ms);
        QCOMPARE(wired.world.shown(World::caseId(2)).subject, u"Feber"_s);
        QCOMPARE(static_cast<int>(wired.world.engine->status().link), static_cast<int>(Link::Online));
        QCOMPARE(wired.world.engine->status().problem, QString());
    }

    void aServerThatIsGoneLeavesTheQueueAsItWas()
    {
        Wired wired;
        const quint16 port = wired.wire.serverPort();
        wired.client.dropConnections();
        wired.wire.close();
        const QString id = wired.world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
        wired.world.run(1min);
        QCOMPARE(wired.world.stateOf(id), u"queued"_s);
        QCOMPARE(static_cast<int>(wired.world.engine->status().link), static_cast<int>(Link::Offline));
        QVERIFY(wired.wire.listen(QHostAddress::LocalHost, port));
        wired.world.run(160s);
        QCOMPARE(wired.world.stateOf(id), u"acknowledged"_s);
        QCOMPARE(wired.world.server.idsOf(u"Communication"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestReplyTable)
#include "tst_replytable.moc"
