// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/region.h"

#include "app/demo/answering.h"
#include "app/demo/generator.h"
#include "app/demo/rawjson.h"
#include "app/demo/writelog.h"
#include "core/base/clock.h"

#include <QJsonDocument>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

Region::Region(RegionOptions options)
    : m_options(std::move(options))
    , m_interactions(m_store, [this](const auto& writes, const auto& places, Moment moment) { onCommitted(writes, places, moment); })
    , m_dice(m_options.seed)
{
    setFaults(m_options.faults);
}

Region::~Region() = default;

void Region::setFaults(const Faults& faults)
{
    m_faults = faults;
    m_interactions.setFaults(faults);
}

QUrl Region::url() const
{
    return QUrl(u"http://127.0.0.1:%1/"_s.arg(m_front ? m_front->port() : 0));
}

qint64 Region::now() const
{
    return SystemClock().now().toMSecsSinceEpoch() + m_offset;
}

Result<quint16, RegionError> Region::start(quint16 port)
{
    if (!m_prepared) {
        if (const auto error = prepare())
            return failed(*error);
        m_prepared = true;
    }
    m_front = std::make_unique<Front>([this](const Request& request, const QPointer<QTcpSocket>& socket) { onRequest(request, socket); });
    const auto taken = m_front->open(port);
    if (!taken) {
        m_front.reset();
        return failed(RegionError::PortTaken);
    }
    return *taken;
}

void Region::stop()
{
    m_front.reset();
}

std::optional<RegionError> Region::prepare()
{
    if (m_options.now)
        m_offset = m_options.now->toMSecsSinceEpoch() - SystemClock().now().toMSecsSinceEpoch();
    Origin origin {m_options.seed, m_options.residents, m_options.cases, now()};
    if (!m_options.transcript.isEmpty()) {
        m_transcript.setFileName(m_options.transcript);
        if (!m_transcript.open(QIODevice::WriteOnly | QIODevice::Append))
            return RegionError::TranscriptUnwritable;
    }
    std::vector<LoggedCommit> commits;
    if (!m_options.store.isEmpty()) {
        auto log = openWriteLog(m_log, m_options.store, origin);
        if (!log)
            return RegionError::StoreUnreadable;
        origin = log->origin;
        commits = std::move(log->commits);
    }
    generate(m_store, origin);
    for (const LoggedCommit& commit : commits) {
        m_store.commit(commit.writes, commit.lastUpdated, commit.committed);
        for (const Write& write : commit.writes) {
            if (write.type == "Communication" && !write.remove)
                expectReceipt(write.id);
        }
    }
    return std::nullopt;
}

void Region::onCommitted(const std::vector<Write>& writes, const std::vector<Ordinal>& places, Moment moment)
{
    Q_UNUSED(places)
    ++m_commits;
    if (m_log.isOpen())
        appendCommit(m_log, writes, moment);
    for (const Write& write : writes) {
        if (write.type == "Communication" && !write.remove)
            expectReceipt(write.id);
    }
}

// The region takes a message from staff into the resident's inbox a moment after it came: mottagen.
void Region::expectReceipt(const QByteArray& id)
{
    QTimer::singleShot(m_options.receivesMs, this, [this, id] { receive(id); });
}

void Region::receive(const QByteArray& id)
{
    const auto place = m_store.find("Communication", id);
    if (!place || m_store.at(*place).current().deleted)
        return;
    const Record& message = m_store.at(*place);
    if (isFromResident(message))
        return;
    if (rawjson::value(message.current().json, "status") == "\"in-progress\"")
        rewrite(message, "status", "\"completed\"");
    if (m_options.readsSeconds > 0)
        QTimer::singleShot(std::chrono::seconds(m_options.readsSeconds), this, [this, id] { markRead(id); });
}

void Region::markRead(const QByteArray& id)
{
    const auto place = m_store.find("Communication", id);
    if (!place || m_store.at(*place).current().deleted)
        return;
    const Record& message = m_store.at(*place);
    if (rawjson::value(message.current().json, "received").isEmpty())
        rewrite(message, "received", rawjson::quoted(instantText(now())));
    QTimer::singleShot(std::chrono::seconds(m_options.readsSeconds), this, [this, id] { answerQuestion(id); });
}

void Region::answerQuestion(const QByteArray& id)
{
    const auto place = m_store.find("Communication", id);
    if (!place || m_store.at(*place).current().deleted)
        return;
    const qint64 moment = now();
    const std::vector<Write> writes = residentAnswer(m_store, m_store.at(*place), moment);
    if (!writes.empty())
        m_interactions.write(writes, {moment, moment});
}

void Region::rewrite(const Record& record, const QByteArray& member, const QByteArray& value)
{
    const QByteArray json = rawjson::with(record.current().json, member, value);
    const qint64 moment = now();
    m_interactions.write({{record.type, record.id, json, QJsonDocument::fromJson(json).object(), false}}, {moment, moment});
}

} // namespace mottaget::demo
