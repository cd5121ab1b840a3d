// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace mottaget::ui {

//! A view in the rail: its name to the left, its count to the right. GUI thread.
class RailButton final : public QPushButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RailButton)

public:
    explicit RailButton(const QString& title, QWidget* parent = nullptr);
    //! No count is shown for 0: an empty view asks for nothing.
    void setCount(int count);
    //! Room for the name beside a count of four digits, so that counting up moves nothing.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_count = 0;
};

} // namespace mottaget::ui
