// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/batch.h"

#include "core/fhir/bundle.h"
#include "core/fhir/document.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;
using Code = PageProblem::Code;

QByteArray batchOf(const QStringList& searches)
{
    QByteArray entries;
    for (const QString& search : searches)
        entries += QByteArray(entries.isEmpty() ? "" : ",") + R"({"request":{"method":"GET","url":")" + search.toLatin1() + R"("}})";
    return R"({"resourceType":"Bundle","type":"batch","entry":[)" + entries + "]}";
}

Result<QList<net::Reply>, PageProblem> readBatchReply(const net::Reply& reply, qsizetype count)
{
    const auto document = fhir::Document::parse(reply.body);
    if (!document)
        return failed(PageProblem {Code::BadJson});
    const auto bundle = fhir::Bundle::of(document->root());
    if (!bundle || bundle->bundleType() != "batch-response"_L1)
        return failed(PageProblem {Code::NotABundle});
    QList<net::Reply> answers;
    for (const fhir::BundleEntry entry : bundle->entries()) {
        net::Reply answer;
        answer.status = entry.response().statusCode();
        if (answer.status == 0)
            return failed(PageProblem {Code::NotABundle});
        answer.contentType = reply.contentType;
        answer.date = reply.date;
        const bool isWell = answer.status >= 200 && answer.status < 300;
        answer.body = (isWell ? entry.resource() : entry.response().outcome()).source().toByteArray();
        answers << answer;
    }
    if (answers.size() != count)
        return failed(PageProblem {Code::NotABundle});
    return answers;
}

} // namespace mottaget::sync
