// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "ui/inbox/caselistpane.h"
#include "ui/messages/casepane.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QPlainTextEdit>
#include <QTextStream>

namespace mottaget::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pollsUntilGivenUp = 300; // of 100 ms

} // namespace

Screenshots::Screenshots(Composition& composition, QString folder) : m_composition(composition), m_folder(std::move(folder))
{
    if (m_folder.isEmpty())
        return;
    m_poll.setInterval(100ms);
    connect(&m_poll, &QTimer::timeout, this, &Screenshots::poll);
    connect(&m_composition, &Composition::windowShown, this, [this] {
        QDir().mkpath(m_folder);
        plan();
        next();
    });
}

std::optional<care::CaseId> Screenshots::caseOf(const QString& type, bool isProtected) const
{
    const ui::CaseListModel& model = m_composition.window()->list().model();
    for (int at = 0; at < model.rowCount(); ++at) {
        const care::CaseRow* row = model.row(at);
        if (row && (type.isEmpty() || row->type == type) && (row->protection != care::Protection::None) == isProtected)
            return row->id;
    }
    return std::nullopt;
}

void Screenshots::addCase(const QString& name, const QString& type, bool isProtected)
{
    m_steps.push_back({name,
        [this, type, isProtected] {
            if (const auto id = caseOf(type, isProtected))
                m_composition.window()->openCase(*id);
        },
        [this, type, isProtected] {
            const auto id = caseOf(type, isProtected);
            return !id || m_composition.window()->casePane().shown() == id;
        }});
}

void Screenshots::plan()
{
    const auto listed = [this] { return m_composition.window()->list().model().rowCount() > 20; };
    const auto synced = [this] { return m_composition.session()->syncStatus().lastPull.isValid(); };
    const auto now = [] { return true; };
    m_steps.push_back({u"inbox"_s, [this] { m_composition.window()->showView(care::View::Open); }, [=] { return listed() && synced(); }});
    addCase(u"case"_s, u"advice"_s, false);
    addCase(u"renewal"_s, u"renewal"_s, false);
    addCase(u"booking"_s, u"change-booking"_s, false);
    addCase(u"protected"_s, {}, true);
    m_steps.push_back({u"waiting"_s, [this] { m_composition.window()->showView(care::View::Waiting); }, now});
    m_steps.push_back({u"palette"_s, [this] { m_composition.window()->showPalette(); }, now});
    m_steps.push_back({u"keys"_s, [this] { m_composition.window()->showKeys(); }, now});
    m_steps.push_back({{},
        [this] {
            m_composition.stopRegion();
            m_composition.window()->showView(care::View::Open);
            m_composition.session()->syncNow();
        },
        [this] { return m_composition.session()->syncStatus().link == session::SyncStatus::Link::Offline; }});
    m_steps.push_back({{}, [this] { m_composition.window()->openCase(*caseOf(u"advice"_s, false)); },
        [this] { return m_composition.window()->casePane().shown() == caseOf(u"advice"_s, false); }});
    m_steps.push_back({u"outage"_s,
        [this] {
            auto& pane = m_composition.window()->casePane();
            pane.findChild<QAction*>(u"caseTake"_s)->trigger();
            pane.findChild<QPlainTextEdit*>(u"composerText"_s)->setPlainText(u"Hej! Vi ringer dig i dag före klockan 15."_s);
        },
        [this] { return m_composition.session()->syncStatus().waiting == 1; }});
    m_steps.push_back({u"queue"_s, [this] { m_composition.window()->showQueue(); }, now});
}

void Screenshots::next()
{
    m_polls = 0;
    if (m_steps.empty()) {
        QTextStream(stdout) << m_taken << " screenshots in " << m_folder << '\n';
        QApplication::exit(0);
        return;
    }
    m_steps.front().act();
    m_poll.start();
}

void Screenshots::poll()
{
    // Two quiet polls more, so that what comes after the answer is painted too.
    ++m_polls;
    if (!m_steps.front().done() || m_polls < 4) {
        if (m_polls > pollsUntilGivenUp) {
            QTextStream(stderr) << "the screen " << m_steps.front().name << " did not come\n";
            QApplication::exit(1);
        }
        return;
    }
    m_poll.stop();
    take();
    m_steps.pop_front();
    next();
}

void Screenshots::take()
{
    if (m_steps.front().name.isEmpty())
        return; // a step on the way to a picture
    if (m_composition.window()->grab().save(m_folder + u'/' + m_steps.front().name + u".png"_s))
        ++m_taken;
}

} // namespace mottaget::app
