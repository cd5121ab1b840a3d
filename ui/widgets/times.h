// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QString>

namespace mottaget::ui {

//! Days and times as staff read them: Swedish time whatever the machine's zone, ISO dates with the weekday, 24 hours with a
//! leading zero, never a two-digit year. All instants are UTC in; an invalid one gives an empty text. Pure.
class Times final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::Times)

public:
    Times() = delete;

    [[nodiscard]] static QString clock(const QDateTime& instant);            //!< 09:02
    [[nodiscard]] static QString clockWithSeconds(const QDateTime& instant); //!< 10:42:07
    //! i dag 08:07, i går 16:20, i morgon 15:00, ons 2026-11-18 08:07
    [[nodiscard]] static QString when(const QDateTime& instant, const QDateTime& now);
    //! ons 2026-11-18
    [[nodiscard]] static QString day(QDate day);
    [[nodiscard]] static bool isSameDay(const QDateTime& a, const QDateTime& b);
    //! In words; months for small children: 12 dagar, 14 månader, 3 år 2 månader, 59 år. Empty before the birth.
    [[nodiscard]] static QString age(QDate born, QDate on);
};

} // namespace mottaget::ui
