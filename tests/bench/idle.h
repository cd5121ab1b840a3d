// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures.h"
#include "workplace.h"

namespace mottaget::bench {

//! sync.idle_requests: what a poll of a whole cache asks of the region when nothing has happened, as the region counts it; the middle of
//! several polls. The cache must be filled.
void measureIdle(Figures& figures, const Workplace& workplace);

//! `sync.idle_cpu_pct`: processor time of the window with its polls at their normal interval and nothing to do, over 60 s.
void measureIdleCpu(Figures& figures, const Workplace& workplace);
int runIdleChild(const session::Setup& setup);

} // namespace mottaget::bench
