// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/dataage.h"

#include <QTest>

using namespace mottaget;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDataAge final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ageOfData_data()
    {
        QTest::addColumn<qint64>("wall");    // minutes from the pull to the clock
        QTest::addColumn<qint64>("counted"); // minutes counted since it was heard of
        QTest::addColumn<int>("age");
        const auto row = [](const char* name, qint64 wall, qint64 counted, session::DataAge age) {
            QTest::newRow(name) << wall << counted << static_cast<int>(age);
        };
        using enum session::DataAge;
        row("now", 0, 0, Fresh);
        row("a minute before a day", 24 * 60 - 1, 0, Fresh);
        row("a day", 24 * 60, 0, Old);
        row("a minute before the grace ends", 72 * 60 - 1, 0, Old);
        row("the grace has ended", 72 * 60, 0, TooOld);
        row("a clock set back an hour", -60, 0, Fresh);
        row("a clock set back a day", -24 * 60, 0, Old);
        row("a clock set back far", -72 * 60, 0, TooOld);
        row("a clock set back while it ran for days", 60, 73 * 60, TooOld);
        row("a clock that stands", 0, 25 * 60, Old);
    }
    void ageOfData()
    {
        QFETCH(qint64, wall);
        QFETCH(qint64, counted);
        QFETCH(int, age);
        const QDateTime heard = QDateTime::fromString(u"2026-11-23T08:00:00Z"_s, Qt::ISODate);
        QCOMPARE(static_cast<int>(session::dataAge(heard, heard.addSecs(wall * 60), std::chrono::minutes(counted), 72h)), age);
    }

    void whatWasNeverFetchedIsNotOld()
    {
        const QDateTime now = QDateTime::fromString(u"2026-11-23T08:00:00Z"_s, Qt::ISODate);
        QCOMPARE(session::dataAge({}, now, 1000h, 72h), session::DataAge::Fresh);
    }
};

QTEST_GUILESS_MAIN(TestDataAge)
#include "tst_dataage.moc"
