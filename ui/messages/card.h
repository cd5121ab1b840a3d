// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>

namespace mottaget::ui {

//! The ground under one thing in the thread, drawn from the theme's tokens. GUI thread.
class Card final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    enum class Look { Resident, Own, Note, Notice };

    Card(const Theme& theme, Look look, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Look m_look;
};

//! A line of one pixel in the colour of separators; level unless its owner makes it upright.
class Separator final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Separator)

public:
    explicit Separator(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace mottaget::ui
