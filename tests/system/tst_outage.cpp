// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QTest>

using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

int receiptsOf(const RegionProcess& region, const QString& id)
{
    int found = 0;
    for (const QJsonValue& value : region.dump(u"Provenance"_s))
        found += value[u"id"_s].toString() == id ? 1 : 0;
    return found;
}

QString commandId(const CliAnswer& answer)
{
    return answer.object[u"command"_s][u"id"_s].toString();
}

} // namespace

//! The real mottaget-cli and the real demo region over HTTP, with the plug pulled.
class TestOutage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReplyTypedInAnOutageArrivesOnce()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QJsonObject chosen = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s);
        QVERIFY(!chosen.isEmpty());
        const QString id = chosen[u"id"_s].toString();

        region.kill();
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 3);
        const CliAnswer acted = nurse.call(region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, u"Svar skrivet utan nät."_s});
        QCOMPARE(acted.exit, 0);
        QCOMPARE(acted.object[u"command"_s][u"state"_s].toString(), u"queued"_s);
        // Reading goes on, and shows one's own work.
        const CliAnswer shown = nurse.call(region.url(), {u"case"_s, id});
        QCOMPARE(shown.object[u"case"_s][u"state"_s].toString(), u"answered"_s);
        QCOMPARE(shown.object[u"case"_s][u"pending"_s].toString(), u"queued"_s);
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).object[u"waiting"_s].toInt(), 1);

        QVERIFY(region.start());
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(region.messagesWith(u"Svar skrivet utan nät."_s), 1);
        QCOMPARE(receiptsOf(region, commandId(acted)), 1);
        QCOMPARE(nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray().size(), 0);
        QVERIFY(nurse.call(region.url(), {u"case"_s, id}).object[u"case"_s][u"pending"_s].isNull());
    }

    void aLostReplyIsNeitherLostNorDoubled()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        const CliAnswer acted =
            nurse.call(region.url(), {u"act"_s, u"ask"_s, u"--case"_s, id, u"--text"_s, u"Hur länge har det pågått?"_s});
        QCOMPARE(acted.exit, 0);
        region.setFaults("drop-after-commit-next=1");
        (void)nurse.call(region.url(), {u"sync"_s, u"--once"_s});
        for (int tries = 0; tries < 5; ++tries)
            (void)nurse.call(region.url(), {u"sync"_s, u"--once"_s});
        QCOMPARE(region.messagesWith(u"Hur länge har det pågått?"_s), 1);
        QCOMPARE(receiptsOf(region, commandId(acted)), 1);
        QCOMPARE(nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray().size(), 0);
    }

    void eachVerbOfTheCommandLineReachesTheServer()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        const QList<QStringList> acts {{u"assign"_s, u"--to"_s, u"SE2321009999-1ANB"_s}, {u"partial"_s, u"--text"_s, u"Vi återkommer."_s},
            {u"reply"_s, u"--text"_s, u"Här är svaret."_s}, {u"close"_s, u"--outcome"_s, u"answered"_s, u"--journal"_s, u"yes"_s}};
        for (const QStringList& act : acts) {
            const CliAnswer answer = nurse.call(region.url(), QStringList {u"act"_s} + act + QStringList {u"--case"_s, id});
            QVERIFY2(answer.exit == 0, qPrintable(act.first()));
        }
        QCOMPARE(nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray().size(), 4);
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray().size(), 0);
        QString status;
        for (const QJsonValue& task : region.dump(u"Task"_s)) {
            if (task[u"id"_s].toString() == id)
                status = task[u"status"_s].toString();
        }
        QCOMPARE(status, u"completed"_s);
        // Closed: a second reply is refused with its reason, and nothing is queued.
        const CliAnswer refused = nurse.call(region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, u"Igen"_s});
        QCOMPARE(refused.exit, 1);
        QVERIFY(!refused.object[u"error"_s][u"code"_s].toString().isEmpty());
        QCOMPARE(nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray().size(), 0);
    }

    void twoPeopleOnOneCase()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation first;
        const Workstation second;
        QCOMPARE(first.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(second.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = first.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        QCOMPARE(first.call(region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, u"Första svaret"_s}).exit, 0);
        QCOMPARE(second.call(region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, u"Andra svaret"_s}).exit, 0);
        QCOMPARE(first.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        (void)second.call(region.url(), {u"sync"_s, u"--once"_s});
        QCOMPARE(region.messagesWith(u"Första svaret"_s), 1);
        QCOMPARE(region.messagesWith(u"Andra svaret"_s), 0); // held before the resident sees it
        const QJsonArray queue = second.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray();
        QCOMPARE(queue.size(), 1);
        QCOMPARE(queue.first()[u"state"_s].toString(), u"conflict"_s);
    }
};

QTEST_GUILESS_MAIN(TestOutage)
#include "tst_outage.moc"
