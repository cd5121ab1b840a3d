// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/anchor.h"

#include <QTest>

using namespace mottaget::crypto;

class TestAnchor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasPrinted()
    {
        for (const FileKind kind : anchoredFiles) {
            const Anchor anchor = Anchor::after(kind, 41);
            QCOMPARE(anchor.sequence, 42U);
            QCOMPARE(anchor.stamp.size(), Anchor::stampSize);
            QVERIFY(anchor.stamp != Anchor::after(kind, 41).stamp);
            QCOMPARE(parseAnchor(printAnchor(anchor)), std::optional(anchor));
        }
    }

    void takesNothingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray stamp(32, 'a');
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a newer version") << "mottaget-anchor 2 outbox 1 " + stamp;
        QTest::newRow("another file") << "mottaget-anchor 1 inbox 1 " + stamp;
        QTest::newRow("no number") << "mottaget-anchor 1 outbox one " + stamp;
        QTest::newRow("leading zero") << "mottaget-anchor 1 outbox 01 " + stamp;
        QTest::newRow("too great a number") << "mottaget-anchor 1 outbox 99999999999999999999999 " + stamp;
        QTest::newRow("short stamp") << "mottaget-anchor 1 outbox 1 " + stamp.left(30);
        QTest::newRow("upper case") << "mottaget-anchor 1 outbox 1 " + stamp.toUpper();
        QTest::newRow("something after it") << "mottaget-anchor 1 outbox 1 " + stamp + "\n";
    }
    void takesNothingElse()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseAnchor(text));
    }
};

QTEST_GUILESS_MAIN(TestAnchor)
#include "tst_anchor.moc"
