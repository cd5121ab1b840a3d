// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/sealedfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int stepsInGate = 1500;

// One random statement after the other, the same for both databases.
class Statements final {
public:
    explicit Statements(quint32 seed) : m_random(seed) {}

    QString next()
    {
        switch (m_random.bounded(20)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4: return u"INSERT OR REPLACE INTO entry VALUES(%1, '%2')"_s.arg(id()).arg(text());
        case 5:
            return u"INSERT INTO entry SELECT id + 1000, body || 'k' FROM entry WHERE id < %1 AND id + 1000 NOT IN (SELECT id FROM entry)"_s
                .arg(m_random.bounded(60));
        case 6:
        case 7: return u"UPDATE entry SET body = substr(body, 1, 20) || '%1' WHERE id % %2 = 0"_s.arg(text()).arg(3 + m_random.bounded(30));
        case 8: return u"DELETE FROM entry WHERE id % 17 = %1"_s.arg(m_random.bounded(17));
        case 9:
        case 10: return u"INSERT INTO word VALUES('%1')"_s.arg(text());
        case 11: return u"DELETE FROM word WHERE rowid = %1"_s.arg(m_random.bounded(200));
        case 12: return u"INSERT INTO word(word) VALUES('%1')"_s.arg(m_random.bounded(2) == 0 ? u"optimize"_s : u"integrity-check"_s);
        case 13: return u"SAVEPOINT s%1"_s.arg(m_random.bounded(3));
        case 14: return u"ROLLBACK TO s%1"_s.arg(m_random.bounded(3)); // fails when there is none: on both
        case 15: return u"RELEASE s%1"_s.arg(m_random.bounded(3));
        case 16: return m_random.bounded(2) == 0 ? u"BEGIN"_s : u"ROLLBACK"_s;
        case 17: return u"COMMIT"_s;
        case 18: return m_random.bounded(6) == 0 ? u"VACUUM"_s : u"PRAGMA wal_checkpoint(TRUNCATE)"_s;
        default: return u"INSERT INTO entry SELECT id, body FROM entry"_s; // a statement that fails half-way
        }
    }

private:
    int id() { return m_random.bounded(400); }
    QString text()
    {
        static const QStringList words {u"recept"_s, u"provsvar"_s, u"återbud"_s, u"hälsa"_s, u"öra"_s, u"remiss"_s};
        QString out;
        for (int i = m_random.bounded(120); i >= 0; --i)
            out += words[m_random.bounded(static_cast<int>(words.size()))] + u' ';
        return out;
    }
    QRandomGenerator m_random;
};

QStringList answers(Database& database)
{
    QStringList all {QString::fromLatin1(digestOf(database).toHex())};
    for (const char* sql : {"SELECT count(*), max(length(body)) FROM entry INDEXED BY entry_body WHERE body > 'p'",
             "SELECT group_concat(rowid) FROM (SELECT rowid FROM word WHERE word MATCH 'recept AND öra' ORDER BY rank, rowid LIMIT 20)"}) {
        Statement statement = database.prepare(sql);
        if (!statement.exec() || !statement.next())
            all << u"failed"_s;
        else
            all << statement.value(0).toString() + u'|' + statement.value(1).toString();
    }
    return all;
}

//! A reader of each that keeps what it saw while the writer goes on.
struct Held {
    std::unique_ptr<Database> sealed;
    std::unique_ptr<Database> plain;
    QStringList seen;
};

} // namespace

// Sealed and plain side by side: whatever SQL is thrown at them, they answer alike. Crashes and reopenings in between.
class TestSealedDifferential final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sealedAndPlainAnswerAlike_data()
    {
        QTest::addColumn<int>("cacheKiB");
        QTest::addColumn<int>("access");
        QTest::newRow("sole owner") << 4096 << static_cast<int>(Access::Sole);
        QTest::newRow("sole owner, tiny page cache") << 32 << static_cast<int>(Access::Sole);
        QTest::newRow("with readers") << 256 << static_cast<int>(Access::Writer);
    }
    void sealedAndPlainAnswerAlike()
    {
        QFETCH(int, cacheKiB);
        QFETCH(int, access);
        const QTemporaryDir dir(scratchFolder());
        const SealedKey key = SealedKey::fresh(FileKind::Cache);
        const auto open = [&](bool sealed, Access how) {
            return Database::open(dir.filePath(sealed ? u"sealed.db"_s : u"plain.db"_s), Durability::Cache, entries, cacheKiB,
                sealed ? Sealing::withKey(key) : Sealing::plainForComparison(), how);
        };
        auto sealed = open(true, static_cast<Access>(access));
        auto plain = open(false, static_cast<Access>(access));
        QVERIFY(sealed.has_value() && plain.has_value());
        const bool readers = static_cast<Access>(access) == Access::Writer;
        Held held;
        Statements statements(seed() + static_cast<quint32>(cacheKiB));
        for (int step = 0; step < trials(stepsInGate); ++step) {
            const QString sql = statements.next();
            const auto one = (*sealed)->execute(qPrintable(sql));
            const auto other = (*plain)->execute(qPrintable(sql));
            const QString why = (one ? QString() : one.error().detail) + u" / "_s + (other ? QString() : other.error().detail);
            QVERIFY2(one.has_value() == other.has_value(), qPrintable(sql + u": "_s + why));
            if (step % 50 == 49) {
                QCOMPARE(answers(**sealed), answers(**plain));
                if (readers) {
                    if (held.sealed) {
                        QCOMPARE(answers(*held.sealed), held.seen); // fifty statements, commits and checkpoints later
                        QCOMPARE(answers(*held.plain), held.seen);
                    }
                    auto sealedReader = open(true, Access::Reader);
                    auto plainReader = open(false, Access::Reader);
                    QVERIFY(sealedReader.has_value() && plainReader.has_value());
                    held = {std::move(*sealedReader), std::move(*plainReader), {}};
                    QVERIFY(held.sealed->execute("BEGIN").has_value() && held.plain->execute("BEGIN").has_value());
                    held.seen = answers(*held.sealed);
                    QCOMPARE(answers(*held.plain), held.seen);
                }
            }
            if (step % 400 == 399) {
                QCOMPARE((*sealed)->integrityProblems(), QStringList());
                QCOMPARE((*plain)->integrityProblems(), QStringList());
                held = {};
                sealed->reset();
                plain->reset();
                sealed = open(true, static_cast<Access>(access));
                plain = open(false, static_cast<Access>(access));
                QVERIFY2(sealed.has_value(), sealed ? "" : qPrintable(sealed.error().detail));
                QVERIFY((*sealed)->verifyPages().value().isSound());
            }
        }
        QCOMPARE((*sealed)->integrityProblems(), QStringList());
        QCOMPARE((*plain)->integrityProblems(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSealedDifferential)
#include "tst_sealeddifferential.moc"
