// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace mottaget::identity {

class PersonalIdentity;

//! A number never breaks over two lines on the screen: there the hyphen is U+2011. Plain text has the ASCII hyphen.
enum class Hyphen { Plain, NonBreaking };

//! YYYYMMDD-NNNC, with `+` from the calendar year in which the person turns 100; reserve numbers as stored.
//! `today` is the Swedish date.
[[nodiscard]] QString display(const PersonalIdentity& identity, QDate today, Hyphen hyphen = Hyphen::Plain);

//! YYMMDD-NNNC, for places without room. 240129+9264 and 240129-… lie a century apart: prefer the long form.
[[nodiscard]] QString displayShort(const PersonalIdentity& identity, QDate today, Hyphen hyphen = Hyphen::Plain);

//! For the clipboard: the 12 characters alone, which every other system's search field takes.
[[nodiscard]] QString clipboardText(const PersonalIdentity& identity);

} // namespace mottaget::identity
