// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/onready.h"
#include "core/session/localsession.h"
#include "programs.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

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
    void init()
    {
        QVERIFY(m_region.start());
        m_session = std::make_unique<session::LocalSession>(setup(), m_clock);
        bool opened = false;
        onReady(m_session->open(), m_session.get(), [&](const auto& answer) { opened = answer && *answer; });
        QTRY_VERIFY_WITH_TIMEOUT(opened, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->syncStatus().lastPull.isValid(), 60000);
        m_pictures = find(*m_session);
        QVERIFY(m_pictures.size() >= 2);
    }

    void comeWhenAskedForAndOutliveAnOutage()
    {
        QCOMPARE(stateOf(m_pictures[0]), care::AttachmentState::NotFetched);
        QVERIFY(askFor(m_pictures[0]));
        QVERIFY(arrives(m_pictures[0]));
        m_region.setFaults("status=503");
        QVERIFY(askFor(m_pictures[1]));
        QTest::qWait(1000);
        QCOMPARE(stateOf(m_pictures[1]), care::AttachmentState::Wanted);
        QCOMPARE(stateOf(m_pictures[0]), care::AttachmentState::Here);
        m_region.setFaults("none");
        m_session->syncNow();
        QVERIFY(arrives(m_pictures[1]));
    }

private:
    bool arrives(const Picture& picture)
    {
        return QTest::qWaitFor([&] { return stateOf(picture) == care::AttachmentState::Here; }, 60000);
    }
    bool askFor(const Picture& picture) { return answerOf(m_session->fetchAttachment(picture.caseId, picture.id)).has_value(); }
    session::Setup setup() const
    {
        session::Setup made;
        made.dataRoot = m_dir.filePath(u"data"_s);
        made.region = QUrl(m_region.url());
        made.token = "demo:SE2321009999-1ANB:SE2321009999-2ANB";
        made.personHsaId = u"SE2321009999-1ANB"_s;
        made.commissionHsaId = u"SE2321009999-2ANB"_s;
        return made;
    }
    static QList<Picture> find(session::Session& session)
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
    care::AttachmentState stateOf(const Picture& picture)
    {
        const auto open = answerOf(m_session->openCase(picture.caseId));
        return open ? open->attachments.value(picture.id, care::AttachmentState::NotFetched) : care::AttachmentState::NotFetched;
    }

    RegionProcess m_region;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<session::LocalSession> m_session;
    QList<Picture> m_pictures;
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
