// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/session/gate.h"
#include "core/session/values.h"
#include "core/store/stores.h"

#include <QSet>

//! What the session does with the files, each a piece of work on the store thread: read, judge, make durable, show.
namespace mottaget::session::work {

//! What every piece of work must know of where it runs.
struct Context {
    const Clock& clock;
    QString device;
    qint64 monotonicMs = 0; //!< since process start, taken at the call
    std::chrono::milliseconds undoWindow {0};
    std::chrono::seconds grace {0};            //!< data not fetched for so long are not shown
    std::chrono::milliseconds sinceHeard {0}; //!< of this run, since the last whole pull was heard of
    bool offline = false; //!< noted in the access log
    Gate& gate;           //!< of this session
};

template <typename T>
using WorkResult = Result<T, SessionError>;

[[nodiscard]] WorkResult<CasePage> readPage(
    store::Stores& stores, const ListQuery& query, const ListPosition& position, int count, const Context& context);
[[nodiscard]] WorkResult<Counts> readCounts(store::Stores& stores, const ListQuery& query, const Context& context);
[[nodiscard]] WorkResult<OpenCase> readCase(store::Stores& stores, const care::CaseId& id, const Context& context);
[[nodiscard]] WorkResult<QList<care::StaffMember>> readStaff(store::Stores& stores, const Context& context);
[[nodiscard]] WorkResult<QList<QueuedCommand>> readQueue(store::Stores& stores, const Context& context);

//! The intent becomes a durable command; the row shows it at once. `command` of the answer is its id.
[[nodiscard]] WorkResult<Submitted> submit(store::Stores& stores, const Intent& intent, const Context& context);
[[nodiscard]] WorkResult<care::CaseId> undo(store::Stores& stores, const care::CommandId& id, const Context& context);
[[nodiscard]] WorkResult<care::CaseId> retry(store::Stores& stores, const care::CommandId& id, const Context& context);
[[nodiscard]] WorkResult<QDateTime> saveDraft(
    store::Stores& stores, const care::CaseId& id, care::Verb verb, const QString& text, const Context& context);
//! Into the queue of those to fetch; never fetched with the case.
[[nodiscard]] WorkResult<care::CaseId> fetchAttachment(
    store::Stores& stores, const care::CaseId& id, const QString& attachment, const Context& context);

} // namespace mottaget::session::work
