// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/card.h"

#include <QPainter>
#include <QPainterPath>

namespace mottaget::ui {

namespace {

constexpr qreal corner = 8;
constexpr int noteBar = 3;

struct Colors {
    QColor ground;
    QColor edge;
};

Colors colorsOf(const Tokens& tokens, Card::Look look)
{
    using enum Card::Look;
    switch (look) {
    case Resident: return {tokens.surface, tokens.line};
    case Own: return {tokens.accentSoft, tokens.accentSoft};
    case Note: return {tokens.noteSoft, tokens.note};
    case Notice: return {tokens.warningSoft, tokens.warning};
    }
    Q_UNREACHABLE();
}

} // namespace

Card::Card(const Theme& theme, Look look, QWidget* parent) : QFrame(parent), m_theme(theme), m_look(look)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto [ground, edge] = colorsOf(m_theme.tokens(), m_look);
    const bool hasBar = m_look == Look::Note || m_look == Look::Notice;
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    if (hasBar)
        painter.setClipRect(rect());
    painter.fillPath(shape, ground);
    if (hasBar)
        painter.fillRect(QRect(0, 0, noteBar, height()), edge);
    const bool isOutlined = m_look == Look::Resident || m_theme.kind() == ThemeKind::HighContrast;
    if (isOutlined)
        painter.strokePath(shape, m_look == Look::Own ? m_theme.tokens().accent : edge);
}

Separator::Separator(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Separator::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().line);
}

} // namespace mottaget::ui
