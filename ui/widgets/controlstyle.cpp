// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controlstyle.h"

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

//! Names in braces are tokens. The focus ring takes the room of the padding it replaces, so that nothing moves.
constexpr QStringView sheet = uR"(
QPushButton, QToolButton { border: 1px solid {line}; border-radius: 6px; padding: 3px 10px; background: {surface}; color: {text}; }
QPushButton:hover, QToolButton:hover { background: {raised}; }
QPushButton:focus, QToolButton:focus { border: 2px solid {accent}; padding: 2px 9px; }
QPushButton:disabled, QToolButton:disabled { color: {muted}; background: {raised}; border: 1px {off} {line}; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: {accent}; color: {onAccent}; border: 1px solid {accent}; padding: 6px 16px; font-weight: 600; }
QPushButton[kind="primary"]:focus { border: 2px solid {text}; padding: 5px 15px; }
QPushButton[kind="primary"]:disabled { background: {raised}; color: {muted}; border: 1px {off} {line}; }
QPlainTextEdit, QLineEdit, QListWidget { border: 1px solid {line}; border-radius: 6px; background: {raised};
    selection-background-color: {accent}; selection-color: {onAccent}; }
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

QString controlStyleSheet(const Theme& theme)
{
    // Where muted text is as bright as any, a broken edge tells that a button is off.
    return theme.filled(sheet).replace(u"{off}"_s, theme.kind() == ThemeKind::HighContrast ? u"dashed"_s : u"solid"_s);
}

} // namespace mottaget::ui
