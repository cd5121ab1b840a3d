// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include <QString>

namespace mottaget::store {

using namespace Qt::StringLiterals;

qint64 lastRow(Database& database, const char* table)
{
    constexpr qint64 bound = 20000; // a year of a person's actions
    Statement last = database.prepare(qPrintable(u"SELECT max(rowid) FROM %1"_s.arg(QLatin1StringView(table))));
    return last.exec() && last.next() ? last.value(0).toLongLong() : bound;
}

} // namespace mottaget::store
