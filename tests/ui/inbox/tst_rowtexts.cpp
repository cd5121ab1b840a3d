// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/inbox/rowtexts.h"

#include <QLocale>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;

namespace {

RowTexts textsOf(const session::OpenCase& open, std::optional<care::CommandState> pending = std::nullopt)
{
    const care::CaseRow row = care::project(open.value, open.patient, open.type, pending, samples::now());
    return RowWords::textsOf(row, samples::nurse().self.role, samples::now());
}

QStringList badgesOf(const RowTexts& texts)
{
    QStringList badges;
    for (const RowBadge& badge : texts.badges)
        badges << badge.text;
    return badges;
}

} // namespace

Q_DECLARE_METATYPE(session::OpenCase)
Q_DECLARE_METATYPE(Tag::Tone)

//! What a row of the inbox says.
class RowTextsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::Swedish)); }

    void dueOf_data()
    {
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Tag::Tone>("tone");
        using enum Tag::Tone;
        QTest::newRow("no clock") << u""_s << u""_s << Neutral;
        QTest::newRow("long ago") << u"2026-11-03T16:00:00Z"_s << u"försenat sedan 2026-11-03"_s << Danger;
        QTest::newRow("last week") << u"2026-11-19T16:00:00Z"_s << u"försenat sedan tors 19 nov."_s << Danger;
        QTest::newRow("yesterday") << u"2026-11-22T16:00:00Z"_s << u"försenat sedan i går"_s << Danger;
        QTest::newRow("this morning") << u"2026-11-23T08:00:00Z"_s << u"försenat sedan 09:00"_s << Danger;
        QTest::newRow("now to the second") << u"2026-11-23T09:44:00Z"_s << u"före 10:44"_s << Danger;
        QTest::newRow("this afternoon") << u"2026-11-23T14:20:00Z"_s << u"före 15:20"_s << Danger;
        QTest::newRow("end of the day") << u"2026-11-23T16:00:00Z"_s << u"senast i dag"_s << Danger;
        QTest::newRow("tomorrow") << u"2026-11-24T16:00:00Z"_s << u"senast i morgon"_s << Warning;
        QTest::newRow("tomorrow by Swedish midnight") << u"2026-11-23T23:30:00Z"_s << u"senast i morgon"_s << Warning;
        QTest::newRow("this week") << u"2026-11-26T16:00:00Z"_s << u"senast tors 26 nov."_s << Neutral;
        QTest::newRow("a week on") << u"2026-11-30T16:00:00Z"_s << u"senast 2026-11-30"_s << Neutral;
    }
    void dueOf()
    {
        QFETCH(QString, due);
        const RowBadge badge = RowWords::dueOf(QDateTime::fromString(due, Qt::ISODate), samples::now());
        QTEST(badge.text, "text");
        QTEST(badge.tone, "tone");
    }

    void namesAPerson()
    {
        const RowTexts texts = textsOf(samples::cough());
        QCOMPARE(texts.name, u"LINDQVIST, Karin"_s);
        QVERIFY(texts.nameIsPerson);
        QCOMPARE(QString(texts.number).replace(QChar(0x2011), u'-'), u"19670913-2887"_s);
        QCOMPARE(texts.subject, u"Rådgivning: hosta i två veckor"_s);
        QCOMPARE(texts.owner, u"du"_s);
        QCOMPARE(badgesOf(texts), QStringList {u"tolk: finska"_s});
    }

    //! A claim that the region has not confirmed is not told as a fact, neither seen nor spoken.
    void aClaimIsProvisional()
    {
        session::OpenCase open = samples::cough();
        care::CaseRow row = care::project(open.value, open.patient, open.type, care::CommandState::Queued, samples::now());
        row.ownerIsProvisional = true;
        RowTexts texts = RowWords::textsOf(row, samples::nurse().self.role, samples::now());
        QCOMPARE(texts.owner, u"du (preliminärt)"_s);
        QVERIFY(RowWords::spoken(texts).contains(u"hos du (preliminärt)"_s));
        row.owner = samples::theUnit();
        texts = RowWords::textsOf(row, samples::nurse().self.role, samples::now());
        QCOMPARE(texts.owner, u"otilldelat (preliminärt)"_s);
    }

    //! A protected person has no name, number or sender in a list, neither seen nor spoken.
    void hidesAProtectedPerson()
    {
        for (const care::Protection protection : {care::Protection::ConfidentialityMark, care::Protection::ProtectedRegistration}) {
            session::OpenCase open = samples::hidden();
            open.patient->protection = protection;
            const RowTexts texts = textsOf(open);
            QCOMPARE(texts.name, u"Skyddade personuppgifter"_s);
            QVERIFY(!texts.nameIsPerson);
            QCOMPARE(texts.number, QString());
            QCOMPARE(texts.badges.first(), (RowBadge {u"särskild behörighet"_s, Tag::Tone::Info, Tag::Mark::Lock}));
            const QString spoken = RowWords::spoken(texts);
            for (const QString& secret : {open.patient->familyName, open.patient->givenName, open.patient->identity.mid(2)})
                QVERIFY2(!spoken.contains(secret, Qt::CaseInsensitive), qPrintable(spoken));
        }
    }

    void saysWhoIsNotFetchedYet()
    {
        session::OpenCase open = samples::cough();
        open.patient.reset();
        const RowTexts texts = textsOf(open);
        QCOMPARE(texts.name, u"Patienten är inte hämtad än"_s);
        QVERIFY(!texts.nameIsPerson);
        QCOMPARE(texts.number, QString());
    }

    void saysThatAGuardianWrites() { QVERIFY(badgesOf(textsOf(samples::child())).contains(u"vårdnadshavare"_s)); }

    void saysOnceThatACaseIsStat()
    {
        session::OpenCase open = samples::cough();
        open.value.priority = care::Priority::Stat;
        QCOMPARE(RowWords::spoken(textsOf(open)).count(u"Omedelbar"_s), 1);
    }

    void saysWhereOnesOwnActionStands_data()
    {
        QTest::addColumn<care::CommandState>("state");
        QTest::addColumn<Tag::Tone>("tone");
        QTest::newRow("queued") << care::CommandState::Queued << Tag::Tone::Warning;
        QTest::newRow("in flight") << care::CommandState::InFlight << Tag::Tone::Warning;
        QTest::newRow("uncertain") << care::CommandState::Uncertain << Tag::Tone::Warning;
        QTest::newRow("conflict") << care::CommandState::Conflict << Tag::Tone::Danger;
        QTest::newRow("rejected") << care::CommandState::Rejected << Tag::Tone::Danger;
    }
    void saysWhereOnesOwnActionStands()
    {
        QFETCH(care::CommandState, state);
        const RowTexts texts = textsOf(samples::cough(), state);
        QVERIFY(!texts.standing.text.isEmpty());
        QTEST(texts.standing.tone, "tone");
        QVERIFY(RowWords::spoken(texts).contains(texts.standing.text));
    }

    //! Everything that is seen is spoken, whatever the row.
    void speaksAllOfARow()
    {
        for (const session::OpenCase& open :
            {samples::cough(), samples::renewal(), samples::child(), samples::hidden(), samples::longName(), samples::answered()}) {
            const RowTexts texts = textsOf(open, care::CommandState::Queued);
            const QString spoken = RowWords::spoken(texts);
            QStringList parts {texts.name, texts.number, texts.due.text, texts.subject, texts.owner, texts.reason, texts.standing.text};
            for (const QString& part : parts + badgesOf(texts))
                QVERIFY2(spoken.contains(part), qPrintable(part));
        }
    }
};

QTEST_APPLESS_MAIN(RowTextsTest)
#include "tst_rowtexts.moc"
