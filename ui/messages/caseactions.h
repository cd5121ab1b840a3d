// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"

#include <QAction>
#include <QObject>

namespace mottaget::ui {

//! Everything that can be done to the open case, as actions that buttons, the menu and the command palette share. What a role or
//! the case's state does not allow is greyed, with the reason as tool tip. GUI thread.
class CaseActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseActions)

public:
    //! Adds the actions to `place`: their keys work while the focus is in it, and single letters never while text is typed.
    explicit CaseActions(QWidget* place);

    //! Judges each action anew; without a case nothing can be done.
    void judge(const session::OpenCase* open, const std::optional<care::Actor>& actor);

    //! What to do first; none when it is to write.
    [[nodiscard]] QAction* primary() const { return m_primary; }
    //! The rest, in the order of the menu; nullptr = a line between.
    [[nodiscard]] QList<QAction*> menu() const;

    QAction* const answer;
    QAction* const take;
    QAction* const assign;
    QAction* const giveBack;
    QAction* const start;
    QAction* const note;
    QAction* const prioritise;
    QAction* const correct;
    QAction* const redirect;
    QAction* const withdraw;
    QAction* const close;
    QAction* const reopen;
    QAction* const undo;

private:
    void set(QAction* action, const std::optional<QString>& refusal);

    QAction* m_primary = nullptr;
};

//! The action a person most likely wants next on a case in this state; none when that is to write. Pure.
[[nodiscard]] std::optional<care::Verb> primaryVerb(const care::Case& value, const care::Actor& actor);

} // namespace mottaget::ui
