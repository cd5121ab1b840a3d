// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/leaving.h"

#include "core/care/codes.h"
#include "core/sync/projector.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;
using store::Absence;

namespace {

constexpr int sliceCases = 50; // some hundred rows: a turn of the store thread that nobody notices
constexpr int mostAtOnce = 2000;

Absence absenceOf(const store::StoredResource& resource, Absence::Why why)
{
    return {resource.type, resource.id, resource.version, resource.caseId, why};
}

store::StoreResult<void> removeResource(store::Stores& stores, const store::StoredResource& resource, Absence::Why why)
{
    if (auto put = stores.absences().put(absenceOf(resource, why)); !put)
        return put;
    return stores.resources().remove(resource.type, resource.id);
}

//! The case with all that belongs to it, in the caller's transaction.
store::StoreResult<void> removeCase(store::Stores& stores, const care::CaseId& id, Absence::Why why)
{
    for (const store::StoredResource& resource : stores.resources().ofCase(id)) {
        if (auto removed = removeResource(stores, resource, why); !removed)
            return removed;
    }
    if (auto removed = stores.attachments().removeOf(id); !removed)
        return removed;
    return stores.cases().remove(id);
}

//! Unsent work on a case that is going away is for a person to see to; nothing of it is dropped.
store::StoreResult<bool> handOver(store::Stores& stores, const care::CaseId& id, const QString& reason)
{
    const auto unfinished = stores.commands().unfinished(id);
    for (const store::StoredCommand& stored : unfinished) {
        // What may have left is asked about first: its receipt has the last word.
        if (stored.state != care::CommandState::Queued)
            continue;
        if (auto set = stores.commands().setState(stored.command.id, care::CommandState::Conflict, reason, {}); !set)
            return failed(set.error());
    }
    return !unfinished.isEmpty() || stores.drafts().find(id).has_value(); // what is being written is unsent work too
}

bool isOlder(const QString& updated, const QDateTime& before)
{
    const QDateTime at = QDateTime::fromString(updated, Qt::ISODateWithMs);
    return at.isValid() && at < before;
}

} // namespace

void compareSeen(store::Stores& stores, const op::Compare& what, StoreAnswer& answer)
{
    answer.gone = stores.seen().notSeen(what.type, what.afterGone, mostAtOnce);
    if (const QStringList missing = stores.seen().notHere(what.type, what.afterMissing, mostAtOnce); !missing.isEmpty())
        answer.missing.insert(what.type, missing);
}

store::StoreResult<void> forget(store::Stores& stores, const op::Forget& what, const QDateTime& now, QSet<care::CaseId>& changed)
{
    const auto resource = stores.resources().find(what.type, what.id);
    if (!resource)
        return {};
    const auto why = what.isDeleted ? Absence::Why::Deleted : Absence::Why::Left;
    const care::CaseId caseId(resource->caseId);
    const bool isCase = what.type == "Task"_L1 && resource->caseId == what.id;
    if (!resource->caseId.isEmpty())
        changed.insert(caseId);
    if (isCase) {
        const auto waits = handOver(stores, caseId, what.isDeleted ? u"gone"_s : u"other-unit"_s);
        if (!waits)
            return failed(waits.error());
        if (*waits)
            return stores.cache().transaction([&] { return Projector(stores, now).refresh({caseId}); });
    }
    return stores.cache().transaction([&]() -> store::StoreResult<void> {
        if (isCase)
            return removeCase(stores, caseId, why);
        if (auto removed = removeResource(stores, *resource, why); !removed || resource->caseId.isEmpty())
            return removed;
        return Projector(stores, now).refresh({caseId});
    });
}

store::StoreResult<care::CaseId> purge(store::Stores& stores, const op::Purge& what, const QDateTime& /*now*/, QSet<care::CaseId>& changed)
{
    const auto slice = stores.cases().closed(what.after, sliceCases);
    const bool isLast = slice.size() < sliceCases;
    const auto done = stores.cache().transaction([&]() -> store::StoreResult<void> {
        for (const auto& [id, updated] : slice) {
            if (!isOlder(updated, what.before) || !stores.commands().unfinished(id).isEmpty() || stores.drafts().find(id))
                continue;
            if (auto removed = removeCase(stores, id, Absence::Why::Left); !removed)
                return removed;
            changed.insert(id);
        }
        if (!isLast)
            return {};
        if (auto orphans = stores.resources().removeOrphans(); !orphans)
            return failed(orphans.error());
        for (const Mark& mark : what.marks) {
            if (auto set = stores.marks().set(mark.first, mark.second); !set)
                return set;
        }
        return {};
    });
    if (!done)
        return failed(done.error());
    return isLast ? care::CaseId() : slice.last().first;
}

store::StoreResult<bool> mayComeBack(store::Stores& stores, const store::StoredResource& resource, References& wanted)
{
    if (stores.absences().isEmpty())
        return true;
    const auto absence = stores.absences().find(resource.type, resource.id);
    if (absence && absence->version == resource.version)
        return false; // it is what was let go
    const bool isCase = resource.type == "Task"_L1 && resource.caseId == resource.id;
    // What belongs to a case that has left stays away with it, until the case itself is back.
    if (!isCase && !resource.caseId.isEmpty()) {
        const auto parent = stores.absences().find(u"Task"_s, resource.caseId);
        if (parent && !stores.resources().find(u"Task"_s, resource.caseId)) {
            if (auto put = stores.absences().put(absenceOf(resource, parent->why)); !put)
                return failed(put.error());
            return false;
        }
    }
    if (!absence)
        return true;
    if (isCase) {
        for (const Absence& one : stores.absences().ofCase(care::CaseId(resource.id))) {
            if (one.id != resource.id && one.why == Absence::Why::Left)
                wanted[one.type] << one.id;
        }
        if (auto removed = stores.absences().removeOfCase(care::CaseId(resource.id)); !removed)
            return failed(removed.error());
        return true;
    }
    if (auto removed = stores.absences().remove(resource.type, resource.id); !removed)
        return failed(removed.error());
    return true;
}

} // namespace mottaget::sync
