// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/anchortable.h"
#include "core/store/logtable.h"
#include "core/store/stores.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::store;
using namespace Qt::StringLiterals;
using Kind = ChainProblem::Kind;

namespace {

LogEntry entryOf(int number, const QString& activity = u"Läsa"_s)
{
    LogEntry entry;
    entry.id = u"id-%1"_s.arg(number);
    entry.activity = activity;
    entry.level = u"case"_s;
    entry.at = QDateTime::fromMSecsSinceEpoch(1763900000000 + number, Qt::UTC);
    entry.purpose = u"Vård och behandling"_s;
    entry.user = u"SE2321009999-1ANB"_s;
    entry.userName = u"Anna Bergström"_s;
    entry.title = u"Sjuksköterska"_s;
    entry.commission = u"SE2321009999-2ANB"_s;
    entry.unit = u"SE2321009999-1BHC"_s;
    entry.unitName = u"Björkhagens vårdcentral"_s;
    entry.provider = u"Region Test"_s;
    entry.resourceType = u"Ärende"_s;
    entry.patients = {u"patient-%1"_s.arg(number), u"patient-x"_s};
    entry.offline = number % 2 == 0;
    return entry;
}

QStringList wordsOf(const QList<ChainProblem>& problems)
{
    QStringList words;
    for (const ChainProblem& problem : problems) {
        const QString kind = problem.kind == Kind::Broken ? u"broken"_s
            : problem.kind == Kind::Changed               ? u"changed"_s
            : problem.kind == Kind::Missing               ? u"missing"_s
            : problem.kind == Kind::Unlinked              ? u"unlinked"_s
                                                          : u"cut"_s;
        words << kind + u' ' + QString::number(problem.seq);
    }
    return words;
}

} // namespace

//! The access log's chain: what somebody with the file's key could do to it is seen.
class TestLogTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stores.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        auto opened = Stores::open(Folder::of(m_dir->path(), u"p"_s, u"c"_s), StoreKeys::fresh());
        QVERIFY(opened.has_value());
        m_stores = std::move(*opened);
        for (int i = 1; i <= 6; ++i)
            QVERIFY(log().append(entryOf(i)).has_value());
    }

    void whatIsWrittenIsReadAndHolds()
    {
        const auto unsent = log().unsent(10);
        QVERIFY(unsent.has_value());
        QCOMPARE(unsent->size(), 6);
        for (int i = 1; i <= 6; ++i)
            QCOMPARE((*unsent)[i - 1], (UnsentEntry {i, entryOf(i)}));
        QCOMPARE(wordsOf(log().verify({})), QStringList());
        QCOMPARE(wordsOf(log().verify(anchor())), QStringList());
    }

    //! The file is anchored after the sixth entry; then somebody changes it. Statements are parted by semicolons.
    void everyManipulationIsSeen_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const QString& sql, const QStringList& expected) { QTest::newRow(name) << sql << expected; };
        row("nothing", {}, {});
        row("an entry deleted", u"DELETE FROM entry WHERE seq=3"_s, {u"missing 3"_s});
        row("an entry deleted with its link", u"DELETE FROM entry WHERE seq=3; DELETE FROM chain WHERE seq=3"_s, {u"broken 4"_s});
        row("the first deleted with its link", u"DELETE FROM entry WHERE seq=1; DELETE FROM chain WHERE seq=1"_s, {u"broken 2"_s});
        row("the last deleted with its link", u"DELETE FROM entry WHERE seq=6; DELETE FROM chain WHERE seq=6"_s, {u"cut 1"_s});
        row("the end cut off", u"DELETE FROM entry WHERE seq>2; DELETE FROM chain WHERE seq>2"_s, {u"cut 1"_s});
        row("all cut off", u"DELETE FROM entry; DELETE FROM chain"_s, {u"cut 1"_s});
        row("the links taken away", u"DELETE FROM chain"_s,
            {u"unlinked 1"_s, u"unlinked 2"_s, u"unlinked 3"_s, u"unlinked 4"_s, u"unlinked 5"_s, u"unlinked 6"_s, u"cut 1"_s});
        row("two entries in the other order",
            u"UPDATE entry SET seq=99 WHERE seq=2; UPDATE entry SET seq=2 WHERE seq=3; UPDATE entry SET seq=3 WHERE seq=99"_s,
            {u"changed 2"_s, u"changed 3"_s});
        row("two entries and their links in the other order",
            u"UPDATE entry SET seq=99 WHERE seq=2; UPDATE entry SET seq=2 WHERE seq=3; UPDATE entry SET seq=3 WHERE seq=99;"
            "UPDATE chain SET seq=99 WHERE seq=2; UPDATE chain SET seq=2 WHERE seq=3; UPDATE chain SET seq=3 WHERE seq=99"_s,
            {u"broken 2"_s, u"broken 3"_s, u"broken 4"_s});
        for (const char* column : {"id", "activity", "level", "args", "purpose", "user", "user_name", "title", "commission", "unit",
                 "unit_name", "provider", "resource_type", "patients"})
            row(qPrintable(u"changed: %1"_s.arg(QLatin1StringView(column))),
                u"UPDATE entry SET %1='annat' WHERE seq=4"_s.arg(QLatin1StringView(column)), {u"changed 4"_s});
        row("changed: at", u"UPDATE entry SET at=at+1 WHERE seq=4"_s, {u"changed 4"_s});
        row("changed: offline", u"UPDATE entry SET offline=1-offline WHERE seq=4"_s, {u"changed 4"_s});
        row("a letter moved to the next field", u"UPDATE entry SET user=user||'A', user_name='nna Bergström' WHERE seq=4"_s,
            {u"changed 4"_s});
        row("an entry put in without a link", u"UPDATE entry SET seq=50 WHERE seq=6"_s, {u"missing 6"_s, u"unlinked 50"_s});
        row("said to be stored by a link that is none", u"DELETE FROM entry WHERE seq=3; INSERT INTO chain VALUES(7,1,x'00','3',x'00')"_s,
            {u"broken 7"_s});
        row("the anchors in the file taken away too", u"DELETE FROM anchor; DELETE FROM entry WHERE seq=6; DELETE FROM chain WHERE seq=6"_s,
            {u"cut 1"_s});
    }
    void everyManipulationIsSeen()
    {
        QFETCH(QString, sql);
        const crypto::Anchor kept = anchor();
        for (const QString& statement : sql.split(u';', Qt::SkipEmptyParts))
            QVERIFY(m_stores->log().execute(statement.toUtf8().constData()).has_value());
        QTEST(wordsOf(log().verify(kept)), "expected");
    }

    void whatCameAfterTheAnchorHoldsToo()
    {
        const crypto::Anchor kept = anchor();
        QVERIFY(log().append(entryOf(7)).has_value());
        QVERIFY(log().acknowledge({1, 2, 7}).has_value());
        QVERIFY(anchor() != kept);
        QCOMPARE(wordsOf(log().verify(kept)), QStringList());
        QCOMPARE(wordsOf(log().verify(anchor())), QStringList());
    }

    void whatTheRegionHasGoesAndTheChainStays()
    {
        QVERIFY(log().acknowledge({2, 1, 5}).has_value());
        const auto unsent = log().unsent(10);
        QCOMPARE(unsent->size(), 3);
        QCOMPARE((*unsent)[0].seq, 3);
        QCOMPARE(wordsOf(log().verify(anchor())), QStringList());
        QVERIFY(m_stores->log().execute("DELETE FROM entry WHERE seq=6").has_value());
        QCOMPARE(wordsOf(log().verify({})), QStringList {u"missing 6"_s});
    }

    void emergencyGoesFirstAndWhatWasRefusedLast()
    {
        QVERIFY(log().append(entryOf(7, u"Nödöppning"_s)).has_value());
        QVERIFY(log().postpone({1, 3}).has_value());
        QList<qint64> order;
        const auto unsent = log().unsent(10);
        for (const UnsentEntry& entry : *unsent)
            order << entry.seq;
        QCOMPARE(order, (QList<qint64> {7, 2, 4, 5, 6, 1, 3}));
        QCOMPARE(wordsOf(log().verify({})), QStringList());
    }

    //! What was logged before there were links is linked with the next entry, or the next anchor.
    void entriesOfAnOlderVersionAreLinked_data()
    {
        QTest::addColumn<bool>("byAnchor");
        QTest::newRow("by the next entry") << false;
        QTest::newRow("by the next anchor") << true;
    }
    void entriesOfAnOlderVersionAreLinked()
    {
        QFETCH(bool, byAnchor);
        QVERIFY(m_stores->log().execute("DELETE FROM chain").has_value());
        QCOMPARE(log().verify({}).size(), 6);
        if (byAnchor)
            (void)anchor();
        else
            QVERIFY(log().append(entryOf(7)).has_value());
        QCOMPARE(wordsOf(log().verify({})), QStringList());
    }

private:
    LogTable log() { return LogTable(m_stores->log()); }
    crypto::Anchor anchor() { return leaveAnchor(m_stores->log(), FileKind::Log).value(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Stores> m_stores;
};

QTEST_GUILESS_MAIN(TestLogTable)
#include "tst_logtable.moc"
