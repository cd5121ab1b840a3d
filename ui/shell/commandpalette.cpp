// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "core/base/onready.h"
#include "ui/inbox/rowtexts.h"
#include "ui/shell/palettelines.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int caseRole = Qt::UserRole + 1;
constexpr int actionRole = Qt::UserRole + 2;
constexpr int mostCases = 8;

QString plainText(const QAction& action)
{
    return QString(action.text()).remove(u'&').remove(u"…"_s);
}

} // namespace

int fuzzyScore(const QString& typed, const QString& text)
{
    // What begins as it is typed comes before letters gathered from here and there.
    int score = !typed.isEmpty() && text.startsWith(typed, Qt::CaseInsensitive) ? 40 : 0;
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

CommandPalette::CommandPalette(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(clock)
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
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new PaletteLines(m_theme, m_list));
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
    if (!isVisible())
        m_before = window()->focusWidget();
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
        // What can't be done now says why in the place of its key.
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = addLine(plainText(*action), action->isEnabled() ? key : action->statusTip());
        item->setData(actionRole, QVariant::fromValue(QPointer<QObject>(action)));
        if (!action->isEnabled()) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
            item->setToolTip(Qt::convertFromPlainText(action->statusTip(), Qt::WhiteSpaceNormal));
        }
    }
}

QListWidgetItem* CommandPalette::addLine(const QString& what, const QString& beside)
{
    auto* item = new QListWidgetItem(what, m_list);
    item->setData(PaletteLines::besideRole, beside);
    item->setData(Qt::AccessibleTextRole, beside.isEmpty() ? what : what + u", "_s + beside);
    return item;
}

void CommandPalette::findCases(const QString& typed)
{
    const int asked = m_asked;
    using Answer = std::optional<Result<session::CasePage, session::SessionError>>;
    onReady(m_session.casePage({care::View::Open, {}, typed}, {}, mostCases), this, [this, asked](const Answer& answer) {
        if (asked == m_asked && answer && *answer)
            addCases(**answer);
    });
}

void CommandPalette::addCases(const session::CasePage& page)
{
    const auto actor = m_session.actor();
    for (const care::CaseRow& row : page.rows) {
        // Two people of one name are told apart by the number.
        const RowTexts texts = RowWords::textsOf(row, actor ? actor->self.role : care::StaffRoleId(), m_clock.now());
        const QString who = texts.number.isEmpty() ? texts.name : texts.name + u"  "_s + texts.number;
        addLine(who, texts.subject)->setData(caseRole, row.id.text());
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_input && event->type() == QEvent::FocusOut) {
        // Another program in front is no reason to close; another place in this window is.
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
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
    // What is chosen may move the focus on from where it was.
    if (!id.isEmpty())
        Q_EMIT caseChosen(id);
    else if (auto* chosen = qobject_cast<QAction*>(action.data()))
        chosen->trigger();
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    const bool hadFocus = m_input->hasFocus();
    hide();
    if (hadFocus && m_before)
        m_before->setFocus();
}

} // namespace mottaget::ui
