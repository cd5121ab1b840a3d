// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace mottaget::simulate {

//! All chance of a simulated world: splitmix64, so that a seed means the same on every machine.
class Dice final {
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    //! 0 .. n - 1
    int below(int n) { return static_cast<int>(next() % static_cast<quint64>(n)); }
    //! from .. to
    qint64 between(qint64 from, qint64 to) { return from + static_cast<qint64>(next() % static_cast<quint64>(to - from + 1)); }
    bool chance(int perMille) { return perMille > 0 && below(1000) < perMille; }
    //! Around `mean`, with a long tail: a quarter of it to four times it.
    qint64 around(qint64 mean) { return between(mean / 4 + 1, mean + 1) << below(3); }
    //! The form of a UUID.
    QString uuid();

private:
    quint64 m_state;
};

} // namespace mottaget::simulate
