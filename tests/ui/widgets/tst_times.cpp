// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samplecases.h"
#include "ui/widgets/times.h"

#include <QTest>

using namespace mottaget::ui;
using namespace Qt::StringLiterals;

//! Days, times and ages in words.
class TestTimes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void when_data()
    {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("words");
        QTest::newRow("today") << u"2026-11-23T07:07:00Z"_s << u"i dag 08:07"_s;
        QTest::newRow("yesterday") << u"2026-11-22T15:20:00Z"_s << u"i går 16:20"_s;
        QTest::newRow("yesterday in UTC, today in Sweden") << u"2026-11-22T23:30:00Z"_s << u"i dag 00:30"_s;
        QTest::newRow("tomorrow") << u"2026-11-24T07:00:00Z"_s << u"i morgon 08:00"_s;
        QTest::newRow("last week") << u"2026-11-18T07:07:00Z"_s << u"ons 2026-11-18 08:07"_s;
        QTest::newRow("summer time") << u"2026-07-05T06:00:00Z"_s << u"sön 2026-07-05 08:00"_s;
        QTest::newRow("unknown") << u""_s << u""_s;
    }
    void when()
    {
        QFETCH(QString, instant);
        QTEST(Times::when(QDateTime::fromString(instant, Qt::ISODate), samples::now()), "words");
    }

    void seconds()
    {
        QCOMPARE(Times::clockWithSeconds(samples::at("2026-11-23T09:42:07Z")), u"10:42:07"_s);
        QCOMPARE(Times::clock(samples::at("2026-11-23T08:02:59Z")), u"09:02"_s);
    }

    void age_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QString>("words");
        QTest::newRow("newborn") << QDate(2026, 11, 23) << u"0 dagar"_s;
        QTest::newRow("one day") << QDate(2026, 11, 22) << u"1 dag"_s;
        QTest::newRow("days") << QDate(2026, 11, 11) << u"12 dagar"_s;
        QTest::newRow("one month") << QDate(2026, 10, 23) << u"1 månad"_s;
        QTest::newRow("months until two years") << QDate(2024, 12, 23) << u"23 månader"_s;
        QTest::newRow("two years") << QDate(2024, 11, 23) << u"2 år"_s;
        QTest::newRow("years and a month") << QDate(2023, 10, 1) << u"3 år 1 månad"_s;
        QTest::newRow("years and months") << QDate(2021, 8, 23) << u"5 år 3 månader"_s;
        QTest::newRow("years alone from six") << QDate(2019, 8, 23) << u"7 år"_s;
        QTest::newRow("adult") << QDate(1967, 9, 13) << u"59 år"_s;
        QTest::newRow("not born yet") << QDate(2026, 11, 24) << u""_s;
    }
    void age()
    {
        QFETCH(QDate, born);
        QTEST(Times::age(born, QDate(2026, 11, 23)), "words");
    }
};

QTEST_APPLESS_MAIN(TestTimes)
#include "tst_times.moc"
