// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/gate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;

namespace {

const QString unit = u"SE2321009999-1BHC"_s;

care::Actor nurse()
{
    care::Actor actor;
    actor.self.hsaId = u"SE2321009999-1ANB"_s;
    actor.self.role = care::StaffRoleId(u"role-1"_s);
    actor.commissionHsaId = u"SE2321009999-2ANB"_s;
    actor.unitHsaId = unit;
    actor.purpose = u"Vård och behandling"_s;
    return actor;
}

audit::Entry entryOf(const QStringList& patients, bool offline = false)
{
    audit::Entry entry {audit::Activity::Read, u"todo"_s, u"Ärendelista"_s, {}, offline};
    for (const QString& patient : patients)
        entry.patients << care::PatientId(patient);
    return entry;
}

const Opening list {Opening::Kind::List, u"todo"_s};

} // namespace

class GateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stores.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        auto opened = store::Stores::open(store::Folder::of(m_dir->path(), u"p"_s, u"c"_s), store::StoreKeys::fresh());
        QVERIFY(opened.has_value());
        m_stores = std::move(*opened);
        m_gate = Gate();
    }

    void letsOwnUnitThrough_data()
    {
        QTest::addColumn<QString>("of");
        QTest::addColumn<bool>("isSignedIn");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("own unit") << unit << true << true;
        QTest::newRow("own unit, other case of letters") << unit.toLower() << true << true;
        QTest::newRow("another unit") << u"SE2321009999-9XXX"_s << true << false;
        QTest::newRow("no unit named") << QString() << true << false;
        QTest::newRow("nobody known yet") << unit << false << false;
    }
    void letsOwnUnitThrough()
    {
        QFETCH(QString, of);
        QFETCH(bool, isSignedIn);
        QFETCH(bool, allowed);
        const auto actor = isSignedIn ? std::optional(nurse()) : std::nullopt;
        const care::AccessDecision decision = m_gate.pass(*m_stores, list, entryOf({u"a"_s}), of, actor, m_now);
        QCOMPARE(decision.allowed, allowed);
        QCOMPARE(logged(), allowed ? QStringList {u"a"_s} : QStringList());
    }

    //! What was opened once is logged once, whatever comes and goes in it; each name that joins is added.
    void logsAnOpeningOnce()
    {
        pass(list, {u"a"_s, u"b"_s});
        pass(list, {u"a"_s, u"b"_s});
        pass(list, {u"b"_s});
        QCOMPARE(logged(), QStringList {u"a b"_s});
        pass(list, {u"a"_s, u"c"_s});
        QCOMPARE(logged(), (QStringList {u"a b"_s, u"c"_s}));
    }

    void logsAnewWhenItIsAnotherReading_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("another list between") << u"list"_s;
        QTest::newRow("an hour later") << u"hour"_s;
        QTest::newRow("the clock set back") << u"back"_s;
        QTest::newRow("the network gone") << u"offline"_s;
        QTest::newRow("another person") << u"person"_s;
    }
    void logsAnewWhenItIsAnotherReading()
    {
        QFETCH(QString, change);
        pass(list, {u"a"_s});
        if (change == u"list"_s)
            pass({Opening::Kind::List, u"mine"_s}, {});
        if (change == u"hour"_s)
            m_now = m_now.addSecs(3600);
        if (change == u"back"_s)
            m_now = m_now.addSecs(-60);
        auto actor = nurse();
        if (change == u"person"_s)
            actor.self.hsaId = u"SE2321009999-1AND"_s;
        const qsizetype before = logged().size();
        QVERIFY(m_gate.pass(*m_stores, list, entryOf({u"a"_s}, change == u"offline"_s), unit, actor, m_now).allowed);
        QCOMPARE(logged().size(), before + 1);
        QCOMPARE(logged().last(), u"a"_s);
    }

    void aCaseAndAListAreTwoReadings()
    {
        pass(list, {u"a"_s});
        pass({Opening::Kind::Case, u"case-1"_s}, {u"a"_s});
        pass(list, {u"a"_s});
        pass({Opening::Kind::Case, u"case-1"_s}, {u"a"_s});
        QCOMPARE(logged(), (QStringList {u"a"_s, u"a"_s}));
    }

    //! No log, no access; and what was not logged is not taken for logged afterwards.
    void refusesWhenItCantLog()
    {
        QVERIFY(m_stores->log().execute("CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT,'full'); END").has_value());
        QVERIFY(!m_gate.pass(*m_stores, list, entryOf({u"a"_s}), unit, nurse(), m_now).allowed);
        QVERIFY(!m_gate.pass(*m_stores, list, entryOf({u"a"_s}), unit, nurse(), m_now).allowed);
        QVERIFY(m_stores->log().execute("DROP TRIGGER full").has_value());
        pass(list, {u"a"_s});
        QCOMPARE(logged(), QStringList {u"a"_s});
    }

private:
    void pass(const Opening& opening, const QStringList& patients)
    {
        QVERIFY(m_gate.pass(*m_stores, opening, entryOf(patients), unit, nurse(), m_now).allowed);
    }
    //! The patients of each entry, in the order written.
    [[nodiscard]] QStringList logged() const
    {
        QStringList entries;
        store::Statement read = m_stores->log().prepare("SELECT patients FROM entry ORDER BY rowid");
        if (read.exec()) {
            while (read.next())
                entries << read.value(0).toString().replace(u'\n', u' ');
        }
        return entries;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Stores> m_stores;
    Gate m_gate;
    QDateTime m_now = QDateTime::fromMSecsSinceEpoch(1763900000000, Qt::UTC);
};

QTEST_GUILESS_MAIN(GateTest)
#include "tst_gate.moc"
