// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/case.h"
#include "core/care/casetype.h"

#include <QDate>
#include <QDateTime>

#include <optional>

namespace mottaget::care {

//! Swedish public holidays (lagen om allmänna helgdagar, 1989:253), and Midsummer, Christmas and New Year's Eve, are no working days.
[[nodiscard]] bool isWorkingDay(QDate day);

//! When a promise made at `from` falls due: working and calendar days end at 17:00 Swedish time of the last day, hours count plainly.
//! UTC in and out.
[[nodiscard]] QDateTime dueAt(const CaseClock& clock, const QDateTime& from);

//! The clock that rings first, of those that run.
struct RunningClock {
    CaseClock::Kind kind = CaseClock::Kind::Final;
    QDateTime due;
    friend bool operator==(const RunningClock&, const RunningClock&) = default;
};

//! The earliest running clock of a case. The partial clock stops at the first reply, the final clock at the final reply and
//! rests while the case waits for the resident. None for a case that is answered or closed.
[[nodiscard]] std::optional<RunningClock> runningClock(const Case& value, const CaseType& type);

} // namespace mottaget::care
