// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakesession.h"

#include <QPromise>

#include <algorithm>
#include <memory>
#include <utility>

using namespace mottaget;

FakeSession::FakeSession(QDateTime now) : m_now(std::move(now)) {}

template <typename T>
session::Answer<T> FakeSession::answer(std::function<Outcome<T>()> look)
{
    auto promise = std::make_shared<QPromise<Outcome<T>>>();
    promise->start();
    const auto settle = [promise](const Outcome<T>& outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    switch (m_how) {
    case Answers::AtOnce: settle(look()); break;
    case Answers::AsAsked: m_waiting.push_back([settle, outcome = look()] { settle(outcome); }); break;
    case Answers::AsLetGo: m_waiting.push_back([settle, look] { settle(look()); }); break;
    }
    return promise->future();
}

void FakeSession::letGo(int count)
{
    for (; count > 0 && !m_waiting.empty(); --count) {
        const auto settle = std::move(m_waiting.front());
        m_waiting.pop_front();
        settle();
    }
}

void FakeSession::letAllGo()
{
    letGo(waiting());
}

void FakeSession::put(care::Case value, std::optional<care::Patient> patient)
{
    const care::CaseId id = value.id;
    m_entries.insert(id, {std::move(value), std::move(patient), {}});
    m_rows.reset();
    m_touched.insert(id);
}

void FakeSession::remove(const care::CaseId& id)
{
    m_entries.remove(id);
    m_rows.reset();
    m_touched.insert(id);
}

care::Case& FakeSession::caseAt(const care::CaseId& id)
{
    m_rows.reset();
    m_touched.insert(id);
    return m_entries[id].value;
}

void FakeSession::setPending(const care::CaseId& id, std::optional<care::CommandState> state)
{
    m_entries[id].pending = state;
    m_rows.reset();
    m_touched.insert(id);
}

QList<care::CaseId> FakeSession::ids() const
{
    QList<care::CaseId> ids = m_entries.keys();
    std::sort(ids.begin(), ids.end());
    return ids;
}

void FakeSession::announce()
{
    Q_EMIT casesChanged(std::exchange(m_touched, {}));
}

void FakeSession::setStatus(const session::SyncStatus& status)
{
    m_status = status;
    Q_EMIT syncStatusChanged(status);
}

void FakeSession::setActor(const std::optional<care::Actor>& actor)
{
    m_actor = actor;
    Q_EMIT actorChanged();
}

void FakeSession::setQueue(QList<session::QueuedCommand> queue)
{
    m_queue = std::move(queue);
    Q_EMIT queueChanged();
}

care::CaseRow FakeSession::rowOf(const Entry& entry) const
{
    return care::project(entry.value, entry.patient, caseTypes().find(entry.value.type), entry.pending, m_now);
}

const QList<care::CaseRow>& FakeSession::rows() const
{
    if (m_rows)
        return *m_rows;
    QList<care::CaseRow> rows;
    for (const Entry& entry : m_entries)
        rows.append(rowOf(entry));
    std::sort(rows.begin(), rows.end(), [](const care::CaseRow& a, const care::CaseRow& b) { return a.order.key < b.order.key; });
    return m_rows.emplace(rows);
}

QList<care::CaseRow> FakeSession::list(const session::ListQuery& query) const
{
    QList<care::CaseRow> found;
    const care::StaffRoleId me = m_actor ? m_actor->self.role : care::StaffRoleId();
    for (const care::CaseRow& row : rows()) {
        const QString words = row.familyName + u' ' + row.givenName + u' ' + row.number + u' ' + row.subject;
        if (care::belongs(row, query.view, me) && (query.types.isEmpty() || query.types.contains(row.type))
            && (query.text.isEmpty() || words.contains(query.text, Qt::CaseInsensitive)))
            found.append(row);
    }
    return found;
}

FakeSession::Outcome<session::CasePage> FakeSession::page(
    const session::ListQuery& query, const session::ListPosition& position, int count) const
{
    if (m_status.age == session::DataAge::TooOld)
        return failed(session::SessionError {session::SessionError::Code::DataTooOld, {}});
    if (m_listError)
        return failed(*m_listError);
    if (!m_actor)
        return failed(session::SessionError {session::SessionError::Code::NotSignedIn, {}});
    using Kind = session::ListPosition::Kind;
    const QList<care::CaseRow> all = list(query);
    const auto key = [](const care::CaseRow& row) -> const QByteArray& { return row.order.key; };
    session::CasePage page;
    page.total = static_cast<int>(all.size());
    page.access.allowed = true;
    int from = std::clamp(position.offset, 0, std::max(0, page.total - 1));
    int to = from + count;
    if (position.kind == Kind::After) {
        from = static_cast<int>(std::ranges::upper_bound(all, position.key, {}, key) - all.begin());
        to = from + count;
    } else if (position.kind == Kind::Before) {
        to = static_cast<int>(std::ranges::lower_bound(all, position.key, {}, key) - all.begin());
        from = std::max(0, to - count);
    }
    page.rows = all.mid(from, to - from);
    page.first = page.rows.isEmpty() ? (position.kind == Kind::After ? page.total : 0) : from;
    return page;
}

session::Counts FakeSession::countsNow(const session::ListQuery& query) const
{
    session::Counts counts;
    using enum care::View;
    for (const care::View view : {Todo, Mine, Unassigned, Waiting, Open, Closed})
        counts.views.insert(view, static_cast<int>(list({view, {}, {}}).size()));
    counts.total = counts.views.value(Open);
    for (const care::CaseRow& row : list({query.view, {}, query.text}))
        ++counts.types[row.type];
    return counts;
}

FakeSession::Outcome<session::OpenCase> FakeSession::open(const care::CaseId& id) const
{
    if (m_status.age == session::DataAge::TooOld)
        return failed(session::SessionError {session::SessionError::Code::DataTooOld, {}});
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return failed(session::SessionError {session::SessionError::Code::NotFound, {}});
    session::OpenCase open;
    open.value = found->value;
    open.patient = found->patient;
    open.type = caseTypes().find(found->value.type);
    open.row = rowOf(*found);
    if (found->pending) {
        session::QueuedCommand own;
        own.command.id = care::CommandId(QStringLiteral("command-%1").arg(m_submitted.size()));
        own.command.caseId = id;
        own.command.verb = m_submitted.isEmpty() ? care::Verb::Take : m_submitted.last().verb;
        own.command.actedAt = m_now;
        own.state = *found->pending;
        open.commands.append(own);
    }
    for (const session::QueuedCommand& queued : m_queue) {
        if (queued.command.caseId == id)
            open.commands.append(queued);
    }
    open.attachments = m_attachments;
    open.fetchedAt = m_now;
    open.access.allowed = true;
    open.access.basis = care::AccessDecision::Basis::OwnUnit;
    return open;
}

session::Answer<session::CasePage> FakeSession::casePage(const session::ListQuery& query, const session::ListPosition& position, int count)
{
    m_pageQuestions.append({query, position, count});
    return answer<session::CasePage>([=, this] { return page(query, position, count); });
}

session::Answer<session::Counts> FakeSession::counts(const session::ListQuery& query)
{
    return answer<session::Counts>([=, this] { return countsNow(query); });
}

session::Answer<session::OpenCase> FakeSession::openCase(const care::CaseId& id)
{
    return answer<session::OpenCase>([=, this] { return open(id); });
}

session::Answer<QList<care::StaffMember>> FakeSession::staff()
{
    return answer<QList<care::StaffMember>>([this] { return m_actor ? QList {m_actor->self} : QList<care::StaffMember>(); });
}

session::Answer<session::Submitted> FakeSession::submit(const session::Intent& intent)
{
    m_submitted.append(intent);
    setPending(intent.caseId, care::CommandState::Queued);
    const session::Submitted done {care::CommandId(QStringLiteral("command-%1").arg(m_submitted.size())), m_now.addSecs(8)};
    return answer<session::Submitted>([done] { return done; });
}

session::Answer<care::CaseId> FakeSession::undo(const care::CommandId& command)
{
    m_undone.append(command);
    if (!m_submitted.isEmpty())
        setPending(m_submitted.last().caseId, std::nullopt);
    return answer<care::CaseId>([this] { return m_submitted.isEmpty() ? care::CaseId() : m_submitted.last().caseId; });
}

session::Answer<care::CaseId> FakeSession::retry(const care::CommandId& command)
{
    m_retried.append(command);
    return answer<care::CaseId>([] { return care::CaseId(); });
}

session::Answer<care::CaseId> FakeSession::resolve(const session::Choice& choice)
{
    m_chosen.append(choice);
    return answer<care::CaseId>([] { return care::CaseId(); });
}

session::Answer<QList<session::QueuedCommand>> FakeSession::queue()
{
    return answer<QList<session::QueuedCommand>>([this] { return m_queue; });
}

session::Answer<QDateTime> FakeSession::saveDraft(const care::CaseId&, care::Verb, const QString&)
{
    return answer<QDateTime>([this] { return m_now; });
}

session::Answer<care::CaseId> FakeSession::fetchAttachment(const care::CaseId& id, const QString& attachment)
{
    m_fetches.append(attachment);
    m_attachments.insert(attachment, care::AttachmentState::Wanted);
    m_touched.insert(id);
    return answer<care::CaseId>([id] { return id; });
}
