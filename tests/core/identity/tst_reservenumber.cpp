// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/reservenumber.h"
#include "tests/core/identity/testidentities.h"

#include <QTest>

using namespace mottaget::identity;
using namespace Qt::StringLiterals;

class TestReserveNumber final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const QString& text, const QString& outcome) { QTest::newRow(name) << text << outcome; };
        row("national", u"98240301AA06"_s, u"national 98240301AA06"_s);
        row("national in lower case", u" 98240301aa06 "_s, u"national 98240301AA06"_s);
        row("national, the 1900s", u"22520213AB20"_s, u"national 22520213AB20"_s);
        row("national, check digit not validated", u"98240301AA07"_s, u"national 98240301AA07"_s);
        row("national, unknown birth date", u"00122045AA07"_s, u"national 00122045AA07"_s);
        row("national, unknown sex", u"98240301AAB6"_s, u"national 98240301AAB6"_s);
        row("national that begins with S", u"23240301SF06"_s, u"national 23240301SF06"_s);
        row("national, letter not in use", u"98240301AO06"_s, u"form"_s);
        row("national, series that would be mistaken for a personnummer", u"20240301AA06"_s, u"form"_s);
        row("national, series of no century", u"24240301AA06"_s, u"form"_s);
        row("national, no such day", u"98240231AA06"_s, u"date"_s);
        row("national, unknown birth date with a real one's fields", u"00120301AA07"_s, u"date"_s);
        row("national, check digit a letter", u"98240301AA0A"_s, u"form"_s);
        row("national with hyphen", u"98240301-AA06"_s, u"form"_s);

        row("Stockholm", u"991981000010"_s, u"local 1.2.752.97.3.1.3 991981000010"_s);
        row("Stockholm, check digit", u"991981000011"_s, u"check-digit"_s);
        row("Stockholm, year", u"991781000012"_s, u"date"_s);

        row("Västra Götaland, woman", u"19450829K088"_s, u"local 1.2.752.113.11.0.2.1.1.1 19450829K088"_s);
        row("Västra Götaland, man", u"19810829M071"_s, u"local 1.2.752.113.11.0.2.1.1.1 19810829M071"_s);
        row("Västra Götaland, unknown", u"19930829X802"_s, u"local 1.2.752.113.11.0.2.1.1.1 19930829X802"_s);
        row("Västra Götaland, lower case", u"19930829x802"_s, u"local 1.2.752.113.11.0.2.1.1.1 19930829X802"_s);
        row("Västra Götaland, check digit", u"19450829K089"_s, u"check-digit"_s);
        row("Västra Götaland, no such day", u"19450231K088"_s, u"date"_s);
        row("Västra Götaland, woman's letter and man's number", u"19450829K078"_s, u"form"_s);
        row("Västra Götaland, running number too low", u"19450829K048"_s, u"form"_s);
        row("Västra Götaland, running number too high", u"19450829X902"_s, u"form"_s);

        row("Värmland, known birth", u"19450829SF2B"_s, u"local 1.2.752.74.9.2 19450829SF2B"_s);
        row("Värmland, test environment", u"19450829SF21"_s, u"local 1.2.752.74.9.2 19450829SF21"_s);
        row("Värmland, order V is not in use", u"19450829SF2V"_s, u"form"_s);
        row("Värmland, order 0 is not in use", u"19450829SF20"_s, u"form"_s);
        row("Värmland, unknown type", u"19450829SA2B"_s, u"form"_s);
        row("Värmland, no such day", u"19450231SF2B"_s, u"date"_s);

        row("Inera", u"198108320014"_s, u"local 1.2.752.129.2.1.3.2 198108320014"_s);
        row("Inera, check digit", u"198108320015"_s, u"check-digit"_s);
        row("Inera, no such month", u"198113320017"_s, u"date"_s);
        row("Inera's day with a hyphen is no date", u"19810832-0014"_s, u"date"_s);
    }
    void formats()
    {
        QFETCH(QString, text);
        QFETCH(QString, outcome);
        QCOMPARE(testing::outcome(parseIdentity(text, testing::theDay)), outcome);
    }

    void theIssuerIsFoundAgain_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<std::optional<ReserveIssuer>>("issuer");
        QTest::newRow("national") << u"98240301AA06"_s << std::optional(ReserveIssuer::National);
        QTest::newRow("Stockholm") << u"991981000010"_s << std::optional(ReserveIssuer::Stockholm);
        QTest::newRow("Västra Götaland") << u"20210325K069"_s << std::optional(ReserveIssuer::VastraGotaland);
        QTest::newRow("Värmland") << u"19450829SF2B"_s << std::optional(ReserveIssuer::Varmland);
        QTest::newRow("Inera") << u"198108320014"_s << std::optional(ReserveIssuer::Inera);
        QTest::newRow("personnummer") << u"195202132303"_s << std::optional<ReserveIssuer>();
        QTest::newRow("samordningsnummer") << u"191401682396"_s << std::optional<ReserveIssuer>();
    }
    void theIssuerIsFoundAgain()
    {
        QFETCH(QString, number);
        QFETCH(std::optional<ReserveIssuer>, issuer);
        QVERIFY(issuerOf(parseCanonical(number).value()) == issuer);
    }
};

QTEST_APPLESS_MAIN(TestReserveNumber)
#include "tst_reservenumber.moc"
