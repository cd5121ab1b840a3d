// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/privacy/fakecustody.h"
#include "tests/ui/samplelist.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/privacy/unlockpane.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;
using session::CustodyStatus;
using Phase = CustodyStatus::Phase;
using Work = CustodyStatus::Work;

namespace {

CustodyStatus at(Phase phase, Work work = Work::None)
{
    CustodyStatus status;
    status.phase = phase;
    status.work = work;
    return status;
}

CustodyStatus wrong()
{
    CustodyStatus status = at(Phase::Unlocked);
    status.wasWrong = true;
    status.wrongTries = 1;
    return status;
}

CustodyStatus diskFull()
{
    CustodyStatus status = at(Phase::Unlocked);
    status.trouble = CustodyStatus::Trouble::RecordNotWritten;
    return status;
}

//! The window of a person whose files open with a secret, worked by keys.
struct Desk {
    explicit Desk(bool withCustody = true)
    {
        session.setActor(samples::nurse());
        custody.become(at(Phase::Unlocked));
        if (withCustody)
            window.setCustody(custody);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window did not come");
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const QString& text) const
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QCoreApplication::processEvents();
    }
    void choose() const
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"byt pin"_s);
        press(Qt::Key_Return);
    }
    //! The page that is seen; null when it is not.
    [[nodiscard]] UnlockPane* page() const
    {
        auto* pane = window.findChild<UnlockPane*>();
        return pane && pane->isVisible() ? pane : nullptr;
    }
    [[nodiscard]] QString focus() const { return QApplication::focusWidget()->objectName(); }
    [[nodiscard]] QString told() const
    {
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            if (label->isVisible() && (label->text().contains(u"bytt"_s) || label->text().contains(u"Fel PIN"_s)))
                return label->text();
        }
        return {};
    }
    void give() const
    {
        for (const QString& words : {u"135798"_s, u"864209"_s, u"864209"_s}) {
            type(words);
            press(Qt::Key_Return);
        }
    }

    FakeSession session {samples::now()};
    Theme theme {ThemeKind::Light};
    ManualClock clock {samples::now()};
    FakeCustody custody;
    MainWindow window {session, theme, clock};
};

} // namespace

Q_DECLARE_METATYPE(CustodyStatus)

class SecretChangeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesByKeysAlone()
    {
        Desk desk;
        desk.choose();
        QVERIFY(desk.page());
        QCOMPARE(desk.focus(), u"presentSecret"_s);
        desk.give();
        QCOMPARE(desk.custody.asked, (QStringList {u"change 135798 to 864209"_s}));
        desk.custody.become(at(Phase::Working, Work::Changing));
        QVERIFY(desk.page());
        desk.custody.become(at(Phase::Unlocked));
        QVERIFY(!desk.page());
        QVERIFY(desk.window.list().list()->hasFocus());
        QCOMPARE(desk.told(), u"PIN-koden eller lösenfrasen är bytt."_s);
    }

    void aWrongOneIsToldOnThePage()
    {
        Desk desk;
        desk.choose();
        desk.give();
        desk.custody.become(at(Phase::Working, Work::Changing));
        desk.custody.become(wrong());
        QVERIFY(desk.page());
        QCOMPARE(desk.told(), u"Fel PIN-kod eller lösenfras."_s);
        QCOMPARE(desk.focus(), u"presentSecret"_s);
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.page());
        QVERIFY(desk.window.list().list()->hasFocus());
    }

    void theEndIsToldElsewhereToo_data()
    {
        QTest::addColumn<CustodyStatus>("end");
        QTest::addColumn<QString>("told");
        QTest::newRow("changed") << at(Phase::Unlocked) << u"PIN-koden eller lösenfrasen är bytt."_s;
        QTest::newRow("wrong") << wrong() << u"Fel PIN-kod eller lösenfras."_s;
        QTest::newRow("disk full") << diskFull() << u"Inget har bytts: nyckelfilen kunde inte sparas."_s;
    }
    void theEndIsToldElsewhereToo()
    {
        QFETCH(CustodyStatus, end);
        Desk desk;
        desk.choose();
        desk.give();
        desk.custody.become(at(Phase::Working, Work::Changing));
        desk.press(Qt::Key_2, Qt::ControlModifier); // on with the work meanwhile
        QVERIFY(!desk.page());
        desk.custody.become(end);
        QTEST(desk.told(), "told");
        QVERIFY(!desk.page());
    }

    void nothingTypedStaysBehind()
    {
        Desk desk;
        desk.choose();
        desk.type(u"135798"_s);
        desk.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!desk.page());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!desk.window.findChild<UnlockPane*>());
        desk.choose();
        QVERIFY(desk.page());
        QVERIFY(desk.page()->findChild<QLineEdit*>(u"presentSecret"_s)->text().isEmpty());
    }

    void unlockingSaysNothingHere()
    {
        Desk desk;
        desk.custody.become(at(Phase::Working, Work::Unlocking));
        desk.custody.become(at(Phase::Unlocked));
        QCOMPARE(desk.told(), QString());
    }

    void aDemoHasNoneToChange()
    {
        const Desk desk(false);
        QVERIFY(!desk.window.findChild<QAction*>(u"changeSecret"_s));
    }
};

QTEST_MAIN(SecretChangeTest)
#include "tst_secretchange.moc"
