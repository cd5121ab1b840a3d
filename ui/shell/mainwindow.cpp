// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/base/onready.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/queuepage.h"
#include "ui/shell/railbutton.h"
#include "ui/shell/shellstyle.h"
#include "ui/shell/topbar.h"
#include "ui/shell/undobar.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr care::View views[] = {
    care::View::Todo, care::View::Mine, care::View::Unassigned, care::View::Waiting, care::View::Open, care::View::Closed};

} // namespace

MainWindow::MainWindow(session::Session& session, Theme& theme, const Clock& clock, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(clock)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Mottaget"_s); // never anything of a patient
    resize(1440, 900);
    // Before the first widget is made: one made earlier would keep the desktop's font.
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(m_theme.font(Theme::Text::Body));
    build();
    buildActions();
    wire();
    adoptTheme();
    setMinimumSize(std::max(960, centralWidget()->minimumSizeHint().width()), 600);
    showView(care::View::Todo);
    m_list->focusList();
}

void MainWindow::build()
{
    auto* root = new QWidget;
    auto* column = new QVBoxLayout(root);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopBar(m_session, m_theme, m_clock);
    column->addWidget(m_top);
    auto* line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(buildRail());
    m_pages = new QStackedWidget;
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_list = new CaseListPane(m_session, m_theme, m_clock);
    m_list->setMinimumWidth(std::max(340, 30 * QFontMetrics(m_theme.font(Theme::Text::Body)).averageCharWidth()));
    m_case = new CasePane(m_session, m_theme, m_clock);
    m_case->setMinimumWidth(420);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_case);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({404, 1036});
    m_queue = new QueuePage(m_session, m_theme, m_clock);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_queue);
    line->addWidget(m_pages, 1);
    column->addLayout(line, 1);
    setCentralWidget(root);
    m_palette = new CommandPalette(m_session, m_theme, m_clock, root);
    m_keys = new KeySheet(m_theme, root);
    m_undo = new UndoBar(m_theme, m_clock, root);
    m_undoOpenCase = m_case->findChild<QAction*>(u"caseUndo"_s);
}

QWidget* MainWindow::buildRail()
{
    m_rail = new QWidget;
    m_rail->setObjectName(u"rail"_s);
    auto* column = new QVBoxLayout(m_rail);
    column->setContentsMargins(8, 12, 8, 12);
    column->setSpacing(2);
    int number = 1;
    for (const care::View view : views) {
        auto* button = new RailButton(CaseListPane::titleOf(view));
        button->setObjectName(u"view-"_s + care::codeOf(view));
        //: %1 is a list, %2 a digit
        button->setToolTip(tr("%1 (Ctrl+%2, i listan %2)").arg(CaseListPane::titleOf(view)).arg(number++));
        connect(button, &RailButton::clicked, this, [this, view] { showView(view); });
        column->addWidget(button);
        m_views.insert(view, button);
    }
    column->addStretch();
    return m_rail;
}

QAction* MainWindow::windowAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    m_actions << action;
    return action;
}

QAction* MainWindow::listAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act)
{
    // Single letters only while the list has the focus, never while somebody types.
    QAction* action = windowAction(name, text, key, std::move(act));
    action->setShortcutContext(Qt::WidgetShortcut);
    removeAction(action);
    m_list->list()->addAction(action);
    return action;
}

void MainWindow::buildActions()
{
    int number = 1;
    for (const care::View view : views)
        windowAction(u"goTo-"_s + care::codeOf(view), tr("Gå till %1").arg(CaseListPane::titleOf(view)),
            QKeySequence(u"Ctrl+%1"_s.arg(number++)), [this, view] { showView(view); });
    windowAction(u"openPalette"_s, tr("Sök patient, ärende eller kommando"), QKeySequence(u"Ctrl+K"_s), [this] { showPalette(); });
    windowAction(u"syncNow"_s, tr("Synka nu"), QKeySequence(u"F5"_s), [this] { m_session.syncNow(); });
    windowAction(u"openQueue"_s, tr("Visa egna åtgärder som inte är bekräftade"), QKeySequence(u"Ctrl+Q"_s), [this] { showQueue(); });
    listAction(u"searchList"_s, tr("Sök i listan"), QKeySequence(u"/"_s), [this] { m_list->focusSearch(); });
    listAction(u"showKeys"_s, tr("Visa tangenter"), QKeySequence(u"?"_s), [this] { showKeys(); });
    listAction(u"showHeld"_s, tr("Visa det nya i listan"), QKeySequence(u"."_s), [this] { m_list->showHeld(); });
    listAction(u"undoLast"_s, tr("Ångra det senaste"), QKeySequence(u"U"_s), [this] { undoLast(); });
    for (const int steps : {-1, 1}) {
        QAction* action = steps < 0
            ? listAction(u"previousCase"_s, tr("Öppna föregående ärende"), QKeySequence(u"["_s), [this] { openNeighbour(-1); })
            : listAction(u"nextCase"_s, tr("Öppna nästa ärende"), QKeySequence(u"]"_s), [this] { openNeighbour(1); });
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_case->addAction(action);
    }
    // The key of the list, where it is the newest action anywhere; the pane's own undoes that of the open case.
    addListKeys();
    buildMenu();
}

void MainWindow::addListKeys()
{
    CaseListView* list = m_list->list();
    const auto key = [list](const QKeySequence& keys, auto fn) {
        auto* shortcut = new QShortcut(keys, list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, list, fn);
    };
    int number = 1;
    for (const care::View view : views)
        key(QKeySequence(QString::number(number++)), [this, view] { showView(view); });
    for (QAction* action : m_case->actions()) {
        const bool isOurs = m_actions.contains(action) || action == m_undoOpenCase;
        if (!isOurs && !action->shortcut().isEmpty())
            key(action->shortcut(), [this, action] { actOnMarked(*action); });
    }
}

void MainWindow::actOnMarked(QAction& action)
{
    // A key in the list means the marked row. It acts only when that very case stands open under its patient banner.
    const auto marked = m_list->list()->currentCase();
    if (!marked)
        return;
    if (m_case->shown() != marked) {
        openCase(*marked);
        if (m_undo->command())
            return; // what can be undone is not covered
        //: %1 is a key
        m_undo->tell(tr("Ärendet öppnas. Tryck %1 igen när det visas.").arg(action.shortcut().toString(QKeySequence::NativeText)));
    } else if (action.isEnabled()) {
        action.trigger();
    } else {
        m_undo->tell(action.toolTip());
    }
}

void MainWindow::openNeighbour(int steps)
{
    // Reading on: the focus stays where it is.
    m_list->list()->moveCurrent(steps);
    if (const auto id = m_list->list()->currentCase())
        openCase(*id);
}

void MainWindow::buildMenu()
{
    auto* menu = new QMenu(this);
    auto* themes = new QActionGroup(this);
    const auto theme = [&](const QString& text, ThemeKind kind) {
        QAction* action = menu->addAction(text, this, [this, kind] {
            m_theme.setKind(kind);
            Q_EMIT appearanceChanged();
        });
        action->setCheckable(true);
        action->setChecked(m_theme.kind() == kind);
        themes->addAction(action);
    };
    theme(tr("Ljust"), ThemeKind::Light);
    theme(tr("Mörkt"), ThemeKind::Dark);
    theme(tr("Hög kontrast"), ThemeKind::HighContrast);
    menu->addSeparator();
    auto* densities = new QActionGroup(this);
    const auto density = [&](const QString& text, Density kind) {
        QAction* action = menu->addAction(text, this, [this, kind] {
            setDensity(kind);
            Q_EMIT appearanceChanged();
        });
        action->setCheckable(true);
        action->setChecked(kind == m_density);
        densities->addAction(action);
        m_densities.insert(kind, action);
    };
    //: Spacing of the rows in the list
    density(tr("Täta rader"), Density::Compact);
    density(tr("Normala rader"), Density::Normal);
    density(tr("Luftiga rader"), Density::Roomy);
    menu->addSeparator();
    menu->addAction(tr("Visa tangenter"), this, [this] { showKeys(); });
    m_top->setMenu(menu);
}

void MainWindow::setDensity(Density density)
{
    m_density = density;
    m_densities.value(density)->setChecked(true);
    m_list->setDensity(density);
}

void MainWindow::wire()
{
    connect(m_top, &TopBar::paletteRequested, this, &MainWindow::showPalette);
    connect(m_top, &TopBar::queueRequested, this, &MainWindow::showQueue);
    connect(m_list, &CaseListPane::opened, this, [this](const care::CaseId& id) {
        openCase(id);
        m_case->setFocus();
    });
    connect(m_list, &CaseListPane::countsChanged, this, &MainWindow::takeCounts);
    connect(m_case, &CasePane::submitted, this, &MainWindow::onSubmitted);
    connect(m_case, &CasePane::refused, this, [this](const QString& what, const QString& patient, const QString& why) {
        m_undo->tell(tr("%1, %2: gick inte. %3").arg(what, patient, why));
    });
    connect(m_case, &CasePane::backRequested, this, &MainWindow::backToList);
    connect(m_queue, &QueuePage::backRequested, this, &MainWindow::backToList);
    connect(m_queue, &QueuePage::caseChosen, this, &MainWindow::openCase);
    connect(m_palette, &CommandPalette::caseChosen, this, [this](const care::CaseId& id) {
        openCase(id);
        m_case->setFocus();
    });
    connect(m_keys, &KeySheet::closed, m_list, &CaseListPane::focusList);
    connect(m_undo, &UndoBar::undoRequested, this, &MainWindow::undoLast);
    connect(&m_theme, &Theme::changed, this, &MainWindow::adoptTheme);
}

void MainWindow::adoptTheme()
{
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(m_theme.font(Theme::Text::Body));
    // Said here too: a style sheet lets a widget keep the desktop's font for its class.
    centralWidget()->setFont(m_theme.font(Theme::Text::Body));
    setStyleSheet(shellStyleSheet(m_theme));
    m_rail->setFixedWidth(std::max(176, m_rail->sizeHint().width()));
}

void MainWindow::takeCounts(const session::Counts& counts)
{
    for (auto view = m_views.begin(); view != m_views.end(); ++view) {
        // Closed cases are no work; their number says nothing.
        (*view)->setCount(view.key() == care::View::Closed ? 0 : counts.views.value(view.key()));
    }
}

void MainWindow::dismissOverlays()
{
    m_palette->dismiss();
    m_keys->hide();
}

void MainWindow::showView(care::View view)
{
    dismissOverlays();
    m_pages->setCurrentWidget(m_splitter);
    m_views.value(view)->setChecked(true);
    m_list->showView(view);
    m_list->focusList();
}

void MainWindow::openCase(const care::CaseId& id)
{
    dismissOverlays();
    m_pages->setCurrentWidget(m_splitter);
    m_list->setOpened(id);
    m_case->showCase(id);
}

void MainWindow::showQueue()
{
    dismissOverlays();
    m_pages->setCurrentWidget(m_queue);
    m_queue->setFocus();
}

void MainWindow::showPalette()
{
    layOut();
    m_palette->open(allActions());
}

void MainWindow::showKeys()
{
    dismissOverlays();
    m_keys->open(allActions());
}

QList<QAction*> MainWindow::allActions() const
{
    QList<QAction*> all = m_case->actions();
    for (QAction* action : m_actions) {
        if (!all.contains(action))
            all << action;
    }
    all.removeOne(m_undoOpenCase); // undoLast does it where it is the newest
    return all;
}

void MainWindow::onSubmitted(const session::Submitted& done, const QString& what, const QString& patientName, care::Verb verb)
{
    using enum care::Verb;
    m_undo->show(done, what, patientName);
    // After what leaves the case to others the next one is marked; after what only begins with it one stays.
    const bool goesOn = verb != Take && verb != Start && verb != Note && verb != Prioritise && verb != Reopen;
    if (goesOn && m_case->shown() && m_list->list()->currentCase() == m_case->shown())
        m_list->list()->moveCurrent(1);
    m_list->model().applyHeld(); // one's own action moves rows at once
    if (goesOn)
        m_list->focusList();
}

void MainWindow::undoLast()
{
    const auto command = m_undo->command();
    if (!command) {
        if (m_undoOpenCase->isEnabled())
            m_undoOpenCase->trigger();
        else
            m_undo->tell(tr("Det finns inget att ångra."));
        return;
    }
    m_undo->dismiss();
    onReady(m_session.undo(*command), this, [this](const std::optional<Result<care::CaseId, session::SessionError>>& answer) {
        if (answer && *answer)
            openCase(**answer);
        else
            m_undo->tell(tr("Det går inte att ångra längre: åtgärden är redan på väg."));
    });
}

void MainWindow::backToList()
{
    m_pages->setCurrentWidget(m_splitter);
    m_list->focusList();
}

void MainWindow::layOut()
{
    // Below the search button and over the list side: the patient banner stays free.
    const int left = m_rail->width() + 16;
    const int width = std::max(320, m_list->width() - 32);
    m_undo->setPlace(QRect(m_rail->width(), 0, m_list->width(), centralWidget()->height()));
    m_palette->setGeometry(left, m_top->height() + 8, width, std::min(440, centralWidget()->height() - m_top->height() - 32));
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    layOut();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_case->saveDraftNow();
    Q_EMIT appearanceChanged();
    QMainWindow::closeEvent(event);
}

} // namespace mottaget::ui
