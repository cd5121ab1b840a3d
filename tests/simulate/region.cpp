// SPDX-License-Identifier: GPL-3.0-or-later
#include "region.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace mottaget::simulate {

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(QByteArray text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray with(QByteArray text, const char* name, const QString& value)
{
    return text.replace(name, value.toUtf8());
}

bool carriesTag(const QJsonObject& json)
{
    for (const QJsonValue tag : json["meta"_L1]["tag"_L1].toArray()) {
        if (tag["code"_L1].toString() == QLatin1StringView(Region::unitHsaId))
            return true;
    }
    return false;
}

// Without what the server itself adds.
QJsonObject content(QJsonObject json)
{
    QJsonObject meta = json["meta"_L1].toObject();
    meta.remove("versionId"_L1);
    meta.remove("lastUpdated"_L1);
    json["meta"_L1] = meta;
    return json;
}

} // namespace

QString instant(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString Region::caseId(int n)
{
    return u"case-%1"_s.arg(n, 4, 10, QChar(u'0'));
}

QString Region::roleId(int n)
{
    return u"role-%1"_s.arg(n);
}

void Region::populate(int people, int cases, qint64 now)
{
    write(u"Organization"_s, u"org"_s,
        parsed(
            R"({"resourceType":"Organization","identifier":[{"system":"urn:oid:1.2.752.29.4.19","value":"SE2321009999-1BHC"}],"name":"Björkens hälsocentral"})"),
        now, now);
    for (int n = 0; n < people; ++n) {
        const QString number = QString::number(n);
        write(u"Practitioner"_s, u"person-"_s + number,
            parsed(with(
                R"({"resourceType":"Practitioner","identifier":[{"system":"urn:oid:1.2.752.29.4.19","value":"SE2321009999-10PN"}],"name":[{"family":"Berg","given":["Anna N"]}]})",
                "N\"", number + u'"')),
            now, now);
        write(u"PractitionerRole"_s, roleId(n),
            parsed(with(
                R"({"resourceType":"PractitionerRole","identifier":[{"system":"urn:oid:1.2.752.29.4.19","value":"SE2321009999-20P#"}],"practitioner":{"reference":"Practitioner/person-#","display":"Anna Berg #"},"organization":{"reference":"Organization/org"},"code":[{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/role","code":"receiver"}]},{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/role","code":"handler"}]},{"coding":[{"system":"urn:oid:1.2.752.116.3.1.3","code":"SJ"}]}]})",
                "#", number)),
            now, now);
    }
    write(u"Patient"_s, u"karin"_s,
        parsed(
            R"({"resourceType":"Patient","identifier":[{"system":"http://electronichealth.se/identifier/personnummer","value":"196709132887"}],"name":[{"family":"Lindqvist","given":["Karin"]}],"gender":"female"})"),
        now, now);
    for (int n = 0; n < cases; ++n)
        (void)addCase(now, now);
    // What was done before anybody of these began: a first fetch has something to read that no later change brings again.
    const QString old = addCase(now - 86'400'000, now - 86'400'000);
    QJsonObject task = find(u"Task"_s, old)->json;
    task["status"_L1] = u"completed"_s;
    write(u"Task"_s, old, task, now - 86'400'000, now - 86'400'000);
    const QJsonValue tag = task["meta"_L1];
    write(u"Communication"_s, u"old-message"_s,
        {{u"resourceType"_s, u"Communication"_s}, {u"meta"_s, tag}, {u"status"_s, u"completed"_s}, {u"sent"_s, instant(now - 86'400'000)},
            {u"basedOn"_s, QJsonArray {QJsonObject {{u"reference"_s, QString(u"Task/"_s + old)}}}},
            {u"payload"_s, QJsonArray {QJsonObject {{u"contentString"_s, u"Tack"_s}}}}},
        now - 86'400'000, now - 86'400'000);
    write(u"Provenance"_s, u"old-receipt"_s,
        {{u"resourceType"_s, u"Provenance"_s}, {u"meta"_s, tag}, {u"recorded"_s, instant(now - 86'400'000)},
            {u"target"_s, QJsonArray {QJsonObject {{u"reference"_s, QString(u"Task/"_s + old)}}}}},
        now - 86'400'000, now - 86'400'000);
}

QString Region::addCase(qint64 stamp, qint64 now)
{
    const QString id = caseId(m_nextCase++);
    QJsonObject task = parsed(with(
        R"({"resourceType":"Task","meta":{"tag":[{"system":"https://mottaget.se/fhir/sid/unit","code":"SE2321009999-1BHC"}]},"identifier":[{"system":"https://mottaget.se/fhir/sid/case-number","value":"1177-2026-00NNN"}],"status":"requested","intent":"order","priority":"routine","code":{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/case-type","code":"advice"}]},"description":"Hosta","for":{"reference":"Patient/karin"},"requester":{"reference":"Patient/karin","display":"Karin Lindqvist"},"owner":{"reference":"Organization/org","display":"Björkens hälsocentral"}})",
        "NNN", id.right(4)));
    task["authoredOn"_L1] = instant(stamp - 600'000);
    write(u"Task"_s, id, task, stamp, now);
    return id;
}

const Entity& Region::write(const QString& type, const QString& id, QJsonObject json, qint64 stamp, qint64 now)
{
    std::vector<Entity>& table = m_tables[type];
    auto found = std::ranges::find(table, id, &Entity::id);
    if (found == table.end()) {
        table.push_back({type, id, {}, {}, 0, 0, 0, false});
        found = std::prev(table.end());
    } else if (suppressesNoChange && content(found->json) == content(json)) {
        return *found;
    }
    ++found->version;
    found->stamp = stamp;
    found->committed = now;
    found->tagged = carriesTag(json);
    json["id"_L1] = id;
    QJsonObject meta = json["meta"_L1].toObject();
    meta["versionId"_L1] = QString::number(found->version);
    meta["lastUpdated"_L1] = instant(stamp);
    json["meta"_L1] = meta;
    found->json = json;
    found->body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return *found;
}

void Region::remove(const QString& type, const QString& id)
{
    std::erase_if(m_tables[type], [&](const Entity& entity) { return entity.id == id; });
    m_gone.insert(type + u'/' + id);
}

const Entity* Region::find(const QString& type, const QString& id) const
{
    const auto table = m_tables.find(type);
    if (table == m_tables.end())
        return nullptr;
    const auto found = std::ranges::find(table->second, id, &Entity::id);
    return found == table->second.end() ? nullptr : &*found;
}

const std::vector<Entity>& Region::all(const QString& type) const
{
    static const std::vector<Entity> none;
    const auto table = m_tables.find(type);
    return table == m_tables.end() ? none : table->second;
}

QStringList Region::cases() const
{
    QStringList ids;
    for (const Entity& task : all(u"Task"_s))
        ids << task.id;
    return ids;
}

net::Reply Region::transact(const QByteArray& bundle, qint64 stamp, qint64 now, std::optional<Effect>& effect)
{
    const QJsonObject document = parsed(bundle);
    const QJsonArray entries = document["entry"_L1].toArray();
    if (document["type"_L1].toString() != "transaction"_L1 || entries.isEmpty())
        return outcome(400);
    for (const QJsonValue entry : entries) {
        const QString wanted = entry["request"_L1]["ifMatch"_L1].toString();
        if (wanted.isEmpty() || ignoresIfMatch)
            continue;
        const QStringList url = entry["request"_L1]["url"_L1].toString().split(u'/');
        const Entity* present = find(url.value(0), url.value(1));
        if (present == nullptr)
            return outcome(404);
        if (wanted != u"W/\"%1\""_s.arg(present->version))
            return outcome(versionRefusal);
    }
    effect.emplace();
    QByteArray answers;
    for (const QJsonValue entry : entries) {
        const QStringList url = entry["request"_L1]["url"_L1].toString().split(u'/');
        const QString type = url.value(0);
        const QString id = url.value(1);
        const Entity* present = find(type, id);
        const QJsonObject before = present == nullptr ? QJsonObject() : present->json;
        const int versionBefore = present == nullptr ? 0 : present->version;
        const Entity& after = write(type, id, entry["resource"_L1].toObject(), stamp, now);
        answers += QByteArray(answers.isEmpty() ? "" : ",") + R"({"resource":)" + after.body + R"(,"response":{"status":"200 OK"}})";
        if (type == "Provenance"_L1)
            effect->command = id;
        if (after.version != versionBefore && content(before) != content(after.json))
            effect->writes << Written {type, id, after.version, entry["request"_L1]["ifMatch"_L1].isString(), before, after.json};
    }
    return json(200, R"({"resourceType":"Bundle","type":"transaction-response","entry":[)" + answers + "]}");
}

} // namespace mottaget::simulate
