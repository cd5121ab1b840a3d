// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/paging.h"

#include "app/demo/rawjson.h"
#include "core/base/id.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

constexpr std::size_t resultsKept = 64;

QByteArray link(const char* relation, const QByteArray& url)
{
    return QByteArray(R"({"relation":")") + relation + R"(","url":)" + rawjson::quoted(url) + '}';
}

} // namespace

QByteArray subset(const QByteArray& json, const QList<QByteArray>& elements)
{
    QByteArray reduced = "{";
    for (const rawjson::Member& member : rawjson::members(json)) {
        const QByteArray key = member.key.toByteArray();
        QByteArray value = member.value.toByteArray();
        if (key == "meta") {
            QJsonObject meta = QJsonDocument::fromJson(value).object();
            QJsonArray tags = meta.value("tag"_L1).toArray();
            tags.append(
                QJsonObject {{u"system"_s, u"http://terminology.hl7.org/CodeSystem/v3-ObservationValue"_s}, {u"code"_s, u"SUBSETTED"_s}});
            meta.insert("tag"_L1, tags);
            value = QJsonDocument(meta).toJson(QJsonDocument::Compact);
        } else if (key != "resourceType" && key != "id" && !elements.contains(key)) {
            continue;
        }
        reduced += (reduced.size() > 1 ? ",\"" : "\"") + key + "\":" + value;
    }
    return reduced + '}';
}

Reply Paging::first(const Request& request, ResultSet result)
{
    const bool more =
        !result.query.countOnly && result.query.count > 0 && result.hits.size() > static_cast<std::size_t>(result.query.count);
    QByteArray key;
    if (more) {
        key = newUuid().remove(u'-').toLatin1();
        if (m_age.size() == resultsKept) {
            m_kept.remove(m_age.front());
            m_age.pop_front();
        }
        m_age.push_back(key);
        m_kept.insert(key, result);
    }
    return page(request, result, key, 0);
}

Reply Paging::next(const Request& request, const QByteArray& token)
{
    const qsizetype dot = token.indexOf('.');
    const auto kept = m_kept.find(token.left(dot));
    bool number = false;
    const uint offset = dot < 0 ? 0 : token.mid(dot + 1).toUInt(&number);
    if (kept == m_kept.end() || !number)
        return refusal(410, "expired", "this page is no longer kept; search again");
    if (kept->live)
        kept->hits = find(m_store, kept->query);
    return page(request, *kept, kept.key(), offset);
}

Reply Paging::page(const Request& request, const ResultSet& result, const QByteArray& key, std::size_t offset) const
{
    const std::size_t total = result.hits.size();
    const std::size_t size = static_cast<std::size_t>(result.query.count);
    const std::size_t end = result.query.countOnly ? 0 : std::min(total, offset + size);
    Reply reply;
    QByteArray& body = reply.body;
    body.reserve(static_cast<qsizetype>(end > offset ? end - offset : 0) * 1500 + 500);
    body = QByteArray(R"({"resourceType":"Bundle","type":")") + (result.history ? "history" : "searchset") + R"(","total":)"
        + QByteArray::number(total) + R"(,"link":[)" + link("self", request.base + request.target);
    if (!key.isEmpty() && end < total) {
        const QByteArray there = key + '.' + QByteArray::number(m_looping ? offset : end);
        body += ',' + link("next", request.base + "/?_page=" + there);
    }
    body += ']';
    if (offset < end) {
        body += R"(,"entry":[)";
        for (std::size_t i = offset; i < end; ++i) {
            if (i > offset)
                body += ',';
            appendEntry(body, request, result, result.hits[i]);
        }
        body += ']';
    }
    body += '}';
    return reply;
}

void Paging::appendEntry(QByteArray& body, const Request& request, const ResultSet& result, const Hit& hit) const
{
    const Record& record = m_store.at(hit.ordinal);
    const Version& version = record.versions[hit.version];
    const QByteArray path = record.type + '/' + record.id;
    body += R"({"fullUrl":")" + request.base + '/' + path + '"';
    if (!version.deleted)
        body += R"(,"resource":)" + (result.query.elements.isEmpty() ? version.json : subset(version.json, result.query.elements));
    if (!result.history) {
        body += R"(,"search":{"mode":"match"}})";
        return;
    }
    const bool first = hit.version == 0 || record.versions[hit.version - 1].deleted;
    const QByteArray number = QByteArray::number(hit.version + 1);
    body += R"(,"request":{"method":")" + QByteArray(version.deleted ? "DELETE" : "PUT") + R"(","url":")" + path
        + R"("},"response":{"status":")"
        + statusLine(version.deleted ? 204
                : first              ? 201
                                     : 200)
        + R"(","etag":"W/\")" + number + R"(\"","lastModified":")" + instantText(version.lastUpdated) + "\"}}";
}

} // namespace mottaget::demo
