// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/case.h"

namespace mottaget::care {

namespace {

//! The newest time among the messages that match; invalid when none does.
template <typename Match>
QDateTime newest(const QList<Message>& messages, Match match)
{
    QDateTime found;
    for (const Message& message : messages) {
        if (countsAsSent(message.delivery) && match(message) && (!found.isValid() || message.sent > found))
            found = message.sent;
    }
    return found;
}

bool isResident(const Message& message)
{
    return message.kind == MessageKind::Resident;
}

} // namespace

bool hasUnreadAnswer(const Case& value)
{
    const QDateTime theirs = newest(value.messages, isResident);
    const QDateTime ours = newest(value.messages, [](const Message& message) { return !isResident(message); });
    return theirs.isValid() && (!ours.isValid() || theirs > ours);
}

QDateTime firstReplyAt(const Case& value)
{
    QDateTime first;
    for (const Message& message : value.messages) {
        const bool isReply = !isResident(message) && message.kind != MessageKind::Correction;
        if (isReply && countsAsSent(message.delivery) && (!first.isValid() || message.sent < first))
            first = message.sent;
    }
    return first;
}

QDateTime finalReplyAt(const Case& value)
{
    const QDateTime replied = newest(value.messages, [](const Message& message) { return message.kind == MessageKind::Final; });
    if (!replied.isValid() || value.state == CaseState::Answered || !isOpen(value.state))
        return replied;
    // The resident wrote again and the case was taken up again: the old reply no longer ends it, a new one is due.
    const QDateTime theirs = newest(value.messages, isResident);
    return theirs.isValid() && theirs > replied ? QDateTime() : replied;
}

} // namespace mottaget::care
