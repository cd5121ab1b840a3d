// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/onready.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"
#include "ui/privacy/secretchange.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/topbar.h"
#include "ui/shell/undobar.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QShortcut>

//! The keys and commands of the window: which there are, where they work, and what a key in the list means. The rest is in mainwindow.cpp.
namespace mottaget::ui {

using namespace Qt::StringLiterals;

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

void MainWindow::setCustody(session::Custody& custody)
{
    m_change = std::make_unique<SecretChange>(custody, m_theme, m_clock, *m_pages);
    QAction* action = windowAction(u"changeSecret"_s, tr("Byt PIN…"), {}, [this] {
        dismissOverlays();
        m_change->open();
    });
    m_top->addToMenu(action);
    connect(m_change.get(), &SecretChange::closed, this, &MainWindow::backToList);
    connect(m_change.get(), &SecretChange::told, m_undo, &UndoBar::tell);
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

} // namespace mottaget::ui
