// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/models/caselistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mottaget;
using ui::CaseListModel;
using Answers = FakeSession::Answers;

namespace {

constexpr care::View open = care::View::Open;

//! A list of `count` cases, and the model over it.
struct World {
    explicit World(int count) : session(samples::now())
    {
        session.setActor(samples::nurse());
        for (int index = 0; index < count; ++index)
            add(index);
        session.announce();
        tester = std::make_unique<QAbstractItemModelTester>(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    care::CaseId add(int index)
    {
        const auto [value, person] = samples::listed(index);
        session.put(value, person);
        return value.id;
    }
    //! Puts a case at the very top or the very bottom.
    void raise(const care::CaseId& id) { session.caseAt(id).priority = care::Priority::Stat; }
    void lower(const care::CaseId& id) { session.caseAt(id).state = care::CaseState::Answered; }
    void settle()
    {
        do {
            session.letAllGo();
            QCoreApplication::sendPostedEvents();
        } while (session.waiting() > 0);
    }
    void show(care::View view = open)
    {
        model.setQuery({view, {}, {}});
        settle();
    }
    //! Scrolls through the whole list as a reader does, so that every row is fetched once; what was seen.
    QStringList readAll()
    {
        QStringList seen;
        for (int row = 0; row < model.rowCount(); ++row) {
            model.setVisible(row, std::min(row + 10, model.rowCount() - 1));
            settle();
            seen << idAt(row);
        }
        return seen;
    }
    QString idAt(int row) const
    {
        const care::CaseRow* found = model.row(row);
        return found ? found->id.text() : QStringLiteral("placeholder");
    }
    //! Places in the window alone.
    QStringList held() const
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.row(row))
                ids << idAt(row);
        }
        return ids;
    }
    QStringList truth() const
    {
        QStringList ids;
        for (const care::CaseRow& row : session.list(model.query()))
            ids << row.id.text();
        return ids;
    }

    FakeSession session;
    CaseListModel model {session};
    std::unique_ptr<QAbstractItemModelTester> tester;
};

} // namespace

class CaseListModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAWindowAlone_data();
    void holdsAWindowAlone();
    void readsWholeList_data();
    void readsWholeList();
    void neverResetsOnRefresh();
    void patchesInPlaceWhileHolding();
    void letsHeldRowsComeWhenHoldingEnds();
    void ownActionsMoveAtOnce();
    void judgesHoldingWhenTheAnswerComes();
    void dropsAnswersOfAnotherList();
    void pagesByKeyBesideWhatIsHeld();
    void fetchesFarJumpsByOffset();
    void keepsWhatItHasWhenRefused();
    void asksOnceWhenRefused();
    void comesToRestWhenTheListShrankAboveTheReader();
    void comesToRestWhenTheReaderSawNothing();
    void asksNobodyWhenTheSessionEnds();
    void speaksRows();
};

void CaseListModelTest::holdsAWindowAlone_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("shown");
    QTest::addRow("none") << 0 << 0;
    QTest::addRow("one") << 1 << 1;
    QTest::addRow("less than a window") << 120 << 120;
    QTest::addRow("more than a window") << 1200 << 200;
}

void CaseListModelTest::holdsAWindowAlone()
{
    QFETCH(const int, count);
    QFETCH(const int, shown);
    World world(count);
    world.show();
    QCOMPARE(world.model.rowCount(), count);
    QCOMPARE(world.held(), world.truth().mid(0, shown));
}

void CaseListModelTest::readsWholeList_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 199, 200, 201, 499, 730})
        QTest::addRow("%d cases", count) << count;
}

void CaseListModelTest::readsWholeList()
{
    QFETCH(const int, count);
    World world(count);
    world.show();
    QCOMPARE(world.readAll(), world.truth());
    QVERIFY(world.held().size() <= 500);
}

void CaseListModelTest::neverResetsOnRefresh()
{
    World world(60);
    world.show();
    const QSignalSpy resets(&world.model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = world.model.index(world.model.indexOf(care::CaseId(QStringLiteral("case-000030"))));
    world.add(900);
    world.raise(world.add(901));
    world.session.remove(care::CaseId(world.idAt(3)));
    world.lower(care::CaseId(world.idAt(1)));
    world.session.announce();
    world.settle();
    QCOMPARE(world.held(), world.truth());
    QCOMPARE(resets.size(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(world.idAt(kept.row()), QStringLiteral("case-000030"));
}

void CaseListModelTest::patchesInPlaceWhileHolding()
{
    World world(60);
    world.show();
    const QStringList before = world.held();
    QSignalSpy held(&world.model, &CaseListModel::heldChanged);
    world.model.setHolding(true);
    world.raise(world.add(900));
    world.raise(world.add(901));
    const care::CaseId third(before[2]);
    world.session.caseAt(third).subject = QStringLiteral("Nytt ämne");
    world.lower(third);
    world.session.announce();
    world.settle();
    QCOMPARE(world.held(), before);
    QCOMPARE(world.model.row(2)->subject, QStringLiteral("Nytt ämne"));
    QCOMPARE(world.model.row(2)->state, care::CaseState::Answered);
    QCOMPARE(held.last(), (QList<QVariant> {2, true}));
}

void CaseListModelTest::letsHeldRowsComeWhenHoldingEnds()
{
    World world(60);
    world.show();
    world.model.setHolding(true);
    world.raise(world.add(900));
    world.session.announce();
    world.settle();
    QVERIFY(world.held() != world.truth());
    QSignalSpy held(&world.model, &CaseListModel::heldChanged);
    world.model.setHolding(false);
    world.settle();
    QCOMPARE(world.held(), world.truth());
    QCOMPARE(held.last(), (QList<QVariant> {0, false}));
}

void CaseListModelTest::ownActionsMoveAtOnce()
{
    World world(60);
    world.show();
    world.model.setHolding(true);
    world.session.setAnswers(Answers::AsLetGo);
    world.lower(care::CaseId(world.idAt(0)));
    world.model.applyHeld();
    world.raise(world.add(900));
    world.session.announce(); // what arrives meanwhile does not take the own action's right to move rows away
    world.settle();
    QVERIFY(world.held() == world.truth());
}

void CaseListModelTest::judgesHoldingWhenTheAnswerComes()
{
    World world(60);
    world.show();
    const QStringList before = world.held();
    world.session.setAnswers(Answers::AsLetGo);
    world.raise(world.add(900));
    world.session.announce();
    world.model.setHolding(true); // the reader begins to move while the question is open
    world.settle();
    QCOMPARE(world.held(), before);
}

void CaseListModelTest::dropsAnswersOfAnotherList()
{
    World world(60);
    world.session.caseAt(care::CaseId(QStringLiteral("case-000007"))).owner = samples::mine();
    world.session.setAnswers(Answers::AsAsked);
    world.model.setQuery({open, {}, {}});
    world.model.setQuery({care::View::Mine, {}, {}});
    world.settle();
    QCOMPARE(world.held(), QStringList {QStringLiteral("case-000007")});
    QCOMPARE(world.model.rowCount(), 1);
}

void CaseListModelTest::pagesByKeyBesideWhatIsHeld()
{
    World world(600);
    world.show();
    world.session.m_pageQuestions.clear();
    world.model.setVisible(160, 175);
    world.settle();
    QCOMPARE(world.session.m_pageQuestions.size(), 1);
    const session::ListPosition wanted {session::ListPosition::Kind::After, 0, world.session.list(world.model.query())[199].order.key};
    QCOMPARE(world.session.m_pageQuestions[0].position, wanted);
    QCOMPARE(world.held(), world.truth().mid(0, 400));
}

void CaseListModelTest::fetchesFarJumpsByOffset()
{
    World world(900);
    world.show();
    world.session.m_pageQuestions.clear();
    world.model.setVisible(700, 715);
    world.settle();
    QCOMPARE(world.session.m_pageQuestions.first().position, (session::ListPosition {session::ListPosition::Kind::Offset, 600, {}}));
    QCOMPARE(world.idAt(705), world.truth()[705]);
    QCOMPARE(world.idAt(0), QStringLiteral("placeholder"));
}

void CaseListModelTest::keepsWhatItHasWhenRefused()
{
    World world(60);
    world.show();
    QSignalSpy failures(&world.model, &CaseListModel::failed);
    world.session.refuseLists(session::SessionError {session::SessionError::Code::AccessDenied, {}});
    world.add(900);
    world.session.announce();
    world.settle();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(world.model.rowCount(), 60);
    world.session.refuseLists({});
    world.session.announce();
    world.settle();
    QCOMPARE(world.held(), world.truth());
}

void CaseListModelTest::asksOnceWhenRefused()
{
    World world(600);
    world.show();
    world.session.m_pageQuestions.clear();
    world.session.refuseLists(session::SessionError {session::SessionError::Code::StoreFailed, {}});
    world.model.setVisible(180, 195); // wants the rows below
    QCoreApplication::sendPostedEvents();
    QCOMPARE(world.session.m_pageQuestions.size(), 1);
    world.session.refuseLists({});
    world.model.setVisible(181, 196);
    world.settle();
    QCOMPARE(world.held(), world.truth().mid(0, 400));
}

void CaseListModelTest::comesToRestWhenTheListShrankAboveTheReader()
{
    World world(600);
    world.show();
    world.model.setVisible(580, 595);
    world.settle();
    for (int index = 5; index < 600; ++index)
        world.session.remove(care::CaseId(QStringLiteral("case-%1").arg(index, 6, 10, QLatin1Char('0'))));
    world.session.m_pageQuestions.clear();
    world.session.announce();
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::sendPostedEvents();
    QCOMPARE(world.held(), world.truth());
    QVERIFY2(world.session.m_pageQuestions.size() <= 3, qPrintable(QString::number(world.session.m_pageQuestions.size())));
}

void CaseListModelTest::comesToRestWhenTheReaderSawNothing()
{
    World world(0);
    world.show();
    world.model.setVisible(0, -1); // an empty viewport
    for (int index = 0; index < 60; ++index)
        world.add(index);
    world.session.m_pageQuestions.clear();
    world.session.announce();
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::sendPostedEvents();
    QCOMPARE(world.held(), world.truth());
    QCOMPARE(world.session.m_pageQuestions.size(), 1);
}

void CaseListModelTest::asksNobodyWhenTheSessionEnds()
{
    World world(600);
    world.show();
    world.session.setAnswers(Answers::AsAsked);
    world.model.setVisible(180, 195);
    world.session.m_pageQuestions.clear();
    world.session.cancelAll();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(world.session.m_pageQuestions.size(), 0);
}

void CaseListModelTest::speaksRows()
{
    World world(300);
    world.model.setSpeech([](const care::CaseRow& row) { return row.number; });
    world.show();
    QCOMPARE(world.model.index(0).data(Qt::AccessibleTextRole).toString(), world.model.row(0)->number);
    QCOMPARE(world.model.index(250).data(Qt::AccessibleTextRole), QVariant());
    QCOMPARE(world.model.index(0).data(CaseListModel::RowRole).value<care::CaseRow>(), *world.model.row(0));
}

QTEST_GUILESS_MAIN(CaseListModelTest)
#include "tst_caselistmodel.moc"
