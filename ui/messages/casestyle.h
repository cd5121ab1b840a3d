// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QString>

namespace mottaget::ui {

//! Style sheet of the case pane's controls, made of the tokens. Buttons carry the property `kind`: primary, segment or none.
[[nodiscard]] QString caseStyleSheet(const Theme& theme);

} // namespace mottaget::ui
