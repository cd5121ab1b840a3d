// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <chrono>

namespace mottaget::sync {

//! How long to wait before asking again: full jitter over a window that doubles from 2 s to 1 min, so that a thousand clients do not
//! return at once. There is no cap on the number of tries. Not thread-safe.
class Backoff final {
public:
    explicit Backoff(quint32 seed) : m_random(seed) {}
    //! The next wait after a failure: at least a quarter of the window, so that it is never a busy loop.
    [[nodiscard]] std::chrono::milliseconds next();
    //! A wait around `around`, plus or minus a fifth: for polls.
    [[nodiscard]] std::chrono::milliseconds jitter(std::chrono::milliseconds around);
    void reset() { m_failures = 0; }

private:
    QRandomGenerator m_random;
    int m_failures = 0;
};

} // namespace mottaget::sync
