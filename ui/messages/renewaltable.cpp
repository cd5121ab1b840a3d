// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/renewaltable.h"

#include "ui/messages/card.h"
#include "ui/widgets/columnslayout.h"
#include "ui/widgets/textlabel.h"

#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

constexpr int stackBelow = 420;
const QList<ColumnsLayout::Column> shares {{4}, {5}, {3}};

TextLabel* label(const Theme& theme, const QString& text, TextLabel::Tone tone, QFont::Weight weight, QWidget* parent,
    Theme::Text size = Theme::Text::Body)
{
    auto* made = new TextLabel(theme, size, tone, weight, parent);
    made->setText(text);
    made->setWordWrap(true);
    made->setSelectable(true);
    made->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return made;
}

//! Attributes of a medicine, one below the other; empty ones are left out.
QWidget* cell(const QList<TextLabel*>& attributes, QWidget* parent)
{
    auto* made = new QWidget(parent);
    auto* column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (TextLabel* attribute : attributes)
        column->addWidget(attribute);
    return made;
}

} // namespace

QString RenewalTable::unbroken(QString text)
{
    static const QRegularExpression space(u"(?<=\\d) (?=\\p{L}|%)"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression perUnit(u"(?<=\\p{L})/(?=\\p{L}|\\d)"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(space, QString(QChar::Nbsp)).replace(perUnit, u"/\u2060"_s);
}

RenewalTable::RenewalTable(const Theme& theme, const QList<care::RenewalLine>& lines, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(new QWidget(this))
{
    setObjectName(u"renewalTable"_s);
    setAccessibleName(tr("Läkemedel att förnya"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    auto* head = new ColumnsLayout(shares, 16, stackBelow, m_head);
    for (const QString& text : {tr("Läkemedel"), tr("Dosering"), leftAtHome()})
        head->addWidget(label(theme, text, TextLabel::Tone::Muted, QFont::Medium, m_head, Theme::Text::Small));
    column->addWidget(m_head);
    for (const care::RenewalLine& line : lines) {
        column->addWidget(new Separator(theme, this));
        column->addWidget(row(line));
    }
}

QString RenewalTable::leftAtHome()
{
    //: What is left of a medicine at the resident's home.
    return tr("Kvar hemma");
}

QWidget* RenewalTable::row(const care::RenewalLine& line)
{
    const auto attribute = [&](const QString& text, TextLabel::Tone tone, QFont::Weight weight = QFont::Normal) {
        return label(m_theme, text, tone, weight, this);
    };
    const auto given = [&](const QString& text) { return text.isEmpty() ? tr("Uppgift saknas") : unbroken(text); };
    using enum TextLabel::Tone;
    auto* made = new QWidget(this);
    made->setAccessibleName(QStringList {line.drug, line.strength, line.dosage, line.indication, line.remaining}.join(u", "_s));
    auto* layout = new ColumnsLayout(shares, 16, stackBelow, made);
    QList<TextLabel*> medicine {attribute(given(line.drug), Plain, QFont::DemiBold)};
    if (!line.strength.isEmpty())
        medicine.append(attribute(unbroken(line.strength), Muted));
    QList<TextLabel*> dosage {attribute(given(line.dosage), Plain)};
    if (!line.indication.isEmpty())
        //: %1 is what a medicine is taken for.
        dosage.append(attribute(tr("För: %1").arg(line.indication), Muted));
    auto* caption = label(m_theme, leftAtHome(), Muted, QFont::Medium, this, Theme::Text::Small);
    caption->hide();
    m_captions.append(caption);
    QList<TextLabel*> remaining {caption, attribute(given(line.remaining), Plain)};
    if (line.decided)
        //: A medicine line that somebody has decided on.
        remaining.append(attribute(tr("Beslutad"), Muted));
    for (const auto& attributes : {medicine, dosage, remaining})
        layout->addWidget(cell(attributes, made));
    return made;
}

void RenewalTable::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isStacked = width() < stackBelow;
    m_head->setVisible(!isStacked);
    for (TextLabel* caption : std::as_const(m_captions))
        caption->setVisible(isStacked);
}

} // namespace mottaget::ui
