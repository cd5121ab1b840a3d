// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/times.h"

#include "core/base/clock.h"
#include "core/identity/birth.h"

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

constexpr int monthsUntilYears = 24;
constexpr int monthsUntilYearsAlone = 72;

} // namespace

QString Times::clock(const QDateTime& instant)
{
    return instant.isValid() ? swedishTime(instant).toString(u"HH:mm"_s) : QString();
}

QString Times::clockWithSeconds(const QDateTime& instant)
{
    return instant.isValid() ? swedishTime(instant).toString(u"HH:mm:ss"_s) : QString();
}

QString Times::day(QDate day)
{
    if (!day.isValid())
        return {};
    //: Short names of the weekdays, as before a date.
    const QString names[] = {tr("mån"), tr("tis"), tr("ons"), tr("tor"), tr("fre"), tr("lör"), tr("sön")};
    return names[day.dayOfWeek() - 1] + u' ' + day.toString(Qt::ISODate);
}

bool Times::isSameDay(const QDateTime& a, const QDateTime& b)
{
    return a.isValid() && b.isValid() && swedishTime(a).date() == swedishTime(b).date();
}

QString Times::when(const QDateTime& instant, const QDateTime& now)
{
    if (!instant.isValid())
        return {};
    const QDateTime local = swedishTime(instant);
    const QString time = clock(instant);
    switch (swedishTime(now).date().daysTo(local.date())) {
    //: %1 is a time of day.
    case 0: return tr("i dag %1").arg(time);
    //: %1 is a time of day.
    case 1: return tr("i morgon %1").arg(time);
    //: %1 is a time of day.
    case -1: return tr("i går %1").arg(time);
    default: return day(local.date()) + u' ' + time;
    }
}

QString Times::age(QDate born, QDate on)
{
    const auto months = identity::ageInMonths(born, on);
    const auto years = identity::ageInYears(born, on);
    if (!months || !years)
        return {};
    if (*months == 0) {
        const qint64 days = born.daysTo(on);
        return days == 1 ? tr("1 dag") : tr("%1 dagar").arg(days);
    }
    if (*months < monthsUntilYears)
        return *months == 1 ? tr("1 månad") : tr("%1 månader").arg(*months);
    const QString whole = tr("%1 år").arg(*years);
    const int rest = *months - 12 * *years;
    if (*months >= monthsUntilYearsAlone || rest <= 0)
        return whole;
    return whole + u' ' + (rest == 1 ? tr("1 månad") : tr("%1 månader").arg(rest));
}

} // namespace mottaget::ui
