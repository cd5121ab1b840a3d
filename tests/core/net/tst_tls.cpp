// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates.h"
#include "wireserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::Failure;

//! Who is believed to be the region: only whoever the named authorities vouch for, by this name, today, over a protocol of today. To
//! anybody else not a byte of a request is said.
class TestTls final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheRegionItselfIsSpokenTo_data()
    {
        QTest::addColumn<QSslConfiguration>("server");
        QTest::addColumn<QByteArray>("bundle");
        QTest::addColumn<bool>("named"); // a bundle is named, as with --ca-bundle
        QTest::addColumn<int>("failure");
        const auto row = [](const char* name, const QSslConfiguration& server, const QByteArray& bundle, bool named, Failure failure) {
            QTest::newRow(name) << server << bundle << named << static_cast<int>(failure);
        };
        const Wish authority {"The region's authority", -3600, 3600, true};
        const Identity ours = makeIdentity(authority);
        const Identity namesake = makeIdentity(authority);
        const Identity other = makeIdentity({"A device in the middle", -3600, 3600, true});
        const Identity region = makeIdentity({}, &ours);
        const Identity self = makeIdentity({});
        const Identity leaf = makeIdentity({}, &region);
        const QByteArray bundle = ours.certificate;
        row("the region", serverWith(region), bundle, true, Failure::None);
        row("the region, one of two authorities", serverWith(region), other.certificate + bundle, true, Failure::None);
        row("unknown authority: the system's are asked, and know nothing", serverWith(region), {}, false, Failure::Untrusted);
        row("a bundle with nothing in it", serverWith(region), {}, true, Failure::Untrusted);
        row("expired", serverWith(makeIdentity({"127.0.0.1", -7200, -3600}, &ours)), bundle, true, Failure::Untrusted);
        row("not yet valid", serverWith(makeIdentity({"127.0.0.1", 3600, 7200}, &ours)), bundle, true, Failure::Untrusted);
        row("wrong name", serverWith(makeIdentity({"elsewhere.example"}, &ours)), bundle, true, Failure::Untrusted);
        row("wrong address", serverWith(makeIdentity({"127.0.0.2"}, &ours)), bundle, true, Failure::Untrusted);
        row("self-signed", serverWith(self), bundle, true, Failure::Untrusted);
        row("somebody in the middle with an authority of their own", serverWith(makeIdentity({}, &other)), bundle, true,
            Failure::Untrusted);
        row("an authority that bears the same name", serverWith(makeIdentity({}, &namesake)), bundle, true, Failure::Untrusted);
        QSslConfiguration chained = serverWith(leaf);
        chained.setLocalCertificateChain({QSslCertificate(leaf.certificate), QSslCertificate(region.certificate)});
        row("signed by one that is no authority", chained, bundle, true, Failure::Untrusted);
        QSslConfiguration old = serverWith(region);
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        old.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        old.setBackendConfigurationOption("CipherString", QByteArray("DEFAULT@SECLEVEL=0"));
        row("an old protocol", old, bundle, true, Failure::Untrusted);
    }
    void onlyTheRegionItselfIsSpokenTo()
    {
        QFETCH(QSslConfiguration, server);
        QFETCH(QByteArray, bundle);
        QFETCH(bool, named);
        QFETCH(int, failure);
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"authorities.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bundle);
        file.close();
        WireServer wire;
        wire.tls = server;
        wire.answer = [](const WireServer::Asked&) {
            return WireServer::Served {WireServer::http(200, "application/fhir+json", "{}"), WireServer::After::Keep, {}};
        };
        net::HttpClient client("secret", {1024 * 1024, 2000ms});
        if (named)
            client.trustOnly(file.fileName());
        net::Request request;
        request.method = net::Request::Method::Post;
        request.url = wire.url();
        request.body = "{}";
        request.deadline = 3000ms;
        const net::Reply reply = exchange(client, request);
        QCOMPARE(static_cast<int>(reply.failure), failure);
        QCOMPARE(wire.asked.size(), failure == static_cast<int>(Failure::None) ? 1 : 0);
    }

    void aBundleThatIsMissingTrustsNobody()
    {
        const Identity ours = makeIdentity({"The region's authority", -3600, 3600, true});
        WireServer wire;
        wire.tls = serverWith(makeIdentity({}, &ours));
        wire.answer = [](const WireServer::Asked&) { return WireServer::Served {}; };
        net::HttpClient client("secret", {1024 * 1024, 2000ms});
        client.trustOnly(u"/nowhere/authorities.pem"_s);
        net::Request request;
        request.url = wire.url();
        request.deadline = 3000ms;
        QCOMPARE(static_cast<int>(exchange(client, request).failure), static_cast<int>(Failure::Untrusted));
        QCOMPARE(wire.asked.size(), 0);
    }

    void nobodySpeaksTlsHere()
    {
        WireServer wire; // plain
        wire.answer = [](const WireServer::Asked&) { return WireServer::Served {}; };
        net::HttpClient client("secret", {1024 * 1024, 300ms});
        net::Request request;
        request.method = net::Request::Method::Post;
        request.url = QUrl(u"https://127.0.0.1:%1/fhir"_s.arg(wire.serverPort()));
        request.deadline = 600ms;
        const net::Reply reply = exchange(client, request);
        QVERIFY(reply.failure != Failure::None);
        QCOMPARE(wire.asked.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
