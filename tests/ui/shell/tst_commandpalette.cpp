// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/palettelines.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;

namespace {

//! A window with a field, two actions, and the palette over it.
struct Desk {
    Desk()
    {
        qRegisterMetaType<care::CaseId>();
        session.setActor(samples::nurse());
        for (const session::OpenCase& open : {samples::cough(), samples::hidden()})
            session.put(open.value, open.patient);
        session.put(samples::child().value, std::nullopt);
        take.setShortcut(QKeySequence(u"T"_s));
        note.setEnabled(false);
        note.setStatusTip(u"Inget ärende är öppet."_s);
        window.resize(700, 500);
        field.setGeometry(0, 0, 100, 30);
        palette.setGeometry(0, 40, 500, 400);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window did not come");
        field.setFocus();
        palette.open({&take, &note, &sync});
    }
    QLineEdit* input() { return palette.findChild<QLineEdit*>(u"paletteInput"_s); }
    QStringList lines()
    {
        auto* list = palette.findChild<QListWidget*>(u"paletteList"_s);
        QStringList lines;
        for (int at = 0; at < list->count(); ++at)
            lines << list->item(at)->text() + u" | " + list->item(at)->data(PaletteLines::besideRole).toString();
        return lines.replaceInStrings(QString(QChar(0x2011)), u"-"_s);
    }
    void type(const QString& text)
    {
        QTest::keyClicks(input(), text);
        QCoreApplication::sendPostedEvents();
    }

    FakeSession session {samples::now()};
    Theme theme {ThemeKind::Light};
    ManualClock clock {samples::now()};
    QWidget window;
    QLineEdit field {&window};
    CommandPalette palette {session, theme, clock, &window};
    QAction take {u"&Ta"_s};
    QAction note {u"Intern notering…"_s};
    QAction sync {u"Synka nu"_s};
};

} // namespace

class CommandPaletteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scores_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("letters in order before none") << u"gm"_s << u"Gå till Mina"_s << u"Synka nu"_s;
        QTest::newRow("beginnings of words before the middle") << u"vs"_s << u"Väntar på svar"_s << u"Avslutade"_s;
        QTest::newRow("letters together before letters apart") << u"ta"_s << u"Ta"_s << u"Till alla"_s;
        QTest::newRow("the Swedish letters") << u"å"_s << u"Återuppta"_s << u"Avsluta"_s;
    }
    void scores()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fuzzyScore(typed, better) > fuzzyScore(typed, worse));
        QVERIFY(fuzzyScore(typed, better) >= 0);
        QCOMPARE(fuzzyScore(u"xyz"_s, better), -1);
        QCOMPARE(fuzzyScore({}, better), 0);
    }

    void teachesTheKeysAndSaysWhyNot()
    {
        Desk desk;
        QCOMPARE(desk.lines(), (QStringList {u"Ta | T"_s, u"Intern notering | Inget ärende är öppet."_s, u"Synka nu | "_s}));
    }

    void findsCases()
    {
        Desk desk;
        desk.type(u"lindq"_s);
        QCOMPARE(desk.lines(), QStringList {u"LINDQVIST, Karin  19670913-2887 | Rådgivning: hosta i två veckor"_s});
        QSignalSpy chosen(&desk.palette, &CommandPalette::caseChosen);
        QTest::keyClick(desk.input(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<care::CaseId>(), samples::cough().value.id);
        QVERIFY(!desk.palette.isVisible());
    }

    void namesNobodyWhoIsProtectedOrUnknown()
    {
        Desk desk;
        desk.type(u"hilda"_s);
        QCOMPARE(desk.lines(), QStringList());
        desk.input()->clear();
        desk.type(u"utslag"_s);
        QCOMPARE(desk.lines(), QStringList {u"Skyddade personuppgifter | Rådgivning: fråga om utslag"_s});
        desk.input()->clear();
        desk.input()->setText(u"örat"_s); // keys of a test are ASCII
        QCoreApplication::sendPostedEvents();
        QCOMPARE(desk.lines(), QStringList {u"Patienten är inte hämtad än | Beställ tid: ont i örat sedan i går"_s});
    }

    void dropsAnswersToEarlierLetters()
    {
        Desk desk;
        desk.session.setAnswers(FakeSession::Answers::AsAsked);
        desk.type(u"lindq"_s);
        desk.input()->setText(u"utslag"_s);
        desk.session.letAllGo();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(desk.lines(), QStringList {u"Skyddade personuppgifter | Rådgivning: fråga om utslag"_s});
    }

    void goesByKeysAlone()
    {
        Desk desk;
        int synced = 0;
        connect(&desk.sync, &QAction::triggered, this, [&] { ++synced; });
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Up, Qt::Key_Return})
            QTest::keyClick(desk.input(), key);
        QVERIFY(desk.palette.isVisible()); // it stands on what can't be done
        QTest::keyClick(desk.input(), Qt::Key_Down);
        QTest::keyClick(desk.input(), Qt::Key_Return);
        QCOMPARE(synced, 1);
    }

    void givesTheFocusBack()
    {
        Desk desk;
        QVERIFY(desk.input()->hasFocus());
        QTest::keyClick(desk.input(), Qt::Key_Escape);
        QVERIFY(!desk.palette.isVisible());
        QVERIFY(desk.field.hasFocus());
    }
};

QTEST_MAIN(CommandPaletteTest)
#include "tst_commandpalette.moc"
