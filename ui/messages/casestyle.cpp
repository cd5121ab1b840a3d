// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/casestyle.h"

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

//! Names in braces are tokens. The focus ring takes the room of the padding it replaces, so that nothing moves.
constexpr QStringView sheet = uR"(
QScrollArea, #caseThreadContent { background: {background}; border: none; }
#contextPane, #contextContent { background: {surface}; }
#caseThread { border: 2px solid {background}; }
#caseThread:focus { border: 2px solid {accent}; }
QPushButton, QToolButton { border: 1px solid {line}; border-radius: 6px; padding: 3px 10px; background: {surface}; color: {text}; }
QPushButton:hover, QToolButton:hover { background: {raised}; }
QPushButton:focus, QToolButton:focus { border: 2px solid {accent}; padding: 2px 9px; }
QPushButton:disabled, QToolButton:disabled { color: {muted}; background: {raised}; border: 1px {off} {line}; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: {accent}; color: {onAccent}; border: 1px solid {accent}; padding: 6px 16px; font-weight: 600; }
QPushButton[kind="primary"]:focus { border: 2px solid {text}; padding: 5px 15px; }
QPushButton[kind="primary"]:disabled { background: {raised}; color: {muted}; border: 1px {off} {line}; }
QPushButton[kind="action"] { color: {accent}; border: 1px solid {accent}; font-weight: 600; }
QPushButton[kind="action"]:focus { border: 2px solid {accent}; }
QPushButton[kind="segment"] { border-radius: 0; padding: 3px 12px; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[kind="segment"][place="middle"] { border-left: none; border-right: none; }
QPushButton[kind="segment"]:checked { background: {accentSoft}; color: {accent}; font-weight: 600; }
QPushButton[kind="segment"]:focus { border: 2px solid {accent}; padding: 2px 11px; }
QPlainTextEdit, QLineEdit, QListWidget { border: 1px solid {line}; border-radius: 6px; background: {raised};
    selection-background-color: {accent}; selection-color: {onAccent}; }
#actionPanel QPlainTextEdit, #actionPanel QLineEdit, #actionPanel QListWidget { background: {surface}; }
QLineEdit { padding: 4px 8px; }
QPlainTextEdit:focus, QLineEdit:focus, QListWidget:focus { border: 1px solid {accent}; }
QListWidget::item { padding: 4px 8px; border: 0 solid transparent; color: {text}; }
QListWidget::item:selected { background: {accentSoft}; color: {accent}; }
QRadioButton { color: {text}; padding: 2px 4px; border: 1px solid transparent; border-radius: 4px; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid {muted}; border-radius: 7px; background: {surface}; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid {accent}; border-radius: 7px; }
QRadioButton:focus { border: 1px solid {accent}; }
)";

} // namespace

QString caseStyleSheet(const Theme& theme)
{
    const Tokens& tokens = theme.tokens();
    const std::pair<QStringView, QColor> names[] = {
        {u"{background}", tokens.background},
        {u"{surface}", tokens.surface},
        {u"{raised}", tokens.raised},
        {u"{line}", tokens.line},
        {u"{text}", tokens.text},
        {u"{muted}", tokens.muted},
        {u"{accent}", tokens.accent},
        {u"{accentSoft}", tokens.accentSoft},
        {u"{onAccent}", tokens.onAccent},
    };
    QString style = sheet.toString();
    for (const auto& [name, color] : names)
        style.replace(name.toString(), color.name());
    // Where muted text is as bright as any, a broken edge tells that a button is off.
    style.replace(u"{off}"_s, theme.kind() == ThemeKind::HighContrast ? u"dashed"_s : u"solid"_s);
    return style;
}

} // namespace mottaget::ui
