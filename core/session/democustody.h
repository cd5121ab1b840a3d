// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/recordkeys.h"
#include "core/session/custodyrecords.h"
#include "core/session/setup.h"

namespace mottaget::session {

//! The keys of a demo or test folder, made when there are none: wrapped under random bytes in the file demo.key (0600) of the data folder,
//! without keychain or PIN. Only for a region on this very machine and a folder marked DEMO, whatever else may be accepted elsewhere: any
//! other region or folder is refused before a file is touched. Blocks on the disk; for the store thread or a test.
[[nodiscard]] Result<custody::SharedKeys, OpenError> openDemoKeys(const custody::Place& place, const QUrl& region);

} // namespace mottaget::session
