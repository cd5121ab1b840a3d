// SPDX-License-Identifier: GPL-3.0-or-later
#include "wireserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <sched.h>
#include <zlib.h>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::Failure;
using After = WireServer::After;

namespace {

constexpr qint64 cap = 1024 * 1024;
constexpr auto json = "application/fhir+json";

// Blanks, packed without ever being there all at once.
QByteArray gzippedBlanks(qsizetype count)
{
    z_stream stream {};
    (void)deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray input(cap, ' ');
    QByteArray output;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (qsizetype done = 0; done < count; done += input.size()) {
        stream.next_in = reinterpret_cast<Bytef*>(input.data());
        stream.avail_in = static_cast<uInt>(input.size());
        const int flush = done + input.size() >= count ? Z_FINISH : Z_NO_FLUSH;
        do {
            stream.next_out = reinterpret_cast<Bytef*>(piece.data());
            stream.avail_out = static_cast<uInt>(piece.size());
            (void)deflate(&stream, flush);
            output += piece.left(piece.size() - static_cast<qsizetype>(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return output;
}

QByteArray packed(const QByteArray& bytes)
{
    return WireServer::http(200, json, bytes, "Content-Encoding: gzip\r\n");
}

// The most memory this process has held since it was last forgotten, in KiB.
void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    (void)file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    file.write("5");
}
qint64 peakMemory()
{
    QFile file(u"/proc/self/status"_s);
    (void)file.open(QIODevice::ReadOnly);
    const QByteArray all = file.readAll();
    const qsizetype at = all.indexOf("VmHWM:");
    return all.mid(at + 6, all.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

net::Request requestTo(const WireServer& server, net::Request::Method method = net::Request::Method::Get)
{
    net::Request request;
    request.method = method;
    request.url = server.url();
    request.deadline = 600ms;
    if (method != net::Request::Method::Get)
        request.body = QByteArray(300'000, 'x');
    request.headers = {{"Content-Type", json}};
    return request;
}

} // namespace

//! What the client makes of bytes that no good server sends: an end, soon, with bounded memory, and never a success.
class TestWireAttacks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // On one core the thread that reads may go on for long while ours waits: the bounds must hold then too.
    void initTestCase()
    {
        cpu_set_t allowed;
        QCOMPARE(sched_getaffinity(0, sizeof allowed, &allowed), 0);
        int core = 0;
        while (!CPU_ISSET(core, &allowed))
            ++core;
        CPU_ZERO(&allowed);
        CPU_SET(core, &allowed);
        QCOMPARE(sched_setaffinity(0, sizeof allowed, &allowed), 0);
    }

    void everyExchangeEnds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("after");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& bytes, After after, const QByteArray& more, Failure failure, int status) {
            QTest::newRow(name) << bytes << static_cast<int>(after) << more << static_cast<int>(failure) << status;
        };
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\n";
        const QByteArray chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
        const QByteArray block(64 * 1024, ' ');
        row("good", WireServer::http(200, json, "{}"), After::Keep, {}, Failure::None, 200);
        row("good, packed two hundred to one, below the cap", packed(gzippedBlanks(cap)), After::Keep, {}, Failure::None, 200);
        row("silence", {}, After::Keep, {}, Failure::Lost, 0);
        row("slow-loris: the head", {}, After::Drip, head, Failure::Lost, 0);
        row("slow-loris: the body", head + "Content-Length: 100\r\n\r\n", After::Drip, QByteArray(90, ' '), Failure::Lost, 200);
        row("a body that stops", head + "Content-Length: 100\r\n\r\n{", After::Keep, {}, Failure::Lost, 200);
        row("a body that is cut", head + "Content-Length: 100\r\n\r\n{", After::Close, {}, Failure::Lost, 200);
        row("closed before a byte", {}, After::Close, {}, Failure::Lost, 0);
        row("reset before a byte", {}, After::Reset, {}, Failure::Lost, 0);
        row("closed within the head", "HTTP/1.1 200 OK\r\nConte", After::Close, {}, Failure::Lost, 0);
        row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", After::Close, {}, Failure::Lost, 0);
        row("gzip bomb", packed(gzippedBlanks(200 * cap)), After::Keep, {}, Failure::TooLarge, 200);
        row("broken gzip", packed("this is no gzip at all"), After::Keep, {}, Failure::Lost, 200);
        row("huge body", WireServer::http(200, json, QByteArray(2 * cap, ' ')), After::Keep, {}, Failure::TooLarge, 200);
        row("endless body", head + "\r\n", After::Endless, block, Failure::TooLarge, 200);
        row("endless chunks", chunked, After::Endless, "10000\r\n" + block + "\r\n", Failure::TooLarge, 200);
        row("endless body of an error", "HTTP/1.1 500 No\r\n\r\n", After::Endless, block, Failure::TooLarge, 500);
        row("endless headers", head, After::Endless, "X-More: " + QByteArray(1000, 'a') + "\r\n", Failure::Lost, 0);
        row("one endless header", head + "X-More: ", After::Endless, QByteArray(1000, 'a'), Failure::Lost, 0);
        row("endless 100 Continue", {}, After::Endless, "HTTP/1.1 100 Continue\r\n\r\n", Failure::Lost, 0);
        row("redirect to http", WireServer::http(302, "text/html", {}, "Location: http://192.0.2.1/\r\n"), After::Keep, {}, Failure::None,
            302);
        row("redirect to itself", WireServer::http(301, {}, {}, "Location: /fhir\r\n"), After::Keep, {}, Failure::None, 301);
        row("a proxy's log-in", WireServer::http(407, "text/html", "x", "Proxy-Authenticate: Basic realm=\"x\"\r\n"), After::Keep, {},
            Failure::None, 407);
        row("a realm asks for a password", WireServer::http(401, json, "{}", "WWW-Authenticate: Basic realm=\"x\"\r\n"), After::Keep, {},
            Failure::None, 401);
    }
    void everyExchangeEnds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, after);
        QFETCH(QByteArray, more);
        QFETCH(int, failure);
        QFETCH(int, status);
        for (const auto method : {net::Request::Method::Get, net::Request::Method::Post}) {
            WireServer server;
            server.answer = [&](const WireServer::Asked&) { return WireServer::Served {bytes, static_cast<After>(after), more}; };
            forgetPeak();
            const qint64 before = peakMemory();
            QVERIFY(before > 0);
            QElapsedTimer timer;
            timer.start();
            if (status == 0)
                server.limit = 300'000; // Qt's reader of headers does not look up while bytes keep coming
            net::HttpClient client("secret", {cap, 250ms});
            const net::Reply reply = exchange(client, requestTo(server, method));
            QCOMPARE(static_cast<int>(reply.failure), failure);
            QCOMPARE(reply.status, status);
            QVERIFY(reply.body.size() <= cap);
            QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
            QVERIFY2(peakMemory() - before < 50 * 1024, QByteArray::number(peakMemory() - before).constData());
            if (method == net::Request::Method::Post)
                QCOMPARE(server.asked.size(), 1); // what has a body is repeated by nobody but its sender
        }
    }

    void aChunkThatIsCutIsLeftToTheJson()
    {
        WireServer server;
        server.answer = [](const WireServer::Asked&) {
            return WireServer::Served {
                "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\"", After::Close,
                {}};
        };
        net::HttpClient client("secret", {cap, 250ms});
        const net::Reply reply = exchange(client, requestTo(server));
        QVERIFY(reply.failure == Failure::Lost || reply.body == "{\"a\""); // Qt takes it for whole; no half of a resource is JSON
    }

    void aRedirectThatWantsTheBodyAgainDoesNotGetIt()
    {
        WireServer server;
        server.answer = [](const WireServer::Asked&) {
            return WireServer::Served {WireServer::http(307, {}, {}, "Location: /fhir\r\n"), After::Keep, {}};
        };
        net::HttpClient client("secret", {cap, 250ms});
        QCOMPARE(
            static_cast<int>(exchange(client, requestTo(server, net::Request::Method::Post)).failure), static_cast<int>(Failure::Lost));
        QCOMPARE(server.asked.size(), 1);
    }

    void aPooledConnectionThatDiesDoesNotSendTwice()
    {
        WireServer server;
        int requests = 0;
        server.answer = [&](const WireServer::Asked&) {
            ++requests;
            return requests == 1 ? WireServer::Served {WireServer::http(200, json, "{}"), After::Keep, {}}
                                 : WireServer::Served {{}, After::Close, {}};
        };
        net::HttpClient client("secret", {cap, 250ms});
        QCOMPARE(static_cast<int>(exchange(client, requestTo(server)).failure), static_cast<int>(Failure::None));
        const net::Reply reply = exchange(client, requestTo(server, net::Request::Method::Put));
        QCOMPARE(static_cast<int>(reply.failure), static_cast<int>(Failure::Lost));
        QCOMPARE(requests, 2);
    }

    void whatIsSentArrivesWhole()
    {
        WireServer server;
        server.answer = [](const WireServer::Asked&) { return WireServer::Served {WireServer::http(201, json, "{}"), After::Keep, {}}; };
        net::HttpClient client("secret", {cap, 250ms});
        net::Request request = requestTo(server, net::Request::Method::Put);
        request.headers << net::Header("If-Match", "W/\"7\"");
        QCOMPARE(exchange(client, request).status, 201);
        QCOMPARE(server.asked.size(), 1);
        QCOMPARE(server.asked[0].method, QByteArray("PUT"));
        QCOMPARE(server.asked[0].body, request.body);
        QVERIFY(server.asked[0].head.toLower().contains("\r\nif-match: w/\"7\"\r\n"));
        QVERIFY(server.asked[0].head.contains("Bearer secret"));
        QVERIFY(!server.asked[0].head.toLower().contains("transfer-encoding"));
    }

    void refusedAndUnknownAreCertainlyNotSent()
    {
        WireServer server;
        const QUrl nobody = server.url();
        server.close();
        net::HttpClient client("secret", {cap, 250ms});
        net::Request request;
        request.url = nobody;
        QCOMPARE(static_cast<int>(exchange(client, request).failure), static_cast<int>(Failure::NotSent));
    }

    void resetAtConnectingIsNoSuccess()
    {
        WireServer server;
        server.resetOnConnect = true;
        net::HttpClient client("secret", {cap, 250ms});
        QCOMPARE(
            static_cast<int>(exchange(client, requestTo(server, net::Request::Method::Post)).failure), static_cast<int>(Failure::Lost));
        QCOMPARE(server.asked.size(), 0);
    }

    void plainHttpGoesNowhereElse_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("another machine") << u"http://192.0.2.1/fhir"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("ftp") << u"ftp://127.0.0.1/"_s;
    }
    void plainHttpGoesNowhereElse()
    {
        QFETCH(QString, url);
        net::HttpClient client("secret", {cap, 250ms});
        net::Request request;
        request.url = QUrl(url);
        request.deadline = 300ms;
        QCOMPARE(static_cast<int>(exchange(client, request).failure), static_cast<int>(Failure::Untrusted));
    }
};

QTEST_GUILESS_MAIN(TestWireAttacks)
#include "tst_wireattacks.moc"
