// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace mottaget::store {

//! The highest row number of a table, or a bound far above it when the pages that tell it are damaged: for asking row by row, where a walk
//! over the table would break off at the first damaged page. `table` is a name of the schema.
[[nodiscard]] qint64 lastRow(Database& database, const char* table);

} // namespace mottaget::store
