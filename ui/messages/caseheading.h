// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"
#include "ui/widgets/textlabel.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace mottaget::ui {

class CaseActions;
class StandingMark;
class Tag;
struct ThreadContext;

//! What the case is, its number and state, and what can be done: the likeliest action first, the rest in one menu. GUI thread.
class CaseHeading final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseHeading)

public:
    CaseHeading(const Theme& theme, CaseActions& actions, QWidget* parent = nullptr);

    void show(const session::OpenCase& open, const ThreadContext& context);
    void setContextToggle(bool offered, bool on);

    //! "Rådgivning: hosta i två veckor"
    [[nodiscard]] static QString title(const session::OpenCase& open);

Q_SIGNALS:
    void contextToggled(bool on);

private:
    void buildButtons();
    void showStanding(const session::OpenCase& open, const ThreadContext& context);

    CaseActions& m_actions;
    TextLabel* m_title;
    TextLabel* m_number;
    Tag* m_state;
    Tag* m_priority;
    QWidget* m_standing; //!< of the own action that matters most; hidden when there is none
    StandingMark* m_mark;
    TextLabel* m_words;
    QPushButton* m_primary;
    QToolButton* m_more;
    QToolButton* m_context;
};

} // namespace mottaget::ui
