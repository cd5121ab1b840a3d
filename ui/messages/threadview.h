// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/threaditems.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace mottaget::ui {

//! The thread of a case. New contents are put in beside what already stands there: what has not changed keeps its widget, its
//! selection and its place on the screen. Scrolls by keys. GUI thread.
class ThreadView final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadView)

public:
    explicit ThreadView(const Theme& theme, QWidget* parent = nullptr);

    //! `startOver` is for another case: its thread begins at the top.
    void show(const QList<ThreadItem>& items, bool startOver);
    //! A few lines are enough; it takes what room there is.
    [[nodiscard]] QSize sizeHint() const override { return {QScrollArea::sizeHint().width(), 5 * fontMetrics().lineSpacing()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {QScrollArea::minimumSizeHint().width(), sizeHint().height()}; }
    [[nodiscard]] int itemCount() const { return static_cast<int>(m_shown.size()); }

Q_SIGNALS:
    //! Somebody wants to have it fetched.
    void attachmentRequested(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Shown {
        ThreadItem item;
        QWidget* widget;
    };
    [[nodiscard]] QWidget* make(const ThreadItem& item);
    [[nodiscard]] QWidget* take(const ThreadItem& item);

    const Theme& m_theme;
    QWidget* m_content;
    QVBoxLayout* m_column;
    std::vector<Shown> m_shown;
};

} // namespace mottaget::ui
