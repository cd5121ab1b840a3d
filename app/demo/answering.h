// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/resourcestore.h"

#include <vector>

//! What residents do by themselves while the demo runs.
namespace mottaget::demo {

//! Whether a Communication comes from the resident's side.
[[nodiscard]] bool isFromResident(const Record& message);

//! The answer to a counter-question: the resident's message, and its case back from waiting-resident to in-progress. To be
//! committed at once. Nothing when the message is no question, is answered, or its case no longer waits. The same question
//! gets the same answer.
[[nodiscard]] std::vector<Write> residentAnswer(const ResourceStore& store, const Record& question, qint64 now);

} // namespace mottaget::demo
