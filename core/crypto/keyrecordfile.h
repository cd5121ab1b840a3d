// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keyrecord.h"

namespace mottaget::crypto {

//! A key record on the disk, twice: `path`.copy, written first, and `path`, which is in force. The copy is read when the first is gone or damaged, since
//! the sealed files are lost without it. Both 0600, replaced whole and synced. No thread of its own; blocks on the disk.
class KeyRecordFile final {
public:
    explicit KeyRecordFile(QString path) : m_path(std::move(path)) {}

    //! A newer record is never overridden by an older copy.
    [[nodiscard]] Result<KeyRecord, RecordError> read() const;
    //! Returns with the record durable in both places. On failure the former record is still in force.
    Result<void, RecordError> write(const KeyRecord& record) const;
    //! True when nothing at all stands at either place.
    [[nodiscard]] bool isAbsent() const;
    //! Renames what stands there (damaged, or of keys that are lost) out of the way; never deletes. The new name's ending.
    QString setAside(const QDateTime& now) const;

    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
};

} // namespace mottaget::crypto
