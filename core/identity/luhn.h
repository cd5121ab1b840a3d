// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace mottaget::identity {

//! Luhn's check as Swedish numbers use it: weights 2, 1, 2, 1 … from the left, digit sums, total divisible by ten.
//! `text` is only ASCII digits, check digit included; anything else, and nothing at all, fails.
[[nodiscard]] bool passesLuhn(QStringView text);

//! True for '0' to '9' alone. QChar::isDigit also takes the digits of other scripts, which no register knows.
[[nodiscard]] constexpr bool isAsciiDigit(QChar c)
{
    return c >= QChar(u'0') && c <= QChar(u'9');
}

//! Every character is an ASCII digit. True for empty text.
[[nodiscard]] bool isAllDigits(QStringView text);

//! The number that two to nine ASCII digits write. The caller has checked that they are digits.
[[nodiscard]] int digitsValue(QStringView digits);

} // namespace mottaget::identity
