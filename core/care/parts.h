// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace mottaget::care {

//! One question and answer of the resident's form, as the resident saw it.
struct FormAnswer {
    QString question;
    QString answer;
    int depth = 0; //!< nesting in groups, 0 = top
    friend bool operator==(const FormAnswer&, const FormAnswer&) = default;
};

//! One medicine of a renewal request. A child Task with its own version, so that two people can decide two lines.
struct RenewalLine {
    PartId id;
    VersionId version;
    int number = 0; //!< order in the form, from 1
    QString drug;
    QString strength; //!< the text as written: "0,10 mg" is never turned into a number
    QString dosage;
    QString indication;
    QString remaining;
    bool decided = false;
    friend bool operator==(const RenewalLine&, const RenewalLine&) = default;
};

//! A time the resident wishes: a period, or free words when the form let them write.
struct WishedTime {
    QDateTime start; //!< UTC; invalid when only words were given
    QDateTime end;
    QString words;
    friend bool operator==(const WishedTime&, const WishedTime&) = default;
};

//! The booking a case is about (av- eller omboka tid).
struct BookingConcerned {
    enum class Wish { Unknown, Cancel, Rebook };
    QString appointmentId; //!< empty when the resident only described it
    QString description;   //!< what and when, as shown to the resident
    Wish wish = Wish::Unknown;
    friend bool operator==(const BookingConcerned&, const BookingConcerned&) = default;
};

//! Internal note: not shown on 1177, but can be demanded out.
struct Note {
    QString author;
    QDateTime time;
    QString text;
    friend bool operator==(const Note&, const Note&) = default;
};

} // namespace mottaget::care
