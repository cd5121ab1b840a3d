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

//! A file that came with a message. Its content is fetched only when somebody asks for it.
struct Attachment {
    QString id;          //!< of the region's Binary; empty when it lies elsewhere, and can't be fetched
    QString title;       //!< as the sender called it; may be empty
    QString contentType; //!< MIME
    qint64 size = -1;    //!< bytes as told by the sender; -1: not told
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

//! What of an attachment is on this computer.
enum class AttachmentState {
    NotFetched,
    Wanted, //!< asked for, and not here yet
    Here,
    TooLarge,
    Missing, //!< the region does not give it
};

inline constexpr qint64 largestAttachment = 20LL * 1024 * 1024;

//! Internal note: not shown on 1177, but can be demanded out.
struct Note {
    QString author;
    QDateTime time;
    QString text;
    friend bool operator==(const Note&, const Note&) = default;
};

} // namespace mottaget::care
