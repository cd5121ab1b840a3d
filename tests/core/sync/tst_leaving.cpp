// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray replaced(QByteArray text, const char* what, const QByteArray& by)
{
    Q_ASSERT(text.contains(what));
    return text.replace(what, by);
}

} // namespace

// What leaves this machine, why, and what never does: docs on reconciliation in core/sync/reconcile.h, the offline scope in contract 2.
class TestLeaving final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        m_world->populate(4);
        m_world->start();
        m_world->run();
        QCOMPARE(m_world->stores->cases().total(), 4);
    }

    void whatIsDeletedThereGoesHere()
    {
        message(1);
        m_world->run(1min);
        QVERIFY(here(u"Communication"_s, u"hello-1"_s));
        m_world->server.remove(u"Task"_s, id(1));
        m_world->server.remove(u"Communication"_s, u"hello-1"_s);
        sleepOver();
        QCOMPARE(cases(), (QStringList {id(0), id(2), id(3)}));
        QVERIFY(!here(u"Task"_s, id(1)) && !here(u"Communication"_s, u"hello-1"_s));
        QCOMPARE(m_world->stores->absences().find(u"Task"_s, id(1))->why, store::Absence::Why::Deleted);
        QCOMPARE(m_world->stores->cases().count({care::View::Open, {}, {}, u"1177-2026-000001"_s}), 0); // nor does the search know it
    }

    void aLatePageDoesNotBringItBack()
    {
        const store::StoredResource old = *m_world->stores->resources().find(u"Task"_s, id(1));
        m_world->server.remove(u"Task"_s, id(1));
        sleepOver();
        m_world->server.put(u"Task"_s, id(1), old.body); // as an index that lags behind would show it: the same version
        m_world->run(5min);
        QVERIFY(!here(u"Task"_s, id(1)));
    }

    void moreThanOneSliceDiffers()
    {
        // Stamped as of long ago, as a restored index would show them: no delta brings them.
        constexpr int many = 2300;
        m_world->server.advance(-7 * 86400);
        for (int n = 0; n < many; ++n)
            m_world->server.put(
                u"CareTeam"_s, u"team-%1"_s.arg(n, 4, 10, QChar(u'0')), R"({"resourceType":"CareTeam",)" + World::unitTag() + "}");
        m_world->server.advance(7 * 86400);
        m_world->server.pageSize = 60; // shorter than the searches by id
        m_world->run(5min);
        QVERIFY(!here(u"CareTeam"_s, u"team-0000"_s));
        sleepOver();
        for (const int n : {0, 1999, 2000, many - 1})
            QVERIFY2(here(u"CareTeam"_s, u"team-%1"_s.arg(n, 4, 10, QChar(u'0'))), qPrintable(QString::number(n)));
        QCOMPARE(m_world->stores->resources().ofType(u"CareTeam"_s).size(), many);
        for (int n = 0; n < many; ++n)
            m_world->server.remove(u"CareTeam"_s, u"team-%1"_s.arg(n, 4, 10, QChar(u'0')));
        sleepOver();
        QCOMPARE(m_world->stores->resources().ofType(u"CareTeam"_s).size(), 0);
    }

    void anotherUnitsCaseLeaves()
    {
        moveAway(2);
        sleepOver();
        QCOMPARE(cases(), (QStringList {id(0), id(1), id(3)}));
        QCOMPARE(m_world->stores->absences().find(u"Task"_s, id(2))->why, store::Absence::Why::Left);
    }

    //! What somebody wrote and has not sent is not lost with the case: it waits for a person, and the case with it.
    void unsentWorkIsHandedOverFirst()
    {
        m_world->server.fault = [](const net::Request& request, bool) -> std::optional<net::Reply> {
            return request.body.contains("\"transaction\"") ? std::optional(MiniServer::notSent()) : std::nullopt;
        };
        const QString command = m_world->act(care::Verb::Reply, id(2), u"Hej Karin!"_s);
        QVERIFY(!command.isEmpty());
        moveAway(2);
        sleepOver();
        QCOMPARE(m_world->stateOf(command), u"conflict"_s);
        QCOMPARE(m_world->queue().first().reason, u"other-unit"_s);
        QVERIFY(here(u"Task"_s, id(2)));
        QVERIFY(m_world->stores->commands().takeBack(care::CommandId(command)).value_or(false));
        sleepOver();
        QVERIFY(!here(u"Task"_s, id(2)));
    }

    //! What somebody is writing keeps its case as long as it is there.
    void aDraftKeepsItsCase()
    {
        const care::CaseId moved(id(2));
        QVERIFY(m_world->stores->drafts().put(moved, {care::Verb::Reply, u"Hej K"_s, m_world->clock.now()}).has_value());
        moveAway(2);
        sleepOver();
        QVERIFY(here(u"Task"_s, id(2)));
        QVERIFY(m_world->stores->drafts().remove(moved).has_value());
        sleepOver();
        QVERIFY(!here(u"Task"_s, id(2)));
    }

    void nothingGoesWithoutTheRegionsWord_data()
    {
        QTest::addColumn<QVariant>("reply"); // net::Reply, to every search of Tasks by the unit
        QTest::newRow("an empty answer") << QVariant::fromValue(MiniServer::json(200, R"({"resourceType":"Bundle","type":"searchset"})"));
        QTest::newRow("forbidden") << QVariant::fromValue(MiniServer::json(403, R"({"resourceType":"OperationOutcome"})"));
        QTest::newRow("not found") << QVariant::fromValue(MiniServer::json(404, R"({"resourceType":"OperationOutcome"})"));
        QTest::newRow("an error") << QVariant::fromValue(MiniServer::json(500, R"({"resourceType":"OperationOutcome"})"));
        QTest::newRow("rubbish") << QVariant::fromValue(MiniServer::json(200, "{"));
        QTest::newRow("other types") << QVariant::fromValue(MiniServer::json(200,
            R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","id":"x","meta":{"versionId":"1"}}}]})"));
    }
    void nothingGoesWithoutTheRegionsWord()
    {
        QFETCH(QVariant, reply);
        m_world->server.fault = [reply](const net::Request& request, bool) -> std::optional<net::Reply> {
            const bool isListing = request.url.path().endsWith("/Task"_L1) && request.url.query().contains("_elements"_L1);
            return isListing ? std::optional(reply.value<net::Reply>()) : std::nullopt;
        };
        sleepOver();
        QCOMPARE(cases(), (QStringList {id(0), id(1), id(2), id(3)}));
    }

    void whatIsMissingHereIsFetched()
    {
        QVERIFY(m_world->stores->cache().transaction([&] { return m_world->stores->resources().remove(u"Task"_s, id(3)); }).has_value());
        QVERIFY(m_world->stores->cases().remove(care::CaseId(id(3))).has_value());
        QCOMPARE(m_world->stores->cases().total(), 3);
        sleepOver();
        QCOMPARE(cases(), (QStringList {id(0), id(1), id(2), id(3)}));
    }

    void whatWasClosedLongAgoIsLetGo_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<bool>("stays");
        QTest::newRow("today") << 0 << true;
        QTest::newRow("six days ago") << 6 << true;
        QTest::newRow("eight days ago") << 8 << false;
    }
    void whatWasClosedLongAgoIsLetGo()
    {
        QFETCH(int, daysAgo);
        QFETCH(bool, stays);
        message(1);
        close(1);
        m_world->run(1min);
        QVERIFY(here(u"Communication"_s, u"hello-1"_s));
        for (int day = 0; day < daysAgo; ++day)
            m_world->server.advance(24 * 3600);
        m_world->clock.advance(std::chrono::hours(24 * daysAgo));
        touch(0); // so that the region's own clock is known to have gone on
        m_world->run(3h);
        QCOMPARE(here(u"Task"_s, id(1)), stays);
        QCOMPARE(here(u"Communication"_s, u"hello-1"_s), stays);
        QVERIFY(here(u"Task"_s, id(0)) && here(u"Patient"_s, u"karin"_s)); // open ones need their patient
        QCOMPARE(m_world->stores->cache().integrityProblems(), QStringList());
    }

    //! A wall clock that jumps a year ahead takes nothing away.
    void aWrongClockLetsNothingGo()
    {
        close(1);
        m_world->run(1min);
        m_world->clock.setWall(m_world->clock.now().addDays(365));
        m_world->run(3h);
        QVERIFY(here(u"Task"_s, id(1)));
    }

    void aCaseThatComesBackBringsItsMessages()
    {
        message(1);
        close(1);
        m_world->run(1min);
        QCOMPARE(m_world->shown(id(1)).messages.size(), 1);
        m_world->server.advance(9 * 24 * 3600);
        m_world->clock.advance(std::chrono::hours(24 * 9));
        touch(0);
        m_world->run(3h);
        QVERIFY(!here(u"Task"_s, id(1)));
        m_world->server.put(u"Task"_s, id(1), replaced(m_world->server.bodyOf(u"Task"_s, id(1)), "\"completed\"", "\"in-progress\""));
        m_world->run(5min);
        QVERIFY(here(u"Task"_s, id(1)) && here(u"Communication"_s, u"hello-1"_s));
        QCOMPARE(m_world->shown(id(1)).messages.size(), 1);
    }

    void peopleNobodyNamesGoToo()
    {
        for (int n = 0; n < 4; ++n)
            m_world->server.remove(u"Task"_s, id(n));
        sleepOver();
        m_world->server.advance(3 * 3600);
        m_world->run(3h);
        QCOMPARE(cases(), QStringList());
        QVERIFY(!here(u"Patient"_s, u"karin"_s));
    }

private:
    static QString id(int n) { return World::caseId(n); }
    bool here(const QString& type, const QString& resource) { return m_world->stores->resources().find(type, resource).has_value(); }
    QStringList cases()
    {
        QStringList ids;
        for (const care::CaseRow& row : m_world->stores->cases().page({care::View::Open, {}, {}, {}}, 0, 100))
            ids << row.id.text();
        ids.sort();
        return ids;
    }
    void message(int n)
    {
        m_world->server.put(u"Communication"_s, u"hello-%1"_s.arg(n),
            replaced(
                replaced(
                    R"({"resourceType":"Communication",TAG,"status":"completed","category":[{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/message-kind","code":"resident"}]}],"basedOn":[{"reference":"Task/ID"}],"sent":"2026-11-23T07:05:00Z","sender":{"reference":"Patient/karin"},"payload":[{"contentString":"Hej"}]})",
                    "ID", id(n).toUtf8()),
                "TAG", World::unitTag()));
    }
    void close(int n)
    {
        m_world->server.put(u"Task"_s, id(n), replaced(m_world->server.bodyOf(u"Task"_s, id(n)), "\"requested\"", "\"completed\""));
    }
    void touch(int n) { m_world->server.put(u"Task"_s, id(n), m_world->server.bodyOf(u"Task"_s, id(n))); }
    void moveAway(int n)
    {
        m_world->server.put(
            u"Task"_s, id(n), replaced(m_world->server.bodyOf(u"Task"_s, id(n)), "SE2321009999-1BHC", QByteArray("SE2321009999-1XXX")));
    }
    //! Half a day and more, so that the cache is held against the region.
    void sleepOver()
    {
        m_world->clock.advance(13h);
        m_world->run(5min);
    }

    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestLeaving)
#include "tst_leaving.moc"
