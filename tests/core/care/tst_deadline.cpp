// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/deadline.h"

#include "carefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mottaget::care;
using fixture::at;

class TestDeadline final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! Every weekday of the year that is no working day, from the almanac.
    void holidays_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("days");
        QTest::newRow("2024") << 2024 << u"01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31"_s;
        QTest::newRow("2025") << 2025 << u"01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31"_s;
        QTest::newRow("2026") << 2026 << u"01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31"_s;
        QTest::newRow("2027") << 2027 << u"01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31"_s;
        QTest::newRow("2028") << 2028 << u"01-06 04-14 04-17 05-01 05-25 06-06 06-23 12-25 12-26"_s;
        QTest::newRow("2029") << 2029 << u"01-01 03-30 04-02 05-01 05-10 06-06 06-22 12-24 12-25 12-26 12-31"_s;
        QTest::newRow("2030") << 2030 << u"01-01 04-19 04-22 05-01 05-30 06-06 06-21 12-24 12-25 12-26 12-31"_s;
    }
    void holidays()
    {
        QFETCH(int, year);
        QStringList found;
        for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
            if (day.dayOfWeek() < Qt::Saturday && !isWorkingDay(day))
                found += day.toString(u"MM-dd");
        }
        QTEST(found.join(u' '), "days");
    }

    void daysThatAreAlwaysFree_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::newRow("Easter Eve 2026") << QDate(2026, 4, 4);
        QTest::newRow("Easter Sunday 2026") << QDate(2026, 4, 5);
        QTest::newRow("Whit Sunday 2026") << QDate(2026, 5, 24);
        QTest::newRow("Midsummer Day 2026") << QDate(2026, 6, 20);
        QTest::newRow("All Saints' Day 2026") << QDate(2026, 10, 31);
        QTest::newRow("earliest Good Friday of our time") << QDate(2008, 3, 21);
        QTest::newRow("latest Easter Monday of our time") << QDate(2038, 4, 26);
        QTest::newRow("no day at all") << QDate();
    }
    void daysThatAreAlwaysFree()
    {
        QFETCH(QDate, day);
        QVERIFY(!isWorkingDay(day));
    }

    void ordinaryDaysAreWorkingDays_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::newRow("a Monday") << QDate(2026, 11, 23);
        QTest::newRow("Maundy Thursday") << QDate(2026, 4, 2);
        QTest::newRow("Walpurgis Night") << QDate(2026, 4, 30);
        QTest::newRow("Epiphany Eve") << QDate(2026, 1, 5);
        QTest::newRow("Whit Monday, no holiday since 2005") << QDate(2026, 5, 25);
        QTest::newRow("Friday before All Saints'") << QDate(2026, 10, 30);
        QTest::newRow("23 December") << QDate(2026, 12, 23);
        QTest::newRow("a Friday in June before Midsummer week") << QDate(2026, 6, 12);
    }
    void ordinaryDaysAreWorkingDays()
    {
        QFETCH(QDate, day);
        QVERIFY(isWorkingDay(day));
    }

    void dueAt_data()
    {
        using enum CaseClock::Unit;
        QTest::addColumn<int>("amount");
        QTest::addColumn<CaseClock::Unit>("unit");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("due");
        QTest::newRow("two working days in the week") << 2 << WorkingDays << u"2026-11-23T08:00:00.000Z"_s << u"2026-11-25T16:00:00.000Z"_s;
        QTest::newRow("over a weekend") << 2 << WorkingDays << u"2026-11-26T08:00:00.000Z"_s << u"2026-11-30T16:00:00.000Z"_s;
        QTest::newRow("received on a Saturday") << 1 << WorkingDays << u"2026-11-28T08:00:00.000Z"_s << u"2026-11-30T16:00:00.000Z"_s;
        QTest::newRow("received at night, already Tuesday in Sweden")
            << 1 << WorkingDays << u"2026-11-23T23:30:00.000Z"_s << u"2026-11-25T16:00:00.000Z"_s;
        QTest::newRow("over Christmas and New Year") << 5 << WorkingDays << u"2026-12-22T08:00:00.000Z"_s << u"2027-01-04T16:00:00.000Z"_s;
        QTest::newRow("over Easter") << 2 << WorkingDays << u"2026-04-02T08:00:00.000Z"_s << u"2026-04-08T15:00:00.000Z"_s;
        QTest::newRow("over Midsummer") << 1 << WorkingDays << u"2026-06-18T08:00:00.000Z"_s << u"2026-06-22T15:00:00.000Z"_s;
        QTest::newRow("summer to winter") << 1 << WorkingDays << u"2026-10-23T08:00:00.000Z"_s << u"2026-10-26T16:00:00.000Z"_s;
        QTest::newRow("winter to summer") << 1 << WorkingDays << u"2026-03-27T09:00:00.000Z"_s << u"2026-03-30T15:00:00.000Z"_s;
        QTest::newRow("calendar days count holidays")
            << 3 << CalendarDays << u"2026-12-23T08:00:00.000Z"_s << u"2026-12-26T16:00:00.000Z"_s;
        QTest::newRow("calendar days over the spring night")
            << 2 << CalendarDays << u"2026-03-28T09:00:00.000Z"_s << u"2026-03-30T15:00:00.000Z"_s;
        QTest::newRow("hours are plain hours") << 72 << Hours << u"2026-12-23T08:30:00.000Z"_s << u"2026-12-26T08:30:00.000Z"_s;
        QTest::newRow("hours over the autumn night") << 24 << Hours << u"2026-10-24T12:00:00.000Z"_s << u"2026-10-25T12:00:00.000Z"_s;
        QTest::newRow("same working day, in the morning")
            << 0 << WorkingDays << u"2026-11-23T08:00:00.000Z"_s << u"2026-11-23T16:00:00.000Z"_s;
        QTest::newRow("same working day, after closing")
            << 0 << WorkingDays << u"2026-11-27T16:00:00.000Z"_s << u"2026-11-30T16:00:00.000Z"_s;
        QTest::newRow("same day, after closing") << 0 << CalendarDays << u"2026-11-27T16:00:00.000Z"_s << u"2026-11-28T16:00:00.000Z"_s;
    }
    void dueAt()
    {
        QFETCH(int, amount);
        QFETCH(CaseClock::Unit, unit);
        QFETCH(QString, from);
        const QDateTime due = mottaget::care::dueAt({CaseClock::Kind::Final, amount, unit}, QDateTime::fromString(from, Qt::ISODateWithMs));
        QTEST(due.toString(Qt::ISODateWithMs), "due");
    }

    void noStartNoDeadline() { QVERIFY(!mottaget::care::dueAt({}, QDateTime()).isValid()); }

    // Received Monday 23 November 2026 at 09:00 in Sweden: first reply due Wednesday, final reply due Monday after.
    void runningClock_data()
    {
        using K = MessageKind;
        QTest::addColumn<CaseState>("state");
        QTest::addColumn<QList<Message>>("messages");
        QTest::addColumn<QString>("clock");
        const Message partial = fixture::message("1", K::Partial, "2026-11-23T09:00:00.000Z");
        const Message question = fixture::message("2", K::Question, "2026-11-24T09:00:00.000Z");
        const Message answer = fixture::message("3", K::Resident, "2026-11-30T09:00:00.000Z");
        const Message final = fixture::message("4", K::Final, "2026-11-30T10:00:00.000Z");
        Message rejected = partial;
        rejected.delivery = Delivery::Rejected;
        Message stuck = final;
        stuck.delivery = Delivery::NeedsAttention;
        Message saved = partial;
        saved.delivery = Delivery::SavedHere;
        const QString first = u"partial 2026-11-25T16:00:00.000Z"_s;
        const QString last = u"final 2026-11-30T16:00:00.000Z"_s;
        QTest::newRow("new") << CaseState::Received << QList<Message> {} << first;
        QTest::newRow("assigned") << CaseState::Assigned << QList<Message> {} << first;
        QTest::newRow("resident wrote more") << CaseState::Assigned << QList {answer} << first;
        QTest::newRow("partial reply stops the first clock") << CaseState::Ongoing << QList {partial} << last;
        QTest::newRow("a reply saved here stops it") << CaseState::Ongoing << QList {saved} << last;
        QTest::newRow("a rejected reply does not") << CaseState::Ongoing << QList {rejected} << first;
        QTest::newRow("waiting for the resident: rests") << CaseState::Waiting << QList {question} << u"none"_s;
        QTest::newRow("after the answer the rest is added: Wed to Mon is four days")
            << CaseState::Ongoing << QList {question, answer} << u"final 2026-12-04T16:00:00.000Z"_s;
        QTest::newRow("final reply stops all") << CaseState::Ongoing << QList {final} << u"none"_s;
        QTest::newRow("a final reply that needs attention does not") << CaseState::Ongoing << QList {partial, stuck} << last;
        QTest::newRow("answered") << CaseState::Answered << QList<Message> {} << u"none"_s;
        QTest::newRow("closed") << CaseState::Closed << QList<Message> {} << u"none"_s;
        QTest::newRow("redirected") << CaseState::Redirected << QList<Message> {} << u"none"_s;
        QTest::newRow("withdrawn") << CaseState::Withdrawn << QList<Message> {} << u"none"_s;
    }
    void runningClock()
    {
        QFETCH(CaseState, state);
        QFETCH(QList<Message>, messages);
        Case value = fixture::caseIn(state, fixture::me());
        value.messages = messages;
        const auto clock = mottaget::care::runningClock(value, CaseTypes::basic().find(u"advice"_s));
        QString text = u"none"_s;
        if (clock)
            text = (clock->kind == CaseClock::Kind::Partial ? u"partial "_s : u"final "_s) + clock->due.toString(Qt::ISODateWithMs);
        QTEST(text, "clock");
    }

    void waitingForAColleagueDoesNotRest()
    {
        Case value = fixture::caseIn(CaseState::Waiting, fixture::me());
        value.waitingFor = WaitingFor::Prescriber;
        value.messages = {fixture::message("1", MessageKind::Partial, "2026-11-23T09:00:00.000Z")};
        const auto clock = mottaget::care::runningClock(value, CaseTypes::basic().find(u"renewal"_s));
        QVERIFY(clock);
        QCOMPARE(*clock, (RunningClock {CaseClock::Kind::Final, at("2026-11-30T16:00:00.000Z")}));
    }

    void theEarliestClockRingsFirstWhateverItsPlace()
    {
        CaseType type;
        type.clocks = {{CaseClock::Kind::Final, 5, CaseClock::Unit::WorkingDays},
            {CaseClock::Kind::Partial, 2, CaseClock::Unit::WorkingDays}, {CaseClock::Kind::Final, 10, CaseClock::Unit::CalendarDays}};
        const auto clock = mottaget::care::runningClock(fixture::caseIn(CaseState::Received, fixture::theUnit()), type);
        QVERIFY(clock);
        QCOMPARE(*clock, (RunningClock {CaseClock::Kind::Partial, at("2026-11-25T16:00:00.000Z")}));
    }

    void restIsCountedInTheClocksOwnUnit_data()
    {
        QTest::addColumn<CaseClock>("clock");
        QTest::addColumn<QDateTime>("due");
        using enum CaseClock::Unit;
        // Asked Tuesday 10:00, answered Monday 10:00: 144 hours, six calendar days, four working days.
        QTest::newRow("hours") << CaseClock {CaseClock::Kind::Final, 48, Hours} << at("2026-12-01T08:00:00.000Z");
        QTest::newRow("calendar days") << CaseClock {CaseClock::Kind::Final, 2, CalendarDays} << at("2026-12-01T16:00:00.000Z");
        QTest::newRow("working days") << CaseClock {CaseClock::Kind::Final, 2, WorkingDays} << at("2026-12-01T16:00:00.000Z");
    }
    void restIsCountedInTheClocksOwnUnit()
    {
        QFETCH(CaseClock, clock);
        Case value = fixture::caseIn(CaseState::Ongoing, fixture::me());
        value.messages = {fixture::message("1", MessageKind::Question, "2026-11-24T09:00:00.000Z"),
            fixture::message("2", MessageKind::Question, "2026-11-25T09:00:00.000Z"),
            fixture::message("3", MessageKind::Resident, "2026-11-30T09:00:00.000Z")};
        CaseType type;
        type.clocks = {clock};
        const auto running = mottaget::care::runningClock(value, type);
        QVERIFY(running);
        QTEST(running->due, "due");
    }
};

QTEST_APPLESS_MAIN(TestDeadline)
#include "tst_deadline.moc"
