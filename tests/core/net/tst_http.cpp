// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http.h"

#include <QTest>

using namespace mottaget::net;
using namespace Qt::StringLiterals;

class TestHttp final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void retryAfterIsHeldToSense_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds"); // -1: says nothing
        QTest::newRow("seconds") << QByteArray("30") << 30;
        QTest::newRow("zero is a second") << QByteArray("0") << 1;
        QTest::newRow("a day is a quarter of an hour") << QByteArray("86400") << 900;
        QTest::newRow("a date") << QByteArray("Mon, 23 Nov 2026 09:01:00 GMT") << 60;
        QTest::newRow("a date that has passed") << QByteArray("Mon, 23 Nov 2026 08:00:00 GMT") << 1;
        QTest::newRow("nonsense") << QByteArray("soon") << -1;
        QTest::newRow("negative") << QByteArray("-5") << 1;
    }
    void retryAfterIsHeldToSense()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, seconds);
        const auto now = QDateTime::fromString(u"2026-11-23T09:00:00Z"_s, Qt::ISODate);
        const auto parsed = parseRetryAfter(header, now);
        QCOMPARE(parsed ? static_cast<int>(parsed->count()) : -1, seconds);
    }

    void linksMustStayAtTheRegion_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("same");
        QTest::newRow("same") << u"http://127.0.0.1:8080/fhir?page=2"_s << true;
        QTest::newRow("other port") << u"http://127.0.0.1:8081/fhir"_s << false;
        QTest::newRow("other host") << u"http://127.0.0.2:8080/fhir"_s << false;
        QTest::newRow("no URL that could be asked") << u"http://127.0.0.1:8080/\u0001x"_s << false;
        QTest::newRow("other scheme") << u"https://127.0.0.1:8080/fhir"_s << false;
    }
    void linksMustStayAtTheRegion()
    {
        QFETCH(QString, link);
        QFETCH(bool, same);
        QCOMPARE(sameOrigin(QUrl(link, QUrl::StrictMode), QUrl(u"http://127.0.0.1:8080/fhir"_s)), same);
    }

    void onlyLoopbackIsLoopback_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("loopback");
        QTest::newRow("IPv4") << u"http://127.0.0.1:1"_s << true;
        QTest::newRow("IPv4, elsewhere in 127/8") << u"http://127.8.9.1:1"_s << true;
        QTest::newRow("IPv6") << u"http://[::1]:1"_s << true;
        QTest::newRow("localhost") << u"http://localhost:1"_s << true;
        QTest::newRow("a private network") << u"http://192.168.0.1"_s << false;
        QTest::newRow("a name that begins so") << u"http://localhost.example.org"_s << false;
        QTest::newRow("nothing") << u""_s << false;
    }
    void onlyLoopbackIsLoopback()
    {
        QFETCH(QString, url);
        QFETCH(bool, loopback);
        QCOMPARE(isLoopback(QUrl(url)), loopback);
    }
};

QTEST_APPLESS_MAIN(TestHttp)
#include "tst_http.moc"
