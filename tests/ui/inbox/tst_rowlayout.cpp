// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/inbox/caserowdelegate.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QTest>

using namespace mottaget;
using namespace mottaget::ui;
using namespace Qt::StringLiterals;
using Kind = RowPiece::Kind;

namespace {

RowTexts textsOf(const session::OpenCase& open)
{
    const care::CaseRow row = care::project(open.value, open.patient, open.type, care::CommandState::Queued, samples::now());
    return RowWords::textsOf(row, samples::nurse().self.role, samples::now());
}

QList<RowTexts> people()
{
    QList<RowTexts> texts;
    for (const session::OpenCase& open :
        {samples::cough(), samples::renewal(), samples::child(), samples::hidden(), samples::longName(), samples::answered()})
        texts << textsOf(open);
    session::OpenCase fetched = samples::cough();
    fetched.patient.reset();
    texts << textsOf(fetched);
    session::OpenCase many = samples::longName();
    many.patient->givenName = u"Anna Maria Elisabeth Charlotta"_s;
    texts << textsOf(many);
    return texts;
}

QString joined(const QList<RowPiece>& pieces, Kind kind)
{
    QString text;
    for (const RowPiece& piece : pieces) {
        if (piece.kind == kind)
            text += piece.text;
    }
    return text.remove(u' ');
}

QFont fontOf(const RowPiece& piece, const RowRoom& room)
{
    return piece.kind == Kind::Name ? room.name : piece.kind == Kind::Reason ? room.small : room.body;
}

} // namespace

//! Where the texts of a row stand: nothing overlaps, nothing that identifies is cut, at every width, size and density.
class RowLayoutTest final : public QObject {
    Q_OBJECT

    ManualClock m_clock {samples::now()};
    Theme m_theme {ThemeKind::Light};

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::Swedish)); }

    void holds_data()
    {
        QTest::addColumn<int>("pixels");
        QTest::addColumn<int>("width");
        QTest::addColumn<Density>("density");
        for (const int pixels : {13, 20, 26}) {
            for (const int width : {340, 404, 560}) {
                QTest::addRow("%d px text, %d px wide, compact", pixels, width * pixels / 13)
                    << pixels << width * pixels / 13 << Density::Compact;
                QTest::addRow("%d px text, %d px wide, normal", pixels, width * pixels / 13)
                    << pixels << width * pixels / 13 << Density::Normal;
                QTest::addRow("%d px text, %d px wide, roomy", pixels, width * pixels / 13)
                    << pixels << width * pixels / 13 << Density::Roomy;
            }
        }
        QTest::newRow("text of 200 % in a list as wide as ever") << 26 << 404 << Density::Normal;
    }
    void holds()
    {
        QFETCH(int, pixels);
        QFETCH(int, width);
        QFETCH(Density, density);
        QFont font = QGuiApplication::font();
        font.setPixelSize(pixels);
        QGuiApplication::setFont(font);
        CaseRowDelegate delegate(m_theme, m_clock);
        delegate.setDensity(density);
        const RowRoom room = delegate.roomIn(QRect(0, 0, width, delegate.rowHeight()));
        for (const RowTexts& texts : people())
            check(texts, room);
    }

    void check(const RowTexts& texts, const RowRoom& room)
    {
        const QList<RowPiece> pieces = layOutRow(texts, room);
        QCOMPARE(joined(pieces, Kind::Name), QString(texts.name).remove(u' '));
        QCOMPARE(joined(pieces, Kind::Number), texts.number);
        for (const RowPiece& piece : pieces) {
            QVERIFY2(room.area.contains(piece.rect), qPrintable(piece.text));
            if (piece.badge.text.isEmpty())
                QVERIFY2(QFontMetrics(fontOf(piece, room)).horizontalAdvance(piece.text) <= piece.rect.width(), qPrintable(piece.text));
            for (const RowPiece& other : pieces)
                QVERIFY2(&piece == &other || !piece.rect.intersects(other.rect), qPrintable(piece.text + u" / " + other.text));
        }
    }

    void putsEachTextInItsPlace()
    {
        QFont font = QGuiApplication::font();
        font.setPixelSize(13);
        QGuiApplication::setFont(font);
        const CaseRowDelegate delegate(m_theme, m_clock);
        const RowRoom room = delegate.roomIn(QRect(0, 0, 404, delegate.rowHeight()));
        QStringList places;
        for (const RowPiece& piece : layOutRow(textsOf(samples::child()), room))
            places << QString::number((piece.rect.top() - room.area.top()) / room.line) + u' ' + piece.text;
        const QStringList expected {u"0 FORS, Viktor"_s, u"0 20190823-2398"_s, u"0 senast ons 25 nov."_s, u"2 sparad här"_s,
            u"2 vårdnadshavare"_s, u"1 du"_s, u"1 Beställ tid: ont i örat sedan i går"_s};
        QCOMPARE(places.join(u'\n').replace(QChar(0x2011), u'-').left(expected.join(u'\n').size()), expected.join(u'\n'));
    }

    void isEquallyHighInAllRows()
    {
        CaseRowDelegate delegate(m_theme, m_clock);
        QList<int> heights;
        for (const Density density : {Density::Compact, Density::Normal, Density::Roomy}) {
            delegate.setDensity(density);
            heights << delegate.rowHeight();
            QCOMPARE(delegate.sizeHint({}, {}).height(), delegate.rowHeight());
        }
        QVERIFY(heights[0] < heights[1]);
        QVERIFY(heights[1] < heights[2]);
    }
};

QTEST_MAIN(RowLayoutTest)
#include "tst_rowlayout.moc"
