// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/anchor.h"

#include <QFuture>

#include <vector>

namespace mottaget::session {

//! Messages that a file's key has sealed.
struct SealedMessages {
    crypto::FileKind kind = crypto::FileKind::Cache;
    quint32 epoch = 1;
    quint64 count = 0;
    friend bool operator==(const SealedMessages&, const SealedMessages&) = default;
};

//! What is known of the files outside of them: how far they had come, and how much their keys have been used. GUI thread.
class FileLedger {
public:
    FileLedger() = default;
    virtual ~FileLedger() = default;
    FileLedger(const FileLedger&) = delete;
    FileLedger& operator=(const FileLedger&) = delete;

    //! What was kept last. Without those that could not be had in time: they are not checked then, and the work is not kept waiting.
    virtual QFuture<crypto::Anchors> anchors() = 0;
    //! Settles when all is kept, or could not be (false); the next keeping makes up for it.
    virtual QFuture<bool> keep(crypto::Anchors anchors, std::vector<SealedMessages> sealed) = 0;
};

} // namespace mottaget::session
