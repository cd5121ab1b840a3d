// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samplecases.h"
#include "ui/widgets/sentences.h"

#include <QSet>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace mottaget::session;
using namespace Qt::StringLiterals;

namespace {

ActionStanding standing(ActionState state, WaitsFor waitsFor = WaitsFor::Nothing, int untilSeconds = 0)
{
    ActionStanding standing;
    standing.state = state;
    standing.waitsFor = waitsFor;
    standing.since = samples::at("2026-11-23T08:02:00Z");
    if (untilSeconds > 0)
        standing.until = samples::now().addSecs(untilSeconds);
    if (state == ActionState::Read)
        standing.readAt = samples::at("2026-11-23T08:40:00Z");
    return standing;
}

} // namespace

//! The words for where an own action stands, in the source language.
class StandingSentencesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        using enum ActionState;
        using W = WaitsFor;
        QTest::addColumn<ActionStanding>("standing");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const ActionStanding& standing, const QString& words) {
            QTest::newRow(name) << standing << words;
        };
        row("saved", standing(SavedHere), u"sparad här 09:02, skickas strax"_s);
        row("undo window", standing(Waiting, W::UndoWindow, 8), u"sparad här 09:02, kan ångras till 10:44:08"_s);
        row("network", standing(Waiting, W::Network), u"väntar sedan 09:02, skickas när nätet är tillbaka"_s);
        row("sign-in", standing(Waiting, W::SignIn), u"väntar sedan 09:02, skickas när du har loggat in igen"_s);
        row("portal", standing(Waiting, W::Portal), u"väntar sedan 09:02, nätet kräver en egen inloggning"_s);
        row("trust", standing(Waiting, W::Trust), u"väntar sedan 09:02, servern kan inte verifieras; ring IT"_s);
        row("server", standing(Waiting, W::Server), u"väntar sedan 09:02, servern ber oss vänta"_s);
        row("server, until", standing(Waiting, W::Server, 360), u"väntar sedan 09:02, servern ber oss vänta till 10:50"_s);
        row("next attempt", standing(Waiting, W::NextAttempt, 360), u"väntar sedan 09:02, nästa försök 10:50"_s);
        row("earlier", standing(Waiting, W::EarlierAction), u"väntar sedan 09:02 på en tidigare åtgärd i ärendet"_s);
        row("stopped", standing(Waiting, W::StoppedAction),
            u"väntar sedan 09:02 på en tidigare åtgärd i ärendet, som måste åtgärdas först"_s);
        row("locked", standing(Waiting, W::Unlock), u"väntar sedan 09:02, skickas när du har låst upp"_s);
        row("sending", standing(Sending), u"sparad här 09:02, skickas"_s);
        row("confirming", standing(Confirming), u"sparad här 09:02, bekräftas"_s);
        row("confirming, until", standing(Confirming, W::Nothing, 360), u"sparad här 09:02, bekräftas, servern tillfrågas 10:50"_s);
        row("sent", standing(Sent), u"skickad 09:02"_s);
        row("received", standing(Received), u"skickad 09:02, mottagen"_s);
        row("read", standing(Read), u"skickad 09:02, läst 09:40"_s);
        ActionStanding stopped = standing(NeedsPerson);
        stopped.reason = StopReason::AlreadyAnswered;
        row("needs a person", stopped, u"att åtgärda: ärendet är redan besvarat"_s);
        stopped = standing(Refused);
        stopped.reason = StopReason::NotPermitted;
        row("refused", stopped, u"avvisad: behörighet saknas"_s);
        ActionStanding yesterday = standing(Sent);
        yesterday.since = yesterday.since.addDays(-1);
        row("another day", yesterday, u"skickad i går 09:02"_s);
    }
    void words()
    {
        QFETCH(ActionStanding, standing);
        QTEST(Sentences::standing(standing, samples::now()), "words");
    }

    //! Each reason has a sentence of its own and says what to do.
    void everyReasonHasAWayOn()
    {
        QSet<QString> reasons;
        QSet<QString> ways;
        const int last = static_cast<int>(StopReason::Unknown);
        for (int reason = 1; reason <= last; ++reason) {
            reasons.insert(Sentences::stopReason(static_cast<StopReason>(reason)));
            ways.insert(Sentences::wayOn(static_cast<StopReason>(reason)));
        }
        QCOMPARE(reasons.size(), last);
        QCOMPARE(ways.size(), last);
        QVERIFY(!reasons.contains(QString()) && !ways.contains(QString()));
    }

    void whoMustBeRung_data()
    {
        QTest::addColumn<Promise>("promise");
        QTest::addColumn<int>("dueIn");
        QTest::addColumn<QString>("words");
        QTest::newRow("not known") << Promise::NotKnown << 0 << QString();
        QTest::newRow("in time") << Promise::InTime << 600 << QString();
        QTest::newRow("at risk") << Promise::AtRisk << 360 << u"Hinner kanske inte fram före fristen i dag 10:50. Ring invånaren."_s;
        QTest::newRow("will be late") << Promise::Missed << 360 << u"Hinner inte fram före fristen i dag 10:50. Ring invånaren."_s;
        QTest::newRow("over") << Promise::Missed << -240
                              << u"Fristen gick ut i dag 10:40 och svaret har inte kommit fram. Ring invånaren."_s;
    }
    void whoMustBeRung()
    {
        QFETCH(Promise, promise);
        QFETCH(int, dueIn);
        ActionStanding late = standing(ActionState::Waiting, WaitsFor::Network);
        late.promise = promise;
        late.due = samples::now().addSecs(dueIn);
        QTEST(Sentences::afterStanding(late, {}, samples::now()), "words");
    }
};

QTEST_MAIN(StandingSentencesTest)
#include "tst_standingsentences.moc"
