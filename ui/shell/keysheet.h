// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QAction>
#include <QFrame>

namespace mottaget::ui {

//! `?`: every key, taken from the actions themselves so that it never lies. Esc or `?` closes it. GUI thread.
class KeySheet final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeySheet)

public:
    KeySheet(const Theme& theme, QWidget* parent);
    void open(const QList<QAction*>& actions);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace mottaget::ui
