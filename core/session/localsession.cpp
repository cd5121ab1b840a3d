// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/localsession.h"

#include "core/base/onready.h"
#include "core/session/conflicts.h"
#include "core/session/dataage.h"
#include "core/session/openfiles.h"
#include "core/session/regionprofile.h"
#include "core/session/standing.h"
#include "core/store/storethread.h"
#include "core/sync/driver.h"
#include "core/sync/projector.h"
#include "core/sync/storework.h"

#include <QThread>

namespace mottaget::session {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Everything that lives elsewhere than on the GUI thread. The driver dies first, then the files close.
struct LocalSession::Threads {
    Gate gate; //!< used on the store thread alone, which ends before it
    store::StoreThread store;
    QThread sync;
    QObject anchor; //!< a place on the sync thread to post to
    std::unique_ptr<sync::Driver> driver;

    Threads()
    {
        sync.setObjectName(u"sync"_s);
        anchor.moveToThread(&sync);
        sync.start();
    }
    ~Threads()
    {
        if (!sync.isRunning())
            return;
        QMetaObject::invokeMethod(
            &anchor, [this] { driver.reset(); }, Qt::BlockingQueuedConnection);
        sync.quit();
        sync.wait();
    }
};

LocalSession::LocalSession(Setup setup, const Clock& clock, QObject* parent)
    : Session(parent)
    , m_setup(std::move(setup))
    , m_clock(clock)
    , m_threads(std::make_unique<Threads>())
{
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(100ms); // at most ten notices a second, whatever comes in
    connect(&m_changeTimer, &QTimer::timeout, this, [this] { Q_EMIT casesChanged(std::exchange(m_changed, {})); });
    m_refreshTimer.setInterval(20s);
    connect(&m_refreshTimer, &QTimer::timeout, this, &LocalSession::refreshByTime);
    m_standingTimer.setInterval(5min);
    connect(&m_standingTimer, &QTimer::timeout, this, [this] { (void)keepStanding(); });
}

LocalSession::~LocalSession() = default;

QFuture<Result<void, OpenError>> LocalSession::open()
{
    QPromise<Result<void, OpenError>> promise;
    auto future = promise.future();
    promise.start();
    // Keys handed over come from a custody; without any, only a demo folder has its own.
    auto accepted = m_setup.keys ? Result<void, OpenError>() : acceptFolder(m_setup.dataRoot, m_setup.region);
    if (!m_threads->sync.isRunning() || !m_threads->store.isRunning())
        accepted = failed(OpenError {OpenError::Code::OutOfMemory, u"no thread"_s});
    if (!accepted) {
        promise.addResult(Result<void, OpenError>(failed(accepted.error())));
        promise.finish();
        return future;
    }
    auto shared = std::make_shared<QPromise<Result<void, OpenError>>>(std::move(promise));
    if (m_setup.ledger) {
        onReady(m_setup.ledger->anchors(), this,
            [this, shared](const std::optional<crypto::Anchors>& anchors) { openFiles(shared, anchors.value_or(crypto::Anchors())); });
    } else {
        openFiles(shared, {});
    }
    return future;
}

void LocalSession::openFiles(const std::shared_ptr<QPromise<Result<void, OpenError>>>& shared, const crypto::Anchors& anchors)
{
    const auto folder = store::Folder::of(m_setup.dataRoot, m_setup.personHsaId, m_setup.commissionHsaId);
    m_keepsDemoLedger = !m_setup.keys;
    const auto keys = [given = std::exchange(m_setup.keys, nullptr), anchors, folder, region = m_setup.region] {
        return keysOf(given, anchors, folder, region);
    };
    onReady(m_threads->store.open(folder, keys), this, [this, shared](const std::optional<store::StoreResult<void>>& done) {
        Result<void, OpenError> result;
        if (!done)
            result = failed(OpenError {OpenError::Code::CannotOpen, {}});
        else if (!*done)
            result = failed(openErrorOf(done->error()));
        else
            opened();
        shared->addResult(result);
        shared->finish();
    });
}

QFuture<bool> LocalSession::keepStanding()
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    const auto settle = [promise](bool kept) {
        promise->addResult(kept);
        promise->finish();
    };
    auto standing = m_threads->store.post(
        [root = m_keepsDemoLedger ? m_setup.dataRoot : QString()](store::Stores& stores) { return standingOf(stores, root); });
    onReady(standing, this, [this, settle](const std::optional<FileStanding>& left) {
        if (!left || !m_setup.ledger) {
            settle(left.has_value());
            return;
        }
        onReady(m_setup.ledger->keep(left->anchors, left->sealed), this,
            [settle](const std::optional<bool>& kept) { settle(kept.value_or(false)); });
    });
    return promise->future();
}

void LocalSession::opened()
{
    const Clock& clock = m_clock;
    // Commands are replayed over what the cache holds: no commit spans the two files, so a kill may have fallen between them.
    m_threads->store.post([&clock](store::Stores& stores) { return sync::replayAll(stores, clock.now()).has_value(); });
    auto mark = m_threads->store.post([](store::Stores& stores) { return stores.marks().value(u"pull/at"_s); });
    onReady(mark, this, [this](const std::optional<QString>& at) {
        if (at && !m_status.lastPull.isValid()) {
            m_status.lastPull = QDateTime::fromString(*at, Qt::ISODateWithMs);
            publish();
        }
    });
    const auto aside = m_threads->store.post([](store::Stores& stores) { return setAsideBy(stores); });
    onReady(aside, this, [this](const std::optional<QList<FileAside>>& files) {
        if (files && !files->isEmpty()) {
            m_status.setAside = *files;
            publish();
        }
    });
    readActor();
    readTally();
    m_refreshTimer.start();
    (void)keepStanding();
    m_standingTimer.start();
    if (m_setup.syncAtOnce && !m_setup.region.isEmpty())
        startSync();
}

void LocalSession::startSync()
{
    Threads& threads = *m_threads;
    QMetaObject::invokeMethod(
        &threads.anchor,
        [this, &threads, profile = profileOf(m_setup), token = m_setup.token] {
            threads.driver = std::make_unique<sync::Driver>(profile, token, threads.store, m_clock);
            sync::Driver* driver = threads.driver.get();
            connect(driver, &sync::Driver::statusChanged, this, [this](const sync::LinkStatus& status) {
                adopt(m_status, status);
                publish();
            });
            connect(driver, &sync::Driver::casesChanged, this, &LocalSession::noteChanged);
            connect(driver, &sync::Driver::scopeChanged, this, &LocalSession::readActor);
            connect(driver, &sync::Driver::commandsMoved, this, [this] {
                readTally();
                Q_EMIT queueChanged();
            });
        },
        Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(threads.driver.get(), &sync::Driver::start, Qt::QueuedConnection);
}

QFuture<SyncStatus> LocalSession::syncOnce()
{
    auto promise = std::make_shared<QPromise<SyncStatus>>();
    promise->start();
    startSync();
    connect(m_threads->driver.get(), &sync::Driver::rested, this, [this, promise](const sync::LinkStatus& link) {
        adopt(m_status, link);
        const auto reading = m_threads->store.post(&readStanding);
        onReady(reading, this, [this, promise](const std::optional<Standing>& read) {
            if (promise->future().isFinished())
                return;
            if (read)
                adopt(m_status, *read);
            promise->addResult(m_status);
            promise->finish();
        });
    });
    return promise->future();
}

work::Context LocalSession::context() const
{
    return {m_clock, m_setup.device, m_clock.monotonic().count(), m_setup.undoWindow, m_setup.grace, sinceHeard(),
        m_status.link != SyncStatus::Link::Online, m_threads->gate};
}

template <typename T, typename Fn>
Answer<T> LocalSession::ask(Fn fn)
{
    return m_threads->store.post(
        [fn = std::move(fn), context = context()](store::Stores& stores) -> Result<T, SessionError> { return fn(stores, context); });
}

template <typename T, typename Fn>
Answer<T> LocalSession::look(Fn fn)
{
    return ask<T>([fn = std::move(fn)](store::Stores& stores, const work::Context& context) -> Result<T, SessionError> {
        if (work::isTooOld(stores, context))
            return failed(SessionError {SessionError::Code::DataTooOld, {}});
        return fn(stores, context);
    });
}

void LocalSession::readActor()
{
    using Known = QPair<std::optional<care::Actor>, care::CaseTypes>;
    const Clock& clock = m_clock;
    auto known = m_threads->store.post([&clock](store::Stores& stores) {
        sync::Projector projector(stores, clock.now());
        return Known {projector.actor(), projector.types()};
    });
    onReady(known, this, [this](const std::optional<Known>& told) {
        if (!told || (told->first == m_actor && told->second == m_types))
            return;
        m_actor = told->first;
        m_types = told->second;
        Q_EMIT actorChanged();
    });
}

void LocalSession::readTally()
{
    const auto reading = m_threads->store.post(&readStanding);
    onReady(reading, this, [this](const std::optional<Standing>& read) {
        if (!read)
            return;
        adopt(m_status, *read);
        publish();
    });
}

void LocalSession::queueMoved(const care::CaseId& id)
{
    noteChanged({id});
    readTally();
    if (m_threads->driver)
        QMetaObject::invokeMethod(m_threads->driver.get(), &sync::Driver::queueChanged, Qt::QueuedConnection);
    Q_EMIT queueChanged();
}

void LocalSession::noteChanged(const QSet<care::CaseId>& ids)
{
    m_changed += ids;
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
    if (!m_actor)
        readActor(); // the directory may just have come in
}

void LocalSession::refreshByTime()
{
    const Clock& clock = m_clock;
    auto changed = m_threads->store.post(
        [&clock](store::Stores& stores) { return sync::carryOut(stores, sync::op::Refresh {}, clock.now()).changed; });
    onReady(changed, this, [this](const std::optional<QSet<care::CaseId>>& ids) {
        if (ids && !ids->isEmpty())
            noteChanged(*ids);
    });
    readTally(); // the disk may have filled up, or been tidied
}

void LocalSession::publish()
{
    if (m_status.lastPull != m_heard) {
        m_heard = m_status.lastPull;
        m_heardAt = m_clock.monotonic();
    }
    m_status.age = dataAge(m_heard, m_clock.now(), sinceHeard(), m_setup.grace);
    Q_EMIT syncStatusChanged(m_status);
}

std::optional<care::Actor> LocalSession::actor() const
{
    return m_actor;
}

SyncStatus LocalSession::syncStatus() const
{
    return m_status;
}

care::CaseTypes LocalSession::caseTypes() const
{
    return m_types;
}

Answer<CasePage> LocalSession::casePage(const ListQuery& query, const ListPosition& position, int count)
{
    return look<CasePage>(
        [=](store::Stores& stores, const work::Context& context) { return work::readPage(stores, query, position, count, context); });
}

Answer<Counts> LocalSession::counts(const ListQuery& query)
{
    return look<Counts>([=](store::Stores& stores, const work::Context& context) { return work::readCounts(stores, query, context); });
}

Answer<OpenCase> LocalSession::openCase(const care::CaseId& id)
{
    return look<OpenCase>([=](store::Stores& stores, const work::Context& context) { return work::readCase(stores, id, context); });
}

Answer<QList<care::StaffMember>> LocalSession::staff()
{
    return look<QList<care::StaffMember>>(&work::readStaff);
}

Answer<Submitted> LocalSession::submit(const Intent& intent)
{
    auto answer =
        ask<Submitted>([=](store::Stores& stores, const work::Context& context) { return work::submit(stores, intent, context); });
    onReady(answer, this, [this, id = intent.caseId](const std::optional<Result<Submitted, SessionError>>& done) {
        if (done && *done)
            queueMoved(id);
    });
    return answer;
}

Answer<care::CaseId> LocalSession::undo(const care::CommandId& command)
{
    auto answer =
        ask<care::CaseId>([=](store::Stores& stores, const work::Context& context) { return work::undo(stores, command, context); });
    onReady(answer, this, [this](const std::optional<Result<care::CaseId, SessionError>>& done) {
        if (done && *done)
            queueMoved(**done);
    });
    return answer;
}

Answer<care::CaseId> LocalSession::retry(const care::CommandId& command)
{
    auto answer =
        ask<care::CaseId>([=](store::Stores& stores, const work::Context& context) { return work::retry(stores, command, context); });
    onReady(answer, this, [this](const std::optional<Result<care::CaseId, SessionError>>& done) {
        if (done && *done)
            queueMoved(**done);
    });
    return answer;
}

Answer<care::CaseId> LocalSession::resolve(const Choice& choice)
{
    auto answer =
        ask<care::CaseId>([=](store::Stores& stores, const work::Context& context) { return work::resolve(stores, choice, context); });
    onReady(answer, this, [this](const std::optional<Result<care::CaseId, SessionError>>& done) {
        if (done && *done)
            queueMoved(**done);
    });
    return answer;
}

Answer<QList<QueuedCommand>> LocalSession::queue()
{
    return look<QList<QueuedCommand>>(&work::readQueue);
}

Answer<QDateTime> LocalSession::saveDraft(const care::CaseId& id, care::Verb verb, const QString& text)
{
    return ask<QDateTime>(
        [=](store::Stores& stores, const work::Context& context) { return work::saveDraft(stores, id, verb, text, context); });
}

Answer<care::CaseId> LocalSession::fetchAttachment(const care::CaseId& id, const QString& attachment)
{
    auto answer = look<care::CaseId>(
        [=](store::Stores& stores, const work::Context& context) { return work::fetchAttachment(stores, id, attachment, context); });
    onReady(answer, this, [this](const std::optional<Result<care::CaseId, SessionError>>& asked) {
        if (asked && *asked)
            queueMoved(**asked); // the queue is read anew, and with it what is to be fetched
    });
    return answer;
}

void LocalSession::syncNow()
{
    if (m_threads->driver)
        QMetaObject::invokeMethod(m_threads->driver.get(), &sync::Driver::syncNow, Qt::QueuedConnection);
}

} // namespace mottaget::session
