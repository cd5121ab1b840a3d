// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/onready.h"

#include <QPromise>
#include <QTest>

#include <memory>

using namespace mottaget;

class TestOnReady final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aValueArrives()
    {
        QPromise<int> promise;
        std::optional<int> got;
        int calls = 0;
        onReady(promise.future(), this, [&](std::optional<int> value) {
            got = value;
            ++calls;
        });
        promise.start();
        promise.addResult(7);
        promise.finish();
        QTRY_COMPARE(calls, 1);
        QCOMPARE(got, std::optional(7));
    }

    void aDroppedPromiseCountsAsCancelled()
    {
        int calls = 0;
        std::optional<int> got = 1;
        {
            QPromise<int> promise;
            promise.start();
            onReady(promise.future(), this, [&](std::optional<int> value) {
                got = value;
                ++calls;
            });
        }
        QTRY_COMPARE(calls, 1);
        QCOMPARE(got, std::nullopt);
    }

    void aDeadContextIsNotCalled()
    {
        QPromise<int> promise;
        promise.start();
        int calls = 0;
        auto context = std::make_unique<QObject>();
        onReady(promise.future(), context.get(), [&](std::optional<int>) { ++calls; });
        context.reset();
        promise.addResult(1);
        promise.finish();
        QTest::qWait(10);
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(TestOnReady)
#include "tst_onready.moc"
