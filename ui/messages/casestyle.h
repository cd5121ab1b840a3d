// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QString>

namespace mottaget::ui {

//! The ordinary controls and what is the case pane's own. Buttons carry the property `kind`: primary, action, segment or none.
[[nodiscard]] QString caseStyleSheet(const Theme& theme);

} // namespace mottaget::ui
