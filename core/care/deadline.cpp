// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/deadline.h"

#include "core/base/clock.h"

#include <QTimeZone>

#include <algorithm>

namespace mottaget::care {

namespace {

constexpr int closingHour = 17;

//! Western Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).
QDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return {year, f / 31, f % 31 + 1};
}

//! Only those that can fall on a weekday; holidays that are always Saturdays or Sundays need no row.
bool isHoliday(QDate day)
{
    struct MonthDay {
        int month;
        int day;
    };
    constexpr MonthDay fixed[] = {{1, 1}, {1, 6}, {5, 1}, {6, 6}, {12, 24}, {12, 25}, {12, 26}, {12, 31}};
    const int month = day.month();
    const int dayOfMonth = day.day();
    for (const MonthDay& row : fixed) {
        if (month == row.month && dayOfMonth == row.day)
            return true;
    }
    // Midsummer's Eve is the Friday between 19 and 25 June.
    if (month == 6 && day.dayOfWeek() == Qt::Friday && dayOfMonth >= 19 && dayOfMonth <= 25)
        return true;
    if (month < 3 || month > 6)
        return false; // Easter and what hangs on it: 20 March to 3 June
    const qint64 afterEaster = easterSunday(day.year()).daysTo(day);
    return afterEaster == -2 || afterEaster == 1 || afterEaster == 39; // Good Friday, Easter Monday, Ascension Day
}

bool countsFor(CaseClock::Unit unit, QDate day)
{
    return unit != CaseClock::Unit::WorkingDays || isWorkingDay(day);
}

//! The days in which the final clock rested, in its own unit (milliseconds for hours): from each question to the resident's answer.
qint64 rested(const Case& value, CaseClock::Unit unit)
{
    qint64 sum = 0;
    QDateTime asked;
    for (const Message& message : value.messages) {
        if (message.kind == MessageKind::Question && countsAsSent(message.delivery) && !asked.isValid()) {
            asked = message.sent;
        } else if (message.kind == MessageKind::Resident && asked.isValid()) {
            if (unit == CaseClock::Unit::Hours) {
                sum += asked.msecsTo(message.sent);
            } else {
                const QDate last = swedishTime(message.sent).date();
                for (QDate day = swedishTime(asked).date().addDays(1); day <= last; day = day.addDays(1))
                    sum += countsFor(unit, day) ? 1 : 0;
            }
            asked = QDateTime();
        }
    }
    return sum;
}

QDateTime dueOf(const CaseClock& clock, const Case& value)
{
    const bool rests = clock.kind == CaseClock::Kind::Final;
    const qint64 rest = rests ? rested(value, clock.unit) : 0;
    if (clock.unit == CaseClock::Unit::Hours)
        return dueAt(clock, value.received).addMSecs(rest);
    return dueAt({clock.kind, clock.amount + static_cast<int>(rest), clock.unit}, value.received);
}

bool runs(const CaseClock& clock, const Case& value)
{
    switch (clock.kind) {
    case CaseClock::Kind::Partial: return !firstReplyAt(value).isValid();
    case CaseClock::Kind::Final: {
        const bool replied = std::ranges::any_of(
            value.messages, [](const Message& message) { return message.kind == MessageKind::Final && countsAsSent(message.delivery); });
        const bool resting = value.state == CaseState::Waiting && value.waitingFor == WaitingFor::Resident;
        return !replied && !resting;
    }
    }
    Q_UNREACHABLE();
}

} // namespace

bool isWorkingDay(QDate day)
{
    return day.isValid() && day.dayOfWeek() < Qt::Saturday && !isHoliday(day);
}

QDateTime dueAt(const CaseClock& clock, const QDateTime& from)
{
    if (!from.isValid())
        return {};
    if (clock.unit == CaseClock::Unit::Hours)
        return from.toUTC().addSecs(qint64 {3600} * clock.amount);
    const QDateTime local = swedishTime(from);
    QDate day = local.date();
    for (int left = clock.amount; left > 0;) {
        day = day.addDays(1);
        left -= countsFor(clock.unit, day) ? 1 : 0;
    }
    // "The same day" can't be kept after closing or on a holiday: the next day that counts is meant.
    const bool isLate = local.time().hour() >= closingHour;
    while (!countsFor(clock.unit, day) || (isLate && day == local.date()))
        day = day.addDays(1);
    return QDateTime(day, QTime(closingHour, 0), local.timeZone()).toUTC();
}

std::optional<RunningClock> runningClock(const Case& value, const CaseType& type)
{
    if (!isOpen(value.state) || value.state == CaseState::Answered || !value.received.isValid())
        return std::nullopt;
    std::optional<RunningClock> first;
    for (const CaseClock& clock : type.clocks) {
        if (!runs(clock, value))
            continue;
        const QDateTime due = dueOf(clock, value);
        if (!first || due < first->due)
            first = {clock.kind, due};
    }
    return first;
}

} // namespace mottaget::care
