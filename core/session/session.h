// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/values.h"

#include <QFuture>
#include <QObject>

namespace mottaget::session {

template <typename T>
using Answer = QFuture<Result<T, SessionError>>;

//! The facade ui talks to: one person in one commission. Owns everything that holds patient data, so that destroying it under a
//! living window is the lock. All calls are made on the GUI thread, return at once and do no disk or network work there; every
//! answer settles (destroying the session cancels what is open). Each page and case passes the access gate first.
class Session : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Who acts; absent until the region has told (first start without network).
    [[nodiscard]] virtual std::optional<care::Actor> actor() const = 0;
    [[nodiscard]] virtual SyncStatus syncStatus() const = 0;
    [[nodiscard]] virtual care::CaseTypes caseTypes() const = 0;

    //! At most `count` (1 to 500) rows from `position`. A list is logged with the patients shown.
    virtual Answer<CasePage> casePage(const ListQuery& query, const ListPosition& position, int count) = 0;
    virtual Answer<Counts> counts(const ListQuery& query) = 0;
    virtual Answer<OpenCase> openCase(const care::CaseId& id) = 0;
    //! Colleagues a case can be given to, by name.
    virtual Answer<QList<care::StaffMember>> staff() = 0;

    //! Judges, makes durable and applies in one go; answers when the action is on disk. Never waits for the network.
    virtual Answer<Submitted> submit(const Intent& intent) = 0;
    //! Takes a command back that has not left; its text becomes the draft. TooLate when it is on its way.
    virtual Answer<care::CaseId> undo(const care::CommandId& command) = 0;
    //! Sends again at once; a conflict or rejection is judged anew on the case as it is now.
    virtual Answer<care::CaseId> retry(const care::CommandId& command) = 0;
    //! What becomes of a stopped action; VersionMoved when the case is not as it was shown any more.
    virtual Answer<care::CaseId> resolve(const Choice& choice) = 0;
    //! Own unfinished and rejected commands, oldest first.
    virtual Answer<QList<QueuedCommand>> queue() = 0;
    //! Keeps what is being typed; an empty text removes the draft.
    virtual Answer<QDateTime> saveDraft(const care::CaseId& id, care::Verb verb, const QString& text) = 0;

    //! Fetches what a message of the case came with, when the network allows: the case then changes. TooLarge is told by the case.
    virtual Answer<care::CaseId> fetchAttachment(const care::CaseId& id, const QString& attachment) = 0;

    //! Asks for a pull now; the status tells how it went.
    virtual void syncNow() = 0;

Q_SIGNALS:
    //! Rows whose content or place changed, by server data or own commands; also the open case. Batched, at most 10 a second.
    void casesChanged(const QSet<mottaget::care::CaseId>& ids);
    void queueChanged();
    void actorChanged();
    void syncStatusChanged(const mottaget::session::SyncStatus& status);
};

} // namespace mottaget::session
