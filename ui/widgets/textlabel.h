// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QHash>
#include <QLabel>

#include <optional>

namespace mottaget::ui {

//! Plain text in one of the theme's four sizes and a colour by meaning. Never reads markup, so that what residents write can't
//! become layout or links. Selectable on request, by mouse and keys. GUI thread; the theme must outlive it.
class TextLabel final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextLabel)

public:
    enum class Tone { Plain, Muted, Accent, Danger, Warning, Success, Note };

    TextLabel(
        const Theme& theme, Theme::Text size, Tone tone = Tone::Plain, QFont::Weight weight = QFont::Normal, QWidget* parent = nullptr);

    void setTone(Tone tone);
    //! Asks for room for all of the text on one line and wraps only where there is less. QLabel alone would wrap early.
    void setWrapsLate();
    void setSelectable(bool selectable);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    //! What the text has been measured to be. Layouts ask many times for one answer, and QLabel shapes the text anew each time.
    struct Measures {
        QString text;
        QFont font;
        QMargins margins;
        bool wraps = false;
        std::optional<QSize> hint;
        std::optional<QSize> minimum;
        QHash<int, int> heights;
    };
    void adopt();
    [[nodiscard]] Measures& measures() const;

    const Theme& m_theme;
    Theme::Text m_size;
    Tone m_tone;
    QFont::Weight m_weight;
    bool m_wrapsLate = false;
    mutable Measures m_measures;
};

//! The token of a tone.
[[nodiscard]] QColor colorOf(const Tokens& tokens, TextLabel::Tone tone);

} // namespace mottaget::ui
