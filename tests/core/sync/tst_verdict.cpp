// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/verdict.h"

#include <QTest>

using namespace mottaget;
using sync::Verdict;

class TestVerdict final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReplyMeansOneThing_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char* name, net::Failure failure, int status, const char* type, Verdict verdict) {
            QTest::newRow(name) << static_cast<int>(failure) << status << QByteArray(type) << static_cast<int>(verdict);
        };
        constexpr auto fhirJson = "application/fhir+json; charset=utf-8";
        using net::Failure;
        row("200", Failure::None, 200, fhirJson, Verdict::Ok);
        row("201", Failure::None, 201, fhirJson, Verdict::Ok);
        row("200, plain json", Failure::None, 200, "application/json", Verdict::Ok);
        row("200, a web page", Failure::None, 200, "text/html", Verdict::Portal);
        row("201 with nothing in it", Failure::None, 201, "", Verdict::Ok);
        row("302", Failure::None, 302, "text/html", Verdict::Portal);
        row("400", Failure::None, 400, fhirJson, Verdict::BadRequest);
        row("400 with nothing in it", Failure::None, 400, "", Verdict::BadRequest);
        row("400 from a proxy", Failure::None, 400, "text/html", Verdict::Portal);
        row("401", Failure::None, 401, fhirJson, Verdict::SignIn);
        row("403", Failure::None, 403, fhirJson, Verdict::Forbidden);
        row("403 from a proxy", Failure::None, 403, "text/html", Verdict::Portal);
        row("404", Failure::None, 404, fhirJson, Verdict::NotFound);
        row("404 from somebody else", Failure::None, 404, "text/html", Verdict::Portal);
        row("407", Failure::None, 407, "text/html", Verdict::Portal);
        row("408", Failure::None, 408, "text/plain", Verdict::ServerError);
        row("409", Failure::None, 409, fhirJson, Verdict::VersionMoved);
        row("410", Failure::None, 410, fhirJson, Verdict::Gone);
        row("410 from somebody else", Failure::None, 410, "text/html", Verdict::Portal);
        row("412", Failure::None, 412, fhirJson, Verdict::VersionMoved);
        row("413", Failure::None, 413, fhirJson, Verdict::TooLarge);
        row("422", Failure::None, 422, fhirJson, Verdict::BadRequest);
        row("423", Failure::None, 423, fhirJson, Verdict::Busy);
        row("425", Failure::None, 425, fhirJson, Verdict::Busy);
        row("429", Failure::None, 429, fhirJson, Verdict::Busy);
        row("500", Failure::None, 500, fhirJson, Verdict::ServerError);
        row("502, a web page", Failure::None, 502, "text/html", Verdict::ServerError);
        row("503", Failure::None, 503, fhirJson, Verdict::ServerError);
        row("511", Failure::None, 511, "text/html", Verdict::Portal);
        row("refused", Failure::NotSent, 0, "", Verdict::NotSent);
        row("cut", Failure::Lost, 200, fhirJson, Verdict::Lost);
        row("TLS", Failure::Untrusted, 0, "", Verdict::Untrusted);
        row("endless body", Failure::TooLarge, 200, fhirJson, Verdict::TooLarge);
    }
    void everyReplyMeansOneThing()
    {
        QFETCH(int, failure);
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(int, verdict);
        net::Reply reply;
        reply.failure = static_cast<net::Failure>(failure);
        reply.status = status;
        reply.contentType = type;
        QCOMPARE(static_cast<int>(sync::judge(reply)), verdict);
    }
};

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
