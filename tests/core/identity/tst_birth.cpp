// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/birth.h"
#include "core/identity/personalidentity.h"

#include <QTest>

using namespace mottaget::identity;
using namespace Qt::StringLiterals;

class TestBirth final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void birthDateOfANumber_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("certain");
        const auto row = [](const char* name, const QString& number, QDate date, bool certain) {
            QTest::newRow(name) << number << date << certain;
        };
        row("personnummer", u"195202132303"_s, QDate(1952, 2, 13), true);
        row("leap day", u"190802299800"_s, QDate(1908, 2, 29), true);
        row("coordination number", u"191401682396"_s, QDate(1914, 1, 8), true);
        row("day unknown", u"192601602390"_s, QDate(1926, 1, 1), false);
        row("month unknown", u"195000692383"_s, QDate(1950, 1, 1), false);
        row("31 September, as published", u"193309912388"_s, QDate(1933, 9, 30), false);
        row("national reserve number", u"98240301AA06"_s, QDate(2024, 3, 1), true);
        row("Västra Götaland", u"20210325K069"_s, QDate(2021, 3, 25), true);
        row("Värmland, known birth", u"19450829SF2B"_s, QDate(1945, 8, 29), true);
        row("Inera, day is a stand-in", u"198108320014"_s, QDate(1981, 8, 1), false);
    }
    void birthDateOfANumber()
    {
        QFETCH(QString, number);
        QFETCH(QDate, date);
        QFETCH(bool, certain);
        QCOMPARE(birthDate(parseCanonical(number).value()), std::optional(BirthDate {date, certain}));
    }

    void someNumbersCarryNoBirthDate_data()
    {
        QTest::addColumn<QString>("number");
        QTest::newRow("Stockholm: the year is that of the issue") << u"991981000010"_s;
        QTest::newRow("Värmland, without birth date") << u"19810829SU3A"_s;
        QTest::newRow("Värmland, unknown") << u"19930829SX0C"_s;
        QTest::newRow("national, unknown birth date") << u"00122045AA07"_s;
    }
    void someNumbersCarryNoBirthDate()
    {
        QFETCH(QString, number);
        const auto identity = parseCanonical(number).value();
        QCOMPARE(birthDate(identity), std::nullopt);
        QCOMPARE(ageInYears(identity, QDate(2026, 11, 23)), std::nullopt);
        QCOMPARE(ageInMonths(identity, QDate(2026, 11, 23)), std::nullopt);
    }

    void ageCountsBirthdays_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QDate>("on");
        QTest::addColumn<int>("years");
        QTest::addColumn<int>("months");
        const auto row = [](const char* name, QDate born, QDate on, int years, int months) {
            QTest::newRow(name) << born << on << years << months;
        };
        row("day of birth", QDate(2026, 11, 23), QDate(2026, 11, 23), 0, 0);
        row("day before the first month", QDate(2026, 10, 24), QDate(2026, 11, 23), 0, 0);
        row("first month", QDate(2026, 10, 23), QDate(2026, 11, 23), 0, 1);
        row("day before the first birthday", QDate(2025, 11, 24), QDate(2026, 11, 23), 0, 11);
        row("first birthday", QDate(2025, 11, 23), QDate(2026, 11, 23), 1, 12);
        row("day before thirteen", QDate(2013, 11, 24), QDate(2026, 11, 23), 12, 155);
        row("thirteen", QDate(2013, 11, 23), QDate(2026, 11, 23), 13, 156);
        row("leap day, 27 February of a common year", QDate(2024, 2, 29), QDate(2026, 2, 27), 1, 23);
        row("leap day, 28 February of a common year", QDate(2024, 2, 29), QDate(2026, 2, 28), 2, 24);
        row("leap day, 28 February of a leap year", QDate(2024, 2, 29), QDate(2028, 2, 28), 3, 47);
        row("leap day, 29 February of a leap year", QDate(2024, 2, 29), QDate(2028, 2, 29), 4, 48);
        row("born the 31st, end of a short month", QDate(2026, 1, 31), QDate(2026, 2, 28), 0, 1);
    }
    void ageCountsBirthdays()
    {
        QFETCH(QDate, born);
        QFETCH(QDate, on);
        QFETCH(int, years);
        QFETCH(int, months);
        QCOMPARE(ageInYears(born, on), std::optional(years));
        QCOMPARE(ageInMonths(born, on), std::optional(months));
    }

    void thereIsNoAgeBeforeBirthOrWithoutDates()
    {
        QCOMPARE(ageInYears(QDate(2026, 11, 24), QDate(2026, 11, 23)), std::nullopt);
        QCOMPARE(ageInMonths(QDate(2026, 11, 24), QDate(2026, 11, 23)), std::nullopt);
        QCOMPARE(ageInYears(QDate(), QDate(2026, 11, 23)), std::nullopt);
        QCOMPARE(ageInMonths(QDate(2026, 11, 23), QDate()), std::nullopt);
        QCOMPARE(ageInYears(PersonalIdentity(), QDate(2026, 11, 23)), std::nullopt);
    }

    void monthsAreForCertainDatesAlone()
    {
        const QDate on(2026, 11, 23);
        QCOMPARE(ageInMonths(parseCanonical(u"202201612393").value(), on), std::optional(58));
        QCOMPARE(ageInYears(parseCanonical(u"192601602390").value(), on), std::optional(100));
        QCOMPARE(ageInMonths(parseCanonical(u"192601602390").value(), on), std::nullopt);
    }

    void legalSexOfANumber_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("sex");
        QTest::newRow("woman") << u"195202132303"_s << u"K"_s;
        QTest::newRow("man") << u"196001209136"_s << u"M"_s;
        QTest::newRow("coordination number") << u"191401682396"_s << u"M"_s;
        QTest::newRow("national, digit") << u"98240301AA06"_s << u"K"_s;
        QTest::newRow("national, letter") << u"98240301AAB6"_s << u""_s;
        QTest::newRow("Västra Götaland, K") << u"19450829K088"_s << u"K"_s;
        QTest::newRow("Västra Götaland, M") << u"19810829M071"_s << u"M"_s;
        QTest::newRow("Västra Götaland, X") << u"19930829X802"_s << u""_s;
        QTest::newRow("Värmland, man") << u"19810829SU3A"_s << u"M"_s;
        QTest::newRow("Värmland, woman") << u"19450829SF2B"_s << u"K"_s;
        QTest::newRow("Värmland, unknown") << u"19930829SX0C"_s << u""_s;
        QTest::newRow("Stockholm") << u"991981000010"_s << u""_s;
        QTest::newRow("Inera") << u"198108320014"_s << u""_s;
    }
    void legalSexOfANumber()
    {
        QFETCH(QString, number);
        QFETCH(QString, sex);
        const auto found = legalSex(parseCanonical(number).value());
        QCOMPARE(!found ? u""_s : *found == LegalSex::Male ? u"M"_s : u"K"_s, sex);
    }
};

QTEST_APPLESS_MAIN(TestBirth)
#include "tst_birth.moc"
