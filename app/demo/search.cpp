// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/search.h"

#include "app/demo/searchparameters.h"

#include <QDateTime>

#include <algorithm>

namespace mottaget::demo {

namespace {

using Tokens = std::vector<Token>;
// One list a condition: the tokens of which any will do. Empty when nothing has ever had any of the values.
using Wanted = std::vector<Tokens>;

Wanted wantedTokens(const ResourceStore& store, const Query& query)
{
    Wanted wanted;
    for (const Query::Condition& condition : query.conditions) {
        Tokens any;
        for (const QByteArray& value : condition.anyOf) {
            if (const auto token = store.token(query.type, condition.parameter + '=' + value))
                any.push_back(*token);
        }
        wanted.push_back(std::move(any));
    }
    return wanted;
}

bool holds(const Wanted& wanted, const Tokens& tokens)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const Tokens& any) {
        return std::any_of(any.begin(), any.end(), [&](Token token) { return std::binary_search(tokens.begin(), tokens.end(), token); });
    });
}

bool inTime(const Query& query, const Version& version)
{
    return version.lastUpdated >= query.from && version.lastUpdated < query.to;
}

bool named(const Query& query, const Record& record)
{
    return !query.byId || query.ids.contains(record.id);
}

bool authoredThen(const Query& query, const Record& record)
{
    static const Query open;
    if (query.authoredFrom == open.authoredFrom && query.authoredTo == open.authoredTo)
        return true;
    const auto span = momentSpan(record.authored);
    return span && span->first >= query.authoredFrom && span->first < query.authoredTo;
}

// The smallest set that is sure to hold all answers.
std::vector<Ordinal> candidates(const ResourceStore& store, const Query& query, const Wanted& wanted)
{
    std::vector<Ordinal> found;
    if (query.byId) {
        for (const QByteArray& id : query.ids) {
            if (const auto ordinal = store.find(query.type, id))
                found.push_back(*ordinal);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    if (query.from != std::numeric_limits<qint64>::min()) {
        const auto& times = store.byTime(query.type);
        for (auto at = times.lower_bound({query.from, 0}); at != times.end() && at->first < query.to; ++at)
            found.push_back(at->second);
        std::sort(found.begin(), found.end());
        return found;
    }
    const Tokens* best = nullptr;
    std::size_t bestSize = 0;
    for (const Tokens& any : wanted) {
        std::size_t size = 0;
        for (const Token token : any)
            size += store.withToken(token).size();
        if (!best || size < bestSize) {
            best = &any;
            bestSize = size;
        }
    }
    if (!best)
        return store.ofType(query.type);
    for (const Token token : *best) {
        const auto& list = store.withToken(token);
        found.insert(found.end(), list.begin(), list.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void sortHits(const ResourceStore& store, Order order, std::vector<Hit>& hits)
{
    const auto time = [&](const Hit& hit) { return store.at(hit.ordinal).versions[hit.version].lastUpdated; };
    const auto authored = [&](const Hit& hit) -> const QByteArray& { return store.at(hit.ordinal).authored; };
    const auto by = [&](auto key, bool falling) {
        std::stable_sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) { return falling ? key(b) < key(a) : key(a) < key(b); });
    };
    switch (order) {
    case Order::Place: break;
    case Order::OldestFirst: by(time, false); break;
    case Order::NewestFirst: by(time, true); break;
    case Order::AuthoredOldestFirst: by(authored, false); break;
    case Order::AuthoredNewestFirst: by(authored, true); break;
    }
}

std::optional<SearchError> applyTime(const QByteArray& name, QByteArray value, qint64& from, qint64& to)
{
    QByteArray prefix = "eq";
    if (value.size() > 2 && value[0] >= 'a' && value[0] <= 'z') {
        prefix = value.left(2);
        value.remove(0, 2);
    }
    const auto span = momentSpan(value);
    if (!span)
        return SearchError {name + ": not an instant: " + value};
    if (prefix == "ge" || prefix == "eq")
        from = std::max(from, span->first);
    else if (prefix == "gt")
        from = std::max(from, span->second);
    if (prefix == "le" || prefix == "eq")
        to = std::min(to, span->second);
    else if (prefix == "lt")
        to = std::min(to, span->first);
    if (prefix != "ge" && prefix != "gt" && prefix != "le" && prefix != "lt" && prefix != "eq")
        return SearchError {name + ": unknown prefix " + prefix};
    return std::nullopt;
}

std::optional<Order> orderOf(const QByteArray& value)
{
    if (value == "_lastUpdated")
        return Order::OldestFirst;
    if (value == "-_lastUpdated")
        return Order::NewestFirst;
    if (value == "authored-on")
        return Order::AuthoredOldestFirst;
    if (value == "-authored-on")
        return Order::AuthoredNewestFirst;
    return std::nullopt;
}

std::optional<SearchError> applyResultParameter(Query& query, const QByteArray& name, const QByteArray& value)
{
    if (name == "_sort") {
        const auto order = orderOf(value);
        if (!order)
            return SearchError {"_sort: not supported: " + value};
        query.order = *order;
    } else if (name == "_count") {
        bool number = false;
        const int count = value.toInt(&number);
        if (!number || count < 0)
            return SearchError {"_count: not a number: " + value};
        query.count = std::min(count, 1000);
    } else if (name == "_summary") {
        if (value != "count" && value != "false")
            return SearchError {"_summary: not supported: " + value};
        query.countOnly = value == "count";
    } else if (name == "_elements") {
        query.elements = value.split(',');
    }
    return std::nullopt;
}

QList<QByteArray> alternatives(const QByteArray& value)
{
    QList<QByteArray> found;
    QByteArray one;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) {
            one += value[++i];
        } else if (value[i] == ',') {
            found.append(one);
            one.clear();
        } else {
            one += value[i];
        }
    }
    found.append(one);
    return found;
}

} // namespace

std::optional<std::pair<qint64, qint64>> momentSpan(const QByteArray& text)
{
    const QString moment = QString::fromLatin1(text);
    if (text.size() == 10) {
        const QDate day = QDate::fromString(moment, Qt::ISODate);
        if (!day.isValid())
            return std::nullopt;
        const qint64 start = day.startOfDay(Qt::UTC).toMSecsSinceEpoch();
        return std::pair(start, start + 86'400'000);
    }
    const bool zoned = text.size() > 16 && (text.endsWith('Z') || text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0);
    QDateTime at = QDateTime::fromString(moment, text.contains('.') ? Qt::ISODateWithMs : Qt::ISODate);
    if (!at.isValid() || text.size() < 16)
        return std::nullopt;
    if (!zoned)
        at.setTimeSpec(Qt::UTC);
    const bool seconds = text.size() > 16 && text[16] == ':';
    const qint64 width = text.contains('.') ? 1 : seconds ? 1000 : 60'000;
    const qint64 start = at.toMSecsSinceEpoch();
    return std::pair(start, start + width);
}

Result<Query, SearchError> parseQuery(const QByteArray& type, const QueryItems& items)
{
    static const QList<QByteArray> resultParameters {"_sort", "_count", "_summary", "_elements", "_total", "_format"};
    Query query;
    query.type = type;
    for (const auto& [name, value] : items) {
        std::optional<SearchError> error;
        if (name == "_lastUpdated") {
            error = applyTime(name, value, query.from, query.to);
        } else if (name == authoredParameter(type)) {
            error = applyTime(name, value, query.authoredFrom, query.authoredTo);
        } else if (name == "_id") {
            query.byId = true;
            query.ids = value.split(',');
        } else if (resultParameters.contains(name)) {
            error = applyResultParameter(query, name, value);
        } else if (isSearchable(type, name)) {
            query.conditions.push_back({name, alternatives(value)});
        } else {
            error = SearchError {"unknown search parameter for " + type + ": " + name};
        }
        if (error)
            return failed(*error);
    }
    return query;
}

std::vector<Hit> find(const ResourceStore& store, const Query& query)
{
    const Wanted wanted = wantedTokens(store, query);
    std::vector<Hit> hits;
    for (const Ordinal ordinal : candidates(store, query, wanted)) {
        const Record& record = store.at(ordinal);
        if (!record.current().deleted && inTime(query, record.current()) && named(query, record) && authoredThen(query, record)
            && holds(wanted, record.tokens))
            hits.push_back({ordinal, static_cast<quint32>(record.versions.size() - 1)});
    }
    sortHits(store, query.order, hits);
    return hits;
}

std::vector<Hit> findAsOf(const ResourceStore& store, const Query& query, qint64 instant)
{
    const Wanted wanted = wantedTokens(store, query);
    const std::vector<Ordinal> recent = store.writtenSince(instant);
    std::vector<Hit> hits;
    for (const Hit& hit : find(store, query)) {
        if (!std::binary_search(recent.begin(), recent.end(), hit.ordinal))
            hits.push_back(hit);
    }
    for (const Ordinal ordinal : recent) {
        const Record& record = store.at(ordinal);
        if (record.type != query.type || !named(query, record) || !authoredThen(query, record))
            continue;
        for (std::size_t back = record.versions.size(); back > 0; --back) {
            const Version& version = record.versions[back - 1];
            if (version.committed >= instant)
                continue;
            if (!version.deleted && inTime(query, version) && holds(wanted, store.tokensOf(record.type, version.json)))
                hits.push_back({ordinal, static_cast<quint32>(back - 1)});
            break;
        }
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.ordinal < b.ordinal; });
    sortHits(store, query.order, hits);
    return hits;
}

} // namespace mottaget::demo
