// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/privacy/fakecustody.h"
#include "ui/privacy/unlockpane.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;
using session::CustodyStatus;
using Phase = CustodyStatus::Phase;
using Work = CustodyStatus::Work;
using Trouble = CustodyStatus::Trouble;

namespace {

const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC); // 09:00:00 in Sweden

CustodyStatus at(Phase phase, Work work = Work::None)
{
    CustodyStatus status;
    status.phase = phase;
    status.work = work;
    return status;
}

CustodyStatus stuck(Trouble trouble)
{
    CustodyStatus status = at(Phase::Stuck);
    status.trouble = trouble;
    status.writtenBy = u"gnome-keyring"_s;
    status.found = u"kwallet"_s;
    status.detail = u"Cannot create an item in a locked collection"_s;
    return status;
}

CustodyStatus wrong(int tries)
{
    CustodyStatus status = at(Phase::Locked);
    status.wasWrong = true;
    status.wrongTries = tries;
    if (tries > 3)
        status.retryAt = start.addSecs(5);
    return status;
}

struct Desk {
    FakeCustody custody;
    Theme theme {ThemeKind::Light};
    ManualClock clock {start};
    std::unique_ptr<UnlockPane> pane;

    explicit Desk(const CustodyStatus& status, const QSize& size = {700, 600})
    {
        custody.become(status);
        pane = std::make_unique<UnlockPane>(custody, theme, clock);
        pane->resize(size);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
    }
    template <typename W>
    [[nodiscard]] W* find(const QString& name) const
    {
        return pane->findChild<W*>(name);
    }
    [[nodiscard]] QString text(const QString& name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] QString focus() const { return pane->focusWidget() ? pane->focusWidget()->objectName() : u"nowhere"_s; }
    void type(const QString& words) const { QTest::keyClicks(pane->focusWidget(), words); }
    void press(Qt::Key key) const { QTest::keyClick(pane->focusWidget(), key); }
};

//! Every state there is, by name, and where the focus lies in it.
struct StateRow {
    const char* name;
    CustodyStatus status;
    const char* focus;
};

QList<StateRow> everyState()
{
    QList<StateRow> rows {{"starting", at(Phase::Starting), "unlockPane"}, {"new", at(Phase::New), "nextSecret"},
        {"locked", at(Phase::Locked), "presentSecret"}, {"wrong once", wrong(1), "presentSecret"},
        {"wrong, waiting", wrong(4), "presentSecret"}, {"unlocked: change", at(Phase::Unlocked), "presentSecret"}};
    CustodyStatus unchanged = at(Phase::Unlocked);
    unchanged.trouble = Trouble::RecordNotWritten;
    rows.append({"not changed", unchanged, "presentSecret"});
    for (const auto& [name, work] :
        {std::pair("enrolling", Work::Enrolling), {"unlocking", Work::Unlocking}, {"changing", Work::Changing}}) {
        const char* const focus = work == Work::Enrolling ? "nextSecret" : "presentSecret";
        rows.append({name, at(Phase::Working, work), focus});
    }
    CustodyStatus slow = at(Phase::Working, Work::Unlocking);
    slow.keychainSlow = true;
    rows.append({"keychain slow", slow, "presentSecret"});
    const std::pair<const char*, Trouble> troubles[] = {{"no keychain", Trouble::NoKeychain}, {"keychain locked", Trouble::KeychainLocked},
        {"no answer", Trouble::KeychainNoAnswer}, {"refused", Trouble::KeychainRefused}, {"other keychain", Trouble::OtherKeychain},
        {"secret missing", Trouble::SecretMissing}, {"keychain failed", Trouble::KeychainFailed},
        {"record missing", Trouble::RecordMissing}, {"record damaged", Trouble::RecordDamaged}, {"record newer", Trouble::RecordNewer},
        {"record unreadable", Trouble::RecordUnreadable}, {"record not written", Trouble::RecordNotWritten}};
    for (const auto& [name, trouble] : troubles)
        rows.append({name, stuck(trouble), "unlockGo"});
    CustodyStatus recoverable = stuck(Trouble::SecretMissing);
    recoverable.recoverable = true;
    rows.append({"secret missing, recoverable", recoverable, "unlockGo"});
    return rows;
}

} // namespace

Q_DECLARE_METATYPE(CustodyStatus)

class UnlockPaneTest final : public QObject {
    Q_OBJECT

    //! Runs `row` for every state, at ordinary and at double text.
    static void statesAndSizes()
    {
        QTest::addColumn<CustodyStatus>("status");
        QTest::addColumn<int>("pixels");
        for (const StateRow& row : everyState()) {
            for (const int pixels : {13, 26})
                QTest::addRow("%s, text of %d pixels", row.name, pixels) << row.status << pixels;
        }
    }

private Q_SLOTS:
    void cleanup() { QApplication::setFont(m_font); }

    void nothingIsCut_data() { statesAndSizes(); }
    void nothingIsCut()
    {
        QFETCH(CustodyStatus, status);
        QFETCH(int, pixels);
        QFont font = m_font;
        font.setPixelSize(pixels);
        QApplication::setFont(font);
        const Desk desk(status, {480, 420}); // a small window
        QCOMPARE(desk.pane->horizontalScrollBar()->maximum(), 0);
        int shown = 0;
        for (const QLabel* label : desk.pane->findChildren<QLabel*>()) {
            if (!label->isVisible())
                continue;
            ++shown;
            QVERIFY2(!label->text().isEmpty(), qPrintable(label->objectName()));
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->objectName()));
        }
        QVERIFY(shown >= 2);
        for (const QPushButton* button : desk.pane->findChildren<QPushButton*>())
            QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }

    void theFocusHasItsPlace_data()
    {
        QTest::addColumn<CustodyStatus>("status");
        QTest::addColumn<QString>("focus");
        for (const StateRow& row : everyState())
            QTest::newRow(row.name) << row.status << QString::fromLatin1(row.focus);
    }
    void theFocusHasItsPlace()
    {
        QFETCH(CustodyStatus, status);
        // Working begins from where a person pressed Enter, and the focus stays there.
        const Desk desk(status.phase == Phase::Working ? at(status.work == Work::Enrolling ? Phase::New : Phase::Locked) : status);
        const_cast<FakeCustody&>(desk.custody).become(status); // NOLINT: the desk is the test's own
        QTEST(desk.focus(), "focus");
    }

    //! What stands still has a sentence of its own and a way out by keys; what is stuck says what IT needs.
    void eachTroubleHasItsOwnWords()
    {
        QSet<QString> titles;
        QSet<QString> words;
        int troubles = 0;
        for (const StateRow& row : everyState()) {
            if (row.status.phase != Phase::Stuck)
                continue;
            ++troubles;
            const Desk desk(row.status);
            titles << desk.text(u"unlockTitle"_s);
            words << desk.text(u"unlockExplanation"_s);
            QVERIFY2(desk.text(u"unlockForIt"_s).contains(u"Cannot create"_s), row.name);
            QVERIFY2(desk.find<QPushButton>(u"unlockGo"_s)->isEnabled() && desk.find<QPushButton>(u"unlockCopy"_s)->isVisible(), row.name);
            desk.press(Qt::Key_Return);
            QCOMPARE(desk.custody.asked, (QStringList {u"retry"_s}));
        }
        QCOMPARE(words.size(), troubles);
        QCOMPARE(titles.size(), troubles - 1); // the recoverable one has the title of the other
    }

    void namesBothKeychains()
    {
        const Desk desk(stuck(Trouble::OtherKeychain));
        QVERIFY(desk.text(u"unlockExplanation"_s).contains(u"skrevs med gnome-keyring, men nu svarar kwallet"_s));
        QCOMPARE(desk.text(u"unlockForIt"_s), u"Till IT: otherKeychain, Cannot create an item in a locked collection"_s);
    }

    void copiesForIt()
    {
        const Desk desk(stuck(Trouble::KeychainFailed));
        desk.press(Qt::Key_Tab);
        QCOMPARE(desk.focus(), u"unlockCopy"_s);
        desk.press(Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), desk.text(u"unlockForIt"_s));
    }

    void unlocksByKeys()
    {
        Desk desk(at(Phase::Locked));
        desk.press(Qt::Key_Return); // nothing typed: nothing asked
        QVERIFY(desk.custody.asked.isEmpty());
        desk.type(u"135798"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.custody.asked, (QStringList {u"unlock 135798"_s}));
        QSignalSpy unlocked(desk.pane.get(), &UnlockPane::unlocked);
        desk.custody.become(at(Phase::Working, Work::Unlocking));
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.custody.asked.size(), 1);
        QCOMPARE(unlocked.count(), 0);
        desk.custody.become(at(Phase::Unlocked));
        QCOMPARE(unlocked.count(), 1);
    }

    void aWrongOneIsToldAndForgotten()
    {
        Desk desk(at(Phase::Locked));
        desk.type(u"135799"_s);
        desk.press(Qt::Key_Return);
        desk.custody.become(at(Phase::Working, Work::Unlocking));
        desk.custody.become(wrong(2));
        QCOMPARE(desk.text(u"unlockProblem"_s), u"Fel PIN-kod eller lösenfras. 2 fel försök i rad."_s);
        QVERIFY(desk.find<QLineEdit>(u"presentSecret"_s)->text().isEmpty());
        QVERIFY(!desk.find<QLineEdit>(u"presentSecret"_s)->isUndoAvailable());
        QCOMPARE(desk.focus(), u"presentSecret"_s);
        desk.type(u"1"_s);
        QVERIFY(!desk.find<QLabel>(u"unlockProblem"_s)->isVisible());
    }

    void waitsBeforeTheNextTry()
    {
        Desk desk(wrong(4));
        QVERIFY(desk.text(u"unlockProblem"_s).endsWith(u"Nästa försök kan göras kl. 09:00:05."_s));
        QVERIFY(!desk.find<QPushButton>(u"unlockGo"_s)->isEnabled());
        desk.type(u"135798"_s);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.custody.asked.isEmpty());
        desk.clock.advance(std::chrono::seconds(5));
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.custody.asked, (QStringList {u"unlock 135798"_s}));
    }

    void choosesASecret_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("focus");
        QTest::addColumn<QStringList>("asked");
        QTest::newRow("good") << u"135798"_s << u"135798"_s << u""_s << u"repeatedSecret"_s << QStringList {u"enrol 135798"_s};
        QTest::newRow("a phrase") << u"en lång fras här"_s << u"en lång fras här"_s << u""_s << u"repeatedSecret"_s
                                  << QStringList {u"enrol en lång fras här"_s};
        QTest::newRow("short") << u"1357"_s << u"1357"_s << u"En PIN-kod har minst 6 siffror."_s << u"nextSecret"_s << QStringList();
        QTest::newRow("short phrase") << u"kort"_s << u"kort"_s << u"En lösenfras har minst 12 tecken."_s << u"nextSecret"_s
                                      << QStringList();
        QTest::newRow("simple") << u"123456"_s << u"123456"_s << u"Koden är för lätt att gissa: blanda siffrorna."_s << u"nextSecret"_s
                                << QStringList();
        QTest::newRow("unlike") << u"135798"_s << u"135799"_s << u"De två är inte lika. Skriv den andra en gång till."_s
                                << u"repeatedSecret"_s << QStringList();
    }
    void choosesASecret()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const Desk desk(at(Phase::New));
        desk.find<QLineEdit>(u"nextSecret"_s)->insert(first);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.focus(), u"repeatedSecret"_s);
        desk.find<QLineEdit>(u"repeatedSecret"_s)->insert(second);
        desk.press(Qt::Key_Return);
        QTEST(desk.text(u"unlockProblem"_s), "problem");
        QTEST(desk.focus(), "focus");
        QTEST(desk.custody.asked, "asked");
    }

    void changesByKeys()
    {
        Desk desk(at(Phase::Unlocked));
        for (const QString& words : {u"135798"_s, u"864209"_s, u"864209"_s}) {
            desk.type(words);
            desk.press(Qt::Key_Return);
        }
        QCOMPARE(desk.custody.asked, (QStringList {u"change 135798 to 864209"_s}));
        desk.custody.become(at(Phase::Working, Work::Changing));
        CustodyStatus refused = at(Phase::Unlocked);
        refused.trouble = Trouble::NoKeychain;
        QSignalSpy unlocked(desk.pane.get(), &UnlockPane::unlocked);
        desk.custody.become(refused);
        QCOMPARE(desk.text(u"unlockProblem"_s), u"Inget har bytts: datorn har ingen nyckelring."_s);
        QCOMPARE(unlocked.count(), 0);
    }

    //! Who only looked goes back, by Esc or the button; nobody leaves the lock that way.
    void goesBackOnlyFromTheChange_data()
    {
        QTest::addColumn<CustodyStatus>("status");
        QTest::addColumn<int>("times");
        for (const StateRow& row : everyState()) {
            const bool changes = row.status.phase == Phase::Unlocked || row.status.work == Work::Changing;
            QTest::newRow(row.name) << row.status << (changes ? 2 : 0);
        }
    }
    void goesBackOnlyFromTheChange()
    {
        QFETCH(CustodyStatus, status);
        const Desk desk(status);
        const QSignalSpy back(desk.pane.get(), &UnlockPane::backRequested);
        QTest::keyClick(desk.pane->focusWidget() ? desk.pane->focusWidget() : desk.pane.get(), Qt::Key_Escape);
        if (auto* button = desk.find<QPushButton>(u"unlockBack"_s); button->isVisible())
            QTest::keyClick(button, Qt::Key_Space);
        QTEST(int(back.count()), "times");
        QVERIFY(desk.custody.asked.isEmpty());
    }

    void everythingHasAName()
    {
        for (const StateRow& row : everyState()) {
            const Desk desk(row.status);
            QVERIFY2(!desk.pane->accessibleName().isEmpty() && !desk.pane->accessibleDescription().isEmpty(), row.name);
            for (const QLineEdit* field : desk.pane->findChildren<QLineEdit*>())
                QVERIFY2(!field->isVisible() || !field->accessibleName().isEmpty(), row.name);
            for (const QPushButton* button : desk.pane->findChildren<QPushButton*>())
                QVERIFY2(!button->isVisible() || !button->accessibleName().isEmpty(), row.name);
        }
    }

private:
    QFont m_font = QApplication::font();
};

QTEST_MAIN(UnlockPaneTest)
#include "tst_unlockpane.moc"
