// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace mottaget::ui {

FlowLayout::FlowLayout(int gap, int lineGap, QWidget* parent) : QLayout(parent), m_gap(gap), m_lineGap(lineGap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    if (index < m_rightFrom)
        --m_rightFrom;
    invalidate();
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int bottom = margins.top();
    for (const Placed& one : placed(QRect(margins.left(), margins.top(), width - margins.left() - margins.right(), 0)))
        bottom = std::max(bottom, one.place.bottom() + 1);
    return bottom + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    for (const Placed& one : placed(contentsRect()))
        one.item->setGeometry(one.place);
}

std::vector<FlowLayout::Placed> FlowLayout::placed(const QRect& within) const
{
    std::vector<Placed> all;
    size_t lineStart = 0;
    int x = within.left();
    int y = within.top();
    int lineHeight = 0;
    int rightInLine = -1; // index in `all` of the first item that keeps to the right end
    const auto endLine = [&] {
        for (size_t i = lineStart; i < all.size(); ++i)
            all[i].place.moveTop(y + (lineHeight - all[i].place.height()) / 2);
        const int spare = within.right() + 1 - (x - m_gap);
        for (size_t i = rightInLine < 0 ? all.size() : static_cast<size_t>(rightInLine); spare > 0 && i < all.size(); ++i)
            all[i].place.translate(spare, 0);
        y += lineHeight + m_lineGap;
        x = within.left();
        lineHeight = 0;
        rightInLine = -1;
        lineStart = all.size();
    };
    for (int i = 0; i < count(); ++i) {
        QLayoutItem* item = itemAt(i);
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint().expandedTo(item->minimumSize());
        if (x > within.left() && x + size.width() > within.right() + 1)
            endLine();
        if (size.width() > within.width()) {
            size.setWidth(std::max(within.width(), item->minimumSize().width()));
            if (item->hasHeightForWidth())
                size.setHeight(item->heightForWidth(size.width()));
        }
        if (m_rightFrom >= 0 && i >= m_rightFrom && rightInLine < 0)
            rightInLine = static_cast<int>(all.size());
        all.push_back({item, QRect(QPoint(x, y), size)});
        x += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    if (lineStart < all.size())
        endLine();
    return all;
}

} // namespace mottaget::ui
