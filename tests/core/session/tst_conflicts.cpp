// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/codes.h"
#include "core/session/conflicts.h"
#include "tests/core/sync/world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Code = SessionError::Code;

// Two computers and one region: the first one's network is down while the second one works. What stops is told with both sides, and every way
// on is a command on the case as it is now.
class ConflictsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_mine = std::make_unique<World>();
        m_mine->populate(2);
        m_mine->start();
        m_mine->run();
        m_theirs = std::make_unique<World>();
        m_theirs->carrier = [this](const net::Request& request) { return m_mine->server.answer(request); };
        m_theirs->start();
        m_theirs->run();
        m_id = World::caseId(0);
    }

    void bothSidesAreNamed()
    {
        stopMyReply(care::Verb::Reply);
        const auto queue = work::readQueue(stores(), context());
        QVERIFY(queue.has_value());
        QCOMPARE(queue->size(), 1);
        const auto conflict = queue->first().conflict;
        QVERIFY(conflict.has_value());
        QCOMPARE(conflict->version, m_mine->shown(m_id).version);
        QStringList told;
        for (const care::Difference& one : conflict->theirs) {
            QCOMPARE(one.by, u"Anna Berg"_s);
            QCOMPARE(one.source, care::Difference::Source::Mottaget);
            QVERIFY(one.at.isValid());
            told << QString::number(static_cast<int>(one.what));
        }
        using What = care::Difference::What;
        for (const What what : {What::State, What::Owner, What::Message})
            QVERIFY2(told.contains(QString::number(static_cast<int>(what))), qPrintable(told.join(u',')));
        QCOMPARE(conflict->ways, (QList<care::WayOn> {care::WayOn::AsCorrection, care::WayOn::AsNote, care::WayOn::AsDraft}));
        // The case's own pane has the same.
        const auto open = work::readCase(stores(), care::CaseId(m_id), context());
        QVERIFY(open.has_value());
        QCOMPARE(open->commands.first().conflict, conflict);
    }

    void whatIsNotStoppedHasNoSides()
    {
        m_mine->swallow = [](const net::Request&) { return true; };
        QVERIFY(!m_mine->act(care::Verb::Note, m_id, u"Ringt"_s).isEmpty());
        const auto queue = work::readQueue(stores(), context());
        QVERIFY(queue.has_value() && queue->size() == 1);
        QVERIFY(!queue->first().conflict);
    }

    void eachWayEndsAsItSays_data()
    {
        QTest::addColumn<care::WayOn>("way");
        QTest::addColumn<QStringList>("residentReads");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("draft");
        const QString theirs = u"Deras svar"_s;
        const QString mine = u"Mitt svar"_s;
        QTest::newRow("as a correction") << care::WayOn::AsCorrection << QStringList {theirs, mine} << QString() << QString();
        QTest::newRow("as a note") << care::WayOn::AsNote << QStringList {theirs} << mine << QString();
        QTest::newRow("as a draft") << care::WayOn::AsDraft << QStringList {theirs} << QString() << mine;
    }
    void eachWayEndsAsItSays()
    {
        QFETCH(care::WayOn, way);
        const care::CommandId stopped = stopMyReply(care::Verb::Reply);
        const auto done = work::resolve(stores(), {stopped, way, m_mine->shown(m_id).version}, context());
        QVERIFY(done.has_value());
        QCOMPARE(*done, care::CaseId(m_id));
        m_mine->queueChanged();
        m_mine->run(10min);
        QVERIFY(m_mine->queue().isEmpty());
        QVERIFY(!stores().commands().find(stopped)); // another one, with an id of its own, took its place
        QStringList texts;
        for (const care::Message& message : m_mine->shown(m_id).messages)
            texts << message.text;
        QTEST(texts, "residentReads");
        const auto notes = m_mine->shown(m_id).notes;
        QTEST(notes.isEmpty() ? QString() : notes.first().text, "note");
        const auto draft = stores().drafts().find(care::CaseId(m_id));
        QTEST(draft ? draft->text : QString(), "draft");
    }

    //! A colleague works with the case: mine goes out only after an own claim, and before what waits behind it.
    void takingOverKeepsTheOrder()
    {
        m_mine->server.fault = down();
        const QString reply = m_mine->act(care::Verb::Reply, m_id, u"Mitt svar"_s);
        m_mine->run(1s);
        QVERIFY(m_mine->queue().first().state == care::CommandState::Queued);
        const QString note = m_mine->act(care::Verb::Note, m_id, u"Efteråt"_s);
        giveToOther();
        m_mine->server.fault = nullptr;
        m_mine->run(10min);
        QCOMPARE(m_mine->stateOf(reply), u"conflict"_s);
        QCOMPARE(m_mine->stateOf(note), u"queued"_s);
        const auto way = care::WayOn::TakeFirst;
        QVERIFY(work::resolve(stores(), {care::CommandId(reply), way, m_mine->shown(m_id).version}, context()).has_value());
        QStringList order;
        for (const store::StoredCommand& one : m_mine->queue())
            order << QString(care::codeOf(one.command.verb));
        QCOMPARE(order, (QStringList {u"take"_s, u"reply"_s, u"note"_s}));
        m_mine->queueChanged();
        m_mine->run(10min);
        QVERIFY(m_mine->queue().isEmpty());
        const care::Case after = m_mine->shown(m_id);
        QCOMPARE(after.state, care::CaseState::Answered);
        QCOMPARE(after.owner.reference, u"role-anna"_s);
        QCOMPARE(after.messages.last().text, u"Mitt svar"_s);
        QCOMPARE(after.notes.last().text, u"Efteråt"_s);
    }

    //! The case moved between what stood on the screen and the key press: nothing is done and nothing is lost.
    void aChoiceIsBoundToWhatWasSeen()
    {
        const care::CommandId stopped = stopMyReply(care::Verb::Reply);
        const auto before = m_mine->queue();
        const auto refused = work::resolve(stores(), {stopped, care::WayOn::AsCorrection, care::VersionId(u"1"_s)}, context());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, Code::VersionMoved);
        QCOMPARE(m_mine->queue(), before);
    }

    void aClosedWayIsRefused()
    {
        const care::CommandId stopped = stopMyReply(care::Verb::Reply);
        const auto before = m_mine->queue();
        const auto refused = work::resolve(stores(), {stopped, care::WayOn::Again, m_mine->shown(m_id).version}, context());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, Code::Refused);
        QCOMPARE(m_mine->queue(), before);
    }

    void whatIsStoppedNoLongerIsTooLate()
    {
        m_mine->server.fault = down();
        const QString note = m_mine->act(care::Verb::Note, m_id, u"Ringt"_s);
        const auto refused = work::resolve(stores(), {care::CommandId(note), care::WayOn::Again, m_mine->shown(m_id).version}, context());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, Code::TooLate);
    }

    //! Offline a claim is shown as what it is, and turns into a fact by the commit that brings the region's word.
    void aClaimIsProvisionalUntilTheRegionHasIt()
    {
        m_mine->server.fault = down();
        QVERIFY(!m_mine->act(care::Verb::Take, m_id).isEmpty());
        QVERIFY(row().ownerIsProvisional);
        QCOMPARE(row().owner.reference, u"role-anna"_s);
        m_mine->server.fault = nullptr;
        m_mine->run(10min);
        QVERIFY(!row().ownerIsProvisional);
        QCOMPARE(row().owner.reference, u"role-anna"_s);
    }

    //! A later action of the case does not hide that an earlier one needs a person.
    void theRowTellsOfTheStoppedOne()
    {
        stopMyReply(care::Verb::Reply);
        QVERIFY(!m_mine->act(care::Verb::Note, m_id, u"Ringt"_s).isEmpty());
        QCOMPARE(row().pending, std::optional(care::CommandState::Conflict));
    }

private:
    static std::function<std::optional<net::Reply>(const net::Request&, bool)> down()
    {
        return [](const net::Request&, bool) { return std::optional(MiniServer::notSent()); };
    }
    // I write while my network is down, a colleague answers first, my network comes back.
    care::CommandId stopMyReply(care::Verb verb)
    {
        m_mine->server.advance(60);
        m_mine->server.fault = down();
        const care::CommandId mine(m_mine->act(verb, m_id, u"Mitt svar"_s));
        m_mine->run(1s);
        m_mine->server.fault = nullptr;
        if (m_theirs->act(care::Verb::Reply, m_id, u"Deras svar"_s).isEmpty())
            qFatal("the other one could not answer");
        m_theirs->run(1min);
        m_mine->run(10min);
        if (m_mine->stateOf(mine.text()) != u"conflict"_s)
            qFatal("it was not stopped");
        return mine;
    }
    void giveToOther()
    {
        QByteArray task = m_mine->server.bodyOf(u"Task"_s, m_id);
        task.replace("Organization\\/org", "PractitionerRole\\/role-other").replace("Organization/org", "PractitionerRole/role-other");
        m_mine->server.advance(60);
        m_mine->server.put(u"Task"_s, m_id, task);
    }
    care::CaseRow row() { return *stores().cases().find(care::CaseId(m_id)); }
    store::Stores& stores() { return *m_mine->stores; }
    work::Context context() { return {m_mine->clock, u"dator-4"_s, m_mine->clock.monotonic().count(), 0ms, 72h, 0ms, false, m_gate}; }

    Gate m_gate;
    std::unique_ptr<World> m_mine;
    std::unique_ptr<World> m_theirs;
    QString m_id;
};

QTEST_GUILESS_MAIN(ConflictsTest)
#include "tst_conflicts.moc"
