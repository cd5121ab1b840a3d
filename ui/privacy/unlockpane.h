// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/custody.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QTimer>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mottaget::ui {

//! Where a person chooses, gives or changes the unlock secret, and reads what to do when that does not go. A view of Custody and nothing
//! more: it keeps no secret longer than a key press. By keys alone: the field has the focus, Enter goes on. Scrolls when the text is larger
//! than the window. GUI thread; custody, theme and clock outlive it.
class UnlockPane final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnlockPane)

public:
    UnlockPane(session::Custody& custody, const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    //! Where the next key is expected.
    void placeFocus();

Q_SIGNALS:
    //! The keys are here: after enrolment or unlock, or after the secret was changed.
    void unlocked();
    //! Unlocked: the secret stays as it is. By Esc or the button.
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(QWidget* content);
    QLineEdit* addField(QVBoxLayout* column, const QString& name);
    void onStatus();
    void refresh();
    void showFields();
    void showWords();
    void submit();
    void complain(const QString& sentence);
    void forgetFields();
    //! The secret that the two lower fields agree on; nothing, with a complaint, when it will not do.
    [[nodiscard]] std::optional<SecretBytes> chosen();

    session::Custody& m_custody;
    const Theme& m_theme;
    const Clock& m_clock;
    session::CustodyStatus m_shown;
    bool m_isFirst = true;
    QTimer m_waited; //!< until another attempt may be made
    TextLabel* m_title = nullptr;
    TextLabel* m_explanation = nullptr;
    TextLabel* m_problem = nullptr;
    TextLabel* m_forIt = nullptr;
    TextLabel* m_presentCaption = nullptr;
    TextLabel* m_nextCaption = nullptr;
    TextLabel* m_repeatCaption = nullptr;
    QLineEdit* m_present = nullptr;
    QLineEdit* m_next = nullptr;
    QLineEdit* m_repeat = nullptr;
    QPushButton* m_go = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_back = nullptr;
};

} // namespace mottaget::ui
