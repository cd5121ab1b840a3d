// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/conflicts.h"

#include "core/session/making.h"
#include "core/sync/mapping.h"

namespace mottaget::session::work {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<SessionError> fail(SessionError::Code code)
{
    return failed(SessionError {code, {}});
}

bool isStopped(const store::StoredCommand& stored)
{
    return stored.state == care::CommandState::Conflict || stored.state == care::CommandState::Rejected;
}

//! What receipts tell of the time after the author looked. By the region's clock: colleagues' own may be wrong, and what they did without a
//! network came long after they did it.
QList<care::Deed> deedsSince(store::Stores& stores, const care::CaseId& id, const QDateTime& base)
{
    QList<care::Deed> deeds;
    for (const store::StoredResource& receipt : stores.resources().ofCase(id, {u"Provenance"_s})) {
        const auto deed = sync::deedOf(receipt.body);
        if (deed && (!base.isValid() || sync::updatedAt(receipt.body) > base))
            deeds << *deed;
    }
    return deeds;
}

//! The case as its author saw it. A message that came at the same moment as the case is told rather than passed over.
care::Case seenBy(const store::StoredCommand& stored, const care::Case& current, const QList<care::Deed>& since, const QDateTime& base)
{
    care::Case seen = sync::caseOf(stored.baseBody).value_or(current);
    seen.messages.clear();
    for (const care::Message& message : current.messages) {
        bool isNew = message.id != stored.command.messageId && base.isValid() && message.sent > base;
        for (const care::Deed& deed : since)
            isNew = isNew || deed.touched.contains(message.id.text());
        if (!isNew)
            seen.messages << message;
    }
    return seen;
}

} // namespace

std::optional<care::Conflict> conflictOf(store::Stores& stores, sync::Projector& projector, const store::StoredCommand& stored)
{
    if (!isStopped(stored))
        return std::nullopt;
    const auto actor = projector.actor();
    const auto assembled = projector.assemble(stored.command.caseId, sync::Projector::Depth::Row);
    if (!actor || !assembled)
        return std::nullopt;
    const QDateTime base = sync::updatedAt(stored.baseBody);
    const QList<care::Deed> since = deedsSince(stores, stored.command.caseId, base);
    care::Conflict conflict;
    conflict.version = assembled->server.version;
    conflict.theirs = care::differences(seenBy(stored, assembled->server, since, base), assembled->server, since);
    conflict.ways = care::waysOn(stored.command, assembled->server, *actor);
    return conflict;
}

WorkResult<care::CaseId> resolve(store::Stores& stores, const Choice& choice, const Context& context)
{
    if (choice.way == care::WayOn::AsDraft || choice.way == care::WayOn::GiveUp)
        return undo(stores, choice.command, context);
    const QDateTime now = context.clock.now();
    const auto stored = stores.commands().find(choice.command);
    if (!stored)
        return fail(SessionError::Code::NotFound);
    if (!isStopped(*stored))
        return fail(SessionError::Code::TooLate);
    sync::Projector projector(stores, now);
    const auto actor = projector.actor();
    const auto assembled = projector.assemble(stored->command.caseId, sync::Projector::Depth::Row);
    if (!actor || !assembled)
        return fail(actor ? SessionError::Code::NotFound : SessionError::Code::NotSignedIn);
    if (assembled->server.version != choice.seenVersion)
        return fail(SessionError::Code::VersionMoved);
    QList<store::StoredCommand> replacements;
    for (const care::Command& made : care::commandsOf(choice.way, stored->command, assembled->server, *actor))
        replacements << stamped(made, *assembled, *actor, context);
    if (replacements.isEmpty())
        return failed(SessionError {SessionError::Code::Refused, {care::Refusal::Reason::WrongState, assembled->server.state}});
    const auto replaced = stores.commands().replace(choice.command, replacements);
    if (!replaced)
        return fail(SessionError::Code::StoreFailed);
    if (!*replaced)
        return fail(SessionError::Code::TooLate);
    repaint(stores, stored->command.caseId, now);
    return stored->command.caseId;
}

} // namespace mottaget::session::work
