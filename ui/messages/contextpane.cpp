// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/contextpane.h"

#include "ui/widgets/conflictpanel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/standingmark.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

ContextPane::ContextPane(const Theme& theme, const Clock& clock, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
{
    setObjectName(u"contextPane"_s);
    setAccessibleName(tr("Mer om ärendet"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(paneWidth);
    setFocusPolicy(Qt::NoFocus);
    m_content->setObjectName(u"contextContent"_s);
    m_column->setContentsMargins(16, 14, 16, 16);
    m_column->setSpacing(16);
    m_column->addStretch(1);
    setWidget(m_content);
}

void ContextPane::show(const ContextText& text)
{
    const QList<Part> parts = changed(text);
    m_text = text;
    if (parts.isEmpty())
        return;
    const int place = verticalScrollBar()->value();
    const QWidget* focus = m_content->focusWidget();
    const QString focused = focus && focus->hasFocus() ? focus->objectName() : QString();
    for (const Part part : parts)
        renew(part);
    verticalScrollBar()->setValue(place);
    auto* again = focused.isEmpty() ? nullptr : m_content->findChild<QWidget*>(focused);
    if (again && !again->hasFocus())
        again->setFocus();
}

QList<ContextPane::Part> ContextPane::changed(const ContextText& text) const
{
    const bool isFirst = !m_parts[CareContact];
    QList<Part> parts;
    const auto note = [&](Part part, bool differs) {
        if (isFirst || differs)
            parts << part;
    };
    note(CareContact, text.careContact != m_text.careContact);
    note(Clocks, text.clocks != m_text.clocks);
    note(OtherCases, text.otherOpenCases != m_text.otherOpenCases);
    note(Booking, text.booking != m_text.booking);
    note(Journal, text.journal != m_text.journal);
    note(Commands, text.commands != m_text.commands);
    note(Fetched, text.fetched != m_text.fetched);
    return parts;
}

void ContextPane::renew(Part part)
{
    if (QWidget* old = std::exchange(m_parts[part], nullptr)) {
        m_column->removeWidget(old);
        old->setObjectName({}); // a button of it may have asked for this: it lives until the loop
        for (QWidget* child : old->findChildren<QWidget*>())
            child->setObjectName({});
        old->hide();
        old->deleteLater();
    }
    QWidget* made = make(part);
    if (!made)
        return;
    const auto before = std::count_if(m_parts.begin(), m_parts.begin() + part, [](const QWidget* one) { return one != nullptr; });
    m_parts[part] = made;
    m_column->insertWidget(static_cast<int>(before), made);
}

QWidget* ContextPane::make(Part part)
{
    QWidget* section = nullptr;
    switch (part) {
    case CareContact: return makeSection(tr("Fast vårdkontakt"), u"careContact"_s, m_text.careContact);
    case Clocks:
        section = makeSection(tr("Frister"), u"clocks"_s);
        for (const ContextLine& line : m_text.clocks)
            addClock(section, line);
        return section;
    case OtherCases: return makeOtherCases();
    case Booking: return m_text.booking.isEmpty() ? nullptr : makeSection(tr("Bokning"), u"booking"_s, m_text.booking);
    case Journal: return makeSection(tr("Journalförd"), u"journal"_s, m_text.journal, TextLabel::Tone::Muted);
    case Commands:
        if (m_text.commands.isEmpty())
            return nullptr;
        section = makeSection(tr("Dina åtgärder"), u"commands"_s);
        for (qsizetype at = 0; at < m_text.commands.size(); ++at)
            addCommand(section, m_text.commands.at(at), at + 1 == m_text.commands.size());
        return section;
    case Fetched:
        if (m_text.fetched.isEmpty())
            return nullptr;
        section = makeSection({}, u"fetched"_s);
        addText(section, m_text.fetched, TextLabel::Tone::Muted, Theme::Text::Small);
        return section;
    case partCount: break;
    }
    Q_UNREACHABLE();
}

QWidget* ContextPane::makeSection(const QString& title, const QString& name, const QString& text, TextLabel::Tone tone)
{
    auto* section = new QWidget(m_content);
    section->setObjectName(u"context-"_s + name);
    section->setAccessibleName(title);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!title.isEmpty()) {
        auto* heading = new TextLabel(m_theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::DemiBold, section);
        heading->setText(title);
        column->addWidget(heading);
    }
    if (!text.isEmpty())
        addText(section, text, tone);
    return section;
}

void ContextPane::addText(QWidget* section, const QString& text, TextLabel::Tone tone, Theme::Text size)
{
    auto* label = new TextLabel(m_theme, size, tone, QFont::Normal, section);
    label->setText(text);
    label->setWordWrap(true);
    label->setSelectable(true);
    section->layout()->addWidget(label);
}

void ContextPane::addClock(QWidget* section, const ContextLine& line)
{
    auto* row = new QWidget(section);
    auto* flow = new FlowLayout(8, 2, row);
    auto* label = new TextLabel(m_theme, Theme::Text::Body, TextLabel::Tone::Plain, QFont::Normal, row);
    label->setText(line.label);
    flow->addWidget(label);
    flow->addRightEnd();
    if (line.tone && *line.tone != Tag::Tone::Neutral) {
        flow->addWidget(new Tag(m_theme, line.value, *line.tone, Tag::Mark::None, row));
    } else {
        auto* value =
            new TextLabel(m_theme, Theme::Text::Body, line.tone ? TextLabel::Tone::Plain : TextLabel::Tone::Muted, QFont::Normal, row);
        value->setText(line.value);
        value->setWrapsLate();
        flow->addWidget(value);
    }
    row->setAccessibleName(line.label + u": "_s + line.value);
    section->layout()->addWidget(row);
    if (!line.why.isEmpty()) {
        addText(section, line.why, TextLabel::Tone::Muted, Theme::Text::Small);
        static_cast<QVBoxLayout*>(section->layout())->addSpacing(4);
    }
}

QWidget* ContextPane::makeOtherCases()
{
    QWidget* section = makeSection(tr("Mer om patienten"), u"otherCases"_s);
    if (m_text.otherOpenCases == 0) {
        addText(section, tr("Inga andra öppna ärenden"), TextLabel::Tone::Muted);
        return section;
    }
    auto* row = new QWidget(section);
    auto* flow = new FlowLayout(8, 4, row);
    auto* button = new QPushButton(tr("Visa andra öppna ärenden (%1)").arg(m_text.otherOpenCases), row);
    button->setObjectName(u"showOtherCases"_s);
    button->setAccessibleName(button->text());
    button->setEnabled(false);
    flow->addWidget(button);
    section->layout()->addWidget(row);
    const QString why = tr("Kräver att rätten att se dem följer med inloggningen");
    button->setAccessibleDescription(why);
    button->setToolTip(why);
    addText(section, why, TextLabel::Tone::Muted, Theme::Text::Small);
    return section;
}

void ContextPane::addCommand(QWidget* section, const ContextCommand& command, bool isNewest)
{
    auto* row = new QWidget(section);
    row->setAccessibleName(command.what + u", "_s + command.standing);
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(2);
    addText(row, command.what);
    auto* where = new QHBoxLayout;
    where->setSpacing(6);
    where->addWidget(new StandingMark(m_theme, command.state, row), 0, Qt::AlignTop);
    auto* words = new TextLabel(m_theme, Theme::Text::Small, StandingMark::toneOf(command.state), QFont::Normal, row);
    words->setText(command.standing);
    words->setWordWrap(true);
    where->addWidget(words, 1);
    column->addLayout(where);
    if (command.stopped) {
        auto* sides = new ConflictPanel(m_theme, *command.stopped, command.what, m_clock.now(), row);
        connect(sides, &ConflictPanel::chosen, this, &ContextPane::choiceMade);
        column->addWidget(sides);
        section->layout()->addWidget(row);
        return;
    }
    auto* buttons = new QWidget(row);
    auto* flow = new FlowLayout(8, 4, buttons);
    const care::CommandId id = command.id;
    if (command.canUndo) {
        auto* undo = new QPushButton(tr("Ångra"), buttons);
        undo->setObjectName(u"undo-"_s + id.text());
        undo->setAccessibleName(tr("Ångra %1").arg(command.what.toLower()));
        undo->setToolTip(isNewest ? tr("Ångra (U)") : tr("Ångra"));
        connect(undo, &QPushButton::clicked, this, [this, id] { Q_EMIT undoRequested(id); });
        flow->addWidget(undo);
    }
    if (command.canRetry) {
        auto* retry = new QPushButton(tr("Försök igen"), buttons);
        retry->setObjectName(u"retry-"_s + id.text());
        retry->setAccessibleName(tr("Försök igen: %1").arg(command.what.toLower()));
        connect(retry, &QPushButton::clicked, this, [this, id] { Q_EMIT retryRequested(id); });
        flow->addWidget(retry);
    }
    column->addWidget(buttons);
    section->layout()->addWidget(row);
}

} // namespace mottaget::ui
