// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/luhn.h"

#include <algorithm>

namespace mottaget::identity {

bool passesLuhn(QStringView text)
{
    if (text.isEmpty() || !isAllDigits(text))
        return false;
    int sum = 0;
    int weight = 2;
    for (const QChar c : text) {
        const int product = c.digitValue() * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return sum % 10 == 0;
}

bool isAllDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isAsciiDigit(c); });
}

int digitsValue(QStringView digits)
{
    Q_ASSERT(isAllDigits(digits) && digits.size() < 10);
    int value = 0;
    for (const QChar c : digits)
        value = value * 10 + c.digitValue();
    return value;
}

} // namespace mottaget::identity
