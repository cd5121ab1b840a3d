// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/apply.h"
#include "core/session/casework.h"
#include "core/session/making.h"
#include "core/sync/projector.h"

namespace mottaget::session::work {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<SessionError> fail(SessionError::Code code)
{
    return failed(SessionError {code, {}});
}

tl::unexpected<SessionError> refuse(const care::Refusal& refusal)
{
    return failed(SessionError {SessionError::Code::Refused, refusal});
}

} // namespace

WorkResult<Submitted> submit(store::Stores& stores, const Intent& intent, const Context& context)
{
    const QDateTime now = context.clock.now();
    sync::Projector projector(stores, now);
    const auto actor = projector.actor();
    if (!actor)
        return fail(SessionError::Code::NotSignedIn);
    const auto assembled = projector.assemble(intent.caseId, sync::Projector::Depth::Row);
    if (!assembled)
        return fail(SessionError::Code::NotFound);
    if (intent.seenVersion != assembled->server.version)
        return fail(SessionError::Code::VersionMoved);
    care::Command made;
    made.caseId = intent.caseId;
    made.verb = intent.verb;
    made.text = intent.text;
    made.assignee = intent.assignee;
    made.priority = intent.priority;
    made.closure = intent.closure;
    const store::StoredCommand stored = stamped(made, *assembled, *actor, context);
    if (const auto applied = care::apply(stored.command, assembled->shown, *actor); !applied)
        return refuse(applied.error());
    if (!stores.commands().add(stored))
        return fail(SessionError::Code::StoreFailed);
    if (writesMessage(intent.verb))
        (void)stores.drafts().remove(intent.caseId); // idempotent; a draft that stays is only seen again
    repaint(stores, intent.caseId, now);
    return Submitted {stored.command.id, stored.command.notBefore};
}

WorkResult<care::CaseId> undo(store::Stores& stores, const care::CommandId& id, const Context& context)
{
    const auto stored = stores.commands().find(id);
    if (!stored)
        return fail(SessionError::Code::NotFound);
    const care::CaseId caseId = stored->command.caseId;
    // The text first: it must never be nowhere.
    if (writesMessage(stored->command.verb)) {
        const store::StoredDraft draft {stored->command.verb, stored->command.text, context.clock.now()};
        if (!stores.drafts().put(caseId, draft))
            return fail(SessionError::Code::StoreFailed);
    }
    const auto taken = stores.commands().takeBack(id);
    if (!taken)
        return fail(SessionError::Code::StoreFailed);
    if (!*taken) {
        (void)stores.drafts().remove(caseId);
        return fail(SessionError::Code::TooLate);
    }
    repaint(stores, caseId, context.clock.now());
    return caseId;
}

WorkResult<care::CaseId> retry(store::Stores& stores, const care::CommandId& id, const Context& context)
{
    const QDateTime now = context.clock.now();
    const auto stored = stores.commands().find(id);
    if (!stored)
        return fail(SessionError::Code::NotFound);
    const care::CaseId caseId = stored->command.caseId;
    if (stored->state != care::CommandState::Conflict && stored->state != care::CommandState::Rejected) {
        if (!stores.commands().setNextAttempt(id, {}))
            return fail(SessionError::Code::StoreFailed);
        return caseId;
    }
    sync::Projector projector(stores, now);
    const auto actor = projector.actor();
    const auto assembled = projector.assemble(caseId, sync::Projector::Depth::Row);
    if (!actor || !assembled)
        return fail(actor ? SessionError::Code::NotFound : SessionError::Code::NotSignedIn);
    if (const auto applied = care::apply(stored->command, assembled->server, *actor); !applied)
        return refuse(applied.error());
    if (!stores.commands().rebase(id, assembled->server.version, assembled->taskBody))
        return fail(SessionError::Code::StoreFailed);
    repaint(stores, caseId, now);
    return caseId;
}

WorkResult<QDateTime> saveDraft(store::Stores& stores, const care::CaseId& id, care::Verb verb, const QString& text, const Context& context)
{
    const QDateTime now = context.clock.now();
    const auto done = text.isEmpty() ? stores.drafts().remove(id) : stores.drafts().put(id, {verb, text, now});
    if (!done)
        return fail(SessionError::Code::StoreFailed);
    return now;
}

WorkResult<care::CaseId> fetchAttachment(store::Stores& stores, const care::CaseId& id, const QString& attachment, const Context& context)
{
    const QDateTime now = context.clock.now();
    const auto assembled = sync::Projector(stores, now).assemble(id, sync::Projector::Depth::Row);
    if (!assembled || attachment.isEmpty())
        return fail(SessionError::Code::NotFound);
    for (const care::Message& message : assembled->server.messages) {
        for (const care::Attachment& one : message.attachments) {
            if (one.id != attachment)
                continue;
            const auto state = one.size > care::largestAttachment ? care::AttachmentState::TooLarge : care::AttachmentState::Wanted;
            if (!stores.attachments().ask(attachment, id, state, now))
                return fail(SessionError::Code::StoreFailed);
            return id;
        }
    }
    return fail(SessionError::Code::NotFound);
}

} // namespace mottaget::session::work
