// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/casework.h"
#include "core/session/session.h"
#include "core/session/setup.h"

#include <QTimer>

#include <memory>

namespace mottaget::session {

//! The session of the product: four files on the store thread, the region on the sync thread, and this face on the GUI thread.
//! Destroying it ends both threads, closes the files and settles every open answer as cancelled: the lock.
class LocalSession final : public Session {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalSession)

public:
    //! `clock` outlives the session and may be read from all its threads.
    LocalSession(Setup setup, const Clock& clock, QObject* parent = nullptr);
    ~LocalSession() override;

    //! Opens the files; nothing else may be called before it has answered well. Begins to sync unless the setup says otherwise.
    QFuture<Result<void, OpenError>> open();
    //! One pull and push until nothing is under way; the status as of then. For the command line.
    QFuture<SyncStatus> syncOnce();
    //! Keeps outside of the files how far they have come, before the program ends: an older state put back is noticed at the next start.
    //! Happens every five minutes by itself. Settles with false when it could not be kept.
    QFuture<bool> keepStanding();

    [[nodiscard]] std::optional<care::Actor> actor() const override;
    [[nodiscard]] SyncStatus syncStatus() const override;
    [[nodiscard]] care::CaseTypes caseTypes() const override;
    Answer<CasePage> casePage(const ListQuery& query, const ListPosition& position, int count) override;
    Answer<Counts> counts(const ListQuery& query) override;
    Answer<OpenCase> openCase(const care::CaseId& id) override;
    Answer<QList<care::StaffMember>> staff() override;
    Answer<Submitted> submit(const Intent& intent) override;
    Answer<care::CaseId> undo(const care::CommandId& command) override;
    Answer<care::CaseId> retry(const care::CommandId& command) override;
    Answer<care::CaseId> resolve(const Choice& choice) override;
    Answer<QList<QueuedCommand>> queue() override;
    Answer<QDateTime> saveDraft(const care::CaseId& id, care::Verb verb, const QString& text) override;
    Answer<care::CaseId> fetchAttachment(const care::CaseId& id, const QString& attachment) override;
    void syncNow() override;

private:
    struct Threads;
    [[nodiscard]] work::Context context() const;
    template <typename T, typename Fn>
    Answer<T> ask(Fn fn);
    //! As ask(), for what shows data: refused while they are too old.
    template <typename T, typename Fn>
    Answer<T> look(Fn fn);
    [[nodiscard]] std::chrono::milliseconds sinceHeard() const { return m_clock.monotonic() - m_heardAt; }
    void openFiles(const std::shared_ptr<QPromise<Result<void, OpenError>>>& shared, const crypto::Anchors& anchors);
    void startSync();
    void opened();
    void readActor();
    void readTally();
    void queueMoved(const care::CaseId& id);
    void noteChanged(const QSet<care::CaseId>& ids);
    void refreshByTime();
    void publish();

    Setup m_setup;
    const Clock& m_clock;
    std::unique_ptr<Threads> m_threads;
    SyncStatus m_status;
    QDateTime m_heard; //!< the pull that m_heardAt speaks of
    std::chrono::milliseconds m_heardAt {0};
    std::optional<care::Actor> m_actor;
    care::CaseTypes m_types = care::CaseTypes::basic();
    QSet<care::CaseId> m_changed;
    QTimer m_changeTimer;
    QTimer m_refreshTimer;
    QTimer m_standingTimer;
    bool m_keepsDemoLedger = false; //!< no custody: beside the files
};

} // namespace mottaget::session
