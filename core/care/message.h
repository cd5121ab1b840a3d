// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/care/parts.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace mottaget::care {

enum class MessageKind { Partial, Final, Question, Correction, Resident };

//! Where an own message stands. The first five are the command's state (contract "states of a command"), the last three the server's word.
enum class Delivery {
    SavedHere,
    Sending,
    Confirming,
    NeedsAttention,
    Rejected, //!< not yet on the server
    Sent,
    Received,
    Read,                                     //!< skickad, mottagen, läst
};

//! False for a message that was refused or waits for somebody's decision: it never leaves by itself and answers nobody.
[[nodiscard]] constexpr bool countsAsSent(Delivery delivery)
{
    return delivery != Delivery::Rejected && delivery != Delivery::NeedsAttention;
}

//! One message of the thread between clinic and resident. Times are UTC.
struct Message {
    MessageId id;
    MessageKind kind = MessageKind::Resident;
    QString senderName;
    bool fromStaff = false;
    QDateTime sent;
    QDateTime readAt; //!< invalid until the resident has read it
    QString text;
    Delivery delivery = Delivery::Sent;
    QList<Attachment> attachments;

    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace mottaget::care
