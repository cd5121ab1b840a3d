// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keyrecord.h"
#include "core/crypto/recovery.h"

#include <vector>

// What is done to the keys of a record: plain functions over the record, a KeyWrapper and the recovery key. They write nothing to the
// disk; the record they change is kept by whoever calls.
namespace mottaget::crypto {

//! A data key in the open, for the file that carries `fileId`. Wiped with the object.
struct FileKey {
    FileKind kind = FileKind::Cache;
    quint32 epoch = 1;
    QByteArray keyId;
    QByteArray fileId;
    SecretBytes key;
};
using FileKeys = std::vector<FileKey>;

//! The key of the highest epoch for `kind`; null when there is none.
[[nodiscard]] const FileKey* newestOf(const FileKeys& keys, FileKind kind);

//! New data keys for each of the record's files, wrapped into `record`, whose other fields are set already. Replaces keys that stand there.
[[nodiscard]] Result<FileKeys, WrapError> makeKeys(KeyRecord& record, const KeyWrapper& wrapper, const RecoveryPublicKey* recovery);

//! All of the record's keys, or why not: all or nothing.
[[nodiscard]] Result<FileKeys, WrapError> openKeys(const KeyRecord& record, const KeyWrapper& wrapper);

//! The same keys under another wrapper (a new PIN, a card) or recovery key: nothing but the wraps changes.
[[nodiscard]] Result<void, WrapError> rewrapKeys(KeyRecord& record, const FileKeys& keys, const KeyWrapper& wrapper);
void rewrapForRecovery(KeyRecord& record, const FileKeys& keys, const RecoveryPublicKey* recovery);

//! The keys that were wrapped to the recovery key. WrongSecret when the record was wrapped to another one, or to none.
[[nodiscard]] Result<FileKeys, WrapError> recoverKeys(const KeyRecord& record, const RecoveryPrivateKey& recovery);

//! Adds the next epoch's key for `kind`, beside the present one: first step of changing a file's key. The file moves to a new file
//! identity, so that pages of the old can't be put into it.
[[nodiscard]] Result<FileKey, WrapError> addNextKey(
    KeyRecord& record, FileKind kind, const KeyWrapper& wrapper, const RecoveryPublicKey* recovery);
//! Forgets the key of `epoch` for `kind`: last step, or taking the first one back. Never the only one.
void dropKey(KeyRecord& record, FileKind kind, quint32 epoch);

} // namespace mottaget::crypto
