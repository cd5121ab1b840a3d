// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/moment.h"

#include "fhirfixture.h"

#include <QTest>

using namespace mottaget::fhir;
using fixture::show;

class TestMoment final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* text, const char* shown) { QTest::newRow(text) << QByteArray(text) << QByteArray(shown); };
        row("2026", "2026-01-01T00:00:00.000Z year");
        row("2026-11", "2026-11-01T00:00:00.000Z month");
        row("2026-11-23", "2026-11-23T00:00:00.000Z day");
        row("2024-02-29", "2024-02-29T00:00:00.000Z day");
        row("2026-11-23T09:41Z", "2026-11-23T09:41:00.000Z minute");
        row("2026-11-23T09:41:07Z", "2026-11-23T09:41:07.000Z second");
        row("2026-11-23T09:41:07.1Z", "2026-11-23T09:41:07.100Z millisecond");
        row("2026-11-23T09:41:07.12Z", "2026-11-23T09:41:07.120Z millisecond");
        row("2026-11-23T09:41:07.120Z", "2026-11-23T09:41:07.120Z millisecond");
        row("2026-11-23T09:41:07.120999999Z", "2026-11-23T09:41:07.120Z millisecond");
        row("2026-11-23T00:30:00+01:00", "2026-11-22T23:30:00.000Z second");
        row("2026-12-31T23:30:00-14:00", "2027-01-01T13:30:00.000Z second");
        row("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z second");
        row("0001-01-01", "0001-01-01T00:00:00.000Z day");
        for (const char* none :
            {"", "26", "0000", "2026-13", "2026-00", "2026-02-29", "2026-04-31", "2026-1-1", "2026-11-23T", "2026-11-23T09Z",
                "2026-11-23T09:41:07", "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z", "2026-11-23T09:41:61Z", "2026-11-23T09:41:07.Z",
                "2026-11-23T09:41:07+1:00", "2026-11-23T09:41:07+15:00", "2026-11-23T09:41:07Zx", "2026-11-23 09:41:07Z",
                "2026-11-23T09:41:07 01:00", "20261123", "2026-11-23Z", "+2026", " 2026", "2026 ", "\xC3\xA5\xC3\xA5"})
            row(none, "none");
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        const auto moment = parseMoment(text);
        QCOMPARE(show(moment), shown);
        QCOMPARE(moment && moment->hasTime(), text.contains('T') && shown != "none");
    }

    void writesUtcWithMilliseconds()
    {
        const QDateTime stockholm(QDate(2026, 11, 23), QTime(10, 41, 7, 120), Qt::OffsetFromUTC, 3600);
        QCOMPARE(instantText(stockholm), QByteArray("2026-11-23T09:41:07.120Z"));
        QCOMPARE(parseMoment(instantText(stockholm))->at, stockholm.toUTC());
    }
};

QTEST_APPLESS_MAIN(TestMoment)
#include "tst_moment.moc"
