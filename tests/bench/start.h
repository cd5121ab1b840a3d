// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures.h"
#include "workplace.h"

namespace mottaget::bench {

//! start.cold_ratio: from the start of the process to an operable inbox (rows of the cache painted, a Down key answered by a painted
//! selection), against a process that shows a bare QMainWindow and paints it once. Both on the same platform plug-in.
void measureStart(Figures& figures, const Workplace& workplace);

//! The processes that are timed; the exit code of the child.
[[nodiscard]] int runBareChild();
[[nodiscard]] int runInboxChild(const session::Setup& setup);

} // namespace mottaget::bench
