// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/case.h"
#include "core/care/command.h"
#include "core/care/staff.h"

#include <QByteArray>

namespace mottaget::sync {

//! The one transaction a command is (docs/wire.md, "A command on the wire"): the message if it writes one, the Task as the command leaves
//! it, and the receipt. `current` is the case as `taskBody` has it, `applied` what care::apply made of it: the difference between the
//! two is what is edited, everything else keeps its exact bytes. Pure: the same input gives the same bytes.
[[nodiscard]] QByteArray transactionOf(const care::Command& command, const care::Case& current, const care::Case& applied,
    const QByteArray& taskBody, const care::Actor& actor);

} // namespace mottaget::sync
