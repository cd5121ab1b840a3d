// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <QElapsedTimer>
#include <QHashSeed>
#include <QTest>

using namespace mottaget::simulate;

// Seeds that nobody has run before, every time: ctest runs this program once for each shard.
class TestNewSeeds final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }

    void nothingIsLostDoubledOrToldWrongly()
    {
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("MOTTAGET_NEW_SEEDS", &isSet);
        const int seeds = (isSet ? wanted : 200) / shards;
        const quint64 shard = static_cast<quint64>(qEnvironmentVariableIntValue("MOTTAGET_SHARD"));
        const quint64 first = (static_cast<quint64>(QDateTime::currentSecsSinceEpoch()) * shards + shard) * 10'000;
        QVERIFY(seeds > 0 && seeds < 10'000);
        const Image image;
        QElapsedTimer timer;
        timer.start();
        qint64 steps = 0;
        QStringList failing;
        for (int n = 0; n < seeds; ++n) {
            const quint64 seed = first + static_cast<quint64>(n);
            const Outcome outcome = simulate(seed, image, {});
            steps += outcome.steps;
            if (!outcome.violations.isEmpty())
                failing
                    << QStringLiteral("./dev simulate --seeds 1 --seed %1   # %2").arg(QString::number(seed), outcome.violations.first());
        }
        qInfo("seeds from %llu: %d seeds, %lld steps, %lld violations, %lld steps/s", first, seeds, steps, qint64(failing.size()),
            steps * 1000 / std::max<qint64>(timer.elapsed(), 1));
        QVERIFY2(failing.isEmpty(), qPrintable(failing.join(u'\n')));
        QVERIFY(steps >= qint64(seeds) * Options().steps);
    }

private:
    static constexpr int shards = 2;
};

QTEST_GUILESS_MAIN(TestNewSeeds)
#include "tst_newseeds.moc"
