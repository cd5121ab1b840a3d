// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrival.h"
#include "cache.h"
#include "figures.h"
#include "idle.h"
#include "ingest.h"
#include "start.h"
#include "triage.h"
#include "workplace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QStyleFactory>
#include <QTextStream>

using namespace mottaget;
using namespace Qt::StringLiterals;

namespace {

constexpr int cases = 20000;
constexpr int someCases = 500; // a unit's day: among 20,000 the last two minutes alone, which every poll reads again, fill several pages

int runChild(const QString& which, const QString& data, const QString& region)
{
    if (which == "bare"_L1)
        return bench::runBareChild();
    session::Setup setup;
    setup.dataRoot = data;
    setup.personHsaId = u"SE2321009999-1ANB"_s;
    setup.commissionHsaId = u"SE2321009999-2ANB"_s;
    if (which == "idle"_L1) {
        setup.region = QUrl(region);
        setup.token = "demo:SE2321009999-1ANB:SE2321009999-2ANB";
        return bench::runIdleChild(setup);
    }
    setup.syncAtOnce = false;
    return bench::runInboxChild(setup);
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, u"Write the figures to this file."_s, u"FILE"_s},
        {u"only"_s, u"Only figures that begin so."_s, u"PREFIX"_s}, {u"child"_s, u"A process that is timed."_s, u"NAME"_s},
        {u"data"_s, u"Its data folder."_s, u"DIR"_s}, {u"region"_s, u"Its region."_s, u"URL"_s}});
    parser.process(application);
    if (parser.isSet(u"child"_s))
        return runChild(parser.value(u"child"_s), parser.value(u"data"_s), parser.value(u"region"_s));

    const QString only = parser.value(u"only"_s);
    const auto wanted = [&](const QString& name) { return name.startsWith(only) || only.startsWith(name); };
    bench::Figures figures;
    const auto finish = [&] {
        if (parser.isSet(u"json"_s)) {
            QFile file(parser.value(u"json"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(figures.object()).toJson()) < 0)
                return 1;
        }
        return figures.allMeasured() ? 0 : 1;
    };
    if (wanted(u"cache."_s))
        bench::measureCache(figures);
    if (only.startsWith(u"cache."_s))
        return finish(); // needs no region
    if (wanted(u"sync.idle_requests"_s)) {
        bench::Workplace unit;
        if (unit.start(someCases) && unit.fillCache())
            bench::measureIdle(figures, unit);
        else
            figures.fail(u"sync.idle_requests"_s, u"the region did not give what it should"_s);
    }
    if (only == "sync.idle_requests"_L1)
        return finish();
    bench::Workplace workplace;
    QTextStream(stdout) << "region of " << cases << " cases" << Qt::endl;
    if (!workplace.start(cases) || !workplace.fillCache()) {
        figures.fail(u"all"_s, u"the region did not give what it should"_s);
        return 1;
    }
    QTextStream(stdout) << "  first fetch over HTTP: " << workplace.fetchSeconds() << " s" << Qt::endl;
    if (wanted(u"start.cold_ratio"_s))
        bench::measureStart(figures, workplace);
    if (wanted(u"sync.idle_cpu_pct"_s))
        bench::measureIdleCpu(figures, workplace);
    if (wanted(u"sync.ingest_ratio"_s) || wanted(u"sync.resources_per_s"_s))
        bench::measureIngest(figures, workplace);
    if (wanted(u"sync.first_page_ms"_s))
        bench::measureFirstPage(figures, workplace);
    if (wanted(u"sync.frame_p99_ratio"_s))
        bench::measureFrames(figures, workplace);
    if (wanted(u"triage.action_ms_p99"_s))
        bench::measureTriage(figures, workplace);
    return finish();
}
