// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/localsession.h"
#include "ui/shell/mainwindow.h"

#include <functional>
#include <memory>

namespace mottaget::bench {

//! Tells when a widget has been painted and the picture handed over.
class PaintWatch final : public QObject {
public:
    PaintWatch(QWidget* widget, std::function<void()> painted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void()> m_painted;
};

//! The real window over a real session, in this process.
class Screen final {
public:
    explicit Screen(const session::Setup& setup) : m_session(setup, m_clock) {}
    //! Opens the files and shows the window; false when either did not come.
    bool open();
    [[nodiscard]] session::LocalSession& session() { return m_session; }
    [[nodiscard]] ui::MainWindow& window() { return *m_window; }

private:
    SystemClock m_clock;
    ui::Theme m_theme {ui::ThemeKind::Light};
    session::LocalSession m_session;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace mottaget::bench
