// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/filekind.h"
#include "core/crypto/kdf.h"
#include "core/crypto/keywrap.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace mottaget::crypto {

//! One data key of one file, wrapped. Ids are 16 random bytes and say nothing.
struct WrappedKey {
    FileKind kind = FileKind::Cache;
    quint32 epoch = 1;        //!< grows with each change of the key, at most 65535; while a file is moved to a new key both stand here
    QByteArray keyId;
    QByteArray fileId;        //!< the identity the sealed file carries: the key opens this file and no other
    quint64 sealed = 0;       //!< messages sealed under the key, as told when the file was closed
    QByteArray wrap;          //!< for the person, or the device's log for the device
    QByteArray recoveryWrap;  //!< to the region's recovery key; empty when policy names none, and for the cache
    friend bool operator==(const WrappedKey&, const WrappedKey&) = default;
};

//! The non-secret file beside the sealed files that says which key belongs to which, and how the keys are had. One for each folder of a
//! person and commission, one for the device's log. Losing it loses the files, so it is kept twice (KeyRecordFile). docs/key-record.md.
struct KeyRecord {
    QByteArray subject;                //!< name of the person's folder, or "device": [a-z0-9-], at most 64
    QByteArray entry;                  //!< name of the keychain entry with the device secret: 32 hex digits
    QByteArray backend;                //!< which keychain wrote that entry: [a-z0-9._-], at most 64
    std::optional<KdfParameters> kdf;  //!< absent where no person's secret takes part (the device's log)
    QByteArray salt;                   //!< kdfSaltSize bytes
    QByteArray recoveryKey;            //!< fingerprint of the recovery key wrapped to, 64 hex digits; empty for none
    int wrongTries = 0;                //!< wrong unlock secrets since the last right one
    QDateTime lastWrong;               //!< UTC; invalid for none
    QList<WrappedKey> keys;            //!< by kind, then epoch

    friend bool operator==(const KeyRecord&, const KeyRecord&) = default;
};

//! Why a record can't be used. `line` says where, for whoever looks into it; 0 for the whole.
struct RecordError {
    enum class Code {
        Missing,      //!< there is none
        Unreadable,   //!< the disk did not give or take it
        NotARecord,   //!< something else, or nothing
        NewerVersion, //!< written by a newer Mottaget: left as it is
        Damaged,      //!< a record with other bytes than were written
    };
    Code code = Code::Damaged;
    int line = 0;
    friend bool operator==(const RecordError&, const RecordError&) = default;
};

//! Random nonces are good for 2^32 messages of one key; at half of that the file moves to a new one.
constexpr quint64 sealedLimit = quint64(1) << 31;

constexpr int recordVersion = 1;
constexpr qsizetype recordMaxSize = 64 * 1024;

//! The one text of a record; ends with a digest of all before it. `record` must be whole (`isWhole`).
[[nodiscard]] QByteArray printRecord(const KeyRecord& record);
//! The strict inverse: any other byte than printRecord would write is refused.
[[nodiscard]] Result<KeyRecord, RecordError> parseRecord(const QByteArray& text);
//! All fields of their form, and exactly the keys that a record of its kind holds.
[[nodiscard]] bool isWhole(const KeyRecord& record);

//! What is authenticated with a key's wrap for `way` (see WrapContext).
[[nodiscard]] WrapContext contextOf(const KeyRecord& record, const WrappedKey& key, QByteArrayView way);
//! "person" or "device".
[[nodiscard]] QByteArrayView wayOf(const KeyRecord& record);

} // namespace mottaget::crypto
