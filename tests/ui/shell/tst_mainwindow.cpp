// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"
#include "ui/patients/patientbanner.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;

namespace {

//! The whole window over a session in memory, worked by keys.
struct Desk {
    explicit Desk(int count = 30)
    {
        session.setActor(samples::nurse());
        session::SyncStatus status;
        status.link = session::SyncStatus::Link::Online;
        status.lastPull = samples::at("2026-11-23T09:42:00Z");
        session.setStatus(status);
        for (int index = 0; index < count; ++index) {
            const auto [value, person] = samples::listed(index);
            session.put(value, person);
        }
        session.announce(); // the window stands before the first rows come
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window did not come");
        settle();
    }
    void settle() const
    {
        // A question may follow from an answer.
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    void type(const QString& text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        settle();
    }
    CaseListView& list() { return *window.list().list(); }
    std::optional<care::CaseId> marked() { return list().currentCase(); }
    std::optional<care::CaseId> opened() { return window.casePane().shown(); }
    care::CaseId at(int row) { return window.list().model().row(row)->id; }
    template <typename W>
    W* find(const QString& name)
    {
        return window.findChild<W*>(name);
    }
    QList<care::Verb> verbs() const
    {
        QList<care::Verb> verbs;
        for (const session::Intent& intent : session.m_submitted)
            verbs << intent.verb;
        return verbs;
    }
    void answerBy(const QString& text)
    {
        window.casePane().findChild<QPlainTextEdit*>(u"composerText"_s)->setFocus();
        type(text);
        press(Qt::Key_Return, Qt::ControlModifier);
    }

    FakeSession session {samples::now()};
    Theme theme {ThemeKind::Light};
    ManualClock clock {samples::now()};
    MainWindow window {session, theme, clock};
};

} // namespace

class MainWindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTooOldLeavesTheScreenUntilItIsFetched()
    {
        Desk desk;
        desk.press(Qt::Key_Return);
        QVERIFY(desk.window.casePane().isVisible());
        session::SyncStatus status = desk.session.syncStatus();
        const auto become = [&](session::DataAge age) {
            status.age = age;
            desk.session.setStatus(status);
            desk.settle();
        };
        become(session::DataAge::Old);
        QVERIFY(desk.window.findChild<QLabel*>(u"listOld"_s)->isVisible());
        QVERIFY(desk.list().isVisible());
        become(session::DataAge::TooOld);
        auto* page = desk.window.findChild<QLabel*>(u"tooOld"_s);
        QVERIFY(page->isVisible() && !page->text().isEmpty());
        desk.window.showView(care::View::Mine); // no way leads to them
        desk.window.showQueue();
        desk.window.openCase(desk.session.ids().first());
        desk.settle();
        QVERIFY(page->isVisible());
        QVERIFY(!desk.list().isVisible() && !desk.window.casePane().isVisible());
        become(session::DataAge::Fresh);
        QVERIFY(!page->isVisible() && desk.list().isVisible());
        QVERIFY(!desk.window.findChild<QLabel*>(u"listOld"_s)->isVisible());
    }

    void movesAndOpensByKeys()
    {
        Desk desk;
        QVERIFY(desk.list().hasFocus());
        for (const int key : {int(Qt::Key_J), int(Qt::Key_Down), int(Qt::Key_K), int(Qt::Key_J)})
            desk.press(key);
        QCOMPARE(desk.marked(), std::optional(desk.at(2)));
        QCOMPARE(desk.opened(), std::nullopt);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.opened(), std::optional(desk.at(2)));
        QVERIFY(desk.window.casePane().isAncestorOf(QApplication::focusWidget()));
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().hasFocus());
    }

    //! Whose case it is stands whole and uncovered, in the smallest window too and while a reply is being written.
    void theBannerIsNeverCovered_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1440, 900);
        QTest::newRow("narrow") << QSize(960, 640);
    }
    void theBannerIsNeverCovered()
    {
        QFETCH(QSize, size);
        Desk desk;
        desk.window.resize(size);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.opened());
        desk.answerBy(u"Hej!"_s);
        const auto* banner = desk.window.findChild<PatientBanner*>();
        QVERIFY(banner && banner->isVisible());
        QVERIFY(banner->height() >= banner->minimumSizeHint().height() && banner->height() >= 24);
        QCOMPARE(banner->visibleRegion(), QRegion(banner->rect()));
    }

    void goesToViews_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("title");
        QTest::newRow("1") << int(Qt::Key_1) << u"Att göra nu"_s;
        QTest::newRow("2") << int(Qt::Key_2) << u"Mina"_s;
        QTest::newRow("3") << int(Qt::Key_3) << u"Otilldelade"_s;
        QTest::newRow("4") << int(Qt::Key_4) << u"Väntar på svar"_s;
        QTest::newRow("5") << int(Qt::Key_5) << u"Alla öppna"_s;
        QTest::newRow("6") << int(Qt::Key_6) << u"Avslutade"_s;
    }
    void goesToViews()
    {
        QFETCH(int, key);
        Desk desk;
        for (const Qt::KeyboardModifier modifier : {Qt::NoModifier, Qt::ControlModifier}) {
            desk.window.showView(care::View::Todo);
            desk.window.showView(care::View::Open);
            desk.list().setFocus();
            desk.press(key, modifier);
            QTEST(desk.find<QLabel>(u"listTitle"_s)->text(), "title");
        }
    }

    void marksTheFirstRowWhenTheSameViewIsAskedFor()
    {
        Desk desk;
        desk.press(Qt::Key_5);
        desk.press(Qt::Key_J);
        desk.press(Qt::Key_5);
        QCOMPARE(desk.marked(), std::optional(desk.at(0)));
    }

    void searchesByKeys()
    {
        Desk desk;
        desk.press(Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"listSearch"_s);
        desk.type(u"strom t1"_s); // letters and digits are text here
        QCOMPARE(desk.find<QLineEdit>(u"listSearch"_s)->text(), u"strom t1"_s);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().hasFocus());
        desk.press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"paletteInput"_s);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().hasFocus());
    }

    //! A key in the list means the marked patient: it never acts on another one who happens to stand open.
    void actsOnTheMarkedPatientAlone()
    {
        Desk desk;
        desk.press(Qt::Key_Return);
        const auto first = desk.opened();
        desk.press(Qt::Key_Escape);
        desk.press(Qt::Key_J);
        desk.press(Qt::Key_T);
        QCOMPARE(desk.verbs(), QList<care::Verb>());
        QCOMPARE(desk.opened(), desk.marked());
        QVERIFY(desk.opened() != first);
        desk.press(Qt::Key_T);
        QCOMPARE(desk.verbs(), QList {care::Verb::Take});
        QCOMPARE(desk.session.m_submitted[0].caseId, *desk.marked());
    }

    void undoesByU()
    {
        Desk desk;
        desk.press(Qt::Key_BracketRight);
        desk.press(Qt::Key_T);
        QCOMPARE(desk.verbs(), QList {care::Verb::Take});
        QVERIFY(desk.list().hasFocus());
        // The open case could undo it too: the key must not be torn between the two.
        QVERIFY(desk.find<QAction>(u"caseUndo"_s)->isEnabled());
        desk.press(Qt::Key_U);
        QCOMPARE(desk.session.m_undone, QList {care::CommandId(u"command-1"_s)});
        desk.press(Qt::Key_U);
        QCOMPARE(desk.session.m_undone.size(), 1);
        QCOMPARE(desk.find<QLabel>(u"undoText"_s)->text(), u"Det finns inget att ångra."_s);
    }

    void readsOnWithBrackets()
    {
        Desk desk;
        for (const int row : {1, 2, 3}) {
            desk.press(Qt::Key_BracketRight);
            QCOMPARE(desk.opened(), std::optional(desk.at(row)));
            QVERIFY(desk.list().hasFocus());
        }
        desk.press(Qt::Key_BracketLeft);
        QCOMPARE(desk.opened(), std::optional(desk.at(2)));
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_BracketRight); // also where the case is read
        QCOMPARE(desk.opened(), std::optional(desk.at(3)));
    }

    void marksTheNextAfterAReply()
    {
        Desk desk;
        const care::CaseId first = desk.at(0);
        const care::CaseId second = desk.at(1);
        desk.session.caseAt(first).owner = samples::mine();
        desk.session.announce();
        desk.settle();
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.opened(), std::optional(first));
        desk.answerBy(u"Hej"_s);
        QCOMPARE(desk.verbs(), QList {care::Verb::Reply});
        QCOMPARE(desk.marked(), std::optional(second));
        QVERIFY(desk.list().hasFocus());
        QVERIFY(desk.find<QLabel>(u"undoText"_s)->text().contains(u"Slutsvar"_s));
    }

    void opensTheQueueAndComesBack()
    {
        Desk desk;
        desk.session.setQueue({samples::queued("c1", care::Verb::Take, care::CommandState::Queued)});
        QTest::mouseClick(desk.find<QAbstractButton>(u"syncButton"_s), Qt::LeftButton);
        desk.settle();
        QVERIFY(desk.find<QWidget>(u"queuePage"_s)->isVisible());
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.find<QWidget>(u"queuePage"_s)->isVisible());
        QVERIFY(desk.list().hasFocus());
    }

    void titleHoldsNoPatient()
    {
        Desk desk;
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.window.windowTitle(), u"Mottaget"_s);
        QCOMPARE(desk.window.windowFilePath(), QString());
    }

    //! What can be reached by Tab or pressed says what it is, and each action's key stands alone where it works.
    void everyControlHasAName()
    {
        Desk desk;
        desk.press(Qt::Key_Return);
        for (const QWidget* widget : desk.window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(isNamed, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
            QVERIFY2(!button || !widget->objectName().isEmpty(), qPrintable(button ? button->text() : QString()));
        }
        QHash<QString, QString> keys;
        for (const QAction* action : desk.list().actions()) {
            const QString key = action->shortcut().toString();
            QVERIFY2(!keys.contains(key), qPrintable(key + u": "_s + keys.value(key) + u", "_s + action->text()));
            keys.insert(key, action->text());
        }
    }

    void nothingIsCutInAnyTheme_data()
    {
        QTest::addColumn<ThemeKind>("kind");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeKind::Light << QSize(1440, 900);
        QTest::newRow("dark, smallest") << ThemeKind::Dark << QSize(960, 600);
        QTest::newRow("high contrast") << ThemeKind::HighContrast << QSize(1280, 800);
    }
    void nothingIsCutInAnyTheme()
    {
        QFETCH(ThemeKind, kind);
        QFETCH(QSize, size);
        Desk desk;
        desk.theme.setKind(kind);
        desk.window.resize(size);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.window.size(), size);
        for (const QString& name : {u"topBar"_s, u"rail"_s, u"listPane"_s}) {
            for (const QAbstractButton* button : desk.find<QWidget>(name)->findChildren<QAbstractButton*>()) {
                if (button->isVisible())
                    QVERIFY2(button->width() >= button->minimumSizeHint().width()
                            || button->fontMetrics().horizontalAdvance(button->text()) < button->width(),
                        qPrintable(button->text()));
            }
            for (const QLabel* label : desk.find<QWidget>(name)->findChildren<QLabel*>()) {
                if (label->isVisible() && !label->wordWrap())
                    QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
