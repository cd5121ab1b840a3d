// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>

#include <cstdio>

using namespace mottaget::simulate;
using namespace Qt::StringLiterals;

namespace {

std::optional<Removed> removedOf(const QString& name)
{
    static const QHash<QString, Removed> names {{u""_s, Removed::Nothing}, {u"receipt"_s, Removed::Receipt},
        {u"if-match"_s, Removed::IfMatch}, {u"overlap"_s, Removed::Overlap}, {u"case-order"_s, Removed::CaseOrder},
        {u"atomic-mark"_s, Removed::AtomicMark}};
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(*found);
}

} // namespace

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"seeds"_s, u"how many"_s, u"N"_s, u"100"_s}, {u"seed"_s, u"the first"_s, u"S"_s, u"1"_s},
        {u"steps"_s, u"of each seed"_s, u"N"_s, u"2000"_s}, {u"without"_s, u"a safeguard"_s, u"NAME"_s},
        {u"tell"_s, u"each event on standard error"_s}, {u"hash"_s, u"print each seed's trace hash"_s}});
    parser.addHelpOption();
    parser.process(app);
    Options options;
    options.steps = parser.value(u"steps"_s).toInt();
    options.isTold = parser.isSet(u"tell"_s);
    const auto removed = removedOf(parser.value(u"without"_s));
    const int seeds = parser.value(u"seeds"_s).toInt();
    const quint64 first = parser.value(u"seed"_s).toULongLong();
    if (!removed || seeds < 1 || options.steps < 1)
        parser.showHelp(2);
    options.removed = *removed;
    const Image image;
    QElapsedTimer timer;
    timer.start();
    qint64 steps = 0;
    qint64 violations = 0;
    for (quint64 seed = first; seed < first + static_cast<quint64>(seeds); ++seed) {
        const Outcome outcome = simulate(seed, image, options);
        steps += outcome.steps;
        violations += outcome.violations.size();
        if (parser.isSet(u"hash"_s))
            std::printf("seed %llu hash %016llx\n", seed, outcome.hash);
        for (const QString& violation : outcome.violations)
            std::printf("./dev simulate --seeds 1 --seed %llu   # %s\n", seed, qPrintable(violation));
        std::fflush(stdout);
    }
    const qint64 rate = steps * 1000 / std::max<qint64>(timer.elapsed(), 1);
    std::printf("%d seeds, %lld steps, %lld violations, %lld steps/s\n", seeds, steps, violations, rate);
    return violations == 0 ? 0 : 1;
}
