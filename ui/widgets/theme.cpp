// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

//! The drawings' body text. A desktop that asks for larger text gets it; smaller text than this is not readable all day.
constexpr int bodyPixels = 13;

constexpr QLatin1StringView family = "Inter"_L1;

Tokens light()
{
    return {
        .background = 0xf3f6f6,
        .surface = 0xffffff,
        .raised = 0xf8fafa,
        .line = 0xdbe3e2,
        .text = 0x13201f,
        .muted = 0x51615f,
        .selection = 0xe3efee,
        .accent = 0x0a6b6b,
        .accentSoft = 0xdcecea,
        .onAccent = 0xffffff,
        .danger = 0xa3211a,
        .dangerSoft = 0xfbe6e4,
        .warning = 0x7a4d00,
        .warningSoft = 0xfdf0d3,
        .success = 0x1a683a,
        .successSoft = 0xdff1e5,
        .info = 0x1c5796,
        .infoSoft = 0xe0ecf8,
        .note = 0x6b5410,
        .noteSoft = 0xfbf6e3,
    };
}

Tokens dark()
{
    return {
        .background = 0x0e1213,
        .surface = 0x151b1c,
        .raised = 0x1b2324,
        .line = 0x2a3536,
        .text = 0xe6edec,
        .muted = 0x9db0ae,
        .selection = 0x1b3031,
        .accent = 0x4ec2b6,
        .accentSoft = 0x17393a,
        .onAccent = 0x06201e,
        .danger = 0xff8a80,
        .dangerSoft = 0x3a1a18,
        .warning = 0xffc766,
        .warningSoft = 0x38290c,
        .success = 0x7fd6a0,
        .successSoft = 0x14301f,
        .info = 0x8dc0f5,
        .infoSoft = 0x13283e,
        .note = 0xe5cf7e,
        .noteSoft = 0x2c2710,
    };
}

//! Black and white, cyan for what can be done, yellow for what is urgent. Surfaces differ by their white edges alone.
Tokens highContrast()
{
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return {
        .background = black,
        .surface = black,
        .raised = black,
        .line = white,
        .text = white,
        .muted = white,
        .selection = 0x00313f,
        .accent = 0x00ffff,
        .accentSoft = 0x00313f,
        .onAccent = black,
        .danger = 0xffa8a0,
        .dangerSoft = black,
        .warning = 0xffff00,
        .warningSoft = black,
        .success = 0x7dff9a,
        .successSoft = black,
        .info = 0xa8d4ff,
        .infoSoft = black,
        .note = 0xffff00,
        .noteSoft = black,
    };
}

double sizeOf(Theme::Text size)
{
    switch (size) {
    case Theme::Text::Small: return 12.0 / bodyPixels;
    case Theme::Text::Body: return 1.0;
    case Theme::Text::Heading: return 15.0 / bodyPixels;
    case Theme::Text::Title: return 20.0 / bodyPixels;
    }
    Q_UNREACHABLE();
}

//! Names in braces are tokens. Only what Fusion draws in its own way is told otherwise; widgets of ours paint themselves.
constexpr QStringView sheet = uR"(
QToolTip { background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px 8px; }
QMenu { background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; border: 1px solid transparent; }
QMenu::item:selected { background: {accentSoft}; color: {accent}; border: 1px solid {chosenEdge}; }
QMenu::item:disabled { color: {muted}; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }
QSplitter::handle { background: {line}; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:vertical { background: {thumb}; min-height: 32px; border-radius: 4px; margin: 2px; }
QScrollBar::handle:horizontal { background: {thumb}; min-width: 32px; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QColor between(const QColor& a, const QColor& b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

} // namespace

Tokens tokensOf(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Light: return light();
    case ThemeKind::Dark: return dark();
    case ThemeKind::HighContrast: return highContrast();
    }
    Q_UNREACHABLE();
}

Theme::Theme(ThemeKind kind, QObject* parent) : QObject(parent), m_kind(kind), m_tokens(tokensOf(kind)) {}

QFont Theme::font(Text size, QFont::Weight weight) const
{
    // The pixel size is asked of the font as found: the application's may be given in points or in pixels.
    QFont font = QGuiApplication::font();
    const int body = std::max(bodyPixels, QFontInfo(font).pixelSize());
    if (QFontDatabase::families().contains(family))
        font.setFamilies({family});
    font.setPixelSize(qRound(body * sizeOf(size)));
    font.setWeight(weight);
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, m_tokens.background},
        {QPalette::WindowText, m_tokens.text},
        {QPalette::Base, m_tokens.surface},
        {QPalette::AlternateBase, m_tokens.raised},
        {QPalette::Text, m_tokens.text},
        {QPalette::Button, m_tokens.surface},
        {QPalette::ButtonText, m_tokens.text},
        {QPalette::PlaceholderText, m_tokens.muted},
        {QPalette::Highlight, m_tokens.accent},
        {QPalette::HighlightedText, m_tokens.onAccent},
        {QPalette::ToolTipBase, m_tokens.raised},
        {QPalette::ToolTipText, m_tokens.text},
        {QPalette::Link, m_tokens.accent},
        {QPalette::LinkVisited, m_tokens.accent},
        {QPalette::BrightText, m_tokens.danger},
        {QPalette::Light, m_tokens.raised},
        {QPalette::Midlight, m_tokens.line},
        {QPalette::Mid, m_tokens.line},
        {QPalette::Dark, m_tokens.line},
        {QPalette::Shadow, m_tokens.line},
    };
    for (const auto& [role, color] : roles)
        palette.setColor(role, color);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, m_tokens.muted);
    return palette;
}

QString Theme::filled(QStringView styleSheet) const
{
    const bool isHighContrast = m_kind == ThemeKind::HighContrast;
    const std::pair<QStringView, QColor> names[] = {
        {u"{background}", m_tokens.background},
        {u"{surface}", m_tokens.surface},
        {u"{raised}", m_tokens.raised},
        {u"{line}", m_tokens.line},
        {u"{text}", m_tokens.text},
        {u"{muted}", m_tokens.muted},
        {u"{selection}", m_tokens.selection},
        {u"{accent}", m_tokens.accent},
        {u"{accentSoft}", m_tokens.accentSoft},
        {u"{onAccent}", m_tokens.onAccent},
        {u"{warning}", m_tokens.warning},
        {u"{warningSoft}", m_tokens.warningSoft},
        {u"{danger}", m_tokens.danger},
        // What a tint says in two themes, an edge says in the third.
        {u"{chosenEdge}", isHighContrast ? m_tokens.accent : m_tokens.accentSoft},
        {u"{thumb}", isHighContrast ? m_tokens.text : between(m_tokens.line, m_tokens.muted)},
    };
    QString style = styleSheet.toString();
    for (const auto& [name, color] : names)
        style.replace(name.toString(), color.name());
    return style;
}

QString Theme::styleSheet() const
{
    return filled(sheet);
}

void Theme::setKind(ThemeKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    m_tokens = tokensOf(kind);
    Q_EMIT changed();
}

} // namespace mottaget::ui
