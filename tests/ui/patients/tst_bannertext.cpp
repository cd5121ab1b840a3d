// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samplecases.h"
#include "ui/patients/bannertext.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);

//! The banner in one line: what stands on the screen, in its order.
QString line(const BannerText& text)
{
    QStringList words {text.name};
    for (const BannerField& field : text.fields)
        words.append(field.label + u": "_s + field.value + (field.copy.isEmpty() ? QString() : u" ["_s + field.copy + u']'));
    for (const BannerBadge& badge : text.badges)
        words.append(u'<' + badge.text + u'>');
    return words.join(u" | "_s);
}

} // namespace

//! What the banner says of each kind of patient. U+2011 is the hyphen that does not break.
class TestBannerText final : public QObject {
    Q_OBJECT

    struct Given {
        care::Case value;
        std::optional<care::Patient> patient;
    };

    static Given given(const char* what)
    {
        const QByteArray name(what);
        session::OpenCase open = samples::cough();
        open.value.interpreter.clear();
        care::Patient& patient = *open.patient;
        if (name == "not fetched")
            return {open.value, std::nullopt};
        if (name == "interpreter")
            open.value.interpreter = u"fi"_s;
        if (name == "no number")
            patient.identity.clear();
        if (name == "nothing known")
            patient = care::Patient();
        if (name == "dates by the number") {
            patient.birthDate = {};
            patient.sex = care::Sex::Unknown;
        }
        if (name == "deceased")
            patient.deceased = true;
        if (name == "hundred")
            patient = samples::patient("p", "Wiklund", "Rut", "192401299264", {1924, 1, 29}, care::Sex::Female);
        if (name == "child")
            return {samples::child().value, samples::child().patient};
        if (name == "protected")
            return {samples::hidden().value, samples::hidden().patient};
        if (name == "unknown kind") {
            patient.identity = u"A-17"_s;
            patient.identitySystem = u"urn:oid:1.2.3"_s;
        }
        if (name == "national reserve") {
            patient.identity = u"98240301AA06"_s;
            patient.identitySystem = u"http://electronichealth.se/identifier/nationelltReservnummer"_s;
        }
        return {open.value, patient};
    }

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<QString>("words");
        const QString born = u"Född: 1967-09-13, 59 år | Kön: Kvinna"_s;
        const QString karin = u"LINDQVIST, Karin | Personnummer: 19670913\u20112887 [196709132887] | "_s + born;
        QTest::newRow("ordinary") << karin;
        QTest::newRow("interpreter") << QString(karin + u" | <Tolk: finska>"_s);
        QTest::newRow("deceased")
            << u"LINDQVIST, Karin | Personnummer: 19670913\u20112887 [196709132887] | Född: 1967-09-13 | Kön: Kvinna | <Avliden>"_s;
        QTest::newRow("no number") << QString(u"LINDQVIST, Karin | Personnummer: Uppgift saknas | "_s + born);
        QTest::newRow("nothing known") << u"Uppgift saknas | Personnummer: Uppgift saknas | Född: Uppgift saknas | Kön: Uppgift saknas"_s;
        QTest::newRow("not fetched") << u"Inte hämtat än"_s;
        QTest::newRow("dates by the number")
            << u"LINDQVIST, Karin | Personnummer: 19670913\u20112887 [196709132887] | Född: 1967-09-13, 59 år, ålder enligt numret | Kön: Kvinna, enligt numret"_s;
        QTest::newRow("hundred") << u"WIKLUND, Rut | Personnummer: 19240129+9264 [192401299264] | Född: 1924-01-29, 102 år | Kön: Kvinna"_s;
        QTest::newRow("child")
            << u"FORS, Viktor | Personnummer: 20190823\u20112398 [201908232398] | Född: 2019-08-23, 7 år | Kön: Man | <Vårdnadshavare skriver>"_s;
        QTest::newRow("protected") << u"Skyddade personuppgifter | <Sekretessmarkering>"_s;
        QTest::newRow("unknown kind") << QString(u"LINDQVIST, Karin | Annat id-nummer: A-17 [A-17] | "_s + born);
        QTest::newRow("national reserve") << QString(u"LINDQVIST, Karin | Reservnr (NRID): 98240301AA06 [98240301AA06] | "_s + born);
    }
    void says()
    {
        QFETCH(QString, words);
        const Given one = given(QTest::currentDataTag());
        QCOMPARE(line(BannerTexts::of(one.value, one.patient, today)), words);
    }

    void aCoordinationNumberIsCalledThat()
    {
        care::Patient patient = samples::karin();
        patient.identity = u"191401682396"_s;
        patient.identitySystem = u"http://electronichealth.se/identifier/samordningsnummer"_s;
        const BannerField expected {u"identity"_s, u"Samordningsnr"_s, u"19140168+2396"_s, u"191401682396"_s};
        QCOMPARE(BannerTexts::identity(patient, today), expected);
    }

    void nothingOfAProtectedPersonIsInTheBanner()
    {
        const auto open = samples::hidden();
        const QString words = line(BannerTexts::of(open.value, open.patient, today));
        for (const QString& secret : {u"HEMLIG"_s, u"Hilda"_s, u"1952"_s, u"2303"_s})
            QVERIFY2(!words.contains(secret, Qt::CaseInsensitive), qPrintable(words));
    }
};

QTEST_APPLESS_MAIN(TestBannerText)
#include "tst_bannertext.moc"
