// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/codes.h"
#include "tests/ui/messages/samplecases.h"
#include "ui/widgets/sentences.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;

//! The words every screen uses for the codes of the domain, in the source language.
class TestSentences final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("waitingFor");
        QTest::addColumn<QString>("words");
        using enum care::CaseState;
        using W = care::WaitingFor;
        const auto row = [](const char* name, care::CaseState state, W waitingFor, const QString& words) {
            QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(waitingFor) << words;
        };
        row("received", Received, W::Nobody, u"Inkommet"_s);
        row("assigned", Assigned, W::Nobody, u"Fördelat"_s);
        row("ongoing", Ongoing, W::Nobody, u"Pågående"_s);
        row("waiting resident", Waiting, W::Resident, u"Väntar på invånaren"_s);
        row("waiting prescriber", Waiting, W::Prescriber, u"Väntar på förskrivare"_s);
        row("waiting colleague", Waiting, W::Colleague, u"Väntar på kollega"_s);
        row("waiting unsaid", Waiting, W::Nobody, u"Väntar"_s);
        row("answered", Answered, W::Nobody, u"Besvarat"_s);
        row("closed", Closed, W::Nobody, u"Avslutat"_s);
        row("redirected", Redirected, W::Nobody, u"Hänvisat"_s);
        row("withdrawn", Withdrawn, W::Nobody, u"Återtaget"_s);
    }
    void states()
    {
        QFETCH(int, state);
        QFETCH(int, waitingFor);
        QTEST(Sentences::state(static_cast<care::CaseState>(state), static_cast<care::WaitingFor>(waitingFor)), "words");
    }

    void ownerIsSaidWhileTheCaseIsOpen_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("words");
        QTest::newRow("mine") << static_cast<int>(care::CaseState::Ongoing) << u"role-anna"_s << u"Pågående, hos dig"_s;
        QTest::newRow("colleague's") << static_cast<int>(care::CaseState::Ongoing) << u"role-per"_s << u"Pågående, hos Per Nyström"_s;
        QTest::newRow("nobody's") << static_cast<int>(care::CaseState::Received) << u""_s << u"Inkommet, otilldelat"_s;
        QTest::newRow("closed") << static_cast<int>(care::CaseState::Closed) << u"role-anna"_s << u"Avslutat"_s;
    }
    void ownerIsSaidWhileTheCaseIsOpen()
    {
        QFETCH(int, state);
        QFETCH(QString, owner);
        care::Case value = samples::cough().value;
        value.state = static_cast<care::CaseState>(state);
        value.owner = owner.isEmpty() ? samples::theUnit() : owner == u"role-anna" ? samples::mine() : samples::colleague();
        QTEST(Sentences::stateAndOwner(value, samples::nurse().self.role), "words");
    }

    void everyRefusalIsASentenceOfItsOwn()
    {
        QSet<QString> seen;
        const int last = static_cast<int>(care::Refusal::Reason::OtherUnit);
        for (int reason = 0; reason <= last; ++reason) {
            const QString sentence = Sentences::refusal({static_cast<care::Refusal::Reason>(reason), care::CaseState::Closed});
            QVERIFY2(sentence.endsWith(u'.') && sentence.at(0).isUpper(), qPrintable(sentence));
            seen.insert(sentence);
        }
        QCOMPARE(seen.size(), last + 1);
    }

    void everyVerbHasItsWords()
    {
        QSet<QString> verbs;
        QSet<QString> actions;
        const int last = static_cast<int>(care::Verb::Reopen);
        for (int verb = 0; verb <= last; ++verb) {
            verbs.insert(Sentences::verb(static_cast<care::Verb>(verb)));
            actions.insert(Sentences::action(static_cast<care::Verb>(verb)));
        }
        QCOMPARE(verbs.size(), last + 1);
        QCOMPARE(actions.size(), last + 1);
        QVERIFY(!verbs.contains(QString()) && !actions.contains(QString()));
    }

    void everyOutcomeOfTheWireHasAWord()
    {
        for (const auto code : care::outcomeCodes()) {
            const QString word = Sentences::outcome(QString(code));
            QVERIFY2(!word.isEmpty() && word != code, qPrintable(word));
        }
        QCOMPARE(Sentences::outcome(u"invented-later"_s), u"invented-later"_s);
    }

    void protectedPeopleAreNeverNamed()
    {
        const auto hidden = samples::hidden().patient;
        QCOMPARE(Sentences::patientName(hidden), u"Skyddade personuppgifter"_s);
        QCOMPARE(Sentences::patientInSentence(hidden), u"person med skyddade uppgifter"_s);
        QCOMPARE(Sentences::sender({care::Sender::Kind::Guardian, u"Emma Fors"_s}, true), u"vårdnadshavare (skyddad uppgift)"_s);
        QCOMPARE(Sentences::sender({care::Sender::Kind::Guardian, u"Emma Fors"_s}, false), u"vårdnadshavare Emma Fors"_s);
        QCOMPARE(Sentences::patientName(std::nullopt), u"Inte hämtat än"_s);
    }

    void languages()
    {
        QCOMPARE(Sentences::language(u"fi"_s), u"finska"_s);
        QCOMPARE(Sentences::language(u"fi-FI"_s), u"finska"_s);
        QCOMPARE(Sentences::language(u"xx"_s), u"xx"_s);
    }
};

QTEST_APPLESS_MAIN(TestSentences)
#include "tst_sentences.moc"
