// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/dataage.h"
#include "tests/core/sync/world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Code = SessionError::Code;

// What a key press becomes: a durable command that is bound to what was seen, or nothing at all.
class ActingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        m_world->populate(2);
        m_world->start();
        m_world->run();
        m_id = care::CaseId(World::caseId(0));
    }

    void isDurableAndShownAtOnce()
    {
        const auto done = work::submit(stores(), reply(), context());
        QVERIFY(done.has_value());
        const auto queue = m_world->queue();
        QCOMPARE(queue.size(), 1);
        QCOMPARE(queue.first().command.id, done->command);
        QCOMPARE(queue.first().command.text, u"Hej Karin!"_s);
        QCOMPARE(queue.first().state, care::CommandState::Queued);
        QCOMPARE(m_world->shown(m_id.text()).messages.last().delivery, care::Delivery::SavedHere);
    }

    //! The case changed between what the person saw and the key press: nothing is done.
    void anActionIsBoundToTheVersionThatWasSeen()
    {
        Intent intent = reply();
        intent.seenVersion = care::VersionId(u"0"_s);
        const auto refused = work::submit(stores(), intent, context());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, Code::VersionMoved);
        QVERIFY(m_world->queue().isEmpty());
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("caseId");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("a case that is not here") << u"nowhere"_s << u"Hej"_s << static_cast<int>(Code::NotFound);
        QTest::newRow("an empty text") << World::caseId(0) << QString() << static_cast<int>(Code::Refused);
        QTest::newRow("a placeholder left in it") << World::caseId(0) << u"Hej [namn]!"_s << static_cast<int>(Code::Refused);
    }
    void whatIsRefused()
    {
        QFETCH(QString, caseId);
        QFETCH(QString, text);
        Intent intent = reply();
        intent.caseId = care::CaseId(caseId);
        intent.text = text;
        const auto refused = work::submit(stores(), intent, context());
        QVERIFY(!refused.has_value());
        QTEST(static_cast<int>(refused.error().code), "code");
        QVERIFY(m_world->queue().isEmpty());
    }

    void waitsForTheUndoWindow()
    {
        const auto done = work::submit(stores(), reply(), context(8s));
        QVERIFY(done.has_value());
        QCOMPARE(done->undoUntil, m_world->clock.now().addSecs(8));
        m_world->queueChanged();
        m_world->run(7s);
        QCOMPARE(m_world->stateOf(done->command.text()), u"queued"_s);
        QVERIFY(m_world->server.idsOf(u"Communication"_s).isEmpty());
        m_world->run(9s);
        QCOMPARE(m_world->stateOf(done->command.text()), u"acknowledged"_s);
    }

    //! Taken back, the text is a draft again; sent, it can't be taken back.
    void undoGivesTheTextBack()
    {
        QVERIFY(work::saveDraft(stores(), m_id, care::Verb::Reply, u"Hej K"_s, context()).has_value());
        const auto done = work::submit(stores(), reply(), context(8s));
        QVERIFY(done.has_value());
        QVERIFY(!stores().drafts().find(m_id)); // the text is in the command now
        QVERIFY(work::undo(stores(), done->command, context()).has_value());
        QVERIFY(m_world->queue().isEmpty());
        QCOMPARE(stores().drafts().find(m_id)->text, u"Hej Karin!"_s);
        QVERIFY(m_world->shown(m_id.text()).messages.isEmpty());
    }

    void whatHasBeenSentIsNotTakenBack()
    {
        const auto done = work::submit(stores(), reply(), context());
        QVERIFY(done.has_value());
        m_world->queueChanged();
        m_world->run(5s);
        QCOMPARE(m_world->stateOf(done->command.text()), u"acknowledged"_s);
        const auto undone = work::undo(stores(), done->command, context());
        QCOMPARE(undone.error().code, Code::TooLate);
        QVERIFY(!stores().drafts().find(m_id)); // or it would look unsent
    }

    void dataPastTheirGraceAreTooOldUntilTheNextPull()
    {
        QVERIFY(!work::isTooOld(stores(), context()));
        m_world->clock.advance(71h);
        QVERIFY(!work::isTooOld(stores(), context()));
        m_world->clock.advance(2h);
        QVERIFY(work::isTooOld(stores(), context()));
        QVERIFY(work::submit(stores(), reply(), context()).has_value()); // what was begun is not lost
        m_world->syncNow();
        m_world->run(5min);
        QVERIFY(!work::isTooOld(stores(), context()));
    }

private:
    store::Stores& stores() { return *m_world->stores; }
    work::Context context(std::chrono::milliseconds undoWindow = 0ms)
    {
        return {m_world->clock, u"dator-4"_s, m_world->clock.monotonic().count(), undoWindow, 72h, 0ms, false, m_gate};
    }
    Intent reply() { return {care::Verb::Reply, m_id, m_world->shown(m_id.text()).version, u"Hej Karin!"_s, {}, {}, {}}; }

    Gate m_gate;
    std::unique_ptr<World> m_world;
    care::CaseId m_id;
};

QTEST_GUILESS_MAIN(ActingTest)
#include "tst_acting.moc"
