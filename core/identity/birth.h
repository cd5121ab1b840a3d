// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <optional>

namespace mottaget::identity {

class PersonalIdentity;

//! The date of birth that a number carries. The register's own date, when the server gives one, goes before it: when
//! a day's numbers run out a near day is used (folkbokföringslagen 18 §), so a number may be off by days.
struct BirthDate {
    QDate date;          //!< when not certain: the earliest day the number allows
    bool certain = true; //!< false when the number says only the year, or the year and month
    friend bool operator==(const BirthDate&, const BirthDate&) = default;
};

//! Nothing when the number carries no birth date, as most local reserve numbers.
[[nodiscard]] std::optional<BirthDate> birthDate(const PersonalIdentity& identity);

//! Age in whole years. Somebody born on 29 February turns a year older on the 28th when there is no 29th (lag 1930:173).
//! Nothing before the birth and for invalid dates.
[[nodiscard]] std::optional<int> ageInYears(QDate born, QDate on);

//! Age in whole months, for small children; the last day of a short month counts as the missing day.
[[nodiscard]] std::optional<int> ageInMonths(QDate born, QDate on);

//! From the number's date. When that is uncertain the age is the highest possible one: show it as "about", and decide no
//! age limit by it.
[[nodiscard]] std::optional<int> ageInYears(const PersonalIdentity& identity, QDate on);

//! As above, but nothing at all when the day of birth is uncertain: months would pretend to more than is known.
[[nodiscard]] std::optional<int> ageInMonths(const PersonalIdentity& identity, QDate on);

//! The legal sex when the number was assigned, by its parity. Says nothing about the body: never a clinical fact.
enum class LegalSex { Female, Male };

//! Nothing when the number doesn't tell.
[[nodiscard]] std::optional<LegalSex> legalSex(const PersonalIdentity& identity);

} // namespace mottaget::identity
