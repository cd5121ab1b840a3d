// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/onready.h"
#include "core/session/localsession.h"
#include "programs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

//! What a question of the session is answered with; nothing when it was refused.
template <typename T>
std::optional<T> answerOf(session::Answer<T> question)
{
    std::optional<T> got;
    bool settled = false;
    QObject context;
    onReady(question, &context, [&](const std::optional<Result<T, session::SessionError>>& answer) {
        if (answer && *answer)
            got = **answer;
        settled = true;
    });
    (void)QTest::qWaitFor([&] { return settled; }, 20000);
    return got;
}

struct Picture {
    care::CaseId caseId;
    QString id;
};

} // namespace

//! What residents send along, over real sockets: fetched when somebody asks, waiting through an outage, and kept.
class TestPictures final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comeWhenAskedForAndOutliveAnOutage()
    {
        QVERIFY(m_region.start());
        const SystemClock clock;
        session::Setup setup;
        setup.dataRoot = m_dir.filePath(u"data"_s);
        setup.region = QUrl(m_region.url());
        setup.token = "demo:SE2321009999-1ANB:SE2321009999-2ANB";
        setup.personHsaId = u"SE2321009999-1ANB"_s;
        setup.commissionHsaId = u"SE2321009999-2ANB"_s;
        session::LocalSession session(setup, clock);
        bool opened = false;
        onReady(session.open(), &session, [&](const auto& answer) { opened = answer && *answer; });
        QTRY_VERIFY_WITH_TIMEOUT(opened, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(session.syncStatus().lastPull.isValid(), 60000);
        const QList<Picture> pictures = find(session);
        QVERIFY(pictures.size() >= 2);

        QCOMPARE(stateOf(session, pictures[0]), care::AttachmentState::NotFetched);
        QVERIFY(answerOf(session.fetchAttachment(pictures[0].caseId, pictures[0].id)).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(session, pictures[0]), care::AttachmentState::Here, 20000);

        m_region.setFaults("status=503");
        QVERIFY(answerOf(session.fetchAttachment(pictures[1].caseId, pictures[1].id)).has_value());
        QTest::qWait(1000);
        QCOMPARE(stateOf(session, pictures[1]), care::AttachmentState::Wanted);
        QCOMPARE(stateOf(session, pictures[0]), care::AttachmentState::Here);
        m_region.setFaults("none");
        session.syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(session, pictures[1]), care::AttachmentState::Here, 60000);
    }

private:
    QList<Picture> find(session::Session& session)
    {
        QList<Picture> found;
        session::ListQuery all;
        all.view = care::View::Open;
        const auto page = answerOf(session.casePage(all, {}, 300));
        for (const care::CaseRow& row : page ? page->rows : QList<care::CaseRow>()) {
            const auto open = answerOf(session.openCase(row.id));
            for (const care::Message& message : open ? open->value.messages : QList<care::Message>()) {
                for (const care::Attachment& one : message.attachments)
                    found << Picture {row.id, one.id};
            }
            if (found.size() >= 2)
                break;
        }
        return found;
    }
    static care::AttachmentState stateOf(session::Session& session, const Picture& picture)
    {
        const auto open = answerOf(session.openCase(picture.caseId));
        return open ? open->attachments.value(picture.id, care::AttachmentState::NotFetched) : care::AttachmentState::NotFetched;
    }

    RegionProcess m_region;
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
