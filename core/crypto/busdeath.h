// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mottaget::crypto {

//! GLib ends the whole process (SIGTERM) when the session bus goes away under a connection that libsecret has made. Work must go on, and
//! what is typed must be saved: so that connection is told not to. Call before each question to the keychain; a new bus is a new
//! connection. Asynchronous, on the GUI thread.
void surviveBusDeath();

} // namespace mottaget::crypto
