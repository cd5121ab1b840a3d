// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/apply.h"

#include <QSet>

#include <algorithm>

namespace mottaget::care {

namespace {

//! What a verb looks at in a case. Names, delivery marks, times of reading and the version number mean nothing to any of them.
struct Looks {
    Verb verb;
    bool state;    //!< state and what it waits for, closure
    bool owner;
    bool messages; //!< written by either side
    bool priority;
    bool notes;
};

//! A note needs only that the case is still open or still ended. Reopening leaves a note: a new one may mean it is reopened already.
// clang-format off
constexpr Looks table[] = {
    // verb              state  owner  messages priority notes
    {Verb::Take,       true,  true,  false,   false,   false},
    {Verb::Assign,     true,  true,  false,   false,   false},
    {Verb::Start,      true,  true,  false,   false,   false},
    {Verb::Partial,    true,  true,  true,    false,   false},
    {Verb::Question,   true,  true,  true,    false,   false},
    {Verb::Reply,      true,  true,  true,    false,   false},
    {Verb::Correct,    true,  true,  true,    false,   false},
    {Verb::Note,       false, false, false,   false,   false},
    {Verb::Prioritise, false, true,  false,   true,    false},
    {Verb::Redirect,   true,  true,  true,    false,   false},
    {Verb::Close,      true,  true,  true,    false,   false},
    {Verb::Withdraw,   true,  true,  true,    false,   false},
    {Verb::Reopen,     true,  true,  true,    false,   true},
};
// clang-format on

QSet<MessageId> idsOf(const QList<Message>& messages)
{
    QSet<MessageId> ids;
    for (const Message& message : messages)
        ids.insert(message.id);
    return ids;
}

} // namespace

bool stillMeansTheSame(const Command& command, const Case& seen, const Case& current)
{
    // Another resident or unit makes it another matter for every verb.
    if (seen.id != current.id || seen.patient != current.patient || seen.unitHsaId.compare(current.unitHsaId, Qt::CaseInsensitive) != 0)
        return false;
    const auto row = std::ranges::find(table, command.verb, &Looks::verb);
    Q_ASSERT(row != std::ranges::end(table));
    if (isOpen(seen.state) != isOpen(current.state))
        return false;
    if (row->state && (seen.state != current.state || seen.waitingFor != current.waitingFor || seen.closure != current.closure))
        return false;
    if (row->owner && (seen.owner.kind != current.owner.kind || seen.owner.reference != current.owner.reference))
        return false;
    if (row->messages && idsOf(seen.messages) != idsOf(current.messages))
        return false;
    if (row->priority && seen.priority != current.priority)
        return false;
    return !row->notes || seen.notes == current.notes;
}

} // namespace mottaget::care
