// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault does what it says, over real sockets, and can be changed while the region runs.
#include "app/demo/faults.h"
#include "app/demo/region.h"
#include "tests/app/demo/client.h"

#include <QElapsedTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace mottaget::demo;
using demotest::Answer;
using demotest::Client;

namespace {

const QByteArray basic = R"({"resourceType":"Basic","id":"b"})";

} // namespace

class TestFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void parses_data();
    void parses();
    void helpNamesWhatIsUnderstood();
    void refusesUnknown_data();
    void refusesUnknown();
    void bends_data();
    void bends();
    void dropsAfterTheCommit();
    void dropsOnlyTheNext();
    void saysConflictFor412();
    void startTimeIsOlderThanTheCommit();
    void staleSearchMissesTheLatest();
    void offsetPagesShift();
    void forgetsItsPages();
    void answersTheSameSearchFromMemory();
    void ignoresTheVersion();
    void takesATransactionInParts();
    void answersAWriteWithSomethingElse();
    void snapshotPagesDoNotShift();
    void loopsToItself();
    void delays();

private:
    void setFaults(const QByteArray& spec) { QCOMPARE(m_client->send("POST", "/$faults", spec, {"Content-Type: text/plain"}).status, 200); }

    std::unique_ptr<Region> m_region;
    std::unique_ptr<Client> m_client;
};

void TestFaults::initTestCase()
{
    RegionOptions options;
    options.residents = 20;
    options.cases = 40;
    m_region = std::make_unique<Region>(options);
    const auto port = m_region->start();
    QVERIFY(port.has_value());
    m_client = std::make_unique<Client>(*port);
}

void TestFaults::init()
{
    setFaults("none");
}

void TestFaults::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Faults>("faults");
    const auto row = [](const char* text, auto change) {
        Faults faults;
        change(faults);
        QTest::newRow(text) << QByteArray(text) << faults;
    };
    row("", [](Faults&) {});
    row("none", [](Faults&) {});
    row("drop-after-commit=0.25", [](Faults& f) { f.dropAfterCommit = 0.25; });
    row("drop-after-commit-next=3", [](Faults& f) { f.dropAfterCommitNext = 3; });
    row("delay=20-200", [](Faults& f) {
        f.delayLeast = 20;
        f.delayMost = 200;
    });
    row("delay=50", [](Faults& f) {
        f.delayLeast = 50;
        f.delayMost = 50;
    });
    row("429=0.5:7", [](Faults& f) {
        f.tooMany = 0.5;
        f.retryAfter = 7;
    });
    row("5xx=1", [](Faults& f) { f.broken = 1; });
    row("409, stale-search=0.1\ncut", [](Faults& f) {
        f.conflict409 = true;
        f.staleSearch = 0.1;
        f.cut = 1;
    });
    row("tx-start-time", [](Faults& f) { f.txStartTime = 1500; });
    row("tx-start-time=40", [](Faults& f) { f.txStartTime = 40; });
    row("offset-paging loop-next wrong-type", [](Faults& f) { f.offsetPaging = f.loopNext = f.wrongType = true; });
    row("html=0.5 malformed=0.5", [](Faults& f) {
        f.html = 0.5;
        f.malformed = 0.5;
    });
    row("5xx=1 none 409", [](Faults& f) { f.conflict409 = true; });
    row("redirect empty=0.5 plain hang drip", [](Faults& f) {
        f.redirect = f.plain = f.hang = f.drip = 1;
        f.empty = 0.5;
    });
    row("endless endless-head bomb away-next", [](Faults& f) {
        f.endless = f.endlessHead = f.bomb = 1;
        f.awayNext = true;
    });
    row("lose-cursor=0.5 cached-search ignore-match not-atomic mismatch", [](Faults& f) {
        f.loseCursor = 0.5;
        f.cachedSearch = f.ignoreMatch = f.notAtomic = true;
        f.mismatch = 1;
    });
    row("status=401 drop-write=2 lose-write=3 refuse-write=1:413", [](Faults& f) {
        f.status = 401;
        f.dropWrite = 2;
        f.loseWrite = 3;
        f.refuseWrite = 1;
        f.refuseStatus = 413;
    });
}

void TestFaults::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(Faults, faults);
    const auto parsed = parseFaults(text);
    QVERIFY(parsed.has_value());
    QVERIFY(*parsed == faults);
}

// What is told to whoever asks for help is what is understood.
void TestFaults::helpNamesWhatIsUnderstood()
{
    int named = 0;
    for (const QString& line : faultsHelp().split(QLatin1Char('\n'))) {
        if (!line.startsWith(QLatin1String("  ")))
            continue;
        QByteArray word = line.simplified().section(QLatin1Char(' '), 0, 0).toLatin1();
        word.replace("[=MS]", "=40").replace("MIN-MAX", "1-2").replace("P:SECONDS", "1:2").replace("K:CODE", "1:422");
        word.replace("=CODE", "=422").replace("=P", "=1").replace("=N", "=1").replace("=K", "=1");
        const auto parsed = parseFaults(word);
        QVERIFY2(parsed.has_value(), word.constData());
        QVERIFY2(word == "none" || *parsed != Faults {}, word.constData());
        ++named;
    }
    QCOMPARE(named, 34);
}

void TestFaults::refusesUnknown_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"explode", "cut=2", "cut=-1", "5xx=often", "delay=200-20", "429=1:soon", "409=1", "drop-after-commit-next=-1"})
        QTest::newRow(text) << QByteArray(text);
}

void TestFaults::refusesUnknown()
{
    QFETCH(QByteArray, text);
    const auto parsed = parseFaults("5xx=0.5 " + text);
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error(), text);
    QCOMPARE(m_client->send("POST", "/$faults", text, {"Content-Type: text/plain"}).status, 400);
}

void TestFaults::bends_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<int>("leastStatus");
    QTest::addColumn<int>("mostStatus");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("json");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("none") << QByteArray("none") << 200 << 200 << true << true << QByteArray("\"resourceType\":\"Task\"");
    QTest::newRow("429") << QByteArray("429=1:7") << 429 << 429 << true << true << QByteArray("throttled");
    QTest::newRow("5xx") << QByteArray("5xx=1") << 500 << 503 << true << true << QByteArray("exception");
    QTest::newRow("cut") << QByteArray("cut=1") << 200 << 200 << false << false << QByteArray("searchset");
    QTest::newRow("trickle") << QByteArray("trickle=1") << 200 << 200 << true << true << QByteArray("searchset");
    QTest::newRow("html") << QByteArray("html=1") << 200 << 200 << true << false << QByteArray("<html>");
    QTest::newRow("malformed") << QByteArray("malformed=1") << 200 << 200 << true << false << QByteArray("searchset");
    QTest::newRow("wrong type") << QByteArray("wrong-type") << 200 << 200 << true << true << QByteArray("\"resourceType\":\"Basic\"");
}

void TestFaults::bends()
{
    QFETCH(QByteArray, spec);
    QFETCH(int, leastStatus);
    QFETCH(int, mostStatus);
    QFETCH(bool, whole);
    QFETCH(bool, json);
    QFETCH(QByteArray, holds);
    setFaults(spec);
    const Answer answer = m_client->get("/Task?_count=5");
    QVERIFY(answer.status >= leastStatus && answer.status <= mostStatus);
    QCOMPARE(answer.whole, whole);
    QCOMPARE(!answer.json().isEmpty(), json);
    QVERIFY(answer.body.contains(holds));
    QCOMPARE(answer.headers.value("retry-after"), answer.status == 429 ? QByteArray("7") : QByteArray());
    QVERIFY(m_client->get("/$dump?type=Task").whole); // its own addresses stay sound
}

void TestFaults::dropsAfterTheCommit()
{
    setFaults("drop-after-commit=1");
    QCOMPARE(m_client->put("/Basic/dropped", R"({"resourceType":"Basic","id":"dropped"})").status, 0);
    QCOMPARE(m_client->get("/Basic/dropped").status, 200); // it is there, and reads get through
}

void TestFaults::dropsOnlyTheNext()
{
    setFaults("drop-after-commit-next=1");
    QCOMPARE(m_client->get("/Basic/nobody").status, 404); // a read does not use it up
    QCOMPARE(m_client->put("/Basic/n1", R"({"resourceType":"Basic","id":"n1"})").status, 0);
    QCOMPARE(m_client->put("/Basic/n2", R"({"resourceType":"Basic","id":"n2"})").status, 201);
    QCOMPARE(m_client->get("/Basic/n1").status, 200);
}

void TestFaults::saysConflictFor412()
{
    QVERIFY(m_client->put("/Basic/b", basic).status < 300);
    QCOMPARE(m_client->put("/Basic/b", basic, "W/\"77\"").status, 412);
    setFaults("409");
    QCOMPARE(m_client->put("/Basic/b", basic, "W/\"77\"").status, 409);
}

void TestFaults::startTimeIsOlderThanTheCommit()
{
    setFaults("tx-start-time=300");
    const QByteArray resource = R"({"resourceType":"Basic","id":"slow"})";
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QCOMPARE(m_client->put("/Basic/slow", resource).status, 201);
    const QDateTime after = QDateTime::currentDateTimeUtc();
    const QString text = m_client->get("/Basic/slow").json().value("meta"_L1).toObject().value("lastUpdated"_L1).toString();
    const QDateTime updated = QDateTime::fromString(text, Qt::ISODateWithMs);
    QVERIFY(updated >= before);
    QVERIFY(updated.msecsTo(after) >= 300); // seen only when it was this old
}

void TestFaults::staleSearchMissesTheLatest()
{
    const QByteArray resource = R"({"resourceType":"Basic","id":"late","code":{"coding":[{"code":"late"}]}})";
    QCOMPARE(m_client->put("/Basic/late", resource).status, 201);
    QCOMPARE(m_client->get("/Basic?code=late").ids(), QStringList {u"late"_s});
    setFaults("stale-search=1");
    QCOMPARE(m_client->get("/Basic?code=late").ids(), QStringList());
    QCOMPARE(m_client->get("/Basic/late").status, 200); // only the index lags
    QTRY_COMPARE(m_client->get("/Basic?code=late").ids(), QStringList {u"late"_s});
}

void TestFaults::offsetPagesShift()
{
    setFaults("offset-paging");
    const Answer first = m_client->get("/Task?_sort=-_lastUpdated&_count=10");
    const QStringList all = m_client->get("/Task?_sort=-_lastUpdated&_count=1000").ids();
    QCOMPARE(m_client->put("/Task/shift1", R"({"resourceType":"Task","id":"shift1"})").status, 201);
    QCOMPARE(m_client->follow(first.link(u"next"_s)).ids(), all.mid(9, 10)); // the last of the first page comes again
}

void TestFaults::forgetsItsPages()
{
    const Answer first = m_client->get("/Task?_count=10");
    setFaults("lose-cursor");
    QCOMPARE(m_client->follow(first.link(u"next"_s)).status, 410);
    QCOMPARE(m_client->get("/Task?_count=10").status, 200);
    setFaults("none");
    QCOMPARE(m_client->follow(first.link(u"next"_s)).status, 200);
}

void TestFaults::answersTheSameSearchFromMemory()
{
    setFaults("cached-search");
    QCOMPARE(m_client->get("/Basic?code=news").ids(), QStringList());
    QCOMPARE(m_client->put("/Basic/news", R"({"resourceType":"Basic","id":"news","code":{"coding":[{"code":"news"}]}})").status, 201);
    QCOMPARE(m_client->get("/Basic?code=news").ids(), QStringList());
    const Answer fresh = m_client->send("GET", "/Basic?code=news", {}, {"Cache-Control: no-cache"});
    QCOMPARE(fresh.ids(), QStringList {u"news"_s});
}

void TestFaults::ignoresTheVersion()
{
    QVERIFY(m_client->put("/Basic/m", R"({"resourceType":"Basic","id":"m"})").status < 300);
    QCOMPARE(m_client->put("/Basic/m", R"({"resourceType":"Basic","id":"m","language":"sv"})", "W/\"77\"").status, 412);
    setFaults("ignore-match");
    QCOMPARE(m_client->put("/Basic/m", R"({"resourceType":"Basic","id":"m","language":"sv"})", "W/\"77\"").status, 200);
}

void TestFaults::takesATransactionInParts()
{
    const QByteArray bundle =
        R"({"resourceType":"Bundle","type":"transaction","entry":[)"
        R"({"resource":{"resourceType":"Basic","id":"half"},"request":{"method":"PUT","url":"Basic/half"}},)"
        R"({"resource":{"resourceType":"Basic","id":"gone"},"request":{"method":"PUT","url":"Basic/gone","ifMatch":"W/\"3\""}}]})";
    QCOMPARE(m_client->send("POST", "/", bundle, {"Content-Type: application/fhir+json"}).status, 404);
    QCOMPARE(m_client->get("/Basic/half").status, 404);
    setFaults("not-atomic");
    const Answer told = m_client->send("POST", "/", bundle, {"Content-Type: application/fhir+json"});
    QCOMPARE(told.status, 200);
    QCOMPARE(told.json().value("type"_L1).toString(), u"transaction-response"_s);
    QCOMPARE(m_client->get("/Basic/half").status, 200);
}

void TestFaults::answersAWriteWithSomethingElse()
{
    setFaults("mismatch");
    const Answer told = m_client->put("/Basic/mine", R"({"resourceType":"Basic","id":"mine"})");
    QCOMPARE(told.status, 200);
    QCOMPARE(told.json().value("id"_L1).toString(), u"something-else"_s);
    QCOMPARE(m_client->get("/Basic/mine").status, 200);
}

void TestFaults::snapshotPagesDoNotShift()
{
    const Answer first = m_client->get("/Task?_sort=-_lastUpdated&_count=10");
    const QStringList all = m_client->get("/Task?_sort=-_lastUpdated&_count=1000").ids();
    QCOMPARE(m_client->put("/Task/shift2", R"({"resourceType":"Task","id":"shift2"})").status, 201);
    QCOMPARE(m_client->follow(first.link(u"next"_s)).ids(), all.mid(10, 10));
}

void TestFaults::loopsToItself()
{
    setFaults("loop-next");
    const Answer first = m_client->get("/Task?_count=10");
    const Answer again = m_client->follow(first.link(u"next"_s));
    QCOMPARE(again.ids(), first.ids());
    QCOMPARE(again.link(u"next"_s), first.link(u"next"_s));
}

void TestFaults::delays()
{
    setFaults("delay=120-150");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_client->get("/metadata").status, 200);
    QVERIFY(timer.elapsed() >= 120);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
