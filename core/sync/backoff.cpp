// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"

#include <algorithm>

namespace mottaget::sync {

namespace {

constexpr qint64 firstWindowMs = 2000;
constexpr qint64 lastWindowMs = 60 * 1000;

} // namespace

std::chrono::milliseconds Backoff::next()
{
    const qint64 window = std::min(lastWindowMs, firstWindowMs << std::min(m_failures, 8));
    ++m_failures;
    return std::chrono::milliseconds(m_random.bounded(window / 4, window + 1));
}

std::chrono::milliseconds Backoff::jitter(std::chrono::milliseconds around)
{
    const qint64 fifth = std::max<qint64>(1, around.count() / 5);
    return around + std::chrono::milliseconds(m_random.bounded(-fifth, fifth + 1));
}

} // namespace mottaget::sync
