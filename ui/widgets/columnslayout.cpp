// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnslayout.h"

#include <algorithm>
#include <utility>

namespace mottaget::ui {

namespace {

int heightOf(const QLayoutItem& item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

ColumnsLayout::ColumnsLayout(QList<Column> columns, int gap, int stackBelow, QWidget* parent)
    : QLayout(parent)
    , m_columns(std::move(columns))
    , m_gap(gap)
    , m_stackBelow(stackBelow)
{
    setContentsMargins(0, 0, 0, 0);
}

ColumnsLayout::~ColumnsLayout() = default;

void ColumnsLayout::addItem(QLayoutItem* item)
{
    Q_ASSERT(count() < m_columns.size());
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem* ColumnsLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)].get() : nullptr;
}

QLayoutItem* ColumnsLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

std::vector<QRect> ColumnsLayout::places(const QRect& within) const
{
    std::vector<QRect> all;
    if (isStacked(within.width())) {
        int y = within.top();
        for (const auto& item : m_items) {
            const int height = heightOf(*item, within.width());
            all.emplace_back(within.left(), y, within.width(), height);
            y += height;
        }
        return all;
    }
    int shares = 0;
    for (const Column& column : m_columns)
        shares += column.share;
    int x = within.left();
    int spare = within.width() - m_gap * static_cast<int>(m_columns.size() - 1);
    for (int i = 0; i < count(); ++i) {
        const Column& column = m_columns.at(i);
        const int width = std::min(column.most, spare * column.share / shares);
        all.emplace_back(x, within.top(), width, heightOf(*itemAt(i), width));
        x += width + m_gap;
        spare -= width;
        shares -= column.share;
    }
    return all;
}

int ColumnsLayout::heightForWidth(int width) const
{
    int bottom = 0;
    for (const QRect& place : places(QRect(0, 0, width, 0)))
        bottom = std::max(bottom, place.bottom() + 1);
    return bottom;
}

QSize ColumnsLayout::sizeHint() const
{
    return {m_stackBelow, heightForWidth(m_stackBelow)};
}

QSize ColumnsLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void ColumnsLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    const std::vector<QRect> all = places(rect);
    for (int i = 0; i < count(); ++i)
        itemAt(i)->setGeometry(all[static_cast<size_t>(i)]);
}

} // namespace mottaget::ui
