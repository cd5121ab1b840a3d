// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle.h"

#include "core/base/clock.h"
#include "core/base/onready.h"
#include "core/session/localsession.h"

#include <QEventLoop>

namespace mottaget::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int polls = 5;
constexpr double goal = 2;

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

} // namespace mottaget::bench
