// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/message.h"

#include "app/demo/rawjson.h"

#include <QDateTime>
#include <QLocale>

namespace mottaget::demo {

QByteArray outcome(const QByteArray& severity, const QByteArray& code, const QByteArray& diagnostics)
{
    return R"({"resourceType":"OperationOutcome","issue":[{"severity":)" + rawjson::quoted(severity) + ",\"code\":" + rawjson::quoted(code)
        + ",\"diagnostics\":" + rawjson::quoted(diagnostics) + "}]}";
}

Reply refusal(int status, const QByteArray& code, const QByteArray& diagnostics)
{
    Reply reply;
    reply.status = status;
    reply.body = outcome("error", code, diagnostics);
    return reply;
}

QByteArray statusLine(int status)
{
    static const QHash<int, QByteArray> words {{200, "OK"}, {201, "Created"}, {204, "No Content"}, {304, "Not Modified"}, {302, "Found"},
        {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"}, {405, "Method Not Allowed"}, {409, "Conflict"},
        {410, "Gone"}, {412, "Precondition Failed"}, {413, "Content Too Large"}, {415, "Unsupported Media Type"},
        {422, "Unprocessable Content"}, {429, "Too Many Requests"}, {500, "Internal Server Error"}, {502, "Bad Gateway"},
        {503, "Service Unavailable"}};
    return QByteArray::number(status) + ' ' + words.value(status, "Other");
}

QByteArray httpDate(qint64 msecs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC);
    return QLocale::c().toString(at, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace mottaget::demo
