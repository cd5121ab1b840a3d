// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettelines.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace mottaget::ui {

namespace {

constexpr int sideRoom = 10;
constexpr int lineRoom = 12;
constexpr int gap = 16;

} // namespace

PaletteLines::PaletteLines(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize PaletteLines::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, QFontMetrics(m_theme.font(Theme::Text::Body)).height() + lineRoom};
}

void PaletteLines::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const Tokens& tokens = m_theme.tokens();
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    if (isChosen) {
        painter->fillRect(option.rect, tokens.accentSoft);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), tokens.accent);
    }
    const QRect area = option.rect.adjusted(sideRoom, 0, -sideRoom, 0);
    painter->setFont(m_theme.font(Theme::Text::Body));
    const QFontMetrics metrics = painter->fontMetrics();
    const QString what = index.data(Qt::DisplayRole).toString();
    painter->setPen(!isEnabled ? tokens.muted : isChosen ? tokens.accent : tokens.text);
    const int whatWidth = std::min(area.width(), metrics.horizontalAdvance(what));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, metrics.elidedText(what, Qt::ElideRight, area.width()));
    painter->setPen(isChosen && isEnabled ? tokens.accent : tokens.muted);
    const int besideRoom = area.width() - whatWidth - gap;
    if (besideRoom > gap) {
        const QString beside = metrics.elidedText(index.data(besideRole).toString(), Qt::ElideRight, besideRoom);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, beside);
    }
    painter->restore();
}

} // namespace mottaget::ui
