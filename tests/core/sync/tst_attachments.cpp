// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/casework.h"
#include "core/sync/attachments.h"
#include "core/sync/storework.h"
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using care::AttachmentState;

namespace {

QByteArray binary(const QByteArray& id, const QByteArray& content)
{
    return "{\"resourceType\":\"Binary\",\"id\":\"" + id + "\",\"contentType\":\"image/png\",\"data\":\"" + content.toBase64() + "\"}";
}

bool asksForContent(const net::Request& request)
{
    return request.url.path().contains(u"/Binary/"_s);
}

//! A case whose resident sent three files along, one of them said to be too large.
struct Files {
    Files()
    {
        world.populate(1);
        QByteArray payload = "{\"contentString\":\"Se bilderna\"}";
        for (const char* file : {"pic-1\",\"title\":\"Hud.png\",\"size\":5", "pic-2\",\"title\":\"Hand.png\"", "film\",\"size\":30000000"})
            payload += QByteArray(",{\"contentAttachment\":{\"url\":\"Binary/") + file + ",\"contentType\":\"image/png\"}}";
        payload += ",{\"contentAttachment\":{\"url\":\"https://elsewhere.example/Binary/pic-9\"}}";
        world.server.put(u"Communication"_s, u"hello-1"_s,
            "{\"resourceType\":\"Communication\"," + World::unitTag()
                + ",\"basedOn\":[{\"reference\":\"Task/case-0000\"}],\"status\":\"completed\",\"category\":[{\"coding\":[{\"system\":"
                  "\"https://mottaget.se/fhir/CodeSystem/message-kind\",\"code\":\"resident\"}]}],\"subject\":{\"reference\":"
                  "\"Patient/karin\"},\"sender\":{\"reference\":\"Patient/karin\"},\"sent\":\"2026-11-23T08:00:00Z\",\"payload\":["
                + payload + "]}");
        world.server.put(u"Binary"_s, u"pic-1"_s, binary("pic-1", "bild1"));
        world.server.put(u"Binary"_s, u"pic-2"_s, binary("pic-2", "bild2"));
        world.start();
        world.run();
        world.server.seen.clear();
    }
    session::work::Context context() { return {world.clock, u"dator-4"_s, world.clock.monotonic().count(), 0ms, 72h, 0ms, false, gate}; }
    bool ask(const QString& id)
    {
        const bool asked = session::work::fetchAttachment(*world.stores, caseId, id, context()).has_value();
        world.queueChanged();
        return asked;
    }
    AttachmentState state(const QString& id) { return world.stores->attachments().ofCase(caseId).value(id, AttachmentState::NotFetched); }
    int questions() const { return static_cast<int>(std::ranges::count_if(world.server.seen, &asksForContent)); }

    World world;
    session::Gate gate;
    const care::CaseId caseId {World::caseId(0)};
};

net::Reply status(int code, std::optional<std::chrono::seconds> retryAfter = {})
{
    net::Reply reply = MiniServer::json(code, "{\"resourceType\":\"OperationOutcome\"}");
    reply.retryAfter = retryAfter;
    return reply;
}

} // namespace

class AttachmentsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areNotFetchedWithTheirCase()
    {
        Files files;
        const auto messages = files.world.shown(files.caseId.text()).messages;
        const QList<care::Attachment> expected {{u"pic-1"_s, u"Hud.png"_s, u"image/png"_s, 5},
            {u"pic-2"_s, u"Hand.png"_s, u"image/png"_s, -1}, {u"film"_s, {}, u"image/png"_s, 30000000}, {{}, {}, {}, -1}};
        QCOMPARE(messages.first().attachments, expected);
        files.world.syncNow();
        files.world.run(1h);
        QCOMPARE(files.questions(), 0);
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::NotFetched);
    }

    void oneAtATimeInTheOrderAskedFor()
    {
        Files files;
        int underWay = 0;
        int most = 0;
        files.world.server.fault = [&](const net::Request& request, bool after) {
            if (asksForContent(request))
                most = std::max(most, underWay += after ? -1 : 1);
            return std::optional<net::Reply>();
        };
        QVERIFY(files.ask(u"pic-2"_s));
        files.world.clock.advance(1s);
        QVERIFY(files.ask(u"pic-1"_s));
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::Wanted);
        files.world.run(1min);
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::Here);
        QCOMPARE(files.world.stores->attachments().content(u"pic-2"_s), QByteArray("bild2"));
        QCOMPARE(most, 1);
        QStringList asked;
        for (const net::Request& request : files.world.server.seen) {
            if (asksForContent(request))
                asked << request.url.path().section(u'/', -1);
        }
        QCOMPARE(asked, QStringList({u"pic-2"_s, u"pic-1"_s}));
    }

    void whatCanNotBeAskedFor()
    {
        Files files;
        QVERIFY(!files.ask(u"pic-9"_s)); // at another address
        QVERIFY(!files.ask(u"../Patient/karin"_s));
        QVERIFY(!files.ask({}));
        QVERIFY(files.ask(u"film"_s));
        files.world.run(1min);
        QCOMPARE(files.state(u"film"_s), AttachmentState::TooLarge);
        QCOMPARE(files.questions(), 0);
    }

    void anOutagePutsItOff()
    {
        Files files;
        files.world.server.fault = [](const net::Request&, bool after) { return after ? std::optional<net::Reply>() : MiniServer::lost(); };
        files.world.syncNow();
        files.world.run(1min);
        QVERIFY(files.ask(u"pic-1"_s));
        files.world.run(10min);
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::Wanted);
        QCOMPARE(files.questions(), 0);
        files.world.restart(); // and the program ends in between
        files.world.server.fault = nullptr;
        files.world.start();
        files.world.run(10min);
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::Here);
    }

    //! A content that can't be had says nothing of the link, waits by itself, and lets the others pass.
    void itsFailuresAreItsOwn()
    {
        Files files;
        files.world.server.fault = [](const net::Request& request, bool after) {
            return !after && request.url.path().endsWith(u"pic-1"_s) ? std::optional(MiniServer::lost()) : std::nullopt;
        };
        QVERIFY(files.ask(u"pic-1"_s));
        files.world.clock.advance(1s);
        QVERIFY(files.ask(u"pic-2"_s));
        files.world.run(5min);
        QCOMPARE(files.world.engine->status().link, sync::LinkStatus::Link::Online);
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::Wanted);
        QCOMPARE(files.state(u"pic-2"_s), AttachmentState::Here);
        const int tried = files.questions();
        QVERIFY2(tried > 2 && tried < 30, qPrintable(QString::number(tried)));
    }

    //! While a content is under way, commands leave as if it were not.
    void neverDelaysACommand()
    {
        Files files;
        int underWay = 0;
        files.world.swallow = [&](const net::Request& request) {
            underWay += asksForContent(request) ? 1 : 0;
            return asksForContent(request);
        };
        QVERIFY(files.ask(u"pic-1"_s));
        QVERIFY(files.ask(u"pic-2"_s));
        files.world.run(1s);
        QCOMPARE(underWay, 1); // and the other waits for it
        const QDateTime before = files.world.engine->status().lastPull;
        const QString command = files.world.act(care::Verb::Reply, files.caseId.text(), u"Tack!"_s);
        files.world.run(5min);
        QCOMPARE(files.world.stateOf(command), u"acknowledged"_s);
        QVERIFY(files.world.engine->status().lastPull > before);
        QVERIFY(files.world.engine->isIdle());
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::Wanted);
    }

    void goesWithItsCase()
    {
        Files files;
        QVERIFY(files.ask(u"pic-1"_s));
        files.world.run(1min);
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::Here);
        const sync::op::Forget gone {u"Task"_s, files.caseId.text(), true};
        QVERIFY(sync::carryOut(*files.world.stores, gone, files.world.clock.now()).ok);
        QCOMPARE(files.state(u"pic-1"_s), AttachmentState::NotFetched);
        QVERIFY(files.world.stores->attachments().content(u"pic-1"_s).isEmpty());
        // What comes in late finds no place.
        const sync::op::KeepAttachment late {u"pic-1"_s, sync::op::KeepAttachment::Outcome::Here, "bild1"};
        QVERIFY(sync::carryOut(*files.world.stores, late, files.world.clock.now()).ok);
        QVERIFY(files.world.stores->attachments().content(u"pic-1"_s).isEmpty());
    }

    void whatAReplyMeans_data()
    {
        using enum sync::op::KeepAttachment::Outcome;
        QTest::addColumn<net::Reply>("reply");
        QTest::addColumn<sync::op::KeepAttachment::Outcome>("outcome");
        const QByteArray large(care::largestAttachment + 1, 'x');
        net::Reply over;
        over.failure = net::Failure::TooLarge;
        QTest::newRow("the content") << MiniServer::json(200, binary("a", "hej")) << Here;
        QTest::newRow("as large as may be") << MiniServer::json(200, binary("a", large.first(care::largestAttachment))) << Here;
        QTest::newRow("one byte more") << MiniServer::json(200, binary("a", large)) << TooLarge;
        QTest::newRow("over the cap of the client") << over << TooLarge;
        QTest::newRow("another's") << MiniServer::json(200, binary("b", "hej")) << Missing;
        QTest::newRow("no base64") << MiniServer::json(
            200, "{\"resourceType\":\"Binary\",\"id\":\"a\",\"contentType\":\"x/y\",\"data\":\"%\"}")
                                   << Missing;
        QTest::newRow("cut") << MiniServer::json(200, "{\"resourceType\":\"Bin") << Missing;
        QTest::newRow("nothing") << MiniServer::json(200, {}) << Missing;
        QTest::newRow("401") << status(401) << Later;
        QTest::newRow("403") << status(403) << Missing;
        QTest::newRow("404") << status(404) << Missing;
        QTest::newRow("410") << status(410) << Missing;
        QTest::newRow("413") << status(413) << TooLarge;
        QTest::newRow("429") << status(429, 60s) << Later;
        QTest::newRow("503") << status(503) << Later;
        QTest::newRow("lost") << MiniServer::lost() << Later;
        QTest::newRow("not sent") << MiniServer::notSent() << Later;
    }
    void whatAReplyMeans()
    {
        QFETCH(net::Reply, reply);
        QFETCH(sync::op::KeepAttachment::Outcome, outcome);
        const auto kept = sync::attachmentOf(u"a"_s, reply);
        QCOMPARE(static_cast<int>(kept.outcome), static_cast<int>(outcome));
        QCOMPARE(kept.content.isEmpty(), outcome != sync::op::KeepAttachment::Outcome::Here);
    }
};

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
