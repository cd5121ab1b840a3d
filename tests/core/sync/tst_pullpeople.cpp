// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray mark = "\"meta\":{\"security\":[{\"system\":\"http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel\",\"code\":"
                        "\"sekretessmarkering\"}]},";

QByteArray patient(int n, bool isProtected = false)
{
    return "{\"resourceType\":\"Patient\"," + (isProtected ? mark : QByteArray())
        + "\"name\":[{\"family\":\"Lindqvist\",\"given\":[\"Karin " + QByteArray::number(n) + "\"]}]}";
}

QString patientId(int n)
{
    return u"karin-%1"_s.arg(n, 4, 10, QLatin1Char('0'));
}

//! As many residents as cases, so that several questions are needed to ask about them all.
void populate(World& world, int residents)
{
    world.populate(residents);
    for (int n = 0; n < residents; ++n) {
        QByteArray task = world.server.bodyOf(u"Task"_s, World::caseId(n));
        task.replace("Patient/karin", QByteArray("Patient/" + patientId(n).toUtf8()));
        world.server.put(u"Task"_s, World::caseId(n), task);
        world.server.put(u"Patient"_s, patientId(n), patient(n));
    }
}

void poll(World& world)
{
    world.server.advance(60);
    world.clock.advance(1min);
    world.syncNow();
    world.run();
}

care::CaseRow row(World& world, int n)
{
    return *world.stores->cases().find(care::CaseId(World::caseId(n)));
}

bool asksAboutKnown(const net::Request& request)
{
    return request.url.path().endsWith("/Patient"_L1) && request.url.query().contains("_lastUpdated"_L1);
}

} // namespace

// People who are here already are asked about in rounds: what the region learns of them later reaches this device.
class TestPullPeople final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMarkOfProtectionSetLaterArrives_data()
    {
        QTest::addColumn<bool>("batches");
        QTest::addColumn<int>("residents");
        QTest::addColumn<int>("marked");
        QTest::addColumn<int>("polls"); //!< until it must be here
        QTest::newRow("few, with batches") << true << 3 << 1 << 1;
        QTest::newRow("few, one by one") << false << 3 << 1 << 1;
        QTest::newRow("many, the last one, with batches") << true << 720 << 719 << 3;
        QTest::newRow("many, the first one, with batches") << true << 720 << 0 << 3;
        QTest::newRow("many, the last one, one by one") << false << 230 << 229 << 4;
    }
    void aMarkOfProtectionSetLaterArrives()
    {
        QFETCH(bool, batches);
        QFETCH(int, residents);
        QFETCH(int, marked);
        QFETCH(int, polls);
        World world;
        world.server.answersBatches = batches;
        populate(world, residents);
        world.start();
        world.run();
        poll(world); // somewhere in a round
        QCOMPARE(row(world, marked).familyName, u"Lindqvist"_s);
        world.server.put(u"Patient"_s, patientId(marked), patient(marked, true));
        for (int n = 0; n < polls; ++n)
            poll(world);
        QCOMPARE(row(world, marked).protection, care::Protection::ConfidentialityMark);
        QCOMPARE(row(world, marked).familyName, QString());
        const auto kept = world.stores->resources().find(u"Patient"_s, patientId(marked));
        QVERIFY(kept && !kept->body.contains("Lindqvist"));
    }

    //! The server says only what has changed, and the whole of it is one question.
    void aQuietRoundBringsNobody()
    {
        World world;
        world.server.answersBatches = true;
        populate(world, 250);
        world.start();
        world.run();
        for (int n = 0; n < 5; ++n)
            poll(world); // past the overlap with the first fetch
        world.server.seen.clear();
        const qint64 before = world.stores->cache().prepare("SELECT 1").exec() ? world.stores->resources().count() : 0;
        poll(world);
        for (const net::Request& request : world.server.seen)
            QVERIFY(!request.url.path().endsWith("/Patient"_L1)); // beside the batch nobody is asked about
        QVERIFY(world.server.seen.first().body.contains("Patient?_id=karin-0000%2Ckarin-0001"));
        QVERIFY(world.server.seen.first().body.contains("_lastUpdated=ge"));
        QCOMPARE(world.stores->resources().count(), before);
    }

    //! A chunk that the region does not answer is asked about again; those behind it wait, or the round would pass it by.
    void nobodyIsPassedBy()
    {
        World world;
        populate(world, 230);
        world.start();
        world.run();
        for (int n = 0; n < 6; ++n)
            poll(world);
        world.server.put(u"Patient"_s, patientId(120), patient(120, true));
        world.server.fault = [](const net::Request& request, bool) -> std::optional<net::Reply> {
            return asksAboutKnown(request) ? std::optional(MiniServer::json(400, R"({"resourceType":"OperationOutcome"})")) : std::nullopt;
        };
        for (int n = 0; n < 4; ++n)
            poll(world);
        QCOMPARE(world.engine->status().problem, u"refused-Patient"_s); // told, and no pull counts as whole
        QVERIFY(world.engine->status().lastPull < world.clock.now().addSecs(-200));
        world.server.fault = nullptr;
        for (int n = 0; n < 6; ++n)
            poll(world);
        QCOMPARE(row(world, 120).protection, care::Protection::ConfidentialityMark);
        QCOMPARE(world.engine->status().problem, QString());
    }

    //! Killed in the middle of a round it goes on where it was.
    void aRoundOutlivesAKill()
    {
        World world;
        populate(world, 720);
        world.start();
        world.run();
        poll(world);
        poll(world);
        world.server.put(u"Patient"_s, patientId(5), patient(5, true));
        world.server.seen.clear();
        world.restart();
        world.start();
        world.run();
        QStringList asked;
        for (const net::Request& request : world.server.seen) {
            if (asksAboutKnown(request))
                asked << request.url.query();
        }
        QVERIFY(!asked.isEmpty());
        QVERIFY2(!asked.first().startsWith("_id=karin-0000"_L1), qPrintable(asked.first().left(40)));
        for (int n = 0; n < 12; ++n)
            poll(world);
        QCOMPARE(row(world, 5).protection, care::Protection::ConfidentialityMark);
    }
};

QTEST_GUILESS_MAIN(TestPullPeople)
#include "tst_pullpeople.moc"
