// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/standingmark.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace mottaget::ui {

namespace {

using session::ActionState;

// All are drawn in a square of 16.
constexpr qreal side = 16;

void drawCheck(QPainter& painter, qreal shift)
{
    painter.drawPolyline(QPolygonF({{2.5 + shift, 8.5}, {5.5 + shift, 11.5}, {11 + shift, 4.5}}));
}

void drawTriangle(QPainter& painter)
{
    painter.drawPolygon(QPolygonF({{8, 2}, {14.5, 13.5}, {1.5, 13.5}}));
    painter.drawLine(QPointF(8, 6), QPointF(8, 9.5));
    painter.drawPoint(QPointF(8, 11.7));
}

void drawQuestion(QPainter& painter)
{
    painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
    painter.drawArc(QRectF(5.8, 4.2, 4.4, 4.2), -80 * 16, 260 * 16);
    painter.drawPoint(QPointF(8.3, 11.3));
}

void draw(QPainter& painter, ActionState state)
{
    switch (state) {
    case ActionState::SavedHere: // laid down here
        painter.drawPolyline(QPolygonF({{2, 9.5}, {2, 13.5}, {14, 13.5}, {14, 9.5}}));
        painter.drawLine(QPointF(8, 2), QPointF(8, 10));
        painter.drawPolyline(QPolygonF({{5, 7}, {8, 10}, {11, 7}}));
        return;
    case ActionState::Waiting: // a clock
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        painter.drawPolyline(QPolygonF({{8, 4.5}, {8, 8.2}, {10.8, 9.8}}));
        return;
    case ActionState::Sending: // upwards
        painter.drawLine(QPointF(8, 3), QPointF(8, 13.5));
        painter.drawPolyline(QPolygonF({{4, 7}, {8, 3}, {12, 7}}));
        return;
    case ActionState::Confirming: drawQuestion(painter); return;
    case ActionState::Sent: drawCheck(painter, 1); return;
    case ActionState::Received:
        drawCheck(painter, -1);
        drawCheck(painter, 3.5);
        return;
    case ActionState::Read: // an eye
        painter.drawArc(QRectF(1, 4, 14, 13), 30 * 16, 120 * 16);
        painter.drawArc(QRectF(1, -1, 14, 13), 210 * 16, 120 * 16);
        painter.drawEllipse(QPointF(8, 8), 1.8, 1.8);
        return;
    case ActionState::NeedsPerson: drawTriangle(painter); return;
    case ActionState::Refused:
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        painter.drawLine(QPointF(5.2, 5.2), QPointF(10.8, 10.8));
        painter.drawLine(QPointF(10.8, 5.2), QPointF(5.2, 10.8));
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

StandingMark::StandingMark(const Theme& theme, session::ActionState state, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_state(state)
{
    setObjectName(QStringLiteral("standingMark"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StandingMark::setState(session::ActionState state)
{
    m_state = state;
    update();
}

QSize StandingMark::sizeHint() const
{
    const int height = QFontMetrics(m_theme.font(Theme::Text::Small)).height();
    return {height, height};
}

TextLabel::Tone StandingMark::toneOf(session::ActionState state)
{
    using enum session::ActionState;
    switch (state) {
    case NeedsPerson:
    case Refused: return TextLabel::Tone::Danger;
    case SavedHere:
    case Waiting:
    case Sending:
    case Confirming: return TextLabel::Tone::Warning;
    case Sent:
    case Received:
    case Read: return TextLabel::Tone::Muted;
    }
    Q_UNREACHABLE();
}

void StandingMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal scale = std::min(width(), height()) / side;
    painter.scale(scale, scale);
    painter.setPen(QPen(colorOf(m_theme.tokens(), toneOf(m_state)), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    draw(painter, m_state);
}

} // namespace mottaget::ui
