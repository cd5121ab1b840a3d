// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/session.h"
#include "ui/inbox/caserowdelegate.h"
#include "ui/models/caselistmodel.h"
#include "ui/widgets/theme.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace mottaget::ui {

class CaseListView;
class FlowLayout;

//! The list side of the inbox: title and counts, filter chips, search, rows, and a word when there are none. GUI thread; what it is given must
//! outlive it.
class CaseListPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseListPane)

public:
    CaseListPane(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void showView(care::View view);
    [[nodiscard]] care::View view() const { return m_query.view; }
    void setDensity(Density density);
    //! Marks the case that stands in the case pane.
    void setOpened(const std::optional<care::CaseId>& id);
    void showHeld();
    void focusList();
    void focusSearch();
    [[nodiscard]] CaseListView* list() const { return m_list; }
    [[nodiscard]] CaseListModel& model() { return m_model; }
    [[nodiscard]] static QString titleOf(care::View view);

Q_SIGNALS:
    void opened(const mottaget::care::CaseId& id);
    void countsChanged(const mottaget::session::Counts& counts);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void adoptTheme();
    void ask();
    void readCounts();
    void takeCounts(const session::Counts& counts);
    void setChips(const QHash<QString, int>& types);
    void setHeader();
    void setAge();
    void setEmpty();
    [[nodiscard]] QString whyEmpty() const;
    void onFailed(const session::SessionError& error);
    [[nodiscard]] static QString listError(session::SessionError::Code code);
    void setHeld(int newRows, bool otherOrder);

    session::Session& m_session;
    const Theme& m_theme;
    const Clock& m_clock;
    CaseListModel m_model;
    CaseRowDelegate m_delegate;
    session::ListQuery m_query;
    session::Counts m_counts;
    int m_countsAsked = 0;

    QLabel* m_title = nullptr;
    QLabel* m_shown = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_old = nullptr; //!< says that what is listed is old
    QWidget* m_chipPlace = nullptr;
    QHash<QString, QPushButton*> m_chips;
    QPushButton* m_held = nullptr;
    QLabel* m_empty = nullptr;
    QTimer m_countsDue; //!< something has changed since the last count
    QTimer m_minute; //!< "före 15:20" becomes "försenat sedan 15:20" though nothing arrives
    std::optional<session::SessionError::Code> m_failure; //!< why the list could not be read
    CaseListView* m_list = nullptr;
};

} // namespace mottaget::ui
