// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/driver.h"

#include "core/base/onready.h"
#include "core/sync/storework.h"

#include <QRandomGenerator>

namespace mottaget::sync {

namespace {

bool isOnCommand(const StoreOp& op)
{
    return !std::holds_alternative<op::Load>(op) && !std::holds_alternative<op::FindMissing>(op) && !std::holds_alternative<op::Ingest>(op)
        && !std::holds_alternative<op::Refresh>(op);
}

} // namespace

Driver::Driver(const Profile& profile, QByteArray bearerToken, store::StoreThread& store, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_engine(profile, clock, QRandomGenerator::global()->generate())
    , m_http(std::move(bearerToken), {})
{
    m_http.setParent(this);
    if (!profile.caBundle.isEmpty())
        m_http.trustOnly(profile.caBundle);
    m_wake.setParent(this);
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, [this] { perform(m_engine.onWake()); });
}

Driver::~Driver() = default;

void Driver::start()
{
    perform(m_engine.start());
}

void Driver::queueChanged()
{
    perform(m_engine.onQueueChanged());
}

void Driver::syncNow()
{
    m_http.dropConnections();
    perform(m_engine.onSyncNow());
}

void Driver::perform(Actions actions)
{
    for (const Action& action : actions) {
        if (const auto* request = std::get_if<Send>(&action))
            send(request->ticket, request->request);
        else if (const auto* work = std::get_if<Run>(&action))
            runOp(work->ticket, work->op);
        else if (const auto* wake = std::get_if<WakeAfter>(&action))
            m_wake.start(wake->delay);
    }
    publish();
}

void Driver::send(Ticket ticket, const net::Request& request)
{
    m_http.send(request, [this, ticket](const net::Reply& reply) { perform(m_engine.onReply(ticket, reply)); });
}

void Driver::runOp(Ticket ticket, const StoreOp& op)
{
    const Clock& clock = m_clock;
    const bool onCommand = isOnCommand(op);
    auto future = m_store.post([op, &clock](store::Stores& stores) { return carryOut(stores, op, clock.now()); });
    onReady(future, this, [this, ticket, onCommand](const std::optional<StoreAnswer>& answer) { onStored(ticket, onCommand, answer); });
}

void Driver::onStored(Ticket ticket, bool onCommand, const std::optional<StoreAnswer>& answer)
{
    // Cancelled: the files are closed or closing. For the engine that is a disk that does not take it.
    StoreAnswer failure;
    failure.ok = false;
    const StoreAnswer& told = answer ? *answer : failure;
    if (!told.changed.isEmpty())
        Q_EMIT casesChanged(told.changed);
    if (onCommand)
        Q_EMIT commandsMoved();
    perform(m_engine.onStored(ticket, told));
}

void Driver::publish()
{
    if (const Scope scope = m_engine.scope(); scope != m_publishedScope) {
        m_publishedScope = scope;
        Q_EMIT scopeChanged();
    }
    if (const LinkStatus status = m_engine.status(); status != m_published) {
        m_published = status;
        Q_EMIT statusChanged(status);
    }
    const bool idle = m_engine.isIdle();
    if (idle && !m_wasIdle)
        Q_EMIT rested(m_published);
    m_wasIdle = idle;
}

} // namespace mottaget::sync
