// SPDX-License-Identifier: GPL-3.0-or-later
#include "miniserver.h"

#include "core/fhir/bundle.h"
#include "core/fhir/editor.h"

#include <QUrlQuery>

namespace mottaget::test {

using namespace Qt::StringLiterals;

net::Reply MiniServer::json(int status, const QByteArray& body)
{
    net::Reply reply;
    reply.status = status;
    reply.contentType = "application/fhir+json";
    reply.body = body;
    return reply;
}

net::Reply MiniServer::lost()
{
    net::Reply reply;
    reply.failure = net::Failure::Lost;
    return reply;
}

net::Reply MiniServer::notSent()
{
    net::Reply reply;
    reply.failure = net::Failure::NotSent;
    return reply;
}

void MiniServer::put(const QString& type, const QString& id, const QByteArray& body)
{
    Stored& stored = m_resources[{type, id}];
    ++stored.version;
    stored.updated = m_now.toUTC().toString(Qt::ISODateWithMs);
    auto editor = fhir::Editor::of(body);
    Q_ASSERT(editor.has_value());
    (void)editor->set({"id"}, fhir::Json::text(id));
    (void)editor->set({"meta", "versionId"}, fhir::Json::text(QString::number(stored.version)));
    (void)editor->set({"meta", "lastUpdated"}, fhir::Json::text(stored.updated));
    stored.body = editor->bytes();
    m_now = m_now.addMSecs(7); // no two resources of one moment, unless a transaction makes them so
}

net::Reply MiniServer::answer(const net::Request& request)
{
    seen << request;
    if (fault) {
        if (const auto instead = fault(request, false))
            return *instead;
    }
    net::Reply reply = carryOut(request);
    reply.date = m_now;
    if (fault) {
        if (const auto instead = fault(request, true))
            return *instead;
    }
    return reply;
}

net::Reply MiniServer::carryOut(const net::Request& request)
{
    if (request.method == net::Request::Method::Post && request.body.contains(R"("type":"batch")"))
        return answersBatches ? batch(request) : json(400, R"({"resourceType":"OperationOutcome"})");
    if (request.method == net::Request::Method::Post)
        return transaction(request.body);
    if (request.method == net::Request::Method::Put)
        return putOne(request);
    const QStringList path = request.url.path().split(u'/', Qt::SkipEmptyParts).mid(1);
    if (path.size() == 1)
        return search(path[0], request.url);
    const auto found = m_resources.find({path.value(0), path.value(1)});
    if (found == m_resources.end())
        return json(404, R"({"resourceType":"OperationOutcome"})");
    return json(200, found->second.body);
}

net::Reply MiniServer::batch(const net::Request& request)
{
    const auto document = fhir::Document::parse(request.body);
    QByteArray entries;
    for (const fhir::BundleEntry entry : fhir::Bundle::of(document->root())->entries()) {
        net::Request one;
        one.url = QUrl(request.url.toString() + u'/' + entry.request().url());
        const auto instead = fault ? fault(one, false) : std::nullopt;
        const net::Reply answer = instead ? *instead : carryOut(one);
        entries += QByteArray(entries.isEmpty() ? "" : ",") + R"({"response":{"status":")" + QByteArray::number(answer.status)
            + (answer.status == 200 ? R"("},"resource":)" : R"(","outcome":)") + answer.body + (answer.status == 200 ? "}" : "}}");
    }
    return json(200, R"({"resourceType":"Bundle","type":"batch-response","entry":[)" + entries + "]}");
}

net::Reply MiniServer::putOne(const net::Request& request)
{
    const QStringList path = request.url.path().split(u'/', Qt::SkipEmptyParts).mid(1);
    const auto found = m_resources.find({path.value(0), path.value(1)});
    for (const net::Header& header : request.headers) {
        if (header.first == "If-None-Match" && found != m_resources.end())
            return json(412, R"({"resourceType":"OperationOutcome"})");
        if (header.first != "If-Match")
            continue;
        if (found == m_resources.end())
            return json(404, R"({"resourceType":"OperationOutcome"})");
        if (header.second != "W/\"" + QByteArray::number(found->second.version) + '"')
            return json(412, R"({"resourceType":"OperationOutcome"})");
    }
    put(path.value(0), path.value(1), request.body);
    return json(200, bodyOf(path.value(0), path.value(1)));
}

net::Reply MiniServer::search(const QString& type, const QUrl& url)
{
    const QUrlQuery query(url);
    const QStringList wanted = query.queryItemValue(u"_id"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    const QString from = query.queryItemValue(u"_lastUpdated"_s, QUrl::FullyDecoded);
    const int skip = query.queryItemValue(u"skip"_s).toInt();
    // A reference code is enough here: every tag of these worlds is of a unit.
    const QByteArray tag = query.queryItemValue(u"_tag"_s, QUrl::FullyDecoded).section(u'|', 1).toUtf8();
    QList<const Stored*> matches;
    for (const auto& [key, stored] : m_resources) {
        if (key.first != type || (!wanted.isEmpty() && !wanted.contains(key.second)))
            continue;
        if (!tag.isEmpty() && !stored.body.contains(tag))
            continue;
        if (from.startsWith("ge"_L1) && stored.updated < from.mid(2))
            continue;
        matches << &stored;
    }
    if (query.queryItemValue(u"_summary"_s) == "count"_L1)
        return json(200, R"({"resourceType":"Bundle","type":"searchset","total":)" + QByteArray::number(matches.size()) + '}');
    std::stable_sort(matches.begin(), matches.end(), [](const Stored* a, const Stored* b) { return a->updated < b->updated; });
    if (query.queryItemValue(u"_sort"_s) == "-_lastUpdated"_L1)
        std::reverse(matches.begin(), matches.end());
    QByteArray entries;
    for (const Stored* stored : matches.mid(skip, pageSize))
        entries += QByteArray(entries.isEmpty() ? "" : ",") + R"({"resource":)" + stored->body + R"(,"search":{"mode":"match"}})";
    QByteArray link;
    if (skip + pageSize < matches.size()) {
        QUrlQuery next = query;
        next.removeQueryItem(u"skip"_s);
        next.addQueryItem(u"skip"_s, QString::number(skip + pageSize));
        QUrl nextUrl = url;
        nextUrl.setQuery(next);
        link = R"(,"link":[{"relation":"next","url":")" + nextUrl.toEncoded() + R"("}])";
    }
    return json(200,
        R"({"resourceType":"Bundle","type":"searchset")" + link + (entries.isEmpty() ? QByteArray() : R"(,"entry":[)" + entries + "]")
            + "}");
}

net::Reply MiniServer::transaction(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    const auto bundle = document ? fhir::Bundle::of(document->root()) : tl::unexpected(document.error());
    if (!bundle)
        return json(400, R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","diagnostics":"no bundle"}]})");
    for (const fhir::BundleEntry entry : bundle->entries()) {
        const QStringList url = entry.request().url().split(u'/');
        const auto found = m_resources.find({url.value(0), url.value(1)});
        const QString wanted = entry.request().ifMatch();
        if (wanted.isEmpty())
            continue;
        if (found == m_resources.end())
            return json(404, R"({"resourceType":"OperationOutcome"})");
        if (wanted != u"W/\"%1\""_s.arg(found->second.version))
            return json(412, R"({"resourceType":"OperationOutcome"})");
    }
    QByteArray entries;
    for (const fhir::BundleEntry entry : bundle->entries()) {
        const QStringList url = entry.request().url().split(u'/');
        put(url.value(0), url.value(1), entry.resource().source().toByteArray());
        entries +=
            QByteArray(entries.isEmpty() ? "" : ",") + R"({"resource":)" + bodyOf(url[0], url[1]) + R"(,"response":{"status":"200 OK"}})";
    }
    return json(200, R"({"resourceType":"Bundle","type":"transaction-response","entry":[)" + entries + "]}");
}

QStringList MiniServer::idsOf(const QString& type) const
{
    QStringList ids;
    for (const auto& [key, stored] : m_resources) {
        if (key.first == type)
            ids << key.second;
    }
    return ids;
}

QByteArray MiniServer::bodyOf(const QString& type, const QString& id) const
{
    const auto found = m_resources.find({type, id});
    return found == m_resources.end() ? QByteArray() : found->second.body;
}

} // namespace mottaget::test
