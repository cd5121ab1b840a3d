// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/prepare.h"

#include "core/care/apply.h"
#include "core/sync/bundle.h"
#include "core/sync/mapping.h"
#include "core/sync/projector.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

// The case as its author saw it: the Task of then, with the messages of now. A second answer shows in the Task's state.
care::Case seenCase(const store::StoredCommand& stored, const care::Case& current)
{
    const auto then = caseOf(stored.baseBody);
    if (!then)
        return current;
    care::Case seen = *then;
    seen.messages = current.messages;
    return seen;
}

store::StoreResult<Prepared> refuse(store::Stores& stores, const care::CommandId& id, const QString& reason)
{
    if (auto set = stores.commands().setState(id, care::CommandState::Conflict, reason, {}); !set)
        return failed(set.error());
    return Prepared {Prepared::Kind::Refused, {}, false, {}};
}

QString codeOfRefusal(const care::Refusal& refusal)
{
    return refusal.reason == care::Refusal::Reason::AlreadyAnswered ? u"already-answered"_s : u"version-moved"_s;
}

store::StoreResult<Prepared> build(store::Stores& stores, Projector& projector, const store::StoredCommand& stored, const QDateTime& now)
{
    const care::Command& command = stored.command;
    const auto assembled = projector.assemble(command.caseId, Projector::Depth::Row);
    const auto actor = projector.actor();
    if (!assembled || !actor)
        return refuse(stores, command.id, u"gone"_s);
    const care::Case& current = assembled->server;
    if (current.version != command.baseVersion && !care::stillMeansTheSame(command, seenCase(stored, current), current))
        return refuse(stores, command.id, u"version-moved"_s);
    const auto applied = care::apply(command, current, *actor);
    if (!applied)
        return refuse(stores, command.id, codeOfRefusal(applied.error()));
    const QByteArray bytes = transactionOf(command, current, *applied, assembled->taskBody, *actor);
    if (current.version != command.baseVersion) {
        if (auto rebased = stores.commands().rebase(command.id, current.version, assembled->taskBody); !rebased)
            return failed(rebased.error());
    }
    if (auto begun = stores.commands().beginAttempt(command.id, bytes, now); !begun)
        return failed(begun.error());
    return Prepared {Prepared::Kind::Ready, bytes, false, now};
}

} // namespace

store::StoreResult<Prepared> prepareCommand(
    store::Stores& stores, const care::CommandId& id, const QDateTime& now, QSet<care::CaseId>& changed)
{
    const auto stored = stores.commands().find(id);
    if (!stored)
        return Prepared {};
    Projector projector(stores, now);
    store::StoreResult<Prepared> prepared;
    if (stored->state == care::CommandState::Uncertain)
        prepared = Prepared {Prepared::Kind::Ready, stored->request, true, stored->firstSent};
    else if (stored->state == care::CommandState::Queued)
        prepared = build(stores, projector, *stored, now);
    if (!prepared)
        return prepared;
    changed.insert(stored->command.caseId);
    if (auto refreshed = stores.cache().transaction([&] { return projector.refresh(changed); }); !refreshed)
        return failed(refreshed.error());
    return prepared;
}

store::StoreResult<void> acknowledgeCommand(store::Stores& stores, const care::CommandId& id, QSet<care::CaseId>& changed)
{
    const auto stored = stores.commands().find(id);
    if (!stored)
        return {};
    const care::CaseId caseId = stored->command.caseId;
    changed.insert(caseId);
    const auto task = stores.resources().find(u"Task"_s, caseId.text());
    return stores.outbox().transaction([&]() -> store::StoreResult<void> {
        if (auto set = stores.commands().setState(id, care::CommandState::Acknowledged, {}, {}); !set || !task)
            return set;
        for (const store::StoredCommand& later : stores.commands().unfinished(caseId)) {
            const bool sawThis = later.command.baseVersion == stored->command.baseVersion;
            if (!sawThis || later.state != care::CommandState::Queued)
                continue;
            if (auto rebased = stores.commands().rebase(later.command.id, care::VersionId(task->version), task->body); !rebased)
                return rebased;
        }
        return {};
    });
}

} // namespace mottaget::sync
