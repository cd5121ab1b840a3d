// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/command.h"
#include "core/store/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace mottaget::store {

//! A command and what has become of it.
struct StoredCommand {
    care::Command command;
    care::CommandState state = care::CommandState::Queued;
    int attempts = 0;
    QDateTime nextAttempt; //!< invalid = as soon as possible
    QString reason;        //!< code, see session::QueuedCommand
    QString serverText;
    QByteArray baseBody; //!< the case's Task as it was when the person acted
    QDateTime firstSent; //!< start of the first attempt; invalid until then
    QByteArray request;  //!< the bytes to send, fixed before the first attempt; empty until then

    friend bool operator==(const StoredCommand&, const StoredCommand&) = default;
};

//! How many commands wait for the server, and how many for a person.
struct CommandTally {
    int waiting = 0;
    int needsAttention = 0;
    friend bool operator==(const CommandTally&, const CommandTally&) = default;
};

//! Repository of the outbox. A command is durable when add() has returned; nothing here is ever removed unacknowledged except by
//! the person who made it (undo, discard). Store thread only.
class CommandTable final {
public:
    explicit CommandTable(Database& database);

    StoreResult<void> add(const StoredCommand& command);
    [[nodiscard]] std::optional<StoredCommand> find(const care::CommandId& id);
    //! Replayed over server data: all but acknowledged and rejected, oldest first.
    [[nodiscard]] QList<StoredCommand> unfinished(const care::CaseId& id);
    //! Whether any case has such; asked once, spares asking for each case. True when the file does not say.
    [[nodiscard]] bool mayHaveUnfinished();
    //! All that a person sees in the queue: unfinished and rejected, oldest first.
    [[nodiscard]] QList<StoredCommand> queue();
    //! The same of one case.
    [[nodiscard]] QList<StoredCommand> queue(const care::CaseId& id);
    //! The same of a file with damaged pages: what lies on whole ones.
    [[nodiscard]] QList<StoredCommand> salvage();
    [[nodiscard]] CommandTally tally();
    StoreResult<void> setState(const care::CommandId& id, care::CommandState state, const QString& reason, const QString& serverText);
    //! Fixes the bytes and counts the attempt, in one commit before anything is sent.
    StoreResult<void> beginAttempt(const care::CommandId& id, const QByteArray& request, const QDateTime& now);
    StoreResult<void> setNextAttempt(const care::CommandId& id, const QDateTime& at);
    //! Back to queued on a newer base, with the bytes forgotten: only for a command that is known not to have taken effect.
    StoreResult<void> rebase(const care::CommandId& id, const care::VersionId& base, const QByteArray& baseBody);
    //! At opening: what was in flight when the process ended may or may not have arrived.
    StoreResult<void> markInflightUncertain();
    //! Puts `made` in the place of a stopped command: in one commit, before what waits behind it in the case. False when it is stopped no longer.
    StoreResult<bool> replace(const care::CommandId& id, const QList<StoredCommand>& made);
    //! Removes a command that is known not to have taken effect (queued, conflict, rejected); false otherwise.
    StoreResult<bool> takeBack(const care::CommandId& id);

private:
    Database& m_database;
    Statement m_add;
    Statement m_find;
    Statement m_unfinished;
    Statement m_anyUnfinished;
    Statement m_queue;
    Statement m_queueOfCase;
    Statement m_tally;
    Statement m_setState;
    Statement m_beginAttempt;
    Statement m_setNextAttempt;
    Statement m_rebase;
    Statement m_takeBack;
    Statement m_erase;
};

} // namespace mottaget::store
