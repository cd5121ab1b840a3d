// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/resourcestore.h"
#include "app/demo/writelog.h"

namespace mottaget::demo {

//! Fills an empty store with the demo region's fictional data. The same origin gives the same store, to the byte.
void generate(ResourceStore& store, const Origin& origin);

} // namespace mottaget::demo
