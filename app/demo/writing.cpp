// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of Interactions: each change is checked first, so that what is applied can't fail half-way.
#include "app/demo/interactions.h"

#include "app/demo/rawjson.h"
#include "core/base/id.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

bool isId(const QByteArray& id)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9.-]{1,64}\\z"_s);
    return form.match(QString::fromUtf8(id)).hasMatch();
}

QList<QByteArray> partsOf(const QByteArray& path)
{
    QList<QByteArray> parts = path.split('/');
    parts.removeAll(QByteArray());
    return parts;
}

QueryItems itemsOf(const QByteArray& query)
{
    QueryItems items;
    for (const auto& [name, value] : QUrlQuery(QString::fromUtf8(query)).queryItems(QUrl::FullyDecoded))
        items.emplaceBack(name.toUtf8(), value.toUtf8());
    return items;
}

Result<QJsonObject, Reply> readResource(const QByteArray& body, const QByteArray& type)
{
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return failed(refusal(400, "structure", "not a JSON object: " + error.errorString().toUtf8()));
    if (document.object().value("resourceType"_L1).toString().toUtf8() != type)
        return failed(refusal(400, "invalid", "resourceType is not " + type));
    return document.object();
}

// An entry of a bundle as if it had come alone.
Result<Request, Reply> entryRequest(QByteArrayView entry, const Request& outer)
{
    const QByteArrayView request = rawjson::value(entry, "request");
    const QJsonObject asked = QJsonDocument::fromJson(request.toByteArray()).object();
    Request alone;
    alone.method = asked.value("method"_L1).toString().toLatin1();
    const QByteArray url = asked.value("url"_L1).toString().toUtf8();
    if (alone.method.isEmpty() || (url.isEmpty() && alone.method != "POST"))
        return failed(refusal(400, "required", "an entry needs request.method and request.url"));
    alone.target = url.startsWith('/') ? url : '/' + url;
    const qsizetype mark = alone.target.indexOf('?');
    alone.path = QByteArray::fromPercentEncoding(mark < 0 ? alone.target : alone.target.left(mark));
    if (mark >= 0)
        alone.query = itemsOf(alone.target.mid(mark + 1));
    alone.base = outer.base;
    alone.headers = outer.headers;
    for (const auto& [member, header] :
        {std::pair("ifMatch"_L1, "if-match"), std::pair("ifNoneExist"_L1, "if-none-exist"), std::pair("ifNoneMatch"_L1, "if-none-match")}) {
        alone.headers.remove(header);
        if (asked.contains(member))
            alone.headers.insert(header, asked.value(member).toString().toUtf8());
    }
    alone.body = rawjson::value(entry, "resource").toByteArray();
    return alone;
}

} // namespace

std::optional<Reply> Interactions::versionMoved(const Request& request, const QByteArray& type, const QByteArray& id) const
{
    const QByteArray wanted = request.headers.value("if-match");
    const auto ordinal = m_store.find(type, id);
    if (m_faults.ignoreMatch)
        return std::nullopt;
    if (request.headers.value("if-none-match") == "*" && ordinal && !m_store.at(*ordinal).current().deleted)
        return refusal(m_faults.conflict409 ? 409 : 412, "conflict", type + '/' + id + " is there already");
    if (wanted.isEmpty())
        return std::nullopt;
    if (!ordinal || m_store.at(*ordinal).current().deleted)
        return refusal(404, "not-found", type + '/' + id + " is not there to match");
    const QByteArray current = QByteArray::number(m_store.at(*ordinal).versions.size());
    if (wanted == "W/\"" + current + '"' || wanted == '"' + current + '"')
        return std::nullopt;
    return refusal(m_faults.conflict409 ? 409 : 412, "conflict", type + '/' + id + " is at version " + current + ", not " + wanted);
}

Interactions::Checked Interactions::checkPut(const Request& request, const QByteArray& type, const QByteArray& id) const
{
    const auto object = readResource(request.body, type);
    if (!object)
        return failed(object.error());
    if (!isId(id) || object->value("id"_L1).toString().toUtf8() != id)
        return failed(refusal(400, "invalid", "the id in the resource is not that of the address"));
    if (const auto moved = versionMoved(request, type, id))
        return failed(*moved);
    const auto known = m_store.find(type, id);
    const bool there = known && !m_store.at(*known).current().deleted;
    return Change {{type, id, request.body, *object, false}, there ? 200 : 201, {}};
}

Interactions::Checked Interactions::checkPost(const Request& request, const QByteArray& type) const
{
    const auto object = readResource(request.body, type);
    if (!object)
        return failed(object.error());
    const QByteArray condition = request.headers.value("if-none-exist");
    if (!condition.isEmpty()) {
        const auto query = parseQuery(type, itemsOf(condition.mid(condition.indexOf('?') + 1)));
        if (!query)
            return failed(refusal(400, "invalid", query.error().text));
        const std::vector<Hit> hits = find(m_store, *query);
        if (hits.size() > 1)
            return failed(refusal(412, "multiple-matches", "the condition fits several resources"));
        if (hits.size() == 1)
            return Change {{}, 200, hits.front().ordinal};
    }
    return Change {{type, newUuid().toLatin1(), request.body, *object, false}, 201, {}};
}

Interactions::Checked Interactions::checkDelete(const Request& request, const QByteArray& type, const QByteArray& id) const
{
    if (const auto moved = versionMoved(request, type, id))
        return failed(*moved);
    const auto known = m_store.find(type, id);
    if (!known)
        return failed(refusal(404, "not-found", type + '/' + id + " is not known"));
    if (m_store.at(*known).current().deleted)
        return Change {{}, 204, known};
    return Change {{type, id, {}, {}, true}, 204, {}};
}

Interactions::Checked Interactions::check(const Request& request) const
{
    const QList<QByteArray> parts = partsOf(request.path);
    if (parts.isEmpty() || !resourceTypes().contains(parts[0]))
        return failed(refusal(404, "not-supported", "no such type: " + request.path));
    if (request.method == "PUT" && parts.size() == 2)
        return checkPut(request, parts[0], parts[1]);
    if (request.method == "POST" && parts.size() == 1)
        return checkPost(request, parts[0]);
    if (request.method == "DELETE" && parts.size() == 2)
        return checkDelete(request, parts[0], parts[1]);
    return failed(refusal(405, "not-supported", request.method + ' ' + request.path));
}

std::vector<Ordinal> Interactions::apply(const std::vector<Change>& changes, Moment moment)
{
    std::vector<Write> writes;
    for (const Change& change : changes) {
        if (!change.unchanged)
            writes.push_back(change.write);
    }
    std::vector<Ordinal> places;
    if (!writes.empty()) {
        places = m_store.commit(writes, moment.stamp, moment.now);
        m_committed(writes, places, moment);
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].unchanged)
            places.insert(places.begin() + static_cast<std::ptrdiff_t>(i), *changes[i].unchanged);
    }
    return places;
}

Reply Interactions::written(const Change& change, Ordinal ordinal, const Request& request) const
{
    const Record& record = m_store.at(ordinal);
    const QByteArray number = QByteArray::number(record.versions.size());
    Reply reply;
    reply.status = change.status;
    reply.committed = !change.unchanged;
    reply.body = record.current().json; // empty when it was deleted
    reply.headers = {{"ETag", "W/\"" + number + '"'}, {"Last-Modified", httpDate(record.current().lastUpdated)},
        {"Location", request.base + '/' + record.type + '/' + record.id + "/_history/" + number}};
    return reply;
}

Reply Interactions::single(const Request& request, Moment moment)
{
    const Checked change = check(request);
    if (!change)
        return change.error();
    Reply reply = written(*change, apply({*change}, moment).front(), request);
    const QByteArray prefer = request.headers.value("prefer");
    if (prefer.contains("return=minimal"))
        reply.body.clear();
    else if (prefer.contains("return=OperationOutcome"))
        reply.body = outcome("information", "informational", reply.committed ? "done" : "nothing to do");
    return reply;
}

Reply Interactions::bundle(const Request& request, Moment moment, bool stale)
{
    const auto object = readResource(request.body, "Bundle");
    if (!object)
        return object.error();
    const QString kind = object->value("type"_L1).toString();
    if (kind != "transaction"_L1 && kind != "batch"_L1)
        return refusal(400, "invalid", "a bundle to POST is a transaction or a batch");
    std::vector<Request> entries;
    for (const QByteArrayView entry : rawjson::elements(rawjson::value(request.body, "entry"))) {
        auto alone = entryRequest(entry, request);
        if (!alone)
            return alone.error();
        entries.push_back(std::move(*alone));
    }
    if (kind == "transaction"_L1 && !m_faults.notAtomic)
        return transaction(entries, request, moment, stale);
    Reply reply = batch(entries, request, moment, stale);
    if (kind == "transaction"_L1)
        reply.body.replace("\"type\":\"batch-response\"", "\"type\":\"transaction-response\"");
    return reply;
}

Reply Interactions::transaction(const std::vector<Request>& entries, const Request& outer, Moment moment, bool stale)
{
    std::vector<Change> changes;
    QList<QByteArray> keys;
    for (const Request& entry : entries) {
        if (entry.method == "GET")
            continue;
        Checked change = check(entry);
        if (!change)
            return change.error();
        const QByteArray key = change->write.type + '/' + change->write.id;
        if (!change->unchanged && keys.contains(key))
            return refusal(400, "duplicate", key + " stands twice in the transaction");
        keys.append(key);
        changes.push_back(std::move(*change));
    }
    const std::vector<Ordinal> places = apply(changes, moment);
    const bool full = outer.headers.value("prefer").contains("return=representation");
    Reply reply;
    reply.body = R"({"resourceType":"Bundle","type":"transaction-response","entry":[)";
    std::size_t next = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0)
            reply.body += ',';
        if (entries[i].method == "GET") {
            reply.body += responseEntry(answer(entries[i], moment, stale), true);
        } else {
            reply.committed = reply.committed || !changes[next].unchanged;
            reply.body += responseEntry(written(changes[next], places[next], entries[i]), full);
            ++next;
        }
    }
    reply.body += "]}";
    return reply;
}

Reply Interactions::batch(const std::vector<Request>& entries, const Request& outer, Moment moment, bool stale)
{
    const bool full = outer.headers.value("prefer").contains("return=representation");
    Reply reply;
    reply.body = R"({"resourceType":"Bundle","type":"batch-response","entry":[)";
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0)
            reply.body += ',';
        const bool reads = entries[i].method == "GET";
        const Reply part = reads ? answer(entries[i], moment, stale) : single(entries[i], moment);
        reply.committed = reply.committed || part.committed;
        reply.body += responseEntry(part, reads || full);
    }
    reply.body += "]}";
    return reply;
}

QByteArray Interactions::responseEntry(const Reply& reply, bool withResource) const
{
    QByteArray response = R"({"status":)" + rawjson::quoted(statusLine(reply.status));
    for (const auto& [name, value] : reply.headers) {
        if (name == "ETag")
            response += ",\"etag\":" + rawjson::quoted(value);
        else if (name == "Location")
            response += ",\"location\":" + rawjson::quoted(value);
    }
    const QByteArray updated = rawjson::value(rawjson::value(reply.body, "meta"), "lastUpdated").toByteArray();
    if (reply.status < 300 && !updated.isEmpty())
        response += ",\"lastModified\":" + updated;
    if (reply.status >= 400)
        response += ",\"outcome\":" + reply.body;
    response += '}';
    QByteArray entry = "{\"response\":" + response;
    if (withResource && reply.status < 400 && !reply.body.isEmpty())
        entry += ",\"resource\":" + reply.body;
    return entry + '}';
}

} // namespace mottaget::demo
