// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <span>

//! The history of each file's tables. Steps are only ever added; a released step is never edited.
namespace mottaget::store::schema {

[[nodiscard]] std::span<const Migration> cache();   //!< what the server said, projections, search index, marks
[[nodiscard]] std::span<const Migration> journal(); //!< drafts
[[nodiscard]] std::span<const Migration> outbox();  //!< commands
[[nodiscard]] std::span<const Migration> log();     //!< access log

} // namespace mottaget::store::schema
