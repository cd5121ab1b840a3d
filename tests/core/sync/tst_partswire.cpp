// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/region.h"
#include "wireserver.h"
#include "world.h"

#include <QSet>
#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto token = "demo:SE2321009999-1ANB:SE2321009999-2ANB";

demo::RegionOptions options(const QString& transcript)
{
    demo::RegionOptions options;
    options.residents = 40;
    options.cases = 40;
    options.now = QDateTime::fromString(u"2026-11-23T08:00:00Z"_s, Qt::ISODate);
    options.transcript = transcript;
    options.receivesMs = 60'000'000; // the region leaves what is sent alone
    return options;
}

//! The engine and its files, the product's HTTP client, and the demo region over a socket, declared as not atomic.
struct Wired {
    explicit Wired(bool atomic = false) : region(options(dir.filePath(u"traffic"_s))), client(token, {64 * 1024 * 1024, 2000ms})
    {
        (void)region.start();
        world.profile.base = region.url();
        world.profile.atomicTransactions = atomic;
        world.profile.poll = 10min; // what is tested is the queue
        world.restart();
        world.carrier = [this](const net::Request& request) {
            net::Request sooner = request;
            sooner.deadline = 5000ms;
            return exchange(client, sooner);
        };
        world.start();
        world.run(1s);
    }

    [[nodiscard]] QString caseIn(care::CaseState state, int skip = 0)
    {
        for (const demo::Ordinal place : region.store().ofType("Task")) {
            const demo::Version& version = region.store().at(place).current();
            const QString id = QString::fromLatin1(region.store().at(place).id);
            const care::Case shown = world.shown(id);
            if (!version.deleted && shown.id.text() == id && shown.state == state && skip-- == 0)
                return id;
        }
        return {};
    }
    [[nodiscard]] int messagesWith(const QByteArray& text) const
    {
        int found = 0;
        for (const demo::Ordinal place : region.store().ofType("Communication"))
            found += region.store().at(place).current().json.contains(text) ? 1 : 0;
        return found;
    }
    //! What was written, in order: type and status.
    [[nodiscard]] QStringList written()
    {
        QFile file(dir.filePath(u"traffic"_s));
        (void)file.open(QIODevice::ReadOnly);
        QStringList lines;
        for (const QByteArray& line : file.readAll().split('\n')) {
            const QString text = QString::fromUtf8(line);
            if (text.startsWith("{\"method\":\"PUT\""_L1))
                lines << text.section(u"\"path\":\"/"_s, 1, 1).section(u'/', 0, 0) + u' '
                        + text.section(u"\"status\":"_s, 1, 1).section(u',', 0, 0);
        }
        return lines;
    }
    void setFaults(const QByteArray& spec)
    {
        const auto faults = demo::parseFaults(spec);
        Q_ASSERT(faults.has_value());
        region.setFaults(*faults);
    }

    QTemporaryDir dir;
    demo::Region region;
    net::HttpClient client;
    World world;
};

void verifyOnce(Wired& wired, const QString& id, const QByteArray& text)
{
    QCOMPARE(wired.world.stateOf(id), u"acknowledged"_s);
    QCOMPARE(wired.messagesWith(text), 1);
    int receipts = 0;
    for (const demo::Ordinal place : wired.region.store().ofType("Provenance"))
        receipts += QString::fromLatin1(wired.region.store().at(place).id) == id ? 1 : 0;
    QCOMPARE(receipts, 1);
}

} // namespace

//! A region that is not declared atomic, over a real socket: the Task decides, the rest follows, and nothing is done twice or by halves.
class TestPartsWire final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachVerbGoesInItsOrder_data()
    {
        QTest::addColumn<int>("verb");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("order");
        const auto row = [](const char* name, care::Verb verb, care::CaseState state, const char* order) {
            QTest::newRow(name) << static_cast<int>(verb) << static_cast<int>(state) << QString::fromLatin1(order);
        };
        row("reply", care::Verb::Reply, care::CaseState::Received, "Task 200, Communication 201, Provenance 201");
        row("note", care::Verb::Note, care::CaseState::Received, "Task 200, Provenance 201");
    }
    void eachVerbGoesInItsOrder()
    {
        QFETCH(int, verb);
        QFETCH(int, state);
        QFETCH(QString, order);
        Wired wired;
        const QString caseId = wired.caseIn(static_cast<care::CaseState>(state));
        QVERIFY(!caseId.isEmpty());
        const QString id = wired.world.act(static_cast<care::Verb>(verb), caseId, u"Ett ord härifrån"_s);
        wired.world.run(1s);
        QCOMPARE(wired.world.stateOf(id), u"acknowledged"_s);
        QCOMPARE(wired.written().join(u", "_s), order);
    }

    void twoOfOneCaseKeepTheirOrder()
    {
        Wired wired;
        const QString caseId = wired.caseIn(care::CaseState::Received);
        const QString first = wired.world.act(care::Verb::Partial, caseId, u"Först detta"_s);
        const QString second = wired.world.act(care::Verb::Reply, caseId, u"Sedan detta"_s);
        wired.world.run(10s);
        verifyOnce(wired, first, "Först detta");
        verifyOnce(wired, second, "Sedan detta");
        QCOMPARE(wired.written().join(u' '), u"Task 200 Communication 201 Provenance 201 Task 200 Communication 201 Provenance 201"_s);
    }

    void everyPartMayBeLostOrRefused_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char* part : {"1", "2", "3"}) {
            QTest::newRow(QByteArray(QByteArray("the reply is lost at part ") + part).constData())
                << QByteArray(QByteArray("drop-write=") + part);
            QTest::newRow(QByteArray(QByteArray("the request is lost at part ") + part).constData())
                << QByteArray(QByteArray("lose-write=") + part);
            for (const char* status : {"401", "412", "429", "500"})
                QTest::newRow(QByteArray(QByteArray(status) + " at part " + part).constData())
                    << QByteArray(QByteArray("refuse-write=") + part + ':' + status);
        }
        QTest::newRow("the message is refused after the Task") << QByteArray("refuse-write=2:422");
        QTest::newRow("the message is forbidden after the Task") << QByteArray("refuse-write=2:403");
        QTest::newRow("the receipt is refused after the message") << QByteArray("refuse-write=3:400");
        QTest::newRow("the receipt is too large after the message") << QByteArray("refuse-write=3:413");
    }
    void everyPartMayBeLostOrRefused()
    {
        QFETCH(QByteArray, fault);
        Wired wired;
        const QString caseId = wired.caseIn(care::CaseState::Received);
        wired.setFaults(fault);
        const QString id = wired.world.act(care::Verb::Reply, caseId, u"Bara en gång"_s);
        wired.world.run(160s);
        verifyOnce(wired, id, "Bara en gång");
        QCOMPARE(wired.world.shown(caseId).state, care::CaseState::Answered);
    }

    void aTaskThatIsRefusedTakesNothingWithIt()
    {
        Wired wired;
        const QString caseId = wired.caseIn(care::CaseState::Received);
        wired.setFaults("refuse-write=1:422");
        const QString id = wired.world.act(care::Verb::Reply, caseId, u"Får inte fram"_s);
        wired.world.run(160s);
        QCOMPARE(wired.world.stateOf(id), u"rejected"_s);
        QCOMPARE(wired.messagesWith("Får inte fram"), 0);
        QCOMPARE(wired.written(), QStringList {u"Task 422"_s});
        const QString other = wired.world.act(care::Verb::Reply, wired.caseIn(care::CaseState::Received, 1), u"Men detta"_s);
        wired.world.run(1s);
        verifyOnce(wired, other, "Men detta");
    }

    void aCorrectionIsGuardedByTheVersion_data()
    {
        QTest::addColumn<bool>("atomic");
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("atomic") << true << QByteArray("none");
        QTest::newRow("part by part") << false << QByteArray("none");
        for (const char* part : {"1", "2", "3"})
            QTest::newRow(QByteArray(QByteArray("part by part, the reply is lost at part ") + part).constData())
                << false << QByteArray(QByteArray("drop-write=") + part);
    }
    void aCorrectionIsGuardedByTheVersion()
    {
        QFETCH(bool, atomic);
        QFETCH(QByteArray, fault);
        Wired wired(atomic);
        const QString caseId = wired.caseIn(care::CaseState::Received);
        const QString reply = wired.world.act(care::Verb::Reply, caseId, u"Ett svar"_s);
        wired.world.run(1s);
        QCOMPARE(wired.world.stateOf(reply), u"acknowledged"_s);
        wired.setFaults(fault);
        const QString id = wired.world.act(care::Verb::Correct, caseId, u"En rättelse"_s);
        QVERIFY(!id.isEmpty());
        wired.world.run(160s);
        verifyOnce(wired, id, "En rättelse");
        QFile traffic(wired.dir.filePath(u"traffic"_s));
        QVERIFY(traffic.open(QIODevice::ReadOnly));
        QByteArray first; // write of the correction
        for (const QByteArray& line : traffic.readAll().split('\n')) {
            if (first.isEmpty() && line.contains(atomic ? "En rättelse" : "\"method\":\"PUT\"") && line.contains(id.toUtf8()))
                first = line;
        }
        QVERIFY2(first.contains(atomic ? "ifMatch" : "\"if-match\""), first.left(300).constData());
        QCOMPARE(wired.world.shown(caseId).state, care::CaseState::Answered);
    }

    void reopeningMakesOneNewCase_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("well") << QByteArray("none");
        for (const char* part : {"1", "2", "3"})
            QTest::newRow(QByteArray(QByteArray("the reply is lost at part ") + part).constData())
                << QByteArray(QByteArray("drop-write=") + part);
        QTest::newRow("the new case is refused at first") << QByteArray("refuse-write=2:422");
    }
    void reopeningMakesOneNewCase()
    {
        QFETCH(QByteArray, fault);
        Wired wired;
        const QString caseId = wired.caseIn(care::CaseState::Received);
        (void)wired.world.act(care::Verb::Reply, caseId, u"Svaret"_s);
        wired.world.run(1s);
        const QString closing = wired.world.act(care::Verb::Close, caseId);
        wired.world.run(1s);
        QCOMPARE(wired.world.stateOf(closing), u"acknowledged"_s);
        const qsizetype before = wired.region.store().ofType("Task").size();
        wired.setFaults(fault);
        const QString id = wired.world.act(care::Verb::Reopen, caseId);
        QVERIFY(!id.isEmpty());
        wired.world.run(160s);
        QCOMPARE(wired.world.stateOf(id), u"acknowledged"_s);
        QCOMPARE(static_cast<qsizetype>(wired.region.store().ofType("Task").size()), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestPartsWire)
#include "tst_partswire.moc"
