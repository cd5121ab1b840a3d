// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace mottaget {

//! Time as an input. Everything that asks for the time takes a Clock, so that tests and the simulation hold the hands.
class Clock {
public:
    virtual ~Clock() = default;
    //! Wall time in UTC. May jump; use it for what people read and for deadlines, never for waiting.
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! Time that only goes forward, from an arbitrary start. Use it for waiting and for ages within one run.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

//! The machine's clocks. Stateless; may be shared by threads.
class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

//! A clock that stands until it is moved. For tests, the simulation and reproducible screenshots.
class ManualClock final : public Clock {
public:
    explicit ManualClock(QDateTime start) : m_now(std::move(start)) {}
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    void advance(std::chrono::milliseconds by);
    //! Moves the wall clock alone, as when somebody sets it.
    void setWall(QDateTime to) { m_now = std::move(to); }

private:
    QDateTime m_now;
    std::chrono::milliseconds m_monotonic {0};
};

//! Swedish local time of an instant, whatever the machine's own zone: what staff read and what deadlines count in.
[[nodiscard]] QDateTime swedishTime(const QDateTime& instant);

} // namespace mottaget
