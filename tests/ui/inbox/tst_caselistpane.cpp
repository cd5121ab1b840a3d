// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;

namespace {

//! The list side over a session in memory, on the screen.
struct Desk {
    explicit Desk(int count)
    {
        session.setActor(samples::nurse());
        session::SyncStatus status;
        status.link = session::SyncStatus::Link::Online;
        status.lastPull = samples::at("2026-11-23T09:42:00Z");
        session.setStatus(status);
        for (int index = 0; index < count; ++index)
            add(index);
        session.announce();
        pane.resize(404, 700);
        pane.show();
        if (!QTest::qWaitForWindowActive(&pane))
            qFatal("the window did not come");
        pane.showView(care::View::Open);
        settle();
    }
    care::CaseId add(int index, care::Priority priority = care::Priority::Routine)
    {
        auto [value, person] = samples::listed(index);
        value.priority = priority;
        session.put(value, person);
        return value.id;
    }
    void settle()
    {
        do {
            session.letAllGo();
            // A question may follow from an answer.
            for (int turn = 0; turn < 5; ++turn)
                QCoreApplication::processEvents();
        } while (session.waiting() > 0);
    }
    //! What lies at the top of the viewport, and how far above its edge it begins.
    std::pair<QString, int> top()
    {
        const QModelIndex index = pane.list()->indexAt(QPoint(1, 1));
        const care::CaseRow* row = pane.model().row(index.row());
        return {row ? row->id.text() : QString(), pane.list()->visualRect(index).top()};
    }
    QString text(const QString& label) { return pane.findChild<QLabel*>(label)->text(); }
    QPushButton* button(const QString& name) { return pane.findChild<QPushButton*>(name); }

    FakeSession session {samples::now()};
    Theme theme {ThemeKind::Light};
    ManualClock clock {samples::now()};
    CaseListPane pane {session, theme, clock};
};

} // namespace

class CaseListPaneTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsThePlaceWhenRowsComeAbove()
    {
        Desk desk(300);
        desk.pane.list()->verticalScrollBar()->setValue(1234);
        desk.settle();
        const auto before = desk.top();
        QVERIFY(!before.first.isEmpty());
        for (int index = 900; index < 904; ++index)
            desk.add(index, care::Priority::Stat);
        desk.session.announce();
        desk.settle();
        QCOMPARE(desk.top(), before); // held back while the reader reads
        desk.pane.model().applyHeld();
        desk.settle();
        QCOMPARE(desk.top(), before); // and in their place above when they come
        QCOMPARE(desk.pane.model().rowCount(), 304);
    }

    void saysThatThereIsMore()
    {
        Desk desk(60);
        QTest::keyClick(desk.pane.list(), Qt::Key_J);
        QVERIFY(!desk.button(u"heldRows"_s)->isVisible());
        const care::CaseId fresh = desk.add(900, care::Priority::Stat);
        desk.session.announce();
        desk.settle();
        QVERIFY(desk.button(u"heldRows"_s)->isVisible());
        QCOMPARE(desk.button(u"heldRows"_s)->text(), u"1 ny(a)"_s);
        QCOMPARE(desk.pane.model().indexOf(fresh), -1);
        QTest::mouseClick(desk.button(u"heldRows"_s), Qt::LeftButton);
        desk.settle();
        QCOMPARE(desk.pane.model().indexOf(fresh), 0);
        QVERIFY(!desk.button(u"heldRows"_s)->isVisible());
    }

    void marksTheFirstRowAndKeepsTheMark()
    {
        Desk desk(60);
        QCOMPARE(desk.pane.list()->currentIndex().row(), 0);
        desk.pane.list()->moveCurrent(5);
        const auto marked = desk.pane.list()->currentCase();
        desk.add(900, care::Priority::Stat);
        desk.session.announce();
        desk.pane.model().applyHeld();
        desk.settle();
        QCOMPARE(desk.pane.list()->currentCase(), marked);
        QCOMPARE(desk.pane.list()->currentIndex().row(), 6);
    }

    void saysWhyItIsEmpty_data()
    {
        QTest::addColumn<QString>("prepared");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing waits") << u"mine"_s << u"Inget väntar. Synkad 10:42"_s;
        QTest::newRow("none closed") << u"closed"_s << u"Inga avslutade ärenden här. Synkad 10:42"_s;
        QTest::newRow("a search without hits") << u"search"_s << u"Inget ärende här passar sökningen eller filtret."_s;
        QTest::newRow("never fetched") << u"never"_s << u"Inte hämtat än"_s;
        QTest::newRow("not fetched, no network") << u"offline"_s << u"Inte hämtat än. Utan nät sedan 10:42"_s;
        QTest::newRow("refused by the gate") << u"refused"_s << u"Listan får inte visas för dig, eller så kunde öppningen inte loggas."_s;
        QTest::newRow("the disk fails") << u"disk"_s << u"Listan kan inte läsas från datorns disk just nu."_s;
        QTest::newRow("not answered yet") << u"open"_s << u""_s;
    }
    void saysWhyItIsEmpty()
    {
        QFETCH(QString, prepared);
        Desk desk(0);
        using Code = session::SessionError::Code;
        session::SyncStatus status = desk.session.syncStatus();
        if (prepared == u"never" || prepared == u"offline") {
            status.lastPull = {};
            status.since = samples::at("2026-11-23T09:42:00Z");
            status.link = prepared == u"never" ? session::SyncStatus::Link::NeverReached : session::SyncStatus::Link::Offline;
            desk.session.setStatus(status);
        }
        if (prepared == u"refused" || prepared == u"disk")
            desk.session.refuseLists(session::SessionError {prepared == u"disk" ? Code::StoreFailed : Code::AccessDenied, {}});
        if (prepared == u"open")
            desk.session.setAnswers(FakeSession::Answers::AsAsked);
        desk.pane.showView(prepared == u"closed" ? care::View::Closed : care::View::Mine);
        if (prepared == u"search")
            desk.pane.findChild<QLineEdit*>(u"listSearch"_s)->setText(u"ingen heter så"_s);
        QCoreApplication::processEvents();
        desk.session.setStatus(status); // a new status makes no promise the list has not made
        QTEST(desk.text(u"listEmpty"_s), "text");
        QVERIFY(desk.pane.list()->isVisible());
    }

    void keepsTheFocusWhenEmpty()
    {
        Desk desk(0);
        desk.pane.focusList();
        desk.settle();
        QVERIFY(desk.pane.list()->hasFocus());
        desk.add(1);
        desk.session.announce();
        desk.settle();
        QVERIFY(desk.pane.list()->hasFocus());
        QCOMPARE(desk.text(u"listEmpty"_s), QString());
    }

    void keepsTheHeaderTogetherWhenEmpty()
    {
        Desk desk(0);
        QVERIFY(desk.pane.findChild<QLineEdit*>(u"listSearch"_s)->geometry().bottom() < 120);
    }

    void filtersByTypeAndSaysHowToStop()
    {
        Desk desk(60);
        QPushButton* chip = desk.button(u"chip-renewal"_s);
        const int renewals = static_cast<int>(desk.session.list({care::View::Open, {u"renewal"_s}, {}}).size());
        QCOMPARE(chip->text(), u"Förnya recept %1"_s.arg(renewals));
        QTest::mouseClick(chip, Qt::LeftButton);
        desk.settle();
        QCOMPARE(desk.pane.model().rowCount(), renewals);
        QCOMPARE(desk.text(u"listShown"_s), u"%1 av 60, mest angeläget först"_s.arg(renewals));
        QVERIFY(chip->text().endsWith(u'×'));
        QTest::mouseClick(chip, Qt::LeftButton);
        desk.settle();
        QCOMPARE(desk.pane.model().rowCount(), 60);
    }

    void speaksARow()
    {
        Desk desk(3);
        const QString spoken = desk.pane.model().index(0).data(Qt::AccessibleTextRole).toString();
        const care::CaseRow* row = desk.pane.model().row(0);
        QVERIFY2(spoken.contains(care::safeName(row->familyName, row->givenName)), qPrintable(spoken));
        QVERIFY2(spoken.contains(u"inte fördelat"_s), qPrintable(spoken));
    }
};

QTEST_MAIN(CaseListPaneTest)
#include "tst_caselistpane.moc"
