// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/datefield.h"

#include "core/identity/luhn.h"

#include <algorithm>

namespace mottaget::identity {

namespace {

constexpr int earliestYear = 1800;

struct Fields {
    int year;
    int month;
    int day;
};

Fields fieldsOf(QStringView eight)
{
    return {digitsValue(eight.first(4)), digitsValue(eight.sliced(4, 2)), digitsValue(eight.sliced(6, 2))};
}

} // namespace

std::optional<BirthDate> personalDate(QStringView eight)
{
    const Fields f = fieldsOf(eight);
    const QDate date(f.year, f.month, f.day);
    if (!date.isValid() || f.year < earliestYear)
        return {};
    return BirthDate {date, true};
}

std::optional<BirthDate> coordinationDate(QStringView eight)
{
    const Fields f = fieldsOf(eight);
    const int day = f.day - 60;
    if (f.year < earliestYear || f.month > 12 || day < 0 || day > 31)
        return {};
    if (f.month == 0)
        return BirthDate {QDate(f.year, 1, 1), false};
    const QDate first(f.year, f.month, 1);
    const int lastDay = first.daysInMonth();
    if (day == 0 || day > lastDay)
        return BirthDate {QDate(f.year, f.month, std::clamp(day, 1, lastDay)), false};
    return BirthDate {QDate(f.year, f.month, day), true};
}

} // namespace mottaget::identity
