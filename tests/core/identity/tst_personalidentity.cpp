// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/luhn.h"
#include "core/identity/personalidentity.h"
#include "tests/core/identity/testidentities.h"

#include <QTest>

using namespace mottaget::identity;
using namespace Qt::StringLiterals;

class TestPersonalIdentity final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsesWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const QString& text, const QString& outcome) { QTest::newRow(name) << text << outcome; };
        row("short with hyphen", u"520213-2303"_s, u"personal 195202132303"_s);
        row("short with plus", u"240129+9264"_s, u"personal 192401299264"_s);
        row("short without separator", u"5202132303"_s, u"personal 195202132303"_s);
        row("long with hyphen", u"19520213-2303"_s, u"personal 195202132303"_s);
        row("long with plus", u"19240129+9264"_s, u"personal 192401299264"_s);
        row("long without separator", u"195202132303"_s, u"personal 195202132303"_s);
        row("blanks around", u" \t520213-2303\r\n"_s, u"personal 195202132303"_s);
        row("non-breaking blanks around", u"\u00a0520213-2303\u00a0"_s, u"personal 195202132303"_s);
        row("non-breaking hyphen", u"520213\u20112303"_s, u"personal 195202132303"_s);
        row("en dash", u"19520213\u20132303"_s, u"personal 195202132303"_s);
        row("minus sign", u"520213\u22122303"_s, u"personal 195202132303"_s);
        row("short coordination number, month unknown", u"500069-2383"_s, u"coordination 195000692383"_s);
        row("day unknown", u"192601602390"_s, u"coordination 192601602390"_s);
        row("a day September doesn't have, as published", u"193309912388"_s, u"coordination 193309912388"_s);
        row("leap day", u"080229+9800"_s, u"personal 190802299800"_s);
        row("leap day of a century year", u"000229-2399"_s, u"personal 200002292399"_s);

        row("nothing", u""_s, u"empty"_s);
        row("only blanks", u"  \n"_s, u"empty"_s);
        row("blank for separator", u"520213 2303"_s, u"inner-blank"_s);
        row("blank beside the separator", u"520213 -2303"_s, u"inner-blank"_s);
        row("too short", u"520213-230"_s, u"form"_s);
        row("too long", u"19520213-23030"_s, u"form"_s);
        row("separator in the wrong place", u"5202132-303"_s, u"form"_s);
        row("two separators", u"520213--303"_s, u"form"_s);
        row("other separator", u"520213/2303"_s, u"form"_s);
        row("Arabic digits", u"\u0661\u0669\u0665\u0662\u0660\u0662\u0661\u0663\u0662\u0663\u0660\u0663"_s, u"form"_s);
        row("letters", u"ABCDEFGHIJ"_s, u"form"_s);
        row("wrong check digit", u"520213-2304"_s, u"check-digit"_s);
        row("two digits changed places", u"520231-2303"_s, u"check-digit"_s);
        row("31 June", u"195206310004"_s, u"date"_s);
        row("29 February of a common year", u"195302290001"_s, u"date"_s);
        row("29 February 1900", u"190002290005"_s, u"date"_s);
        row("month 13", u"195213010001"_s, u"date"_s);
        row("month 00", u"195200010006"_s, u"date"_s);
        row("day 00", u"195202000005"_s, u"date"_s);
        row("day 92, no coordination number either", u"195202920004"_s, u"date"_s);
        row("a year before all registers", u"165202132303"_s, u"date"_s);
        row("birth number 000", u"201509160006"_s, u"serial"_s);
        row("organisation number", u"232100-0016"_s, u"organisation"_s);
        row("organisation number without hyphen", u"2321000016"_s, u"organisation"_s);
        row("organisation number with prefix", u"165565594230"_s, u"organisation"_s);
        row("organisation number with prefix and hyphen", u"16556559-4230"_s, u"organisation"_s);
        row("T-number", u"000101-T220"_s, u"interim"_s);
        row("T-number in lower case", u"000101-t220"_s, u"interim"_s);
        row("long T-number", u"20000101T220"_s, u"interim"_s);
        row("long T-number with hyphen", u"20000101-T220"_s, u"interim"_s);
        row("T-number with X, also a region's letter", u"000101-X220"_s, u"interim"_s);
        row("a letter at the end", u"520213-230A"_s, u"form"_s);
    }
    void parsesWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(QString, outcome);
        QCOMPARE(testing::outcome(parseIdentity(text, testing::theDay)), outcome);
    }

    // One number, read on different days: the plus belongs to the calendar year, the birthday to the day.
    void theCenturyFollowsTheDay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const QString& text, QDate today, const QString& outcome) {
            QTest::newRow(name) << text << today << outcome;
        };
        row("plus before the hundredth birthday", u"261204+9029"_s, QDate(2026, 11, 23), u"personal 192612049029"_s);
        row("plus on the first day of that year", u"261204+9029"_s, QDate(2026, 1, 1), u"personal 192612049029"_s);
        row("plus a year too early is the century before", u"261204+9029"_s, QDate(2025, 12, 31), u"personal 18"_s + u"2612049029"_s);
        row("hyphen the year before", u"261204-9029"_s, QDate(2025, 12, 31), u"personal 192612049029"_s);
        row("hyphen, that day not yet come", u"261204-9029"_s, QDate(2026, 11, 23), u"personal 192612049029"_s);
        row("hyphen, that day come", u"261204-9029"_s, QDate(2026, 12, 4), u"personal 20"_s + u"2612049029"_s);
        row("no separator means hyphen", u"2612049029"_s, QDate(2026, 12, 4), u"personal 20"_s + u"2612049029"_s);
        row("born today", u"230523-2387"_s, QDate(2023, 5, 23), u"personal 202305232387"_s);
        row("day before the birth", u"230523-2387"_s, QDate(2023, 5, 22), u"personal 19"_s + u"2305232387"_s);
        row("with the century, born today", u"202305232387"_s, QDate(2023, 5, 23), u"personal 202305232387"_s);
        row("with the century, not born yet", u"202305232387"_s, QDate(2023, 5, 22), u"future"_s);
        row("the 1800s", u"951209+9806"_s, QDate(2026, 11, 23), u"personal 189512099806"_s);
        row("coordination number, over a hundred", u"140168+2396"_s, QDate(2026, 11, 23), u"coordination 191401682396"_s);
    }
    void theCenturyFollowsTheDay()
    {
        QFETCH(QString, text);
        QFETCH(QDate, today);
        QFETCH(QString, outcome);
        QCOMPARE(testing::outcome(parseIdentity(text, today)), outcome);
    }

    void theListForParsingGivesItsKinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        for (const auto& row : testing::parsingOnly())
            QTest::newRow(qPrintable(row.text)) << row.text << row.kind;
    }
    void theListForParsingGivesItsKinds()
    {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        const QMap<QString, QString> owners {
            {u"stockholm"_s, u"local 1.2.752.97.3.1.3"_s},
            {u"vgr"_s, u"local 1.2.752.113.11.0.2.1.1.1"_s},
            {u"varmland"_s, u"local 1.2.752.74.9.2"_s},
            {u"inera"_s, u"local 1.2.752.129.2.1.3.2"_s},
        };
        const auto parsed = parseIdentity(text, testing::theDay);
        const QString expected = parsed ? owners.value(kind, kind) + u' ' + text : kind;
        QCOMPARE(testing::outcome(parsed), expected);
    }

    void withoutAClockOnlyTheFullYearWillDo()
    {
        QCOMPARE(testing::outcome(parseCanonical(u"195202132303")), u"personal 195202132303"_s);
        QCOMPARE(testing::outcome(parseCanonical(u"19520213-2303")), u"personal 195202132303"_s);
        QCOMPARE(testing::outcome(parseCanonical(u"202412312387")), u"personal 202412312387"_s);
        QCOMPARE(testing::outcome(parseCanonical(u"520213-2303")), u"form"_s);
        QCOMPARE(testing::outcome(parseCanonical(u"20210325k069")), u"local 1.2.752.113.11.0.2.1.1.1 20210325K069"_s);
    }

    void sameNumberSameIdentity()
    {
        const auto a = parseCanonical(u"195202132303").value();
        const auto b = parseIdentity(u"520213-2303", testing::theDay).value();
        QCOMPARE(a, b);
        QCOMPARE(qHash(a), qHash(b));
        QVERIFY(a != parseCanonical(u"195202131578").value());
        QVERIFY(PersonalIdentity().isEmpty());
        QVERIFY(!a.isEmpty());
    }

    void luhn_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<bool>("passes");
        QTest::newRow("published") << u"5202132303"_s << true;
        QTest::newRow("one digit more") << u"5202132304"_s << false;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("a letter") << u"52021323O3"_s << false;
    }
    void luhn()
    {
        QFETCH(QString, digits);
        QFETCH(bool, passes);
        QCOMPARE(passesLuhn(digits), passes);
    }
};

QTEST_APPLESS_MAIN(TestPersonalIdentity)
#include "tst_personalidentity.moc"
