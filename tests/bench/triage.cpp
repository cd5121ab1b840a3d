// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage.h"

#include "core/base/clock.h"
#include "core/base/onready.h"
#include "core/session/localsession.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QTest>
#include <QTimer>

namespace mottaget::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int runs = 3;
constexpr int actions = 300;

//! Goes down the unassigned cases by keys alone: `]` opens the next one, `T` takes it. Timed is the T: from the key to the row painted as
//! taken (or gone from the list) with the command on disk.
class Triage final : public QObject {
public:
    Triage(ui::MainWindow& window, session::Session& session) : m_window(window), m_list(*window.list().list())
    {
        m_list.viewport()->installEventFilter(this);
        connect(&session, &session::Session::queueChanged, this, [this] {
            m_durable = true;
            finishWhenDone();
        });
    }

    QList<double> run()
    {
        m_times.clear();
        m_taken.reset();
        m_opening.reset();
        m_waiting = false;
        m_window.showView(care::View::Unassigned);
        QTimer turn; // asks until the next case stands open; the timed part does not wait for it
        connect(&turn, &QTimer::timeout, this, [this] { step(); });
        turn.start(1ms);
        QTimer::singleShot(120s, &turn, [this] { m_loop.quit(); });
        m_loop.exec();
        return m_times;
    }
    //! What was waited for when the time ran out.
    [[nodiscard]] QString state() const
    {
        const auto name = [](const std::optional<care::CaseId>& id) { return id ? id->text() : u"none"_s; };
        const QString waits = !m_waiting ? u"not ready for the key"_s : m_durable ? u"on disk, not painted"_s : u"not on disk"_s;
        return u"%1 done; marked %2, open %3; %4"_s.arg(m_times.size()).arg(name(marked()), name(m_window.casePane().shown()), waits);
    }

private:
    [[nodiscard]] std::optional<care::CaseId> marked() const { return m_list.currentCase(); }

    void step()
    {
        if (m_waiting || !marked() || m_times.size() >= actions)
            return;
        const auto* take = m_window.casePane().findChild<QAction*>(u"caseTake"_s);
        if (marked() != m_taken && m_window.casePane().shown() == marked() && take->isEnabled()) {
            // It stands open under its banner: now the key means it.
            m_taken = marked();
            m_durable = false;
            m_painted = false;
            m_waiting = true;
            m_timer.start();
            QTest::keyClick(&m_list, Qt::Key_T);
        } else if (marked() == m_opening) {
            return; // on its way to the screen
        } else {
            m_list.setFocus();
            QTest::keyClick(&m_list, Qt::Key_BracketRight);
            m_opening = marked();
        }
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || !m_waiting)
            return false;
        const int at = m_window.list().model().indexOf(*m_taken);
        const care::CaseRow* row = at < 0 ? nullptr : m_window.list().model().row(at);
        if (!row || row->pending)
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_painted = true;
                    finishWhenDone();
                },
                Qt::QueuedConnection); // after the flush
        return false;
    }

    //! The disk and the screen may be ready in either order.
    void finishWhenDone()
    {
        if (!m_waiting || !m_durable || !m_painted)
            return;
        m_waiting = false;
        m_times << static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
        if (m_times.size() >= actions)
            m_loop.quit();
    }

    ui::MainWindow& m_window;
    ui::CaseListView& m_list;
    QEventLoop m_loop;
    QElapsedTimer m_timer;
    QList<double> m_times;
    std::optional<care::CaseId> m_opening; //!< the row that was marked when `]` was pressed last
    std::optional<care::CaseId> m_taken;
    bool m_durable = false;
    bool m_painted = false;
    bool m_waiting = false;
};

//! How many commands wait in the session's queue; -1 when it does not say.
qsizetype queued(session::Session& session)
{
    qsizetype count = -1;
    QEventLoop loop;
    onReady(session.queue(), &session, [&](const auto& answer) {
        if (answer && *answer)
            count = (*answer)->size();
        loop.quit();
    });
    loop.exec();
    return count;
}

} // namespace

void measureTriage(Figures& figures, const Workplace& workplace)
{
    const QString name = u"triage.action_ms_p99"_s;
    const SystemClock clock;
    ui::Theme theme(ui::ThemeKind::Light);
    session::LocalSession session(workplace.setup(), clock);
    QEventLoop loop;
    onReady(session.open(), &session, [&](const auto&) { loop.quit(); });
    loop.exec();
    ui::MainWindow window(session, theme, clock);
    window.show();
    if (!QTest::qWaitForWindowActive(&window)) {
        figures.fail(name, u"the window did not come"_s);
        return;
    }
    QList<double> tails;
    Triage triage(window, session);
    for (int run = 0; run < runs; ++run) {
        const QList<double> times = triage.run();
        if (times.size() < actions) {
            figures.fail(name, triage.state());
            return;
        }
        tails << p99(times);
    }
    if (queued(session) < runs * actions) {
        figures.fail(name, u"the outbox holds %1 commands"_s.arg(queued(session)));
        return;
    }
    figures.add(name, median(tails), u"ms"_s, 16.7, 50);
}

} // namespace mottaget::bench
