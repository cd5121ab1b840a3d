// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"

#include "core/sync/attachments.h"
#include "core/sync/logpush.h"
#include "core/sync/pull.h"
#include "core/sync/push.h"

#include <algorithm>

namespace mottaget::sync {

namespace {

constexpr std::chrono::milliseconds longestSleep {60000}; // wall-clock due times are looked at again at least this often

} // namespace

struct Engine::Shared {
    Desk desk;
};

Engine::Engine(Profile profile, const Clock& clock, quint32 seed)
    : m_shared(new Shared {Desk(std::move(profile), clock, seed)})
    , m_pull(std::make_unique<Pull>(m_shared->desk))
    , m_push(std::make_unique<Push>(m_shared->desk))
    , m_attachments(std::make_unique<Attachments>(m_shared->desk, seed + 1)) // dice of its own: theirs fall as they would without it
    , m_log(std::make_unique<LogPush>(m_shared->desk))
{
}

Engine::~Engine() = default;

Actions Engine::start()
{
    m_pull->begin();
    return collect();
}

Actions Engine::onReply(Ticket ticket, const net::Reply& reply)
{
    if (m_attachments->onReply(ticket, reply))
        return collect();
    // Whoever asked takes it; a reply nobody waits for any more is dropped.
    if (!m_pull->onReply(ticket, reply) && (m_push->onReply(ticket, reply) || m_log->onReply(ticket, reply)) && !m_shared->desk.isOnline())
        m_pull->wakeWithin(m_shared->desk.backoff().next()); // pushing waits for the region's word that it answers
    return collect();
}

Actions Engine::onStored(Ticket ticket, const StoreAnswer& answer)
{
    if (answer.ok)
        m_push->setQueue(answer.queue);
    if (answer.ok && answer.attachmentsWanted)
        m_attachments->setWanted(*answer.attachmentsWanted);
    if (ticket == m_reload)
        m_reload = 0;
    else if (m_attachments->onStored(ticket, answer))
        return collect();
    else if (!m_push->onStored(ticket, answer) && !m_log->onStored(ticket, answer))
        (void)m_pull->onStored(ticket, answer);
    return collect();
}

Actions Engine::onWake()
{
    m_pull->wake();
    m_log->wake();
    return collect();
}

Actions Engine::onQueueChanged()
{
    m_reload = m_shared->desk.run(op::Load {});
    return collect();
}

Actions Engine::onSyncNow()
{
    m_shared->desk.backoff().reset();
    m_log->wake();
    m_pull->begin();
    return collect();
}

LinkStatus Engine::status() const
{
    return m_shared->desk.status();
}

Scope Engine::scope() const
{
    return m_shared->desk.scope;
}

bool Engine::isIdle() const
{
    return !m_pull->isRunning() && !m_push->isBusy() && !m_log->isBusy() && m_reload == 0;
}

Actions Engine::collect()
{
    Desk& desk = m_shared->desk;
    m_log->pump();
    if (!m_log->isBusy())
        m_push->pump(); // the access log goes first
    m_attachments->pump();
    Actions actions = desk.takeActions();
    std::chrono::milliseconds delay = longestSleep;
    if (!m_pull->isRunning())
        delay = std::min(delay, m_pull->nextAt() - desk.monotonic());
    if (const QDateTime next = m_push->nextAt(); next.isValid() && desk.isOnline())
        delay = std::min(delay, std::chrono::milliseconds(desk.now().msecsTo(next)));
    if (const auto next = m_attachments->nextAt())
        delay = std::min(delay, *next - desk.monotonic());
    actions.push_back(WakeAfter {std::max(delay, std::chrono::milliseconds(1))});
    return actions;
}

} // namespace mottaget::sync
