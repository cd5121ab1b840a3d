// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/custody.h"
#include "core/session/session.h"
#include "ui/inbox/caserowdelegate.h"
#include "ui/widgets/theme.h"

#include <QHash>
#include <QMainWindow>

#include <array>
#include <memory>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace mottaget::ui {

class CaseListPane;
class CasePane;
class CommandPalette;
class KeySheet;
class QueuePage;
class RailButton;
class SecretChange;
class TopBar;
class UndoBar;

//! The window: rail, top bar, list and case. Wires them; what they do is theirs. Its title never holds patient data. GUI thread; what it is
//! given must outlive it.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(session::Session& session, Theme& theme, const Clock& clock, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showView(care::View view);
    void openCase(const care::CaseId& id);
    void showQueue();
    void showPalette();
    void showKeys();
    //! With keys that an unlock secret opens: adds "Byt PIN…". At most once; a demo has none.
    void setCustody(session::Custody& custody);
    //! Spacing of the list's rows; Normal until told otherwise.
    void setDensity(Density density);
    [[nodiscard]] Density density() const { return m_density; }
    [[nodiscard]] CaseListPane& list() { return *m_list; }
    [[nodiscard]] CasePane& casePane() { return *m_case; }

Q_SIGNALS:
    //! Theme, density or place: what a person sets up once and wants to find again.
    void appearanceChanged();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    //! The lists, in the order of the rail and of their digits.
    static constexpr std::array views {
        care::View::Todo, care::View::Mine, care::View::Unassigned, care::View::Waiting, care::View::Open, care::View::Closed};

    void build();
    QWidget* buildRail();
    void buildActions();
    void wire();
    void adoptTheme();
    void takeCounts(const session::Counts& counts);
    void onSubmitted(const session::Submitted& done, const QString& what, const QString& patientName, care::Verb verb);
    void buildMenu();
    void addListKeys();
    void actOnMarked(QAction& action);
    void openNeighbour(int steps);
    void undoLast();
    void backToList();
    void layOut();
    void takeAge(session::DataAge age);
    void showPage(QWidget* page);
    void dismissOverlays();
    QAction* listAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    QAction* windowAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    [[nodiscard]] QList<QAction*> allActions() const;

    session::Session& m_session;
    Theme& m_theme;
    const Clock& m_clock;
    QHash<care::View, RailButton*> m_views;
    QHash<Density, QAction*> m_densities;
    Density m_density = Density::Normal;
    QList<QAction*> m_actions;
    QAction* m_undoOpenCase = nullptr; //!< of the case pane
    QWidget* m_rail = nullptr;
    TopBar* m_top = nullptr;
    QStackedWidget* m_pages = nullptr;
    QSplitter* m_splitter = nullptr;
    CaseListPane* m_list = nullptr;
    CasePane* m_case = nullptr;
    QueuePage* m_queue = nullptr;
    QLabel* m_tooOld = nullptr; //!< instead of every page while data are too old to be shown
    CommandPalette* m_palette = nullptr;
    KeySheet* m_keys = nullptr;
    UndoBar* m_undo = nullptr;
    std::unique_ptr<SecretChange> m_change;
};

} // namespace mottaget::ui
