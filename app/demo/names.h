// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/dice.h"

#include <QString>

namespace mottaget::demo {

struct PersonName {
    QString given;
    QString family;
    QString language; //!< BCP 47, the language at home

    [[nodiscard]] QString full() const { return given + QLatin1Char(' ') + family; }
};

//! A made-up name that fits sex and year of birth, as a Swedish town has them: mostly Swedish, then Finnish, Sami and
//! those of people who came later in life or whose parents did.
[[nodiscard]] PersonName nameFor(Dice& dice, bool woman, int birthYear);
//! Somebody of the same family, for instance a guardian.
[[nodiscard]] PersonName relativeOf(const PersonName& child, Dice& dice, bool woman, int birthYear);

} // namespace mottaget::demo
