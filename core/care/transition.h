// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/care/apply.h"
#include "core/care/case.h"
#include "core/care/command.h"

namespace mottaget::care {

//! The state a verb leads to from the state the case is in, or why it leads nowhere. Looks at the state and at a standing final
//! reply alone; roles, owner and arguments are judged by apply. Staying in the same state is a success.
[[nodiscard]] Result<CaseState, Refusal> nextState(Verb verb, const Case& value);

} // namespace mottaget::care
