// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/birth.h"
#include "core/identity/display.h"
#include "core/identity/personalidentity.h"
#include "tests/core/identity/testidentities.h"

#include <QRegularExpression>
#include <QTest>

using namespace mottaget::identity;
using namespace Qt::StringLiterals;

//! Chosen published numbers with all that is said of them on 23 November 2026, and every published number at least read.
class TestPublished final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isShownAs_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("shownShort");
        QTest::addColumn<QString>("sex");
        QTest::addColumn<int>("age");
        const auto row = [](const char* name, const QString& number, const QString& shown, const QString& sex, int age) {
            QTest::newRow(name) << number << shown << shown.sliced(2) << sex << age;
        };
        row("small child", u"202305232387"_s, u"20230523-2387"_s, u"K"_s, 3);
        row("child", u"201908232398"_s, u"20190823-2398"_s, u"M"_s, 7);
        row("eleven", u"201511042382"_s, u"20151104-2382"_s, u"K"_s, 11);
        row("last year with guardians by themselves", u"201405052398"_s, u"20140505-2398"_s, u"M"_s, 12);
        row("own login", u"201305242388"_s, u"20130524-2388"_s, u"K"_s, 13);
        row("birthday today", u"201111232391"_s, u"20111123-2391"_s, u"M"_s, 15);
        row("seventeen", u"200911222388"_s, u"20091122-2388"_s, u"K"_s, 17);
        row("same day of birth", u"200911222396"_s, u"20091122-2396"_s, u"M"_s, 17);
        row("twenty-two", u"200411212384"_s, u"20041121-2384"_s, u"K"_s, 22);
        row("birthday in two days", u"199511252398"_s, u"19951125-2398"_s, u"M"_s, 30);
        row("forty-one", u"198511022389"_s, u"19851102-2389"_s, u"K"_s, 41);
        row("forty-eight", u"197806182395"_s, u"19780618-2395"_s, u"M"_s, 48);
        row("fifty-nine", u"196709132887"_s, u"19670913-2887"_s, u"K"_s, 59);
        row("sixty-six", u"196001209136"_s, u"19600120-9136"_s, u"M"_s, 66);
        row("seventy-four", u"195202132303"_s, u"19520213-2303"_s, u"K"_s, 74);
        row("eighty-one", u"194510106331"_s, u"19451010-6331"_s, u"M"_s, 81);
        row("eighty-eight", u"193804139149"_s, u"19380413-9149"_s, u"K"_s, 88);
        row("ninety-six", u"193008029054"_s, u"19300802-9054"_s, u"M"_s, 96);
        row("ninety-nine, hyphen still", u"192705048409"_s, u"19270504-8409"_s, u"K"_s, 99);
        row("ninety-nine, plus already", u"192612049029"_s, u"19261204+9029"_s, u"K"_s, 99);
        row("a hundred and two", u"192401299264"_s, u"19240129+9264"_s, u"K"_s, 102);
        row("a hundred and seventeen", u"190906149810"_s, u"19090614+9810"_s, u"M"_s, 117);
        row("the 1800s", u"189512099806"_s, u"18951209+9806"_s, u"K"_s, 130);
        row("leap day 1908", u"190802299800"_s, u"19080229+9800"_s, u"K"_s, 118);
        row("leap day, man", u"197602292398"_s, u"19760229-2398"_s, u"M"_s, 50);
        row("leap day, woman", u"197602292380"_s, u"19760229-2380"_s, u"K"_s, 50);
        row("leap day of a century year", u"200002292399"_s, u"20000229-2399"_s, u"M"_s, 26);
        row("coordination number", u"191401682396"_s, u"19140168+2396"_s, u"M"_s, 112);
        row("coordination number, month unknown", u"195000692383"_s, u"19500069-2383"_s, u"K"_s, 76);
        row("coordination number, adult", u"198801622393"_s, u"19880162-2393"_s, u"M"_s, 38);
        row("coordination number, child", u"202201622384"_s, u"20220162-2384"_s, u"K"_s, 4);
        row("coordination number, day unknown", u"192601602390"_s, u"19260160+2390"_s, u"M"_s, 100);
    }
    void isShownAs()
    {
        QFETCH(QString, number);
        QFETCH(QString, shown);
        QFETCH(QString, shownShort);
        QFETCH(QString, sex);
        QFETCH(int, age);
        const auto identity = parseIdentity(number, testing::theDay).value();
        QCOMPARE(display(identity, testing::theDay), shown);
        QCOMPARE(displayShort(identity, testing::theDay), shownShort);
        QCOMPARE(clipboardText(identity), number);
        QCOMPARE(legalSex(identity), std::optional(sex == u"M" ? LegalSex::Male : LegalSex::Female));
        QCOMPARE(ageInYears(identity, testing::theDay), std::optional(age));
        QVERIFY((testing::personalNumbers() + testing::coordinationNumbers()).contains(number));
    }

    void onScreenTheNumberDoesNotBreak()
    {
        const auto young = parseCanonical(u"195202132303").value();
        const auto old = parseCanonical(u"192401299264").value();
        QCOMPARE(display(young, testing::theDay, Hyphen::NonBreaking), u"19520213\u20112303"_s);
        QCOMPARE(displayShort(young, testing::theDay, Hyphen::NonBreaking), u"520213\u20112303"_s);
        QCOMPARE(display(old, testing::theDay, Hyphen::NonBreaking), u"19240129+9264"_s);
    }

    void thePlusComesWithTheNewYear()
    {
        const auto identity = parseCanonical(u"192612049029").value();
        QCOMPARE(display(identity, QDate(2025, 12, 31)), u"19261204-9029"_s);
        QCOMPARE(display(identity, QDate(2026, 1, 1)), u"19261204+9029"_s);
    }

    void noIdentityShowsAsNothing()
    {
        QCOMPARE(display({}, testing::theDay), QString());
        QCOMPARE(displayShort({}, testing::theDay), QString());
        QCOMPARE(clipboardText({}), QString());
    }

    void everyPublishedNumberParses()
    {
        QStringList wrong;
        const auto check = [&wrong](const QStringList& numbers, IdentityKind kind) {
            for (const auto& number : numbers) {
                const auto parsed = parseIdentity(number, testing::theDay);
                if (!parsed || parsed->kind() != kind || parsed->number() != number || !birthDate(*parsed))
                    wrong.append(number);
            }
        };
        check(testing::personalNumbers(), IdentityKind::PersonalNumber);
        check(testing::coordinationNumbers(), IdentityKind::CoordinationNumber);
        QCOMPARE(wrong, QStringList());
    }

    // The demo region draws its residents from the lists: they must be there, once each, and of all ages.
    void theListsAreLongSortedAndOfAllAges()
    {
        const QStringList all = testing::personalNumbers();
        QStringList sorted = all;
        sorted.sort();
        sorted.removeDuplicates();
        QCOMPARE(all, sorted);
        QVERIFY(all.size() >= 2000);
        QVERIFY(testing::coordinationNumbers().size() >= 250);
        QMap<int, int> decades;
        for (const auto& number : all)
            ++decades[ageInYears(parseCanonical(number).value(), testing::theDay).value() / 10];
        for (int decade = 0; decade <= 10; ++decade)
            QVERIFY2(decades.value(decade) >= 30, qPrintable(QString::number(decade * 10)));
        const auto unknownDay = testing::coordinationNumbers().filter(QRegularExpression(u"^.{6}60"_s));
        QVERIFY(unknownDay.size() >= 10);
    }
};

QTEST_APPLESS_MAIN(TestPublished)
#include "tst_published.moc"
