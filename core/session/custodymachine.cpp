// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custodymachine.h"

#include <algorithm>

namespace mottaget::session::custody {

namespace {

using Phase = CustodyStatus::Phase;
using Work = CustodyStatus::Work;
using Trouble = CustodyStatus::Trouble;
using crypto::SecretError;

Trouble troubleOf(SecretError::Code code)
{
    switch (code) {
    case SecretError::Code::NoKeychain: return Trouble::NoKeychain;
    case SecretError::Code::Locked: return Trouble::KeychainLocked;
    case SecretError::Code::Refused: return Trouble::KeychainRefused;
    case SecretError::Code::NotFound: return Trouble::SecretMissing;
    case SecretError::Code::NoAnswer: return Trouble::KeychainNoAnswer;
    case SecretError::Code::Failed: return Trouble::KeychainFailed;
    }
    Q_UNREACHABLE();
}

Trouble troubleOf(crypto::RecordError::Code code)
{
    using Code = crypto::RecordError::Code;
    switch (code) {
    case Code::Missing: return Trouble::RecordMissing;
    case Code::Unreadable: return Trouble::RecordUnreadable;
    case Code::NotARecord:
    case Code::Damaged: return Trouble::RecordDamaged;
    case Code::NewerVersion: return Trouble::RecordNewer;
    }
    Q_UNREACHABLE();
}

//! One event on one state. Each overload gives the effects; a state that does not fit gives none and stays.
class Deciding final {
public:
    explicit Deciding(State state) : m_state(std::move(state)) {}
    [[nodiscard]] State state() && { return std::move(m_state); }

    std::vector<Effect> operator()(const RecordRead& read)
    {
        if (!answers(Effect::ReadRecord))
            return {};
        m_state.deviceKnown = read.deviceKnown;
        m_state.backend = read.backend;
        status().recoverable = read.recoverable;
        if (!read.error) {
            status().phase = Phase::Locked;
            status().wrongTries = read.wrongTries;
            status().retryAt = retryTime(read.wrongTries, read.lastWrong);
            return {};
        }
        if (*read.error == crypto::RecordError::Code::Missing && !read.sealedFiles) {
            status().phase = Phase::New;
            return {};
        }
        return stuck(troubleOf(*read.error));
    }

    std::vector<Effect> operator()(const EnrolAsked& /*asked*/)
    {
        if (status().phase != Phase::New)
            return {};
        begin(Work::Enrolling);
        // The device's secret may be there for another person already: then it is had, not made.
        return ask(m_state.deviceKnown ? Effect::ReadSecret : Effect::WriteSecret);
    }

    std::vector<Effect> operator()(const UnlockAsked& asked)
    {
        if (status().phase != Phase::Locked)
            return {};
        if (!status().mayTry(asked.now))
            return {Effect::ForgetSecrets};
        begin(Work::Unlocking);
        return ask(Effect::ReadSecret);
    }

    std::vector<Effect> operator()(const ChangeAsked& asked)
    {
        if (status().phase != Phase::Unlocked)
            return {};
        if (!status().mayTry(asked.now))
            return {Effect::ForgetSecrets};
        begin(Work::Changing);
        return ask(Effect::ReadSecret);
    }

    std::vector<Effect> operator()(const RetryAsked& /*asked*/)
    {
        if (status().phase != Phase::Stuck)
            return {};
        m_state = State();
        return ask(Effect::ReadRecord);
    }

    std::vector<Effect> operator()(const LockAsked& /*asked*/)
    {
        if (status().phase == Phase::Working)
            m_state.lockWanted = true;
        if (status().phase != Phase::Unlocked)
            return {};
        status().phase = Phase::Locked;
        status().trouble = Trouble::None;
        return {Effect::ForgetKeys};
    }

    std::vector<Effect> operator()(const KeychainSlow& /*told*/)
    {
        status().keychainSlow = status().phase == Phase::Working;
        return {};
    }

    std::vector<Effect> operator()(const SecretWritten& written)
    {
        if (!answers(Effect::WriteSecret))
            return {};
        // What was written is read again: a keychain's word alone is not enough for keys to hang on.
        return written.error ? keychainTrouble(*written.error) : ask(Effect::ReadSecret);
    }

    std::vector<Effect> operator()(const SecretRead& read)
    {
        if (!answers(Effect::ReadSecret))
            return {};
        if (!read.error)
            return ask(status().work == Work::Enrolling ? Effect::AskBackend : Effect::CountTry);
        if (read.error->code != SecretError::Code::NotFound)
            return keychainTrouble(*read.error);
        m_state.waiting = read.error; // locked, gone, or another keychain: what the backend and a write say
        return ask(Effect::AskBackend);
    }

    std::vector<Effect> operator()(const BackendTold& told)
    {
        if (!answers(Effect::AskBackend))
            return {};
        m_state.backendNow = told.name;
        if (told.name.isEmpty())
            return keychainTrouble({SecretError::Code::NoKeychain, {}});
        if (!m_state.waiting)
            return ask(Effect::Derive);
        if (!m_state.backend.isEmpty() && told.name != m_state.backend) {
            status().writtenBy = QString::fromLatin1(m_state.backend);
            status().found = QString::fromLatin1(told.name);
            return fail(Trouble::OtherKeychain);
        }
        return ask(Effect::Probe);
    }

    std::vector<Effect> operator()(const Probed& probed)
    {
        if (!answers(Effect::Probe))
            return {};
        return keychainTrouble(probed.error.value_or(*m_state.waiting));
    }

    std::vector<Effect> operator()(const TryCounted& /*counted*/)
    {
        return answers(Effect::CountTry) ? ask(Effect::Derive) : std::vector<Effect>();
    }

    std::vector<Effect> operator()(const Derived& derived)
    {
        if (!answers(Effect::Derive))
            return {};
        switch (derived.end) {
        case Derivation::Done: return unlocked(derived);
        case Derivation::WrongSecret:
            if (status().work == Work::Enrolling)
                return fail(Trouble::RecordDamaged); // there was none to be wrong against
            ++status().wrongTries;
            status().wasWrong = true;
            status().retryAt = retryTime(status().wrongTries, derived.now);
            return rest();
        case Derivation::Damaged: return fail(Trouble::RecordDamaged);
        case Derivation::NotWritten: return fail(Trouble::RecordNotWritten);
        }
        Q_UNREACHABLE();
    }

private:
    CustodyStatus& status() { return m_state.status; }

    std::vector<Effect> ask(Effect question)
    {
        m_state.asked = question;
        return {question};
    }

    //! Takes the answer to what was asked; anything else is too late or never was asked for.
    bool answers(Effect question)
    {
        if (m_state.asked != question)
            return false;
        m_state.asked.reset();
        status().keychainSlow = false;
        return true;
    }

    void begin(Work work)
    {
        status().phase = Phase::Working;
        status().work = work;
        status().trouble = Trouble::None;
        status().wasWrong = false;
        status().detail.clear();
        m_state.waiting.reset();
    }

    //! Back to where the work began from, without the secrets; locked when that was wanted meanwhile.
    std::vector<Effect> rest()
    {
        const bool wasUnlocked = status().work == Work::Changing;
        status().phase = wasUnlocked && !m_state.lockWanted ? Phase::Unlocked : Phase::Locked;
        std::vector effects {Effect::ForgetSecrets};
        if (wasUnlocked && m_state.lockWanted)
            effects.push_back(Effect::ForgetKeys);
        settle();
        return effects;
    }

    std::vector<Effect> unlocked(const Derived& derived)
    {
        status().phase = m_state.lockWanted ? Phase::Locked : Phase::Unlocked;
        status().wrongTries = 0;
        status().retryAt = {};
        status().recoverable = derived.recoverable;
        status().logSetAside = status().logSetAside || derived.logSetAside;
        if (!m_state.backendNow.isEmpty())
            m_state.backend = m_state.backendNow;
        m_state.deviceKnown = true;
        std::vector effects {Effect::ForgetSecrets};
        if (m_state.lockWanted)
            effects.push_back(Effect::ForgetKeys);
        settle();
        return effects;
    }

    std::vector<Effect> keychainTrouble(const SecretError& error)
    {
        status().detail = error.detail;
        return fail(troubleOf(error.code));
    }

    //! A change that fails leaves the work unlocked as it was; anything else is stuck.
    std::vector<Effect> fail(Trouble trouble)
    {
        if (status().work != Work::Changing)
            return stuck(trouble);
        status().trouble = m_state.lockWanted ? Trouble::None : trouble;
        return rest();
    }

    std::vector<Effect> stuck(Trouble trouble)
    {
        status().phase = Phase::Stuck;
        status().trouble = trouble;
        settle();
        return {Effect::ForgetSecrets};
    }

    void settle()
    {
        status().work = Work::None;
        status().keychainSlow = false;
        m_state.lockWanted = false;
        m_state.waiting.reset();
        m_state.backendNow.clear();
    }

    State m_state;
};

} // namespace

Step decide(State state, const Event& event)
{
    Deciding deciding(std::move(state));
    std::vector<Effect> effects = std::visit(deciding, event);
    return {std::move(deciding).state(), std::move(effects)};
}

std::chrono::seconds delayAfter(int wrongTries)
{
    constexpr int free = 3;
    constexpr std::chrono::seconds first {5};
    if (wrongTries <= free)
        return std::chrono::seconds(0);
    return std::min(longestWait, first * (1 << std::min(wrongTries - free - 1, 10)));
}

QDateTime retryTime(int wrongTries, const QDateTime& lastWrong)
{
    const auto delay = delayAfter(wrongTries);
    return delay.count() == 0 || !lastWrong.isValid() ? QDateTime() : lastWrong.addSecs(delay.count());
}

} // namespace mottaget::session::custody
