// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commandtable.h"

#include "core/care/codes.h"
#include "core/store/columns.h"
#include "core/store/salvage.h"

#include <algorithm>
#include <iterator>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

#define COMMAND_COLUMNS                                                                                                                    \
    "id,verb,case_id,base_version,base_body,author_hsa,author_role,author_name,commission,purpose,device,acted_at,monotonic_ms,"           \
    "not_before,label,keys,text,message_id,assignee_kind,assignee_ref,assignee_name,priority,outcome,journal,new_case_id,state,"           \
    "attempts,next_attempt,reason,server_text,first_sent,request"

void bind(Statement& query, const StoredCommand& stored)
{
    const care::Command& command = stored.command;
    int at = 0;
    const auto bind = [&](const QVariant& value) { query.bindValue(at++, value); };
    bind(command.id.text());
    bind(QString(care::codeOf(command.verb)));
    bind(command.caseId.text());
    bind(text(command.baseVersion.text()));
    bind(stored.baseBody);
    bind(text(command.authorHsaId));
    bind(text(command.authorRole.text()));
    bind(text(command.authorName));
    bind(text(command.commissionHsaId));
    bind(text(command.purpose));
    bind(text(command.device));
    bind(command.actedAt.toMSecsSinceEpoch());
    bind(command.monotonicOffsetMs);
    bind(command.notBefore.isValid() ? command.notBefore.toMSecsSinceEpoch() : 0);
    bind(text(command.label));
    bind(text(command.keys.join(u'\n')));
    bind(text(command.text));
    bind(text(command.messageId.text()));
    bind(command.assignee ? enumColumn(command.assignee->kind) : QVariant());
    bind(command.assignee ? QVariant(command.assignee->reference) : QVariant());
    bind(command.assignee ? QVariant(command.assignee->name) : QVariant());
    bind(command.priority ? QVariant(QString(care::codeOf(*command.priority))) : QVariant());
    bind(command.closure ? QVariant(command.closure->outcome) : QVariant());
    bind(command.closure ? QVariant(QString(care::codeOf(command.closure->journal))) : QVariant());
    bind(text(command.newCaseId.text()));
    bind(QString(care::codeOf(stored.state)));
    bind(stored.attempts);
    bind(toColumn(stored.nextAttempt));
    bind(text(stored.reason));
    bind(text(stored.serverText));
    bind(toColumn(stored.firstSent));
    bind(stored.request);
}

StoredCommand read(const Statement& query)
{
    StoredCommand stored;
    care::Command& command = stored.command;
    int at = 0;
    const auto next = [&] { return query.value(at++); };
    command.id = care::CommandId(next().toString());
    command.verb = care::verbOf(next().toString()).value_or(care::Verb::Note);
    command.caseId = care::CaseId(next().toString());
    command.baseVersion = care::VersionId(next().toString());
    stored.baseBody = next().toByteArray();
    command.authorHsaId = next().toString();
    command.authorRole = care::StaffRoleId(next().toString());
    command.authorName = next().toString();
    command.commissionHsaId = next().toString();
    command.purpose = next().toString();
    command.device = next().toString();
    command.actedAt = timeOf(next());
    command.monotonicOffsetMs = next().toLongLong();
    const QVariant notBefore = next();
    command.notBefore = notBefore.toLongLong() == 0 ? QDateTime() : timeOf(notBefore);
    command.label = next().toString();
    command.keys = next().toString().split(u'\n', Qt::SkipEmptyParts);
    command.text = next().toString();
    command.messageId = care::MessageId(next().toString());
    const QVariant assigneeKind = next();
    const QVariant assigneeRef = next();
    const QVariant assigneeName = next();
    if (!assigneeKind.isNull())
        command.assignee = care::Owner {enumOf<care::Owner::Kind>(assigneeKind), assigneeRef.toString(), assigneeName.toString()};
    command.priority = care::priorityOf(next().toString());
    const QString outcome = next().toString();
    if (const auto journal = care::journalChoiceOf(next().toString()))
        command.closure = care::Closure {outcome, *journal};
    command.newCaseId = care::CaseId(next().toString());
    stored.state = care::commandStateOf(next().toString()).value_or(care::CommandState::Uncertain);
    stored.attempts = next().toInt();
    stored.nextAttempt = timeOf(next());
    stored.reason = next().toString();
    stored.serverText = next().toString();
    stored.firstSent = timeOf(next());
    stored.request = next().toByteArray();
    return stored;
}

QList<StoredCommand> readAll(Statement& query)
{
    QList<StoredCommand> found;
    if (query.exec()) {
        while (query.next())
            found << read(query);
    }
    query.finish();
    return found;
}

} // namespace

CommandTable::CommandTable(Database& database)
    : m_database(database)
    , m_add(database.prepare("INSERT INTO command(" COMMAND_COLUMNS ") VALUES("
                             "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"))
    , m_find(database.prepare("SELECT " COMMAND_COLUMNS " FROM command WHERE id=?"))
    , m_unfinished(database.prepare(
          "SELECT " COMMAND_COLUMNS " FROM command WHERE case_id=? AND state NOT IN ('acknowledged','rejected') ORDER BY seq"))
    , m_anyUnfinished(database.prepare("SELECT 1 FROM command WHERE state NOT IN ('acknowledged','rejected') LIMIT 1"))
    , m_queue(database.prepare("SELECT " COMMAND_COLUMNS " FROM command WHERE state<>'acknowledged' ORDER BY seq"))
    , m_queueOfCase(database.prepare("SELECT " COMMAND_COLUMNS " FROM command WHERE case_id=? AND state<>'acknowledged' ORDER BY seq"))
    , m_tally(database.prepare("SELECT state IN ('conflict','rejected'), count(*) FROM command WHERE state<>'acknowledged' GROUP BY 1"))
    , m_setState(database.prepare("UPDATE command SET state=?, reason=?, server_text=?, next_attempt=NULL WHERE id=?"))
    , m_beginAttempt(database.prepare("UPDATE command SET state='inflight', request=?, attempts=attempts+1, "
                                      "first_sent=coalesce(first_sent,?), reason='' WHERE id=?"))
    , m_setNextAttempt(database.prepare("UPDATE command SET next_attempt=? WHERE id=?"))
    , m_rebase(database.prepare("UPDATE command SET state='queued', base_version=?, base_body=?, request=NULL, reason='', "
                                "server_text='', next_attempt=NULL WHERE id=?"))
    , m_takeBack(database.prepare("DELETE FROM command WHERE id=? AND state IN ('queued','conflict','rejected')"))
    , m_erase(database.prepare("DELETE FROM command WHERE id=?"))
{
}

StoreResult<void> CommandTable::add(const StoredCommand& command)
{
    bind(m_add, command);
    return run(m_add);
}

std::optional<StoredCommand> CommandTable::find(const care::CommandId& id)
{
    m_find.bindValue(0, id.text());
    const QList<StoredCommand> found = readAll(m_find);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<StoredCommand> CommandTable::unfinished(const care::CaseId& id)
{
    m_unfinished.bindValue(0, id.text());
    return readAll(m_unfinished);
}

bool CommandTable::mayHaveUnfinished()
{
    const bool none = m_anyUnfinished.exec() && !m_anyUnfinished.next();
    m_anyUnfinished.finish();
    return !none;
}

QList<StoredCommand> CommandTable::queue()
{
    return readAll(m_queue);
}

QList<StoredCommand> CommandTable::queue(const care::CaseId& id)
{
    m_queueOfCase.bindValue(0, id.text());
    return readAll(m_queueOfCase);
}

QList<StoredCommand> CommandTable::salvage()
{
    Statement one = m_database.prepare("SELECT " COMMAND_COLUMNS " FROM command WHERE seq=? AND state<>'acknowledged'");
    QList<StoredCommand> found;
    for (qint64 row = 1, last = lastRow(m_database, "command"); row <= last; ++row) {
        one.bindValue(0, row);
        found += readAll(one);
    }
    return found;
}

CommandTally CommandTable::tally()
{
    CommandTally tally;
    if (m_tally.exec()) {
        while (m_tally.next())
            (m_tally.value(0).toInt() != 0 ? tally.needsAttention : tally.waiting) = m_tally.value(1).toInt();
    }
    m_tally.finish();
    return tally;
}

StoreResult<void> CommandTable::setState(
    const care::CommandId& id, care::CommandState state, const QString& reason, const QString& serverText)
{
    m_setState.bindValue(0, QString(care::codeOf(state)));
    m_setState.bindValue(1, text(reason));
    m_setState.bindValue(2, text(serverText));
    m_setState.bindValue(3, id.text());
    return run(m_setState);
}

StoreResult<void> CommandTable::beginAttempt(const care::CommandId& id, const QByteArray& request, const QDateTime& now)
{
    m_beginAttempt.bindValue(0, request);
    m_beginAttempt.bindValue(1, toColumn(now));
    m_beginAttempt.bindValue(2, id.text());
    return run(m_beginAttempt);
}

StoreResult<void> CommandTable::setNextAttempt(const care::CommandId& id, const QDateTime& at)
{
    m_setNextAttempt.bindValue(0, toColumn(at));
    m_setNextAttempt.bindValue(1, id.text());
    return run(m_setNextAttempt);
}

StoreResult<void> CommandTable::rebase(const care::CommandId& id, const care::VersionId& base, const QByteArray& baseBody)
{
    m_rebase.bindValue(0, text(base.text()));
    m_rebase.bindValue(1, baseBody);
    m_rebase.bindValue(2, id.text());
    return run(m_rebase);
}

StoreResult<void> CommandTable::markInflightUncertain()
{
    return m_database.execute("UPDATE command SET state='uncertain' WHERE state='inflight'");
}

StoreResult<bool> CommandTable::takeBack(const care::CommandId& id)
{
    m_takeBack.bindValue(0, id.text());
    if (auto ran = run(m_takeBack); !ran)
        return failed(ran.error());
    return m_takeBack.numRowsAffected() == 1;
}

StoreResult<bool> CommandTable::replace(const care::CommandId& id, const QList<StoredCommand>& made)
{
    const auto old = find(id);
    if (!old || (old->state != care::CommandState::Conflict && old->state != care::CommandState::Rejected))
        return false;
    QList<StoredCommand> order = queue(old->command.caseId);
    const auto at = std::ranges::find(order, id, [](const StoredCommand& one) { return one.command.id; });
    // Rows are in the order they were put in: what waits behind goes out and in again.
    QList<StoredCommand> behind(std::next(at), order.end());
    const auto done = m_database.transaction([&]() -> StoreResult<void> {
        for (const StoredCommand& one : QList<StoredCommand> {*old} + behind) {
            m_erase.bindValue(0, one.command.id.text());
            if (auto ran = run(m_erase); !ran)
                return ran;
        }
        for (const StoredCommand& one : made + behind) {
            if (auto added = add(one); !added)
                return added;
        }
        return {};
    });
    if (!done)
        return failed(done.error());
    return true;
}

} // namespace mottaget::store
