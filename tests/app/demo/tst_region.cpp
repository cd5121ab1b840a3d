// SPDX-License-Identifier: GPL-3.0-or-later
// The region's FHIR interactions over real sockets.
#include "app/demo/demoids.h"
#include "app/demo/rawjson.h"
#include "app/demo/region.h"
#include "tests/app/demo/client.h"

#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace mottaget::demo;
using demotest::Answer;
using demotest::bundle;
using demotest::Client;
using demotest::entry;

namespace {

const QByteArray task = R"({"resourceType":"Task","id":"t1","status":"requested","x":0.10,"note":[{"text":"å\u00e4\n"}]})";

RegionOptions small()
{
    RegionOptions options;
    options.residents = 20;
    options.cases = 30;
    options.receivesMs = 0;
    return options;
}

QByteArray versionIn(const Answer& answer)
{
    return answer.headers.value("etag");
}

} // namespace

class TestRegion final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refuses_data();
    void refuses();
    void keepsEveryCharacter();
    void versions();
    void deletes();
    void createsOnCondition();
    void transactionWritesAllOrNothing_data();
    void transactionWritesAllOrNothing();
    void transactionAnswersEachEntry();
    void batchGoesOnAfterAnError();
    void history();
    void elementsAndSummary();
    void compresses();
    void bothBases();
    void headersOfAReply();
    void messagesAreReceivedAndRead();
    void countsWithoutPages();
    void countsWhatItIsAsked();
    void residentsAnswerQuestions_data();
    void residentsAnswerQuestions();
    void keepsItsStoreOverRestarts();
    void transcriptHoldsNoToken();

private:
    static void putQuestion(const Client& client, const QByteArray& kind, const QByteArray& standing);

    std::unique_ptr<Region> m_region;
    std::unique_ptr<Client> m_client;
};

void TestRegion::init()
{
    m_region = std::make_unique<Region>(small());
    const auto port = m_region->start();
    QVERIFY(port.has_value());
    m_client = std::make_unique<Client>(*port);
}

void TestRegion::refuses_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray nurse = nurseToken.data();
    const auto row = [](const char* name, const QByteArray& token, const char* method, const char* target, const QByteArray& body,
                         int status) { QTest::newRow(name) << token << QByteArray(method) << QByteArray(target) << body << status; };
    row("no token", {}, "GET", "/Task", {}, 401);
    row("unknown person", "demo:SE2321009999-1ZZZ:SE2321009999-2ANB", "GET", "/Task", {}, 401);
    row("somebody else's commission", "demo:SE2321009999-1ANB:SE2321009999-2ERL", "GET", "/Task", {}, 401);
    row("metadata needs no token", {}, "GET", "/metadata", {}, 200);
    row("unknown type", nurse, "GET", "/Medicine", {}, 404);
    row("unknown id", nurse, "GET", "/Task/nobody", {}, 404);
    row("unknown parameter", nurse, "GET", "/Task?colour=red", {}, 400);
    row("parameter of another type", nurse, "GET", "/Patient?based-on=Task/1", {}, 400);
    row("unknown sort", nurse, "GET", "/Task?_sort=name", {}, 400);
    row("bad instant", nurse, "GET", "/Task?_lastUpdated=geyesterday", {}, 400);
    row("bad prefix", nurse, "GET", "/Task?_lastUpdated=ne2026-11-23", {}, 400);
    row("bad count", nurse, "GET", "/Task?_count=many", {}, 400);
    row("page never given", nurse, "GET", "/?_page=abc.20", {}, 410);
    row("no JSON", nurse, "PUT", "/Task/t1", "{\"resourceType\":", 400);
    row("other type in body", nurse, "PUT", "/Task/t1", R"({"resourceType":"Basic","id":"t1"})", 400);
    row("other id in body", nurse, "PUT", "/Task/t1", R"({"resourceType":"Task","id":"t2"})", 400);
    row("no id in body", nurse, "PUT", "/Task/t1", R"({"resourceType":"Task"})", 400);
    row("id of forbidden form", nurse, "PUT", "/Task/a_b", R"({"resourceType":"Task","id":"a_b"})", 400);
    row("bundle of wrong kind", nurse, "POST", "/", R"({"resourceType":"Bundle","type":"searchset"})", 400);
    row("delete unknown", nurse, "DELETE", "/Task/nobody", {}, 404);
    row("PUT on a type", nurse, "PUT", "/Task", task, 405);
    row("a method that is not there", nurse, "PATCH", "/Task/t1", task, 405);
}

void TestRegion::refuses()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    m_client->token = token;
    const Answer answer = m_client->send(method, target, body);
    QCOMPARE(answer.status, status);
    QVERIFY(answer.headers.value("content-type").startsWith("application/fhir+json"));
    if (status >= 400)
        QCOMPARE(answer.json().value("resourceType"_L1).toString(), u"OperationOutcome"_s);
}

void TestRegion::keepsEveryCharacter()
{
    QCOMPARE(m_client->put("/Task/t1", task).status, 201);
    const QByteArray read = m_client->get("/Task/t1").body;
    QCOMPARE(rawjson::value(read, "x").toByteArray(), QByteArray("0.10"));
    QCOMPARE(rawjson::value(read, "note").toByteArray(), QByteArray(R"([{"text":"å\u00e4\n"}])"));
    QCOMPARE(rawjson::members(read).size(), std::size_t {6}); // what was sent, and meta
}

void TestRegion::versions()
{
    const Answer created = m_client->put("/Task/t1", task);
    QCOMPARE(created.status, 201);
    QVERIFY(created.headers.value("location").endsWith("/Task/t1/_history/1"));
    const Answer updated = m_client->put("/Task/t1", task, versionIn(created));
    QCOMPARE(updated.status, 200);
    QCOMPARE(versionIn(updated), QByteArray("W/\"2\""));
    QCOMPARE(m_client->put("/Task/t1", task, versionIn(created)).status, 412);
    QCOMPARE(m_client->put("/Task/new", R"({"resourceType":"Task","id":"new"})", "W/\"1\"").status, 404);
    QCOMPARE(versionIn(m_client->get("/Task/t1")), QByteArray("W/\"2\""));
    QCOMPARE(m_client->get("/Task/t1/_history/1").status, 200);
    QCOMPARE(m_client->send("GET", "/Task/t1", {}, {"If-None-Match: W/\"2\""}).status, 304);
    QCOMPARE(m_client->send("PUT", "/Task/t1", task, {"Prefer: return=minimal"}).body, QByteArray());
    const Answer told = m_client->send("PUT", "/Task/t1", task, {"Prefer: return=OperationOutcome"});
    QCOMPARE(told.json().value("resourceType"_L1).toString(), u"OperationOutcome"_s);
    QCOMPARE(m_client->send("PUT", "/Task/t1", task, {"Prefer: return=representation"}).json().value("id"_L1).toString(), u"t1"_s);
}

void TestRegion::countsWithoutPages()
{
    const Answer counted = m_client->get("/Task?_summary=count");
    QVERIFY(counted.json().value("total"_L1).toInt() > 20);
    QCOMPARE(counted.entries().size(), 0);
    QCOMPARE(counted.link(u"next"_s), QString()); // a count has no second page
}

void TestRegion::countsWhatItIsAsked()
{
    const auto asked = [&] { return m_client->get("/$stats").json().value("asked"_L1).toObject(); };
    const QJsonObject before = asked();
    QCOMPARE(m_client->get("/Task?_count=1").status, 200);
    QCOMPARE(m_client->get("/Task/nobody").status, 404);
    QCOMPARE(m_client->put("/Task/t1", task).status, 201);
    const QJsonObject after = asked();
    const auto more = [&](const char* what) {
        return after.value(QLatin1String(what)).toInt() - before.value(QLatin1String(what)).toInt();
    };
    QCOMPARE(more("GET Task"), 2);
    QCOMPARE(more("PUT Task"), 1);
    QCOMPARE(more("GET Patient"), 0);
}

//! A message of the kind, in a case of some resident that stands so.
void TestRegion::putQuestion(const Client& client, const QByteArray& kind, const QByteArray& standing)
{
    const QByteArray subject = R"("reference":"Patient/)" + client.get("/Patient?_count=1").ids().first().toUtf8() + '"';
    const QByteArray asked = R"({"resourceType":"Task","id":"asked",)" + standing + R"(,"for":{)" + subject + "}}";
    QCOMPARE(client.put("/Task/asked", asked).status, 201);
    const QByteArray message =
        R"({"resourceType":"Communication","id":"question","status":"in-progress","basedOn":[{"reference":"Task/asked"}],)"
        R"("category":[{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/message-kind","code":")"
        + kind + R"("}]}],"subject":{)" + subject + R"(},"recipient":[{)" + subject + R"(}],"payload":[{"contentString":"Sedan när?"}]})";
    QCOMPARE(client.put("/Communication/question", message).status, 201);
}

//! A resident who is asked answers once, and the case goes on; a question in a case that no longer waits is left alone.
void TestRegion::residentsAnswerQuestions_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("standing");
    QTest::addColumn<int>("answers");
    const QByteArray waits =
        R"("status":"on-hold","businessStatus":{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/business-status","code":"waiting-resident"}]})";
    QTest::newRow("a question in a case that waits") << QByteArray("question") << waits << 1;
    QTest::newRow("a question in a case that has gone on") << QByteArray("question") << QByteArray(R"("status":"in-progress")") << 0;
    QTest::newRow("a partial reply") << QByteArray("partial") << waits << 0;
}

void TestRegion::residentsAnswerQuestions()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, standing);
    QFETCH(int, answers);
    RegionOptions options = small();
    options.receivesMs = 1;
    options.readsSeconds = 1;
    Region region(options);
    const Client client(*region.start());
    putQuestion(client, kind, standing);
    const auto isRead = [&] { return client.get("/Communication/question").json().contains("received"_L1); };
    QTRY_VERIFY_WITH_TIMEOUT(isRead(), 15'000);
    QTest::qWait(2500); // the answer, and whatever would come twice
    QCOMPARE(client.get("/Communication?based-on=Task/asked").entries().size(), 1 + answers);
    const QJsonObject task = client.get("/Task/asked").json();
    const bool goesOn = answers > 0 || !standing.contains("on-hold");
    QCOMPARE(task.contains("businessStatus"_L1), !goesOn);
    QCOMPARE(task.value("status"_L1).toString(), goesOn ? u"in-progress"_s : u"on-hold"_s);
}

void TestRegion::deletes()
{
    QCOMPARE(m_client->put("/Task/t1", task).status, 201);
    QCOMPARE(m_client->send("DELETE", "/Task/t1").status, 204);
    QCOMPARE(m_client->get("/Task/t1").status, 410);
    QCOMPARE(m_client->get("/Task?_id=t1").json().value("total"_L1).toInt(), 0);
    QCOMPARE(m_client->put("/Task/t1", task).status, 201); // comes back as a new version
    QCOMPARE(versionIn(m_client->get("/Task/t1")), QByteArray("W/\"3\""));
}

void TestRegion::createsOnCondition()
{
    const QByteArray resource = R"({"resourceType":"Basic","identifier":[{"system":"s","value":"v"}]})";
    const auto create = [&] { return m_client->send("POST", "/Basic", resource, {"If-None-Exist: identifier=s|v"}); };
    const Answer first = create();
    const Answer second = create();
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json().value("id"_L1), first.json().value("id"_L1));
    QCOMPARE(m_client->send("POST", "/Basic", resource).status, 201);
    QCOMPARE(create().status, 412); // two fit now
}

void TestRegion::transactionWritesAllOrNothing_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<int>("status");
    QTest::newRow("version moved") << entry("PUT", "Task/old", R"({"resourceType":"Task","id":"old"})", R"(,"ifMatch":"W/\"7\"")") << 412;
    QTest::newRow("not there to match") << entry("PUT", "Task/no", R"({"resourceType":"Task","id":"no"})", R"(,"ifMatch":"W/\"1\"")")
                                        << 404;
    QTest::newRow("wrong type") << entry("PUT", "Task/x", R"({"resourceType":"Basic","id":"x"})") << 400;
    QTest::newRow("no resource") << entry("PUT", "Task/x", {}) << 400;
    QTest::newRow("unknown type") << entry("PUT", "Thing/x", R"({"resourceType":"Thing","id":"x"})") << 404;
    QTest::newRow("the same twice") << entry("PUT", "Task/t1", task) << 400;
}

void TestRegion::transactionWritesAllOrNothing()
{
    QFETCH(QByteArray, bad);
    QFETCH(int, status);
    QCOMPARE(m_client->put("/Task/old", R"({"resourceType":"Task","id":"old"})").status, 201);
    const QByteArray before = m_client->get("/$dump?type=Task").body;
    const Answer refused = m_client->send("POST", "/", bundle("transaction", {entry("PUT", "Task/t1", task), bad}));
    QCOMPARE(refused.status, status);
    QCOMPARE(m_client->get("/$dump?type=Task").body, before);
}

void TestRegion::transactionAnswersEachEntry()
{
    const QByteArray body = bundle("transaction",
        {entry("PUT", "Task/t1", task), entry("GET", "Task/t1", {}), entry("PUT", "Basic/b", R"({"resourceType":"Basic","id":"b"})")});
    const Answer answer = m_client->send("POST", "/", body, {"Prefer: return=representation"});
    QCOMPARE(answer.status, 200);
    const QJsonArray entries = answer.entries();
    QCOMPARE(entries.size(), 3);
    const QJsonObject first = entries[0].toObject().value("response"_L1).toObject();
    QCOMPARE(first.value("status"_L1).toString(), u"201 Created"_s);
    QCOMPARE(first.value("etag"_L1).toString(), u"W/\"1\""_s);
    QVERIFY(first.value("location"_L1).toString().endsWith(u"/Task/t1/_history/1"_s));
    const QJsonObject meta = entries[0].toObject().value("resource"_L1).toObject().value("meta"_L1).toObject();
    QCOMPARE(first.value("lastModified"_L1), meta.value("lastUpdated"_L1));
    QCOMPARE(answer.ids(), QStringList({u"t1"_s, u"t1"_s, u"b"_s})); // the GET sees what was written
    const Answer plain = m_client->send("POST", "/", bundle("transaction", {entry("PUT", "Task/t1", task)}));
    QVERIFY(!plain.entries()[0].toObject().contains("resource"_L1));
}

void TestRegion::batchGoesOnAfterAnError()
{
    const Answer answer = m_client->send("POST", "/", bundle("batch", {entry("GET", "Task/nobody", {}), entry("PUT", "Task/t1", task)}));
    QCOMPARE(answer.status, 200);
    const auto response = [&](int i) { return answer.entries()[i].toObject().value("response"_L1).toObject(); };
    QCOMPARE(response(0).value("status"_L1).toString(), u"404 Not Found"_s);
    QCOMPARE(response(0).value("outcome"_L1).toObject().value("resourceType"_L1).toString(), u"OperationOutcome"_s);
    QCOMPARE(response(1).value("status"_L1).toString(), u"201 Created"_s);
}

void TestRegion::history()
{
    const Answer created = m_client->put("/Basic/b", R"({"resourceType":"Basic","id":"b"})");
    QCOMPARE(m_client->put("/Basic/b", R"({"resourceType":"Basic","id":"b","x":1})").status, 200);
    QCOMPARE(m_client->send("DELETE", "/Basic/b").status, 204);
    const auto methods = [](const Answer& answer) {
        QStringList all;
        for (const QJsonValue& entry : answer.entries())
            all << entry.toObject().value("request"_L1).toObject().value("method"_L1).toString();
        return all;
    };
    const QStringList expected {u"DELETE"_s, u"PUT"_s, u"PUT"_s};
    QCOMPARE(methods(m_client->get("/Basic/b/_history")), expected);
    QCOMPARE(methods(m_client->get("/Basic/_history")), expected);
    const QByteArray since = created.json().value("meta"_L1).toObject().value("lastUpdated"_L1).toString().toLatin1();
    QCOMPARE(methods(m_client->get("/_history?_since=" + since)), expected); // nothing generated is that new
    QCOMPARE(methods(m_client->get("/Basic/_history?_since=2999-01-01")), QStringList());
}

void TestRegion::elementsAndSummary()
{
    QCOMPARE(m_client->put("/Task/t1", task).status, 201);
    const QJsonObject only = m_client->get("/Task?_id=t1&_elements=status").entries()[0].toObject().value("resource"_L1).toObject();
    QCOMPARE(only.keys(), QStringList({u"id"_s, u"meta"_s, u"resourceType"_s, u"status"_s}));
    const QJsonArray tags = only.value("meta"_L1).toObject().value("tag"_L1).toArray();
    QCOMPARE(tags.last().toObject().value("code"_L1).toString(), u"SUBSETTED"_s);
    const Answer count = m_client->get("/Task?_summary=count&part-of:missing=true");
    QCOMPARE(count.json().value("total"_L1).toInt(), 31); // 30 cases and t1
    QVERIFY(count.entries().isEmpty());
}

void TestRegion::compresses()
{
    const Answer plain = m_client->get("/Task?_count=500");
    const Answer packed = m_client->send("GET", "/Task?_count=500", {}, {"Accept-Encoding: gzip"});
    QCOMPARE(packed.headers.value("content-encoding"), QByteArray("gzip"));
    QVERIFY(packed.whole);
    // All on one page: a next link has a name of its own each time. A bundle says when it was made: a second may have passed between.
    const Answer after = m_client->get("/Task?_count=500");
    QVERIFY(packed.body == gzipped(plain.body) || packed.body == gzipped(after.body));
    QCOMPARE(packed.body.left(2), QByteArray("\x1f\x8b"));
    QVERIFY(packed.body.size() < plain.body.size() / 4);
}

void TestRegion::bothBases()
{
    const Answer root = m_client->get("/Task?_count=10");
    const Answer below = m_client->get("/fhir/Task?_count=10");
    QCOMPARE(root.ids(), below.ids());
    QVERIFY(below.link(u"next"_s).startsWith(m_region->url().toString() + u"fhir/"_s));
    QCOMPARE(m_client->follow(below.link(u"next"_s)).ids(), m_client->follow(root.link(u"next"_s)).ids());
}

void TestRegion::headersOfAReply()
{
    const Answer read = m_client->get("/PractitionerRole/role-anb");
    QVERIFY(read.headers.contains("date"));
    QVERIFY(read.headers.value("date").endsWith(" GMT"));
    QVERIFY(read.headers.contains("last-modified"));
    QCOMPARE(read.headers.value("etag"), QByteArray("W/\"1\""));
    QCOMPARE(read.headers.value("content-type"), QByteArray("application/fhir+json; charset=utf-8"));
}

void TestRegion::messagesAreReceivedAndRead()
{
    RegionOptions options = small();
    options.readsSeconds = 1;
    Region region(options);
    const Client client(*region.start());
    QCOMPARE(client.put("/Communication/c", R"({"resourceType":"Communication","id":"c","status":"in-progress"})").status, 201);
    const auto message = [&] { return client.get("/Communication/c").json(); };
    QTRY_COMPARE(message().value("status"_L1).toString(), u"completed"_s);
    QTRY_VERIFY(message().contains("received"_L1));
    QCOMPARE(versionIn(client.get("/Communication/c")), QByteArray("W/\"3\""));
}

void TestRegion::keepsItsStoreOverRestarts()
{
    const QTemporaryDir folder;
    RegionOptions options = small();
    options.store = folder.filePath(u"region.log"_s);
    const auto everything = [](const Client& client) {
        QByteArray all;
        for (const char* type : {"Task", "Communication", "Basic", "Patient", "Provenance"})
            all += client.get(QByteArray("/$dump?type=") + type).body;
        return all;
    };
    QByteArray before;
    {
        Region region(options);
        const Client client(*region.start());
        QCOMPARE(client.put("/Task/t1", "\n " + task).status, 201);
        QCOMPARE(client.put("/Basic/b", R"({"resourceType":"Basic","id":"b"})").status, 201);
        QCOMPARE(client.send("DELETE", "/Basic/b").status, 204);
        before = everything(client);
    }
    QFile log(options.store);
    QVERIFY(log.open(QIODevice::Append));
    log.write("{\"lastUpdated\":17,\"wri"); // killed while it wrote
    log.close();
    options.seed = 99; // the file knows better
    Region region(options);
    const Client client(*region.start());
    QCOMPARE(everything(client), before);
    QCOMPARE(client.get("/Basic/b").status, 410);
    QCOMPARE(client.put("/Task/t1", task, "W/\"1\"").status, 200);
}

void TestRegion::transcriptHoldsNoToken()
{
    const QTemporaryDir folder;
    RegionOptions options = small();
    options.transcript = folder.filePath(u"wire.jsonl"_s);
    Region region(options);
    const Client client(*region.start());
    QCOMPARE(client.put("/Task/t1", task).status, 201);
    QCOMPARE(client.get("/Task/t1").status, 200);
    QFile file(options.transcript);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(!text.contains("demo:SE"));
    const QList<QByteArray> lines = text.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(first.value("method"_L1).toString(), u"PUT"_s);
    QCOMPARE(first.value("path"_L1).toString(), u"/Task/t1"_s);
    QCOMPARE(first.value("status"_L1).toInt(), 201);
    QCOMPARE(first.value("request"_L1).toString().toUtf8(), task);
    const QJsonObject asked = first.value("requestHeaders"_L1).toObject();
    QCOMPARE(asked.value("content-type"_L1).toString(), u"application/fhir+json"_s);
    QVERIFY(!asked.contains("authorization"_L1));
    QCOMPARE(first.value("replyHeaders"_L1).toObject().value("etag"_L1).toString(), u"W/\"1\""_s);
}

QTEST_GUILESS_MAIN(TestRegion)
#include "tst_region.moc"
