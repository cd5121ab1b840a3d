// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures.h"
#include "workplace.h"

namespace mottaget::bench {

//! `sync.first_page_ms`: from the request of the first sync to the first 200 cases fetched with their patients and painted, in a folder
//! that has never been used, against a region of 100,000 resources. Floor: the same first page of cases as bytes over plain HTTP.
void measureFirstPage(Figures& figures, const Workplace& workplace);

//! `sync.frame_p99_ratio`: a Down key in the list, from the event to the end of the flush, while at least 1,000 resources a second are
//! ingested, against the same with nothing to do.
void measureFrames(Figures& figures, const Workplace& workplace);

} // namespace mottaget::bench
