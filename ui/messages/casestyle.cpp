// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/casestyle.h"

#include "ui/widgets/controlstyle.h"

namespace mottaget::ui {

namespace {

//! What the case pane has beyond the ordinary controls. Names in braces are tokens.
constexpr QStringView sheet = uR"(
QScrollArea, #caseThreadContent { background: {background}; border: none; }
#contextPane, #contextContent { background: {surface}; }
#caseThread { border: 2px solid {background}; }
#caseThread:focus { border: 2px solid {accent}; }
QPushButton[kind="action"] { color: {accent}; border: 1px solid {accent}; font-weight: 600; }
QPushButton[kind="action"]:focus { border: 2px solid {accent}; }
QPushButton[kind="segment"] { border-radius: 0; padding: 3px 12px; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[kind="segment"][place="middle"] { border-left: none; border-right: none; }
QPushButton[kind="segment"]:checked { background: {accentSoft}; color: {accent}; font-weight: 600; }
QPushButton[kind="segment"]:focus { border: 2px solid {accent}; padding: 2px 11px; }
#actionPanel QPlainTextEdit, #actionPanel QLineEdit, #actionPanel QListWidget { background: {surface}; }
)";

} // namespace

QString caseStyleSheet(const Theme& theme)
{
    return controlStyleSheet(theme) + theme.filled(sheet);
}

} // namespace mottaget::ui
