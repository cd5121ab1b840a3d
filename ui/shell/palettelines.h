// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace mottaget::ui {

//! A line of the palette: what it is to the left, whole as far as there is room, and beside it to the right a key, a reason or a subject.
//! GUI thread; the theme must outlive it.
class PaletteLines final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteLines)

public:
    static constexpr int besideRole = Qt::UserRole + 3;

    PaletteLines(const Theme& theme, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace mottaget::ui
