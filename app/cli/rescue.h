// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "core/session/unsent.h"

namespace mottaget::cli {

//! export-unsent and recover: writes what has not reached the region to a new file (0600) and says how much it is. Blocks.
[[nodiscard]] Outcome rescue(const Call& call, const Clock& clock);

//! The text of such a file, for people: one paragraph an action, oldest first.
[[nodiscard]] QString unsentText(const QList<session::UnsentWork>& all, const QDateTime& now);

} // namespace mottaget::cli
