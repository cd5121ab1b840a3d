// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/writelog.h"

#include "app/demo/rawjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

QByteArray originLine(const Origin& origin)
{
    return "{\"seed\":" + QByteArray::number(origin.seed) + ",\"residents\":" + QByteArray::number(origin.residents)
        + ",\"cases\":" + QByteArray::number(origin.cases) + ",\"now\":" + QByteArray::number(origin.now) + "}\n";
}

std::optional<Origin> readOrigin(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.contains("seed"_L1) || !object.contains("now"_L1))
        return std::nullopt;
    return Origin {static_cast<quint32>(object.value("seed"_L1).toInteger()), object.value("residents"_L1).toInt(),
        object.value("cases"_L1).toInt(), object.value("now"_L1).toInteger()};
}

LoggedCommit readCommit(const QByteArray& line)
{
    LoggedCommit commit;
    commit.lastUpdated = rawjson::value(line, "lastUpdated").toLongLong();
    commit.committed = rawjson::value(line, "committed").toLongLong();
    for (const QByteArrayView text : rawjson::elements(rawjson::value(line, "writes"))) {
        Write write;
        const QJsonObject head = QJsonDocument::fromJson(text.toByteArray()).object();
        write.type = head.value("type"_L1).toString().toUtf8();
        write.id = head.value("id"_L1).toString().toUtf8();
        write.remove = head.value("remove"_L1).toBool();
        write.object = head.value("resource"_L1).toObject();
        write.json = rawjson::value(text, "resource").toByteArray();
        commit.writes.push_back(std::move(write));
    }
    return commit;
}

} // namespace

std::optional<WriteLog> openWriteLog(QFile& file, const QString& path, const Origin& origin)
{
    file.setFileName(path);
    if (!file.open(QIODevice::ReadWrite))
        return std::nullopt;
    WriteLog log {origin, {}};
    const QByteArray text = file.readAll();
    const QByteArray whole = text.left(text.lastIndexOf('\n') + 1);
    if (whole.isEmpty() && !text.isEmpty() && !text.startsWith("{\"seed\""))
        return std::nullopt;
    if (!file.resize(whole.size()) || !file.seek(whole.size()))
        return std::nullopt;
    if (whole.isEmpty()) {
        file.write(originLine(origin));
        file.flush();
        return log;
    }
    const QList<QByteArray> lines = whole.split('\n');
    const auto read = readOrigin(lines.first());
    if (!read)
        return std::nullopt;
    log.origin = *read;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!lines[i].isEmpty())
            log.commits.push_back(readCommit(lines[i]));
    }
    return log;
}

void appendCommit(QFile& file, const std::vector<Write>& writes, Moment moment)
{
    QByteArray line =
        "{\"lastUpdated\":" + QByteArray::number(moment.stamp) + ",\"committed\":" + QByteArray::number(moment.now) + ",\"writes\":[";
    for (std::size_t i = 0; i < writes.size(); ++i) {
        const Write& write = writes[i];
        line += (i > 0 ? ",{\"type\":" : "{\"type\":") + rawjson::quoted(write.type) + ",\"id\":" + rawjson::quoted(write.id);
        if (write.remove) {
            line += ",\"remove\":true}";
            continue;
        }
        QByteArray json = write.json;
        line += ",\"resource\":" + json.replace('\n', ' ').replace('\r', ' ') + '}';
    }
    file.write(line + "]}\n");
    file.flush();
}

} // namespace mottaget::demo
