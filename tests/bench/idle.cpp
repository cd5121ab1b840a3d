// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle.h"

#include "core/base/clock.h"
#include "core/base/onready.h"
#include "core/session/localsession.h"
#include "screen.h"
#include "ui/inbox/caselistpane.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTextStream>
#include <QTimer>

#include <sys/resource.h>

namespace mottaget::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int polls = 5;
constexpr double goal = 2;
constexpr auto settling = 10s;
constexpr std::chrono::milliseconds sample = 60s; // at least one poll falls into it

//! One run on a session of its own; false when it did not get through.
bool poll(const session::Setup& setup)
{
    const SystemClock clock;
    session::LocalSession session(setup, clock);
    QEventLoop loop; // the bench has nothing else to do meanwhile
    bool good = false;
    onReady(session.open(), &session, [&](const auto& opened) {
        if (!opened || !*opened) {
            loop.quit();
            return;
        }
        onReady(session.syncOnce(), &session, [&](const std::optional<session::SyncStatus>& status) {
            good = status && status->link == session::SyncStatus::Link::Online && status->problem.isEmpty() && !status->firstSync;
            loop.quit();
        });
    });
    loop.exec();
    return good;
}

} // namespace

void measureIdle(Figures& figures, const Workplace& workplace)
{
    QList<double> asked;
    bool good = poll(workplace.setup()); // what has happened since the cache was filled
    for (int n = 0; good && n < polls; ++n) {
        const int before = workplace.requestsSoFar();
        good = before > 0 && poll(workplace.setup());
        asked << workplace.requestsSoFar() - before;
    }
    if (good)
        figures.add(u"sync.idle_requests"_s, median(asked), u""_s, 1, goal);
    else
        figures.fail(u"sync.idle_requests"_s, u"a poll did not get through"_s);
}

int runIdleChild(const session::Setup& setup)
{
    Screen screen(setup);
    if (!screen.open())
        return 1;
    const auto cpu = [] {
        rusage used {};
        getrusage(RUSAGE_SELF, &used);
        const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
        return seconds(used.ru_utime) + seconds(used.ru_stime);
    };
    double before = 0;
    QElapsedTimer timer;
    QTimer::singleShot(settling, [&] {
        before = cpu();
        timer.start();
    });
    QTimer::singleShot(settling + sample, [&] {
        const double percent = 100 * (cpu() - before) * 1000 / static_cast<double>(timer.elapsed());
        const session::SyncStatus status = screen.session().syncStatus();
        // The client was alive and in touch with its region all the while.
        const bool good =
            status.link == session::SyncStatus::Link::Online && status.lastPull.isValid() && screen.window().list().model().row(0);
        QTextStream(stdout) << percent << Qt::endl;
        QApplication::exit(good ? 0 : 1);
    });
    return QApplication::exec();
}

void measureIdleCpu(Figures& figures, const Workplace& workplace)
{
    const int before = workplace.requestsSoFar();
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
        {u"--child"_s, u"idle"_s, u"--data"_s, workplace.setup().dataRoot, u"--region"_s, workplace.setup().region.toString()});
    const bool good = child.waitForFinished(static_cast<int>((settling + sample).count()) + 30000) && child.exitCode() == 0;
    const int polls = workplace.requestsSoFar() - before;
    if (!good || polls < 2) {
        figures.fail(u"sync.idle_cpu_pct"_s, u"the window did not poll its region"_s);
        return;
    }
    QTextStream(stdout) << "  idle for " << std::chrono::duration_cast<std::chrono::seconds>(sample).count() << " s, " << polls
                        << " requests with its start" << Qt::endl;
    figures.add(u"sync.idle_cpu_pct"_s, child.readAllStandardOutput().trimmed().toDouble(), u"%"_s, 0, 0.2);
}

} // namespace mottaget::bench
