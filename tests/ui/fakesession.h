// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QHash>
#include <QList>

#include <deque>
#include <functional>

//! A session in memory: cases in a table, sorted and filtered by the rules of core/care. Answers settle at once, or wait until the test
//! lets them go; a waiting answer tells what the table held when it was asked or when it was let go, as the test wants.
class FakeSession final : public mottaget::session::Session {
    Q_OBJECT

public:
    enum class Answers { AtOnce, AsAsked, AsLetGo };

    explicit FakeSession(QDateTime now);

    // The table. Nothing is told to listeners before announce().
    void put(mottaget::care::Case value, std::optional<mottaget::care::Patient> patient);
    void remove(const mottaget::care::CaseId& id);
    //! The case in place, to be changed at once: a change of it is seen in its row.
    [[nodiscard]] mottaget::care::Case& caseAt(const mottaget::care::CaseId& id);
    void setPending(const mottaget::care::CaseId& id, std::optional<mottaget::care::CommandState> state);
    [[nodiscard]] QList<mottaget::care::CaseId> ids() const;
    //! The list as it is now, whole.
    [[nodiscard]] QList<mottaget::care::CaseRow> list(const mottaget::session::ListQuery& query) const;
    void announce();

    void setAnswers(Answers how) { m_how = how; }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }
    void letGo(int count = 1);
    void letAllGo();
    //! What is open is never answered, as when the session is destroyed.
    void cancelAll() { m_waiting.clear(); }
    void setStatus(const mottaget::session::SyncStatus& status);
    void setActor(const std::optional<mottaget::care::Actor>& actor);
    void setQueue(QList<mottaget::session::QueuedCommand> queue);
    void refuseLists(std::optional<mottaget::session::SessionError> error) { m_listError = error; }

    //! What was asked, for tests to look at.
    struct PageQuestion {
        mottaget::session::ListQuery query;
        mottaget::session::ListPosition position;
        int count = 0;
    };
    QList<PageQuestion> m_pageQuestions;
    QList<mottaget::session::Intent> m_submitted;
    QList<mottaget::care::CommandId> m_undone;
    QList<mottaget::care::CommandId> m_retried;
    QList<mottaget::session::Choice> m_chosen;
    int m_syncs = 0;
    QStringList m_fetches; //!< attachments asked for
    QHash<QString, mottaget::care::AttachmentState> m_attachments; //!< of every case

    std::optional<mottaget::care::Actor> actor() const override { return m_actor; }
    mottaget::session::SyncStatus syncStatus() const override { return m_status; }
    mottaget::care::CaseTypes caseTypes() const override { return mottaget::care::CaseTypes::basic(); }
    mottaget::session::Answer<mottaget::session::CasePage> casePage(
        const mottaget::session::ListQuery& query, const mottaget::session::ListPosition& position, int count) override;
    mottaget::session::Answer<mottaget::session::Counts> counts(const mottaget::session::ListQuery& query) override;
    mottaget::session::Answer<mottaget::session::OpenCase> openCase(const mottaget::care::CaseId& id) override;
    mottaget::session::Answer<QList<mottaget::care::StaffMember>> staff() override;
    mottaget::session::Answer<mottaget::session::Submitted> submit(const mottaget::session::Intent& intent) override;
    mottaget::session::Answer<mottaget::care::CaseId> undo(const mottaget::care::CommandId& command) override;
    mottaget::session::Answer<mottaget::care::CaseId> retry(const mottaget::care::CommandId& command) override;
    mottaget::session::Answer<mottaget::care::CaseId> resolve(const mottaget::session::Choice& choice) override;
    mottaget::session::Answer<QList<mottaget::session::QueuedCommand>> queue() override;
    mottaget::session::Answer<QDateTime> saveDraft(
        const mottaget::care::CaseId& id, mottaget::care::Verb verb, const QString& text) override;
    mottaget::session::Answer<mottaget::care::CaseId> fetchAttachment(const mottaget::care::CaseId& id, const QString& attachment) override;
    void syncNow() override { ++m_syncs; }

private:
    template <typename T>
    using Outcome = mottaget::Result<T, mottaget::session::SessionError>;
    struct Entry {
        mottaget::care::Case value;
        std::optional<mottaget::care::Patient> patient;
        std::optional<mottaget::care::CommandState> pending;
    };
    template <typename T>
    mottaget::session::Answer<T> answer(std::function<Outcome<T>()> look);
    [[nodiscard]] mottaget::care::CaseRow rowOf(const Entry& entry) const;
    [[nodiscard]] const QList<mottaget::care::CaseRow>& rows() const;
    [[nodiscard]] Outcome<mottaget::session::CasePage> page(
        const mottaget::session::ListQuery& query, const mottaget::session::ListPosition& position, int count) const;
    [[nodiscard]] mottaget::session::Counts countsNow(const mottaget::session::ListQuery& query) const;
    [[nodiscard]] Outcome<mottaget::session::OpenCase> open(const mottaget::care::CaseId& id) const;

    QDateTime m_now;
    Answers m_how = Answers::AtOnce;
    std::deque<std::function<void()>> m_waiting;
    QHash<mottaget::care::CaseId, Entry> m_entries;
    mutable std::optional<QList<mottaget::care::CaseRow>> m_rows; //!< of all entries in order, until one changes
    QSet<mottaget::care::CaseId> m_touched;
    std::optional<mottaget::care::Actor> m_actor;
    mottaget::session::SyncStatus m_status;
    QList<mottaget::session::QueuedCommand> m_queue;
    std::optional<mottaget::session::SessionError> m_listError;
};
