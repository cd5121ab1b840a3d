// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

namespace mottaget::ui {

QColor colorOf(const Tokens& tokens, TextLabel::Tone tone)
{
    using enum TextLabel::Tone;
    switch (tone) {
    case Plain: return tokens.text;
    case Muted: return tokens.muted;
    case Accent: return tokens.accent;
    case Danger: return tokens.danger;
    case Warning: return tokens.warning;
    case Success: return tokens.success;
    case Note: return tokens.note;
    }
    Q_UNREACHABLE();
}

TextLabel::TextLabel(const Theme& theme, Theme::Text size, Tone tone, QFont::Weight weight, QWidget* parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_size(size)
    , m_tone(tone)
    , m_weight(weight)
{
    setTextFormat(Qt::PlainText);
    setMargin(0);
    adopt();
    connect(&theme, &Theme::changed, this, &TextLabel::adopt);
}

void TextLabel::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    adopt();
}

void TextLabel::setWrapsLate()
{
    m_wrapsLate = true;
    setWordWrap(true);
    updateGeometry();
}

TextLabel::Measures& TextLabel::measures() const
{
    if (m_measures.text != text() || m_measures.font != font() || m_measures.margins != contentsMargins() || m_measures.wraps != wordWrap())
        m_measures = {text(), font(), contentsMargins(), wordWrap(), {}, {}, {}};
    return m_measures;
}

int TextLabel::heightForWidth(int width) const
{
    QHash<int, int>& heights = measures().heights;
    const auto known = heights.constFind(width);
    return known != heights.constEnd() ? *known : *heights.insert(width, QLabel::heightForWidth(width));
}

QSize TextLabel::minimumSizeHint() const
{
    std::optional<QSize>& minimum = measures().minimum;
    if (!minimum)
        minimum = QLabel::minimumSizeHint();
    return *minimum;
}

QSize TextLabel::sizeHint() const
{
    if (!m_wrapsLate) {
        std::optional<QSize>& hint = measures().hint;
        if (!hint)
            hint = QLabel::sizeHint();
        return *hint;
    }
    const QSize text = fontMetrics().size(0, this->text());
    const QMargins margins = contentsMargins();
    return {text.width() + margins.left() + margins.right() + 1, text.height() + margins.top() + margins.bottom()};
}

void TextLabel::setSelectable(bool selectable)
{
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard : Qt::NoTextInteraction);
    // Reachable by mouse and by the reader's own keys, but not a stop on the way with Tab: the case is read by scrolling.
    setFocusPolicy(selectable ? Qt::ClickFocus : Qt::NoFocus);
}

void TextLabel::adopt()
{
    setFont(m_theme.font(m_size, m_weight));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, colorOf(m_theme.tokens(), m_tone));
    colors.setColor(QPalette::Text, colorOf(m_theme.tokens(), m_tone));
    setPalette(colors);
}

} // namespace mottaget::ui
