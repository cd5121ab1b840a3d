// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace mottaget::ui {

//! A button whose text takes two lines where one is too wide, broken at a comma or a space. A button that names a patient is never
//! shortened. GUI thread.
class WrapButton final : public QPushButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WrapButton)

public:
    explicit WrapButton(QWidget* parent = nullptr);

    void setWhole(const QString& text);
    [[nodiscard]] QString whole() const { return m_whole; }
    [[nodiscard]] QSize sizeHint() const override { return sizeOf(m_whole); }
    [[nodiscard]] QSize minimumSizeHint() const override { return {sizeOf(broken(m_whole)).width(), sizeHint().height()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    //! The text on two lines: broken after the comma nearest to the middle, or the space when there is none.
    [[nodiscard]] static QString broken(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QSize sizeOf(const QString& text) const;
    void fit();

    QString m_whole;
};

} // namespace mottaget::ui
