// SPDX-License-Identifier: GPL-3.0-or-later
// Search by indexes against the plain reading of each resource, and pages against the whole.
#include "app/demo/generator.h"
#include "app/demo/paging.h"
#include "app/demo/search.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace mottaget::demo;

namespace {

using Naive = std::function<bool(const QJsonObject&)>;

const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(13, 0), Qt::UTC).toMSecsSinceEpoch();

QString text(const QJsonObject& object, std::initializer_list<QLatin1StringView> path)
{
    QJsonValue value = object;
    for (const QLatin1StringView step : path)
        value = value.isArray() ? value.toArray().first().toObject().value(step) : value.toObject().value(step);
    return value.toString();
}

QueryItems itemsOf(const QByteArray& query)
{
    QueryItems items;
    for (const QByteArray& pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        items.emplaceBack(pair.left(equals), pair.mid(equals + 1));
    }
    return items;
}

} // namespace

Q_DECLARE_METATYPE(Naive)

class TestSearch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { generate(m_store, {7, 60, 120, now}); }
    void findsWhatAPlainReadingFinds_data();
    void findsWhatAPlainReadingFinds();
    void sorts_data();
    void sorts();
    void spansOfMoments_data();
    void spansOfMoments();
    void pagesMakeTheWhole_data();
    void pagesMakeTheWhole();
    void followsWrites();

private:
    [[nodiscard]] QStringList naive(const QByteArray& type, const Naive& holds) const;
    [[nodiscard]] QStringList idsOf(const std::vector<Hit>& hits) const;
    [[nodiscard]] QJsonObject some(const QByteArray& type, const Naive& holds) const;

    ResourceStore m_store;
};

QStringList TestSearch::naive(const QByteArray& type, const Naive& holds) const
{
    QStringList ids;
    for (const Ordinal place : m_store.ofType(type)) {
        const QJsonObject object = QJsonDocument::fromJson(m_store.at(place).current().json).object();
        if (holds(object))
            ids << object.value("id"_L1).toString();
    }
    return ids;
}

QStringList TestSearch::idsOf(const std::vector<Hit>& hits) const
{
    QStringList ids;
    for (const Hit& hit : hits)
        ids << QString::fromUtf8(m_store.at(hit.ordinal).id);
    return ids;
}

void TestSearch::findsWhatAPlainReadingFinds_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<Naive>("holds");
    const auto row = [](const char* type, const QByteArray& query, const Naive& holds) {
        QTest::addRow("%s?%s", type, query.constData()) << QByteArray(type) << query << holds;
    };
    const auto updated = [](const QJsonObject& o) { return text(o, {"meta"_L1, "lastUpdated"_L1}); };
    const Naive all = [](const QJsonObject&) { return true; };
    row("Task", "_tag=https://mottaget.se/fhir/sid/unit|SE2321009999-1BHC", all);
    row("Task", "_tag=https://mottaget.se/fhir/sid/unit|SE2321009999-1XXX", [](const QJsonObject&) { return false; });
    row("Task", "authored-on=ge2026-11-22T00:00:00Z", [](const QJsonObject& o) { return text(o, {"authoredOn"_L1}) >= u"2026-11-22"_s; });
    row("Task", "authored-on=lt2026-11-20T00:00:00Z", [](const QJsonObject& o) { return text(o, {"authoredOn"_L1}) < u"2026-11-20"_s; });
    row("Patient", "_security=http://terminology.hl7.org/CodeSystem/v3-Confidentiality|R", [](const QJsonObject& o) {
        return text(o, {"meta"_L1, "security"_L1, "code"_L1}) == u"R"_s;
    });
    row("Task", "status=requested", [](const QJsonObject& o) { return text(o, {"status"_L1}) == u"requested"_s; });
    row("Task", "status=on-hold,accepted",
        [](const QJsonObject& o) { return text(o, {"status"_L1}) == u"on-hold"_s || text(o, {"status"_L1}) == u"accepted"_s; });
    row("Task", "part-of:missing=true", [](const QJsonObject& o) { return !o.contains("partOf"_L1); });
    row("Task", "part-of:missing=false", [](const QJsonObject& o) { return o.contains("partOf"_L1); });
    row("Task", "owner=PractitionerRole/role-anb", [](const QJsonObject& o) {
        return text(o, {"owner"_L1, "reference"_L1}) == u"PractitionerRole/role-anb"_s;
    });
    row("Task", "owner=bjorkens-halsocentral&status=requested", [](const QJsonObject& o) {
        return text(o, {"owner"_L1, "reference"_L1}) == u"Organization/bjorkens-halsocentral"_s && text(o, {"status"_L1}) == u"requested"_s;
    });
    row("Task", "code=https://mottaget.se/fhir/CodeSystem/case-type|renewal", [](const QJsonObject& o) {
        return text(o, {"code"_L1, "coding"_L1, "code"_L1}) == u"renewal"_s;
    });
    row("Task", "_lastUpdated=ge2026-11-22T12:00:00Z",
        [updated](const QJsonObject& o) { return updated(o) >= u"2026-11-22T12:00:00.000Z"_s; });
    row("Task", "_lastUpdated=gt2026-11-20&_lastUpdated=lt2026-11-23T08:00:00.000Z&part-of:missing=true", [updated](const QJsonObject& o) {
        return updated(o) >= u"2026-11-21"_s && updated(o) < u"2026-11-23T08:00:00.000Z"_s && !o.contains("partOf"_L1);
    });
    row("Task", "_lastUpdated=le2026-11-21", [updated](const QJsonObject& o) { return updated(o) < u"2026-11-22"_s; });
    row("PractitionerRole", "organization=Organization/bjorkens-halsocentral", all);
    row("PractitionerRole", "practitioner=Practitioner/prac-lek", [](const QJsonObject& o) { return text(o, {"id"_L1}) == u"role-lek"_s; });
    row("PractitionerRole", "identifier=urn:oid:1.2.752.29.4.19|SE2321009999-2GUH",
        [](const QJsonObject& o) { return text(o, {"id"_L1}) == u"role-guh"_s; });
    row("Practitioner", "_id=prac-anb,prac-erl,prac-nobody",
        [](const QJsonObject& o) { return text(o, {"id"_L1}) == u"prac-anb"_s || text(o, {"id"_L1}) == u"prac-erl"_s; });
    row("Organization", "identifier=SE2321009999-1BHC",
        [](const QJsonObject& o) { return text(o, {"name"_L1}) == u"Björkens hälsocentral"_s; });
    row("Questionnaire", "url=https://mottaget.se/fhir/Questionnaire/advice",
        [](const QJsonObject& o) { return text(o, {"id"_L1}) == u"form-advice"_s; });
    const QJsonObject form = some("QuestionnaireResponse", all);
    const QString patient = text(form, {"subject"_L1, "reference"_L1});
    const QString based = text(form, {"basedOn"_L1, "reference"_L1});
    row("QuestionnaireResponse", "based-on=" + based.toUtf8(), [based](const QJsonObject& o) {
        return text(o, {"basedOn"_L1, "reference"_L1}) == based;
    });
    row("Task", "for=" + patient.toUtf8(), [patient](const QJsonObject& o) { return text(o, {"for"_L1, "reference"_L1}) == patient; });
    row("Task", "patient=" + patient.mid(8).toUtf8(), [patient](const QJsonObject& o) {
        return text(o, {"for"_L1, "reference"_L1}) == patient;
    });
    row("Communication", "subject=" + patient.toUtf8(), [patient](const QJsonObject& o) {
        return text(o, {"subject"_L1, "reference"_L1}) == patient;
    });
    row("Task", "requester=" + patient.toUtf8(), [patient](const QJsonObject& o) {
        return text(o, {"requester"_L1, "reference"_L1}) == patient;
    });
}

QJsonObject TestSearch::some(const QByteArray& type, const Naive& holds) const
{
    for (const Ordinal place : m_store.ofType(type)) {
        const QJsonObject object = QJsonDocument::fromJson(m_store.at(place).current().json).object();
        if (holds(object))
            return object;
    }
    return {};
}

void TestSearch::findsWhatAPlainReadingFinds()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, query);
    QFETCH(Naive, holds);
    const auto parsed = parseQuery(type, itemsOf(query));
    QVERIFY(parsed.has_value());
    QCOMPARE(idsOf(find(m_store, *parsed)), naive(type, holds));
    QCOMPARE(find(m_store, *parsed), findAsOf(m_store, *parsed, now + 1)); // nothing is newer: the same
}

void TestSearch::sorts_data()
{
    QTest::addColumn<QByteArray>("sort");
    QTest::addColumn<QString>("member");
    QTest::addColumn<bool>("falling");
    QTest::newRow("oldest first") << QByteArray("_lastUpdated") << u"lastUpdated"_s << false;
    QTest::newRow("newest first") << QByteArray("-_lastUpdated") << u"lastUpdated"_s << true;
    QTest::newRow("authored") << QByteArray("authored-on") << u"authoredOn"_s << false;
    QTest::newRow("authored, newest first") << QByteArray("-authored-on") << u"authoredOn"_s << true;
}

void TestSearch::sorts()
{
    QFETCH(QByteArray, sort);
    QFETCH(QString, member);
    QFETCH(bool, falling);
    const auto parsed = parseQuery("Task", {{"_sort", sort}});
    QVERIFY(parsed.has_value());
    QStringList keys;
    for (const Hit& hit : find(m_store, *parsed)) {
        const QJsonObject object = QJsonDocument::fromJson(m_store.at(hit.ordinal).current().json).object();
        keys << (object.contains(member) ? object : object.value("meta"_L1).toObject()).value(member).toString();
    }
    QStringList expected = keys;
    std::sort(expected.begin(), expected.end());
    if (falling)
        std::reverse(expected.begin(), expected.end());
    QCOMPARE(keys.size(), naive("Task", [](const QJsonObject&) { return true; }).size());
    QCOMPARE(keys, expected);
}

void TestSearch::spansOfMoments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("width");
    QTest::newRow("day") << QByteArray("2026-11-23") << u"2026-11-23T00:00:00.000Z"_s << 86'400'000;
    QTest::newRow("minute") << QByteArray("2026-11-23T09:41Z") << u"2026-11-23T09:41:00.000Z"_s << 60'000;
    QTest::newRow("second") << QByteArray("2026-11-23T09:41:07Z") << u"2026-11-23T09:41:07.000Z"_s << 1000;
    QTest::newRow("millisecond") << QByteArray("2026-11-23T09:41:07.120Z") << u"2026-11-23T09:41:07.120Z"_s << 1;
    QTest::newRow("offset") << QByteArray("2026-11-23T10:41:07+01:00") << u"2026-11-23T09:41:07.000Z"_s << 1000;
    QTest::newRow("words") << QByteArray("yesterday") << QString() << 0;
    QTest::newRow("no such day") << QByteArray("2026-02-30") << QString() << 0;
}

void TestSearch::spansOfMoments()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, first);
    QFETCH(int, width);
    const auto span = momentSpan(text);
    QCOMPARE(span.has_value(), width > 0);
    if (span) {
        QCOMPARE(QString::fromLatin1(instantText(span->first)), first);
        QCOMPARE(span->second - span->first, qint64 {width});
    }
}

void TestSearch::pagesMakeTheWhole_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 7, 20, 119, 1000})
        QTest::addRow("%d", size) << size;
}

void TestSearch::pagesMakeTheWhole()
{
    QFETCH(int, size);
    auto query = parseQuery("QuestionnaireResponse", {{"_count", QByteArray::number(size)}});
    QVERIFY(query.has_value());
    Paging paging(m_store);
    Request request;
    request.base = "http://127.0.0.1:1";
    QStringList ids;
    Reply reply = paging.first(request, {*query, find(m_store, *query), false, false});
    for (int pages = 1;; ++pages) {
        QVERIFY(pages <= 120);
        const QJsonObject bundle = QJsonDocument::fromJson(reply.body).object();
        QCOMPARE(bundle.value("total"_L1).toInt(), 120);
        const QJsonArray entries = bundle.value("entry"_L1).toArray();
        QVERIFY(!entries.isEmpty() && entries.size() <= size);
        for (const QJsonValue& entry : entries)
            ids << text(entry.toObject(), {"resource"_L1, "id"_L1});
        const QJsonArray links = bundle.value("link"_L1).toArray();
        if (links.size() < 2)
            break;
        const QByteArray next = links[1].toObject().value("url"_L1).toString().toUtf8();
        reply = paging.next(request, next.mid(next.indexOf("_page=") + 6));
    }
    QCOMPARE(ids, idsOf(find(m_store, *query)));
}

void TestSearch::followsWrites()
{
    ResourceStore store;
    const auto count = [&](const QByteArray& query) { return find(store, *parseQuery("Task", itemsOf(query))).size(); };
    const auto write = [&](const char* status, bool remove) {
        const QJsonObject object {{u"resourceType"_s, u"Task"_s}, {u"id"_s, u"a"_s}, {u"status"_s, QString::fromLatin1(status)}};
        store.commit({{"Task", "a", QJsonDocument(object).toJson(), object, remove}}, now, now);
    };
    write("requested", false);
    QCOMPARE(count("status=requested"), std::size_t {1});
    write("accepted", false);
    QCOMPARE(count("status=requested"), std::size_t {0});
    QCOMPARE(count("status=accepted&part-of:missing=true"), std::size_t {1});
    write("", true);
    QCOMPARE(count("_id=a"), std::size_t {0});
    write("requested", false);
    QCOMPARE(count("status=requested,accepted"), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
