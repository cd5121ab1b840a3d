// SPDX-License-Identifier: GPL-3.0-or-later
#include "start.h"

#include "core/base/clock.h"
#include "core/base/onready.h"
#include "core/session/localsession.h"
#include "screen.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTextStream>

namespace mottaget::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 15;

double timeOf(const QStringList& arguments)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    child.start(QCoreApplication::applicationFilePath(), arguments);
    if (!child.waitForFinished(60000) || child.exitCode() != 0)
        return -1;
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int runBareChild()
{
    QMainWindow window;
    window.resize(1440, 900);
    PaintWatch watch(&window, [] { QApplication::exit(0); });
    window.show();
    return QApplication::exec();
}

int runInboxChild(const session::Setup& setup)
{
    const SystemClock clock;
    ui::Theme theme(ui::ThemeKind::Light);
    session::LocalSession session(setup, clock);
    std::unique_ptr<ui::MainWindow> window;
    bool pressed = false;
    onReady(session.open(), &session, [&](const auto& opened) {
        if (!opened || !*opened) {
            QApplication::exit(1);
            return;
        }
        window = std::make_unique<ui::MainWindow>(session, theme, clock);
        auto* list = window->list().list();
        new PaintWatch(list->viewport(), [&, list] {
            if (pressed) {
                QApplication::exit(list->currentIndex().row() == 1 ? 0 : 1);
            } else if (window->list().model().row(20) != nullptr) {
                pressed = true;
                QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
                QApplication::sendEvent(list, &down);
            }
        });
        window->show();
    });
    return QApplication::exec();
}

void measureStart(Figures& figures, const Workplace& workplace)
{
    const QStringList inbox {u"--child"_s, u"inbox"_s, u"--data"_s, workplace.setup().dataRoot};
    QList<double> ours;
    QList<double> bare;
    for (int round = 0; round < rounds; ++round) {
        bare << timeOf({u"--child"_s, u"bare"_s});
        ours << timeOf(inbox);
        if (ours.last() < 0 || bare.last() < 0) {
            figures.fail(u"start.cold_ratio"_s, u"the inbox did not come"_s);
            return;
        }
    }
    figures.add(u"start.cold_ratio"_s, median(ours) / median(bare), u"x"_s, median(bare), 8);
}

} // namespace mottaget::bench
