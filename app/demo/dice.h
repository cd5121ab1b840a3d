// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace mottaget::demo {

//! Pseudo-random numbers that are the same on every machine and with every library (splitmix64). Not for secrets.
class Dice final {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    [[nodiscard]] std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    //! From `least` to `most`, both included.
    [[nodiscard]] int between(int least, int most)
    {
        return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
    }
    [[nodiscard]] bool chance(int percent) { return between(1, 100) <= percent; }
    template <typename List>
    [[nodiscard]] const auto& pick(const List& list)
    {
        return list[static_cast<decltype(std::size(list))>(next() % static_cast<std::uint64_t>(std::size(list)))];
    }

private:
    std::uint64_t m_state;
};

} // namespace mottaget::demo
