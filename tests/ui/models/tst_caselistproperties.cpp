// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplelist.h"
#include "ui/models/caselistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <rapidcheck.h>

using namespace mottaget;
using ui::CaseListModel;

namespace {

//! Cases come, go and move, the reader scrolls, jumps, comes to rest and asks for what is held, answers come late and out of date: when
//! all is quiet and nothing is held back, the list read from end to end is the session's list.
class Walk final {
public:
    explicit Walk(int count) : m_session(samples::now())
    {
        m_session.setActor(samples::nurse());
        for (int index = 0; index < count; ++index)
            add();
        m_session.announce();
        m_session.setAnswers(FakeSession::Answers::AsAsked);
        m_model.setQuery({care::View::Open, {}, {}});
    }

    void step()
    {
        switch (*rc::gen::weightedElement<int>({{3, 0}, {3, 1}, {4, 2}, {3, 3}, {4, 4}, {2, 5}, {2, 6}, {1, 7}, {6, 8}, {1, 9}})) {
        case 0: add(); break;
        case 1: withSome([this](const care::CaseId& id) { m_session.remove(id); }); break;
        case 2: withSome([this](const care::CaseId& id) { move(m_session.caseAt(id)); }); break;
        case 3: m_session.announce(); break;
        case 4: look(m_place + *rc::gen::inRange(-60, 60)); break;
        case 5: look(*rc::gen::inRange(0, 2000)); break;
        case 6: m_model.setHolding(*rc::gen::arbitrary<bool>()); break;
        case 7: m_model.applyHeld(); break;
        case 8: letSomeGo(); break;
        case 9: m_session.setAnswers(*rc::gen::element(FakeSession::Answers::AsAsked, FakeSession::Answers::AsLetGo)); break;
        }
    }

    void rest()
    {
        m_session.announce();
        m_model.setHolding(false);
        m_model.applyHeld();
        settle();
    }

    QStringList read()
    {
        QStringList seen;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (row % 25 == 0) {
                look(row);
                settle();
            }
            const care::CaseRow* found = m_model.row(row);
            seen << (found ? found->id.text() + found->subject : QStringLiteral("placeholder"));
        }
        return seen;
    }

    QStringList truth() const
    {
        QStringList ids;
        for (const care::CaseRow& row : m_session.list(m_model.query()))
            ids << row.id.text() + row.subject;
        return ids;
    }

private:
    void add()
    {
        const auto [value, person] = samples::listed(m_next++);
        m_session.put(value, person);
    }
    template <typename Act>
    void withSome(Act act)
    {
        const QList<care::CaseId> ids = m_session.ids();
        for (int left = *rc::gen::inRange(1, 40); left > 0 && !ids.isEmpty(); --left) {
            const care::CaseId& id = ids[*rc::gen::inRange<qsizetype>(0, ids.size())];
            if (m_session.ids().contains(id))
                act(id);
        }
    }
    static void move(care::Case& value)
    {
        value.subject += u'x';
        value.priority = *rc::gen::element(care::Priority::Routine, care::Priority::Urgent, care::Priority::Asap, care::Priority::Stat);
        value.state =
            *rc::gen::element(care::CaseState::Received, care::CaseState::Answered, care::CaseState::Ongoing, care::CaseState::Closed);
    }
    void look(int row)
    {
        m_place = std::clamp(row, 0, std::max(0, m_model.rowCount() - 1));
        m_model.setVisible(m_place, std::min(m_place + 24, m_model.rowCount() - 1));
    }
    void letSomeGo()
    {
        m_session.letGo(*rc::gen::inRange(1, 4));
        QCoreApplication::sendPostedEvents();
    }
    void settle()
    {
        do {
            m_session.letAllGo();
            QCoreApplication::sendPostedEvents();
        } while (m_session.waiting() > 0);
    }

    FakeSession m_session;
    CaseListModel m_model {m_session};
    QAbstractItemModelTester m_tester {&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    int m_next = 0;
    int m_place = 0;
};

} // namespace

class CaseListProperties final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsEqualToTheSession();
};

void CaseListProperties::endsEqualToTheSession()
{
    const bool holds = rc::check("the list ends equal to the session's", [] {
        Walk walk(*rc::gen::element(0, 3, 60, 230, 620));
        for (int left = *rc::gen::inRange(0, 60); left > 0; --left)
            walk.step();
        walk.rest();
        RC_ASSERT(walk.read() == walk.truth());
    });
    QVERIFY(holds);
}

QTEST_GUILESS_MAIN(CaseListProperties)
#include "tst_caselistproperties.moc"
