// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secretbytes.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace mottaget::session {

//! What an unlock secret must be at least: digits alone form a PIN, anything else a passphrase. From policy.
struct UnlockPolicy {
    int pinDigits = 6;
    int passphraseLetters = 12;
    friend bool operator==(const UnlockPolicy&, const UnlockPolicy&) = default;
};

enum class UnlockProblem {
    ShortPin,        //!< digits, but too few
    ShortPassphrase, //!< not digits alone, and too few letters
    Simple,          //!< one digit again and again, or a run such as 123456
};

//! What is wrong with a new unlock secret; nothing when it will do.
[[nodiscard]] std::optional<UnlockProblem> judgeUnlockSecret(const QString& secret, const UnlockPolicy& policy);
//! The bytes that keys are derived from: UTF-8 of the composed form (NFC), so that the keyboard does not matter. Wipes nothing of `secret`.
[[nodiscard]] SecretBytes unlockBytes(const QString& secret);

//! The longest wait after wrong unlock secrets.
constexpr std::chrono::seconds longestWait {15 * 60};

//! Where the keys of one person's files stand. Each combination has its own text and way out.
struct CustodyStatus {
    enum class Phase {
        Starting, //!< the record is being read
        New, //!< no files and no record yet: an unlock secret is to be chosen
        Locked, //!< waits for the unlock secret
        Working, //!< see `work`
        Unlocked, //!< the keys are here
        Stuck, //!< see `trouble`; retry() begins again
    };
    enum class Work { None, Enrolling, Unlocking, Changing };
    enum class Trouble {
        None,
        NoKeychain, //!< no keychain in this OS account
        KeychainLocked, //!< it is there and locked, and did not ask
        KeychainNoAnswer, //!< it did not answer within the deadline
        KeychainRefused, //!< somebody said no to its question
        OtherKeychain, //!< another keychain than the one that keeps the secret: `writtenBy`, `found`
        SecretMissing, //!< the right keychain, open, without the secret. Never a new installation
        KeychainFailed, //!< anything else it said: `detail`
        RecordMissing, //!< sealed files without their key record. Never a new installation
        RecordDamaged,
        RecordNewer, //!< written by a newer Mottaget
        RecordUnreadable, //!< the disk did not give it
        RecordNotWritten, //!< the disk did not take it; nothing has changed
    };
    Phase phase = Phase::Starting;
    Work work = Work::None;
    Trouble trouble = Trouble::None; //!< with Unlocked: why the unlock secret was not changed
    bool keychainSlow = false; //!< has not answered for 2 s: somebody may have to look for its question
    bool wasWrong = false; //!< the last unlock secret was wrong
    int wrongTries = 0; //!< since the last right one
    QDateTime retryAt; //!< no attempt is made before; invalid for at once
    QString writtenBy;
    QString found;
    QString detail; //!< the keychain's own word, for the IT colleague
    bool recoverable = false; //!< the unsent work can be had back by the region's recovery key
    bool logSetAside = false; //!< the access log's key was lost: the log was set aside and must be reported

    //! Whether an attempt would be made at `now`. A wait that seems longer than any is a wall clock that was set back: it does not bind.
    [[nodiscard]] bool mayTry(const QDateTime& now) const;

    friend bool operator==(const CustodyStatus&, const CustodyStatus&) = default;
};

//! The fixed name of a trouble, for the IT colleague and for scripts: noKeychain, keychainLocked ...; empty for None.
[[nodiscard]] QLatin1StringView codeOf(CustodyStatus::Trouble trouble);

//! Keeps the keys and asks for what opens them. The face that ui sees; everything is asynchronous and told by statusChanged. A call that
//! does not fit the phase does nothing. GUI thread.
class Custody : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const CustodyStatus& status() const = 0;
    [[nodiscard]] virtual UnlockPolicy policy() const = 0;

    //! New: makes keys under `secret`, which was judged before.
    virtual void enrol(SecretBytes secret) = 0;
    //! Locked: opens the keys.
    virtual void unlock(SecretBytes secret) = 0;
    //! Unlocked: the same keys under another secret. Wrong tries count as when unlocking.
    virtual void change(SecretBytes present, SecretBytes next) = 0;
    //! Stuck: begins again from what is on the disk.
    virtual void retry() = 0;
    //! Forgets the keys, at once or as soon as what is under way has ended.
    virtual void lock() = 0;

Q_SIGNALS:
    void statusChanged();
};

} // namespace mottaget::session
