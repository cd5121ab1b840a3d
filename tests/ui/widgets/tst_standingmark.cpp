// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/messages/casepane.h"
#include "ui/shell/queuepage.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/standingmark.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using care::CommandState;
using Link = SyncStatus::Link;

namespace {

//! One reply, seen in the case and in the queue at once.
struct Desk {
    Desk()
    {
        fake.setActor(samples::nurse());
        OpenCase open = samples::cough();
        open.value.messages.append(
            samples::reply("m7", care::MessageKind::Final, "2026-11-23T09:43:00Z", care::Delivery::SavedHere, "Hej!"));
        fake.put(open.value, open.patient);
        pane.resize(900, 700);
        queue.resize(900, 600);
        pane.show();
        queue.show();
        tell(CommandState::Queued, Link::Online);
        pane.showCase(caseId);
        settle();
    }
    static void settle()
    {
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    }
    void tell(CommandState state, Link link, const QString& reason = {})
    {
        QueuedCommand own = samples::queued("c7", care::Verb::Reply, state, "m7");
        own.command.caseId = caseId;
        own.command.text = u"Hej!"_s;
        own.command.authorName = u"Anna Berg"_s;
        own.reason = reason;
        SyncStatus status;
        status.link = link;
        fake.setStatus(status);
        fake.setQueue({own});
        refresh();
    }
    //! The region has it: the outbox has nothing of it any more.
    void arrive(care::Delivery delivery)
    {
        care::Message& message = fake.caseAt(caseId).messages.last();
        message.delivery = delivery;
        if (delivery == care::Delivery::Read)
            message.readAt = samples::now();
        fake.setQueue({});
        refresh();
    }
    void refresh()
    {
        (void)fake.caseAt(caseId);
        fake.announce();
        settle();
    }
    //! Of each place that says it: the words, and the mark beside them.
    static QPair<QString, int> seen(const QWidget* place, const QString& label)
    {
        const auto* words = place ? place->findChild<QLabel*>(label) : nullptr;
        const auto* mark = place ? place->findChild<StandingMark*>() : nullptr;
        return {words && words->isVisible() ? words->text() : QString(), mark && mark->isVisible() ? static_cast<int>(mark->state()) : -1};
    }
    QPair<QString, int> inThread() { return seen(pane.findChild<QWidget*>(u"threadItem-m7"_s), u"trailing"_s); }
    QPair<QString, int> inHeading() { return seen(pane.findChild<QWidget*>(u"caseStanding"_s), u"caseStandingWords"_s); }
    QPair<QString, int> inQueue()
    {
        for (const QLabel* label : queue.findChildren<QLabel*>(u"queueStanding"_s)) {
            if (label->isVisible())
                return seen(label->parentWidget(), u"queueStanding"_s);
        }
        return {{}, -1};
    }

    const care::CaseId caseId = samples::cough().value.id;
    FakeSession fake {samples::now()};
    Theme theme {ThemeKind::Light};
    ManualClock clock {samples::now()};
    CasePane pane {fake, theme, clock};
    QueuePage queue {fake, theme, clock};
};

QImage shapeOf(ActionState state)
{
    Theme theme(ThemeKind::Light);
    StandingMark mark(theme, state);
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    mark.resize(32, 32);
    mark.render(&image, {}, {}, QWidget::DrawChildren);
    return image.convertToFormat(QImage::Format_Alpha8); // the shape alone, whatever its colour
}

} // namespace

//! One reply through all its states, on every screen that tells of it.
class StandingMarkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScreenSaysTheSame_data()
    {
        QTest::addColumn<CommandState>("state");
        QTest::addColumn<Link>("link");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<ActionState>("mark");
        QTest::addColumn<QString>("words");
        using enum CommandState;
        using enum ActionState;
        QTest::newRow("saved") << Queued << Link::Online << QString() << SavedHere << u"sparad här 10:43, skickas strax"_s;
        QTest::newRow("offline") << Queued << Link::Offline << QString() << Waiting
                                 << u"väntar sedan 10:43, skickas när nätet är tillbaka"_s;
        QTest::newRow("sign-in") << Queued << Link::SignInNeeded << QString() << Waiting
                                 << u"väntar sedan 10:43, skickas när du har loggat in igen"_s;
        QTest::newRow("in flight") << InFlight << Link::Online << QString() << Sending << u"sparad här 10:43, skickas"_s;
        QTest::newRow("reply lost") << Uncertain << Link::Offline << QString() << Confirming << u"sparad här 10:43, bekräftas"_s;
        QTest::newRow("conflict") << Conflict << Link::Online << u"version-moved"_s << NeedsPerson
                                  << u"att åtgärda: ärendet har ändrats av någon annan"_s;
        QTest::newRow("rejected") << Rejected << Link::Online << u"not-permitted"_s << Refused << u"avvisad: behörighet saknas"_s;
    }
    void everyScreenSaysTheSame()
    {
        QFETCH(CommandState, state);
        QFETCH(Link, link);
        QFETCH(QString, reason);
        QFETCH(ActionState, mark);
        QFETCH(QString, words);
        Desk desk;
        desk.tell(state, link, reason);
        const int shape = static_cast<int>(mark);
        QCOMPARE(desk.inThread(), qMakePair(words, shape));
        QCOMPARE(desk.inHeading(), qMakePair(QString(u"Slutsvar: "_s + words), shape));
        QCOMPARE(desk.inQueue(), qMakePair(words, shape));
    }

    //! From the key press to the reader's eye; success is said in no place before the outbox has let go of it.
    void oneReplyThroughAllItsStates()
    {
        Desk desk;
        QStringList trail;
        const auto look = [&] { trail << desk.inThread().first; };
        look();
        desk.tell(CommandState::Queued, Link::Offline);
        look();
        desk.tell(CommandState::InFlight, Link::Online);
        look();
        desk.tell(CommandState::Uncertain, Link::Offline);
        // The region's page is here before the receipt: still being confirmed.
        desk.fake.caseAt(desk.caseId).messages.last().delivery = care::Delivery::Received;
        desk.refresh();
        look();
        desk.arrive(care::Delivery::Sent);
        look();
        QCOMPARE(desk.inHeading(), qMakePair(QString(), -1));
        QCOMPARE(desk.inQueue(), qMakePair(QString(), -1));
        desk.arrive(care::Delivery::Received);
        look();
        desk.arrive(care::Delivery::Read);
        look();
        const QStringList expected {u"sparad här 10:43, skickas strax"_s, u"väntar sedan 10:43, skickas när nätet är tillbaka"_s,
            u"sparad här 10:43, skickas"_s, u"sparad här 10:43, bekräftas"_s, u"skickad 10:43"_s, u"skickad 10:43, mottagen"_s,
            u"skickad 10:43, läst 10:44"_s};
        QCOMPARE(trail, expected);
    }

    //! Nothing is fetched before somebody asks; the row then says how it goes.
    void anAttachmentIsFetchedWhenAskedFor()
    {
        Desk desk;
        care::Message hello = samples::reply("m9", care::MessageKind::Resident, "2026-11-23T09:30:00Z", care::Delivery::Sent, "Se bilden");
        hello.attachments = {{u"pic-1"_s, u"Hud.png"_s, u"image/png"_s, 2048}};
        desk.fake.caseAt(desk.caseId).messages.prepend(hello);
        desk.refresh();
        const auto standing = [&] {
            const auto* row = desk.pane.findChild<QWidget*>(u"attachment-pic-1"_s);
            return row ? row->findChild<QLabel*>(u"attachmentStanding"_s)->text() : QString();
        };
        QCOMPARE(standing(), u"inte hämtad"_s);
        QVERIFY(desk.fake.m_fetches.isEmpty());
        auto* fetch = desk.pane.findChild<QPushButton*>(u"fetch-pic-1"_s);
        fetch->setFocus();
        QTest::keyClick(fetch, Qt::Key_Space);
        Desk::settle();
        QCOMPARE(desk.fake.m_fetches, QStringList {u"pic-1"_s});
        desk.refresh();
        QCOMPARE(standing(), u"hämtas"_s);
        QVERIFY(!desk.pane.findChild<QPushButton*>(u"fetch-pic-1"_s));
        desk.fake.m_attachments.insert(u"pic-1"_s, care::AttachmentState::Here);
        desk.refresh();
        QCOMPARE(standing(), u"finns här"_s);
    }

    //! The sentence on what waits is the one thing at the top that is never cut: it takes two lines, and the others give way.
    void theSyncSentenceIsWhole_data()
    {
        QTest::addColumn<int>("pixels");
        QTest::addColumn<int>("width");
        QTest::newRow("plain") << 13 << 1280;
        QTest::newRow("200 %") << 26 << 1280;
    }
    void theSyncSentenceIsWhole()
    {
        QFETCH(int, pixels);
        QFETCH(int, width);
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPixelSize(pixels);
        QApplication::setFont(font);
        {
            FakeSession fake(samples::now());
            fake.setActor(samples::nurse());
            Theme theme(ThemeKind::Light);
            ManualClock clock(samples::now());
            TopBar bar(fake, theme, clock);
            bar.resize(width, 100);
            bar.show();
            SyncStatus status;
            status.link = Link::Offline;
            status.since = samples::at("2026-11-23T09:42:00Z");
            status.waiting = 12;
            status.needsAttention = 3;
            fake.setStatus(status);
            Desk::settle();
            const auto* sync = bar.findChild<QPushButton*>(u"syncButton"_s);
            const QSize words = sync->fontMetrics().size(0, sync->text());
            QVERIFY2(sync->width() >= words.width() + sync->iconSize().width(), qPrintable(sync->text()));
            QVERIFY(sync->height() >= words.height());
            QCOMPARE(sync->text().simplified(), u"Utan nät sedan 10:42, 12 väntar på att skickas, 3 att åtgärda"_s);
            QVERIFY(bar.rect().contains(sync->geometry()));
        }
        QApplication::setFont(before);
    }

    void everyStateHasAShapeOfItsOwn()
    {
        const int last = static_cast<int>(ActionState::Refused);
        for (int one = 0; one <= last; ++one) {
            for (int other = 0; other < one; ++other)
                QVERIFY2(
                    shapeOf(static_cast<ActionState>(one)) != shapeOf(static_cast<ActionState>(other)), qPrintable(QString::number(one)));
        }
    }
};

QTEST_MAIN(StandingMarkTest)
#include "tst_standingmark.moc"
