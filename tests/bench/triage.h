// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures.h"
#include "workplace.h"

namespace mottaget::bench {

//! triage.action_ms_p99: from a key press on an open case to the action durable in the outbox and its row painted anew. The window,
//! session and files of the product, driven by key events. Three runs of 100 actions each; p99 of each run, median of the runs.
void measureTriage(Figures& figures, const Workplace& workplace);

} // namespace mottaget::bench
