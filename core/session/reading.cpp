// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/codes.h"
#include "core/care/deadline.h"
#include "core/session/actionstate.h"
#include "core/session/casework.h"
#include "core/session/conflicts.h"
#include "core/sync/projector.h"

#include <algorithm>

namespace mottaget::session::work {

using namespace Qt::StringLiterals;

namespace {

store::RowFilter filterOf(const ListQuery& query, const care::Actor& actor)
{
    return {query.view, actor.self.role, query.types, query.text};
}

void fetchRows(store::CaseTable& cases, const store::RowFilter& filter, const ListPosition& position, int count, CasePage& page)
{
    switch (position.kind) {
    case ListPosition::Kind::Offset:
        page.first = std::clamp(position.offset, 0, std::max(0, page.total - 1));
        page.rows = cases.page(filter, page.first, count);
        return;
    case ListPosition::Kind::After:
        page.rows = cases.after(filter, position.key, count);
        page.first = page.rows.isEmpty() ? page.total : cases.rank(filter, page.rows.first().order.key);
        return;
    case ListPosition::Kind::Before:
        page.rows = cases.before(filter, position.key, count);
        page.first = page.rows.isEmpty() ? 0 : cases.rank(filter, page.rows.first().order.key);
        return;
    }
    Q_UNREACHABLE();
}

QList<care::PatientId> patientsOf(const QList<care::CaseRow>& rows)
{
    QList<care::PatientId> patients;
    for (const care::CaseRow& row : rows) {
        if (!row.patient.isEmpty() && !patients.contains(row.patient))
            patients << row.patient;
    }
    return patients;
}

QueuedCommand queuedOf(const store::StoredCommand& stored, const std::optional<care::CaseRow>& row)
{
    QueuedCommand queued {stored.command, stored.state, stored.attempts, stored.nextAttempt, stored.reason, stored.serverText, {}, {},
        InTheWay::Nothing, {}, {}};
    if (row) {
        queued.caseNumber = row->number;
        queued.patientName = care::safeName(row->familyName, row->givenName);
    }
    return queued;
}

//! When the promise that a reply is to keep ends, by what the server knows: here the reply counts as given already.
QDateTime dueOf(const sync::AssembledCase& assembled, sync::Projector& projector)
{
    const auto running = care::runningClock(assembled.server, projector.types().find(assembled.server.type));
    return running ? running->due : QDateTime();
}

bool keepsAPromise(const store::StoredCommand& stored)
{
    return !stored.command.messageId.isEmpty() && stored.command.verb != care::Verb::Correct
        && stored.state != care::CommandState::Acknowledged;
}

} // namespace

WorkResult<CasePage> readPage(
    store::Stores& stores, const ListQuery& query, const ListPosition& position, int count, const Context& context)
{
    const QDateTime now = context.clock.now();
    const auto actor = sync::Projector(stores, now).actor();
    if (!actor)
        return failed(SessionError {SessionError::Code::NotSignedIn, {}});
    CasePage page;
    const store::RowFilter filter = filterOf(query, *actor);
    page.total = stores.cases().count(filter);
    fetchRows(stores.cases(), filter, position, std::clamp(count, 1, 500), page);
    if (page.rows.isEmpty()) {
        page.access = {true, care::AccessDecision::Basis::OwnUnit, false, {}, false}; // nobody's data is shown
        return page;
    }
    const audit::Entry entry {
        audit::Activity::Read, QString(care::codeOf(query.view)), u"Ärendelista"_s, patientsOf(page.rows), context.offline};
    const Opening opening {Opening::Kind::List, care::codeOf(query.view) + u'|' + query.types.join(u',') + u'|' + query.text};
    page.access = context.gate.pass(stores, opening, entry, actor->unitHsaId, actor, now);
    if (!page.access.allowed)
        return failed(SessionError {SessionError::Code::AccessDenied, {}});
    return page;
}

WorkResult<Counts> readCounts(store::Stores& stores, const ListQuery& query, const Context& context)
{
    const auto actor = sync::Projector(stores, context.clock.now()).actor();
    if (!actor)
        return failed(SessionError {SessionError::Code::NotSignedIn, {}});
    Counts counts;
    counts.types = stores.cases().countByType(filterOf(query, *actor));
    counts.views = stores.cases().countByView(actor->self.role);
    counts.total = counts.views.value(care::View::Open);
    return counts;
}

WorkResult<OpenCase> readCase(store::Stores& stores, const care::CaseId& id, const Context& context)
{
    const QDateTime now = context.clock.now();
    sync::Projector projector(stores, now);
    const auto assembled = projector.assemble(id, sync::Projector::Depth::Full);
    if (!assembled)
        return failed(SessionError {SessionError::Code::NotFound, {}});
    const audit::Entry entry {audit::Activity::Read, u"case"_s, u"Ärende"_s, {assembled->server.patient}, context.offline};
    OpenCase open;
    open.access = context.gate.pass(stores, {Opening::Kind::Case, id.text()}, entry, assembled->server.unitHsaId, projector.actor(), now);
    if (!open.access.allowed)
        return failed(SessionError {SessionError::Code::AccessDenied, {}});
    open.value = assembled->shown;
    open.patient = assembled->patient;
    open.type = projector.types().find(open.value.type);
    open.row = projector.rowOf(*assembled);
    open.attachments = stores.attachments().ofCase(id);
    const QDateTime due = dueOf(*assembled, projector);
    for (const store::StoredCommand& stored : stores.commands().queue(id)) {
        open.commands << queuedOf(stored, open.row);
        open.commands.last().conflict = conflictOf(stores, projector, stored);
        if (keepsAPromise(stored))
            open.commands.last().due = due;
    }
    markWhatIsInTheWay(open.commands);
    if (const auto draft = stores.drafts().find(id))
        open.draft = Draft {draft->verb, draft->text, draft->savedAt};
    open.namedCareContact = projector.namedCareContact(open.value.patient);
    open.otherOpenCases = std::max(0, stores.cases().openOfPatient(open.value.patient) - (care::isOpen(open.value.state) ? 1 : 0));
    open.fetchedAt = assembled->fetchedAt;
    return open;
}

WorkResult<QList<care::StaffMember>> readStaff(store::Stores& stores, const Context& context)
{
    return sync::Projector(stores, context.clock.now()).staff();
}

WorkResult<QList<QueuedCommand>> readQueue(store::Stores& stores, const Context& context)
{
    sync::Projector projector(stores, context.clock.now());
    QHash<care::CaseId, QDateTime> dues; // a case may have several replies waiting
    QList<QueuedCommand> queue;
    for (const store::StoredCommand& stored : stores.commands().queue()) {
        const care::CaseId& id = stored.command.caseId;
        queue << queuedOf(stored, stores.cases().find(id));
        queue.last().conflict = conflictOf(stores, projector, stored);
        if (!keepsAPromise(stored))
            continue;
        if (!dues.contains(id)) {
            const auto assembled = projector.assemble(id, sync::Projector::Depth::Row);
            dues.insert(id, assembled ? dueOf(*assembled, projector) : QDateTime());
        }
        queue.last().due = dues.value(id);
    }
    markWhatIsInTheWay(queue);
    return queue;
}

} // namespace mottaget::session::work
