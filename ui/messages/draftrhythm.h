// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace mottaget::ui {

//! When a draft is due on disk: within a second of the last key, and every five seconds while somebody goes on typing.
//! Pure: the time comes in as monotonic milliseconds.
class DraftRhythm final {
public:
    using Time = std::chrono::milliseconds;
    static constexpr Time afterLastKey {800}; //!< leaves 200 ms of the promised second for the disk
    static constexpr Time whileTyping {5000};

    void keyPressed(Time now);
    //! Nothing is unsaved from here on.
    void saved();
    [[nodiscard]] bool isDirty() const { return m_firstKey.has_value(); }
    //! How long to wait from `now` until saving; zero when it is due. Nothing while all is saved.
    [[nodiscard]] std::optional<Time> wait(Time now) const;

private:
    std::optional<Time> m_firstKey; //!< the first key since the last save
    Time m_lastKey {0};
};

} // namespace mottaget::ui
