// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace mottaget::fhir {

//! A date, dateTime or instant of FHIR R4 (2.24.0.1) with as much precision as was written.
struct Moment {
    enum class Precision { Year, Month, Day, Minute, Second, Millisecond };

    QDateTime at; //!< UTC; the begin of the year, month or day when no time was written, as if in UTC
    Precision precision = Precision::Millisecond;

    //! Whether an hour was written. What has none is a day everywhere and must not be shifted to a time zone.
    [[nodiscard]] bool hasTime() const { return precision >= Precision::Minute; }
    friend bool operator==(const Moment&, const Moment&) = default;
};

//! Fractions finer than a millisecond are cut, a leap second is the next second. Minutes without seconds are met in the
//! wild and taken. A time without offset is refused: R4 requires one.
[[nodiscard]] std::optional<Moment> parseMoment(QByteArrayView text);

//! As the client writes times: UTC with milliseconds, `2026-11-23T09:41:07.120Z`.
[[nodiscard]] QByteArray instantText(const QDateTime& at);

} // namespace mottaget::fhir
