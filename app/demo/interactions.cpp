// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/interactions.h"

#include "app/demo/rawjson.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

constexpr qint64 indexLag = 2000; // ms, fault stale-search
constexpr const char* hsaSystem = "urn:oid:1.2.752.29.4.19";

Reply resourceReply(const Record& record, std::size_t index)
{
    const Version& version = record.versions[index];
    Reply reply;
    reply.body = version.json;
    reply.headers.emplaceBack("ETag", "W/\"" + QByteArray::number(index + 1) + '"');
    reply.headers.emplaceBack("Last-Modified", httpDate(version.lastUpdated));
    return reply;
}

Reply notFound(const QByteArray& type, const QByteArray& id)
{
    return refusal(404, "not-found", type + '/' + id + " is not known");
}

} // namespace

Interactions::Interactions(
    ResourceStore& store, std::function<void(const std::vector<Write>&, const std::vector<Ordinal>&, Moment)> committed)
    : m_store(store)
    , m_paging(store)
    , m_committed(std::move(committed))
{
}

void Interactions::setFaults(const Faults& faults)
{
    m_faults = faults;
    m_paging.setLooping(faults.loopNext);
}

Reply Interactions::answer(const Request& request, Moment moment, bool stale)
{
    QList<QByteArray> parts = request.path.split('/');
    parts.removeAll(QByteArray());
    if (request.method == "GET" && parts == QList<QByteArray> {"metadata"}) {
        Reply reply;
        reply.body = capabilityStatement(request.base);
        return reply;
    }
    if (!authorized(request.headers.value("authorization"))) {
        Reply reply = refusal(401, "login", "a bearer demo:<HSA-id>:<commission> of a known person is needed");
        reply.headers.emplaceBack("WWW-Authenticate", "Bearer");
        return reply;
    }
    if (!parts.isEmpty() && parts[0] != "_history" && !resourceTypes().contains(parts[0]))
        return refusal(404, "not-supported", "no such type: " + parts[0]);
    if (request.method == "GET")
        return get(request, parts, moment, stale);
    if (request.method != "PUT" && request.method != "POST" && request.method != "DELETE")
        return refusal(405, "not-supported", "read, search, create, update, delete and bundles are all there is");
    const QByteArray contentType = request.headers.value("content-type");
    if (request.method != "DELETE" && !contentType.startsWith("application/fhir+json") && !contentType.startsWith("application/json"))
        return refusal(415, "not-supported", "send application/fhir+json");
    if (request.method == "POST" && parts.isEmpty())
        return bundle(request, moment, stale);
    return single(request, moment);
}

bool Interactions::authorized(const QByteArray& header) const
{
    const QList<QByteArray> words = header.split(':');
    if (words.size() != 3 || words[0] != "Bearer demo")
        return false;
    const auto holder = [&](const QByteArray& type, const QByteArray& hsaId) -> const Record* {
        const auto token = m_store.token(type, QByteArray("identifier=") + hsaSystem + '|' + hsaId);
        if (!token || m_store.withToken(*token).empty())
            return nullptr;
        return &m_store.at(m_store.withToken(*token).front());
    };
    const Record* person = holder("Practitioner", words[1]);
    const Record* role = holder("PractitionerRole", words[2]);
    if (!person || !role)
        return false;
    const auto has = [&](const QByteArray& text) {
        const auto token = m_store.token("PractitionerRole", text);
        return token && std::binary_search(role->tokens.begin(), role->tokens.end(), *token);
    };
    return has("practitioner=Practitioner/" + person->id) && has("active=true");
}

Reply Interactions::get(const Request& request, const QList<QByteArray>& parts, Moment moment, bool stale)
{
    if (parts.isEmpty()) {
        for (const auto& [name, value] : request.query) {
            if (name == "_page")
                return m_paging.next(request, value);
        }
        return refusal(400, "not-supported", "name a type");
    }
    if (parts.size() == 1)
        return parts[0] == "_history" ? history(request, {}, {})
            : m_faults.cachedSearch   ? remembered(request, parts[0], moment)
                                      : search(request, parts[0], moment, stale);
    if (parts.size() == 2)
        return parts[1] == "_history" ? history(request, parts[0], {}) : read(request, parts[0], parts[1]);
    if (parts[2] == "_history" && parts.size() == 3)
        return history(request, parts[0], parts[1]);
    if (parts[2] == "_history" && parts.size() == 4)
        return readVersion(parts[0], parts[1], parts[3]);
    return refusal(400, "not-supported", "no such address");
}

// As HAPI does with reuse_cached_search_results_millis.
Reply Interactions::remembered(const Request& request, const QByteArray& type, Moment moment)
{
    constexpr qint64 keptMs = 60000;
    if (request.headers.value("cache-control").contains("no-cache"))
        return search(request, type, moment, false);
    auto kept = m_remembered.find(request.target);
    if (kept == m_remembered.end() || moment.now - kept->first > keptMs)
        kept = m_remembered.insert(request.target, {moment.now, search(request, type, moment, false)});
    return kept->second;
}

Reply Interactions::read(const Request& request, const QByteArray& type, const QByteArray& id) const
{
    const auto ordinal = m_store.find(type, id);
    if (!ordinal)
        return notFound(type, id);
    const Record& record = m_store.at(*ordinal);
    if (record.current().deleted)
        return refusal(410, "deleted", type + '/' + id + " is deleted");
    Reply reply = resourceReply(record, record.versions.size() - 1);
    if (request.headers.value("if-none-match") == reply.headers[0].second) {
        reply.status = 304;
        reply.body.clear();
    }
    for (const auto& [name, value] : request.query) {
        if (name == "_elements")
            reply.body = subset(reply.body, value.split(','));
        else if (name != "_format")
            return refusal(400, "not-supported", "unknown parameter: " + name);
    }
    return reply;
}

Reply Interactions::readVersion(const QByteArray& type, const QByteArray& id, const QByteArray& version) const
{
    const auto ordinal = m_store.find(type, id);
    const std::size_t number = version.toUInt();
    if (!ordinal || number == 0 || number > m_store.at(*ordinal).versions.size())
        return notFound(type, id + "/_history/" + version);
    const Record& record = m_store.at(*ordinal);
    if (record.versions[number - 1].deleted)
        return refusal(410, "deleted", type + '/' + id + " is deleted");
    return resourceReply(record, number - 1);
}

Reply Interactions::search(const Request& request, const QByteArray& type, Moment moment, bool stale)
{
    const auto query = parseQuery(type, request.query);
    if (!query)
        return refusal(400, "invalid", query.error().text);
    ResultSet result {*query, {}, false, m_faults.offsetPaging};
    result.hits = stale ? findAsOf(m_store, *query, moment.now - indexLag) : find(m_store, *query);
    return m_paging.first(request, std::move(result));
}

Reply Interactions::history(const Request& request, const QByteArray& type, const QByteArray& id)
{
    ResultSet result;
    result.history = true;
    for (const auto& [name, value] : request.query) {
        const auto span = name == "_since" ? momentSpan(value) : std::nullopt;
        if (span)
            result.query.from = span->first;
        else if (name == "_count" && value.toInt() > 0)
            result.query.count = std::min(value.toInt(), 1000);
        else if (name != "_format")
            return refusal(400, "invalid", "history: " + name + '=' + value);
    }
    std::vector<Ordinal> places;
    if (!id.isEmpty()) {
        const auto ordinal = m_store.find(type, id);
        if (!ordinal)
            return notFound(type, id);
        places.push_back(*ordinal);
    } else {
        for (const QByteArray& each : type.isEmpty() ? m_store.types() : QList<QByteArray> {type})
            places.insert(places.end(), m_store.ofType(each).begin(), m_store.ofType(each).end());
    }
    for (const Ordinal place : places) {
        const Record& record = m_store.at(place);
        for (std::size_t i = record.versions.size(); i > 0; --i) {
            if (record.versions[i - 1].lastUpdated >= result.query.from)
                result.hits.push_back({place, static_cast<quint32>(i - 1)});
        }
    }
    std::stable_sort(result.hits.begin(), result.hits.end(), [this](const Hit& a, const Hit& b) {
        return m_store.at(a.ordinal).versions[a.version].lastUpdated > m_store.at(b.ordinal).versions[b.version].lastUpdated;
    });
    return m_paging.first(request, std::move(result));
}

void Interactions::write(const std::vector<Write>& writes, Moment moment)
{
    const std::vector<Ordinal> places = m_store.commit(writes, moment.stamp, moment.now);
    m_committed(writes, places, moment);
}

} // namespace mottaget::demo
