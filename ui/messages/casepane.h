// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/session.h"
#include "ui/messages/actionpanel.h"
#include "ui/messages/threaditems.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QStackedLayout;
class QToolButton;
class QPushButton;
class QVBoxLayout;

namespace mottaget::ui {

class CaseActions;
class CaseHeading;
class Composer;
class ContextPane;
class PatientBanner;
class ThreadView;

//! One case: the patient banner across it, the thread, the composer, and beside them what else matters. What is asked for here is
//! bound to the case and version on the screen at the key press; answers for another case than the one shown change nothing on
//! the screen. GUI thread; session, theme and clock must outlive it.
class CasePane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CasePane)

public:
    CasePane(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    //! Empties the pane at once and fills it when the case is here. The same case again is read anew in place.
    void showCase(const care::CaseId& id);
    void clear();
    //! The case on the screen; none while it is fetched.
    [[nodiscard]] std::optional<care::CaseId> shown() const;
    //! Saves what is typed now, as before a lock. Returns at once.
    void saveDraftNow();

Q_SIGNALS:
    void submitted(const mottaget::session::Submitted& done, const QString& what, const QString& patientName, mottaget::care::Verb verb);
    //! An action on a case that is no longer on the screen was refused; a text of it is kept as draft.
    void refused(const QString& what, const QString& patientName, const QString& why);
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    using Opened = std::optional<Result<session::OpenCase, session::SessionError>>;

    void build();
    void connectActions();
    void adoptTheme();
    void showMessage(const QString& sentence, bool canRetry);
    void load(bool startOver);
    void onOpened(const Opened& answer, bool startOver);
    void takeIn(const session::OpenCase& open, bool startOver);
    void noteChanges(const session::OpenCase& open, bool startOver);
    void render(bool startOver);
    void layOutContext();

    void openPanel(ActionPanel* panel);
    void openTextPanel(care::Verb verb);
    void openAssignPanel();
    void closePanel();
    void submit(const PanelAnswer& answer);
    void onSubmitted(int view, const session::Intent& intent, const QString& patientName,
        const std::optional<Result<session::Submitted, session::SessionError>>& answer);
    void onRefused(bool isShown, const session::Intent& intent, const QString& patientName, const QString& why);
    void undo(const care::CommandId& command);
    void retry(const care::CommandId& command);
    void resolve(const session::Choice& choice);
    void saveDraft(care::Verb verb, const QString& text);
    [[nodiscard]] bool isOnScreen(const care::CaseId& id) const;
    [[nodiscard]] ThreadContext context() const;

    session::Session& m_session;
    const Theme& m_theme;
    const Clock& m_clock;
    std::optional<care::CaseId> m_requested;
    std::optional<session::OpenCase> m_open;
    std::optional<care::Case> m_writtenAgainst; //!< the case as it was when the text in the composer was begun
    int m_view = 0;                             //!< counts the cases put on the screen
    int m_generation = 0;                       //!< answers of an older one are stale
    bool m_fetching = false;
    bool m_fetchAgain = false;
    bool m_takeDraft = false; //!< a text was taken back and comes as draft
    QTimer m_patience;        //!< "Hämtar" is said only when it takes time
    QTimer m_minute;

    QStackedLayout* m_pages = nullptr;
    QWidget* m_casePage = nullptr;
    TextLabel* m_message = nullptr;
    QPushButton* m_retry = nullptr;
    PatientBanner* m_banner = nullptr;
    QVBoxLayout* m_panelPlace = nullptr;
    ActionPanel* m_panel = nullptr;
    QString m_panelKey;                   //!< case and verb of the panel
    QHash<QString, QString> m_unfinished; //!< texts of panels that were left, by that key; gone with the pane
    CaseActions* m_actions = nullptr;
    CaseHeading* m_heading = nullptr;
    ThreadView* m_thread = nullptr;
    Composer* m_composer = nullptr;
    QWidget* m_contextLine = nullptr;
    ContextPane* m_context = nullptr;
    bool m_contextWanted = false; //!< asked for where there is little room
};

} // namespace mottaget::ui
