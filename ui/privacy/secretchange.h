// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/privacy/unlockpane.h"

#include <QPointer>

class QStackedWidget;

namespace mottaget::ui {

//! "Byt PIN…" in a window that is open: the pane as one page of the window, made when it is asked for and gone when another page is shown.
//! Keys are derived slowly, so a person may leave before the end; the end is told all the same. GUI thread; all it is given outlives it.
class SecretChange final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretChange)

public:
    SecretChange(session::Custody& custody, const Theme& theme, const Clock& clock, QStackedWidget& pages);

    //! Shows the page, with the focus in its first field.
    void open();

Q_SIGNALS:
    //! Nothing more to do on the page: the window shows what it showed before.
    void closed();
    //! How a change ended, where the page doesn't say it.
    void told(const QString& sentence);

private:
    [[nodiscard]] static QString doneSentence();
    void onStatus();
    void onPage();

    session::Custody& m_custody;
    const Theme& m_theme;
    const Clock& m_clock;
    QStackedWidget& m_pages;
    QPointer<UnlockPane> m_pane;
    bool m_changes = false; //!< a change was under way when last looked
};

} // namespace mottaget::ui
