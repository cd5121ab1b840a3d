// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logtable.h"
#include "core/sync/auditevent.h"
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Fault = std::function<std::optional<net::Reply>(const net::Request&, bool after, int attempt)>;

store::LogEntry entryOf(int number, const QString& activity = u"Läsa"_s)
{
    store::LogEntry entry;
    entry.id = u"0f0e0d0c-0000-4000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0'));
    entry.activity = activity;
    entry.level = u"case"_s;
    entry.at = QDateTime::fromMSecsSinceEpoch(1763900000000 + number, Qt::UTC);
    entry.purpose = u"Vård och behandling"_s;
    entry.user = u"SE2321009999-1ANB"_s;
    entry.commission = u"SE2321009999-2ANB"_s;
    entry.unit = u"SE2321009999-1BHC"_s;
    entry.resourceType = u"Ärende"_s;
    entry.patients = {u"patient-%1"_s.arg(number)};
    return entry;
}

bool isLog(const net::Request& request)
{
    return request.url.path().contains(u"/AuditEvent/"_s);
}

net::Reply status(int code)
{
    return MiniServer::json(code, "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"}]}");
}

} // namespace

//! The access log reaches the region once for each entry and leaves the device only then.
class TestLogPush final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isSentOnceAndLeavesTheDevice()
    {
        World world;
        begin(world, 40);
        QCOMPARE(world.server.idsOf(u"AuditEvent"_s).size(), 40);
        QCOMPARE(left(world), 0);
        QVERIFY(store::LogTable(world.stores->log()).verify({}).isEmpty());
        QCOMPARE(std::ranges::count_if(world.server.seen, isLog), 40);
        world.syncNow();
        world.run();
        QCOMPARE(std::ranges::count_if(world.server.seen, isLog), 40);
    }

    void goesBeforeTheRepliesThatWait()
    {
        World world;
        world.populate(1);
        world.start();
        world.run();
        const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
        QVERIFY(store::LogTable(world.stores->log()).append(entryOf(1)).has_value());
        QVERIFY(store::LogTable(world.stores->log()).append(entryOf(2, u"Nödöppning"_s)).has_value());
        world.restart();
        world.server.seen.clear();
        world.start();
        world.run(1s);
        QCOMPARE(world.stateOf(id), u"acknowledged"_s);
        QStringList order;
        for (const net::Request& request : std::as_const(world.server.seen)) {
            if (request.method == net::Request::Method::Put)
                order << request.url.path().section(u'/', -1).right(1);
            else if (request.method == net::Request::Method::Post && request.body.contains("\"transaction\""))
                order << u"reply"_s;
        }
        order.removeIf([](const QString& word) { return word != u"1"_s && word != u"2"_s && word != u"reply"_s; });
        QCOMPARE(order.mid(0, 3), (QStringList {u"2"_s, u"1"_s, u"reply"_s}));
    }

    //! Whatever order the network gives requests: no reply leaves while entries are on their way.
    void goesBeforeTheRepliesOnAnyNetwork_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void goesBeforeTheRepliesOnAnyNetwork()
    {
        QFETCH(quint32, seed);
        World world;
        world.populate(1);
        world.start();
        world.run();
        const QString id = world.act(care::Verb::Reply, World::caseId(0), u"Hej!"_s);
        for (int i = 1; i <= 12; ++i)
            QVERIFY(store::LogTable(world.stores->log()).append(entryOf(i)).has_value());
        world.restart();
        world.server.seen.clear();
        world.shuffle(seed);
        world.start();
        world.run(1s);
        QCOMPARE(world.stateOf(id), u"acknowledged"_s);
        int entries = 0;
        for (const net::Request& request : std::as_const(world.server.seen)) {
            if (isLog(request))
                ++entries;
            else if (request.method == net::Request::Method::Post && request.body.contains("\"transaction\""))
                QCOMPARE(entries, 12);
        }
        QCOMPARE(entries, 12);
    }

    void nothingIsLostOrDoubled_data()
    {
        QTest::addColumn<int>("code"); //!< 0: the reply is lost, 1: nothing left the machine
        QTest::addColumn<bool>("after");
        QTest::addColumn<int>("leftAfterOneRun");
        QTest::newRow("the reply is lost before") << 0 << false << 1;
        QTest::newRow("the reply is lost after") << 0 << true << 1;
        QTest::newRow("not sent") << 1 << false << 1;
        QTest::newRow("the server fails after it took it") << 500 << true << 1;
        QTest::newRow("busy") << 503 << false << 1;
        QTest::newRow("refused once") << 422 << false << 1;
        QTest::newRow("forbidden once") << 403 << false << 1;
        QTest::newRow("taken, and the answer says nothing") << 200 << true << 0;
        QTest::newRow("not taken, and the answer says it was") << 200 << false << 1;
        QTest::newRow("taken, and then said to exist") << 412 << true << 0;
        QTest::newRow("not taken, and said to exist") << 412 << false << 1;
    }
    void nothingIsLostOrDoubled()
    {
        QFETCH(int, code);
        QFETCH(bool, after);
        World world;
        world.server.fault = [=, left = 1](const net::Request& request, bool isAfter) mutable -> std::optional<net::Reply> {
            if (!isLog(request) || request.method != net::Request::Method::Put || isAfter != after || left == 0)
                return std::nullopt;
            --left;
            return code == 0 ? MiniServer::lost() : code == 1 ? MiniServer::notSent() : status(code);
        };
        begin(world, 1);
        QTEST(left(world), "leftAfterOneRun");
        world.run(5min);
        world.syncNow();
        world.run(5min);
        QCOMPARE(left(world), 0);
        QCOMPARE(world.server.idsOf(u"AuditEvent"_s), QStringList {entryOf(1).id});
        QVERIFY(store::LogTable(world.stores->log()).verify({}).isEmpty());
    }

    //! One that the region never takes does not keep the others.
    void aRefusedOneStaysAndTheRestGoes()
    {
        World world;
        world.server.fault = [](const net::Request& request, bool) -> std::optional<net::Reply> {
            if (isLog(request) && request.url.path().endsWith(entryOf(3).id))
                return status(422);
            return std::nullopt;
        };
        begin(world, 30);
        world.run(5min);
        QCOMPARE(left(world), 1);
        QCOMPARE(world.server.idsOf(u"AuditEvent"_s).size(), 29);
    }

    void aKillAtAnyStepLosesNothing_data()
    {
        QTest::addColumn<int>("step");
        for (int step = 0; step < 12; ++step)
            QTest::newRow(qPrintable(u"step %1"_s.arg(step))) << step;
    }
    void aKillAtAnyStepLosesNothing()
    {
        QFETCH(int, step);
        World world;
        world.killBefore = [left = step](const sync::Action& action) mutable {
            const auto* send = std::get_if<sync::Send>(&action);
            const auto* run = std::get_if<sync::Run>(&action);
            const bool isOurs = (send && isLog(send->request))
                || (run && (std::holds_alternative<sync::op::ReadLog>(run->op) || std::holds_alternative<sync::op::LogStored>(run->op)));
            return isOurs && left-- == 0;
        };
        begin(world, 5);
        world.killBefore = {};
        world.restart();
        world.start();
        world.run(2min);
        QCOMPARE(left(world), 0);
        QCOMPARE(world.server.idsOf(u"AuditEvent"_s).size(), 5);
        QVERIFY(store::LogTable(world.stores->log()).verify({}).isEmpty());
    }

    void theEventHoldsTheNationalFields()
    {
        store::LogEntry entry = entryOf(7, u"Nödöppning"_s);
        entry.userName = u"Anna Berg"_s;
        entry.title = u"Sjuksköterska"_s;
        entry.args = u"Medvetslös"_s;
        entry.unitName = u"Björkhagen"_s;
        entry.provider = u"Region Test"_s;
        entry.offline = true;
        const QString text = QString::fromUtf8(sync::auditEventOf(entry));
        for (const QString& field : QStringList {entry.id, entry.activity, entry.level, entry.args, entry.purpose, entry.user,
                 entry.userName, entry.title, entry.commission, entry.unit, entry.unitName, entry.provider, entry.resourceType,
                 u"Patient/patient-7"_s, u"\"offline\",\"valueString\":\"true\""_s, u"\"recorded\":\"2025-11-23T"_s})
            QVERIFY2(text.contains(field), qPrintable(field));
    }

private:
    static void begin(World& world, int entries)
    {
        world.populate(1);
        for (int i = 1; i <= entries; ++i)
            QVERIFY(store::LogTable(world.stores->log()).append(entryOf(i)).has_value());
        world.start();
        world.run();
    }
    static int left(World& world) { return int(store::LogTable(world.stores->log()).unsent(1000)->size()); }
};

QTEST_GUILESS_MAIN(TestLogPush)
#include "tst_logpush.moc"
