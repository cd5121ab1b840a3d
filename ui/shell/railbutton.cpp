// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/railbutton.h"

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

void RailButton::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    if (m_count == 0)
        return;
    QStylePainter painter(this);
    painter.setPen(palette().color(isChecked() ? QPalette::Link : QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(m_count));
}

} // namespace mottaget::ui
