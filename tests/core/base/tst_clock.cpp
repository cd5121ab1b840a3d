// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/id.h"

#include <QTest>
#include <QTimeZone>

using namespace mottaget;

class TestClock final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void swedishTimeFollowsSummerAndWinter_data()
    {
        QTest::addColumn<QString>("utc");
        QTest::addColumn<QString>("local");
        QTest::newRow("winter") << "2026-11-23T09:00:00Z"
                                << "2026-11-23 10:00";
        QTest::newRow("summer") << "2026-06-23T09:00:00Z"
                                << "2026-06-23 11:00";
        QTest::newRow("first of the two 02:30 in autumn") << "2026-10-25T00:30:00Z"
                                                          << "2026-10-25 02:30";
        QTest::newRow("second of the two 02:30 in autumn") << "2026-10-25T01:30:00Z"
                                                           << "2026-10-25 02:30";
    }
    void swedishTimeFollowsSummerAndWinter()
    {
        QFETCH(QString, utc);
        QFETCH(QString, local);
        QCOMPARE(swedishTime(QDateTime::fromString(utc, Qt::ISODate)).toString(u"yyyy-MM-dd HH:mm"), local);
    }

    void settingTheWallDoesNotMoveMonotonicTime()
    {
        ManualClock clock(QDateTime::fromString(QStringLiteral("2026-11-23T09:00:00Z"), Qt::ISODate));
        clock.advance(std::chrono::seconds(5));
        clock.setWall(clock.now().addDays(-1));
        QCOMPARE(clock.monotonic(), std::chrono::milliseconds(5000));
    }

    void namedIdsAreTheSameEverywhereAndRandomOnesNever()
    {
        QCOMPARE(namedUuid(QStringLiteral("case|person")), namedUuid(QStringLiteral("case|person")));
        QVERIFY(newUuid() != newUuid());
        QCOMPARE(newUuid().size(), 36);
    }
};

QTEST_APPLESS_MAIN(TestClock)
#include "tst_clock.moc"
