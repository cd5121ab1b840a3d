// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Region between a request and its reply: own addresses, faults, delays and the transcript.
#include "app/demo/region.h"

#include "app/demo/rawjson.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

const QByteArray loginPage = "<!DOCTYPE html><html><head><title>Gästnät</title></head><body><h1>Välkommen till gästnätet</h1>"
                             "<form method=\"post\"><button>Godkänn villkoren</button></form></body></html>";

bool writes(const Request& request)
{
    return request.method == "PUT" || request.method == "POST" || request.method == "DELETE";
}

} // namespace

bool Region::happens(double share)
{
    return share > 0 && m_dice.generateDouble() < share;
}

void Region::onRequest(const Request& request, const QPointer<QTcpSocket>& socket)
{
    if (request.path.startsWith("/$")) {
        m_front->send(request, socket, ownAddress(request), Manner::Whole, now());
        return;
    }
    ++m_requests;
    ++m_counts[request.method + ' ' + (request.path == "/" || request.path.isEmpty() ? "/" : request.path.split('/').value(1))];
    if (const auto manner = lostByFault(request)) {
        m_front->send(request, socket, {}, *manner, now());
        return;
    }
    if (const auto refused = refusedByFault(request)) {
        deliver(request, socket, *refused, Manner::Whole);
        return;
    }
    const qint64 arrived = now();
    if (m_faults.txStartTime > 0 && writes(request)) {
        QTimer::singleShot(m_faults.txStartTime, m_front.get(), [this, request, socket, arrived] { answerAt(request, socket, arrived); });
        return;
    }
    answerAt(request, socket, arrived);
}

// The requests that are lost before they come to anything.
std::optional<Manner> Region::lostByFault(const Request& request)
{
    if (happens(m_faults.hang))
        return Manner::Hanging;
    if (writes(request) && m_faults.loseWrite > 0 && --m_faults.loseWrite == 0)
        return Manner::Dropped;
    return std::nullopt;
}

std::optional<Reply> Region::refusedByFault(const Request& request)
{
    if (writes(request) && m_faults.refuseWrite > 0 && --m_faults.refuseWrite == 0)
        return refusal(m_faults.refuseStatus, "invalid", "refused on purpose");
    const bool isNextPage = std::ranges::any_of(request.query, [](const auto& item) { return item.first == "_page"; });
    if (isNextPage && happens(m_faults.loseCursor))
        return refusal(410, "expired", "this page is no longer kept; search again");
    if (m_faults.status != 0)
        return refusal(m_faults.status, "processing", "refused on purpose");
    if (happens(m_faults.redirect)) {
        Reply reply;
        reply.status = 302;
        reply.contentType = "text/html; charset=utf-8";
        reply.headers.emplaceBack("Location", "http://192.0.2.1/login");
        return reply;
    }
    if (happens(m_faults.html)) {
        Reply page;
        page.body = loginPage;
        page.contentType = "text/html; charset=utf-8";
        return page;
    }
    if (happens(m_faults.tooMany)) {
        Reply reply = refusal(429, "throttled", "too many requests");
        reply.headers.emplaceBack("Retry-After", QByteArray::number(m_faults.retryAfter));
        return reply;
    }
    if (happens(m_faults.broken)) {
        static const int statuses[] = {500, 502, 503};
        return refusal(statuses[m_dice.bounded(3)], "exception", "the region is out of order for a moment");
    }
    return std::nullopt;
}

void Region::answerAt(const Request& request, const QPointer<QTcpSocket>& socket, qint64 stamp)
{
    const bool stale = request.method == "GET" && happens(m_faults.staleSearch);
    Reply reply = m_interactions.answer(request, {stamp, now()}, stale);
    const Manner manner = mannerOf(reply);
    if (happens(m_faults.malformed)) {
        reply.body.chop(1);
        reply.body += ',';
    }
    if (reply.committed && happens(m_faults.mismatch)) {
        reply.status = 200;
        reply.body = R"({"resourceType":"Basic","id":"something-else"})";
    }
    if (happens(m_faults.empty)) {
        reply.status = 200;
        reply.body.clear();
    }
    if (happens(m_faults.plain))
        reply.contentType = "text/plain; charset=utf-8";
    if (m_faults.awayNext)
        reply.body.replace(R"("relation":"next","url":"http://127.0.0.1)", R"("relation":"next","url":"http://192.0.2.1)");
    if (m_faults.wrongType && !reply.committed) { // searches, alone or as a batch
        for (const QByteArray& type : m_store.types())
            reply.body.replace(QByteArray("\"resourceType\":\"" + type + '"'), "\"resourceType\":\"Basic\"");
    }
    deliver(request, socket, reply, manner);
}

Manner Region::mannerOf(const Reply& reply)
{
    if (reply.committed && m_faults.dropWrite > 0 && --m_faults.dropWrite == 0)
        return Manner::Dropped;
    if (reply.committed && m_faults.dropAfterCommitNext > 0) {
        --m_faults.dropAfterCommitNext;
        return Manner::Dropped;
    }
    if (reply.committed && happens(m_faults.dropAfterCommit))
        return Manner::Dropped;
    const std::pair<double, Manner> others[] = {{m_faults.cut, Manner::Cut}, {m_faults.trickle, Manner::Trickled},
        {m_faults.drip, Manner::Dripped}, {m_faults.endless, Manner::Endless}, {m_faults.endlessHead, Manner::EndlessHead},
        {m_faults.bomb, Manner::Bomb}};
    for (const auto& [share, manner] : others) {
        if (happens(share))
            return manner;
    }
    return Manner::Whole;
}

void Region::deliver(const Request& request, const QPointer<QTcpSocket>& socket, const Reply& reply, Manner manner)
{
    record(request, reply, manner);
    if (m_faults.delayMost == 0) {
        m_front->send(request, socket, reply, manner, now());
        return;
    }
    const int wait = m_dice.bounded(m_faults.delayLeast, m_faults.delayMost + 1);
    QTimer::singleShot(
        wait, m_front.get(), [this, request, socket, reply, manner] { m_front->send(request, socket, reply, manner, now()); });
}

Reply Region::ownAddress(const Request& request)
{
    Reply reply;
    reply.contentType = "application/json";
    if (request.method == "POST" && request.path == "/$faults") {
        const auto faults = parseFaults(request.body);
        if (!faults)
            return refusal(400, "invalid", "no such fault: " + faults.error());
        setFaults(*faults);
        reply.body = "{}";
    } else if (request.method == "GET" && request.path == "/$dump") {
        QByteArray all;
        for (const auto& [name, type] : request.query) {
            for (const Ordinal place : m_store.ofType(name == "type" ? type : QByteArray())) {
                const Version& version = m_store.at(place).current();
                if (!version.deleted)
                    all += (all.isEmpty() ? "" : ",") + version.json;
            }
        }
        reply.body = '[' + all + ']';
    } else if (request.method == "GET" && request.path == "/$stats") {
        QByteArray counts;
        QList<QByteArray> types = m_store.types();
        std::sort(types.begin(), types.end());
        for (const QByteArray& type : types)
            counts += (counts.isEmpty() ? "\"" : ",\"") + type + "\":" + QByteArray::number(m_store.byTime(type).size());
        QByteArray asked;
        for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count)
            asked += (asked.isEmpty() ? "" : ",") + rawjson::quoted(count.key()) + ':' + QByteArray::number(count.value());
        reply.body = "{\"asked\":{" + asked + "},\"requests\":" + QByteArray::number(m_requests)
            + ",\"commits\":" + QByteArray::number(m_commits) + ",\"resources\":{" + counts + "}}";
    } else {
        return refusal(404, "not-found", request.path);
    }
    return reply;
}

void Region::record(const Request& request, const Reply& reply, Manner manner)
{
    if (!m_transcript.isOpen())
        return;
    QByteArray asked;
    QList<QByteArray> names = request.headers.keys();
    std::sort(names.begin(), names.end());
    for (const QByteArray& name : names) {
        if (name != "authorization")
            asked += (asked.isEmpty() ? "" : ",") + rawjson::quoted(name) + ':' + rawjson::quoted(request.headers.value(name));
    }
    QByteArray told;
    for (const auto& [name, value] : reply.headers)
        told += (told.isEmpty() ? "" : ",") + rawjson::quoted(name.toLower()) + ':' + rawjson::quoted(value);
    QByteArray line = "{\"method\":\"" + request.method + "\",\"path\":" + rawjson::quoted(request.target) + ",\"status\":"
        + QByteArray::number(reply.status) + ",\"whole\":" + (manner == Manner::Whole || manner == Manner::Trickled ? "true" : "false")
        + ",\"requestHeaders\":{" + asked + "},\"replyHeaders\":{" + told + '}' + ",\"request\":" + rawjson::quoted(request.body)
        + ",\"reply\":" + rawjson::quoted(reply.body) + "}\n";
    m_transcript.write(line);
    m_transcript.flush();
}

} // namespace mottaget::demo
