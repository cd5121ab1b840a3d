// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shellstyle.h"

namespace mottaget::ui {

namespace {

//! Names in braces are tokens. A focus ring takes the room of the padding it replaces, so that nothing moves.
constexpr QStringView sheet = uR"(
QMainWindow, #rail { background: {background}; }
#rail { border-right: 1px solid {line}; }
#topBar { background: {surface}; border-bottom: 1px solid {line}; }
#listPane { background: {surface}; }
#queuePage, #palette, #keySheet, #queueList > QWidget > QWidget { background: {surface}; }
#caseList, #queueList, #paletteList { border: none; background: {surface}; outline: 0; }
#rail QPushButton { border: 2px solid transparent; border-radius: 6px; padding: 6px 8px; text-align: left; color: {text}; background: transparent; }
#rail QPushButton:hover { background: {raised}; }
#rail QPushButton:checked { background: {accentSoft}; color: {accent}; font-weight: 600; }
#rail QPushButton:focus { border: 2px solid {accent}; }
#topBar QPushButton, #topBar QToolButton, #queuePage QPushButton { border: 1px solid {line}; border-radius: 6px; padding: 5px 10px;
    background: {surface}; color: {text}; }
#topBar QPushButton:hover, #topBar QToolButton:hover, #queuePage QPushButton:hover { background: {raised}; }
#topBar QPushButton:focus, #topBar QToolButton:focus, #queuePage QPushButton:focus { border: 2px solid {accent}; padding: 4px 9px; }
#topBar #paletteButton { background: {raised}; color: {muted}; text-align: left; }
#topBar #syncButton { border-color: transparent; }
#topBar #syncButton:focus { border-color: {accent}; }
#topBar QToolButton::menu-indicator { image: none; }
#topBar #userMenu { border-radius: 14px; background: {accentSoft}; color: {accent}; font-weight: 600; padding: 5px 7px; }
#topBar #userMenu:focus { padding: 4px 6px; }
#listPane QPushButton { border: 1px solid {line}; border-radius: 9px; padding: 2px 9px; background: {surface}; color: {muted}; }
#queuePage QWidget[kind="queued"] { border-bottom: 1px solid {line}; }
#listPane QPushButton:hover { background: {raised}; }
#listPane QPushButton:focus { border: 2px solid {accent}; padding: 1px 8px; }
#listPane QPushButton:checked { background: {accentSoft}; color: {accent}; border-color: {accent}; }
#listPane #heldRows { background: {accent}; color: {onAccent}; border-color: {accent}; padding: 2px 12px; margin: 6px; }
#listPane #heldRows:focus { border: 2px solid {text}; padding: 1px 11px; }
QLineEdit { border: 1px solid {line}; border-radius: 6px; padding: 5px 8px; background: {raised};
    selection-background-color: {accent}; selection-color: {onAccent}; }
QLineEdit:focus { border: 2px solid {accent}; padding: 4px 7px; }
#palette, #keySheet { border: 1px solid {line}; border-radius: 8px; }
#undoBar { background: {text}; border-radius: 8px; }
#undoBar QLabel { color: {surface}; }
#undoBar QPushButton { color: {surface}; border: 1px solid {surface}; border-radius: 6px; padding: 3px 10px; background: transparent; }
QMenu { background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 5px 20px; border-radius: 4px; }
QMenu::item:selected { background: {accentSoft}; color: {accent}; }
QMenu::item:disabled { color: {muted}; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }
QToolTip { background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }
QSplitter::handle { background: {line}; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: {line}; min-height: 32px; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

} // namespace

QString shellStyleSheet(const Theme& theme)
{
    return theme.filled(sheet);
}

} // namespace mottaget::ui
