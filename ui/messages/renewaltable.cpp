// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/renewaltable.h"

#include "ui/messages/card.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

constexpr int columns = 3;

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

//! Two attributes, one below the other; the second only when it is there.
QWidget* pair(const Theme& theme, const QString& first, QFont::Weight weight, const QString& second, QWidget* parent)
{
    auto* cell = new QWidget(parent);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(label(theme, first, TextLabel::Tone::Plain, weight, cell));
    if (!second.isEmpty())
        column->addWidget(label(theme, second, TextLabel::Tone::Muted, QFont::Normal, cell));
    column->addStretch(1);
    return cell;
}

} // namespace

QString RenewalTable::unbroken(QString text)
{
    static const QRegularExpression space(u"(?<=\\d) (?=\\p{L}|%)"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(space, QString(QChar::Nbsp));
}

RenewalTable::RenewalTable(const Theme& theme, const QList<care::RenewalLine>& lines, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"renewalTable"_s);
    setAccessibleName(tr("Läkemedel att förnya"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 5);
    grid->setColumnStretch(2, 3);
    //: What is left of a medicine at the resident's home.
    const QString heads[columns] = {tr("Läkemedel"), tr("Dosering"), tr("Kvar hemma")};
    for (int column = 0; column < columns; ++column)
        grid->addWidget(label(theme, heads[column], TextLabel::Tone::Muted, QFont::Medium, this, Theme::Text::Small), 0, column);
    const QString missing = tr("Uppgift saknas");
    int row = 1;
    for (const care::RenewalLine& line : lines) {
        grid->addWidget(new Separator(theme, this), row++, 0, 1, columns);
        const QString drug = line.drug.isEmpty() ? missing : line.drug;
        const QString indication = line.indication.isEmpty() ? QString() : tr("För: %1").arg(line.indication);
        const QString dosage = line.dosage.isEmpty() ? missing : unbroken(line.dosage);
        QWidget* medicine = pair(theme, drug, QFont::DemiBold, unbroken(line.strength), this);
        medicine->setAccessibleName(QStringList {drug, line.strength, line.dosage, indication, line.remaining}.join(u", "_s));
        grid->addWidget(medicine, row, 0);
        grid->addWidget(pair(theme, dosage, QFont::Normal, indication, this), row, 1);
        grid->addWidget(pair(theme, line.remaining.isEmpty() ? missing : unbroken(line.remaining), QFont::Normal,
                            line.decided ? tr("Beslutad") : QString(), this),
            row++, 2);
    }
}

} // namespace mottaget::ui
