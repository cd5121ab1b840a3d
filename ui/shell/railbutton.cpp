// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/railbutton.h"

#include <QGuiApplication>
#include <QLocale>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace mottaget::ui {

RailButton::RailButton(const QString& title, QWidget* parent) : QPushButton(title, parent)
{
    setCheckable(true);
    setAutoExclusive(true);
}

void RailButton::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? text() + QStringLiteral(", ") + QLocale().toString(count) : text());
    update();
}

QSize RailButton::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold); // as it is when chosen
    constexpr int sides = 32;
    const int words = QFontMetrics(bold).horizontalAdvance(text()) + fontMetrics().horizontalAdvance(QStringLiteral("0000"));
    return {words + sides, QPushButton::sizeHint().height()};
}

void RailButton::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    if (m_count == 0)
        return;
    QStylePainter painter(this);
    // The application's palette: a style sheet gives the widget's own a fainter ink than the theme's.
    painter.setPen(QGuiApplication::palette().color(isChecked() ? QPalette::Link : QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(m_count));
}

} // namespace mottaget::ui
