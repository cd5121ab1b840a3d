// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/birth.h"

#include <QStringView>

#include <optional>

namespace mottaget::identity {

//! The birth date that the first eight digits of a personnummer stand for; nothing when there is no such day.
[[nodiscard]] std::optional<BirthDate> personalDate(QStringView eight);

//! The same for a samordningsnummer. Skatteverket's published numbers hold day field 60, month field 00 and days that
//! the month doesn't have; all these are taken, as uncertain.
[[nodiscard]] std::optional<BirthDate> coordinationDate(QStringView eight);

} // namespace mottaget::identity
