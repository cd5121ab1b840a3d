// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

// The scalars of RFC 8259; private to this room.
namespace mottaget::fhir {

inline constexpr qsizetype fine = -1;

//! Where the escapes of a string's inside go wrong, or `fine`.
[[nodiscard]] qsizetype badEscapeIn(QByteArrayView inside);

//! The text of a string's inside whose escapes are right.
[[nodiscard]] QByteArray unescaped(QByteArrayView inside);

//! The inside of a string for this text; also escapes what FHIR would refuse, so that nothing is lost silently.
[[nodiscard]] QByteArray escaped(QByteArrayView utf8);

//! Whether this is a number by RFC 8259 section 6.
[[nodiscard]] bool isNumber(QByteArrayView text);

//! The first byte that is not well-formed UTF-8 (Unicode table 3-7), or `fine`.
[[nodiscard]] qsizetype badUtf8In(QByteArrayView text);

} // namespace mottaget::fhir
