// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/caserowdelegate.h"

#include "ui/models/caselistmodel.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

namespace mottaget::ui {

namespace {

constexpr int sidePadding = 16;
constexpr int openedEdge = 3;

int linePadding(Density density)
{
    switch (density) {
    case Density::Compact: return 6;
    case Density::Normal: return 8;
    case Density::Roomy: return 14;
    }
    Q_UNREACHABLE();
}

int linesOf(Density density)
{
    return density == Density::Compact ? 2 : 3;
}

} // namespace

CaseRowDelegate::CaseRowDelegate(const Theme& theme, const Clock& clock, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_clock(clock)
{
}

RowRoom CaseRowDelegate::roomIn(const QRect& row) const
{
    RowRoom room;
    room.area = row.adjusted(sidePadding, linePadding(m_density), -sidePadding, -linePadding(m_density));
    room.name = m_theme.font(Theme::Text::Body, QFont::DemiBold);
    room.body = m_theme.font(Theme::Text::Body);
    room.small = m_theme.font(Theme::Text::Small);
    room.line = QFontMetrics(room.body).height() + 3;
    room.lines = linesOf(m_density);
    return room;
}

int CaseRowDelegate::rowHeight() const
{
    const RowRoom room = roomIn({});
    return room.lines * room.line + 2 * linePadding(m_density) + 1;
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

bool CaseRowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.data(CaseListModel::RowRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // As marked-up text, so that it wraps and nothing in it is taken for markup.
    QToolTip::showText(event->globalPos(), Qt::convertFromPlainText(RowWords::spoken(textsAt(index)), Qt::WhiteSpaceNormal), view);
    return true;
}

void CaseRowDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, bool isOpened) const
{
    const Tokens& tokens = m_theme.tokens();
    const QRect rect = option.rect;
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(rect, isCurrent || isOpened ? tokens.selection : tokens.surface);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);
    if (isOpened)
        painter.fillRect(QRect(rect.left(), rect.top(), openedEdge, rect.height()), tokens.accent);
    if (isCurrent && option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

void CaseRowDelegate::paintPiece(QPainter& painter, const RowPiece& piece, bool isPerson, const RowRoom& room) const
{
    const Tokens& tokens = m_theme.tokens();
    const auto write = [&](QFont font, const QColor& ink) {
        font.setItalic(piece.kind == RowPiece::Kind::Name && !isPerson);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(piece.rect, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, piece.text);
    };
    switch (piece.kind) {
    case RowPiece::Kind::Name: write(room.name, tokens.text); return;
    case RowPiece::Kind::Number: write(room.body, tokens.muted); return;
    case RowPiece::Kind::Owner: write(room.body, tokens.muted); return;
    case RowPiece::Kind::Subject: write(room.body, tokens.text); return;
    case RowPiece::Kind::Reason: write(room.small, tokens.muted); return;
    case RowPiece::Kind::Due:
    case RowPiece::Kind::Badge:
    case RowPiece::Kind::Standing:
        painter.setFont(room.small);
        Tag::paint(painter, piece.rect, m_theme, piece.text, piece.badge.tone, piece.badge.mark);
        return;
    }
    Q_UNREACHABLE();
}

void CaseRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QVariant value = index.data(CaseListModel::RowRole);
    const bool isOpened = value.isValid() && m_opened && value.value<care::CaseRow>().id == *m_opened;
    paintGround(*painter, option, isOpened);
    const RowRoom room = roomIn(option.rect);
    if (value.isValid()) {
        const RowTexts texts = textsAt(index);
        for (const RowPiece& piece : layOutRow(texts, room))
            paintPiece(*painter, piece, texts.nameIsPerson, room);
    } else {
        // Not here yet: quiet bars, no words that could be read as a case.
        for (int bar = 0; bar < 2; ++bar)
            painter->fillRect(
                QRect(room.area.left(), room.area.top() + bar * room.line + 5, room.area.width() / (2 + bar), 6), m_theme.tokens().line);
    }
    painter->restore();
}

} // namespace mottaget::ui
