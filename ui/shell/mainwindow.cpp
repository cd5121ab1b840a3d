// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/base/onready.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"
#include "ui/privacy/secretchange.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/queuepage.h"
#include "ui/shell/railbutton.h"
#include "ui/shell/shellstyle.h"
#include "ui/shell/topbar.h"
#include "ui/shell/undobar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

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

MainWindow::~MainWindow() = default;

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
    m_tooOld = new QLabel;
    m_tooOld->setText(
        tr("Uppgifterna här är för gamla för att visas.\n\nDe visas igen så snart de har hämtats på nytt. Det sker av sig självt när "
           "regionen svarar.\nDet du har gjort är sparat och skickas då."));
    m_tooOld->setAccessibleName(m_tooOld->text());
    m_tooOld->setObjectName(u"tooOld"_s);
    m_tooOld->setTextFormat(Qt::PlainText);
    m_tooOld->setWordWrap(true);
    m_tooOld->setAlignment(Qt::AlignCenter);
    m_tooOld->setMargin(48);
    m_tooOld->setFocusPolicy(Qt::StrongFocus);
    m_pages->addWidget(m_tooOld);
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
    connect(&m_session, &session::Session::syncStatusChanged, this, [this](const session::SyncStatus& status) { takeAge(status.age); });
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

void MainWindow::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(m_session.syncStatus().age == session::DataAge::TooOld ? m_tooOld : page);
}

// What is too old leaves the screen at once; what waits to be sent still is sent, and says so in the top bar.
void MainWindow::takeAge(session::DataAge age)
{
    const bool wasLocked = m_pages->currentWidget() == m_tooOld;
    const bool isLocked = age == session::DataAge::TooOld;
    if (isLocked == wasLocked)
        return;
    dismissOverlays();
    m_case->saveDraftNow();
    showPage(m_splitter);
    m_list->showView(m_list->view());
    if (m_case->shown())
        m_case->showCase(*m_case->shown()); // refused while they are locked: nothing of it stays
    if (isLocked)
        m_tooOld->setFocus();
    else
        m_list->focusList();
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
    showPage(m_splitter);
    m_views.value(view)->setChecked(true);
    m_list->showView(view);
    m_list->focusList();
}

void MainWindow::openCase(const care::CaseId& id)
{
    dismissOverlays();
    showPage(m_splitter);
    m_list->setOpened(id);
    m_case->showCase(id);
}

void MainWindow::showQueue()
{
    dismissOverlays();
    showPage(m_queue);
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

void MainWindow::backToList()
{
    showPage(m_splitter);
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
