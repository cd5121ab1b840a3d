// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storethread.h"

namespace mottaget::store {

StoreThread::StoreThread() : m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    if (!isRunning())
        return;
    // Queued behind all that was posted, so nothing is dropped: the connections must close on the thread that made them.
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_stores.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<StoreResult<void>> StoreThread::open(const Folder& folder, std::function<StoreResult<StoreKeys>()> keys)
{
    auto promise = std::make_shared<QPromise<StoreResult<void>>>();
    QFuture<StoreResult<void>> future = promise->future();
    promise->start();
    if (!isRunning()) {
        promise->addResult(StoreResult<void>(failed(StoreError {StoreError::Code::OutOfMemory, QStringLiteral("no thread")})));
        promise->finish();
        return future;
    }
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, promise, folder, keys = std::move(keys)] {
            const auto given = keys();
            auto opened = given ? Stores::open(folder, *given) : StoreResult<std::unique_ptr<Stores>>(failed(given.error()));
            if (opened)
                m_stores = std::move(*opened);
            promise->addResult(opened ? StoreResult<void>() : StoreResult<void>(failed(opened.error())));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

} // namespace mottaget::store
