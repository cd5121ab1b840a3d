// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samplecases.h"
#include "ui/shell/syncsentence.h"
#include "ui/widgets/times.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;
using Link = session::SyncStatus::Link;
using Tone = SyncSentence::Tone;

namespace {

//! A connection with what waits behind it; all else as after a morning of work.
session::SyncStatus status(Link link, int waiting = 0, int attention = 0)
{
    session::SyncStatus status;
    status.link = link;
    status.since = samples::at("2026-11-23T09:42:00Z");
    status.lastPull = samples::at("2026-11-23T09:42:00Z");
    status.waiting = waiting;
    status.needsAttention = attention;
    return status;
}

} // namespace

Q_DECLARE_METATYPE(session::SyncStatus)
Q_DECLARE_METATYPE(SyncSentence::Tone)

class SyncSentenceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<session::SyncStatus>("status");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Tone>("tone");
        const auto row = [](const char* name, const session::SyncStatus& status, const QString& text, Tone tone) {
            QTest::newRow(name) << status << text << tone;
        };
        row("all is well", status(Link::Online), u"Synkad 10:42"_s, Tone::Well);
        row("one waits", status(Link::Online, 1), u"Synkad 10:42, 1 väntar på att skickas"_s, Tone::Waiting);
        row("one needs a person", status(Link::Online, 0, 1), u"Synkad 10:42, 1 att åtgärda"_s, Tone::Attention);
        row("both", status(Link::Online, 2, 1), u"Synkad 10:42, 2 väntar på att skickas, 1 att åtgärda"_s, Tone::Attention);
        row("without network", status(Link::Offline), u"Utan nät sedan 10:42"_s, Tone::Waiting);
        row("without network, three wait", status(Link::Offline, 3), u"Utan nät sedan 10:42, 3 väntar på att skickas"_s, Tone::Waiting);
        row("sign-in", status(Link::SignInNeeded, 1), u"Logga in igen för att synka, 1 väntar på att skickas"_s, Tone::Waiting);
        row("captive portal", status(Link::Portal), u"Nätet kräver inloggning"_s, Tone::Waiting);
        row("not to be trusted", status(Link::Refused), u"Anslutningen till regionen kan inte verifieras"_s, Tone::Waiting);
        row("busy", status(Link::ServerBusy), u"Servern ber oss vänta"_s, Tone::Waiting);
        session::SyncStatus other = status(Link::Online, 1);
        other.problem = u"disk"_s;
        row("the disk is full", other, u"Datorns disk är full eller svarar inte, senast hela 10:42, 1 väntar på att skickas"_s,
            Tone::Attention);
        other = status(Link::Online, 1);
        other.problem = u"half-done"_s;
        row("an action is half there", other, u"En åtgärd har nått regionen till en del, resten prövas igen, 1 väntar på att skickas"_s,
            Tone::Attention);
        other = status(Link::Offline, 1);
        other.diskNearlyFull = true;
        row("the disk is nearly full", other, u"Utan nät sedan 10:42, datorns disk är nästan full, 1 väntar på att skickas"_s,
            Tone::Attention);
        other = status(Link::Online);
        other.setAside = {{u"/data/outbox.db.set-aside-1"_s, session::FileTrouble::Damaged}};
        row("a file was set aside", other, u"Synkad 10:42, 1 fil(er) lagda åt sidan"_s, Tone::Attention);
        other = status(Link::Offline, 1);
        other.lastPull = samples::at("2026-11-22T07:10:00Z");
        other.age = session::DataAge::Old;
        row("more than a day old", other,
            u"Gamla uppgifter, hämtade %1. Utan nät sedan 10:42, 1 väntar på att skickas"_s.arg(
                Times::when(other.lastPull, samples::now())),
            Tone::Attention);
        other.age = session::DataAge::TooOld;
        row("too old to be shown", other, u"Uppgifterna är för gamla för att visas. Utan nät sedan 10:42, 1 väntar på att skickas"_s,
            Tone::Attention);
        other = status(Link::NeverReached);
        other.lastPull = {};
        row("never fetched", other, u"Inte hämtat än"_s, Tone::Waiting);
        other.waiting = 1;
        row("never fetched, one waits", other, u"Inte hämtat än, 1 väntar på att skickas"_s, Tone::Waiting);
        row("not reached since the start", status(Link::NeverReached), u"Utan nät, senast synkad 10:42"_s, Tone::Waiting);
        other = status(Link::Online);
        other.firstSync = true;
        other.fetched = 120;
        row("first fetch", other, u"Hämtar ärenden, 120 här"_s, Tone::Well);
        other = status(Link::Online);
        other.lastPull = {};
        row("first question", other, u"Hämtar"_s, Tone::Well);
        other = status(Link::Online, 1);
        other.problem = u"bad-json"_s;
        row("a page that could not be read", other, u"Allt kunde inte hämtas, senast hela 10:42, 1 väntar på att skickas"_s, Tone::Waiting);
        other = status(Link::Offline);
        other.since = {};
        row("without network since nobody knows when", other, u"Utan nät"_s, Tone::Waiting);
    }
    void says()
    {
        QFETCH(session::SyncStatus, status);
        const SyncSentence sentence = SyncSentence::of(status, samples::now());
        QTEST(sentence.text, "text");
        QTEST(sentence.tone, "tone");
    }

    void saysTheDayWhenItIsNotToday_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("text");
        QTest::newRow("the last minute of the day") << u"2026-11-23T22:59:59Z"_s << u"Synkad 10:42"_s;
        QTest::newRow("Swedish midnight") << u"2026-11-23T23:00:00Z"_s << u"Synkad i går 10:42"_s;
        QTest::newRow("two days on") << u"2026-11-25T10:00:00Z"_s << u"Synkad mån 2026-11-23 10:42"_s;
    }
    void saysTheDayWhenItIsNotToday()
    {
        QFETCH(QString, now);
        QTEST(SyncSentence::of(status(Link::Online), QDateTime::fromString(now, Qt::ISODate)).text, "text");
    }

    //! Whatever the connection: while something waits or needs a person, the sentence says so and is not calm.
    void neverSaysAllIsSentWhileSomethingWaits()
    {
        for (const Link link :
            {Link::NeverReached, Link::Online, Link::Offline, Link::SignInNeeded, Link::Portal, Link::Refused, Link::ServerBusy}) {
            for (const bool first : {false, true}) {
                session::SyncStatus waits = status(link, 7);
                waits.firstSync = first;
                const SyncSentence waiting = SyncSentence::of(waits, samples::now());
                QVERIFY2(waiting.text.contains(u"7 väntar"_s), qPrintable(waiting.text));
                QCOMPARE(waiting.tone, Tone::Waiting);
                session::SyncStatus needs = status(link, 0, 7);
                needs.firstSync = first;
                const SyncSentence attention = SyncSentence::of(needs, samples::now());
                QVERIFY2(attention.text.contains(u"7 att åtgärda"_s), qPrintable(attention.text));
                QCOMPARE(attention.tone, Tone::Attention);
            }
        }
    }
};

QTEST_APPLESS_MAIN(SyncSentenceTest)
#include "tst_syncsentence.moc"
