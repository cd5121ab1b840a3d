// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sealedkey.h"
#include "core/store/storeerror.h"

#include <QString>

//! What an opening of the four files has to tell, beside the files.
namespace mottaget::store {

//! Messages sealed under a file's key.
struct KeyUse {
    FileKind kind = FileKind::Cache;
    quint32 epoch = 1;
    quint64 messages = 0;
    friend bool operator==(const KeyUse&, const KeyUse&) = default;
};

//! A file that holds what exists nowhere else and did not open: moved aside as it was, with its log, and an empty one begun in its place.
//! Where only its log was damaged: a copy of both as they were found.
struct SetAside {
    FileKind kind = FileKind::Outbox;
    QString path; //!< where it lies now
    StoreError why;
    bool isCopy = false; //!< only the log was damaged: the file itself went on in its place
};

} // namespace mottaget::store
