// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/contextpane.h"

#include "ui/widgets/flowlayout.h"

#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

ContextPane::ContextPane(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme)
{
    setObjectName(u"contextPane"_s);
    setAccessibleName(tr("Mer om ärendet"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(paneWidth);
    setFocusPolicy(Qt::NoFocus);
}

void ContextPane::show(const ContextText& text)
{
    if (m_content && m_text == text)
        return;
    m_text = text;
    const int place = verticalScrollBar()->value();
    const QString focused =
        m_content && m_content->focusWidget() && m_content->isAncestorOf(focusWidget()) ? focusWidget()->objectName() : QString();
    build();
    verticalScrollBar()->setValue(place);
    if (auto* again = focused.isEmpty() ? nullptr : m_content->findChild<QWidget*>(focused))
        again->setFocus();
}

void ContextPane::build()
{
    m_content = new QWidget;
    m_content->setObjectName(u"contextContent"_s);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(16, 14, 16, 16);
    m_column->setSpacing(16);
    addText(addSection(tr("Fast vårdkontakt"), u"careContact"_s), m_text.careContact);
    QVBoxLayout* clocks = addSection(tr("Frister"), u"clocks"_s);
    for (const ContextLine& line : m_text.clocks)
        addClock(clocks, line);
    addOtherCases();
    if (!m_text.booking.isEmpty())
        addText(addSection(tr("Bokning"), u"booking"_s), m_text.booking);
    addText(addSection(tr("Journalförd"), u"journal"_s), m_text.journal, TextLabel::Tone::Muted);
    if (!m_text.commands.isEmpty()) {
        QVBoxLayout* section = addSection(tr("Dina åtgärder"), u"commands"_s);
        for (int i = 0; i < m_text.commands.size(); ++i)
            addCommand(section, m_text.commands.at(i), i + 1 == m_text.commands.size());
    }
    if (!m_text.fetched.isEmpty())
        addText(m_column, m_text.fetched, TextLabel::Tone::Muted, Theme::Text::Small);
    m_column->addStretch(1);
    setWidget(m_content);
    m_content->show();
}

QVBoxLayout* ContextPane::addSection(const QString& title, const QString& name)
{
    auto* section = new QWidget(m_content);
    section->setObjectName(u"context-"_s + name);
    section->setAccessibleName(title);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* heading = new TextLabel(m_theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::DemiBold, section);
    heading->setText(title);
    column->addWidget(heading);
    m_column->addWidget(section);
    return column;
}

void ContextPane::addText(QVBoxLayout* section, const QString& text, TextLabel::Tone tone, Theme::Text size)
{
    auto* label = new TextLabel(m_theme, size, tone, QFont::Normal, m_content);
    label->setText(text);
    label->setWordWrap(true);
    label->setSelectable(true);
    section->addWidget(label);
}

void ContextPane::addClock(QVBoxLayout* section, const ContextLine& line)
{
    auto* row = new QWidget(m_content);
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
    section->addWidget(row);
    if (!line.why.isEmpty()) {
        addText(section, line.why, TextLabel::Tone::Muted, Theme::Text::Small);
        section->addSpacing(4);
    }
}

void ContextPane::addOtherCases()
{
    QVBoxLayout* section = addSection(tr("Mer om patienten"), u"otherCases"_s);
    if (m_text.otherOpenCases == 0) {
        addText(section, tr("Inga andra öppna ärenden"), TextLabel::Tone::Muted);
        return;
    }
    auto* row = new QWidget(m_content);
    auto* flow = new FlowLayout(8, 4, row);
    auto* button = new QPushButton(tr("Visa andra öppna ärenden (%1)").arg(m_text.otherOpenCases), row);
    button->setObjectName(u"showOtherCases"_s);
    button->setAccessibleName(button->text());
    button->setEnabled(false);
    flow->addWidget(button);
    section->addWidget(row);
    const QString why = tr("Kräver att rätten att se dem följer med inloggningen");
    button->setAccessibleDescription(why);
    button->setToolTip(why);
    addText(section, why, TextLabel::Tone::Muted, Theme::Text::Small);
}

void ContextPane::addCommand(QVBoxLayout* section, const ContextCommand& command, bool isNewest)
{
    auto* row = new QWidget(m_content);
    row->setAccessibleName(command.what + u", "_s + command.standing);
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(2);
    addText(column, command.what);
    addText(column, command.standing, command.needsAttention ? TextLabel::Tone::Danger : TextLabel::Tone::Warning, Theme::Text::Small);
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
    section->addWidget(row);
}

} // namespace mottaget::ui
