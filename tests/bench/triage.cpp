// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage.h"

#include "core/base/clock.h"
#include "core/base/onready.h"
#include "core/session/localsession.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QTimer>

namespace mottaget::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 3;
constexpr int actions = 300;

//! Goes through the unassigned cases: opens each, takes it by key, and times until its row is painted as taken (or gone).
class Triage final : public QObject {
public:
    Triage(ui::MainWindow& window, session::Session& session) : m_window(window), m_session(session)
    {
        m_window.list().list()->viewport()->installEventFilter(this);
        connect(&session, &session::Session::queueChanged, this, [this] { m_durable = true; });
    }

    QList<double> run()
    {
        m_times.clear();
        QTimer guard;
        guard.setSingleShot(true);
        connect(&guard, &QTimer::timeout, &m_loop, &QEventLoop::quit);
        guard.start(180000);
        m_window.showView(care::View::Unassigned);
        QTimer::singleShot(300, this, [this] { next(); });
        m_loop.exec();
        return m_times;
    }

private:
    void next()
    {
        if (m_times.size() >= actions) {
            m_loop.quit();
            return;
        }
        const care::CaseRow* row = m_window.list().model().row(0);
        if (!row) {
            QTimer::singleShot(5, this, [this] { next(); });
            return;
        }
        m_id = row->id;
        m_window.openCase(m_id);
        await();
    }

    void await()
    {
        // The case must stand on the screen before its key means anything.
        if (m_window.casePane().shown() != m_id) {
            QTimer::singleShot(2, this, [this] { await(); });
            return;
        }
        m_durable = false;
        m_timer.start();
        m_waiting = true;
        for (QAction* action : m_window.casePane().actions()) {
            if (action->objectName() == "caseTake"_L1)
                action->trigger(); // what the key T triggers
        }
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_waiting && m_durable) {
            const int at = m_window.list().model().indexOf(m_id);
            const care::CaseRow* row = at < 0 ? nullptr : m_window.list().model().row(at);
            if (!row || row->pending) {
                m_waiting = false;
                // After the paint has been flushed.
                QMetaObject::invokeMethod(
                    this,
                    [this] {
                        m_times << static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
                        next();
                    },
                    Qt::QueuedConnection);
            }
        }
        return false;
    }

    ui::MainWindow& m_window;
    session::Session& m_session;
    QEventLoop m_loop;
    QElapsedTimer m_timer;
    QList<double> m_times;
    care::CaseId m_id;
    bool m_durable = false;
    bool m_waiting = false;
};

} // namespace

void measureTriage(Figures& figures, const Workplace& workplace)
{
    const SystemClock clock;
    ui::Theme theme(ui::ThemeKind::Light);
    session::LocalSession session(workplace.setup(), clock);
    QList<double> tails;
    QEventLoop loop;
    onReady(session.open(), &session, [&](const auto&) { loop.quit(); });
    loop.exec();
    ui::MainWindow window(session, theme, clock);
    window.show();
    Triage triage(window, session);
    for (int run = 0; run < runs; ++run) {
        const QList<double> times = triage.run();
        if (times.size() < actions) {
            figures.fail(u"triage.action_ms_p99"_s, u"only %1 actions were done and painted"_s.arg(times.size()));
            return;
        }
        tails << p99(times);
    }
    figures.add(u"triage.action_ms_p99"_s, median(tails), u"ms"_s, 16.7, 50);
}

} // namespace mottaget::bench
