// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>

namespace mottaget::test {

//! A certificate and its key, made for the moment: nothing that expires lies in the repository.
struct Identity {
    QByteArray certificate; //!< PEM
    QByteArray key;         //!< PEM
};

struct Wish {
    QByteArray name = "127.0.0.1"; //!< a name, or an address when it is one
    long from = -3600;             //!< seconds from now
    long to = 3600;
    bool authority = false;
};

//! Signed by `issuer`, by itself when there is none.
[[nodiscard]] Identity makeIdentity(const Wish& wish, const Identity* issuer = nullptr);

//! How a server shows itself with it.
[[nodiscard]] QSslConfiguration serverWith(const Identity& identity);

} // namespace mottaget::test
