// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <optional>
#include <utility>

namespace mottaget {

//! Calls `fn(std::optional<T>)` on `context`'s thread when `future` settles: with the value, or with nullopt when it was
//! cancelled (a dropped QPromise counts as cancelled). Never called when `context` dies first. Call it on context's thread.
//! The one way to await in this code base: QFuture::then(context, ...) aborts debug builds of Qt 6.4.2 when the context dies first.
template <typename T, typename Fn>
void onReady(QFuture<T> future, QObject* context, Fn fn)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        QFuture<T> settled = watcher->future();
        watcher->deleteLater();
        if (settled.isCanceled() || settled.resultCount() == 0)
            fn(std::optional<T>());
        else
            fn(std::optional<T>(settled.result()));
    });
    watcher->setFuture(future);
}

} // namespace mottaget
