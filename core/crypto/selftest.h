// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mottaget::crypto {

//! Known-answer test of AES-256-GCM and HKDF-SHA256 against public vectors (McGrew and Viega's GCM test cases 13 to 16, RFC 5869 A.1),
//! and that a changed bit is refused. To be run before the first use in a process; some microseconds. False: nothing may be sealed or opened.
[[nodiscard]] bool selfTest();

} // namespace mottaget::crypto
