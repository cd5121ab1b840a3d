// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keychain.h"
#include "core/crypto/keyrecord.h"
#include "core/session/custody.h"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

//! The course of custody without I/O: what happened in, what to do next out. KeyCustody carries it out; the table of tests is the proof.
namespace mottaget::session::custody {

//! What was found on the disk.
struct RecordRead {
    std::optional<crypto::RecordError::Code> error; //!< absent: there is a record
    bool sealedFiles = false;  //!< some of the person's files are there
    bool deviceKnown = false;  //!< the device's record is there: its secret is in a keychain already
    int wrongTries = 0;
    QDateTime lastWrong;
    QByteArray backend; //!< of the person's record, or of the device's where that is new
    bool recoverable = false;
};
struct EnrolAsked {};
struct UnlockAsked {
    QDateTime now;
};
struct ChangeAsked {
    QDateTime now;
};
struct RetryAsked {};
struct LockAsked {};
struct KeychainSlow {};
//! How a question to the keychain ended; no error: it gave or took what was asked.
struct SecretRead {
    std::optional<crypto::SecretError> error;
};
struct SecretWritten {
    std::optional<crypto::SecretError> error;
};
struct Probed {
    std::optional<crypto::SecretError> error;
};
struct BackendTold {
    QByteArray name;
};
struct TryCounted {}; //!< on the disk, or the disk would not: the wait is kept in memory all the same
enum class Derivation { Done, WrongSecret, Damaged, NotWritten };
struct Derived {
    Derivation end = Derivation::Done;
    QDateTime now;
    bool recoverable = false;
    bool logSetAside = false;
};
using Event = std::variant<RecordRead, EnrolAsked, UnlockAsked, ChangeAsked, RetryAsked, LockAsked, KeychainSlow, SecretRead, SecretWritten,
    Probed, BackendTold, TryCounted, Derived>;

enum class Effect {
    ReadRecord,
    WriteSecret,  //!< a new device secret into the keychain; only ever when nothing is there
    ReadSecret,
    AskBackend,
    Probe,
    CountTry,     //!< on the disk before it is tried, so that ending the program does not give it back
    Derive,       //!< with the unlock secret held since it was asked for
    ForgetSecrets, //!< the unlock secret and the device secret
    ForgetKeys,
};

struct State {
    CustodyStatus status;
    std::optional<Effect> asked = Effect::ReadRecord; //!< the one question whose answer is waited for
    bool deviceKnown = false;
    bool lockWanted = false; //!< asked for while working
    QByteArray backend;      //!< of the record
    QByteArray backendNow;   //!< as told
    std::optional<crypto::SecretError> waiting; //!< NotFound, until backend and probe have told what it means
    friend bool operator==(const State&, const State&) = default;
};

struct Step {
    State state;
    std::vector<Effect> effects;
};

//! Total: an event that does not fit the state changes nothing.
[[nodiscard]] Step decide(State state, const Event& event);

//! How long after the nth wrong unlock secret no other is tried: nothing for three, then 5 s and twice as long each time, at most 15 min.
[[nodiscard]] std::chrono::seconds delayAfter(int wrongTries);
//! When the next may be tried; invalid for at once.
[[nodiscard]] QDateTime retryTime(int wrongTries, const QDateTime& lastWrong);

} // namespace mottaget::session::custody
