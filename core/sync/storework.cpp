// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/storework.h"

#include "core/store/logtable.h"
#include "core/sync/auditevent.h"
#include "core/sync/ingest.h"
#include "core/sync/leaving.h"
#include "core/sync/prepare.h"
#include "core/sync/projector.h"
#include "core/sync/steps.h"

#include <algorithm>

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

using store::Stores;

QList<QueueEntry> queueOf(Stores& stores)
{
    QList<QueueEntry> queue;
    for (const store::StoredCommand& stored : stores.commands().queue())
        queue << QueueEntry {stored.command.id, stored.state, stored.command.keys, stored.command.notBefore, stored.nextAttempt};
    return queue;
}

StoreAnswer answer(Stores& stores, const store::StoreResult<void>& done, QSet<care::CaseId> changed = {})
{
    StoreAnswer result;
    result.ok = done.has_value();
    result.queue = queueOf(stores);
    if (result.ok)
        result.changed = std::move(changed);
    return result;
}

// A command's new state shows in its case's row; the outbox has it durably before the cache is told.
StoreAnswer changeCommand(Stores& stores, const care::CommandId& id, const QDateTime& now, const store::StoreResult<void>& done)
{
    if (!done)
        return answer(stores, done);
    const auto stored = stores.commands().find(id);
    if (!stored)
        return answer(stores, done);
    const QSet<care::CaseId> changed {stored->command.caseId};
    return answer(stores, stores.cache().transaction([&] { return Projector(stores, now).refresh(changed); }), changed);
}

store::StoreResult<void> keepAttachment(Stores& stores, const op::KeepAttachment& kept)
{
    using enum op::KeepAttachment::Outcome;
    switch (kept.outcome) {
    case Here:
        if (!stores.hasRoomForCache())
            return failed(store::StoreError {store::StoreError::Code::DiskFull, {}});
        return stores.attachments().keep(kept.id, kept.content);
    case TooLarge: return stores.attachments().settle(kept.id, care::AttachmentState::TooLarge);
    case Missing: return stores.attachments().settle(kept.id, care::AttachmentState::Missing);
    case Later: return stores.attachments().countTry(kept.id);
    }
    Q_UNREACHABLE();
}

// Patients first: theirs is the mark of protected identity.
QList<PeopleChunk> peopleFrom(store::ResourceTable& resources, const QString& position, int chunks)
{
    constexpr int idsInOneSearch = 100; // keeps the URL under 4 KiB
    static const QStringList types {u"Patient"_s, u"Practitioner"_s, u"RelatedPerson"_s};
    const QString type = position.section(u'/', 0, 0);
    QString after = position.section(u'/', 1);
    QList<PeopleChunk> people;
    for (qsizetype at = std::max<qsizetype>(types.indexOf(type), 0); at < types.size(); ++at, after.clear()) {
        for (QStringList ids; !(ids = resources.idsAfter(types[at], after, idsInOneSearch)).isEmpty(); after = ids.last()) {
            if (people.size() == chunks)
                return people;
            people << PeopleChunk {types[at], ids, position.isEmpty() && people.isEmpty(), false};
        }
    }
    if (!people.isEmpty())
        people.last().isLast = true;
    return people;
}

// So few that they fit are all asked about each time, also after a round that was cut short.
QList<PeopleChunk> nextPeople(store::ResourceTable& resources, const QString& position, int chunks)
{
    const QList<PeopleChunk> whole = peopleFrom(resources, {}, chunks);
    if (position.isEmpty() || whole.isEmpty() || whole.last().isLast)
        return whole;
    const QList<PeopleChunk> rest = peopleFrom(resources, position, chunks);
    return rest.isEmpty() ? whole : rest; // those who were left have gone: from the first, and as far back as before
}

struct Worker {
    Stores& stores;
    QDateTime now;

    StoreAnswer operator()(const op::Load& load) const
    {
        if (load.repaint)
            (void)replayAll(stores, now); // what still can't be painted is tried again at the next pull
        StoreAnswer result = answer(stores, {});
        result.scope = Projector(stores, now).scope();
        result.marks = stores.marks().all();
        result.cases = stores.cases().total();
        result.attachmentsWanted = stores.attachments().next().has_value();
        if (load.people > 0 && !result.marks.value(QLatin1StringView(mark::firstDone)).isEmpty())
            result.people = nextPeople(stores.resources(), result.marks.value(QLatin1StringView(mark::peopleAt)), load.people);
        return result;
    }
    StoreAnswer operator()(const op::FindMissing& find) const
    {
        StoreAnswer result = answer(stores, {});
        for (auto people = find.people.begin(); people != find.people.end(); ++people) {
            if (const QStringList missing = stores.resources().missing(people.key(), *people); !missing.isEmpty())
                result.missing.insert(people.key(), missing);
        }
        return result;
    }
    StoreAnswer operator()(const op::Ingest& ingest) const
    {
        QSet<care::CaseId> changed;
        References back;
        const auto done = ingest.ofPull && !stores.hasRoomForCache()
            ? store::StoreResult<void>(failed(store::StoreError {store::StoreError::Code::DiskFull, {}}))
            : ingestPage(stores, ingest.resources, ingest.marks, now, changed, &back);
        StoreAnswer result = answer(stores, done, changed);
        result.missing = back;
        result.scope = Projector(stores, now).scope();
        result.cases = stores.cases().total();
        return result;
    }
    StoreAnswer operator()(const op::Prepare& prepare) const
    {
        QSet<care::CaseId> changed;
        auto prepared = prepareCommand(stores, prepare.command, now, changed);
        StoreAnswer result = answer(stores, prepared ? store::StoreResult<void>() : failed(prepared.error()), changed);
        if (prepared)
            result.prepared = *prepared;
        return result;
    }
    StoreAnswer operator()(const op::SetUncertain& uncertain) const
    {
        return changeCommand(
            stores, uncertain.command, now, stores.commands().setState(uncertain.command, care::CommandState::Uncertain, {}, {}));
    }
    StoreAnswer operator()(const op::Requeue& requeue) const
    {
        auto done = stores.commands().setState(requeue.command, care::CommandState::Queued, {}, {});
        if (done && requeue.notBefore.isValid())
            done = stores.commands().setNextAttempt(requeue.command, requeue.notBefore);
        return changeCommand(stores, requeue.command, now, done);
    }
    StoreAnswer operator()(const op::Postpone& postpone) const
    {
        auto done = stores.commands().setState(postpone.command, care::CommandState::Uncertain, {}, {});
        if (done)
            done = stores.commands().setNextAttempt(postpone.command, postpone.until);
        return changeCommand(stores, postpone.command, now, done);
    }
    StoreAnswer operator()(const op::Acknowledge& acknowledge) const
    {
        // First what the server made of it, then the mark: between the two the command is replayed on data that has it, harmlessly.
        QSet<care::CaseId> changed;
        auto done = ingestPage(stores, acknowledge.resources, {}, now, changed);
        if (done)
            done = acknowledgeCommand(stores, acknowledge.command, now, changed);
        if (done)
            done = stores.cache().transaction([&] { return Projector(stores, now).refresh(changed); });
        return answer(stores, done, changed);
    }
    StoreAnswer operator()(const op::Refuse& refuse) const
    {
        return changeCommand(
            stores, refuse.command, now, stores.commands().setState(refuse.command, refuse.state, refuse.reason, refuse.serverText));
    }
    StoreAnswer operator()(const op::Seen& seen) const
    {
        auto done = seen.isFirst ? stores.seen().clear() : store::StoreResult<void>();
        if (done)
            done = stores.seen().add(seen.idsAndVersions);
        return answer(stores, done);
    }
    StoreAnswer operator()(const op::Compare& compare) const
    {
        StoreAnswer result = answer(stores, {});
        compareSeen(stores, compare, result);
        return result;
    }
    StoreAnswer operator()(const op::Forget& what) const
    {
        QSet<care::CaseId> changed;
        const auto done = forget(stores, what, now, changed);
        return answer(stores, done, changed);
    }
    StoreAnswer operator()(const op::Purge& what) const
    {
        QSet<care::CaseId> changed;
        const auto next = purge(stores, what, now, changed);
        StoreAnswer result = answer(stores, next ? store::StoreResult<void>() : failed(next.error()), changed);
        result.purgedTo = next.value_or(care::CaseId());
        result.cases = stores.cases().total();
        return result;
    }
    StoreAnswer operator()(const op::NextAttachment&) const
    {
        StoreAnswer result = answer(stores, {});
        result.attachment = stores.attachments().next().value_or(QString());
        return result;
    }
    StoreAnswer operator()(const op::KeepAttachment& kept) const
    {
        const auto caseId = stores.attachments().caseOf(kept.id);
        return answer(stores, keepAttachment(stores, kept), caseId ? QSet<care::CaseId> {*caseId} : QSet<care::CaseId>());
    }
    StoreAnswer operator()(const op::ReadLog& read) const
    {
        const auto unsent = store::LogTable(stores.log()).unsent(read.count);
        StoreAnswer result = answer(stores, unsent ? store::StoreResult<void>() : failed(unsent.error()));
        for (const store::UnsentEntry& one : unsent ? *unsent : QList<store::UnsentEntry>())
            result.log << LogUpload {one.seq, one.entry.id, auditEventOf(one.entry)};
        return result;
    }
    StoreAnswer operator()(const op::LogStored& outcome) const
    {
        store::LogTable log(stores.log());
        auto done = log.acknowledge(outcome.stored);
        if (done)
            done = log.postpone(outcome.refused);
        return answer(stores, done);
    }
    StoreAnswer operator()(const op::CountHeld&) const
    {
        StoreAnswer result = answer(stores, {});
        result.held = stores.resources().countByType();
        const QHash<QString, int> left = stores.absences().countLeft();
        for (auto type = left.cbegin(); type != left.cend(); ++type)
            result.held[type.key()] += *type;
        return result;
    }
    StoreAnswer operator()(const op::Refresh&) const
    {
        // A slice at a time; the rest follows at the next turn.
        const QList<care::CaseId> expired = stores.cases().expired(now, 200);
        const QSet<care::CaseId> changed(expired.begin(), expired.end());
        return answer(stores, stores.cache().transaction([&] { return Projector(stores, now).refresh(changed); }), changed);
    }
};

} // namespace

StoreAnswer carryOut(Stores& stores, const StoreOp& op, const QDateTime& now)
{
    stores.beginTask();
    StoreAnswer result = std::visit(Worker {stores, now}, op);
    if (stores.endTask())
        result.ok = false;
    return result;
}

store::StoreResult<void> replayAll(Stores& stores, const QDateTime& now)
{
    QSet<care::CaseId> touched;
    for (const store::StoredCommand& stored : stores.commands().queue())
        touched.insert(stored.command.caseId);
    // Rows that carried a command which has been acknowledged since, in a crash between the two files.
    for (const care::CaseId& id : stores.cases().withPending())
        touched.insert(id);
    if (touched.isEmpty())
        return {};
    return stores.cache().transaction([&] { return Projector(stores, now).refresh(touched); });
}

} // namespace mottaget::sync
