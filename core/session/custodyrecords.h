// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keychain.h"
#include "core/crypto/keyrecordfile.h"
#include "core/crypto/recordkeys.h"
#include "core/session/fileledger.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <optional>

//! What custody does to the records on the disk. Blocking, and slow on purpose where keys are derived: for a worker thread. No state.
namespace mottaget::session::custody {

//! Where the records and sealed files lie.
struct Place {
    QString root;   //!< the data folder: device.keys, log.db
    QString person; //!< folder of the person and commission: person.keys, cache.db, journal.db, outbox.db
    [[nodiscard]] QByteArray subject() const; //!< the person's folder by its last name
    [[nodiscard]] crypto::KeyRecordFile personRecord() const;
    [[nodiscard]] crypto::KeyRecordFile deviceRecord() const;
};

using RecordOr = Result<crypto::KeyRecord, crypto::RecordError>;

struct Records {
    RecordOr person = failed(crypto::RecordError {crypto::RecordError::Code::Missing, 0});
    RecordOr device = failed(crypto::RecordError {crypto::RecordError::Code::Missing, 0});
    bool sealedFiles = false; //!< some of the person's files are there
    bool sealedLog = false;
    //! The keychain entry: the person's record's, else the device's; empty when neither names one.
    [[nodiscard]] QByteArray entry() const;
};
[[nodiscard]] Records readRecords(const Place& place);

//! What the region and this program ask of new records.
struct Terms {
    std::optional<crypto::RecoveryPublicKey> recovery;
    std::function<crypto::KdfParameters()> calibrate = [] { return crypto::calibrateKdf(); };
};

//! What an unlock is done with.
struct Secrets {
    crypto::SharedSecret device;
    crypto::SharedSecret unlock;
    crypto::SharedSecret next; //!< the one to change to; null otherwise
    QByteArray entry;
    QByteArray backend; //!< who keeps the device secret now; empty when nobody asked
};

//! Shared between threads and never changed.
using SharedKeys = std::shared_ptr<const crypto::FileKeys>;
using SharedWrapper = std::shared_ptr<const crypto::KeyWrapper>;

struct Opened {
    SharedKeys keys; //!< the person's three and the log's; one more for each file whose key is being changed
    SharedWrapper person;
    SharedWrapper device;
    Records records;
    bool logSetAside = false;
};

enum class Failure {
    WrongSecret,
    Damaged,
    NotWritten,    //!< the disk did not take it
    NoRecoveryKey, //!< a key is to be added, and the recovery key that the others are wrapped to is not at hand
};

// Each reads the records anew, since another of them may have written meanwhile; they are called one after the other.

//! New keys for the person, and for the device where it has none. The records are on the disk when it returns.
[[nodiscard]] Result<Opened, Failure> enrol(const Place& place, const Secrets& secrets, const Terms& terms, const QDateTime& now);
//! Opens both records; brings recovery wraps, backend and tries up to date on the disk. With `secrets.next`, wraps the person's keys
//! under it, with a new salt and cost. A device record that can't be used is set aside and made anew.
[[nodiscard]] Result<Opened, Failure> unlock(const Place& place, const Secrets& secrets, const Terms& terms, const QDateTime& now);
//! Counts one wrong try ahead of it. False when the disk did not take it.
bool countTry(const Place& place, const QDateTime& now);

//! First step of moving a file to a new key: the next epoch's key stands in the record, beside the present one, before it is used.
//! A second call gives the same again.
[[nodiscard]] Result<Opened, Failure> addNextKey(const Place& place, const Opened& opened, crypto::FileKind kind, const Terms& terms);
//! Last step: forgets the key of `epoch`, when no file needs it any more. Without effect on an only key.
[[nodiscard]] Result<Opened, Failure> dropKey(const Place& place, const Opened& opened, crypto::FileKind kind, quint32 epoch);
//! Adds to the counts of messages sealed under the keys. False when the disk did not take it.
bool addSealed(const Place& place, const std::vector<SealedMessages>& sealed);

//! Moves files to new keys (KeyCustody::rotate). The files are closed; somebody else's hold on the folder is respected: then nothing is
//! done. Killed at any point, the next call goes on from there. NotWritten when a file stayed where it was.
[[nodiscard]] Result<Opened, Failure> rotateFiles(const Place& place, const Opened& opened, const Terms& terms, bool everyFile);

} // namespace mottaget::session::custody
