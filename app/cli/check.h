// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "core/crypto/anchor.h"

#include <optional>

namespace mottaget::cli {

//! Looks at every page of a person's four files and says what it found; changes nothing. `anchors` from the custody, nothing for a demo
//! folder, which keeps its own. Blocks.
[[nodiscard]] Outcome check(const Call& call, const std::optional<crypto::Anchors>& anchors);

} // namespace mottaget::cli
