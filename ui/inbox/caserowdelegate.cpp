// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/caserowdelegate.h"

#include "ui/models/caselistmodel.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sidePadding = 16;
constexpr int badgePadding = 6;
constexpr int gap = 8;

struct Colors {
    QColor ground, ink;
};

Colors colorsOf(Tag::Tone tone, const Tokens& tokens)
{
    switch (tone) {
    case Tag::Tone::Accent: return {tokens.accentSoft, tokens.accent};
    case Tag::Tone::Info: return {tokens.infoSoft, tokens.info};
    case Tag::Tone::Warning: return {tokens.warningSoft, tokens.warning};
    case Tag::Tone::Danger: return {tokens.dangerSoft, tokens.danger};
    case Tag::Tone::Success: return {tokens.successSoft, tokens.success};
    case Tag::Tone::Neutral: return {tokens.raised, tokens.muted};
    }
    Q_UNREACHABLE();
}

int linePadding(Density density)
{
    switch (density) {
    case Density::Compact: return 4;
    case Density::Normal: return 8;
    case Density::Roomy: return 13;
    }
    Q_UNREACHABLE();
}

} // namespace

CaseRowDelegate::CaseRowDelegate(const Theme& theme, const Clock& clock, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_clock(clock)
{
}

int CaseRowDelegate::lineHeight() const
{
    return QFontMetrics(m_theme.font(Theme::Text::Body)).height() + 3;
}

int CaseRowDelegate::rowHeight() const
{
    return 3 * lineHeight() + 2 * linePadding(m_density);
}

QSize CaseRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight()};
}

RowTexts CaseRowDelegate::textsAt(const QModelIndex& index) const
{
    const QVariant value = index.data(CaseListModel::RowRole);
    return value.isValid() ? RowWords::textsOf(value.value<care::CaseRow>(), m_me, m_clock.now()) : RowTexts {};
}

void CaseRowDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, bool isOpened) const
{
    const Tokens& tokens = m_theme.tokens();
    const QRect rect = option.rect;
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(rect, isCurrent || isOpened ? tokens.selection : tokens.surface);
    if (isOpened)
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), tokens.accent);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);
    if (isCurrent && option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -2, -2));
    }
}

int CaseRowDelegate::paintBadge(QPainter& painter, int right, int top, const RowBadge& badge) const
{
    if (badge.text.isEmpty())
        return right;
    const Tokens& tokens = m_theme.tokens();
    const Colors colors = colorsOf(badge.tone, tokens);
    painter.setFont(m_theme.font(Theme::Text::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const int mark = badge.mark == Tag::Mark::Lock ? metrics.height() - 2 : 0;
    const int width = metrics.horizontalAdvance(badge.text) + 2 * badgePadding + mark;
    const QRect box(right - width, top, width, metrics.height() + 2);
    painter.setRenderHint(QPainter::Antialiasing);
    // Where grounds have no tint, or the badge has no tone, an edge holds it together.
    painter.setPen(badge.tone == Tag::Tone::Neutral || colors.ground == tokens.surface
            ? QPen(colors.ground == tokens.surface ? colors.ink : tokens.line, 1)
            : QPen(Qt::NoPen));
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(colors.ink);
    if (mark > 0) {
        // A small padlock: protection is never told by colour alone.
        const qreal unit = metrics.height() / 14.0;
        const QPointF at(box.left() + badgePadding, box.top() + 3 * unit);
        painter.drawArc(QRectF(at.x() + 1.5 * unit, at.y(), 5 * unit, 6 * unit), 0, 180 * 16);
        painter.setBrush(colors.ink);
        painter.drawRect(QRectF(at.x(), at.y() + 3.5 * unit, 8 * unit, 5 * unit));
    }
    painter.drawText(box.adjusted(badgePadding + mark, 0, -badgePadding, 0), Qt::AlignVCenter | Qt::AlignLeft, badge.text);
    return box.left() - gap;
}

void CaseRowDelegate::paintRow(QPainter& painter, const QRect& area, const RowTexts& texts) const
{
    const Tokens& tokens = m_theme.tokens();
    const int line = lineHeight();
    // First line: the name and number stand whole; badges take what is left, the due badge first.
    QFont nameFont = m_theme.font(Theme::Text::Body, QFont::DemiBold);
    nameFont.setItalic(!texts.nameIsPerson);
    painter.setFont(nameFont);
    painter.setPen(tokens.text);
    const int nameWidth = painter.fontMetrics().horizontalAdvance(texts.name);
    painter.drawText(QRect(area.left(), area.top(), nameWidth + 2, line), Qt::AlignVCenter | Qt::TextSingleLine, texts.name);
    painter.setFont(m_theme.font(Theme::Text::Body));
    painter.setPen(tokens.muted);
    const int numberLeft = area.left() + nameWidth + gap;
    const int numberWidth = painter.fontMetrics().horizontalAdvance(texts.number);
    const bool numberFits = numberLeft + numberWidth <= area.right();
    if (numberFits)
        painter.drawText(QRect(numberLeft, area.top(), numberWidth + 2, line), Qt::AlignVCenter | Qt::TextSingleLine, texts.number);
    const int taken = (numberFits ? numberLeft + numberWidth : area.left() + nameWidth) + gap;
    const QFontMetrics small(m_theme.font(Theme::Text::Small));
    const bool dueFits = area.right() - small.horizontalAdvance(texts.due.text) - 2 * badgePadding >= taken;
    if (dueFits)
        (void)paintBadge(painter, area.right(), area.top() + 1, texts.due);

    // Second line: what it is about, and who has it.
    const QRect second(area.left(), area.top() + line, area.width(), line);
    painter.setFont(m_theme.font(Theme::Text::Body));
    painter.setPen(tokens.text);
    const QString owner = texts.owner.isEmpty() ? u"–"_s : texts.owner;
    const int ownerWidth = painter.fontMetrics().horizontalAdvance(owner);
    painter.drawText(second.adjusted(0, 0, -ownerWidth - gap, 0), Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(texts.subject, Qt::ElideRight, second.width() - ownerWidth - gap));
    painter.setPen(tokens.muted);
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignRight, owner);

    // Third line: a number that found no room above, why it stands here, and the badges.
    const QRect third(area.left(), area.top() + 2 * line, area.width(), line);
    int right = paintBadge(painter, third.right(), third.top() + 1, texts.standing);
    if (!dueFits)
        right = paintBadge(painter, right, third.top() + 1, texts.due);
    for (const RowBadge& badge : texts.badges)
        right = paintBadge(painter, right, third.top() + 1, badge);
    painter.setFont(m_theme.font(Theme::Text::Small));
    painter.setPen(tokens.muted);
    const QString words = numberFits ? texts.reason : texts.number + u"  "_s + texts.reason;
    painter.drawText(QRect(third.left(), third.top(), std::max(0, right - third.left()), line), Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(words, Qt::ElideRight, std::max(0, right - third.left())));
}

void CaseRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QVariant value = index.data(CaseListModel::RowRole);
    const bool isOpened = value.isValid() && m_opened && value.value<care::CaseRow>().id == *m_opened;
    paintGround(*painter, option, isOpened);
    const QRect area = option.rect.adjusted(sidePadding, linePadding(m_density), -sidePadding, -linePadding(m_density));
    if (value.isValid()) {
        paintRow(*painter, area, textsAt(index));
    } else {
        // Not here yet: quiet bars, no words that could be read as a case.
        for (int bar = 0; bar < 2; ++bar)
            painter->fillRect(
                QRect(area.left(), area.top() + bar * lineHeight() + 5, area.width() / (2 + bar), 6), m_theme.tokens().raised);
    }
    painter->restore();
}

} // namespace mottaget::ui
