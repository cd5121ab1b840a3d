// SPDX-License-Identifier: GPL-3.0-or-later
// The rule in words: docs/order.md.
#include "core/base/clock.h"
#include "core/care/caserow.h"
#include "core/care/deadline.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::care {

namespace {

char rankOf(Priority priority)
{
    switch (priority) {
    case Priority::Stat: return '0';
    case Priority::Asap: return '1';
    case Priority::Urgent: return '2';
    case Priority::Routine: return '3';
    }
    Q_UNREACHABLE();
}

void addDigits(QByteArray& key, int value, int digits)
{
    for (int place = digits == 4 ? 1000 : digits == 3 ? 100 : 10; place > 0; place /= 10)
        key += static_cast<char>('0' + value / place % 10);
}

//! 24 characters for every instant, so that bytes sort as times do. A missing time comes last. Written by hand because a first sync
//! orders tens of thousands of cases, and QDateTime::toString would be half the work.
void addInstant(QByteArray& key, const QDateTime& instant)
{
    const QDateTime utc = instant.toUTC();
    if (!utc.isValid() || utc.date().year() < 0 || utc.date().year() > 9999) {
        key += "9999-12-31T23:59:59.999Z|";
        return;
    }
    const QDate day = utc.date();
    const QTime time = utc.time();
    addDigits(key, day.year(), 4);
    key += '-';
    addDigits(key, day.month(), 2);
    key += '-';
    addDigits(key, day.day(), 2);
    key += 'T';
    addDigits(key, time.hour(), 2);
    key += ':';
    addDigits(key, time.minute(), 2);
    key += ':';
    addDigits(key, time.second(), 2);
    key += '.';
    addDigits(key, time.msec(), 3);
    key += "Z|";
}

//! When no clock runs: received and the unit's promise of a final reply (of any reply, when it promises no final one).
QDateTime promisedAt(const Case& value, const CaseType& type)
{
    QDateTime promised;
    bool promisesFinal = false;
    for (const CaseClock& clock : type.clocks) {
        const bool isFinal = clock.kind == CaseClock::Kind::Final;
        if (promisesFinal && !isFinal)
            continue;
        const QDateTime due = dueAt(clock, value.received);
        if (!promised.isValid() || (isFinal && !promisesFinal) || due < promised)
            promised = due;
        promisesFinal = promisesFinal || isFinal;
    }
    return promised.isValid() ? promised : value.received;
}

OrderReason reasonOf(const Case& value, const std::optional<RunningClock>& clock)
{
    if (!isOpen(value.state))
        return OrderReason::Ended;
    if (value.state == CaseState::Answered)
        return hasUnreadAnswer(value) ? OrderReason::UnreadAnswer : OrderReason::Answered;
    if (value.priority == Priority::Stat)
        return OrderReason::Stat;
    if (clock)
        return clock->kind == CaseClock::Kind::Partial ? OrderReason::FirstReplyDue : OrderReason::FinalReplyDue;
    if (hasUnreadAnswer(value))
        return OrderReason::UnreadAnswer;
    if (value.state == CaseState::Waiting)
        return OrderReason::WaitsForOther;
    if (value.priority != Priority::Routine)
        return OrderReason::Priority;
    return value.openedByLicensed.isValid() ? OrderReason::WaitingTime : OrderReason::NotOpenedByLicensed;
}

//! The words change when the clock rings and at each Swedish midnight ("förfaller idag", "försenat två dagar").
QDateTime nextChange(const QDateTime& due, const QDateTime& now)
{
    const QDateTime local = swedishTime(now);
    const QDateTime midnight = local.date().addDays(1).startOfDay(local.timeZone()).toUTC();
    return due > now && due < midnight ? due : midnight;
}

} // namespace

QLatin1StringView codeOf(OrderReason reason)
{
    switch (reason) {
    case OrderReason::Stat: return "stat"_L1;
    case OrderReason::FirstReplyDue: return "first-reply-due"_L1;
    case OrderReason::FinalReplyDue: return "final-reply-due"_L1;
    case OrderReason::UnreadAnswer: return "unread-answer"_L1;
    case OrderReason::NotOpenedByLicensed: return "not-opened-by-licensed"_L1;
    case OrderReason::Priority: return "priority"_L1;
    case OrderReason::WaitingTime: return "waiting-time"_L1;
    case OrderReason::WaitsForOther: return "waits-for-other"_L1;
    case OrderReason::Answered: return "answered"_L1;
    case OrderReason::Ended: return "ended"_L1;
    }
    Q_UNREACHABLE();
}

Order orderOf(const Case& value, const CaseType& type, const QDateTime& now)
{
    const std::optional<RunningClock> clock = runningClock(value, type);
    Order order;
    order.reason = reasonOf(value, clock);
    if (clock) {
        order.due = clock->due;
        order.until = nextChange(clock->due, now);
    }
    order.key.reserve(100);
    order.key += value.priority == Priority::Stat ? "0|" : "1|";
    addInstant(order.key, clock ? clock->due : promisedAt(value, type));
    order.key += rankOf(value.priority);
    order.key += value.openedByLicensed.isValid() ? "|1" : "|0";
    order.key += hasUnreadAnswer(value) ? "|0|" : "|1|";
    addInstant(order.key, value.received);
    order.key += value.id.text().toUtf8();
    return order;
}

} // namespace mottaget::care
