// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/caserowcolumns.h"
#include "core/store/casetable.h"
#include "core/store/schema.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace mottaget;
using namespace mottaget::store;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowCount = 600;

// A row in some state, made of its number alone; keys collide in no pair.
care::CaseRow rowOf(int n)
{
    QRandomGenerator random(static_cast<quint32>(n + 1));
    care::CaseRow row;
    row.id = care::CaseId(u"case-%1"_s.arg(n, 4, 10, QChar(u'0')));
    row.version = care::VersionId(u"1"_s);
    row.number = u"1177-2026-%1"_s.arg(n, 6, 10, QChar(u'0'));
    row.type = random.bounded(2) != 0 ? u"advice"_s : u"renewal"_s;
    row.typeTitle = u"Rådgivning"_s;
    row.state = static_cast<care::CaseState>(random.bounded(8));
    row.waitingFor = static_cast<care::WaitingFor>(random.bounded(4));
    row.priority = static_cast<care::Priority>(random.bounded(4));
    row.owner = random.bounded(3) == 0 ? care::Owner {care::Owner::Kind::Unit, u"org"_s, u"Enheten"_s}
                                       : care::Owner {care::Owner::Kind::Person, u"role-%1"_s.arg(random.bounded(3)), u"Någon"_s};
    row.unitHsaId = u"SE2321009999-1001"_s;
    row.patient = care::PatientId(u"patient-%1"_s.arg(n % 50));
    row.familyName = n % 2 != 0 ? u"Åström"_s : u"Lindqvist"_s;
    row.givenName = u"Karin"_s;
    row.identity = n % 7 == 0 ? u"196709132887"_s : QString();
    row.identitySystem = u"urn:oid:1.2.752.129.2.1.3.1"_s;
    row.sender = static_cast<care::Sender::Kind>(random.bounded(3));
    row.subject = n % 3 == 0 ? u"Hosta i två veckor"_s : u"Blodtryck"_s;
    row.received = QDateTime::fromMSecsSinceEpoch(1763000000000 + n * 1000LL, Qt::UTC);
    row.unreadAnswer = random.bounded(2) != 0;
    if (random.bounded(5) == 0)
        row.pending = static_cast<care::CommandState>(random.bounded(6));
    row.order.key = QByteArray::number(random.bounded(1000)).rightJustified(4, '0') + row.id.text().toLatin1();
    row.order.until = random.bounded(2) != 0 ? row.received.addDays(1) : QDateTime();
    row.order.reason = static_cast<care::OrderReason>(random.bounded(10));
    row.order.due = random.bounded(2) != 0 ? row.received.addDays(2) : QDateTime();
    return row;
}

QStringList idsOf(const QList<care::CaseRow>& rows)
{
    QStringList ids;
    for (const care::CaseRow& row : rows)
        ids << row.id.text();
    return ids;
}

} // namespace

class TestCaseTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto opened =
            Database::open(m_dir.filePath(u"cache.db"_s), Durability::Cache, schema::cache(), 4096, Sealing::plainForComparison());
        QVERIFY(opened.has_value());
        m_database = std::move(*opened);
        m_table = std::make_unique<CaseTable>(*m_database);
        for (int n = 0; n < rowCount; ++n) {
            m_rows << rowOf(n);
            QVERIFY(m_table->put(m_rows.last()).has_value());
        }
        std::sort(m_rows.begin(), m_rows.end(), [](const care::CaseRow& a, const care::CaseRow& b) { return a.order.key < b.order.key; });
    }

    void aRowComesBackAsItWasPut()
    {
        for (int n = 0; n < rowCount; n += 13)
            QCOMPARE(m_table->find(care::CaseId(u"case-%1"_s.arg(n, 4, 10, QChar(u'0')))), std::optional(rowOf(n)));
        QCOMPARE(m_table->find(care::CaseId(u"nobody"_s)), std::nullopt);
    }

    void theViewsInSqlSayWhatTheRuleSays_data()
    {
        QTest::addColumn<int>("view");
        for (const care::View view :
            {care::View::Todo, care::View::Mine, care::View::Unassigned, care::View::Waiting, care::View::Open, care::View::Closed})
            QTest::newRow(care::codeOf(view).data()) << static_cast<int>(view);
    }
    void theViewsInSqlSayWhatTheRuleSays()
    {
        QFETCH(int, view);
        const RowFilter filter {static_cast<care::View>(view), care::StaffRoleId(u"role-1"_s), {}, {}};
        QList<care::CaseRow> expected;
        for (const care::CaseRow& row : m_rows) {
            if (care::belongs(row, filter.view, filter.me))
                expected << row;
        }
        QVERIFY(!expected.isEmpty() && expected.size() < m_rows.size());
        QCOMPARE(idsOf(m_table->page(filter, 0, rowCount)), idsOf(expected));
        QCOMPARE(m_table->count(filter), static_cast<int>(expected.size()));
        const qsizetype middle = expected.size() / 2;
        const QByteArray key = expected[middle].order.key;
        QCOMPARE(m_table->rank(filter, key), static_cast<int>(middle));
        QCOMPARE(idsOf(m_table->after(filter, key, 5)), idsOf(expected.mid(middle + 1, 5)));
        QCOMPARE(idsOf(m_table->before(filter, key, 5)),
            idsOf(expected.mid(std::max<qsizetype>(0, middle - 5), std::min<qsizetype>(5, middle))));
        QCOMPARE(idsOf(m_table->page(filter, 3, 4)), idsOf(expected.mid(3, 4)));
    }

    void typesNarrowTheListAndAreCountedWhole()
    {
        RowFilter filter {care::View::Open, care::StaffRoleId(u"role-1"_s), {u"renewal"_s}, {}};
        const int renewals = m_table->count(filter);
        filter.types.clear();
        const int all = m_table->count(filter);
        filter.types = {u"advice"_s};
        const QHash<care::View, int> views = m_table->countByView(filter.me);
        for (const care::View view :
            {care::View::Todo, care::View::Mine, care::View::Unassigned, care::View::Waiting, care::View::Open, care::View::Closed})
            QCOMPARE(views.value(view, -1), m_table->count({view, filter.me, {}, {}}));
        QCOMPARE(m_table->countByType(filter), (QHash<QString, int> {{u"renewal"_s, renewals}, {u"advice"_s, all - renewals}}));
    }

    void searchingFindsByWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("row"); // a row that must be found, -1 for none at all
        QTest::newRow("family name") << u"åström"_s << 1;
        QTest::newRow("beginning of a name") << u"lind kar"_s << 0;
        QTest::newRow("number of twelve") << u"196709132887"_s << 7;
        QTest::newRow("number of twelve with hyphen") << u"19670913-2887"_s << 7;
        QTest::newRow("number of ten with hyphen") << u"670913-2887"_s << 7;
        QTest::newRow("number of ten, pasted with blanks") << u"  6709132887 "_s << 7;
        QTest::newRow("birth date alone") << u"19670913"_s << 7;
        QTest::newRow("case number") << u"1177-2026-000042"_s << 42;
        QTest::newRow("word of the subject") << u"hosta"_s << 3;
        QTest::newRow("a is not å") << u"astrom"_s << -1;
        QTest::newRow("quotes and operators are words") << u"\" OR NOT (x"_s << -1;
    }
    void searchingFindsByWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(int, row);
        QStringList found;
        for (const care::View view : {care::View::Open, care::View::Closed})
            found += idsOf(m_table->page({view, {}, {}, typed}, 0, rowCount));
        if (row < 0)
            QCOMPARE(found, QStringList());
        else
            QVERIFY(found.contains(u"case-%1"_s.arg(row, 4, 10, QChar(u'0'))) && found.size() < rowCount);
    }

    void aChangedRowIsFoundByItsNewWordsAlone()
    {
        care::CaseRow row = rowOf(5);
        row.familyName = u"Nybliven"_s;
        QVERIFY(m_table->put(row).has_value());
        const care::View view = care::isOpen(row.state) ? care::View::Open : care::View::Closed;
        QCOMPARE(idsOf(m_table->page({view, {}, {}, u"nybliven"_s}, 0, 9)), QStringList {row.id.text()});
        QVERIFY(m_table->put(rowOf(5)).has_value());
        QCOMPARE(m_table->count({view, {}, {}, u"nybliven"_s}), 0);
    }

    void onlyRowsPastTheirTimeAreRecomputed()
    {
        QStringList expected;
        const QDateTime now = rowOf(300).received.addDays(1);
        for (int n = 0; n < rowCount; ++n) {
            const care::CaseRow row = rowOf(n);
            if (row.order.until.isValid() && row.order.until <= now)
                expected << row.id.text();
        }
        QStringList found;
        for (const care::CaseId& id : m_table->expired(now, rowCount))
            found << id.text();
        found.sort();
        QCOMPARE(found, expected);
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<CaseTable> m_table;
    QList<care::CaseRow> m_rows;
};

QTEST_GUILESS_MAIN(TestCaseTable)
#include "tst_casetable.moc"
