// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/codes.h"
#include "core/store/commandtable.h"
#include "core/store/schema.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::store;
using namespace Qt::StringLiterals;

namespace {

StoredCommand commandOf(int n, care::CommandState state)
{
    StoredCommand stored;
    care::Command& command = stored.command;
    command.id = care::CommandId(u"command-%1"_s.arg(n));
    command.verb = care::Verb::Reply;
    command.caseId = care::CaseId(u"case-1"_s);
    command.baseVersion = care::VersionId(u"7"_s);
    command.authorHsaId = u"SE2321009999-AAAA"_s;
    command.authorRole = care::StaffRoleId(u"role-1"_s);
    command.authorName = u"Anna Berg"_s;
    command.commissionHsaId = u"SE2321009999-BBBB"_s;
    command.purpose = u"Vård och behandling"_s;
    command.device = u"dator-4"_s;
    command.actedAt = QDateTime::fromMSecsSinceEpoch(1763900000123, Qt::UTC);
    command.monotonicOffsetMs = 99;
    command.notBefore = command.actedAt.addSecs(8);
    command.label = u"Slutsvar, 1177-2026-000001"_s;
    command.keys = {u"case:case-1"_s, u"slot:2"_s};
    command.text = u"Hej!\nVälkommen."_s;
    command.messageId = care::MessageId(u"message-%1"_s.arg(n));
    command.assignee = care::Owner {care::Owner::Kind::Person, u"role-2"_s, u"Per Nyström"_s};
    command.priority = care::Priority::Asap;
    command.closure = care::Closure {u"answered"_s, care::JournalChoice::Yes};
    command.newCaseId = care::CaseId(u"case-9"_s);
    stored.state = state;
    stored.attempts = 2;
    stored.nextAttempt = command.actedAt.addSecs(30);
    stored.reason = u"version-moved"_s;
    stored.serverText = u"nej"_s;
    stored.baseBody = "{\"a\":0.10}";
    stored.request = "bytes";
    return stored;
}

} // namespace

class TestCommandTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_table.reset();
        m_database.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(
            m_dir->filePath(u"outbox.db"_s), Durability::Irreplaceable, schema::outbox(), 1024, Sealing::plainForComparison());
        QVERIFY(opened.has_value());
        m_database = std::move(*opened);
        m_table = std::make_unique<CommandTable>(*m_database);
    }

    void aCommandComesBackWhole()
    {
        const StoredCommand full = commandOf(1, care::CommandState::Conflict);
        QVERIFY(m_table->add(full).has_value());
        QCOMPARE(m_table->find(full.command.id), std::optional(full));
        StoredCommand bare;
        bare.command.id = care::CommandId(u"bare"_s);
        bare.command.caseId = care::CaseId(u"case-2"_s);
        bare.command.actedAt = full.command.actedAt;
        bare.command.baseVersion = care::VersionId(u"1"_s);
        QVERIFY(m_table->add(bare).has_value());
        QCOMPARE(m_table->find(bare.command.id), std::optional(bare));
        QVERIFY(!m_table->add(full).has_value()); // the same id twice is refused, never doubled
    }

    void eachStateCountsWhereItBelongs_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("unfinished");
        QTest::addColumn<bool>("inQueue");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<int>("needsAttention");
        using State = care::CommandState;
        const auto row = [](const char* name, State state, bool unfinished, bool inQueue, int waiting, int attention) {
            QTest::newRow(name) << static_cast<int>(state) << unfinished << inQueue << waiting << attention;
        };
        row("queued", State::Queued, true, true, 1, 0);
        row("inflight", State::InFlight, true, true, 1, 0);
        row("uncertain", State::Uncertain, true, true, 1, 0);
        row("acknowledged", State::Acknowledged, false, false, 0, 0);
        row("conflict", State::Conflict, true, true, 0, 1);
        row("rejected", State::Rejected, false, true, 0, 1);
    }
    void eachStateCountsWhereItBelongs()
    {
        QFETCH(int, state);
        QFETCH(bool, unfinished);
        QFETCH(bool, inQueue);
        QFETCH(int, waiting);
        QFETCH(int, needsAttention);
        QVERIFY(m_table->add(commandOf(1, static_cast<care::CommandState>(state))).has_value());
        QCOMPARE(m_table->unfinished(care::CaseId(u"case-1"_s)).size(), unfinished ? 1 : 0);
        QCOMPARE(m_table->queue().size(), inQueue ? 1 : 0);
        QCOMPARE(m_table->tally(), (CommandTally {waiting, needsAttention}));
    }

    void onlyWhatHasCertainlyNotTakenEffectCanBeTakenBack_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<bool>("takenBack");
        using State = care::CommandState;
        QTest::newRow("queued, never tried") << static_cast<int>(State::Queued) << 0 << true;
        QTest::newRow("queued, tried and known not to have arrived") << static_cast<int>(State::Queued) << 3 << true;
        QTest::newRow("in flight") << static_cast<int>(State::InFlight) << 1 << false;
        QTest::newRow("uncertain") << static_cast<int>(State::Uncertain) << 1 << false;
        QTest::newRow("conflict") << static_cast<int>(State::Conflict) << 1 << true;
        QTest::newRow("rejected") << static_cast<int>(State::Rejected) << 1 << true;
        QTest::newRow("acknowledged") << static_cast<int>(State::Acknowledged) << 1 << false;
    }
    void onlyWhatHasCertainlyNotTakenEffectCanBeTakenBack()
    {
        QFETCH(int, state);
        QFETCH(int, attempts);
        QFETCH(bool, takenBack);
        StoredCommand stored = commandOf(1, static_cast<care::CommandState>(state));
        stored.attempts = attempts;
        QVERIFY(m_table->add(stored).has_value());
        QCOMPARE(m_table->takeBack(stored.command.id), StoreResult<bool>(takenBack));
        QCOMPARE(m_table->find(stored.command.id).has_value(), !takenBack);
    }

    void whatWasInFlightAtAKillIsUncertain()
    {
        QVERIFY(m_table->add(commandOf(1, care::CommandState::Queued)).has_value());
        QVERIFY(m_table->add(commandOf(2, care::CommandState::Queued)).has_value());
        QVERIFY(m_table->beginAttempt(care::CommandId(u"command-1"_s), "the bytes", QDateTime::currentDateTimeUtc()).has_value());
        QVERIFY(m_table->markInflightUncertain().has_value());
        const auto first = m_table->find(care::CommandId(u"command-1"_s));
        QCOMPARE(first->state, care::CommandState::Uncertain);
        QCOMPARE(first->request, QByteArray("the bytes"));
        QCOMPARE(first->attempts, 3);
        QCOMPARE(m_table->find(care::CommandId(u"command-2"_s))->state, care::CommandState::Queued);
    }

    void rebasingForgetsTheBytes()
    {
        QVERIFY(m_table->add(commandOf(1, care::CommandState::Conflict)).has_value());
        QVERIFY(m_table->rebase(care::CommandId(u"command-1"_s), care::VersionId(u"8"_s), "newer").has_value());
        const auto found = m_table->find(care::CommandId(u"command-1"_s));
        QCOMPARE(found->state, care::CommandState::Queued);
        QCOMPARE(found->command.baseVersion, care::VersionId(u"8"_s));
        QCOMPARE(found->baseBody, QByteArray("newer"));
        QCOMPARE(found->request, QByteArray());
        QCOMPARE(found->reason, QString());
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<CommandTable> m_table;
};

QTEST_GUILESS_MAIN(TestCommandTable)
#include "tst_commandtable.moc"
