// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mottaget::care {

//! True when nothing can be seen in the text: only spaces, line breaks or invisible characters.
[[nodiscard]] bool isBlank(const QString& text);

//! True when a placeholder of a template is left: XX-kliniken, [datum], {{namn}}, ___. "XX-kliniken" has really been sent to residents.
[[nodiscard]] bool hasPlaceholder(const QString& text);

} // namespace mottaget::care
