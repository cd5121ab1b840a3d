// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/panels.h"
#include "ui/widgets/sentences.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

constexpr int rowsInSight = 5;

QString nameAndTitle(const care::StaffMember& member)
{
    return member.title.isEmpty() ? member.name : member.name + u", " + member.title;
}

} // namespace

AssignPanel::AssignPanel(const Theme& theme, care::Owner owner, const QString& patientName, QWidget* parent)
    //: %1 is the patient's name.
    : ActionPanel(theme, care::Verb::Assign, tr("Fördela ärendet"), tr("Fördela ärendet för %1").arg(patientName), parent)
    , m_owner(std::move(owner))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_empty(new TextLabel(theme, Theme::Text::Body, TextLabel::Tone::Muted, QFont::Normal, this))
{
    m_search->setObjectName(u"assignSearch"_s);
    m_search->setAccessibleName(tr("Sök kollega"));
    m_search->setPlaceholderText(tr("Sök på namn eller titel"));
    m_search->installEventFilter(this);
    addCaption(tr("Till"), m_search);
    m_list->setObjectName(u"assignList"_s);
    m_list->setAccessibleName(tr("Kollegor"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->setFont(theme.font(Theme::Text::Body));
    m_list->setFixedHeight(rowsInSight * (m_list->fontMetrics().height() + 8) + 2 * m_list->frameWidth());
    contents()->addWidget(m_list);
    m_empty->setObjectName(u"assignEmpty"_s);
    m_empty->setText(tr("Hämtar kollegor"));
    contents()->addWidget(m_empty);
    m_list->hide();
    connect(m_search, &QLineEdit::textChanged, this, &AssignPanel::search);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { refresh(); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { decide(); });
    setFocusProxy(m_search);
    refresh();
}

void AssignPanel::showStaff(const QList<care::StaffMember>& staff)
{
    m_staff.clear();
    for (const care::StaffMember& member : staff) {
        const bool hasIt = m_owner.kind == care::Owner::Kind::Person && m_owner.reference == member.role.text();
        if (member.active && !hasIt && member.roles.testFlag(care::Role::CaseHandler))
            m_staff.append(member);
    }
    search(m_search->text());
}

void AssignPanel::showStaffMissing()
{
    m_empty->setText(tr("Kollegorna kunde inte hämtas"));
}

void AssignPanel::search(const QString& words)
{
    m_list->clear();
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_staff.size(); ++i) {
        const QString text = nameAndTitle(m_staff.at(i));
        if (!std::ranges::all_of(wanted, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); }))
            continue;
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, i);
    }
    m_list->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    m_empty->setText(m_staff.isEmpty() ? tr("Ingen kollega kan ta emot ärenden") : tr("Ingen kollega med det namnet"));
    if (m_list->count() > 0 && !wanted.isEmpty())
        m_list->setCurrentRow(0);
    refresh();
}

void AssignPanel::move(int by)
{
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
}

bool AssignPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return ActionPanel::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(rowsInSight); return true;
    case Qt::Key_PageUp: move(-rowsInSight); return true;
    default: return ActionPanel::eventFilter(watched, event);
    }
}

Result<PanelAnswer, QString> AssignPanel::answer() const
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return failed(Sentences::refusal({care::Refusal::Reason::MissingAssignee, {}}));
    const care::StaffMember& member = m_staff.at(item->data(Qt::UserRole).toInt());
    PanelAnswer chosen;
    chosen.verb = verb();
    chosen.assignee = care::Owner {care::Owner::Kind::Person, member.role.text(), member.name};
    return chosen;
}

} // namespace mottaget::ui
