// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/store/resourcetable.h"
#include "core/sync/page.h"
#include "core/sync/plan.h"
#include "core/sync/profile.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QSet>
#include <QString>

#include <optional>
#include <variant>

//! What the engine asks of the files, and what it is told. Values only: the program runs them on the store thread, the simulation at once.
namespace mottaget::sync {

//! A mark to set together with the data it speaks of.
using Mark = QPair<QString, QString>;

namespace op {

//! Everything the engine must know to begin or go on: scope, marks, queue.
struct Load {
    bool repaint = false; //!< also rows that could not be painted when their commands moved, because the disk refused just then
    int people = 0; //!< how many chunks of known people to name, to be asked about anew
};
//! Which of these people are not in the cache.
struct FindMissing {
    References people;
};
//! Stores a page, projects the cases it touches, and sets marks, in transactions that commit data and mark together.
struct Ingest {
    QList<store::StoredResource> resources;
    QList<Mark> marks;
    bool ofPull = false; //!< may wait while the disk is nearly full: room is left for what exists nowhere else
};
//! Judges the command on the case as it is now and fixes the bytes to send, durably, before any of them leaves.
struct Prepare {
    care::CommandId command;
};
//! The reply was lost: what was in flight may have taken effect.
struct SetUncertain {
    care::CommandId command;
};
//! Known not to have taken effect: may be built anew. `notBefore` invalid = as soon as possible.
struct Requeue {
    care::CommandId command;
    QDateTime notBefore;
};
//! An uncertain command is looked at again then.
struct Postpone {
    care::CommandId command;
    QDateTime until;
};
//! The receipt stands: new versions into the cache first, then the command is marked.
struct Acknowledge {
    care::CommandId command;
    QList<store::StoredResource> resources;
};
//! Ends in need of a person.
struct Refuse {
    care::CommandId command;
    care::CommandState state = care::CommandState::Conflict; //!< Conflict or Rejected
    QString reason;
    QString serverText;
};
//! Recomputes rows whose order changes by time alone.
struct Refresh {};
//! What a page of a reconciliation saw of a type; the first page forgets what an earlier run saw.
struct Seen {
    QList<QPair<QString, QString>> idsAndVersions;
    bool isFirst = false;
};
//! After the last page of a type: which resources are here and were not seen, and which were seen and are not here. A slice of each, in order
//! of id; whoever gets a full slice asks for what follows it.
struct Compare {
    QString type;
    QString afterGone;
    QString afterMissing;
};
//! The resource is no more, or is not this unit's any more. A case takes all that belongs to it along; one with unsent work stays, and
//! the work goes to the person.
struct Forget {
    QString type;
    QString id;
    bool isDeleted = false;
};
//! Lets go of what has left the offline scope, a slice at a time, and with the last slice of the people whom nothing names any longer.
struct Purge {
    care::CaseId after; //!< where the last slice ended
    QDateTime before; //!< closed cases that were last written before that
    QList<Mark> marks; //!< to set with the last slice
};

//! How many of each type are here, or were and have left.
struct CountHeld {};
//! Which attachment to fetch now.
struct NextAttachment {};
//! What came of fetching one; Later counts the try.
struct KeepAttachment {
    enum class Outcome { Here, TooLarge, Missing, Later };
    QString id;
    Outcome outcome = Outcome::Later;
    QByteArray content; //!< Here
};

//! The next entries of the access log that the region does not have.
struct ReadLog {
    int count = 0;
};
//! The region holds these: they leave the device. Those it refused are kept, and asked again after the others.
struct LogStored {
    QList<qint64> stored;
    QList<qint64> refused;
};

} // namespace op

using StoreOp = std::variant<op::Load, op::FindMissing, op::Ingest, op::Prepare, op::SetUncertain, op::Requeue, op::Postpone,
    op::Acknowledge, op::Refuse, op::Refresh, op::Seen, op::Compare, op::Forget, op::Purge, op::NextAttachment, op::KeepAttachment,
    op::ReadLog, op::LogStored, op::CountHeld>;

} // namespace mottaget::sync
