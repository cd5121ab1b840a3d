// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/changes.h"

#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

#include <algorithm>

namespace mottaget::ui {

namespace {

//! The server has it: what this computer has only saved is the reader's own doing.
bool isFromServer(const care::Message& message)
{
    using enum care::Delivery;
    return message.delivery == Sent || message.delivery == Received || message.delivery == Read;
}

bool isOwner(const care::Owner& owner, const care::StaffRoleId& me)
{
    return owner.kind == care::Owner::Kind::Person && owner.reference == me.text();
}

} // namespace

QString Changes::between(const care::Case& before, const care::Case& after, const care::StaffRoleId& me, const QDateTime& now)
{
    QStringList sentences;
    for (const care::Message& message : after.messages) {
        const bool isNew = std::ranges::none_of(before.messages, [&](const care::Message& old) { return old.id == message.id; });
        if (!isNew || !isFromServer(message))
            continue;
        const QString time = Times::when(message.sent, now);
        if (!message.fromStaff)
            sentences.append(tr("Invånaren har skrivit ett nytt meddelande, %1.").arg(time));
        else
            //: %1 a name, %2 the kind of a message in lower case, %3 a time.
            sentences.append(tr("%1 har skickat %2, %3.")
                                 .arg(message.senderName.isEmpty() ? tr("En kollega") : message.senderName,
                                     Sentences::messageKind(message.kind).toLower(), time));
    }
    const bool changedHands = before.owner.kind != after.owner.kind || before.owner.reference != after.owner.reference;
    if (changedHands && !isOwner(after.owner, me)) {
        if (after.owner.kind == care::Owner::Kind::Unit)
            sentences.append(tr("Ärendet har lagts tillbaka i enhetens inkorg."));
        else
            sentences.append(tr("%1 har nu ärendet.").arg(after.owner.name.isEmpty() ? tr("En kollega") : after.owner.name));
    }
    if (care::isOpen(before.state) && !care::isOpen(after.state))
        //: %1 is a state of a case in lower case.
        sentences.append(tr("Ärendet är nu %1.").arg(Sentences::state(after.state).toLower()));
    return sentences.join(u' ');
}

} // namespace mottaget::ui
