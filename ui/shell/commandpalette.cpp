// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "core/base/onready.h"
#include "ui/widgets/sentences.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int caseRole = Qt::UserRole + 1;
constexpr int actionRole = Qt::UserRole + 2;

QString plainText(const QAction& action)
{
    return QString(action.text()).remove(u'&').remove(u"…"_s);
}

} // namespace

int fuzzyScore(const QString& typed, const QString& text)
{
    int score = 0;
    qsizetype at = -1;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        const qsizetype found = text.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        const bool begins = found == 0 || !text[found - 1].isLetterOrNumber();
        score += begins ? 8 : found == at + 1 ? 5 : 1;
        at = found;
    }
    return score;
}

CommandPalette::CommandPalette(session::Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_theme(theme)
{
    setObjectName(u"palette"_s);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    m_input = new QLineEdit;
    m_input->setObjectName(u"paletteInput"_s);
    m_input->setAccessibleName(tr("Sök patient, ärende eller kommando"));
    m_input->setPlaceholderText(tr("Sök patient, ärende eller kommando"));
    m_input->installEventFilter(this);
    m_list = new QListWidget;
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Träffar"));
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_input);
    column->addWidget(m_list);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    hide();
}

void CommandPalette::open(const QList<QAction*>& actions)
{
    m_actions.clear();
    for (QAction* action : actions)
        m_actions << action;
    m_input->clear();
    fill({});
    show();
    raise();
    m_input->setFocus();
}

void CommandPalette::fill(const QString& typed)
{
    m_list->clear();
    addActions(typed);
    m_list->setCurrentRow(0);
    ++m_asked; // an answer to earlier letters is stale
    if (typed.trimmed().size() >= 2)
        findCases(typed.trimmed());
}

void CommandPalette::addActions(const QString& typed)
{
    QList<QPair<int, QAction*>> found;
    for (const QPointer<QAction>& action : m_actions) {
        const int score = action ? fuzzyScore(typed, plainText(*action)) : -1;
        if (score >= 0)
            found.append({score, action});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [score, action] : found) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(key.isEmpty() ? plainText(*action) : plainText(*action) + u"    "_s + key, m_list);
        item->setData(actionRole, QVariant::fromValue(QPointer<QObject>(action)));
        item->setToolTip(action->toolTip());
        if (!action->isEnabled())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
}

void CommandPalette::findCases(const QString& typed)
{
    constexpr int shown = 8;
    const int asked = m_asked;
    using Answer = std::optional<Result<session::CasePage, session::SessionError>>;
    onReady(m_session.casePage({care::View::Open, {}, typed}, {}, shown), this, [this, asked](const Answer& answer) {
        if (asked == m_asked && answer && *answer)
            addCases(**answer);
    });
}

void CommandPalette::addCases(const session::CasePage& page)
{
    for (const care::CaseRow& row : page.rows) {
        const bool hidden = row.protection != care::Protection::None;
        const QString name = hidden ? tr("Skyddade personuppgifter") : care::safeName(row.familyName, row.givenName);
        auto* item = new QListWidgetItem(name + u"    "_s + row.number + u"    "_s + row.subject, m_list);
        item->setData(caseRole, row.id.text());
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_input && event->type() == QEvent::FocusOut) {
        dismiss();
        return false;
    }
    if (watched != m_input || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1)); return true;
    case Qt::Key_Up: m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Escape: dismiss(); return true;
    default: return false;
    }
}

void CommandPalette::choose()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    const care::CaseId id(item->data(caseRole).toString());
    const auto action = item->data(actionRole).value<QPointer<QObject>>();
    dismiss();
    if (!id.isEmpty())
        Q_EMIT caseChosen(id);
    else if (auto* chosen = qobject_cast<QAction*>(action.data()))
        chosen->trigger();
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    hide();
    Q_EMIT closed();
}

} // namespace mottaget::ui
