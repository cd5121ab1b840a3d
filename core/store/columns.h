// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QVariant>

namespace mottaget::store {

//! An instant as a column holds it: milliseconds since 1970 in UTC, NULL when invalid.
[[nodiscard]] inline QVariant toColumn(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

[[nodiscard]] inline QDateTime timeOf(const QVariant& column)
{
    return column.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

//! An enum as a column holds it.
template <typename E>
[[nodiscard]] QVariant enumColumn(E value)
{
    return static_cast<int>(value);
}

template <typename E>
[[nodiscard]] E enumOf(const QVariant& column)
{
    return static_cast<E>(column.toInt());
}

//! QSQLITE binds a null QString as NULL; our text columns are NOT NULL and empty means none.
[[nodiscard]] inline QString text(const QString& value)
{
    return value.isNull() ? QLatin1String("") : value;
}

} // namespace mottaget::store
