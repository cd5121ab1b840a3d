// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QTest>

using namespace mottaget::test;
using namespace Qt::StringLiterals;

//! What a bad network or a confused server sends: nothing is applied by halves, the reason is visible, and the next good run makes it whole.
class TestBadNetwork final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultIsSurvived_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QList<int>>("exits"); // what the command line may answer meanwhile
        const auto row = [](const char* name, const char* fault, const QList<int>& exits) {
            QTest::newRow(name) << QByteArray(fault) << exits;
        };
        row("malformed JSON", "malformed=1", {1});
        row("a login page of the network", "html=1", {3});
        row("resources of a wrong type", "wrong-type", {1});
        row("a body that is cut", "cut=1", {1, 3});
        row("server errors", "5xx=1", {3});
        row("too many requests", "429=1:1", {3});
        row("paging by offset", "offset-paging", {0});
        row("pages that are no longer kept", "lose-cursor=1", {0, 1, 3});
        row("searches answered from memory", "cached-search", {0});
        row("writes answered with something else", "mismatch=1", {0, 1, 3});
        row("transactions in parts, answered as one", "not-atomic", {0});
        row("stamps of the transaction's start", "tx-start-time", {0});
    }
    void everyFaultIsSurvived()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QList<int>, exits);
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const int before =
            static_cast<int>(nurse.call(region.url(), {u"cases"_s, u"--view"_s, u"open"_s}).object[u"cases"_s].toArray().size());
        QVERIFY(before > 10);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        region.setFaults(fault);
        QCOMPARE(nurse.call(region.url(), {u"act"_s, u"partial"_s, u"--case"_s, id, u"--text"_s, u"Vi har läst."_s}).exit, 0);
        const CliAnswer troubled = nurse.call(region.url(), {u"sync"_s, u"--once"_s});
        QVERIFY2(exits.contains(troubled.exit), qPrintable(QString::number(troubled.exit)));
        if (troubled.exit != 0)
            QVERIFY(!troubled.object[u"error"_s][u"code"_s].toString().isEmpty());
        QCOMPARE(nurse.call(region.url(), {u"cases"_s, u"--view"_s, u"open"_s}).object[u"cases"_s].toArray().size(), before);
        QCOMPARE(nurse.call(region.url(), {u"check"_s}).exit, 0);

        region.setFaults("none");
        // An uncertain command is looked at again after a wait that grows with each failure: half a minute after several.
        const auto waiting = [&] { return nurse.call(region.url(), {u"sync"_s, u"--once"_s}).object[u"waiting"_s].toInt(); };
        for (int tries = 0; tries < 200 && waiting() > 0; ++tries)
            QTest::qWait(500);
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(nurse.call(region.url(), {u"outbox"_s}).object[u"outbox"_s].toArray().size(), 0);
        int messages = 0;
        for (const QJsonValue& value : region.dump(u"Communication"_s))
            messages += value[u"payload"_s].toArray().first()[u"contentString"_s].toString() == u"Vi har läst."_s ? 1 : 0;
        QCOMPARE(messages, 1);
    }

    //! HAPI answers the same search from memory for a minute: what came in meanwhile is seen at once all the same.
    void newsAreSeenThoughSearchesAreRemembered()
    {
        RegionProcess region;
        QVERIFY(region.start());
        region.setFaults("cached-search");
        const Workstation nurse;
        const Workstation colleague;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        for (int n = 0; n < 2; ++n) // asks now what it will ask after the news
            QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(colleague.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        QCOMPARE(colleague.call(region.url(), {u"act"_s, u"partial"_s, u"--case"_s, id, u"--text"_s, u"Vi har läst."_s}).exit, 0);
        QCOMPARE(colleague.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        for (const QJsonValue& one : nurse.call(region.url(), {u"cases"_s, u"--view"_s, u"unassigned"_s}).object[u"cases"_s].toArray())
            QVERIFY(one[u"id"_s].toString() != id);
    }

    void aNextLinkThatLoopsEndsAndTheRestIsFetched()
    {
        RegionProcess region;
        QVERIFY(region.start({u"--cases"_s, u"300"_s})); // more than a page, so that there are next links
        const Workstation nurse;
        region.setFaults("loop-next");
        const CliAnswer troubled = nurse.call(region.url(), {u"sync"_s, u"--once"_s});
        QCOMPARE(troubled.exit, 1);
        QCOMPARE(troubled.object[u"error"_s][u"code"_s].toString(), u"link-loop"_s);
        region.setFaults("none");
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
    }

    void aTokenNobodyKnowsIsRefusedWithoutHarm()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation stranger("demo:SE2321009999-9XXX:SE2321009999-9YYY");
        QCOMPARE(stranger.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 3);
    }
};

QTEST_GUILESS_MAIN(TestBadNetwork)
#include "tst_badnetwork.moc"
