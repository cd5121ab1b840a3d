// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/conflict.h"

#include "core/care/codes.h"
#include "core/care/writtentext.h"

#include <algorithm>

namespace mottaget::care {

namespace {

using What = Difference::What;
using Source = Difference::Source;

bool writesToResident(Verb verb)
{
    return verb == Verb::Partial || verb == Verb::Question || verb == Verb::Reply || verb == Verb::Correct;
}

//! Which aspects a verb can have changed: who to name for them.
bool canHaveChanged(What what, Verb verb)
{
    switch (what) {
    case What::State: return verb != Verb::Note && verb != Verb::Prioritise && verb != Verb::Correct;
    case What::Owner:
        return verb == Verb::Take || verb == Verb::Assign || verb == Verb::Start || verb == Verb::Partial || verb == Verb::Question
            || verb == Verb::Reply;
    case What::Priority: return verb == Verb::Prioritise;
    case What::Closure: return verb == Verb::Close;
    case What::Message:
    case What::Note: return false; // these carry their author themselves
    }
    Q_UNREACHABLE();
}

Difference named(What what, const Case& current, const QList<Deed>& since)
{
    Difference difference;
    difference.what = what;
    difference.state = current.state;
    difference.waitingFor = current.waitingFor;
    difference.at = current.changed;
    const Deed* last = nullptr;
    for (const Deed& deed : since) {
        const auto verb = verbOf(deed.verb);
        if (verb && canHaveChanged(what, *verb) && (!last || deed.at > last->at))
            last = &deed;
    }
    if (last) {
        difference.source = Source::Mottaget;
        difference.by = last->by;
        difference.at = last->at;
    }
    return difference;
}

void addMessages(QList<Difference>& found, const Case& seen, const Case& current, const QList<Deed>& since)
{
    for (const Message& message : current.messages) {
        if (std::ranges::any_of(seen.messages, [&](const Message& old) { return old.id == message.id; }))
            continue;
        const bool hasReceipt = std::ranges::any_of(since, [&](const Deed& deed) { return deed.touched.contains(message.id.text()); });
        Difference difference;
        difference.what = What::Message;
        difference.source = !message.fromStaff ? Source::Resident : hasReceipt ? Source::Mottaget : Source::OtherSystem;
        difference.by = message.senderName;
        difference.at = message.sent;
        difference.kind = message.kind;
        found << difference;
    }
}

void addNotes(QList<Difference>& found, const Case& seen, const Case& current, const QList<Deed>& since)
{
    for (const Note& note : current.notes) {
        if (seen.notes.contains(note))
            continue;
        const bool hasReceipt =
            std::ranges::any_of(since, [&](const Deed& deed) { return deed.at == note.time && deed.by == note.author; });
        Difference difference;
        difference.what = What::Note;
        difference.source = hasReceipt ? Source::Mottaget : Source::OtherSystem;
        difference.by = note.author;
        difference.at = note.time;
        found << difference;
    }
}

Command takeOf(const Command& mine, const Actor& actor)
{
    Command take;
    take.verb = Verb::Take;
    take.caseId = mine.caseId;
    take.assignee = Owner {Owner::Kind::Person, actor.self.role.text(), actor.self.name};
    return take;
}

Command writtenAs(Verb verb, const Command& mine)
{
    Command written;
    written.verb = verb;
    written.caseId = mine.caseId;
    written.text = mine.text;
    return written;
}

} // namespace

QList<Difference> differences(const Case& seen, const Case& current, const QList<Deed>& since)
{
    QList<Difference> found;
    if (seen.state != current.state || seen.waitingFor != current.waitingFor)
        found << named(What::State, current, since);
    if (seen.closure != current.closure)
        found << named(What::Closure, current, since);
    if (seen.owner.kind != current.owner.kind || seen.owner.reference != current.owner.reference) {
        found << named(What::Owner, current, since);
        found.last().owner = current.owner;
    }
    if (seen.priority != current.priority) {
        found << named(What::Priority, current, since);
        found.last().priority = current.priority;
    }
    addMessages(found, seen, current, since);
    addNotes(found, seen, current, since);
    std::ranges::stable_sort(
        found, [](const Difference& a, const Difference& b) { return a.at.isValid() != b.at.isValid() ? a.at.isValid() : a.at < b.at; });
    return found;
}

QList<Command> commandsOf(WayOn way, const Command& mine, const Case& current, const Actor& actor)
{
    const auto ifAllowed = [&](const Command& command) {
        return apply(command, current, actor) ? QList<Command> {command} : QList<Command>();
    };
    switch (way) {
    case WayOn::Again: return ifAllowed(mine);
    case WayOn::TakeFirst: {
        if (mine.verb == Verb::Take || apply(mine, current, actor))
            return {};
        const Command take = takeOf(mine, actor);
        const auto taken = apply(take, current, actor);
        return taken && apply(mine, *taken, actor) ? QList<Command> {take, mine} : QList<Command>();
    }
    case WayOn::AsCorrection:
        return writesToResident(mine.verb) && mine.verb != Verb::Correct ? ifAllowed(writtenAs(Verb::Correct, mine)) : QList<Command>();
    case WayOn::AsNote: return mine.verb != Verb::Note && !isBlank(mine.text) ? ifAllowed(writtenAs(Verb::Note, mine)) : QList<Command>();
    case WayOn::AsDraft:
    case WayOn::GiveUp: return {};
    }
    Q_UNREACHABLE();
}

QList<WayOn> waysOn(const Command& mine, const Case& current, const Actor& actor)
{
    QList<WayOn> ways;
    for (const WayOn way : {WayOn::Again, WayOn::TakeFirst, WayOn::AsCorrection, WayOn::AsNote}) {
        if (!commandsOf(way, mine, current, actor).isEmpty())
            ways << way;
    }
    ways << (writesToResident(mine.verb) ? WayOn::AsDraft : WayOn::GiveUp);
    return ways;
}

} // namespace mottaget::care
