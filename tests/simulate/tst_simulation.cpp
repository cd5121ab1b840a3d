// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <QFile>
#include <QHashSeed>
#include <QTest>

using namespace mottaget::simulate;
using namespace Qt::StringLiterals;

namespace {

QString replayLine(quint64 seed, const QStringList& violations)
{
    return u"./dev simulate --seeds 1 --seed %1   # %2"_s.arg(QString::number(seed), violations.join(u"; "_s));
}

} // namespace

Q_DECLARE_METATYPE(Removed)

class TestSimulation final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }

    void keptSeedsHold_data()
    {
        QTest::addColumn<quint64>("seed");
        QFile file(QStringLiteral(MOTTAGET_KEPT_SEEDS));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QByteArray line = file.readLine().simplified();
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            const QByteArray seed = line.left(line.indexOf(' '));
            QVERIFY2(line.size() > seed.size() + 10, "each kept seed says why it is kept");
            QTest::newRow(seed.constData()) << seed.toULongLong();
        }
    }
    void keptSeedsHold()
    {
        QFETCH(quint64, seed);
        const Outcome outcome = simulate(seed, m_image, {});
        QVERIFY2(outcome.violations.isEmpty(), qPrintable(replayLine(seed, outcome.violations)));
    }

    void theSameSeedIsTheSameWorld()
    {
        QSet<quint64> hashes;
        for (quint64 seed = 500; seed < 550; ++seed) {
            const Outcome once = simulate(seed, m_image, {});
            const Outcome again = simulate(seed, m_image, {});
            QVERIFY2(once == again, qPrintable(replayLine(seed, {u"its two runs differ"_s})));
            hashes.insert(once.hash);
        }
        QCOMPARE(hashes.size(), 50); // another seed is another world
    }

    void withoutASafeguardTheOracleSeesIt_data()
    {
        QTest::addColumn<Removed>("removed");
        QTest::addColumn<int>("seeds"); // within so many
        QTest::addColumn<QString>("rules"); // by one of these
        QTest::newRow("the receipt is not asked for after a lost reply") << Removed::Receipt << 60 << u"H1 H2"_s;
        QTest::newRow("no If-Match") << Removed::IfMatch << 20 << u"H4"_s;
        QTest::newRow("no overlap") << Removed::Overlap << 300 << u"H5"_s;
        QTest::newRow("no order within a case") << Removed::CaseOrder << 20 << u"H3 H4"_s;
        QTest::newRow("mark and data in two transactions") << Removed::AtomicMark << 300 << u"H5"_s;
    }
    void withoutASafeguardTheOracleSeesIt()
    {
        QFETCH(Removed, removed);
        QFETCH(int, seeds);
        QFETCH(QString, rules);
        Options options;
        options.removed = removed;
        for (quint64 seed = 1; seed <= static_cast<quint64>(seeds); ++seed) {
            const Outcome outcome = simulate(seed, m_image, options);
            if (outcome.violations.isEmpty())
                continue;
            const Outcome sound = simulate(seed, m_image, {});
            QVERIFY2(sound.violations.isEmpty(), qPrintable(replayLine(seed, sound.violations)));
            QVERIFY2(rules.split(u' ').contains(outcome.violations.first().left(2)), qPrintable(replayLine(seed, outcome.violations)));
            qInfo("seen at seed %llu: %s", seed, qPrintable(outcome.violations.first()));
            return;
        }
        QFAIL("not seen");
    }

private:
    const Image m_image;
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
