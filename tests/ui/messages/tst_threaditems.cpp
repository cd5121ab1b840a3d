// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samplecases.h"
#include "ui/messages/changes.h"
#include "ui/messages/contexttext.h"
#include "ui/messages/renewaltable.h"
#include "ui/messages/threaditems.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;

namespace {

ThreadContext context(session::SyncStatus::Link link = session::SyncStatus::Link::Online)
{
    return {samples::now(), link, samples::nurse().self.role, {}};
}

//! An item in one line.
QString line(const ThreadItem& item)
{
    constexpr const char* kinds[] = {"form", "message", "own", "note", "event"};
    QStringList words {
        QString::fromLatin1(kinds[static_cast<int>(item.kind)]), item.heading, item.detail, item.trailing, item.text.left(24)};
    words.removeAll(QString());
    return words.join(u" | "_s);
}

QStringList lines(const session::OpenCase& open, const ThreadContext& context)
{
    QStringList all;
    for (const ThreadItem& item : ThreadItems::of(open, context))
        all.append(line(item));
    return all;
}

} // namespace

//! The thread, the context pane and the notice of changes, in words.
class TestThreadItems final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theThreadIsFormThenTime()
    {
        const QStringList expected {u"form | Karin Lindqvist | patienten själv | i dag 08:07"_s, u"event | Öppnat av legitimerad i "_s,
            u"own | Delsvar, Anna Berg | skickad 09:02, läst 09:40 | Hej Karin! Vi har läst d"_s,
            u"note | Intern notering. Visas inte på 1177, kan begäras ut. | Per Nyström, i dag 09:15 | Har ringt utan svar 09:1"_s};
        QCOMPARE(lines(samples::cough(), context()), expected);
    }

    void withoutNetworkTheThreadSaysWhatItCanNotKnow()
    {
        const QStringList offline = lines(samples::coughOffline(), context(session::SyncStatus::Link::Offline));
        QCOMPARE(offline.last(), u"event | Vad andra gör visas inte"_s);
        QVERIFY(
            offline.contains(u"own | Delsvar, Anna Berg | väntar sedan 10:43, skickas när nätet är tillbaka | Hej Karin! Vi har läst d"_s));
        QVERIFY(offline.contains(u"event | Tilldelning till dig, vä"_s));
    }

    void aRejectedMessageSaysWhy()
    {
        session::OpenCase open = samples::coughOffline();
        open.value.messages[0].delivery = care::Delivery::Rejected;
        open.commands[1].state = care::CommandState::Rejected;
        open.commands[1].reason = u"not-permitted"_s;
        const ThreadItem item = ThreadItems::message(open, open.value.messages.constFirst(), context());
        QCOMPARE(item.trailing, u"avvisad: behörighet saknas"_s);
        QCOMPARE(static_cast<int>(item.trailingTone), static_cast<int>(TextLabel::Tone::Danger));
        QVERIFY2(item.advice.startsWith(u"Låt en kollega"_s), qPrintable(item.advice));
        open.commands[1].serverText = u"Kontot är låst"_s;
        const ThreadItem told = ThreadItems::message(open, open.value.messages.constFirst(), context());
        QCOMPARE(told.trailing, u"avvisad: behörighet saknas"_s);
        QVERIFY2(told.advice.startsWith(u"Serverns ord: Kontot är låst Låt en kollega"_s), qPrintable(told.advice));
    }

    //! A reply or note that is not put into the case any more keeps its words in sight until somebody has decided.
    void whatWasStoppedStaysInTheThread()
    {
        session::OpenCase open = samples::cough();
        session::QueuedCommand reply = samples::queued("c7", care::Verb::Reply, care::CommandState::Conflict, "m7");
        reply.command.text = u"Du är välkommen i dag 13.30."_s;
        reply.command.authorName = u"Anna Berg"_s;
        reply.reason = u"already-answered"_s;
        session::QueuedCommand note = samples::queued("c8", care::Verb::Note, care::CommandState::Rejected);
        note.command.text = u"Ringt igen"_s;
        note.command.authorName = u"Anna Berg"_s;
        note.reason = u"rejected"_s;
        open.commands = {reply, note};
        const QStringList all = lines(open, context());
        QVERIFY2(all.contains(u"own | Slutsvar, Anna Berg | att åtgärda: ärendet är redan besvarat | Du är välkommen i dag 13"_s),
            qPrintable(all.join(u'\n')));
        QVERIFY(all.contains(u"note | Intern notering, Anna Berg | avvisad: servern tog inte emot den | Ringt igen"_s));
    }

    void anOwnNoteSaysWhereItStands()
    {
        session::OpenCase open = samples::cough();
        session::QueuedCommand note = samples::queued("c8", care::Verb::Note, care::CommandState::InFlight);
        note.command.text = u"Ringt igen"_s;
        open.commands = {note};
        open.value.notes.append({u"Anna Berg"_s, note.command.actedAt, note.command.text});
        QVERIFY(lines(open, context())
                    .contains(u"note | Intern notering. Visas inte på 1177, kan begäras ut. | Anna Berg, sparad här 10:43, "
                              "skickas | Ringt igen"_s));
    }

    void attachmentsSayWhereTheirContentIs_data()
    {
        using enum care::AttachmentState;
        QTest::addColumn<care::AttachmentState>("state");
        QTest::addColumn<session::SyncStatus::Link>("link");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("canFetch");
        using Link = session::SyncStatus::Link;
        QTest::newRow("not asked for") << NotFetched << Link::Online << u"inte hämtad"_s << true;
        QTest::newRow("asked for") << Wanted << Link::Online << u"hämtas"_s << false;
        QTest::newRow("asked for, offline") << Wanted << Link::Offline << u"hämtas när nätet är tillbaka"_s << false;
        QTest::newRow("here") << Here << Link::Offline << u"finns här"_s << false;
        QTest::newRow("too large") << TooLarge << Link::Online << u"för stor för att hämtas, högst 20 MB"_s << false;
        QTest::newRow("missing") << Missing << Link::Online << u"saknas hos regionen"_s << true;
    }
    void attachmentsSayWhereTheirContentIs()
    {
        QFETCH(care::AttachmentState, state);
        QFETCH(session::SyncStatus::Link, link);
        session::OpenCase open = samples::cough();
        open.attachments.insert(u"pic-1"_s, state);
        const AttachmentLine line = ThreadItems::attachment({u"pic-1"_s, u"Hud.png"_s, u"image/png"_s, 2048}, open, context(link));
        QTEST(line.standing, "words");
        QTEST(line.canFetch, "canFetch");
        QCOMPARE(line.name.simplified().replace(QChar(0xa0), u' '), u"Hud.png, 2 kB"_s);
        const AttachmentLine elsewhere = ThreadItems::attachment({{}, {}, {}, -1}, open, context(link));
        QCOMPARE(elsewhere.name, u"Bilaga utan namn"_s);
        QVERIFY(!elsewhere.canFetch && elsewhere.standing == u"saknas hos regionen"_s);
    }

    void aReplyThatWillBeLateSaysRing()
    {
        session::OpenCase open = samples::coughOffline();
        open.commands[1].due = samples::now().addSecs(60);
        ThreadContext offline = context(session::SyncStatus::Link::Offline);
        offline.nextTry = samples::now().addSecs(120);
        const ThreadItem item = ThreadItems::message(open, open.value.messages.constFirst(), offline);
        QCOMPARE(item.advice, u"Hinner inte fram före fristen i dag 10:45. Ring invånaren."_s);
    }

    void structuredPartsBecomeAnswers()
    {
        QStringList answers;
        for (const care::FormAnswer& answer : ThreadItems::form(samples::child(), context()).answers)
            answers.append(answer.question + u" = "_s + answer.answer);
        const QStringList expected {u"Vad gäller besöket? = Ont i örat sedan i går, feber i natt."_s,
            u"Har barnet varit i kontakt med oss tidigare? = Ja"_s,
            u"Önskade tider = mån 2026-11-23 13:00–15:00\nHelst före skolan slutar"_s, u"Nås på telefon = 070-174 06 00"_s};
        QCOMPARE(answers, expected);
    }

    void aGuardianIsNamedAsThat()
    {
        QCOMPARE(line(ThreadItems::form(samples::child(), context())), u"form | Emma Fors | vårdnadshavare | i dag 08:07"_s);
    }

    void nothingOfAProtectedPersonButTheCase()
    {
        session::OpenCase open = samples::hidden();
        open.value.messages = {samples::reply("m9", care::MessageKind::Resident, "2026-11-23T08:00:00Z", care::Delivery::Sent, "Hej igen")};
        open.value.messages[0].senderName = u"Hilda Hemlig"_s;
        QString all;
        for (const ThreadItem& item : ThreadItems::of(open, context())) {
            all += line(item);
            for (const care::FormAnswer& answer : item.answers)
                all += answer.question + answer.answer;
        }
        QVERIFY(!all.contains(u"Hilda"_s) && !all.contains(u"Hemlig"_s) && !all.contains(u"070-174"_s));
        QVERIFY(all.contains(u"Utslag på armen sedan en vecka."_s) && all.contains(u"Skyddad uppgift"_s));
    }

    void dosesStayWhole_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("dose") << u"tablett 0,10 mg"_s << u"tablett 0,10\u00a0mg"_s;
        QTest::newRow("per dose") << u"0,2 mg/dos"_s << u"0,2\u00a0mg/\u2060dos"_s;
        QTest::newRow("percent") << u"kräm 1 %"_s << u"kräm 1\u00a0%"_s;
        QTest::newRow("no unit") << u"vid behov"_s << u"vid behov"_s;
    }
    void dosesStayWhole()
    {
        QFETCH(QString, given);
        QTEST(RenewalTable::unbroken(given), "shown");
    }

    void clocks_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("first reply sent") << u"cough"_s << QStringList {u"klart 09:02"_s, u"mån 2026-11-30 17:00"_s};
        QTest::newRow("first reply waits here") << u"offline"_s << QStringList {u"väntar på att skickas"_s, u"mån 2026-11-30 17:00"_s};
        QTest::newRow("nothing yet") << u"new"_s << QStringList {u"ons 2026-11-25 17:00"_s, u"mån 2026-11-30 17:00"_s};
        QTest::newRow("waits for the resident") << u"waiting"_s << QStringList {u"klart 09:02"_s, u"vilar, väntar på invånaren"_s};
        QTest::newRow("overdue") << u"overdue"_s << QStringList {u"försenat, tor 2026-11-12 17:00"_s, u"försenat, tis 2026-11-17 17:00"_s};
        QTest::newRow("answered") << u"answered"_s << QStringList {u"klart 09:02"_s, u"klart 09:50"_s};
    }
    void clocks()
    {
        QFETCH(QString, situation);
        QFETCH(QStringList, words);
        session::OpenCase open = situation == u"offline" ? samples::coughOffline()
            : situation == u"answered"                   ? samples::answered()
                                                         : samples::cough();
        if (situation == u"new" || situation == u"overdue")
            open.value.messages.clear();
        if (situation == u"overdue")
            open.value.received = samples::at("2026-11-10T07:07:00Z");
        if (situation == u"waiting") {
            open.value.state = care::CaseState::Waiting;
            open.value.waitingFor = care::WaitingFor::Resident;
        }
        QStringList said;
        for (const ContextLine& one : ContextTexts::clocks(open, context()))
            said.append(one.value);
        QCOMPARE(said.first(2), words);
    }

    void changesThatMatter_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("a colleague answered") << u"answered"_s << u"Per Nyström har skickat slutsvar, i dag 10:40."_s;
        QTest::newRow("the resident wrote") << u"resident"_s << u"Invånaren har skrivit ett nytt meddelande, i dag 10:40."_s;
        QTest::newRow("a colleague took it") << u"taken"_s << u"Per Nyström har nu ärendet."_s;
        QTest::newRow("given back") << u"back"_s << u"Ärendet har lagts tillbaka i enhetens inkorg."_s;
        QTest::newRow("closed") << u"closed"_s << u"Ärendet är nu avslutat."_s;
        QTest::newRow("own message saved here") << u"own"_s << u""_s;
        QTest::newRow("a note") << u"note"_s << u""_s;
    }
    void changesThatMatter()
    {
        QFETCH(QString, what);
        const care::Case before = samples::cough().value;
        care::Case after = before;
        care::Message news = samples::reply("m7", care::MessageKind::Final, "2026-11-23T09:40:00Z", care::Delivery::Sent, "Hej");
        news.senderName = u"Per Nyström"_s;
        if (what == u"answered")
            after.messages.append(news);
        if (what == u"resident") {
            news.fromStaff = false;
            after.messages.append(news);
        }
        if (what == u"own") {
            news.delivery = care::Delivery::SavedHere;
            after.messages.append(news);
        }
        if (what == u"taken")
            after.owner = samples::colleague();
        if (what == u"back")
            after.owner = samples::theUnit();
        if (what == u"closed")
            after.state = care::CaseState::Closed;
        if (what == u"note")
            after.notes.append({u"Per Nyström"_s, samples::now(), u"Ringt igen"_s});
        QTEST(Changes::between(before, after, samples::nurse().self.role, samples::now()), "sentence");
    }
};

QTEST_MAIN(TestThreadItems)
#include "tst_threaditems.moc"
