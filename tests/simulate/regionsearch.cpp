// SPDX-License-Identifier: GPL-3.0-or-later
#include "region.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace mottaget::simulate {

using namespace Qt::StringLiterals;

namespace {

constexpr auto cursorParameter = "_getpages";

QHash<QByteArray, QByteArray> queryOf(const QUrl& url)
{
    QHash<QByteArray, QByteArray> query;
    for (const QByteArray& part : url.query(QUrl::FullyEncoded).toLatin1().split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (equals > 0)
            query.insert(part.left(equals), QByteArray::fromPercentEncoding(part.mid(equals + 1)));
    }
    return query;
}

bool holds(const QByteArray& list, const QString& value)
{
    return list.split(',').contains(value.toUtf8());
}

} // namespace

net::Reply Region::json(int status, const QByteArray& body)
{
    net::Reply reply;
    reply.status = status;
    reply.contentType = "application/fhir+json";
    reply.body = body;
    return reply;
}

net::Reply Region::outcome(int status)
{
    return json(status, R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"processing","diagnostics":"nej"}]})");
}

bool Region::isCursor(const net::Request& request) const
{
    return request.url.query().contains(QLatin1StringView(cursorParameter));
}

net::Reply Region::read(const net::Request& request, qint64 now)
{
    const QStringList path = request.url.path().split(u'/', Qt::SkipEmptyParts).mid(1);
    net::Reply reply;
    if (path.size() == 2) {
        const Entity* found = find(path[0], path[1]);
        const int absent = m_gone.contains(path[0] + u'/' + path[1]) ? 410 : 404;
        reply = found == nullptr ? outcome(absent) : json(200, found->body);
    } else {
        const Query query = queryOf(request.url);
        if (query.contains(cursorParameter))
            reply = page(query.value(cursorParameter).toInt(), query.value("from").toInt(), query.value("_count").toInt());
        else
            reply = search(path.value(0), request.url.adjusted(QUrl::RemoveQuery | QUrl::RemovePath).toEncoded() + "/fhir", query);
    }
    reply.date = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    return reply;
}

bool Region::matches(const Entity& entity, const Query& query)
{
    for (auto parameter = query.begin(); parameter != query.end(); ++parameter) {
        const QByteArray& name = parameter.key();
        const QByteArray& value = *parameter;
        bool fits = true;
        if (name == "_tag")
            fits = entity.tagged;
        else if (name == "_id")
            fits = holds(value, entity.id);
        else if (name == "identifier")
            fits = value.endsWith(entity.json["identifier"_L1][0]["value"_L1].toString().toUtf8());
        else if (name == "organization")
            fits = entity.json["organization"_L1]["reference"_L1].toString().toUtf8() == value;
        else if (name == "status")
            fits = holds(value, entity.json["status"_L1].toString());
        else if (name == "owner")
            fits = entity.json["owner"_L1]["reference"_L1].toString().toUtf8() == value;
        if (!fits)
            return false;
    }
    return true;
}

net::Reply Region::search(const QString& type, const QByteArray& url, const Query& query)
{
    const QByteArray bound = query.value("_lastUpdated");
    const qint64 at = bound.isEmpty() ? 0 : QDateTime::fromString(QString::fromLatin1(bound.mid(2)), Qt::ISODateWithMs).toMSecsSinceEpoch();
    std::vector<const Entity*> found;
    for (const Entity& entity : all(type)) {
        const bool inTime = bound.isEmpty() || (bound.startsWith("ge") ? entity.stamp >= at : entity.stamp <= at);
        if (inTime && matches(entity, query))
            found.push_back(&entity);
    }
    if (query.value("_summary") == "count")
        return json(200, R"({"resourceType":"Bundle","type":"searchset","total":)" + QByteArray::number(found.size()) + '}');
    std::ranges::stable_sort(found, {}, &Entity::stamp);
    if (query.value("_sort") == "-_lastUpdated")
        std::ranges::reverse(found);
    Cursor cursor {type, {}, url};
    for (const Entity* entity : found)
        cursor.ids << entity->id;
    m_cursors[++m_nextCursor] = cursor;
    const net::Reply reply = page(m_nextCursor, 0, query.value("_count", "1000").toInt());
    if (found.size() <= static_cast<std::size_t>(pageSize))
        m_cursors.erase(m_nextCursor);
    return reply;
}

net::Reply Region::page(int number, qsizetype from, qsizetype count)
{
    const auto cursor = m_cursors.find(number);
    if (cursor == m_cursors.end())
        return outcome(410);
    // The set is the search's, the bodies are of now.
    const qsizetype size = std::min<qsizetype>(count, pageSize);
    QByteArray entries;
    for (const QString& id : cursor->second.ids.mid(from, size)) {
        if (const Entity* entity = find(cursor->second.type, id))
            entries += QByteArray(entries.isEmpty() ? "" : ",") + R"({"resource":)" + entity->body + R"(,"search":{"mode":"match"}})";
    }
    QByteArray link;
    if (from + size < cursor->second.ids.size())
        link = R"(,"link":[{"relation":"next","url":")" + cursor->second.url + '?' + cursorParameter + '=' + QByteArray::number(number)
            + "&from=" + QByteArray::number(from + size) + "&_count=" + QByteArray::number(count) + R"("}])";
    return json(200,
        R"({"resourceType":"Bundle","type":"searchset")" + link + (entries.isEmpty() ? QByteArray() : R"(,"entry":[)" + entries + "]")
            + "}");
}

} // namespace mottaget::simulate
