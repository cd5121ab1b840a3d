// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace.h"

#include "core/base/clock.h"
#include "core/base/onready.h"
#include "core/session/democustody.h"
#include "core/session/localsession.h"
#include "core/store/schema.h"
#include "core/store/stores.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTcpSocket>

namespace mottaget::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr auto person = "SE2321009999-1ANB"_L1;
constexpr auto commission = "SE2321009999-2ANB"_L1;

} // namespace

bool Workplace::start(int cases)
{
    m_cases = cases;
    m_region.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_region.start(QStringLiteral(MOTTAGET_BIN "/mottaget-demo-region"), {u"--port"_s, u"0"_s, u"--cases"_s, QString::number(cases)});
    while (m_region.waitForReadyRead(120000)) {
        while (m_region.canReadLine()) {
            const QByteArray line = m_region.readLine().trimmed();
            if (line.startsWith("listening ")) {
                m_url = QUrl(u"http://"_s + QString::fromLatin1(line.mid(10)) + u"/fhir"_s);
                return true;
            }
        }
    }
    return false;
}

Workplace::~Workplace()
{
    m_region.kill();
    m_region.waitForFinished(2000);
}

session::Setup Workplace::setup() const
{
    session::Setup setup;
    setup.dataRoot = m_dir.filePath(u"data"_s);
    setup.region = m_url;
    setup.token = "demo:SE2321009999-1ANB:SE2321009999-2ANB";
    setup.personHsaId = person;
    setup.commissionHsaId = commission;
    setup.undoWindow = std::chrono::milliseconds(8000);
    setup.syncAtOnce = false;
    return setup;
}

QString Workplace::personFolder() const
{
    return store::Folder::of(setup().dataRoot, person, commission).person;
}

std::unique_ptr<store::Database> Workplace::openCache() const
{
    const auto keys = session::openDemoKeys(session::placeOf(setup()), m_url);
    return keys ? openCacheWith(store::StoreKeys::of(**keys), personFolder() + u"/cache.db"_s) : nullptr;
}

std::unique_ptr<store::Database> openCacheWith(const store::StoreKeys& keys, const QString& path)
{
    constexpr int pageCacheKiB = 48 * 1024;
    const store::Sealing sealing = store::Sealing::withKey(*keys.ofKind(store::FileKind::Cache).front());
    auto opened = store::Database::open(path, store::Durability::Cache, store::schema::cache(), pageCacheKiB, sealing);
    return opened ? std::move(*opened) : nullptr;
}

bool Workplace::misbehave(const QByteArray& faults) const
{
    QTcpSocket socket;
    socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
    if (!socket.waitForConnected(5000))
        return false;
    socket.write(
        "POST /$faults HTTP/1.0\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(faults.size()) + "\r\n\r\n" + faults);
    return socket.waitForReadyRead(5000) && socket.readAll().contains(" 20");
}

int Workplace::requestsSoFar() const
{
    QTcpSocket socket;
    socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
    if (!socket.waitForConnected(5000))
        return 0;
    socket.write("GET /$stats HTTP/1.0\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(5000))
        answer += socket.readAll();
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4))[u"requests"_s].toInt();
}

bool Workplace::fillCache()
{
    const SystemClock clock;
    session::LocalSession session(setup(), clock);
    QEventLoop loop; // the bench has nothing else to do meanwhile
    bool good = false;
    QElapsedTimer timer;
    onReady(session.open(), &session, [&](const auto& opened) {
        if (!opened || !*opened) {
            loop.quit();
            return;
        }
        timer.start();
        onReady(session.syncOnce(), &session, [&](const std::optional<session::SyncStatus>& status) {
            m_fetchSeconds = static_cast<double>(timer.elapsed()) / 1000;
            good = status && status->lastPull.isValid() && status->fetched >= m_cases;
            loop.quit();
        });
    });
    loop.exec();
    return good;
}

} // namespace mottaget::bench
