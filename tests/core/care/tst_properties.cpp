// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/caserow.h"
#include "core/care/deadline.h"

#include "carefixture.h"

#include <QTest>
#include <QTimeZone>

#include <rapidcheck.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace mottaget::care;
using fixture::at;

namespace {

const QDateTime start = at("2026-10-20T08:00:00.000Z");

template <typename T>
T oneOf(std::initializer_list<T> values)
{
    return *rc::gen::elementOf(std::vector<T>(values));
}

QDateTime anyInstant()
{
    return start.addSecs(*rc::gen::inRange(0, 90 * 24 * 3600)).addMSecs(*rc::gen::inRange(0, 1000));
}

Message anyMessage(int number)
{
    Message message = fixture::message("", MessageKind::Resident, "2026-10-20T08:00:00.000Z");
    message.id = MessageId(u"old-%1"_s.arg(number));
    message.kind = oneOf({MessageKind::Partial, MessageKind::Question, MessageKind::Resident, MessageKind::Final, MessageKind::Correction});
    message.fromStaff = message.kind != MessageKind::Resident;
    message.sent = anyInstant();
    message.delivery =
        oneOf({Delivery::Sent, Delivery::Sent, Delivery::Read, Delivery::SavedHere, Delivery::Rejected, Delivery::NeedsAttention});
    return message;
}

//! A case as the server may give it: of any state, any owner, with a thread by time.
Case anyCase()
{
    Case value = fixture::caseIn(*rc::gen::elementOf(std::vector<CaseState>(std::begin(fixture::allStates), std::end(fixture::allStates))),
        oneOf({fixture::theUnit(), fixture::me(), fixture::other()}));
    value.id = CaseId(u"case-%1"_s.arg(*rc::gen::inRange(0, 5)));
    value.received = anyInstant();
    value.priority = oneOf({Priority::Routine, Priority::Routine, Priority::Urgent, Priority::Asap, Priority::Stat});
    if (value.state == CaseState::Waiting)
        value.waitingFor = oneOf({WaitingFor::Resident, WaitingFor::Prescriber, WaitingFor::Colleague});
    if (value.state == CaseState::Closed)
        value.closure = Closure {u"other"_s, JournalChoice::No};
    if (value.state == CaseState::Redirected)
        value.redirectReason = u"Fel enhet"_s;
    if (*rc::gen::arbitrary<bool>())
        value.openedByLicensed = anyInstant();
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
        value.messages += anyMessage(i);
    std::ranges::stable_sort(value.messages, {}, &Message::sent);
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        value.notes += Note {u"A"_s, start.addSecs(i == 2 ? 0 : 3600), u"Not %1"_s.arg(i)};
    return value;
}

Command anyCommand(const Case& value, int number)
{
    Command command = fixture::command(*rc::gen::elementOf(std::vector<Verb>(std::begin(fixture::allVerbs), std::end(fixture::allVerbs))));
    command.caseId = value.id;
    command.id = CommandId(u"command-%1"_s.arg(number));
    command.messageId = MessageId(u"new-%1"_s.arg(number));
    command.actedAt = anyInstant();
    command.assignee = oneOf({fixture::theUnit(), fixture::me(), fixture::other(), fixture::colleague()});
    command.priority = oneOf({Priority::Routine, Priority::Urgent, Priority::Asap, Priority::Stat});
    command.text = oneOf({u"Hej!"_s, u"Vi hör av oss."_s, u" "_s, u"XX-kliniken"_s});
    return command;
}

Actor anyActor()
{
    return fixture::actor(
        oneOf({Roles(Role::CaseReceiver), Roles(Role::CaseHandler), Role::CaseReceiver | Role::CaseHandler, Roles(Role::LocalAdmin)}),
        oneOf({Profession::Nurse, Profession::Unlicensed}));
}

bool isValid(const Case& value)
{
    return (value.state == CaseState::Waiting) == (value.waitingFor != WaitingFor::Nobody)
        && (value.state == CaseState::Closed) == value.closure.has_value()
        && (value.state == CaseState::Redirected) == !value.redirectReason.isEmpty() && !value.owner.reference.isEmpty()
        && std::ranges::is_sorted(value.messages, {}, &Message::sent) && std::ranges::is_sorted(value.notes, {}, &Note::time);
}

template <typename T>
bool holdsAll(const QList<T>& whole, const QList<T>& part)
{
    return std::ranges::all_of(part, [&](const T& item) { return whole.contains(item); });
}

CaseType anyType()
{
    CaseType type;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        type.clocks += CaseClock {oneOf({CaseClock::Kind::Partial, CaseClock::Kind::Final}), *rc::gen::inRange(0, 8),
            oneOf({CaseClock::Unit::WorkingDays, CaseClock::Unit::Hours, CaseClock::Unit::CalendarDays})};
    }
    return type;
}

//! The written rule of docs/order.md as a person would compare two cases; says which goes first.
int naively(const Case& a, const Case& b, const CaseType& type)
{
    const auto instant = [&](const Case& value) {
        if (const auto clock = runningClock(value, type))
            return clock->due;
        QDateTime promised;
        for (const CaseClock::Kind kind : {CaseClock::Kind::Final, CaseClock::Kind::Partial}) {
            for (const CaseClock& clock : type.clocks) {
                const QDateTime due = dueAt(clock, value.received);
                if (clock.kind == kind && (!promised.isValid() || due < promised))
                    promised = due;
            }
            if (promised.isValid())
                return promised;
        }
        return value.received;
    };
    const auto differ = [](auto left, auto right) { return left < right ? -1 : right < left ? 1 : 0; };
    const int steps[] = {
        differ(a.priority != Priority::Stat, b.priority != Priority::Stat),
        differ(instant(a), instant(b)),
        differ(static_cast<int>(b.priority), static_cast<int>(a.priority)),
        differ(a.openedByLicensed.isValid(), b.openedByLicensed.isValid()),
        differ(!hasUnreadAnswer(a), !hasUnreadAnswer(b)),
        differ(a.received, b.received),
        differ(a.id.text(), b.id.text()),
    };
    const auto step = std::ranges::find_if(steps, [](int way) { return way != 0; });
    return step == std::end(steps) ? 0 : *step;
}

} // namespace

class TestProperties final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyHistoryKeepsWhatWasSaidAndStaysValid()
    {
        QVERIFY(rc::check("any sequence of commands by any people", [] {
            Case value = anyCase();
            RC_ASSERT(isValid(value));
            for (int i = 0; i < 12; ++i) {
                const Command command = anyCommand(value, i);
                const Actor actor = anyActor();
                const auto result = apply(command, value, actor);
                RC_ASSERT((result == apply(command, value, actor)));
                const auto may = allowed(command.verb, value, actor);
                if (!result) {
                    const auto reason = result.error().reason;
                    RC_ASSERT(may.has_value() || reason == may.error().reason || reason == Refusal::Reason::NoChange);
                    continue;
                }
                RC_ASSERT(may.has_value());
                RC_ASSERT(isValid(*result));
                RC_ASSERT(holdsAll(result->messages, value.messages) && holdsAll(result->notes, value.notes));
                RC_ASSERT(result->messages.size() - value.messages.size() <= 1);
                RC_ASSERT(result->id == value.id && result->patient == value.patient && result->number == value.number
                    && result->version == value.version && result->unitHsaId == value.unitHsaId && result->received == value.received
                    && result->form == value.form && result->medicallyAssessed == value.medicallyAssessed);
                RC_ASSERT((*result != value)); // an allowed command changes something
                value = *result;
            }
        }));
    }

    void nobodyAnswersTwice()
    {
        QVERIFY(rc::check("at most one final reply is added to a case", [] {
            Case value = fixture::caseIn(CaseState::Received, fixture::theUnit());
            for (int i = 0; i < 20; ++i) {
                Command command = anyCommand(value, i);
                command.actedAt = start.addSecs(i);
                if (const auto result = apply(command, value, anyActor()))
                    value = *result;
            }
            RC_ASSERT(std::ranges::count(value.messages, MessageKind::Final, &Message::kind) <= 1);
        }));
    }

    void keysSortAsTheWrittenRule()
    {
        QVERIFY(rc::check("key against a naive comparison", [] {
            const CaseType type = anyType();
            std::vector<Case> cases;
            for (int i = 0; i < 12; ++i)
                cases.push_back(anyCase());
            const QDateTime now = anyInstant();
            for (const Case& a : cases) {
                for (const Case& b : cases) {
                    const QByteArray left = orderOf(a, type, now).key;
                    const QByteArray right = orderOf(b, type, now).key;
                    const int byKey = left < right ? -1 : right < left ? 1 : 0;
                    RC_ASSERT(byKey == naively(a, b, type));
                }
            }
        }));
    }

    void orderHoldsUntilItsInstant()
    {
        QVERIFY(rc::check("nothing changes before until, and until lies ahead", [] {
            const Case value = anyCase();
            const CaseType type = anyType();
            const QDateTime now = anyInstant();
            const Order order = orderOf(value, type, now);
            const qint64 span = order.until.isValid() ? now.msecsTo(order.until) : qint64 {400} * 24 * 3600 * 1000;
            RC_ASSERT(span > 0);
            for (const qint64 ahead : {*rc::gen::inRange<qint64>(0, span), span - 1})
                RC_ASSERT((orderOf(value, type, now.addMSecs(ahead)) == order));
            // What the words are made of: the Swedish day and whether the time is up.
            if (order.until.isValid())
                RC_ASSERT(now >= order.due || order.until <= order.due);
        }));
    }

    void deadlinesAreNeverBeforeTheirStart()
    {
        QVERIFY(rc::check("due at 17:00 on a day that counts, after the start, later for more days", [] {
            const QDateTime from = anyInstant();
            const int amount = *rc::gen::inRange(0, 30);
            const CaseClock working {CaseClock::Kind::Final, amount, CaseClock::Unit::WorkingDays};
            const QDateTime due = dueAt(working, from);
            RC_ASSERT(due > from);
            const QDateTime local = due.toTimeZone(QTimeZone("Europe/Stockholm"));
            RC_ASSERT(local.time() == QTime(17, 0) && isWorkingDay(local.date()));
            RC_ASSERT(dueAt({CaseClock::Kind::Final, amount + 2, CaseClock::Unit::WorkingDays}, from) > due);
            RC_ASSERT(dueAt({CaseClock::Kind::Final, amount, CaseClock::Unit::CalendarDays}, from) <= due);
        }));
    }
};

QTEST_APPLESS_MAIN(TestProperties)
#include "tst_properties.moc"
