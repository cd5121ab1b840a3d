// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mottaget {

//! Before anything else: no core dumps, not dumpable by other processes of the user, files for the owner alone. Memory holds patient
//! data. False when the system did not allow it; the program says so and goes on (a policy may forbid that later).
[[nodiscard]] bool harden();

} // namespace mottaget
