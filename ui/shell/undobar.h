// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/values.h"
#include "ui/widgets/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace mottaget::ui {

//! "Slutsvar till LINDQVIST, Karin sparat. Ångra (U)": says what was just done for as long as it can be taken back. Lies at the foot of the
//! window and takes no focus. GUI thread.
class UndoBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoBar)

public:
    UndoBar(const Theme& theme, const Clock& clock, QWidget* parent);
    void show(const session::Submitted& done, const QString& what, const QString& patientName);
    //! A sentence without anything to take back.
    void tell(const QString& sentence);
    [[nodiscard]] std::optional<care::CommandId> command() const { return m_command; }
    void dismiss();
    //! The part of the window it lies at the foot of: the list side, so that nothing of the open case is covered.
    void setPlace(const QRect& place);

Q_SIGNALS:
    void undoRequested();

private:
    void present(const QString& sentence, bool canUndo, std::chrono::milliseconds time);

    const Theme& m_theme;
    const Clock& m_clock;
    std::optional<care::CommandId> m_command;
    QRect m_place;
    QTimer m_gone;
    QLabel* m_text = nullptr;
    QPushButton* m_undo = nullptr;
};

} // namespace mottaget::ui
