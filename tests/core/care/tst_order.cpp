// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/caserow.h"

#include "carefixture.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace mottaget::care;
using fixture::at;

namespace {

using Change = std::function<void(Case&)>;

CaseType advice()
{
    return CaseTypes::basic().find(u"advice"_s);
}

Case base()
{
    Case value = fixture::caseIn(CaseState::Received, fixture::theUnit());
    value.openedByLicensed = at("2026-11-23T08:10:00.000Z");
    return value;
}

//! Nothing but the place in the queue: no clock runs.
Case answered()
{
    Case value = base();
    value.state = CaseState::Answered;
    return value;
}

const QDateTime now = at("2026-11-23T12:00:00.000Z");

} // namespace

class TestOrder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! `first` goes before `second`, each a change of the same case.
    void goesFirst_data()
    {
        QTest::addColumn<Case>("first");
        QTest::addColumn<Case>("second");
        const auto row = [](const char* name, Case start, const Change& first, const Change& second) {
            Case a = start;
            Case b = start;
            first(a);
            second(b);
            QTest::newRow(name) << a << b;
        };
        const Change nothing = [](Case&) {};
        const Change stat = [](Case& c) { c.priority = Priority::Stat; };
        const Change older = [](Case& c) { c.received = at("2026-11-20T08:00:00.000Z"); };
        const Change unread = [](Case& c) {
            c.messages = {fixture::message("q", MessageKind::Question, "2026-11-23T09:00:00.000Z"),
                fixture::message("r", MessageKind::Resident, "2026-11-23T10:00:00.000Z")};
        };
        const Change read = [](Case& c) { c.messages = {fixture::message("q", MessageKind::Question, "2026-11-23T09:00:00.000Z")}; };
        row("stat before a case due days ago", base(), stat, older);
        row("earlier due", base(), older, nothing);
        row("first reply due before final reply due", base(), nothing, read);
        row("due before priority", base(), older, [](Case& c) { c.priority = Priority::Asap; });
        row(
            "asap before urgent", base(), [](Case& c) { c.priority = Priority::Asap; }, [](Case& c) { c.priority = Priority::Urgent; });
        row(
            "urgent before routine", base(), [](Case& c) { c.priority = Priority::Urgent; }, nothing);
        row(
            "priority before not opened", base(), [](Case& c) { c.priority = Priority::Urgent; }, [](Case& c) { c.openedByLicensed = {}; });
        row(
            "not opened by licensed before opened", base(), [](Case& c) { c.openedByLicensed = {}; }, nothing);
        row(
            "not opened before unread answer", answered(), [&](Case& c) { c.openedByLicensed = {}, read(c); }, unread);
        row("unread answer before read", answered(), unread, read);
        row("unread answer before received earlier on the same day", answered(), unread,
            [&](Case& c) { read(c), c.received = at("2026-11-23T07:00:00.000Z"); });
        row(
            "received earlier on the same day", base(), [](Case& c) { c.received = at("2026-11-23T07:59:59.999Z"); }, nothing);
        row("id at last", base(), nothing, [](Case& c) { c.id = CaseId(u"case-2"_s); });
        row(
            "no clock: received and promise count", base(), [&](Case& c) { older(c), c.state = CaseState::Answered; }, read);
        row("a missing time of receipt comes last", answered(), nothing, [](Case& c) { c.received = {}; });
    }
    void goesFirst()
    {
        QFETCH(Case, first);
        QFETCH(Case, second);
        const QByteArray a = orderOf(first, advice(), now).key;
        const QByteArray b = orderOf(second, advice(), now).key;
        QVERIFY2(a < b, QByteArray(a + "\n" + b).constData());
    }

    void keyIsFixedTextAsDocumented()
    {
        QCOMPARE(orderOf(base(), advice(), now).key, QByteArray("1|2026-11-25T16:00:00.000Z|3|1|1|2026-11-23T08:00:00.000Z|case-1"));
    }

    void withoutAClockThePromiseOfAFinalReplyCounts_data()
    {
        using enum CaseClock::Unit;
        const CaseClock partial {CaseClock::Kind::Partial, 2, WorkingDays};
        const CaseClock final {CaseClock::Kind::Final, 5, WorkingDays};
        const CaseClock sooner {CaseClock::Kind::Final, 4, CalendarDays};
        QTest::addColumn<QList<CaseClock>>("clocks");
        QTest::addColumn<QByteArray>("instant");
        QTest::newRow("first, then final") << QList {partial, final} << QByteArray("2026-11-30T16:00:00.000Z");
        QTest::newRow("final, then first") << QList {final, partial} << QByteArray("2026-11-30T16:00:00.000Z");
        QTest::newRow("two final ones: the sooner") << QList {final, sooner, partial} << QByteArray("2026-11-27T16:00:00.000Z");
        QTest::newRow("first alone") << QList {partial} << QByteArray("2026-11-25T16:00:00.000Z");
        QTest::newRow("none") << QList<CaseClock> {} << QByteArray("2026-11-23T08:00:00.000Z");
    }
    void withoutAClockThePromiseOfAFinalReplyCounts()
    {
        QFETCH(QList<CaseClock>, clocks);
        CaseType type;
        type.clocks = clocks;
        QTEST(orderOf(answered(), type, now).key.mid(2, 24), "instant");
    }

    //! Age, sex and words of the resident have no way into the key: two cases that differ in these alone stand alike.
    void wordsDoNotCount()
    {
        Case loud = base();
        loud.subject = u"AKUT!!!"_s;
        loud.form = {{u"Hur mår du?"_s, u"Mycket dåligt"_s, 0}};
        loud.sender = {Sender::Kind::Guardian, u"Vera"_s};
        QCOMPARE(orderOf(loud, advice(), now), orderOf(base(), advice(), now));
    }

    void reason_data()
    {
        QTest::addColumn<Case>("value");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QDateTime>("due");
        const auto row = [](const char* name, const QString& reason, const QDateTime& due, Case start, const Change& change) {
            change(start);
            QTest::newRow(name) << start << reason << due;
        };
        const QDateTime first = at("2026-11-25T16:00:00.000Z");
        const QDateTime last = at("2026-11-30T16:00:00.000Z");
        const Change nothing = [](Case&) {};
        const Change asked = [](Case& c) {
            c.state = CaseState::Waiting, c.waitingFor = WaitingFor::Resident;
            c.messages = {fixture::message("q", MessageKind::Question, "2026-11-23T09:00:00.000Z")};
        };
        const Change thanks = [](Case& c) {
            c.messages = {fixture::message("f", MessageKind::Final, "2026-11-23T09:00:00.000Z"),
                fixture::message("r", MessageKind::Resident, "2026-11-23T10:00:00.000Z")};
        };
        row("stat", u"stat"_s, first, base(), [](Case& c) { c.priority = Priority::Stat; });
        row("new", u"first-reply-due"_s, first, base(), nothing);
        row("partial reply sent", u"final-reply-due"_s, last, base(),
            [](Case& c) { c.messages = {fixture::message("p", MessageKind::Partial, "2026-11-23T09:00:00.000Z")}; });
        row("asked the resident", u"waits-for-other"_s, {}, base(), asked);
        row("answer has come before the state", u"unread-answer"_s, {}, base(),
            [&](Case& c) { asked(c), c.messages += fixture::message("r", MessageKind::Resident, "2026-11-23T10:00:00.000Z"); });
        row("answered", u"answered"_s, {}, answered(), nothing);
        row("answered, resident wrote again", u"unread-answer"_s, {}, answered(), thanks);
        row("answered stat", u"answered"_s, {}, answered(), [](Case& c) { c.priority = Priority::Stat; });
        row("taken up again", u"unread-answer"_s, {}, base(), [&](Case& c) { c.state = CaseState::Ongoing, thanks(c); });
        row("closed", u"ended"_s, {}, base(), [](Case& c) { c.state = CaseState::Closed, c.priority = Priority::Stat; });
        row("withdrawn", u"ended"_s, {}, base(), [](Case& c) { c.state = CaseState::Withdrawn; });
    }
    void reason()
    {
        QFETCH(Case, value);
        const Order order = orderOf(value, advice(), now);
        QTEST(QString(codeOf(order.reason)), "reason");
        QTEST(order.due, "due");
        QCOMPARE(order.until.isValid(), order.due.isValid());
    }

    void reasonWithoutPromises_data()
    {
        QTest::addColumn<Priority>("priority");
        QTest::addColumn<bool>("opened");
        QTest::addColumn<QString>("reason");
        QTest::newRow("opened") << Priority::Routine << true << u"waiting-time"_s;
        QTest::newRow("not opened") << Priority::Routine << false << u"not-opened-by-licensed"_s;
        QTest::newRow("urgent") << Priority::Urgent << false << u"priority"_s;
    }
    void reasonWithoutPromises()
    {
        QFETCH(Priority, priority);
        QFETCH(bool, opened);
        Case value = base();
        value.priority = priority;
        if (!opened)
            value.openedByLicensed = {};
        const Order order = orderOf(value, CaseType {}, now);
        QTEST(QString(codeOf(order.reason)), "reason");
        QVERIFY(order.key.contains("|2026-11-23T08:00:00.000Z|")); // no promise: received alone
        QVERIFY(!order.until.isValid());
    }

    // Due Wednesday 25 November 2026, 16:00 UTC.
    void until_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("until");
        QTest::newRow("days before: next Swedish midnight") << u"2026-11-23T12:00:00.000Z"_s << u"2026-11-23T23:00:00.000Z"_s;
        QTest::newRow("just before midnight") << u"2026-11-23T22:59:59.999Z"_s << u"2026-11-23T23:00:00.000Z"_s;
        QTest::newRow("at midnight") << u"2026-11-23T23:00:00.000Z"_s << u"2026-11-24T23:00:00.000Z"_s;
        QTest::newRow("on the day: the due instant") << u"2026-11-25T08:00:00.000Z"_s << u"2026-11-25T16:00:00.000Z"_s;
        QTest::newRow("at the due instant") << u"2026-11-25T16:00:00.000Z"_s << u"2026-11-25T23:00:00.000Z"_s;
        QTest::newRow("late: each midnight") << u"2026-11-28T08:00:00.000Z"_s << u"2026-11-28T23:00:00.000Z"_s;
        QTest::newRow("the autumn night is 25 hours") << u"2026-10-24T22:00:00.000Z"_s << u"2026-10-25T23:00:00.000Z"_s;
        QTest::newRow("the spring night is 23 hours") << u"2027-03-27T23:00:00.000Z"_s << u"2027-03-28T22:00:00.000Z"_s;
    }
    void until()
    {
        QFETCH(QString, now);
        const Order order = orderOf(base(), advice(), QDateTime::fromString(now, Qt::ISODateWithMs));
        QTEST(order.until.toString(Qt::ISODateWithMs), "until");
    }
};

QTEST_APPLESS_MAIN(TestOrder)
#include "tst_order.moc"
