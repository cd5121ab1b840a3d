// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/threaditems.h"

class QWidget;

namespace mottaget::ui {

//! Draws an item of the thread as a widget of its own; all text in it can be selected. The parent owns it.
[[nodiscard]] QWidget* makeThreadCard(const Theme& theme, const ThreadItem& item, QWidget* parent);

} // namespace mottaget::ui
