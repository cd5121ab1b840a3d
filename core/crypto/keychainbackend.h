// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFuture>

namespace mottaget::crypto {

//! Who keeps the secrets of this session, asked on the session bus. QtKeychain does not tell.
struct KeychainService {
    QByteArray name;           //!< "gnome-keyring", "kwallet", "keepassxc", or the program's name; empty when nobody is there
    bool hasKeyring = false;   //!< there is a default keyring that an entry could go to
};

//! Looks on a thread of its own, since the bus may not answer; settles within some seconds.
[[nodiscard]] QFuture<KeychainService> findKeychainService();

//! The name of the backend by the name of its process ("gnome-keyring-d" is cut by the kernel at 15 letters).
[[nodiscard]] QByteArray backendOfProcess(QByteArray process);

} // namespace mottaget::crypto
