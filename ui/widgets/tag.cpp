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

int markWidth(Tag::Mark mark)
{
    switch (mark) {
    case Tag::Mark::None: return 0;
    case Tag::Mark::Lock: return hatchWidth + lockWidth;
    case Tag::Mark::Hatched: return hatchWidth;
    }
    Q_UNREACHABLE();
}

void paintMark(QPainter& painter, int height, Tag::Mark mark, const QColor& ink)
{
    // The pattern stands beside the text and not under it, so that both stay readable.
    painter.save();
    painter.setClipRect(QRect(0, 0, hatchWidth - 4, height), Qt::IntersectClip);
    painter.setPen(QPen(ink, 1.5));
    for (int x = -height; x < hatchWidth; x += hatchStep)
        painter.drawLine(x, height, x + height, 0);
    painter.restore();
    if (mark != Tag::Mark::Lock)
        return;
    const qreal left = hatchWidth + 2;
    const qreal middle = height / 2.0;
    painter.setPen(QPen(ink, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(left + 1.5, middle - 5, 5, 7), 0, 180 * 16);
    painter.setBrush(ink);
    painter.drawRoundedRect(QRectF(left, middle - 1, 8, 5), 1, 1);
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

QSize Tag::sizeOf(const QFont& font, const QString& text, Mark mark)
{
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(text) + 2 * sideRoom + markWidth(mark), metrics.height() + 2 * lineRoom};
}

QSize Tag::sizeHint() const
{
    return sizeOf(font(), m_text, m_mark);
}

void Tag::paint(QPainter& painter, const QRect& rect, const Theme& theme, const QString& text, Tone tone, Mark mark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    const QRect box(QPoint(0, 0), rect.size());
    const auto [ground, ink] = groundAndInk(theme.tokens(), tone);
    const bool isBordered = tone == Tone::Neutral || theme.kind() == ThemeKind::HighContrast;
    QPainterPath shape;
    shape.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.fillPath(shape, ground);
    if (mark != Mark::None) {
        painter.save();
        painter.setClipPath(shape);
        paintMark(painter, box.height(), mark, ink);
        painter.restore();
    }
    if (isBordered)
        painter.strokePath(shape, tone == Tone::Neutral ? theme.tokens().line : ink);
    painter.setPen(ink);
    painter.drawText(box.adjusted(sideRoom + markWidth(mark), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    painter.restore();
}

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_theme, m_text, m_tone, m_mark);
}

} // namespace mottaget::ui
