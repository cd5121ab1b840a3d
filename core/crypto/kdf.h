// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secretbytes.h"

#include <QByteArrayView>

#include <chrono>
#include <functional>

namespace mottaget::crypto {

//! How much work one guess of an unlock secret costs: scrypt (RFC 7914) with N = 2^logN. Memory is 128 * N * r bytes; p multiplies the
//! time alone. Kept in the key record, so that a faster machine can ask for more later and an old record still opens.
struct KdfParameters {
    int logN = 15;
    int r = 8;
    int p = 1;
    friend bool operator==(const KdfParameters&, const KdfParameters&) = default;
};

constexpr int kdfSaltSize = 32;
constexpr int kdfKeySize = 32;

//! Never less than this, however slow the machine: 32 MiB for each guess.
constexpr KdfParameters kdfFloor {15, 8, 1};
//! Never more memory than 128 MiB, because a workstation opens this beside everything else; beyond it only time (p) grows.
constexpr KdfParameters kdfCeiling {17, 8, 16};
//! What one derivation takes at least, on the machine of the enrolment.
constexpr std::chrono::milliseconds kdfGoal {250};

//! Within floor and ceiling. A record that asks for anything else is refused: too little is weak, too much is an attack on memory.
[[nodiscard]] bool isAcceptable(const KdfParameters& parameters);

//! 32 bytes from a PIN or passphrase. Slow on purpose: never on the GUI thread. `parameters` must be acceptable. Aborts when the memory
//! can't be had, as the allocator would.
[[nodiscard]] SecretBytes deriveKey(const SecretBytes& unlockSecret, QByteArrayView salt, const KdfParameters& parameters);

//! Processor time of one derivation here: the smaller of two runs, of this thread alone, so that a busy machine does not look slow and
//! get a weaker record.
[[nodiscard]] std::chrono::nanoseconds measureKdf(const KdfParameters& parameters);

//! The smallest acceptable parameters whose measured cost reaches `goal`: N doubles up to the ceiling, then p grows.
[[nodiscard]] KdfParameters calibrateKdf(
    std::chrono::nanoseconds goal = kdfGoal, const std::function<std::chrono::nanoseconds(const KdfParameters&)>& measure = measureKdf);

} // namespace mottaget::crypto
