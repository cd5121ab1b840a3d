// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/setup.h"
#include "core/sync/profile.h"

namespace mottaget::session {

//! What is known of a region before it is asked. Only the demo region's own profile says that its transactions are atomic; of every other
//! server that is not taken for granted (contract 2), so that nothing is sent which might take effect in part.
[[nodiscard]] sync::Profile profileOf(const Setup& setup);

} // namespace mottaget::session
