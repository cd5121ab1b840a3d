// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/casework.h"
#include "core/session/values.h"

#include <chrono>

namespace mottaget::session {

//! From when on what is kept here is marked as old: a whole day, so that a night without network marks nothing.
inline constexpr std::chrono::hours markedOldAfter {24};

//! How old data are that were last fetched whole at `heard` (invalid: nothing was). Pure. The clock rule: this machine's clock may have been
//! set, so an age is the distance between it and the pull whichever way it goes, and never less than what the clock that only goes
//! forward has counted since (`sinceHeard`). A clock set back a little makes nothing younger than it was when the program began; one set
//! back far locks as one set forward does. Only a pull that goes through makes data fresh again.
[[nodiscard]] DataAge dataAge(
    const QDateTime& heard, const QDateTime& now, std::chrono::milliseconds sinceHeard, std::chrono::seconds grace);

namespace work {
//! The same of the files, by their own mark: what a read is refused by. Store thread.
[[nodiscard]] bool isTooOld(store::Stores& stores, const Context& context);
} // namespace work

} // namespace mottaget::session
