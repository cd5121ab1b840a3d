// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>
#include <QWidget>

#include <memory>
#include <vector>

namespace mottaget::ui {

//! One row of a table whose columns have fixed shares of the width, and stand below each other where that is too little. Rows with
//! the same shares line up without knowing each other. GUI thread.
class ColumnsLayout final : public QLayout {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnsLayout)

public:
    //! A column gets `share` of the sum of shares, at most `most` pixels.
    struct Column {
        int share;
        int most = QWIDGETSIZE_MAX;
    };

    ColumnsLayout(QList<Column> columns, int gap, int stackBelow, QWidget* parent = nullptr);
    ~ColumnsLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;
    [[nodiscard]] bool isStacked(int width) const { return width < m_stackBelow; }

private:
    [[nodiscard]] std::vector<QRect> places(const QRect& within) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    QList<Column> m_columns;
    int m_gap;
    int m_stackBelow;
};

} // namespace mottaget::ui
