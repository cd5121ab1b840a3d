// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/logpush.h"

#include "core/sync/page.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int batchSize = 16; // sent at once; replies go out between two batches

} // namespace

void LogPush::pump()
{
    if (!m_isDue || isBusy() || !m_desk.isOnline())
        return;
    m_isDue = false;
    m_isBroken = false;
    m_outcome = {};
    m_disk = m_desk.run(op::ReadLog {batchSize});
}

bool LogPush::onStored(Ticket ticket, const StoreAnswer& answer)
{
    if (ticket != m_disk || m_disk == 0)
        return false;
    m_disk = 0;
    for (const LogUpload& upload : answer.ok ? answer.log : QList<LogUpload>())
        m_asked.insert(m_desk.put(u"AuditEvent/"_s + upload.id, upload.body, {}), {upload, false});
    return true;
}

bool LogPush::onReply(Ticket ticket, const net::Reply& reply)
{
    const auto found = m_asked.find(ticket);
    if (found == m_asked.end())
        return false;
    const Asked asked = *found;
    m_asked.erase(found);
    take(asked, reply);
    if (m_asked.isEmpty())
        endBatch();
    return true;
}

void LogPush::take(const Asked& asked, const net::Reply& reply)
{
    const Verdict verdict = asked.isReading ? judge(reply) : judgeWrite(reply);
    m_desk.note(verdict);
    const auto ask = [&] { m_asked.insert(m_desk.get(u"AuditEvent/"_s + asked.upload.id), {asked.upload, true}); };
    switch (verdict) {
    case Verdict::Ok: {
        const auto shown = readResource(reply.body, u"AuditEvent"_s);
        if (shown && shown->id == asked.upload.id)
            m_outcome.stored << asked.upload.seq;
        else if (!asked.isReading)
            ask(); // a 200 that shows nothing is not believed
        else
            m_outcome.refused << asked.upload.seq;
        return;
    }
    case Verdict::VersionMoved: // an attempt before this one was taken
        if (!asked.isReading) {
            ask();
            return;
        }
        [[fallthrough]];
    case Verdict::NotFound:
    case Verdict::Gone:
    case Verdict::BadRequest:
    case Verdict::Forbidden:
    case Verdict::TooLarge: m_outcome.refused << asked.upload.seq; return;
    case Verdict::NotSent:
    case Verdict::Lost:
    case Verdict::Portal:
    case Verdict::SignIn:
    case Verdict::Busy:
    case Verdict::ServerError:
    case Verdict::Untrusted: m_isBroken = true; return;
    }
    Q_UNREACHABLE();
}

void LogPush::endBatch()
{
    // What was refused waits for the next turn of its own; as long as something is taken there may be more.
    m_isDue = !m_isBroken && !m_outcome.stored.isEmpty();
    if (!m_outcome.stored.isEmpty() || !m_outcome.refused.isEmpty())
        m_disk = m_desk.run(m_outcome);
}

} // namespace mottaget::sync
