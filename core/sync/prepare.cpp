// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/prepare.h"

#include "core/care/apply.h"
#include "core/sync/bundle.h"
#include "core/sync/mapping.h"
#include "core/sync/projector.h"
#include "core/sync/steps.h"

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
    return Prepared {Prepared::Kind::Refused, {}, false};
}

// While the first fetch goes on, as it does anew when the cache was damaged, what is not here says nothing of the region.
bool isStillToCome(store::Stores& stores, const care::CaseId& id)
{
    return stores.marks().value(QLatin1StringView(mark::firstDone)).isEmpty() && !stores.absences().find(u"Task"_s, id.text());
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
    // After a cache was begun anew, what waits is older than anything in it.
    if ((!assembled || !actor) && isStillToCome(stores, command.caseId))
        return Prepared {Prepared::Kind::NotYet, {}, false};
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
    return Prepared {Prepared::Kind::Ready, bytes, false};
}

// A later command was made seeing `done` applied to its base. The case as it is now is its new base only when it is just that: what
// somebody else has done since was not seen and must be judged.
bool cameAfterThis(const care::Command& done, const store::StoredCommand& later, const store::StoredResource& task,
    const std::optional<care::Actor>& actor)
{
    const auto base = caseOf(later.baseBody);
    auto current = caseOf(task.body);
    if (!base || !current || !actor)
        return false;
    auto seen = care::apply(done, *base, *actor);
    if (!seen)
        return false;
    seen->messages = current->messages; // they lie beside the Task; a second answer shows in its state
    return care::stillMeansTheSame(later.command, *seen, *current);
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
    if (stored->state == care::CommandState::Uncertain || stored->state == care::CommandState::InFlight)
        prepared = Prepared {Prepared::Kind::Ready, stored->request, true};
    else if (stored->state == care::CommandState::Queued)
        prepared = build(stores, projector, *stored, now);
    if (!prepared)
        return prepared;
    changed.insert(stored->command.caseId);
    if (auto refreshed = stores.cache().transaction([&] { return projector.refresh(changed); }); !refreshed)
        return failed(refreshed.error());
    return prepared;
}

store::StoreResult<void> acknowledgeCommand(
    store::Stores& stores, const care::CommandId& id, const QDateTime& now, QSet<care::CaseId>& changed)
{
    const auto stored = stores.commands().find(id);
    if (!stored)
        return {};
    const care::CaseId caseId = stored->command.caseId;
    changed.insert(caseId);
    const auto task = stores.resources().find(u"Task"_s, caseId.text());
    Projector projector(stores, now);
    return stores.outbox().transaction([&]() -> store::StoreResult<void> {
        if (auto set = stores.commands().setState(id, care::CommandState::Acknowledged, {}, {}); !set || !task)
            return set;
        for (const store::StoredCommand& later : stores.commands().unfinished(caseId)) {
            if (later.state != care::CommandState::Queued || !cameAfterThis(stored->command, later, *task, projector.actor()))
                continue;
            if (auto rebased = stores.commands().rebase(later.command.id, care::VersionId(task->version), task->body); !rebased)
                return rebased;
        }
        return {};
    });
}

} // namespace mottaget::sync
