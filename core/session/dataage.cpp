// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/dataage.h"

#include "core/sync/steps.h"

#include <algorithm>

namespace mottaget::session {

DataAge dataAge(const QDateTime& heard, const QDateTime& now, std::chrono::milliseconds sinceHeard, std::chrono::seconds grace)
{
    if (!heard.isValid())
        return DataAge::Fresh;
    const auto byWall = std::chrono::milliseconds(std::abs(heard.msecsTo(now)));
    const auto age = std::max(byWall, sinceHeard);
    if (age >= grace)
        return DataAge::TooOld;
    return age >= markedOldAfter ? DataAge::Old : DataAge::Fresh;
}

bool work::isTooOld(store::Stores& stores, const Context& context)
{
    QString heard = stores.marks().value(QString::fromLatin1(sync::mark::lastPull));
    if (heard.isEmpty())
        heard = stores.marks().value(QString::fromLatin1(sync::mark::firstStart)); // a first fetch that never came to its end
    return dataAge(QDateTime::fromString(heard, Qt::ISODateWithMs), context.clock.now(), context.sinceHeard, context.grace)
        == DataAge::TooOld;
}

} // namespace mottaget::session
