// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/storeops.h"

//! What the files say to what the engine asked of them. Values only.
namespace mottaget::sync {

//! An entry of the access log as it is sent.
struct LogUpload {
    qint64 seq = 0;
    QString id;
    QByteArray body;
};

//! What Prepare made of a command.
struct Prepared {
    enum class Kind {
        Ready, //!< `bytes` are fixed and durable; send them
        Refused, //!< it became a conflict; the queue says so
        NotYet, //!< its case is not here, and the first fetch is still going on
        Missing, //!< no such command in the queue any more (taken back)
    };
    Kind kind = Kind::Missing;
    QByteArray bytes;
    bool resend = false; //!< uncertain before: the receipt must be asked for first
};

//! People in the cache whom the region is asked about: has anything of theirs changed?
struct PeopleChunk {
    QString type;
    QStringList ids;
    bool isFirst = false; //!< a round through all of them begins
    bool isLast = false;  //!< and ends
    friend bool operator==(const PeopleChunk&, const PeopleChunk&) = default;
};

//! The answer to any op. Only the fields of the op's kind are filled.
struct StoreAnswer {
    bool ok = true; //!< false: the disk did not take it, nothing changed
    Scope scope; //!< Load, Ingest
    QHash<QString, QString> marks; //!< Load
    QList<QueueEntry> queue; //!< Load and all ops on commands: the queue after the op
    References missing; //!< FindMissing, Compare; Ingest: what belongs to cases that have come back
    QStringList gone; //!< Compare: here and not seen
    care::CaseId purgedTo; //!< Purge: where the next slice begins; empty after the last
    Prepared prepared; //!< Prepare
    QString attachment; //!< NextAttachment; empty when none is to be fetched
    std::optional<bool> attachmentsWanted; //!< Load
    QList<PeopleChunk> people; //!< Load: whom to ask about next, in order
    QList<LogUpload> log; //!< ReadLog
    QHash<QString, int> held; //!< CountHeld
    QSet<care::CaseId> changed; //!< cases whose rows changed
    int cases = 0; //!< rows in the cache: progress of the first fetch
};

} // namespace mottaget::sync
