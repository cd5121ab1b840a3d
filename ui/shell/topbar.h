// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/session.h"
#include "ui/widgets/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace mottaget::ui {

class WrapButton;

//! Who works here and for which unit, the way to every command, and the sync sentence. GUI thread; what it is given must outlive it.
class TopBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    TopBar(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent = nullptr);
    void setMenu(QMenu* menu);
    //! One more line of that menu.
    void addToMenu(QAction* action);

Q_SIGNALS:
    void paletteRequested();
    void queueRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void adoptTheme();
    void showActor();
    void fitWords();
    void showStatus();

    session::Session& m_session;
    const Theme& m_theme;
    const Clock& m_clock;
    QTimer m_minute; //!< "Synkad 10:42" gets its date at midnight
    QLabel* m_mark = nullptr;
    QLabel* m_person = nullptr;
    QLabel* m_unit = nullptr;
    QPushButton* m_palette = nullptr;
    WrapButton* m_sync = nullptr;
    QToolButton* m_user = nullptr;
};

} // namespace mottaget::ui
