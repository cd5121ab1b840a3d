// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identifiersystems.h"
#include "tests/core/identity/testidentities.h"

#include <QTest>

using namespace mottaget::identity;
using namespace Qt::StringLiterals;

class TestIdentifierSystems final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormIsUnderstoodAndOneIsWritten_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("written");
        const auto row = [](const char* name, const QString& system, const QString& written) { QTest::newRow(name) << system << written; };
        const auto personal = u"http://electronichealth.se/identifier/personnummer"_s;
        const auto coordination = u"http://electronichealth.se/identifier/samordningsnummer"_s;
        const auto national = u"http://electronichealth.se/identifier/nationelltReservnummer"_s;
        const auto hsa = u"urn:oid:1.2.752.29.4.19"_s;
        row("personnummer", personal, personal);
        row("personnummer, OID", u"urn:oid:1.2.752.129.2.1.3.1"_s, personal);
        row("personnummer, bare OID", u"1.2.752.129.2.1.3.1"_s, personal);
        row("personnummer, OID in capitals", u"URN:OID:1.2.752.129.2.1.3.1"_s, personal);
        row("personnummer, Inera", u"https://terminology.hl7.se/sid/se-personnummer"_s, personal);
        row("samordningsnummer", coordination, coordination);
        row("samordningsnummer, OID", u"urn:oid:1.2.752.129.2.1.3.3"_s, coordination);
        row("national reserve number", national, national);
        row("national reserve number, OID", u"urn:oid:1.2.752.74.9.1"_s, national);
        row("national reserve number, misspelt", u"http://electronichealth.se/identifier/nationelltReservnumer"_s, national);
        row("Stockholm", u"1.2.752.97.3.1.3"_s, u"urn:oid:1.2.752.97.3.1.3"_s);
        row("Västra Götaland", u"1.2.752.113.11.0.2.1.1.1"_s, u"urn:oid:1.2.752.113.11.0.2.1.1.1"_s);
        row("Värmland", u"1.2.752.74.9.2"_s, u"urn:oid:1.2.752.74.9.2"_s);
        row("Inera", u"1.2.752.129.2.1.3.2"_s, u"urn:oid:1.2.752.129.2.1.3.2"_s);
        row("LMA", u"http://electronichealth.se/identifier/LMA-nummer"_s, u"http://electronichealth.se/identifier/LMA-nummer"_s);
        row("HSA-id", hsa, hsa);
        row("HSA-id, RIV", u"urn:oid:1.2.752.129.2.1.4.1"_s, hsa);
        row("organisation number", u"2.5.4.97"_s, u"urn:oid:2.5.4.97"_s);
        row("prescriber code", u"urn:oid:1.2.752.116.3.1.2"_s, u"urn:oid:1.2.752.116.3.1.2"_s);
        row("licence", u"urn:oid:1.2.752.116.3.1.1"_s, u"urn:oid:1.2.752.116.3.1.1"_s);
        row("unknown OID", u"urn:oid:1.2.752.129.2.1.3.99"_s, u""_s);
        row("unknown URI", u"http://example.org/id"_s, u""_s);
        row("nothing", u""_s, u""_s);
    }
    void everyFormIsUnderstoodAndOneIsWritten()
    {
        QFETCH(QString, system);
        QFETCH(QString, written);
        const IdentifierSystems systems;
        const auto kind = systems.kindOf(system);
        QCOMPARE(kind ? systems.canonical(*kind) : QString(), written);
    }

    void aRegionWritesItsOwnFormAndReadsThemAll()
    {
        const auto oid = u"urn:oid:1.2.752.129.2.1.3.1"_s;
        const auto local = u"https://region.example/sid/pnr"_s;
        const IdentifierSystems defaults;
        const auto riv = defaults.withCanonical(IdentifierKind::PersonalNumber, u"1.2.752.129.2.1.3.1"_s);
        QCOMPARE(riv.canonical(IdentifierKind::PersonalNumber), oid);
        QCOMPARE(riv.aliases(IdentifierKind::PersonalNumber).size(), defaults.aliases(IdentifierKind::PersonalNumber).size());
        const auto own = riv.withCanonical(IdentifierKind::PersonalNumber, local);
        QCOMPARE(own.canonical(IdentifierKind::PersonalNumber), local);
        for (const auto& alias : defaults.aliases(IdentifierKind::PersonalNumber))
            QCOMPARE(own.kindOf(alias), std::optional(IdentifierKind::PersonalNumber));
        QCOMPARE(own.canonical(IdentifierKind::CoordinationNumber), defaults.canonical(IdentifierKind::CoordinationNumber));
        QCOMPARE(defaults, IdentifierSystems());
        QVERIFY(own != defaults);
    }

    void readsAPatientsIdentifier_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("written");
        const auto row = [](const char* name, const QString& system, const QString& value, const QString& outcome, const QString& written) {
            QTest::newRow(name) << system << value << outcome << written;
        };
        const auto personal = u"http://electronichealth.se/identifier/personnummer"_s;
        const auto coordination = u"http://electronichealth.se/identifier/samordningsnummer"_s;
        row("personnummer", personal, u"195202132303"_s, u"personal 195202132303"_s, personal);
        row("with hyphen", personal, u"19520213-2303"_s, u"personal 195202132303"_s, personal);
        row("without century", personal, u"520213-2303"_s, u"form"_s, {});
        row("coordination number", coordination, u"191401682396"_s, u"coordination 191401682396"_s, coordination);
        row("coordination number as personnummer", personal, u"191401682396"_s, u"coordination 191401682396"_s, coordination);
        row("personnummer as coordination number", coordination, u"195202132303"_s, u"personal 195202132303"_s, personal);
        row("reserve number by OID", u"1.2.752.74.9.1"_s, u"98240301aa06"_s, u"national 98240301AA06"_s,
            u"http://electronichealth.se/identifier/nationelltReservnummer"_s);
        row("region's number", u"urn:oid:1.2.752.113.11.0.2.1.1.1"_s, u"20210325K069"_s, u"local 1.2.752.113.11.0.2.1.1.1 20210325K069"_s,
            u"urn:oid:1.2.752.113.11.0.2.1.1.1"_s);
        row("a region's number as personnummer", personal, u"20210325K069"_s, u"system-mismatch"_s, {});
        row("another region's number", u"1.2.752.74.9.2"_s, u"20210325K069"_s, u"system-mismatch"_s, {});
        row("staff's system", u"urn:oid:1.2.752.29.4.19"_s, u"195202132303"_s, u"unknown-system"_s, {});
        row("LMA is carried, not parsed", u"http://electronichealth.se/identifier/LMA-nummer"_s, u"195202132303"_s, u"unknown-system"_s,
            {});
        row("unknown system", u"http://example.org/id"_s, u"195202132303"_s, u"unknown-system"_s, {});
        row("wrong check digit", personal, u"195202132304"_s, u"check-digit"_s, {});
    }
    void readsAPatientsIdentifier()
    {
        QFETCH(QString, system);
        QFETCH(QString, value);
        QFETCH(QString, outcome);
        QFETCH(QString, written);
        const IdentifierSystems systems;
        const auto identity = systems.identityFrom(system, value);
        QCOMPARE(testing::outcome(identity), outcome);
        QCOMPARE(identity ? systems.systemOf(*identity) : QString(), written);
    }
};

QTEST_APPLESS_MAIN(TestIdentifierSystems)
#include "tst_identifiersystems.moc"
