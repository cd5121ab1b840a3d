// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/answers.h"
#include "core/base/onready.h"
#include "core/care/codes.h"

#include <QJsonArray>

namespace mottaget::cli {

using namespace Qt::StringLiterals;

Commands::Commands(Call call, const Clock& clock, std::function<void(Outcome)> done)
    : m_call(std::move(call))
    , m_done(std::move(done))
    , m_session(m_call.setup, clock)
{
}

void Commands::begin()
{
    onReady(m_session.open(), this, [this](const std::optional<Result<void, session::OpenError>>& opened) {
        if (!opened || !*opened)
            refuse(failure(opened ? opened->error() : session::OpenError {}));
        else
            this->opened();
    });
}

void Commands::opened()
{
    switch (m_call.verb) {
    case Call::Verb::Sync: sync(); return;
    case Call::Verb::Cases: nextPage({}, {}, {}); return;
    case Call::Verb::Case: showCase(); return;
    case Call::Verb::Act: act(); return;
    case Call::Verb::Outbox: outbox(); return;
    case Call::Verb::Check:
    case Call::Verb::ExportUnsent:
    case Call::Verb::Recover:
    case Call::Verb::RotateKeys:
    case Call::Verb::Help:
    case Call::Verb::Version:
        finish({done(), {}, Exit::Done}); // answered before a session is made
        return;
    }
    Q_UNREACHABLE();
}

template <typename T, typename Fn>
void Commands::await(session::Answer<T> answer, Fn fn)
{
    onReady(answer, this, [this, fn = std::move(fn)](const std::optional<Result<T, session::SessionError>>& result) mutable {
        if (!result)
            refuse(failure(session::SessionError {session::SessionError::Code::StoreFailed, {}}));
        else if (!*result)
            refuse(failure(result->error()));
        else
            fn(**result);
    });
}

void Commands::sync()
{
    onReady(m_session.syncOnce(), this, [this](const std::optional<session::SyncStatus>& status) {
        const bool online = status && status->link == session::SyncStatus::Link::Online;
        QJsonObject object = online && status->problem.isEmpty() ? done() : QJsonObject();
        if (!online)
            object = failure(u"offline"_s, u"the region can't be reached or does not let us in"_s);
        else if (!status->problem.isEmpty())
            object = syncFailure(status->problem, status->diskNearlyFull);
        if (status) {
            object.insert(u"waiting"_s, status->waiting);
            object.insert(u"needsAttention"_s, status->needsAttention);
            object.insert(u"diskNearlyFull"_s, status->diskNearlyFull);
        }
        QString words = online ? u"synced"_s : u"offline"_s;
        if (status && status->diskNearlyFull)
            words += u"; the disk is nearly full"_s;
        finish({object, words, !online ? Exit::Offline : status->problem.isEmpty() ? Exit::Done : Exit::Refused});
    });
}

void Commands::nextPage(QJsonArray rows, QStringList lines, const QByteArray& after)
{
    constexpr int pageSize = 500;
    session::ListPosition position;
    if (!after.isEmpty())
        position = {session::ListPosition::Kind::After, 0, after};
    const session::ListQuery query {m_call.view, {}, {}};
    await<session::CasePage>(m_session.casePage(query, position, pageSize), [=, this](const session::CasePage& page) mutable {
        for (const care::CaseRow& row : page.rows) {
            rows << rowObject(row);
            lines << rowLine(row);
        }
        if (page.rows.size() == pageSize) {
            nextPage(rows, lines, page.rows.last().order.key);
            return;
        }
        QJsonObject object = done();
        object.insert(u"cases"_s, rows);
        finish({object, lines.join(u'\n'), Exit::Done});
    });
}

void Commands::showCase()
{
    await<session::OpenCase>(m_session.openCase(m_call.caseId), [this](const session::OpenCase& open) {
        QJsonObject object = done();
        object.insert(u"case"_s, caseObject(open));
        QStringList lines {rowLine(open.row)};
        for (const care::FormAnswer& answer : open.value.form)
            lines << answer.question + u": "_s + answer.answer;
        for (const care::Message& message : open.value.messages)
            lines << message.senderName + u": "_s + message.text;
        finish({object, lines.join(u'\n'), Exit::Done});
    });
}

void Commands::act()
{
    await<session::OpenCase>(m_session.openCase(m_call.caseId), [this](const session::OpenCase& open) {
        session::Intent intent;
        intent.verb = m_call.action;
        intent.caseId = m_call.caseId;
        intent.seenVersion = open.value.version;
        intent.text = m_call.text;
        if (m_call.action == care::Verb::Close)
            intent.closure = care::Closure {m_call.outcome, *m_call.journal};
        if (m_call.action == care::Verb::Assign)
            assignTo(intent);
        else
            submit(intent);
    });
}

void Commands::assignTo(session::Intent intent)
{
    // Giving back to the unit needs the unit; giving to a person needs the person's commission. Both are in the directory.
    await<QList<care::StaffMember>>(m_session.staff(), [this, intent](const QList<care::StaffMember>& staff) mutable {
        const auto actor = m_session.actor();
        if (m_call.to == "unit"_L1 && actor)
            intent.assignee = care::Owner {care::Owner::Kind::Unit, actor->unit.text(), actor->unitName};
        for (const care::StaffMember& member : staff) {
            if (member.hsaId.compare(m_call.to, Qt::CaseInsensitive) == 0)
                intent.assignee = care::Owner {care::Owner::Kind::Person, member.role.text(), member.name};
        }
        if (intent.assignee)
            submit(intent);
        else
            refuse(failure(u"unknownAssignee"_s, u"nobody with that HSA-id works at the unit"_s));
    });
}

void Commands::submit(const session::Intent& intent)
{
    await<session::Submitted>(m_session.submit(intent), [this](const session::Submitted& submitted) {
        QJsonObject object = done();
        const QString state(care::codeOf(care::CommandState::Queued));
        object.insert(u"command"_s, QJsonObject {{u"id"_s, submitted.command.text()}, {u"state"_s, state}});
        finish({object, submitted.command.text() + u'\t' + state, Exit::Done});
    });
}

void Commands::outbox()
{
    await<QList<session::QueuedCommand>>(m_session.queue(), [this](const QList<session::QueuedCommand>& queue) {
        QJsonArray commands;
        QStringList lines;
        for (const session::QueuedCommand& queued : queue) {
            commands << queuedObject(queued);
            lines << queued.command.id.text() + u'\t' + queued.command.label + u'\t' + QString(care::codeOf(queued.state)) + u'\t'
                    + queued.reason;
        }
        QJsonObject object = done();
        object.insert(u"outbox"_s, commands);
        finish({object, lines.join(u'\n'), Exit::Done});
    });
}

void Commands::finish(Outcome outcome)
{
    m_done(std::move(outcome));
}

void Commands::refuse(const QJsonObject& failure, Exit exit)
{
    finish({failure, failure[u"error"_s][u"text"_s].toString(), exit});
}

} // namespace mottaget::cli
