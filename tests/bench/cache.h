// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures.h"

namespace mottaget::bench {

//! cache.*: the sealed cache against plain SQLite with the same schema and pragmas, 100,000 resources of about 1.5 kB, in 15 interleaved
//! rounds of plain, sealed and plain again; the second plain one is the control.
//! MOTTAGET_CACHE_ROWS and MOTTAGET_CACHE_ROUNDS make a quick look smaller; the figures then say nothing.
void measureCache(Figures& figures);

} // namespace mottaget::bench
