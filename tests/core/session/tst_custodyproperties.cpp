// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custodymachine.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace mottaget::session;
using namespace mottaget::session::custody;
using mottaget::crypto::RecordError;
using mottaget::crypto::SecretError;
using Phase = CustodyStatus::Phase;

namespace {

const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);

std::optional<SecretError> arbitraryError()
{
    using enum SecretError::Code;
    return *rc::gen::element<std::optional<SecretError>>(std::nullopt, SecretError {NoKeychain, {}}, SecretError {Locked, {}},
        SecretError {Refused, {}}, SecretError {NotFound, {}}, SecretError {NoAnswer, {}}, SecretError {Failed, {}});
}

RecordRead arbitraryRecord()
{
    using enum RecordError::Code;
    RecordRead read;
    read.error = *rc::gen::element<std::optional<RecordError::Code>>(std::nullopt, Missing, Unreadable, NotARecord, NewerVersion, Damaged);
    read.sealedFiles = *rc::gen::arbitrary<bool>();
    read.deviceKnown = *rc::gen::arbitrary<bool>();
    read.wrongTries = *rc::gen::inRange(0, 20);
    if (read.wrongTries > 0)
        read.lastWrong = start;
    read.backend = *rc::gen::element<QByteArray>("gnome-keyring", "kwallet");
    return read;
}

Event arbitraryEvent()
{
    const QDateTime now = start.addSecs(*rc::gen::inRange(0, 2000));
    switch (*rc::gen::inRange(0, 13)) {
    case 0: return arbitraryRecord();
    case 1: return EnrolAsked {};
    case 2: return UnlockAsked {now};
    case 3: return ChangeAsked {now};
    case 4: return RetryAsked {};
    case 5: return LockAsked {};
    case 6: return KeychainSlow {};
    case 7: return SecretRead {arbitraryError()};
    case 8: return SecretWritten {arbitraryError()};
    case 9: return Probed {arbitraryError()};
    case 10: return BackendTold {*rc::gen::element<QByteArray>("gnome-keyring", "kwallet", "")};
    case 11: return TryCounted {};
    default:
        return Derived {
            *rc::gen::element(Derivation::Done, Derivation::WrongSecret, Derivation::Damaged, Derivation::NotWritten), now, false, false};
    }
}

Event arbitraryAnswer(Effect question)
{
    const QDateTime now = start.addSecs(*rc::gen::inRange(0, 2000));
    switch (question) {
    case Effect::ReadRecord: return arbitraryRecord();
    case Effect::WriteSecret: return SecretWritten {arbitraryError()};
    case Effect::ReadSecret: return SecretRead {*rc::gen::arbitrary<bool>() ? std::nullopt : arbitraryError()};
    case Effect::AskBackend: return BackendTold {*rc::gen::element<QByteArray>("gnome-keyring", "kwallet", "")};
    case Effect::Probe: return Probed {arbitraryError()};
    case Effect::CountTry: return TryCounted {};
    case Effect::Derive:
        return Derived {*rc::gen::element(Derivation::Done, Derivation::WrongSecret, Derivation::NotWritten), now, false, false};
    case Effect::ForgetSecrets:
    case Effect::ForgetKeys: break; // not questions
    }
    return arbitraryEvent();
}

//! Runs `check` on each step of a course of any events.
bool holdsAlong(const char* what, const std::function<void(const State& before, const Event&, const Step&)>& check)
{
    return rc::check(what, [&check] {
        State state;
        const int length = *rc::gen::inRange(1, 40);
        for (int i = 0; i < length; ++i) {
            // Mostly what was asked for, so that courses get far; else anything at any time.
            const Event event = state.asked && *rc::gen::inRange(0, 10) < 7 ? arbitraryAnswer(*state.asked) : arbitraryEvent();
            const Step step = decide(state, event);
            check(state, event, step);
            state = step.state;
        }
    });
}

bool has(const Step& step, Effect effect)
{
    return std::ranges::find(step.effects, effect) != step.effects.end();
}

} // namespace

class CustodyPropertiesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnlyByTheRightSecret()
    {
        QVERIFY(
            holdsAlong("Unlocked begins with a derivation that succeeded", [](const State& before, const Event& event, const Step& step) {
                const bool wasOpen = before.status.phase == Phase::Unlocked || before.status.work == CustodyStatus::Work::Changing;
                const auto* const derived = std::get_if<Derived>(&event);
                if (step.state.status.phase == Phase::Unlocked && !wasOpen)
                    RC_ASSERT(derived != nullptr && derived->end == Derivation::Done);
            }));
    }

    void neverTakesTroubleForANewInstallation()
    {
        QVERIFY(holdsAlong("a device secret is made only where neither record nor files are",
            [](const State& before, const Event& event, const Step& step) {
                if (has(step, Effect::WriteSecret))
                    RC_ASSERT(before.status.phase == Phase::New && !before.deviceKnown && std::holds_alternative<EnrolAsked>(event));
                const auto* const read = std::get_if<RecordRead>(&event);
                if (step.state.status.phase == Phase::New && before.status.phase != Phase::New)
                    RC_ASSERT(read != nullptr && read->error == RecordError::Code::Missing && !read->sealedFiles);
            }));
    }

    void triesAreCountedBeforeTheyAreMade()
    {
        QVERIFY(holdsAlong(
            "nothing is derived for a known record but after the count", [](const State& before, const Event& event, const Step& step) {
                if (has(step, Effect::Derive))
                    RC_ASSERT(std::holds_alternative<TryCounted>(event) == (before.status.work != CustodyStatus::Work::Enrolling));
            }));
    }

    void oneQuestionAtATime()
    {
        QVERIFY(holdsAlong(
            "Working and Starting wait for one answer, the other phases for none", [](const State&, const Event&, const Step& step) {
                const Phase phase = step.state.status.phase;
                RC_ASSERT(step.state.asked.has_value() == (phase == Phase::Working || phase == Phase::Starting));
            }));
    }

    void aRecordNamesItsKeychain()
    {
        QVERIFY(holdsAlong(
            "nothing is enrolled without the name of who keeps the secret", [](const State& before, const Event&, const Step& step) {
                if (has(step, Effect::Derive) && before.status.work == CustodyStatus::Work::Enrolling)
                    RC_ASSERT(!step.state.backendNow.isEmpty());
            }));
    }

    void secretsGoWhenTheWorkEnds()
    {
        QVERIFY(holdsAlong("after Working the secrets are forgotten, and the keys unless Unlocked",
            [](const State& before, const Event&, const Step& step) {
                const bool ended = before.status.phase == Phase::Working && step.state.status.phase != Phase::Working;
                RC_ASSERT(!ended || has(step, Effect::ForgetSecrets));
                const bool hadKeys = before.status.phase == Phase::Unlocked || before.status.work == CustodyStatus::Work::Changing;
                const bool hasKeys = step.state.status.phase == Phase::Unlocked || step.state.status.work == CustodyStatus::Work::Changing;
                RC_ASSERT(!hadKeys || hasKeys || has(step, Effect::ForgetKeys));
            }));
    }

    void isStuckForAReason()
    {
        QVERIFY(holdsAlong("Stuck has a trouble, and the way out leads to the record", [](const State&, const Event&, const Step& step) {
            if (step.state.status.phase != Phase::Stuck)
                return;
            RC_ASSERT(step.state.status.trouble != CustodyStatus::Trouble::None);
            RC_ASSERT(has(decide(step.state, RetryAsked {}), Effect::ReadRecord));
        }));
    }
};

QTEST_APPLESS_MAIN(CustodyPropertiesTest)
#include "tst_custodyproperties.moc"
