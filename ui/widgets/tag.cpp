// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tag.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace mottaget::ui {

namespace {

constexpr int sideRoom = 6;
constexpr int lineRoom = 1;
constexpr int hatchWidth = 12;
constexpr int hatchStep = 5;
constexpr int lockWidth = 14;
constexpr qreal corner = 4;

std::pair<QColor, QColor> groundAndInk(const Tokens& tokens, Tag::Tone tone)
{
    using enum Tag::Tone;
    switch (tone) {
    case Neutral: return {tokens.raised, tokens.muted};
    case Accent: return {tokens.accentSoft, tokens.accent};
    case Info: return {tokens.infoSoft, tokens.info};
    case Warning: return {tokens.warningSoft, tokens.warning};
    case Danger: return {tokens.dangerSoft, tokens.danger};
    case Success: return {tokens.successSoft, tokens.success};
    }
    Q_UNREACHABLE();
}

} // namespace

Tag::Tag(const Theme& theme, QString text, Tone tone, Mark mark, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(std::move(text))
    , m_tone(tone)
    , m_mark(mark)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(theme.font(Theme::Text::Small));
    setAccessibleName(m_text);
    connect(&theme, &Theme::changed, this, [this] {
        setFont(m_theme.font(Theme::Text::Small));
        update();
    });
}

void Tag::show(const QString& text, Tone tone)
{
    if (text == m_text && tone == m_tone)
        return;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

int Tag::markWidth() const
{
    switch (m_mark) {
    case Mark::None: return 0;
    case Mark::Lock: return hatchWidth + lockWidth;
    case Mark::Hatched: return hatchWidth;
    }
    Q_UNREACHABLE();
}

QSize Tag::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_text) + 2 * sideRoom + markWidth(), metrics.height() + 2 * lineRoom};
}

void Tag::paintMark(QPainter& painter, const QColor& ink) const
{
    // The pattern stands beside the text and not under it, so that both stay readable.
    painter.save();
    painter.setClipRect(QRect(0, 0, hatchWidth - 4, height()), Qt::IntersectClip);
    painter.setPen(QPen(ink, 1.5));
    for (int x = -height(); x < hatchWidth; x += hatchStep)
        painter.drawLine(x, height(), x + height(), 0);
    painter.restore();
    if (m_mark != Mark::Lock)
        return;
    const qreal left = hatchWidth + 2;
    const qreal middle = height() / 2.0;
    painter.setPen(QPen(ink, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(left + 1.5, middle - 5, 5, 7), 0, 180 * 16);
    painter.setBrush(ink);
    painter.drawRoundedRect(QRectF(left, middle - 1, 8, 5), 1, 1);
}

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto [ground, ink] = groundAndInk(m_theme.tokens(), m_tone);
    const bool isBordered = m_tone == Tone::Neutral || m_theme.kind() == ThemeKind::HighContrast;
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.fillPath(shape, ground);
    if (m_mark != Mark::None) {
        painter.save();
        painter.setClipPath(shape);
        paintMark(painter, ink);
        painter.restore();
    }
    if (isBordered)
        painter.strokePath(shape, m_tone == Tone::Neutral ? m_theme.tokens().line : ink);
    painter.setPen(ink);
    painter.drawText(rect().adjusted(sideRoom + markWidth(), 0, -sideRoom, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

} // namespace mottaget::ui
