// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/birth.h"
#include "core/identity/display.h"
#include "core/identity/luhn.h"
#include "core/identity/personalidentity.h"
#include "tests/core/identity/testidentities.h"

#include <QTest>

#include <rapidcheck.h>

using namespace mottaget::identity;
using namespace Qt::StringLiterals;

//! What holds for every identity. Numbers are drawn from the published lists, never made up.
class TestIdentityProperties final : public QObject {
    Q_OBJECT

    QStringList m_numbers;

    [[nodiscard]] PersonalIdentity anyNumber() const
    {
        const auto index = *rc::gen::inRange<qsizetype>(0, m_numbers.size());
        return parseCanonical(m_numbers.at(index)).value();
    }

    // The property is stated for days on which everybody on the lists is born.
    [[nodiscard]] static QDate anyDay() { return QDate(2025, 1, 1).addDays(*rc::gen::inRange(0, 20000)); }

private Q_SLOTS:
    void initTestCase() { m_numbers = testing::personalNumbers() + testing::coordinationNumbers(); }

    void whatIsShownReadsBack()
    {
        QVERIFY(rc::check("parse(display(x)) == x, on any day", [this] {
            const auto identity = anyNumber();
            const QDate today = anyDay();
            RC_ASSERT(parseIdentity(display(identity, today), today).value() == identity);
            RC_ASSERT(parseIdentity(display(identity, today, Hyphen::NonBreaking), today).value() == identity);
            RC_ASSERT(parseIdentity(clipboardText(identity), today).value() == identity);
        }));
    }

    void allSixFormsReadBack()
    {
        QVERIFY(rc::check("the six forms of one number are one identity", [this] {
            const auto identity = anyNumber();
            const QDate today = anyDay();
            const QString number = identity.number();
            // Two digits of a year reach back two centuries from the year of the plus, and no further.
            RC_PRE(birthDate(identity)->date.year() > today.year() - 200);
            const bool hundred = display(identity, today).contains(u'+');
            QStringList forms {number, number.first(8) + u'-' + number.last(4), number.first(8) + u'+' + number.last(4)};
            forms.append(number.sliced(2, 6) + (hundred ? u'+' : u'-') + number.last(4));
            if (!hundred)
                forms.append(number.sliced(2));
            for (const auto& form : std::as_const(forms))
                RC_ASSERT(parseIdentity(QString(u"  " + form + u'\n'), today).value() == identity);
            RC_ASSERT(displayShort(identity, today) == forms.at(3));
        }));
    }

    void everyReserveNumberReadsBack()
    {
        for (const auto& row : testing::parsingOnly()) {
            const auto identity = parseIdentity(row.text, testing::theDay);
            if (!identity)
                continue;
            QCOMPARE(parseIdentity(display(*identity, testing::theDay), testing::theDay).value(), *identity);
            QCOMPARE(parseIdentity(row.text.toLower(), testing::theDay).value(), *identity);
        }
    }

    void oneWrongDigitIsSeen()
    {
        QVERIFY(rc::check("any change of one digit fails the check", [this] {
            QString ten = anyNumber().number().sliced(2);
            const auto position = *rc::gen::inRange<qsizetype>(0, ten.size());
            const auto by = *rc::gen::inRange(1, 10);
            RC_ASSERT(passesLuhn(ten));
            ten[position] = QChar(u'0' + (ten.at(position).digitValue() + by) % 10);
            RC_ASSERT(!passesLuhn(ten));
        }));
    }

    void twoNeighboursSwappedAreSeen()
    {
        QVERIFY(rc::check("swapping neighbours fails the check, but for 0 and 9", [this] {
            QString ten = anyNumber().number().sliced(2);
            const auto position = *rc::gen::inRange<qsizetype>(0, ten.size() - 1);
            const QChar a = ten.at(position);
            const QChar b = ten.at(position + 1);
            RC_PRE(a != b && !(a == u'0' && b == u'9') && !(a == u'9' && b == u'0'));
            ten[position] = b;
            ten[position + 1] = a;
            RC_ASSERT(!passesLuhn(ten));
        }));
    }

    // Near misses rather than noise: the alphabet of the forms, at their lengths.
    void anyTextIsRefusedOrCanonical()
    {
        QVERIFY(rc::check("what parses is canonical and parses to itself", [] {
            const auto size = *rc::gen::inRange(0, 15);
            const auto text = *rc::gen::container<std::string>(
                static_cast<std::size_t>(size), rc::gen::elementOf(std::string("0123456789012345678901269-+ KMXSFT")));
            const auto parsed = parseIdentity(QString::fromStdString(text), testing::theDay);
            if (!parsed)
                return;
            RC_ASSERT(parsed->number().size() == 12);
            RC_ASSERT(parseCanonical(parsed->number()).value() == *parsed);
            RC_ASSERT(parseIdentity(display(*parsed, testing::theDay), testing::theDay).value() == *parsed);
        }));
    }
};

QTEST_APPLESS_MAIN(TestIdentityProperties)
#include "tst_identityproperties.moc"
