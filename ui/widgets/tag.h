// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace mottaget::ui {

//! A short word on a tinted ground: a state, a badge. What matters for safety also has a pattern and an icon, never colour alone.
//! GUI thread; the theme must outlive it.
class Tag final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tag)

public:
    enum class Tone { Neutral, Accent, Info, Warning, Danger, Success };
    enum class Mark { None, Lock, Hatched };

    Tag(const Theme& theme, QString text, Tone tone, Mark mark = Mark::None, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] Mark mark() const { return m_mark; }
    void show(const QString& text, Tone tone);

    //! The same tag in a list's row, where there are no widgets.
    [[nodiscard]] static QSize sizeOf(const QFont& font, const QString& text, Mark mark);
    static void paint(QPainter& painter, const QRect& rect, const Theme& theme, const QString& text, Tone tone, Mark mark);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_text;
    Tone m_tone;
    Mark m_mark;
};

} // namespace mottaget::ui
