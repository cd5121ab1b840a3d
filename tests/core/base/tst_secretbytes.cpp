// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secretbytes.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <type_traits>

using namespace mottaget;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);

class TestSecretBytes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takingWipesTheSource()
    {
        std::array<std::byte, 4> source {std::byte {1}, std::byte {2}, std::byte {3}, std::byte {4}};
        const SecretBytes secret = SecretBytes::take(source);
        QCOMPARE(secret.size(), 4U);
        QCOMPARE(secret.view()[2], std::byte {3});
        QVERIFY(std::all_of(source.begin(), source.end(), [](std::byte b) { return b == std::byte {0}; }));
    }

    void movingLeavesNothingBehind()
    {
        SecretBytes first = SecretBytes::random(32);
        const std::vector<std::byte> value(first.view().begin(), first.view().end());
        SecretBytes second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): the moved-from state is the promise
        QVERIFY(std::equal(value.begin(), value.end(), second.view().begin(), second.view().end()));
    }

    void randomIsNotConstant()
    {
        const SecretBytes a = SecretBytes::random(600);
        const SecretBytes b = SecretBytes::random(600);
        QCOMPARE(a.size(), 600U);
        QVERIFY(!std::equal(a.view().begin(), a.view().end(), b.view().begin()));
    }
};

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
