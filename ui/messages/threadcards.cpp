// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/threadcards.h"

#include "ui/messages/card.h"
#include "ui/messages/renewaltable.h"
#include "ui/widgets/columnslayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/standingmark.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::ThreadCards)

public:
    static QString noAnswer() { return tr("Inget svar"); }
    static QString fetch() { return tr("Hämta"); }
    static QString fetchOf(const QString& name) { return tr("Hämta %1").arg(name); }
    static QString emptyForm() { return tr("Formuläret är tomt"); }
};

constexpr int cardWidth = 640;
constexpr int questionWidth = 190;
constexpr int indent = 16;
constexpr int stackBelow = 300;

TextLabel* textIn(QWidget* parent, const Theme& theme, const QString& text, TextLabel::Tone tone, QFont::Weight weight = QFont::Normal)
{
    auto* label = new TextLabel(theme, Theme::Text::Body, tone, weight, parent);
    label->setText(text);
    label->setWordWrap(true);
    label->setSelectable(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

//! Who, how they relate to the patient, and to the right when and where it stands; begins a new line where there is no room.
QWidget* headingOf(const Theme& theme, const ThreadItem& item, TextLabel::Tone tone, QWidget* parent)
{
    auto* line = new QWidget(parent);
    auto* flow = new FlowLayout(8, 0, line);
    auto* who = new TextLabel(theme, Theme::Text::Small, tone, item.kind == ThreadItem::Kind::Note ? QFont::Normal : QFont::DemiBold, line);
    who->setText(item.heading);
    who->setWrapsLate();
    flow->addWidget(who);
    if (!item.detail.isEmpty()) {
        auto* detail = new TextLabel(theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::Normal, line);
        detail->setText(item.detail);
        detail->setWrapsLate();
        flow->addWidget(detail);
    }
    flow->addRightEnd();
    auto* trailing =
        new TextLabel(theme, Theme::Text::Small, item.kind == ThreadItem::Kind::Note ? tone : item.trailingTone, QFont::Normal, line);
    trailing->setObjectName(u"trailing"_s);
    trailing->setText(item.trailing);
    trailing->setWrapsLate();
    if (!item.standing) {
        flow->addWidget(trailing);
        return line;
    }
    auto* pair = new QWidget(line); // the mark stays with its words
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new StandingMark(theme, *item.standing, pair), 0, Qt::AlignTop);
    row->addWidget(trailing, 1);
    flow->addWidget(pair);
    return line;
}

TextLabel* adviceOf(const Theme& theme, const QString& advice, QWidget* parent)
{
    auto* label = new TextLabel(theme, Theme::Text::Small, TextLabel::Tone::Danger, QFont::Normal, parent);
    label->setObjectName(u"advice"_s);
    label->setText(advice);
    label->setWordWrap(true);
    label->setSelectable(true);
    return label;
}

//! What was done, in one line across the thread; an own action has its mark before it.
QWidget* eventOf(const Theme& theme, const ThreadItem& item, QWidget* parent)
{
    auto* place = new QWidget(parent);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    auto* event =
        new TextLabel(theme, Theme::Text::Small, item.standing ? item.trailingTone : TextLabel::Tone::Muted, QFont::Normal, place);
    event->setText(item.text);
    event->setSelectable(true);
    if (item.standing) {
        event->setWrapsLate();
        line->addStretch(1);
        line->addWidget(new StandingMark(theme, *item.standing, place), 0, Qt::AlignTop);
        line->addWidget(event);
        line->addStretch(1);
    } else {
        event->setWordWrap(true);
        event->setAlignment(Qt::AlignHCenter);
        line->addWidget(event);
    }
    column->addLayout(line);
    if (!item.advice.isEmpty()) {
        TextLabel* advice = adviceOf(theme, item.advice, place);
        advice->setAlignment(Qt::AlignHCenter);
        column->addWidget(advice);
    }
    return place;
}

QWidget* answerRow(const Theme& theme, const care::FormAnswer& answer, bool isGroup, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* layout = new ColumnsLayout({{2, questionWidth}, {5}}, 12, stackBelow, row);
    auto* question = textIn(
        row, theme, answer.question, isGroup ? TextLabel::Tone::Plain : TextLabel::Tone::Muted, isGroup ? QFont::DemiBold : QFont::Normal);
    question->setContentsMargins(indent * answer.depth, 0, 0, 0);
    layout->addWidget(question);
    if (isGroup)
        return row;
    const bool isEmpty = answer.answer.isEmpty();
    auto* value =
        textIn(row, theme, isEmpty ? Words::noAnswer() : answer.answer, isEmpty ? TextLabel::Tone::Muted : TextLabel::Tone::Plain);
    value->setAccessibleName(answer.question + u' ' + value->text());
    question->setBuddy(value);
    layout->addWidget(value);
    return row;
}

QWidget* answersOf(const Theme& theme, const ThreadItem& item, QWidget* parent)
{
    auto* table = new QWidget(parent);
    auto* column = new QVBoxLayout(table);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (int i = 0; i < item.answers.size(); ++i) {
        const care::FormAnswer& answer = item.answers.at(i);
        const bool isGroup = answer.answer.isEmpty() && i + 1 < item.answers.size() && item.answers.at(i + 1).depth > answer.depth;
        column->addWidget(answerRow(theme, answer, isGroup, table));
    }
    return table;
}

//! What came along, where its content is, and the way to have it fetched.
QWidget* attachmentRow(const Theme& theme, const AttachmentLine& file, QWidget* parent)
{
    auto* row = new QWidget(parent);
    row->setObjectName(u"attachment-"_s + file.id);
    row->setAccessibleName(file.name + u", "_s + file.standing);
    auto* flow = new FlowLayout(8, 2, row);
    auto* name = new TextLabel(theme, Theme::Text::Body, TextLabel::Tone::Plain, QFont::Normal, row);
    name->setText(file.name);
    name->setWrapsLate();
    flow->addWidget(name);
    auto* standing = new TextLabel(theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::Normal, row);
    standing->setObjectName(u"attachmentStanding"_s);
    standing->setText(file.standing);
    standing->setWrapsLate();
    flow->addWidget(standing);
    if (file.canFetch) {
        auto* fetch = new QPushButton(Words::fetch(), row);
        fetch->setObjectName(u"fetch-"_s + file.id);
        fetch->setAccessibleName(Words::fetchOf(file.name));
        fetch->setProperty("attachment", file.id);
        flow->addWidget(fetch);
    }
    return row;
}

Card* cardOf(const Theme& theme, const ThreadItem& item, QWidget* parent)
{
    using enum ThreadItem::Kind;
    const auto look = item.kind == Note ? Card::Look::Note : item.kind == OwnMessage ? Card::Look::Own : Card::Look::Resident;
    auto* card = new Card(theme, look, parent);
    card->setObjectName(u"threadCard-"_s + item.id);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(6);
    const auto tone = item.kind == Note ? TextLabel::Tone::Note : TextLabel::Tone::Muted;
    column->addWidget(headingOf(theme, item, tone, card));
    if (!item.answers.isEmpty())
        column->addWidget(answersOf(theme, item, card));
    if (!item.lines.isEmpty())
        column->addWidget(new RenewalTable(theme, item.lines, card));
    if (!item.text.isEmpty())
        column->addWidget(textIn(card, theme, item.text, TextLabel::Tone::Plain));
    if (item.kind == Form && item.answers.isEmpty() && item.lines.isEmpty())
        column->addWidget(textIn(card, theme, Words::emptyForm(), TextLabel::Tone::Muted));
    for (const AttachmentLine& file : item.attachments)
        column->addWidget(attachmentRow(theme, file, card));
    if (!item.advice.isEmpty())
        column->addWidget(adviceOf(theme, item.advice, card));
    return card;
}

} // namespace

QWidget* makeThreadCard(const Theme& theme, const ThreadItem& item, QWidget* parent)
{
    auto* row = new QWidget(parent);
    row->setObjectName(u"threadItem-"_s + item.id);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QStringList spoken {item.heading, item.detail, item.trailing, item.text, item.advice};
    spoken.removeAll(QString());
    row->setAccessibleName(spoken.join(u". "_s));
    if (item.kind == ThreadItem::Kind::Event) {
        layout->addWidget(eventOf(theme, item, row));
        return row;
    }
    Card* card = cardOf(theme, item, row);
    // A table of medicines takes the width it gets: its lines should not have to wrap.
    card->setMaximumWidth(item.lines.isEmpty() ? cardWidth : QWIDGETSIZE_MAX);
    const bool isOwn = item.kind == ThreadItem::Kind::OwnMessage;
    if (isOwn)
        layout->addStretch(0);
    layout->addWidget(card, 1);
    if (!isOwn)
        layout->addStretch(0);
    return row;
}

} // namespace mottaget::ui
