// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QString>

namespace mottaget::ui {

//! The look of buttons, fields and lists, made of the tokens; every edge is seen in every theme. A button whose property `kind` is primary is
//! the one that Enter means.
[[nodiscard]] QString controlStyleSheet(const Theme& theme);

} // namespace mottaget::ui
