// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"
#include "ui/widgets/theme.h"

#include <QWidget>

namespace mottaget::ui {

//! Both sides of a stopped own action, named by person, time and system, and a button for each way on. Emits what is chosen, bound to the
//! version of the case it shows; does nothing itself. GUI thread.
class ConflictPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictPanel)

public:
    //! `what` names the action for those who hear the buttons. `queued.conflict` must be there.
    ConflictPanel(
        const Theme& theme, const session::QueuedCommand& queued, const QString& what, const QDateTime& now, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const mottaget::session::Choice& choice);

private:
    void addLine(const Theme& theme, const QString& text, bool isMine);
};

} // namespace mottaget::ui
