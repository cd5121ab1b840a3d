// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/session.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace mottaget::ui {

//! Ctrl+K: everything that can be done, found by a few letters, with its key beside it, and cases by name, number or subject. By keyboard
//! alone. Lies over the list side, never over the patient banner. GUI thread.
class CommandPalette final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    CommandPalette(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent);

    //! Opens with these actions; what can't be done now is shown greyed with its reason.
    void open(const QList<QAction*>& actions);
    void dismiss();

Q_SIGNALS:
    void caseChosen(const mottaget::care::CaseId& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& typed);
    void addActions(const QString& typed);
    void findCases(const QString& typed);
    void addCases(const session::CasePage& page);
    void choose();
    QListWidgetItem* addLine(const QString& what, const QString& beside);

    session::Session& m_session;
    const Theme& m_theme;
    const Clock& m_clock;
    QList<QPointer<QAction>> m_actions;
    QPointer<QWidget> m_before; //!< had the focus, and gets it back
    int m_asked = 0;
    QLineEdit* m_input = nullptr;
    QListWidget* m_list = nullptr;
};

//! How well `typed` fits `text`: every letter in order; higher is better, -1 is not at all. Pure.
[[nodiscard]] int fuzzyScore(const QString& typed, const QString& text);

} // namespace mottaget::ui
