// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen.h"

#include "core/base/onready.h"

#include <QEventLoop>
#include <QPaintEvent>
#include <QTest>

namespace mottaget::bench {

PaintWatch::PaintWatch(QWidget* widget, std::function<void()> painted) : QObject(widget), m_painted(std::move(painted))
{
    widget->installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Paint)
        QMetaObject::invokeMethod(
            this, [this] { m_painted(); }, Qt::QueuedConnection); // after the flush
    return false;
}

bool Screen::open()
{
    bool good = false;
    QEventLoop loop; // the bench has nothing else to do meanwhile
    onReady(m_session.open(), &m_session, [&](const auto& opened) {
        good = opened && *opened;
        loop.quit();
    });
    loop.exec();
    if (!good)
        return false;
    m_window = std::make_unique<ui::MainWindow>(m_session, m_theme, m_clock);
    m_window->resize(1440, 900);
    m_window->show();
    return QTest::qWaitForWindowActive(m_window.get());
}

} // namespace mottaget::bench
