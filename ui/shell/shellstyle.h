// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

namespace mottaget::ui {

//! The look of the window's frame: rail, top bar, list header, palette, bars. By object names; the case pane has its own.
[[nodiscard]] QString shellStyleSheet(const Theme& theme);

} // namespace mottaget::ui
