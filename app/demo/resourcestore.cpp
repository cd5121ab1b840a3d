// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/resourcestore.h"

#include "app/demo/rawjson.h"
#include "app/demo/searchparameters.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace mottaget::demo {

namespace {

// Line breaks can stand only between tokens of JSON; a blank there keeps the log one line a commit.
QByteArray oneLine(QByteArray json)
{
    return json.replace('\n', ' ').replace('\r', ' ').trimmed();
}

QByteArray stamped(const Write& write, std::size_t version, qint64 lastUpdated)
{
    using namespace Qt::StringLiterals;
    QJsonObject meta = write.object.value("meta"_L1).toObject();
    meta.insert("versionId"_L1, QString::number(version));
    meta.insert("lastUpdated"_L1, QString::fromLatin1(instantText(lastUpdated)));
    QByteArray json = rawjson::with(oneLine(write.json), "meta", QJsonDocument(meta).toJson(QJsonDocument::Compact));
    return rawjson::with(json, "id", rawjson::quoted(write.id));
}

template <typename T>
void insertSorted(std::vector<T>& list, T item)
{
    const auto at = std::lower_bound(list.begin(), list.end(), item);
    if (at == list.end() || *at != item)
        list.insert(at, item);
}

template <typename T>
void removeSorted(std::vector<T>& list, T item)
{
    const auto at = std::lower_bound(list.begin(), list.end(), item);
    if (at != list.end() && *at == item)
        list.erase(at);
}

} // namespace

QByteArray instantText(qint64 msecs)
{
    return QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

std::vector<Ordinal> ResourceStore::commit(const std::vector<Write>& writes, qint64 lastUpdated, qint64 committed)
{
    std::vector<Ordinal> places;
    for (const Write& write : writes) {
        const QByteArray key = write.type + '/' + write.id;
        auto known = m_byKey.constFind(key);
        Ordinal ordinal = 0;
        if (known == m_byKey.constEnd()) {
            ordinal = static_cast<Ordinal>(m_records.size());
            m_records.push_back({write.type, write.id, {}, {}, {}});
            m_byKey.insert(key, ordinal);
            m_byType[write.type].all.push_back(ordinal);
        } else {
            ordinal = *known;
            unindex(ordinal);
        }
        Record& record = m_records[ordinal];
        Version version {{}, lastUpdated, committed, write.remove};
        if (!write.remove)
            version.json = stamped(write, record.versions.size() + 1, lastUpdated);
        record.versions.push_back(std::move(version));
        if (!write.remove)
            index(ordinal, write.object);
        m_log.emplace_back(committed, ordinal);
        places.push_back(ordinal);
    }
    return places;
}

void ResourceStore::index(Ordinal ordinal, const QJsonObject& object)
{
    Record& record = m_records[ordinal];
    for (const QByteArray& text : searchTexts(record.type, object))
        insertSorted(record.tokens, intern(record.type + '?' + text));
    for (const Token token : record.tokens)
        insertSorted(m_postings[token], ordinal);
    record.authored = authoredText(object);
    m_byType[record.type].byTime.emplace(record.current().lastUpdated, ordinal);
}

void ResourceStore::unindex(Ordinal ordinal)
{
    Record& record = m_records[ordinal];
    for (const Token token : record.tokens)
        removeSorted(m_postings[token], ordinal);
    record.tokens.clear();
    m_byType[record.type].byTime.erase({record.current().lastUpdated, ordinal});
}

Token ResourceStore::intern(const QByteArray& text)
{
    const auto known = m_tokens.constFind(text);
    if (known != m_tokens.constEnd())
        return *known;
    const Token token = static_cast<Token>(m_postings.size());
    m_postings.emplace_back();
    m_tokens.insert(text, token);
    return token;
}

std::optional<Ordinal> ResourceStore::find(QByteArrayView type, QByteArrayView id) const
{
    const auto known = m_byKey.constFind(type.toByteArray() + '/' + id.toByteArray());
    return known == m_byKey.constEnd() ? std::nullopt : std::optional(*known);
}

const std::vector<Ordinal>& ResourceStore::ofType(const QByteArray& type) const
{
    static const std::vector<Ordinal> none;
    const auto kind = m_byType.constFind(type);
    return kind == m_byType.constEnd() ? none : kind->all;
}

const std::set<std::pair<qint64, Ordinal>>& ResourceStore::byTime(const QByteArray& type) const
{
    static const std::set<std::pair<qint64, Ordinal>> none;
    const auto kind = m_byType.constFind(type);
    return kind == m_byType.constEnd() ? none : kind->byTime;
}

std::optional<Token> ResourceStore::token(const QByteArray& type, const QByteArray& text) const
{
    const auto known = m_tokens.constFind(type + '?' + text);
    return known == m_tokens.constEnd() ? std::nullopt : std::optional(*known);
}

std::vector<Ordinal> ResourceStore::writtenSince(qint64 committed) const
{
    std::vector<Ordinal> recent;
    for (auto entry = m_log.rbegin(); entry != m_log.rend() && entry->first >= committed; ++entry)
        recent.push_back(entry->second);
    std::sort(recent.begin(), recent.end());
    recent.erase(std::unique(recent.begin(), recent.end()), recent.end());
    return recent;
}

std::vector<Token> ResourceStore::tokensOf(const QByteArray& type, const QByteArray& json) const
{
    std::vector<Token> tokens;
    for (const QByteArray& text : searchTexts(type, QJsonDocument::fromJson(json).object())) {
        if (const auto known = token(type, text))
            insertSorted(tokens, *known);
    }
    return tokens;
}

} // namespace mottaget::demo
