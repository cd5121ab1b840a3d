// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrival.h"

#include "core/session/democustody.h"
#include "core/store/resourcetable.h"
#include "core/store/stores.h"
#include "screen.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <memory>

namespace mottaget::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int rounds = 5;
constexpr int firstCases = 200;
constexpr int frames = 300;
constexpr int runs = 3;
constexpr int leastPerSecond = 1000;
const QByteArray pace =
    "delay=80-80"; // somewhat more than a thousand resources a second; without it the first sync brings several times as many

//! A folder that nobody has used yet.
session::Setup fresh(const Workplace& workplace, const QTemporaryDir& dir)
{
    session::Setup setup = workplace.setup();
    setup.dataRoot = dir.filePath(u"data"_s);
    setup.syncAtOnce = true;
    return setup;
}

double bareFetch(const Workplace& workplace)
{
    QNetworkAccessManager network;
    QNetworkRequest request(
        QUrl(workplace.setup().region.toString() + u"/Task?status=requested,received,accepted,in-progress,on-hold&_count=200"_s));
    request.setRawHeader("Authorization", "Bearer " + workplace.setup().token);
    QElapsedTimer timer;
    timer.start();
    QNetworkReply* reply = network.get(request);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const bool good = reply->error() == QNetworkReply::NoError && reply->readAll().size() > 10000;
    reply->deleteLater();
    return good ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : -1;
}

//! The rows that a reader sees are there and name their residents.
bool showsPatients(ui::CaseListPane& list)
{
    for (int at = 0; at < 8; ++at) {
        const care::CaseRow* row = list.model().row(at);
        if (!row || !row->patientKnown)
            return false;
    }
    return true;
}

double firstPage(const Workplace& workplace)
{
    const QTemporaryDir dir;
    Screen screen(fresh(workplace, dir));
    double took = -1;
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start(); // files, keys and window are made meanwhile
    if (!screen.open())
        return -1;
    ui::CaseListPane& list = screen.window().list();
    PaintWatch watch(list.list()->viewport(), [&] {
        if (took < 0 && list.model().rowCount() >= firstCases && showsPatients(list)) {
            took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            loop.quit();
        }
    });
    QTimer::singleShot(60s, &loop, &QEventLoop::quit);
    loop.exec();
    return took;
}

//! Times of Down keys in the list, each from the event to the end of the flush.
class Frames final {
public:
    explicit Frames(Screen& screen) : m_list(*screen.window().list().list()), m_watch(m_list.viewport(), [this] { painted(); }) {}

    QList<double> run()
    {
        m_times.clear();
        m_list.setFocus();
        QTimer turn;
        QObject::connect(&turn, &QTimer::timeout, &turn, [this] { press(); });
        turn.start(16ms);
        QTimer::singleShot(60s, &m_loop, &QEventLoop::quit);
        m_loop.exec();
        return m_times;
    }

private:
    void press()
    {
        if (m_waiting)
            return;
        m_waiting = true;
        m_down = !m_down || m_list.currentIndex().row() == 0;
        m_timer.start();
        QKeyEvent key(QEvent::KeyPress, m_down ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        QApplication::sendEvent(&m_list, &key);
    }
    void painted()
    {
        if (!m_waiting)
            return;
        m_waiting = false;
        m_times << static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
        if (m_times.size() >= frames)
            m_loop.quit();
    }

    ui::CaseListView& m_list;
    QEventLoop m_loop;
    QElapsedTimer m_timer;
    QList<double> m_times;
    bool m_waiting = false;
    bool m_down = false;
    PaintWatch m_watch;
};

struct Tail {
    double p99 = -1;
    double perSecond = 0; //!< resources that came into the cache, from the request to the last frame
};

int resourcesIn(const session::Setup& setup)
{
    const auto keys = session::openDemoKeys(session::placeOf(setup), setup.region);
    const QString folder = store::Folder::of(setup.dataRoot, setup.personHsaId, setup.commissionHsaId).person;
    const auto cache = keys ? openCacheWith(store::StoreKeys::of(**keys), folder + u"/cache.db"_s) : nullptr;
    return cache ? static_cast<int>(store::ResourceTable(*cache).count()) : 0;
}

//! `busy`: the first sync of the whole region goes on meanwhile.
Tail tailOf(const Workplace& workplace, bool busy)
{
    const QTemporaryDir dir;
    const session::Setup setup = fresh(workplace, dir);
    auto kept = std::make_unique<Screen>(setup);
    Screen& screen = *kept;
    QElapsedTimer timer;
    timer.start();
    if (!screen.open())
        return {};
    // Rows to move among come first in both.
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        const bool isReady = busy ? showsPatients(screen.window().list()) && screen.window().list().model().rowCount() > firstCases
                                  : screen.session().syncStatus().lastPull.isValid();
        if (isReady)
            loop.quit();
    });
    look.start(20ms);
    loop.exec();
    look.stop();
    const QList<double> times = Frames(screen).run();
    Tail tail;
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    const bool goesOn = !screen.session().syncStatus().lastPull.isValid();
    kept.reset();
    tail.perSecond = resourcesIn(setup) / seconds;
    if (times.size() >= frames && goesOn == busy)
        tail.p99 = p99(times);
    return tail;
}

} // namespace

void measureFirstPage(Figures& figures, const Workplace& workplace)
{
    const QString name = u"sync.first_page_ms"_s;
    QList<double> ours;
    QList<double> bare;
    for (int round = 0; round < rounds; ++round) {
        bare << bareFetch(workplace);
        ours << firstPage(workplace);
        if (ours.last() < 0 || bare.last() < 0) {
            figures.fail(name, ours.last() < 0 ? u"200 cases with their patients did not come"_s : u"the bare page did not come"_s);
            return;
        }
    }
    figures.add(name, median(ours), u"ms"_s, median(bare), 2000);
}

void measureFrames(Figures& figures, const Workplace& workplace)
{
    const QString name = u"sync.frame_p99_ratio"_s;
    QList<double> idle;
    QList<double> busy;
    QList<double> rates;
    for (int run = 0; run < runs; ++run) {
        const Tail quiet = tailOf(workplace, false);
        const bool isPaced = workplace.misbehave(pace);
        const Tail loaded = isPaced ? tailOf(workplace, true) : Tail();
        (void)workplace.misbehave("none");
        if (quiet.p99 < 0 || loaded.p99 < 0 || loaded.perSecond < leastPerSecond) {
            figures.fail(name, u"idle %1 ms, busy %2 ms at %3 resources/s"_s.arg(quiet.p99).arg(loaded.p99).arg(loaded.perSecond));
            return;
        }
        idle << quiet.p99;
        busy << loaded.p99;
        rates << loaded.perSecond;
    }
    QTextStream(stdout) << "  frames: idle " << median(idle) << " ms, busy " << median(busy) << " ms at " << median(rates) << " resources/s"
                        << Qt::endl;
    figures.add(name, median(busy) / median(idle), u"x"_s, median(idle), 1.5);
}

} // namespace mottaget::bench
