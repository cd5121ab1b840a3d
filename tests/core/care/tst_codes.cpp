// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/caserow.h"
#include "core/care/codes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mottaget::care;

namespace {

//! Codes of all values from 0 on, each checked to be read back as the same value.
template <typename E>
QString codesOf(int count, std::optional<E> (*read)(QStringView))
{
    QStringList codes;
    for (int i = 0; i < count; ++i) {
        const QString code = codeOf(static_cast<E>(i));
        codes += read(code) == static_cast<E>(i) ? code : u"NOT READ BACK "_s + code;
    }
    return codes.join(u' ');
}

} // namespace

class TestCodes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreStable_data()
    {
        QTest::addColumn<QString>("codes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("state") << codesOf<CaseState>(8, caseStateOf)
                               << u"received assigned ongoing waiting answered closed redirected withdrawn"_s;
        QTest::newRow("waiting for") << codesOf<WaitingFor>(4, waitingForOf) << u" resident prescriber colleague"_s;
        QTest::newRow("priority") << codesOf<Priority>(4, priorityOf) << u"routine urgent asap stat"_s;
        QTest::newRow("journal") << codesOf<JournalChoice>(3, journalChoiceOf) << u"yes no na"_s;
        QTest::newRow("message kind") << codesOf<MessageKind>(5, messageKindOf) << u"partial final question correction resident"_s;
        QTest::newRow("verb") << codesOf<Verb>(13, verbOf)
                              << u"take assign start partial question reply correct note prioritise redirect close withdraw reopen"_s;
        QTest::newRow("command state") << codesOf<CommandState>(6, commandStateOf)
                                       << u"queued inflight uncertain acknowledged conflict rejected"_s;
        QTest::newRow("view") << codesOf<View>(6, viewOf) << u"todo mine unassigned waiting open closed"_s;
        QString reasons;
        for (int i = 0; i < 10; ++i)
            reasons += (i == 0 ? u""_s : u" "_s) + codeOf(static_cast<OrderReason>(i));
        QTest::newRow("order reason") << reasons
                                      << u"stat first-reply-due final-reply-due unread-answer not-opened-by-licensed priority waiting-time "
                                         "waits-for-other answered ended"_s;
    }
    void codesAreStable()
    {
        QFETCH(QString, codes);
        QTEST(codes, "expected");
    }

    void unknownCodesAreRefused_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"Received", "receive", "received ", "onhold", "övrigt"})
            QTest::newRow(code) << QString::fromUtf8(code);
    }
    void unknownCodesAreRefused()
    {
        QFETCH(QString, code);
        QVERIFY(!caseStateOf(code) && !waitingForOf(code) && !priorityOf(code) && !journalChoiceOf(code) && !messageKindOf(code)
            && !verbOf(code) && !commandStateOf(code) && !viewOf(code));
    }

    void outcomesAreThoseOfTheWire()
    {
        QStringList codes;
        for (const QLatin1StringView code : outcomeCodes())
            codes += code;
        QCOMPARE(codes.join(u' '), u"answered booked called referred duplicate no-contact withdrawn other"_s);
    }

    void basicTypesAreDataRows_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("parts");
        QTest::newRow("renewal") << u"renewal"_s << u"Förnya recept"_s << u"lines"_s;
        QTest::newRow("contact me") << u"contact-me"_s << u"Kontakta mig"_s << u"callback"_s;
        QTest::newRow("change booking") << u"change-booking"_s << u"Av- eller omboka tid"_s << u"times booking"_s;
        QTest::newRow("request booking") << u"request-booking"_s << u"Beställ tid"_s << u"times"_s;
        QTest::newRow("advice") << u"advice"_s << u"Rådgivning"_s << u""_s;
        QTest::newRow("a type nobody has described") << u"local-17"_s << u"local-17"_s << u""_s;
    }
    void basicTypesAreDataRows()
    {
        QFETCH(QString, code);
        QFETCH(QString, title);
        const CaseType type = CaseTypes::basic().find(code);
        QCOMPARE(type.code, code);
        QCOMPARE(type.title, title);
        QStringList parts;
        if (type.hasRenewalLines)
            parts += u"lines"_s;
        if (type.hasWishedTimes)
            parts += u"times"_s;
        if (type.concernsBooking)
            parts += u"booking"_s;
        if (type.wantsCallback)
            parts += u"callback"_s;
        QTEST(parts.join(u' '), "parts");
        const QList<CaseClock> promises {
            {CaseClock::Kind::Partial, 2, CaseClock::Unit::WorkingDays}, {CaseClock::Kind::Final, 5, CaseClock::Unit::WorkingDays}};
        QCOMPARE(type.clocks, promises);
    }

    void laterTypesReplaceEarlierOnes()
    {
        CaseTypes types = CaseTypes::basic();
        CaseType local = types.find(u"advice"_s);
        local.title = u"Fråga sköterskan"_s;
        types.put(local);
        QCOMPARE(types.find(u"advice"_s), local);
        QStringList codes;
        for (const CaseType& type : types.all())
            codes += type.code;
        QCOMPARE(codes.join(u' '), u"advice change-booking contact-me renewal request-booking"_s);
    }

    void safeName_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("swedish letters") << u"Åström"_s << u"Björn"_s << u"ÅSTRÖM, Björn"_s;
        QTest::newRow("acute and dotless") << u"Lindén"_s << u"Ihsan"_s << u"LINDÉN, Ihsan"_s;
        QTest::newRow("i never becomes a dotted capital") << u"Hirvi"_s << u"Isa"_s << u"HIRVI, Isa"_s;
        QTest::newRow("long names stay whole") << u"von Hohenlohe-Waldenburg-Schillingsfürst"_s << u"Karl Gustav Emil Johannes"_s
                                               << u"VON HOHENLOHE-WALDENBURG-SCHILLINGSFÜRST, Karl Gustav Emil Johannes"_s;
        QTest::newRow("family name alone") << u"Åström"_s << u""_s << u"ÅSTRÖM"_s;
        QTest::newRow("given name alone") << u""_s << u"Björn"_s << u"Björn"_s;
        QTest::newRow("spaces around") << u" Åström "_s << u" Björn"_s << u"ÅSTRÖM, Björn"_s;
        QTest::newRow("no name") << u""_s << u""_s << u""_s;
    }
    void safeName()
    {
        QFETCH(QString, family);
        QFETCH(QString, given);
        QTEST(mottaget::care::safeName(family, given), "shown");
    }
};

QTEST_APPLESS_MAIN(TestCodes)
#include "tst_codes.moc"
