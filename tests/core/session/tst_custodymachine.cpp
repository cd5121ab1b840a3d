// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custodymachine.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace mottaget::session::custody;
using namespace Qt::StringLiterals;
using Phase = CustodyStatus::Phase;
using Trouble = CustodyStatus::Trouble;
using crypto::SecretError;

namespace {

const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);

std::optional<SecretError> error(SecretError::Code code)
{
    return SecretError {code, u"said so"_s};
}

RecordRead found(int tries = 0)
{
    RecordRead read;
    read.sealedFiles = read.deviceKnown = true;
    read.backend = "gnome-keyring";
    read.wrongTries = tries;
    if (tries > 0)
        read.lastWrong = start;
    return read;
}

RecordRead unusable(crypto::RecordError::Code code, bool sealedFiles, bool deviceKnown = false)
{
    RecordRead read;
    read.error = code;
    read.sealedFiles = sealedFiles;
    read.deviceKnown = deviceKnown;
    if (deviceKnown)
        read.backend = "gnome-keyring";
    return read;
}

QString nameOf(Effect effect)
{
    switch (effect) {
    case Effect::ReadRecord: return u"readRecord"_s;
    case Effect::WriteSecret: return u"writeSecret"_s;
    case Effect::ReadSecret: return u"readSecret"_s;
    case Effect::AskBackend: return u"askBackend"_s;
    case Effect::Probe: return u"probe"_s;
    case Effect::CountTry: return u"countTry"_s;
    case Effect::Derive: return u"derive"_s;
    case Effect::ForgetSecrets: return u"forgetSecrets"_s;
    case Effect::ForgetKeys: return u"forgetKeys"_s;
    }
    Q_UNREACHABLE();
}

//! All effects of a course of events, in one line, and where it ends.
struct Course {
    State state;
    QStringList effects;
};

Course run(const std::vector<Event>& events)
{
    Course course;
    for (const Event& event : events) {
        Step step = decide(course.state, event);
        course.state = step.state;
        for (const Effect effect : step.effects)
            course.effects << nameOf(effect);
    }
    return course;
}

const Derived done {Derivation::Done, start, false, false};
const Derived wrong {Derivation::WrongSecret, start, false, false};

} // namespace

using Events = std::vector<Event>;
Q_DECLARE_METATYPE(Events)

namespace {

void row(const char* name, const Events& events, const QString& effects, Phase phase, Trouble trouble = Trouble::None)
{
    QTest::newRow(name) << events << effects << phase << trouble;
}

using Code = crypto::RecordError::Code;
using Secret = SecretError::Code;
const SecretRead got;
const UnlockAsked unlock {start};
const RecordRead none = unusable(Code::Missing, false);

//! Rows of goesItsCourse.
void enrolling()
{
    row("new", {none}, u""_s, Phase::New);
    row("enrolled", {none, EnrolAsked {}, SecretWritten {}, got, BackendTold {"gnome-keyring"}, done},
        u"writeSecret readSecret askBackend derive forgetSecrets"_s, Phase::Unlocked);
    row("the second person of a device takes its secret",
        {unusable(Code::Missing, false, true), EnrolAsked {}, got, BackendTold {"gnome-keyring"}, done},
        u"readSecret askBackend derive forgetSecrets"_s, Phase::Unlocked);
    row("enrolment without a keychain", {none, EnrolAsked {}, SecretWritten {error(Secret::NoKeychain)}}, u"writeSecret forgetSecrets"_s,
        Phase::Stuck, Trouble::NoKeychain);
    row("enrolment into a locked one", {none, EnrolAsked {}, SecretWritten {error(Secret::Locked)}}, u"writeSecret forgetSecrets"_s,
        Phase::Stuck, Trouble::KeychainLocked);
    row("written, and not there", {none, EnrolAsked {}, SecretWritten {}, SecretRead {error(Secret::Failed)}},
        u"writeSecret readSecret forgetSecrets"_s, Phase::Stuck, Trouble::KeychainFailed);
    row("nobody says who keeps it", {none, EnrolAsked {}, SecretWritten {}, got, BackendTold {}},
        u"writeSecret readSecret askBackend forgetSecrets"_s, Phase::Stuck, Trouble::NoKeychain);
    row("the record was not written",
        {none, EnrolAsked {}, SecretWritten {}, got, BackendTold {"gnome-keyring"}, Derived {Derivation::NotWritten, start, false, false}},
        u"writeSecret readSecret askBackend derive forgetSecrets"_s, Phase::Stuck, Trouble::RecordNotWritten);

    row("sealed files without a record are not new", {unusable(Code::Missing, true)}, u"forgetSecrets"_s, Phase::Stuck,
        Trouble::RecordMissing);
    row("damaged record", {unusable(Code::Damaged, true)}, u"forgetSecrets"_s, Phase::Stuck, Trouble::RecordDamaged);
    row("damaged record, no files", {unusable(Code::NotARecord, false)}, u"forgetSecrets"_s, Phase::Stuck, Trouble::RecordDamaged);
    row("newer record", {unusable(Code::NewerVersion, true)}, u"forgetSecrets"_s, Phase::Stuck, Trouble::RecordNewer);
    row("unreadable record", {unusable(Code::Unreadable, true)}, u"forgetSecrets"_s, Phase::Stuck, Trouble::RecordUnreadable);
}

//! Rows of goesItsCourse.
void unlocking()
{
    row("locked", {found()}, u""_s, Phase::Locked);
    row("unlocked", {found(), unlock, got, TryCounted {}, done}, u"readSecret countTry derive forgetSecrets"_s, Phase::Unlocked);
    row("wrong", {found(), unlock, got, TryCounted {}, wrong}, u"readSecret countTry derive forgetSecrets"_s, Phase::Locked);
    row("damaged wrap", {found(), unlock, got, TryCounted {}, Derived {Derivation::Damaged, start, false, false}},
        u"readSecret countTry derive forgetSecrets"_s, Phase::Stuck, Trouble::RecordDamaged);
    row("too early after a wrong one", {found(4), UnlockAsked {start.addSecs(4)}}, u"forgetSecrets"_s, Phase::Locked);
    row("in time after a wrong one", {found(4), UnlockAsked {start.addSecs(5)}}, u"readSecret"_s, Phase::Working);
    row("a clock set back does not lock for days", {found(4), UnlockAsked {start.addDays(-3)}}, u"readSecret"_s, Phase::Working);
}

//! Rows of goesItsCourse.
void notFinding()
{
    const SecretRead notFound {error(Secret::NotFound)};
    const Event same = BackendTold {"gnome-keyring"};
    row("not found: locked", {found(), unlock, notFound, same, Probed {error(Secret::Locked)}},
        u"readSecret askBackend probe forgetSecrets"_s, Phase::Stuck, Trouble::KeychainLocked);
    row("not found: refused", {found(), unlock, notFound, same, Probed {error(Secret::Refused)}},
        u"readSecret askBackend probe forgetSecrets"_s, Phase::Stuck, Trouble::KeychainRefused);
    row("not found: gone, and never new", {found(), unlock, notFound, same, Probed {}}, u"readSecret askBackend probe forgetSecrets"_s,
        Phase::Stuck, Trouble::SecretMissing);
    row("not found: another keychain", {found(), unlock, notFound, BackendTold {"kwallet"}}, u"readSecret askBackend forgetSecrets"_s,
        Phase::Stuck, Trouble::OtherKeychain);
    row("not found: nobody there", {found(), unlock, notFound, BackendTold {}}, u"readSecret askBackend forgetSecrets"_s, Phase::Stuck,
        Trouble::NoKeychain);
    row("no keychain", {found(), unlock, SecretRead {error(Secret::NoKeychain)}}, u"readSecret forgetSecrets"_s, Phase::Stuck,
        Trouble::NoKeychain);
    row("no answer", {found(), unlock, KeychainSlow {}, SecretRead {error(Secret::NoAnswer)}}, u"readSecret forgetSecrets"_s, Phase::Stuck,
        Trouble::KeychainNoAnswer);
    row("refused", {found(), unlock, SecretRead {error(Secret::Refused)}}, u"readSecret forgetSecrets"_s, Phase::Stuck,
        Trouble::KeychainRefused);
    row("begins again", {found(), unlock, SecretRead {error(Secret::NoAnswer)}, RetryAsked {}, found()},
        u"readSecret forgetSecrets readRecord"_s, Phase::Locked);
}

//! Rows of goesItsCourse.
void unlocked()
{
    const Events open {found(), unlock, got, TryCounted {}, done};
    const auto after = [&open](Events more) {
        more.insert(more.begin(), open.begin(), open.end());
        return more;
    };
    const QString opened = u"readSecret countTry derive forgetSecrets"_s;
    const QString tried = opened + u" readSecret countTry derive forgetSecrets"_s;
    row("locked again", after({LockAsked {}}), opened + u" forgetKeys"_s, Phase::Locked);
    row("changed", after({ChangeAsked {start}, got, TryCounted {}, done}), tried, Phase::Unlocked);
    row("changed with a wrong one", after({ChangeAsked {start}, got, TryCounted {}, wrong}), tried, Phase::Unlocked);
    row("not changed: no keychain now", after({ChangeAsked {start}, SecretRead {error(Secret::NoKeychain)}}),
        opened + u" readSecret forgetSecrets"_s, Phase::Unlocked, Trouble::NoKeychain);
    row("not changed: the disk is full",
        after({ChangeAsked {start}, got, TryCounted {}, Derived {Derivation::NotWritten, start, false, false}}), tried, Phase::Unlocked,
        Trouble::RecordNotWritten);
    row("locked while changing", after({ChangeAsked {start}, LockAsked {}, got, TryCounted {}, done}), tried + u" forgetKeys"_s,
        Phase::Locked);
    row("locked while changing in vain", after({ChangeAsked {start}, LockAsked {}, SecretRead {error(Secret::NoKeychain)}}),
        opened + u" readSecret forgetSecrets forgetKeys"_s, Phase::Locked);
    row("locked while unlocking", {found(), unlock, LockAsked {}, got, TryCounted {}, done}, opened + u" forgetKeys"_s, Phase::Locked);

    row("unlocking twice is once", {found(), unlock, unlock}, u"readSecret"_s, Phase::Working);
    row("enrolling over a record does nothing", {found(), EnrolAsked {}}, u""_s, Phase::Locked);
    row("answers that nobody waits for do nothing", {found(), got, SecretWritten {}, Probed {}, BackendTold {"x"}, TryCounted {}, done},
        u""_s, Phase::Locked);
}

} // namespace

class CustodyMachineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesItsCourse_data()
    {
        QTest::addColumn<Events>("events");
        QTest::addColumn<QString>("effects");
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<Trouble>("trouble");
        enrolling();
        unlocking();
        notFinding();
        unlocked();
    }
    void goesItsCourse()
    {
        QFETCH(Events, events);
        const Course course = run(events);
        QTEST(course.effects.join(u' '), "effects");
        QTEST(course.state.status.phase, "phase");
        QTEST(course.state.status.trouble, "trouble");
        QCOMPARE(course.state.status.work == CustodyStatus::Work::None, course.state.status.phase != Phase::Working);
    }

    void saysWhichKeychains()
    {
        const Course course = run({found(), UnlockAsked {start}, SecretRead {error(SecretError::Code::NotFound)}, BackendTold {"kwallet"}});
        QCOMPARE(course.state.status.writtenBy, u"gnome-keyring"_s);
        QCOMPARE(course.state.status.found, u"kwallet"_s);
    }

    void saysThatItWaits()
    {
        QVERIFY(run({found(), UnlockAsked {start}, KeychainSlow {}}).state.status.keychainSlow);
        QVERIFY(!run({found(), UnlockAsked {start}, KeychainSlow {}, SecretRead {}}).state.status.keychainSlow);
        QVERIFY(!run({found(), KeychainSlow {}}).state.status.keychainSlow);
    }

    void countsWrongOnes()
    {
        std::vector<Event> events {found(3)};
        for (int i = 0; i < 2; ++i) {
            const std::vector<Event> one {UnlockAsked {start.addDays(i + 1)}, SecretRead {}, TryCounted {},
                Derived {Derivation::WrongSecret, start.addDays(i + 1), false, false}};
            events.insert(events.end(), one.begin(), one.end());
        }
        const CustodyStatus status = run(events).state.status;
        QCOMPARE(status.wrongTries, 5);
        QVERIFY(status.wasWrong);
        QCOMPARE(status.retryAt, start.addDays(2).addSecs(10));
        const std::vector<Event> right {UnlockAsked {start.addDays(9)}, SecretRead {}, TryCounted {}, done};
        events.insert(events.end(), right.begin(), right.end());
        const CustodyStatus after = run(events).state.status;
        QCOMPARE(after.wrongTries, 0);
        QVERIFY(!after.wasWrong && !after.retryAt.isValid());
    }

    void waitsLongerEachTime_data()
    {
        QTest::addColumn<int>("tries");
        QTest::addColumn<int>("seconds");
        for (const auto& [tries, seconds] :
            {std::pair(0, 0), {3, 0}, {4, 5}, {5, 10}, {6, 20}, {10, 320}, {11, 640}, {12, 900}, {1'000'000, 900}})
            QTest::addRow("%d", tries) << tries << seconds;
    }
    void waitsLongerEachTime()
    {
        QFETCH(int, tries);
        QTEST(int(delayAfter(tries).count()), "seconds");
    }
};

QTEST_APPLESS_MAIN(CustodyMachineTest)
#include "tst_custodymachine.moc"
