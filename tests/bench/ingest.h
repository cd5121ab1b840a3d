// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures.h"
#include "workplace.h"

namespace mottaget::bench {

//! sync.ingest_ratio and sync.resources_per_s: pages of the demo mix, as they came over the wire, into an empty cache; the floor is the same
//! rows into the same tables, indexes and search index by prepared statements. The pages are taken from the workplace's filled cache.
void measureIngest(Figures& figures, const Workplace& workplace);

} // namespace mottaget::bench
