// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/actionstate.h"
#include "ui/widgets/textlabel.h"

#include <QWidget>

namespace mottaget::ui {

//! A small drawing beside the words for where an own action stands: another shape for each state, so that colour is never all that tells.
//! As high as a line of small text. GUI thread; the theme must outlive it.
class StandingMark final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StandingMark)

public:
    StandingMark(const Theme& theme, session::ActionState state, QWidget* parent = nullptr);

    [[nodiscard]] session::ActionState state() const { return m_state; }
    void setState(session::ActionState state);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    //! The tone of the words beside it.
    [[nodiscard]] static TextLabel::Tone toneOf(session::ActionState state);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    session::ActionState m_state;
};

} // namespace mottaget::ui
