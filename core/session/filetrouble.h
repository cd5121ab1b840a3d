// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"
#include "core/store/storeerror.h"

namespace mottaget::session {

//! The trouble that an error of the store comes to.
[[nodiscard]] FileTrouble troubleOf(const store::StoreError& error);
//! The stable name, for the command line: "wrongKey".
[[nodiscard]] QLatin1StringView codeOf(FileTrouble trouble);

} // namespace mottaget::session
