// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan.h"

#include <algorithm>

namespace mottaget::sync {

namespace {

// Nothing waits longer than the longest Retry-After that is obeyed. Further ahead than that only means that the wall clock has been set
// back since: what waits must not wait for the old time to come again.
constexpr qint64 longestWaitMs = 15 * 60 * 1000;

bool hasCome(const QDateTime& at, const QDateTime& now)
{
    return !at.isValid() || at <= now || now.msecsTo(at) > longestWaitMs;
}

bool isDue(const QueueEntry& entry, const QDateTime& now)
{
    return hasCome(entry.notBefore, now) && hasCome(entry.nextAttempt, now);
}

// In flight without anybody who works on it: the disk did not take what became of the attempt.
bool wantsWork(care::CommandState state)
{
    return state == care::CommandState::Queued || state == care::CommandState::InFlight || state == care::CommandState::Uncertain;
}

} // namespace

QList<care::CommandId> plan(const QList<QueueEntry>& queue, const QSet<care::CommandId>& busy, const QDateTime& now)
{
    QList<care::CommandId> chosen;
    QSet<QString> taken; // keys of older commands that are not acknowledged
    for (const QueueEntry& entry : queue) {
        if (entry.state == care::CommandState::Acknowledged)
            continue;
        const bool free = std::none_of(entry.keys.begin(), entry.keys.end(), [&](const QString& key) { return taken.contains(key); });
        for (const QString& key : entry.keys)
            taken.insert(key);
        if (free && wantsWork(entry.state) && !busy.contains(entry.id) && isDue(entry, now) && chosen.size() + busy.size() < maxLanes)
            chosen << entry.id;
    }
    return chosen;
}

QDateTime nextPlanAt(const QList<QueueEntry>& queue, const QDateTime& now)
{
    QDateTime next;
    for (const QueueEntry& entry : queue) {
        if (!wantsWork(entry.state))
            continue;
        for (const QDateTime& at : {entry.notBefore, entry.nextAttempt}) {
            if (!hasCome(at, now) && (!next.isValid() || at < next))
                next = at;
        }
    }
    return next;
}

} // namespace mottaget::sync
