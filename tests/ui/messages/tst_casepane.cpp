// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/heldsession.h"
#include "tests/ui/messages/samplecases.h"
#include "ui/messages/casepane.h"
#include "ui/patients/patientbanner.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;

//! The case pane as a person uses it: by keys, while answers come late, in the wrong order, or not at all.
class TestCasePane final : public QObject {
    Q_OBJECT

    struct Desk {
        HeldSession session;
        Theme theme {ThemeKind::Light};
        ManualClock clock {samples::now()};
        CasePane pane {session, theme, clock};

        explicit Desk(const session::OpenCase& first)
        {
            qRegisterMetaType<session::Submitted>();
            session.m_actor = samples::nurse();
            session.m_status.link = session::SyncStatus::Link::Online;
            session.m_staff = samples::staff();
            session.m_savedAt = samples::at("2026-11-23T09:44:01Z");
            pane.resize(860, 700);
            pane.show();
            QVERIFY(QTest::qWaitForWindowActive(&pane));
            open(first);
        }
        void open(const session::OpenCase& value)
        {
            pane.showCase(value.value.id);
            answerOpening(value);
        }
        //! Answers the oldest question for a case.
        void answerOpening(const session::OpenCase& value)
        {
            QVERIFY(!session.m_opening.empty());
            const auto held = session.m_opening.front();
            session.m_opening.pop_front();
            held.answer(value);
            QCoreApplication::sendPostedEvents();
            QTest::qWait(0);
        }
        //! What the server changed arrives at the pane.
        void refresh(const session::OpenCase& value)
        {
            Q_EMIT session.casesChanged({value.value.id});
            answerOpening(value);
        }
        void answerSubmit(const HeldSession::Outcome<session::Submitted>& outcome)
        {
            QVERIFY(!session.m_submitting.empty());
            const auto held = session.m_submitting.front();
            session.m_submitting.pop_front();
            held.answer(outcome);
            QTest::qWait(0);
        }
        //! A key where the case is read, not where text is typed.
        void press(Qt::Key key) const
        {
            auto* thread = find<QWidget>(u"caseThread"_s);
            thread->setFocus();
            QTest::keyClick(thread, key);
        }
        template <typename W>
        W* find(const QString& name) const
        {
            return pane.findChild<W*>(name);
        }
        QPlainTextEdit* text() const { return find<QPlainTextEdit>(u"composerText"_s); }
        QString label(const QString& name) const { return find<QLabel>(name)->text(); }
        void type(const QString& words) const
        {
            text()->setFocus();
            text()->selectAll();
            QTest::keyClicks(text(), words);
        }
    };

    static session::OpenCase withoutDraft()
    {
        session::OpenCase open = samples::cough();
        open.draft.reset();
        return open;
    }

private Q_SLOTS:
    void showsTheCaseAndRestoresTheDraft()
    {
        Desk desk(samples::cough());
        QCOMPARE(desk.pane.shown(), std::optional(samples::cough().value.id));
        QCOMPARE(desk.label(u"bannerName"_s), u"LINDQVIST, Karin"_s);
        QCOMPARE(desk.label(u"caseTitle"_s), u"Rådgivning: hosta i två veckor"_s);
        QCOMPARE(desk.text()->toPlainText(), samples::cough().draft->text);
        QCOMPARE(desk.label(u"composerSaved"_s), u"Utkast sparat 10:42:07"_s);
        QCOMPARE(desk.label(u"composerReaders"_s), u"Karin Lindqvist."_s);
        QCOMPARE(desk.find<QPushButton>(u"composerSend"_s)->accessibleName(), u"Skicka till LINDQVIST, Karin"_s);
    }

    void nothingOfTheLastPatientStandsWhileTheNextIsFetched()
    {
        Desk desk(samples::cough());
        desk.pane.showCase(samples::renewal().value.id);
        QVERIFY(!desk.pane.shown());
        QVERIFY(!desk.find<PatientBanner>(u"patientBanner"_s)->isVisible());
        QVERIFY(desk.text()->toPlainText().isEmpty());
        QCOMPARE(desk.label(u"caseMessage"_s), QString()); // nothing flickers when it comes at once
        QTRY_COMPARE(desk.label(u"caseMessage"_s), u"Hämtar ärendet"_s);
    }

    void aLateAnswerForAnotherCaseChangesNothing()
    {
        Desk desk(samples::cough());
        desk.pane.showCase(samples::renewal().value.id);
        desk.pane.showCase(samples::child().value.id);
        QCOMPARE(desk.session.m_opening.size(), size_t(2));
        desk.answerOpening(samples::renewal());
        QVERIFY(!desk.pane.shown());
        desk.answerOpening(samples::child());
        QCOMPARE(desk.label(u"bannerName"_s), u"FORS, Viktor"_s);
    }

    void aCaseThatMayNotBeSeenIsNotShown()
    {
        session::OpenCase shut = samples::cough();
        shut.access.allowed = false;
        Desk desk(shut);
        QVERIFY(!desk.pane.shown());
        QVERIFY(desk.label(u"caseMessage"_s).startsWith(u"Ärendet får inte visas"_s));
    }

    void ctrlEnterSendsWhatStandsOnTheScreen()
    {
        Desk desk(withoutDraft());
        QSignalSpy submitted(&desk.pane, &CasePane::submitted);
        desk.type(u"Kom i dag."_s);
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.session.m_submitting.size(), size_t(1));
        const session::Intent intent = desk.session.m_submitting.front().question;
        QCOMPARE(intent.caseId, samples::cough().value.id);
        QCOMPARE(intent.seenVersion, care::VersionId(u"3"_s));
        QCOMPARE(static_cast<int>(intent.verb), static_cast<int>(care::Verb::Reply));
        QCOMPARE(intent.text, u"Kom i dag."_s);
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.session.m_submitting.size(), size_t(1)); // a second press while the first is made durable does nothing
        desk.answerSubmit(session::Submitted {care::CommandId(u"c9"_s), samples::now().addSecs(8)});
        QCOMPARE(submitted.size(), 1);
        QCOMPARE(submitted.constFirst().at(1).toString(), u"Slutsvar"_s);
        QCOMPARE(submitted.constFirst().at(2).toString(), u"LINDQVIST, Karin"_s);
        QVERIFY(desk.text()->toPlainText().isEmpty());
    }

    void anUpdateThatRacesTheKeyNeverRedirectsIt()
    {
        Desk desk(withoutDraft());
        desk.type(u"Till Karin."_s);
        // The list moves and another case is asked for; its answer is not here when the key comes.
        desk.pane.showCase(samples::renewal().value.id);
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.session.m_submitting.empty());
        const HeldSession::SavedDraft kept {samples::cough().value.id, care::Verb::Reply, u"Till Karin."_s};
        QCOMPARE(desk.session.m_drafts, QList<HeldSession::SavedDraft> {kept});
        desk.answerOpening(samples::renewal());
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.session.m_submitting.empty());
        QVERIFY(desk.text()->toPlainText().isEmpty());
    }

    void aRefusalForACaseThatIsGoneFromTheScreenKeepsItsText()
    {
        Desk desk(withoutDraft());
        QSignalSpy refused(&desk.pane, &CasePane::refused);
        desk.type(u"Till Karin."_s);
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        desk.open(samples::child());
        desk.type(u"Till Viktor."_s);
        desk.answerSubmit(failed(session::SessionError {session::SessionError::Code::VersionMoved, {}}));
        QCOMPARE(desk.text()->toPlainText(), u"Till Viktor."_s);
        QVERIFY(desk.session.m_drafts.contains({samples::cough().value.id, care::Verb::Reply, u"Till Karin."_s}));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().at(1).toString(), u"LINDQVIST, Karin"_s);
    }

    void aRefusedTextStaysAndSaysWhy()
    {
        Desk desk(withoutDraft());
        desk.type(u"Kom i dag."_s);
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        const care::Refusal answered {care::Refusal::Reason::AlreadyAnswered, care::CaseState::Answered};
        desk.answerSubmit(failed(session::SessionError {session::SessionError::Code::Refused, answered}));
        QCOMPARE(desk.text()->toPlainText(), u"Kom i dag."_s);
        QCOMPARE(desk.label(u"composerNoticeText"_s), u"Ärendet har redan ett slutsvar. En ändring skickas som rättelse."_s);
        QVERIFY(!desk.text()->isReadOnly());
        QVERIFY(desk.session.m_drafts.contains({samples::cough().value.id, care::Verb::Reply, u"Kom i dag."_s}));
    }

    void aRefreshKeepsTextFocusAndPlace()
    {
        Desk desk(samples::longName());
        session::OpenCase mine = samples::longName();
        mine.value.owner = samples::mine();
        mine.value.version = care::VersionId(u"4"_s);
        desk.refresh(mine);
        desk.type(u"Snart"_s);
        auto* bar = desk.find<QScrollArea>(u"caseThread"_s)->verticalScrollBar();
        bar->setValue(120);
        mine.value.version = care::VersionId(u"5"_s);
        mine.value.notes.append({u"Per Nyström"_s, samples::now(), u"Ringt igen"_s});
        desk.refresh(mine);
        QCOMPARE(desk.text()->toPlainText(), u"Snart"_s);
        QCOMPARE(QApplication::focusWidget(), desk.text());
        QCOMPARE(bar->value(), 120);
    }

    void whatAColleagueDidIsSaidAboveTheText()
    {
        Desk desk(withoutDraft());
        desk.type(u"Kom i dag."_s);
        session::OpenCase moved = withoutDraft();
        moved.value.version = care::VersionId(u"4"_s);
        moved.value.state = care::CaseState::Answered;
        care::Message news = samples::reply("m7", care::MessageKind::Final, "2026-11-23T09:40:00Z", care::Delivery::Sent, "Hej");
        news.senderName = u"Per Nyström"_s;
        moved.value.messages.append(news);
        desk.refresh(moved);
        QCOMPARE(desk.label(u"composerNoticeText"_s), u"Per Nyström har skickat slutsvar, i dag 10:40."_s);
        QCOMPARE(desk.text()->toPlainText(), u"Kom i dag."_s);
        QVERIFY(!desk.find<QPushButton>(u"composerSend"_s)->isEnabled());
        QCOMPARE(desk.label(u"composerReason"_s), u"Ärendet har redan ett slutsvar. En ändring skickas som rättelse."_s);
    }

    void aDraftIsSavedAfterTheLastKeyAndAtOnceWhenAsked()
    {
        Desk desk(withoutDraft());
        desk.type(u"Ett"_s);
        QVERIFY(desk.session.m_drafts.isEmpty());
        desk.pane.saveDraftNow();
        const HeldSession::SavedDraft first {samples::cough().value.id, care::Verb::Reply, u"Ett"_s};
        QCOMPARE(desk.session.m_drafts, QList<HeldSession::SavedDraft> {first});
        QTRY_COMPARE(desk.label(u"composerSaved"_s), u"Utkast sparat 10:44:01"_s);
        desk.type(u"Mer"_s);
        desk.clock.advance(std::chrono::seconds(1));
        QTRY_COMPARE(desk.session.m_drafts.size(), 2);
        QCOMPARE(desk.session.m_drafts.constLast().text, u"Mer"_s);
    }

    void aDraftThatCanNotBeSavedIsSaid()
    {
        Desk desk(withoutDraft());
        desk.session.m_savesDrafts = false;
        desk.type(u"Ett"_s);
        desk.pane.saveDraftNow();
        QTRY_COMPARE(desk.label(u"composerSaved"_s), u"Utkastet kunde inte sparas"_s);
    }

    void altNumberChoosesTheKind()
    {
        Desk desk(withoutDraft());
        desk.type(u"Hur ofta?"_s);
        QTest::keyClick(desk.text(), Qt::Key_1, Qt::AltModifier);
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(static_cast<int>(desk.session.m_submitting.front().question.verb), static_cast<int>(care::Verb::Question));
    }

    void lettersAreActionsOnlyOutsideText()
    {
        session::OpenCase open = samples::renewal();
        Desk desk(open);
        desk.type(u"Tt"_s);
        QVERIFY(desk.session.m_submitting.empty());
        desk.press(Qt::Key_T);
        QCOMPARE(desk.session.m_submitting.size(), size_t(1));
        QCOMPARE(static_cast<int>(desk.session.m_submitting.front().question.verb), static_cast<int>(care::Verb::Take));
    }

    void escapeLeavesTextThenPanelThenCase()
    {
        Desk desk(withoutDraft());
        QSignalSpy back(&desk.pane, &CasePane::backRequested);
        desk.text()->setFocus();
        QTest::keyClick(desk.text(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"caseThread"_s);
        QCOMPARE(back.size(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
        QVERIFY(desk.find<QWidget>(u"actionPanel"_s));
        QVERIFY(desk.find<PatientBanner>(u"patientBanner"_s)->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!desk.find<QWidget>(u"actionPanel"_s));
        QCOMPARE(back.size(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
    }

    void aNoteThatWasLeftIsThereAgain()
    {
        Desk desk(withoutDraft());
        desk.press(Qt::Key_N);
        QTest::keyClicks(desk.find<QWidget>(u"panelText"_s), u"Ring efter tre"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!desk.find<QWidget>(u"actionPanel"_s));
        desk.press(Qt::Key_N);
        QCOMPARE(desk.find<QPlainTextEdit>(u"panelText"_s)->toPlainText(), u"Ring efter tre"_s);
        QTest::keyClick(desk.find<QWidget>(u"panelText"_s), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.session.m_submitting.front().question.text, u"Ring efter tre"_s);
        desk.answerSubmit(session::Submitted {care::CommandId(u"c9"_s), samples::now()});
        QTRY_VERIFY(!desk.find<QWidget>(u"actionPanel"_s));
        desk.press(Qt::Key_N);
        QVERIFY(desk.find<QPlainTextEdit>(u"panelText"_s)->toPlainText().isEmpty());
    }

    void assigningByKeys()
    {
        Desk desk(withoutDraft());
        desk.press(Qt::Key_F);
        auto* search = desk.find<QWidget>(u"assignSearch"_s);
        QTRY_COMPARE(desk.find<QListWidget>(u"assignList"_s)->count(), 2); // active handlers who do not have it already
        QVERIFY(!desk.find<QPushButton>(u"actionPanelConfirm"_s)->isEnabled());
        QTest::keyClick(search, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.session.m_submitting.empty());
        QTest::keyClicks(search, u"nyst"_s);
        QTest::keyClick(search, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.session.m_submitting.front().question.assignee, std::optional(samples::colleague()));
        desk.answerSubmit(session::Submitted {care::CommandId(u"c9"_s), samples::now()});
        QTRY_VERIFY(!desk.find<QWidget>(u"actionPanel"_s));
    }

    void closingNeedsOutcomeAndJournal()
    {
        Desk desk(samples::answered());
        desk.find<QAction>(u"caseClose"_s)->trigger();
        auto* confirm = desk.find<QPushButton>(u"actionPanelConfirm"_s);
        QCOMPARE(confirm->accessibleName(), u"Avsluta ärendet för LINDQVIST, Karin"_s);
        QCOMPARE(desk.label(u"actionPanelReason"_s), u"Välj vad ärendet ledde till."_s);
        desk.find<QAbstractButton>(u"outcome-booked"_s)->click();
        QCOMPARE(desk.label(u"actionPanelReason"_s), u"Välj om ärendet är journalfört."_s);
        QVERIFY(!confirm->isEnabled());
        desk.find<QAbstractButton>(u"journal-yes"_s)->click();
        QTest::keyClick(confirm, Qt::Key_Return, Qt::ControlModifier);
        const care::Closure expected {u"booked"_s, care::JournalChoice::Yes};
        QCOMPARE(desk.session.m_submitting.front().question.closure, std::optional(expected));
    }

    void whatIsNotAllowedIsGreyedWithItsReason()
    {
        Desk desk(samples::answered());
        const auto* redirect = desk.find<QAction>(u"caseRedirect"_s);
        QVERIFY(!redirect->isEnabled());
        QCOMPARE(redirect->toolTip(), u"Hänvisa: Ärendet har redan ett slutsvar. En ändring skickas som rättelse."_s);
        QVERIFY(desk.find<QAction>(u"caseClose"_s)->isEnabled());
    }

    void undoTakesTheNewestBackAndItsTextBecomesTheDraft()
    {
        session::OpenCase sent = samples::coughOffline();
        sent.draft.reset();
        Desk desk(sent);
        desk.session.m_undoneCase = sent.value.id;
        desk.press(Qt::Key_U);
        QCOMPARE(desk.session.m_undone, QList<care::CommandId> {care::CommandId(u"c1"_s)});
        QTRY_VERIFY(!desk.session.m_opening.empty());
        session::OpenCase back = withoutDraft();
        back.draft = session::Draft {care::Verb::Partial, u"Hej Karin!"_s, samples::now()};
        desk.answerOpening(back);
        QCOMPARE(desk.text()->toPlainText(), u"Hej Karin!"_s);
    }

    //! The side pane has both sides of a stopped action; what is chosen there carries the version that was shown.
    void aStoppedActionIsChosenInTheCase()
    {
        session::OpenCase open = withoutDraft();
        open.commands = {samples::stopped(samples::queued("c1", care::Verb::Reply, care::CommandState::Conflict, "m1"))};
        Desk desk(open);
        desk.session.m_undoneCase = open.value.id;
        desk.find<QPushButton>(u"wayAsNote"_s)->click();
        QCOMPARE(desk.session.m_chosen.size(), 1);
        QCOMPARE(desk.session.m_chosen[0].command, care::CommandId(u"c1"_s));
        QCOMPARE(desk.session.m_chosen[0].way, care::WayOn::AsNote);
        QCOMPARE(desk.session.m_chosen[0].seenVersion, care::VersionId(u"9"_s));
        QTRY_VERIFY(!desk.session.m_opening.empty()); // and is looked at anew
    }

    void theNumberIsCopiedWithoutItsHyphen()
    {
        Desk desk(samples::cough());
        auto* number = desk.find<QWidget>(u"banner-identity"_s);
        number->setFocus();
        QTest::keyClick(number, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"196709132887"_s);
    }

    void tabWalksFromTheNumberToTheSendButton()
    {
        Desk desk(samples::cough());
        desk.find<QWidget>(u"banner-identity"_s)->setFocus();
        QStringList walk;
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            walk.append(QApplication::focusWidget()->objectName());
        }
        const QStringList expected {
            u"caseMore"_s, u"caseThread"_s, u"composerKind2"_s, u"composerText"_s, u"composerSend"_s, u"contextPane"_s};
        QCOMPARE(walk.first(5), expected.first(5));
    }

    void everyControlHasANameForTheScreenReader()
    {
        Desk desk(samples::coughOffline());
        for (const QWidget* widget : desk.pane.findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty(),
                    qPrintable(widget->objectName() + u' ' + QLatin1StringView(widget->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestCasePane)
#include "tst_casepane.moc"
