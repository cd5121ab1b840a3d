// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/shell/queuepage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;
using care::CommandState;

namespace {

session::QueuedCommand queued(const char* id, care::Verb verb, CommandState state, const QString& text = {}, const QString& reason = {})
{
    session::QueuedCommand one = samples::queued(id, verb, state);
    one.command.caseId = samples::cough().value.id;
    one.command.text = text;
    one.caseNumber = u"1177-2026-004812"_s;
    one.patientName = u"LINDQVIST, Karin"_s;
    one.reason = reason;
    return one;
}

struct Desk {
    explicit Desk(const QList<session::QueuedCommand>& queue)
    {
        qRegisterMetaType<care::CaseId>();
        session.setActor(samples::nurse());
        session.setQueue(queue);
        page.resize(900, 600);
        page.show();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window did not come");
        page.refresh();
        settle();
    }
    static void settle()
    {
        // Answer, rows, and the rows laid out.
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    }
    QStringList words()
    {
        QStringList words;
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            if (label->isVisible())
                words << label->text();
        }
        return words;
    }
    QStringList buttons()
    {
        QStringList names;
        for (const QPushButton* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->objectName() != u"queueBack")
                names << button->text();
        }
        return names;
    }
    void click(const QString& name)
    {
        QTest::mouseClick(page.findChild<QPushButton*>(name), Qt::LeftButton);
        settle();
    }

    FakeSession session {samples::now()};
    Theme theme {ThemeKind::Light};
    ManualClock clock {samples::now()};
    QueuePage page {session, theme, clock};
};

} // namespace

Q_DECLARE_METATYPE(care::CommandState)

class QueuePageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersWhatCanBeDone_data()
    {
        QTest::addColumn<CommandState>("state");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("buttons");
        const QStringList open {u"Öppna ärendet"_s};
        QTest::newRow("waits, without text") << CommandState::Queued << QString()
                                             << QStringList {u"Ta tillbaka"_s, u"Försök igen"_s} + open;
        QTest::newRow("waits, with a text") << CommandState::Queued << u"Hej!"_s << QStringList {u"Redigera"_s, u"Försök igen"_s} + open;
        QTest::newRow("on its way") << CommandState::InFlight << u"Hej!"_s << open;
        QTest::newRow("being confirmed") << CommandState::Uncertain << u"Hej!"_s << open;
        QTest::newRow("conflict, the case is not here")
            << CommandState::Conflict << u"Hej!"_s << QStringList {u"Redigera"_s, u"Försök igen"_s} + open;
        QTest::newRow("rejected") << CommandState::Rejected << QString() << QStringList {u"Ta tillbaka"_s, u"Försök igen"_s} + open;
    }
    void offersWhatCanBeDone()
    {
        QFETCH(CommandState, state);
        QFETCH(QString, text);
        Desk desk({queued("c1", care::Verb::Reply, state, text)});
        QTEST(desk.buttons(), "buttons");
    }

    //! Both sides by person, time and system; each way is bound to the version that stands there.
    void showsBothSidesAndTheWaysOn()
    {
        Desk desk({samples::stopped(queued("c1", care::Verb::Reply, CommandState::Conflict, u"Hej!"_s, u"version-moved"_s))});
        const QString words = desk.words().join(u'\n');
        for (const QString& line :
            {u"Din åtgärd: Slutsvar, Anna Berg, "_s, u"Ärendet: ligger nu hos Per Nyström, i dag 10:12, i Mottaget"_s,
                u"Ärendet: delsvar är skickat, Per Nyström, i dag 10:12, i Mottaget"_s,
                u"Ärendet: prioriteten är nu skyndsam, okänt av vem, i dag 10:20, i ett annat system"_s})
            QVERIFY2(words.contains(line), qPrintable(line + u" in\n"_s + words));
        QCOMPARE(desk.buttons(), (QStringList {u"Ta över och skicka"_s, u"Spara som notering"_s, u"Redigera"_s, u"Öppna ärendet"_s}));
        desk.click(u"wayTakeFirst"_s);
        QCOMPARE(desk.session.m_chosen.size(), 1);
        QCOMPARE(desk.session.m_chosen[0].command, care::CommandId(u"c1"_s));
        QCOMPARE(desk.session.m_chosen[0].way, care::WayOn::TakeFirst);
        QCOMPARE(desk.session.m_chosen[0].seenVersion, care::VersionId(u"9"_s));
    }

    void saysWhatWhomAndWhyOnce()
    {
        session::QueuedCommand rejected = queued("c1", care::Verb::Assign, CommandState::Rejected, {}, u"not-permitted"_s);
        rejected.serverText = u"Du får <b>inte</b> fördela."_s;
        Desk desk({rejected});
        const QString words = desk.words().join(u'\n');
        QVERIFY2(words.contains(u"Fördelning, LINDQVIST, Karin, 1177-2026-004812"_s), qPrintable(words));
        QVERIFY2(words.contains(u"Serverns ord: Du får <b>inte</b> fördela."_s), qPrintable(words));
        QCOMPARE(words.count(u"behörighet saknas"_s), 1);
        for (const QLabel* label : desk.page.findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }

    void namesNobodyWhoIsProtected()
    {
        session::QueuedCommand hidden = queued("c1", care::Verb::Take, CommandState::Queued);
        hidden.patientName.clear();
        Desk desk({hidden});
        QVERIFY(desk.words().join(u'\n').contains(u"Skyddade personuppgifter"_s));
    }

    void opensTheTextAgain()
    {
        Desk desk({queued("c1", care::Verb::Reply, CommandState::Conflict, u"Hej!"_s)});
        desk.session.put(samples::cough().value, samples::cough().patient);
        session::Intent intent;
        intent.caseId = samples::cough().value.id;
        (void)desk.session.submit(intent);
        QSignalSpy chosen(&desk.page, &QueuePage::caseChosen);
        desk.click(u"queueEdit"_s);
        QCOMPARE(desk.session.m_undone, QList {care::CommandId(u"c1"_s)});
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<care::CaseId>(), samples::cough().value.id);
    }

    void triesAgainAtOnce()
    {
        Desk desk({queued("c1", care::Verb::Reply, CommandState::Rejected, u"Hej!"_s)});
        desk.click(u"queueRetry"_s);
        QCOMPARE(desk.session.m_retried, QList {care::CommandId(u"c1"_s)});
        QCOMPARE(desk.session.m_syncs, 1);
    }

    void keepsTheFocusWhenTheQueueMoves()
    {
        const session::QueuedCommand first = queued("c1", care::Verb::Take, CommandState::Queued);
        const session::QueuedCommand second = queued("c2", care::Verb::Assign, CommandState::Conflict);
        Desk desk({first, second});
        QPushButton* before = desk.page.findChildren<QPushButton*>(u"queueRetry"_s).at(1);
        before->setFocus();
        const QString name = before->accessibleName();
        desk.session.setQueue({second});
        Desk::settle();
        auto* after = qobject_cast<QPushButton*>(desk.page.window()->focusWidget());
        QVERIFY(after);
        QCOMPARE(after->accessibleName(), name);
    }

    //! What is not looked at is not built, and a long queue not all at once: each change costs the same, whatever waits.
    void buildsOnlyWhatIsLookedAt()
    {
        QList<session::QueuedCommand> many;
        for (int number = 0; number < 250; ++number)
            many << queued(qPrintable(QString::number(number)), care::Verb::Take, CommandState::Queued);
        Desk desk(many);
        const auto rows = [&] { return desk.buttons().count(u"Öppna ärendet"_s); };
        QCOMPARE(rows(), 100);
        QVERIFY(desk.buttons().contains(u"Visa fler: 150 till"_s));
        desk.click(u"queueMore"_s);
        QCOMPARE(rows(), 200);
        desk.page.hide();
        desk.session.setQueue({});
        Desk::settle();
        QCOMPARE(desk.page.findChildren<QPushButton*>(u"queueOpen"_s).size(), 200); // not looked at: not touched
        desk.page.show();
        Desk::settle();
        QCOMPARE(desk.page.findChildren<QPushButton*>(u"queueOpen"_s).size(), 0);
    }

    void saysWhenAllIsConfirmed()
    {
        Desk desk({});
        QVERIFY(desk.words().contains(u"Allt är bekräftat av servern."_s));
    }
};

QTEST_MAIN(QueuePageTest)
#include "tst_queuepage.moc"
