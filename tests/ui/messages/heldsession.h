// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QHash>
#include <QPromise>

#include <deque>
#include <memory>

//! A session whose answers come when the test says so, in the order the test wants. Keeps what it was asked.
class HeldSession final : public mottaget::session::Session {
    Q_OBJECT

public:
    template <typename T>
    using Outcome = mottaget::Result<T, mottaget::session::SessionError>;

    //! A call that waits for its answer.
    template <typename Question, typename T>
    struct Held {
        Question question;
        std::shared_ptr<QPromise<Outcome<T>>> promise;
        void answer(const Outcome<T>& outcome) const
        {
            promise->addResult(outcome);
            promise->finish();
        }
    };
    struct SavedDraft {
        mottaget::care::CaseId id;
        mottaget::care::Verb verb;
        QString text;
        friend bool operator==(const SavedDraft&, const SavedDraft&) = default;
    };

    std::optional<mottaget::care::Actor> m_actor;
    mottaget::session::SyncStatus m_status;
    QList<mottaget::care::StaffMember> m_staff;
    QDateTime m_savedAt;
    bool m_savesDrafts = true;
    QList<SavedDraft> m_drafts;
    QList<mottaget::care::CommandId> m_undone;
    QList<mottaget::session::Choice> m_chosen;
    std::deque<Held<mottaget::care::CaseId, mottaget::session::OpenCase>> m_opening;
    std::deque<Held<mottaget::session::Intent, mottaget::session::Submitted>> m_submitting;

    std::optional<mottaget::care::Actor> actor() const override { return m_actor; }
    mottaget::session::SyncStatus syncStatus() const override { return m_status; }
    mottaget::care::CaseTypes caseTypes() const override { return mottaget::care::CaseTypes::basic(); }

    mottaget::session::Answer<mottaget::session::CasePage> casePage(
        const mottaget::session::ListQuery&, const mottaget::session::ListPosition&, int) override
    {
        return ready<mottaget::session::CasePage>({});
    }
    mottaget::session::Answer<mottaget::session::Counts> counts(const mottaget::session::ListQuery&) override
    {
        return ready<mottaget::session::Counts>({});
    }
    mottaget::session::Answer<mottaget::session::OpenCase> openCase(const mottaget::care::CaseId& id) override
    {
        return hold(m_opening, id);
    }
    mottaget::session::Answer<QList<mottaget::care::StaffMember>> staff() override
    {
        return ready<QList<mottaget::care::StaffMember>>(m_staff);
    }
    mottaget::session::Answer<mottaget::session::Submitted> submit(const mottaget::session::Intent& intent) override
    {
        return hold(m_submitting, intent);
    }
    mottaget::session::Answer<mottaget::care::CaseId> undo(const mottaget::care::CommandId& command) override
    {
        m_undone.append(command);
        return ready<mottaget::care::CaseId>(m_undoneCase);
    }
    mottaget::session::Answer<mottaget::care::CaseId> retry(const mottaget::care::CommandId&) override
    {
        return ready<mottaget::care::CaseId>(m_undoneCase);
    }
    mottaget::session::Answer<mottaget::care::CaseId> resolve(const mottaget::session::Choice& choice) override
    {
        m_chosen.append(choice);
        return ready<mottaget::care::CaseId>(m_undoneCase);
    }
    mottaget::session::Answer<QList<mottaget::session::QueuedCommand>> queue() override
    {
        return ready<QList<mottaget::session::QueuedCommand>>({});
    }
    mottaget::session::Answer<QDateTime> saveDraft(
        const mottaget::care::CaseId& id, mottaget::care::Verb verb, const QString& text) override
    {
        m_drafts.append({id, verb, text});
        if (m_savesDrafts)
            return ready<QDateTime>(m_savedAt);
        return ready<QDateTime>(mottaget::failed(mottaget::session::SessionError {mottaget::session::SessionError::Code::StoreFailed, {}}));
    }
    mottaget::session::Answer<mottaget::care::CaseId> fetchAttachment(const mottaget::care::CaseId& id, const QString&) override
    {
        return ready<mottaget::care::CaseId>(id);
    }
    void syncNow() override {}

    mottaget::care::CaseId m_undoneCase;

private:
    template <typename T>
    static mottaget::session::Answer<T> ready(const Outcome<T>& outcome)
    {
        QPromise<Outcome<T>> promise;
        promise.start();
        promise.addResult(outcome);
        promise.finish();
        return promise.future();
    }
    template <typename Question, typename T>
    static mottaget::session::Answer<T> hold(std::deque<Held<Question, T>>& held, const Question& question)
    {
        auto promise = std::make_shared<QPromise<Outcome<T>>>();
        promise->start();
        held.push_back({question, promise});
        return promise->future();
    }
};
