// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "core/care/apply.h"
#include "core/care/codes.h"
#include "core/session/casework.h"
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

bool writesMessage(care::Verb verb)
{
    switch (verb) {
    case care::Verb::Partial:
    case care::Verb::Question:
    case care::Verb::Reply:
    case care::Verb::Correct: return true;
    case care::Verb::Take:
    case care::Verb::Assign:
    case care::Verb::Start:
    case care::Verb::Note:
    case care::Verb::Prioritise:
    case care::Verb::Redirect:
    case care::Verb::Close:
    case care::Verb::Withdraw:
    case care::Verb::Reopen: return false;
    }
    Q_UNREACHABLE();
}

care::Command commandOf(const Intent& intent, const sync::AssembledCase& assembled, const care::Actor& actor, const Context& context)
{
    care::Command command;
    command.id = newId<care::CommandTag>();
    command.verb = intent.verb;
    command.caseId = intent.caseId;
    command.baseVersion = assembled.server.version;
    command.authorHsaId = actor.self.hsaId;
    command.authorRole = actor.self.role;
    command.authorName = actor.self.name;
    command.commissionHsaId = actor.commissionHsaId;
    command.purpose = actor.purpose;
    command.device = context.device;
    command.actedAt = context.clock.now();
    command.monotonicOffsetMs = context.monotonicMs;
    command.notBefore = command.actedAt.addMSecs(context.undoWindow.count());
    // Readable without the cache, so that what was never sent can be read out by a person.
    const QString name = assembled.patient ? care::safeName(assembled.patient->familyName, assembled.patient->givenName) : QString();
    command.label = QStringList {QString(care::codeOf(intent.verb)), assembled.server.number, name}.join(u' ').trimmed();
    command.keys = {u"case:"_s + intent.caseId.text()};
    command.text = intent.text;
    if (writesMessage(intent.verb))
        command.messageId = newId<care::MessageTag>();
    if (intent.verb == care::Verb::Reopen)
        command.newCaseId = newId<care::CaseTag>();
    command.assignee = intent.verb == care::Verb::Take ? care::Owner {care::Owner::Kind::Person, actor.self.role.text(), actor.self.name}
                                                       : intent.assignee;
    command.priority = intent.priority;
    command.closure = intent.closure;
    return command;
}

// The outbox holds the command already; a row that could not be repainted is repainted at the next opening by the replay.
void repaint(store::Stores& stores, const care::CaseId& id, const QDateTime& now)
{
    (void)stores.cache().transaction([&] { return sync::Projector(stores, now).refresh({id}); });
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
    const care::Command command = commandOf(intent, *assembled, *actor, context);
    if (const auto applied = care::apply(command, assembled->shown, *actor); !applied)
        return refuse(applied.error());
    store::StoredCommand stored;
    stored.command = command;
    stored.baseBody = assembled->taskBody;
    if (!stores.commands().add(stored))
        return fail(SessionError::Code::StoreFailed);
    if (writesMessage(intent.verb))
        (void)stores.drafts().remove(intent.caseId); // idempotent; a draft that stays is only seen again
    repaint(stores, intent.caseId, now);
    return Submitted {command.id, command.notBefore};
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
