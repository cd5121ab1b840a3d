// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/page.h"

#include <QTest>

using namespace mottaget::sync;
using namespace Qt::StringLiterals;

namespace {

QByteArray bundle(const QByteArray& entries, const QByteArray& more = {})
{
    return R"({"resourceType":"Bundle","type":"searchset")" + more + R"(,"entry":[)" + entries + "]}";
}

QByteArray entry(const QByteArray& resource)
{
    return R"({"resource":)" + resource + "}";
}

QByteArray nextLink(const QByteArray& rest)
{
    return ",\"link\":[{\"relation\":\"next\"" + rest + "}]";
}

constexpr const char* task =
    R"({"resourceType":"Task","id":"t1","meta":{"versionId":"3","lastUpdated":"2026-11-23T08:00:00.5+01:00"},"for":{"reference":"Patient/p1"},"requester":{"reference":"RelatedPerson/r1"},"n":0.10 })";

} // namespace

class TestPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageIsReadWhole()
    {
        const auto page = readPage(bundle(entry(task), R"(,"link":[{"relation":"next","url":"http:\/\/127.0.0.1/x?y=1%7C2"}])"), u"Task"_s);
        QVERIFY(page.has_value());
        QCOMPARE(page->resources.size(), 1);
        const auto& resource = page->resources.first();
        QCOMPARE(resource.body, QByteArray(task)); // byte for byte
        QCOMPARE(QStringList({resource.type, resource.id, resource.version, resource.caseId}),
            (QStringList {u"Task"_s, u"t1"_s, u"3"_s, u"t1"_s}));
        QCOMPARE(page->people, (References {{u"Patient"_s, {u"p1"_s}}, {u"RelatedPerson"_s, {u"r1"_s}}}));
        QCOMPARE(page->next.toEncoded(), QByteArray("http://127.0.0.1/x?y=1%7C2"));
        QCOMPARE(page->newest.toString(Qt::ISODateWithMs), u"2026-11-23T07:00:00.500Z"_s);
        QCOMPARE(page->oldest, u"2026-11-23T08:00:00.5+01:00"_s);
    }

    void aResourceKnowsItsCase_data()
    {
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("caseId");
        const auto row = [](const char* name, const char* type, const char* rest, const char* caseId) {
            QTest::newRow(name) << QByteArray(R"({"id":"x","meta":{"versionId":"1"},"resourceType":)") + '"' + type + '"' + rest + "}"
                                << QString::fromLatin1(type) << QString::fromLatin1(caseId);
        };
        row("a case", "Task", "", "x");
        row("a part", "Task", R"(,"partOf":[{"reference":"Task/t9"}])", "t9");
        row("a message", "Communication", R"(,"basedOn":[{"reference":"Task/t9"}])", "t9");
        row("a form", "QuestionnaireResponse", R"(,"basedOn":[{"reference":"Task/t9"}])", "t9");
        row("a receipt", "Provenance", R"(,"target":[{"reference":"Communication/c"},{"reference":"Task/t9"}])", "t9");
        row("a patient has none", "Patient", "", "");
    }
    void aResourceKnowsItsCase()
    {
        QFETCH(QByteArray, resource);
        QFETCH(QString, type);
        QFETCH(QString, caseId);
        const auto read = readResource(resource, type);
        QVERIFY(read.has_value());
        QCOMPARE(read->caseId, caseId);
    }

    void whatAServerLeavesUnescapedIsFollowedAllTheSame()
    {
        const QByteArray body = bundle({}, nextLink(",\"url\":\"http:\\/\\/127.0.0.1/x?_tag=a|b c\""));
        const auto page = readPage(body, u"Task"_s);
        QVERIFY(page.has_value());
        QCOMPARE(page->next.toEncoded(), QByteArray("http://127.0.0.1/x?_tag=a%7Cb%20c"));
        const auto ids = readIdPage(body, u"Task"_s);
        QVERIFY(ids.has_value());
        QCOMPARE(ids->next, page->next);
    }

    void whatIsWrongIsSaidAndNothingIsApplied_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const QByteArray& body, const char* problem) {
            QTest::newRow(name) << body << QString::fromLatin1(problem);
        };
        row("nothing", "", "bad-json");
        row("cut in the middle", bundle(entry(task)).chopped(9), "bad-json");
        row("a login page", "<html><body>Logga in</body></html>", "bad-json");
        row("an outcome", R"({"resourceType":"OperationOutcome"})", "not-a-bundle");
        row("a transaction response", R"({"resourceType":"Bundle","type":"transaction-response"})", "not-a-bundle");
        row("another type among the matches",
            bundle(entry(task) + "," + entry(R"({"resourceType":"Patient","id":"p","meta":{"versionId":"1"}})")), "wrong-type");
        row("an entry without resource", bundle(R"({"fullUrl":"x"})"), "wrong-type");
        row("no version", bundle(entry(R"({"resourceType":"Task","id":"t"})")), "unidentified");
        row("no id", bundle(entry(R"({"resourceType":"Task","meta":{"versionId":"1"}})")), "unidentified");
        row("a part of a resource",
            bundle(entry(R"({"resourceType":"Task","id":"t","meta":{"versionId":"1","tag":[{"code":"SUBSETTED"}]}})")), "subsetted");
        row("a next link to nowhere", bundle({}, nextLink(",\"url\":\"http:\\/\\/[no\"")), "link-away");
        row("a next link that says nothing", bundle({}, nextLink(",\"url\":\"\"")), "link-away");
        row("a next link without its URL", bundle({}, nextLink({})), "link-away");
        row("the same key twice", bundle(entry(R"({"resourceType":"Task","id":"t","id":"u","meta":{"versionId":"1"}})")), "bad-json");
    }
    void whatIsWrongIsSaidAndNothingIsApplied()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, problem);
        const auto page = readPage(body, u"Task"_s);
        QVERIFY(!page.has_value());
        QCOMPARE(QString(codeOf(page.error().code)), problem);
        const auto ids = readIdPage(body, u"Task"_s);
        QCOMPARE(ids.has_value(), problem == u"subsetted"); // of which the id and version are whole
    }

    void aTransactionReplyIsCompleteOrNot_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<int>("resources");
        QTest::addColumn<bool>("complete");
        const QByteArray good = R"({"resource":)" + QByteArray(task) + R"(,"response":{"status":"200 OK"}})";
        QTest::newRow("all there") << good + "," + good << 2 << true;
        QTest::newRow("one without its resource") << good + R"(,{"response":{"status":"201 Created"}})" << 1 << false;
        QTest::newRow("one that failed in a batch") << good + R"(,{"response":{"status":"412"}})" << 1 << false;
        QTest::newRow("nothing at all") << QByteArray() << 0 << false;
    }
    void aTransactionReplyIsCompleteOrNot()
    {
        QFETCH(QByteArray, entries);
        QFETCH(int, resources);
        QFETCH(bool, complete);
        const auto reply = readTransactionReply(R"({"resourceType":"Bundle","type":"transaction-response","entry":[)" + entries + "]}");
        QVERIFY(reply.has_value());
        QCOMPARE(reply->resources.size(), resources);
        QCOMPARE(reply->complete, complete);
    }

    void theServersWordsAreCarriedButNotEndlessly()
    {
        QCOMPARE(
            outcomeText(R"({"resourceType":"OperationOutcome","issue":[{"diagnostics":"a"},{"details":{"text":"b"},"diagnostics":"c"}]})"),
            u"a b"_s);
        QCOMPARE(outcomeText(R"({"resourceType":"OperationOutcome","issue":[{"diagnostics":)" + ('"' + QByteArray(9000, 'x') + '"') + "}]}")
                     .size(),
            500);
        QCOMPARE(outcomeText("<html>"), QString());
    }

    void theServersWordsAreNotCutWithinACharacter()
    {
        const QByteArray words = QByteArray(499, 'x') + "\xF0\x9F\x98\x80";
        const QByteArray body = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\"" + words + "\"}]}";
        QCOMPARE(outcomeText(body), QString(499, u'x'));
    }
};

QTEST_APPLESS_MAIN(TestPage)
#include "tst_page.moc"
