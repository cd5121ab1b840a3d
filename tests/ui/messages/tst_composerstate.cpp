// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samplecases.h"
#include "ui/messages/composerstate.h"
#include "ui/messages/draftrhythm.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDate today(2026, 11, 23);

} // namespace

//! What the composer allows and says, who can read, and when a draft is due. All pure.
class TestComposerState final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendButton_data()
    {
        QTest::addColumn<int>("link");
        QTest::addColumn<QString>("words");
        using enum session::SyncStatus::Link;
        const QString waits = u"Skicka när nätet är tillbaka, LINDQVIST, Karin"_s;
        QTest::newRow("online") << static_cast<int>(Online) << u"Skicka till LINDQVIST, Karin"_s;
        QTest::newRow("server busy") << static_cast<int>(ServerBusy) << u"Skicka till LINDQVIST, Karin"_s;
        QTest::newRow("offline") << static_cast<int>(Offline) << waits;
        QTest::newRow("login page of the network") << static_cast<int>(Portal) << waits;
        QTest::newRow("never reached") << static_cast<int>(NeverReached) << waits;
    }
    void sendButton()
    {
        QFETCH(int, link);
        const auto state = ComposerStates::of(samples::cough(), samples::nurse(), static_cast<session::SyncStatus::Link>(link), today);
        QTEST(ComposerStates::sendText(state), "words");
    }

    void sendButtonNeverNamesAProtectedPerson()
    {
        const auto state = ComposerStates::of(samples::hidden(), samples::nurse(), session::SyncStatus::Link::Online, today);
        QCOMPARE(ComposerStates::sendText(state), u"Skicka till person med skyddade uppgifter"_s);
    }

    void blocked_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const QString words = u"Du är välkommen i dag."_s;
        QTest::newRow("fine") << u"mine"_s << words << u""_s;
        QTest::newRow("empty") << u"mine"_s << u" \n"_s << u"Skriv något först."_s;
        QTest::newRow("unfilled template") << u"mine"_s << u"Välkommen till XX-kliniken [datum]"_s
                                           << u"En plats i mallen är inte ifylld, till exempel [datum] eller XX."_s;
        QTest::newRow("answered") << u"answered"_s << words << u"Ärendet har redan ett slutsvar. En ändring skickas som rättelse."_s;
        QTest::newRow("closed") << u"closed"_s << words << u"Ärendet är avslutat. Skicka en rättelse eller återuppta ärendet."_s;
        QTest::newRow("a colleague's") << u"colleague"_s << words
                                       << u"Ärendet är tilldelat någon annan. Det behöver först tas av dig eller fördelas till dig."_s;
        QTest::newRow("other unit") << u"other unit"_s << words << u"Ärendet hör till en annan enhet än ditt uppdrag."_s;
        QTest::newRow("no handler") << u"no handler"_s << words << u"Din roll vid enheten tillåter det inte."_s;
        QTest::newRow("nobody known") << u"no actor"_s << words
                                      << u"Vem du är har inte hämtats än. Det går så snart nätet har svarat en gång."_s;
        QTest::newRow("patient not here") << u"no patient"_s << words
                                          << u"Vem ärendet gäller har inte hämtats än. Det går att skriva men inte att skicka."_s;
    }
    void blocked()
    {
        QFETCH(QString, situation);
        QFETCH(QString, text);
        QFETCH(QString, reason);
        session::OpenCase open = situation == u"answered" ? samples::answered() : samples::cough();
        std::optional<care::Actor> actor = samples::nurse();
        if (situation == u"closed")
            open.value.state = care::CaseState::Closed;
        if (situation == u"colleague")
            open.value.owner = samples::colleague();
        if (situation == u"other unit")
            open.value.unitHsaId = u"SE2321000131-E000000000009"_s;
        if (situation == u"no handler")
            actor->self.roles = care::Role::CaseReceiver;
        if (situation == u"no actor")
            actor.reset();
        if (situation == u"no patient")
            open.patient.reset();
        const auto state = ComposerStates::of(open, actor, session::SyncStatus::Link::Online, today);
        QCOMPARE(ComposerStates::blocked(state, care::Verb::Reply, text).value_or(QString()), reason);
    }

    void readers_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("remark");
        const QString young = u"Svaret går bara till den unge."_s;
        const QString ended = u"Barnet har fyllt 13 år: vårdnadshavaren kan inte längre läsa svaret."_s;
        QTest::newRow("adult") << u"self"_s << QDate(1967, 9, 13) << u"Viktor Fors"_s << u""_s;
        QTest::newRow("eighteen today") << u"self"_s << QDate(2008, 11, 23) << u"Viktor Fors"_s << u""_s;
        QTest::newRow("seventeen") << u"self"_s << QDate(2008, 11, 24) << u"Viktor Fors"_s << young;
        QTest::newRow("guardian, child of seven") << u"guardian"_s << QDate(2019, 8, 23) << u"vårdnadshavare Emma Fors"_s << u""_s;
        QTest::newRow("guardian, thirteen tomorrow") << u"guardian"_s << QDate(2013, 11, 24) << u"vårdnadshavare Emma Fors"_s << u""_s;
        QTest::newRow("guardian, thirteen today") << u"guardian"_s << QDate(2013, 11, 23) << u"Viktor Fors"_s << ended;
        QTest::newRow("guardian, age unknown") << u"guardian"_s << QDate() << u"Viktor Fors"_s
                                               << u"Åldern saknas; om vårdnadshavaren kan läsa är inte känt."_s;
        QTest::newRow("protected, guardian") << u"protected"_s << QDate(2019, 8, 23) << u"vårdnadshavare (skyddad uppgift)"_s << u""_s;
        QTest::newRow("deceased") << u"deceased"_s << QDate(1967, 9, 13) << u"Viktor Fors"_s << u"Patienten är registrerad som avliden."_s;
    }
    void readers()
    {
        QFETCH(QString, situation);
        QFETCH(QDate, born);
        QFETCH(QString, names);
        QFETCH(QString, remark);
        session::OpenCase open = samples::child();
        open.patient->birthDate = born;
        if (situation == u"self" || situation == u"deceased")
            open.value.sender = {care::Sender::Kind::Patient, u"Viktor Fors"_s};
        if (situation == u"protected")
            open.patient->protection = care::Protection::ConfidentialityMark;
        open.patient->deceased = situation == u"deceased";
        const Readers expected {names, remark};
        QCOMPARE(ReaderRules::of(open.value, open.patient, today), expected);
    }

    void aDraftIsDueWithinASecondOfTheLastKey()
    {
        DraftRhythm rhythm;
        QVERIFY(!rhythm.wait(0ms));
        rhythm.keyPressed(1000ms);
        QCOMPARE(rhythm.wait(1000ms)->count(), 800);
        rhythm.keyPressed(1500ms);
        QCOMPARE(rhythm.wait(1600ms)->count(), 700);
        QCOMPARE(rhythm.wait(2300ms)->count(), 0);
        QVERIFY(rhythm.isDirty());
        rhythm.saved();
        QVERIFY(!rhythm.isDirty() && !rhythm.wait(2300ms));
    }

    void aDraftIsDueEveryFiveSecondsWhileTyping()
    {
        DraftRhythm rhythm;
        for (std::chrono::milliseconds now = 0ms; now <= 4900ms; now += 100ms)
            rhythm.keyPressed(now);
        QCOMPARE(rhythm.wait(4900ms)->count(), 100);
        QCOMPARE(rhythm.wait(5000ms)->count(), 0);
        rhythm.saved();
        rhythm.keyPressed(5100ms);
        QCOMPARE(rhythm.wait(5100ms)->count(), 800);
    }
};

QTEST_APPLESS_MAIN(TestComposerState)
#include "tst_composerstate.moc"
