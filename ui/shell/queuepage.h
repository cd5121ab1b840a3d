// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/actionstate.h"
#include "core/session/session.h"
#include "ui/widgets/theme.h"

#include <QPair>
#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace mottaget::ui {

//! Every own action the server has not acknowledged: what, for whom, where it stands and why, when it is tried next, and what can be done.
//! Opened by the sync sentence. GUI thread; what it is given must outlive it.
class QueuePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePage)

public:
    QueuePage(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent = nullptr);
    //! Reads the queue anew; does nothing while the page is hidden, for it is read when it is shown.
    void refresh();

Q_SIGNALS:
    void caseChosen(const mottaget::care::CaseId& id);
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fill(const QList<session::QueuedCommand>& queue);
    void addMore(qsizetype left);
    [[nodiscard]] QWidget* rowOf(const session::QueuedCommand& queued);
    [[nodiscard]] QWidget* standingLine(const session::ActionStanding& standing, QWidget* parent);
    void adoptTheme();
    void takeBack(const care::CommandId& id);
    void rewrite(const care::CommandId& id);
    [[nodiscard]] QString wordsOver(bool isEmpty) const;
    QWidget* actionsOf(const session::QueuedCommand& queued, const QString& what);
    void sendAgain(const care::CommandId& id);
    void choose(const session::Choice& choice);
    void told(const std::optional<Result<care::CaseId, session::SessionError>>& answer);

    session::Session& m_session;
    const Theme& m_theme;
    const Clock& m_clock;
    int m_asked = 0;
    qsizetype m_room; //!< rows made at most; a week offline must not make the window slow
    QLabel* m_title = nullptr;
    QLabel* m_message = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QTimer m_minute; //!< times pass by while the page is looked at
    QPair<session::SyncStatus::Link, QDateTime> m_link; //!< what the rows were made with
};

} // namespace mottaget::ui
