// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/counting.h"
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void passHour(World& world)
{
    world.server.advance(3700);
    world.clock.advance(3700s);
    world.syncNow();
    world.run();
}

int countsAsked(const World& world)
{
    int asked = 0;
    for (const net::Request& request : world.server.seen)
        asked += request.body.contains("_summary=count") ? 1 : 0;
    return asked;
}

//! What a page cut by a middle box, or a lost mark, would leave: the region has it and the deltas have passed it.
void loseFromCache(World& world, const QString& caseId)
{
    QVERIFY(world.stores->resources().remove(u"Task"_s, caseId).has_value());
    QVERIFY(world.stores->cases().remove(care::CaseId(caseId)).has_value());
}

void touch(World& world, const QString& caseId)
{
    QByteArray task = world.server.bodyOf(u"Task"_s, caseId);
    task.replace(R"("description":"Hosta")", R"("description":"Hosta och feber")");
    world.server.put(u"Task"_s, caseId, task);
}

bool isHere(World& world, const QString& caseId)
{
    return world.stores->resources().find(u"Task"_s, caseId).has_value();
}

} // namespace

Q_DECLARE_METATYPE(mottaget::sync::CountMark)

// How many the region has and how many are here: what differs and stays so is fetched.
class TestCounting final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDifferenceMustBeNewAndLast_data()
    {
        using sync::CountMark;
        QTest::addColumn<CountMark>("before");
        QTest::addColumn<int>("difference");
        QTest::addColumn<CountMark>("after");
        QTest::addColumn<bool>("isDue");
        QTest::newRow("the first count is what is expected") << CountMark {} << 0 << CountMark {0, 0} << false;
        QTest::newRow("also when it differs: it could not be mended") << CountMark {} << 3 << CountMark {3, 3} << false;
        QTest::newRow("as expected") << CountMark {0, 0} << 0 << CountMark {0, 0} << false;
        QTest::newRow("new: may be on its way") << CountMark {0, 0} << 1 << CountMark {0, 1} << false;
        QTest::newRow("new and another again") << CountMark {0, 1} << 2 << CountMark {0, 2} << false;
        QTest::newRow("the same twice") << CountMark {0, 1} << 1 << CountMark {} << true;
        QTest::newRow("more here than there, twice") << CountMark {0, -1} << -1 << CountMark {} << true;
        QTest::newRow("gone by itself") << CountMark {0, 1} << 0 << CountMark {0, 0} << false;
        QTest::newRow("expected, one more") << CountMark {3, 3} << 4 << CountMark {3, 4} << false;
        QTest::newRow("expected, one more, twice") << CountMark {3, 4} << 4 << CountMark {} << true;
    }
    void aDifferenceMustBeNewAndLast()
    {
        QFETCH(sync::CountMark, before);
        QFETCH(int, difference);
        const auto [after, isDue] = sync::counted(before, difference);
        QTEST(after, "after");
        QTEST(isDue, "isDue");
        QCOMPARE(sync::CountMark::read(after.text()), after);
    }

    void whatTheDeltasMissedIsFetched()
    {
        World world;
        world.server.answersBatches = true;
        world.populate(5);
        world.start();
        world.run();
        passHour(world); // the numbers as they are
        touch(world, World::caseId(4)); // the deltas begin after the others
        passHour(world);
        loseFromCache(world, World::caseId(2));
        passHour(world);
        QVERIFY(!isHere(world, World::caseId(2))); // once may be a message on its way
        passHour(world);
        QVERIFY(isHere(world, World::caseId(2)));
        QVERIFY(world.stores->cases().find(care::CaseId(World::caseId(2))).has_value());
    }

    void whatTheRegionHasNoMoreIsLetGo()
    {
        World world;
        world.server.answersBatches = true;
        world.populate(5);
        world.start();
        world.run();
        passHour(world);
        world.server.remove(u"Task"_s, World::caseId(1));
        passHour(world);
        passHour(world);
        QVERIFY(!isHere(world, World::caseId(1)));
        QVERIFY(isHere(world, World::caseId(0)));
    }

    void itIsOneQuestionAnHour()
    {
        World world;
        world.server.answersBatches = true;
        world.populate(5);
        world.start();
        world.run();
        passHour(world);
        world.server.seen.clear();
        passHour(world);
        QCOMPARE(countsAsked(world), 1);
        world.clock.advance(1min);
        world.syncNow();
        world.run();
        QCOMPARE(countsAsked(world), 1);
    }

    //! A region without batches is not asked again and again, and one that tells no numbers is not believed to have none.
    void aRegionThatDoesNotCountHarmsNothing_data()
    {
        QTest::addColumn<bool>("batches");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no batches") << false << QByteArray();
        QTest::newRow("no total") << true << QByteArray(R"({"resourceType":"Bundle","type":"searchset"})");
        QTest::newRow("a total below zero") << true << QByteArray(R"({"resourceType":"Bundle","type":"searchset","total":-5})");
        QTest::newRow("a total beyond reason") << true << QByteArray(R"({"resourceType":"Bundle","type":"searchset","total":99999999999})");
        QTest::newRow("no bundle") << true << QByteArray(R"({"resourceType":"OperationOutcome"})");
    }
    void aRegionThatDoesNotCountHarmsNothing()
    {
        QFETCH(bool, batches);
        QFETCH(QByteArray, answer);
        World world;
        world.server.answersBatches = batches;
        world.populate(3);
        world.start();
        world.run();
        world.server.fault = [&](const net::Request& request, bool) -> std::optional<net::Reply> {
            const bool counts = request.url.query().contains("_summary=count"_L1);
            return counts && !answer.isEmpty() ? std::optional(MiniServer::json(200, answer)) : std::nullopt;
        };
        for (int n = 0; n < 3; ++n)
            passHour(world);
        for (int n = 0; n < 3; ++n)
            QVERIFY(isHere(world, World::caseId(n)));
        QCOMPARE(world.engine->status().link, sync::LinkStatus::Link::Online);
        QCOMPARE(world.engine->status().lastPull, world.clock.now());
    }
};

QTEST_GUILESS_MAIN(TestCounting)
#include "tst_counting.moc"
