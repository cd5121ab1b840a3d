// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/housekeeping.h"

#include "core/sync/leaving.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds purgeEvery = 1h;
constexpr std::chrono::seconds countEvery = 1h;
constexpr std::chrono::seconds reconcileEvery = 12h;

} // namespace

bool Housekeeping::isDue(const char* mark, std::chrono::seconds every) const
{
    const QDateTime last = QDateTime::fromString(m_desk.marks.value(QString::fromLatin1(mark)), Qt::ISODateWithMs);
    // A mark ahead of the clock is of a clock that was set back since.
    return !last.isValid() || last > m_desk.now() || last.secsTo(m_desk.now()) >= every.count();
}

// A wall clock alone never takes anything away: what is old is judged by the newest instant that the region itself has written.
QDateTime Housekeeping::regionsNow() const
{
    QDateTime newest;
    for (const auto& row : scopeTable(m_desk.scope, m_desk.profile())) {
        const QDateTime reached = QDateTime::fromString(m_desk.marks.value(mark::delta(row.first)), Qt::ISODateWithMs);
        if (reached.isValid() && (!newest.isValid() || reached > newest))
            newest = reached;
    }
    return newest.isValid() ? std::min(newest, m_desk.now()) : QDateTime();
}

Housekeeping::End Housekeeping::begin(bool takesBatches)
{
    m_takesBatches = takesBatches;
    m_began = m_desk.now();
    m_region = regionsNow();
    if (m_region.isValid() && isDue(mark::purged, purgeEvery))
        return purgeFrom({});
    return startComparing();
}

Housekeeping::End Housekeeping::purgeFrom(const care::CaseId& after)
{
    m_stage = Stage::Purge;
    m_waiting =
        m_desk.run(op::Purge {after, m_region.addDays(-keptClosedDays), {{QString::fromLatin1(mark::purged), searchInstant(m_began)}}});
    return End::None;
}

Housekeeping::End Housekeeping::startComparing()
{
    if (isDue(mark::reconciled, reconcileEvery)) {
        m_isWhole = true;
        return reconcile({});
    }
    if (!m_takesBatches || !isDue(mark::counted, countEvery))
        return End::Done;
    m_stage = Stage::Count;
    return takeCount(m_counting.begin(m_began));
}

// All of the scope when none is named.
Housekeeping::End Housekeeping::reconcile(const QStringList& types)
{
    m_types.clear();
    for (const auto& [type, search] : scopeTable(m_desk.scope, m_desk.profile())) {
        if (type != "Organization"_L1 && (types.isEmpty() || types.contains(type)))
            m_types.push_back({type, search, Step::Kind::Plain});
    }
    return nextType();
}

Housekeeping::End Housekeeping::takeCount(Counting::End end)
{
    switch (end) {
    case Counting::End::None: return End::None;
    case Counting::End::Failed: m_desk.note(m_counting.verdict()); return End::Failed;
    case Counting::End::Done: break;
    }
    m_isWhole = false; // the half-daily one keeps its time
    return m_counting.differing().isEmpty() ? End::Done : reconcile(m_counting.differing());
}

Housekeeping::End Housekeeping::nextType()
{
    if (m_types.empty()) {
        if (!m_isWhole)
            return End::Done; // without its mark: tried again after the next pull
        m_stage = Stage::Close;
        op::Ingest done;
        done.marks.append({QString::fromLatin1(mark::reconciled), searchInstant(m_began)});
        for (const auto& row : scopeTable(m_desk.scope, m_desk.profile()))
            done.marks.append({mark::count(row.first), QString()}); // what differs now is what could not be mended
        m_waiting = m_desk.run(std::move(done));
        return End::None;
    }
    m_stage = Stage::Compare;
    m_reconcile.begin(m_types.front());
    m_types.pop_front();
    return End::None;
}

Housekeeping::End Housekeeping::take(Reconcile::End end)
{
    switch (end) {
    case Reconcile::End::None: return End::None;
    case Reconcile::End::Refused: m_isWhole = false; [[fallthrough]];
    case Reconcile::End::Done: return nextType();
    case Reconcile::End::Failed: m_desk.note(m_reconcile.verdict()); return End::Failed;
    case Reconcile::End::Disk: return End::Failed;
    }
    Q_UNREACHABLE();
}

Housekeeping::End Housekeeping::onReply(const net::Reply& reply)
{
    if (m_stage == Stage::Count)
        return takeCount(m_counting.onReply(reply));
    return take(m_reconcile.onReply(reply));
}

Housekeeping::End Housekeeping::onStored(const StoreAnswer& answer)
{
    if (m_stage == Stage::Count)
        return takeCount(m_counting.onStored(answer));
    if (m_stage == Stage::Compare)
        return take(m_reconcile.onStored(answer));
    if (!answer.ok)
        return End::Failed;
    if (m_stage == Stage::Close)
        return End::Done;
    m_desk.status().fetched = answer.cases;
    return answer.purgedTo.text().isEmpty() ? startComparing() : purgeFrom(answer.purgedTo);
}

} // namespace mottaget::sync
