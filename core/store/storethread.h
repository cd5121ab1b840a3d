// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/stores.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace mottaget::store {

//! The one thread that touches the files. Work is posted as functions and done in order; each returns a future that settles.
//! Destroying it finishes what was posted, closes the files and ends the thread. Methods may be called from any thread.
class StoreThread final {
public:
    StoreThread();
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    //! Opens the folder; must be the first work. `keys` is called on the store thread and may block on the disk; what it gives is wiped
    //! when the files are open. Later work is cancelled when either failed.
    QFuture<StoreResult<void>> open(const Folder& folder, std::function<StoreResult<StoreKeys>()> keys);

    //! False when the system gave no thread: then nothing that is posted runs, open() says OutOfMemory.
    [[nodiscard]] bool isRunning() const { return m_thread.isRunning(); }

    //! Runs `fn(Stores&)` on the store thread. Cancelled (settled without a value) when the files are not open.
    template <typename Fn>
    auto post(Fn fn) -> QFuture<std::invoke_result_t<Fn, Stores&>>
    {
        using Value = std::invoke_result_t<Fn, Stores&>;
        auto promise = std::make_shared<QPromise<Value>>();
        QFuture<Value> future = promise->future();
        promise->start();
        if (!isRunning()) {
            future.cancel();
            promise->finish();
            return future;
        }
        QMetaObject::invokeMethod(
            m_worker.get(),
            [this, promise, fn = std::move(fn)]() mutable {
                if (m_stores)
                    promise->addResult(fn(*m_stores));
                else
                    promise->future().cancel();
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_worker;
    std::unique_ptr<Stores> m_stores; //!< touched on m_thread only
};

} // namespace mottaget::store
