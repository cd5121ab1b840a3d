// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a search, the same asked for ids alone, and the answer of a transaction: what is taken from them can be taken again.
// Input: one byte the type that was asked for, the body.
#include "tests/fuzz/must.h"

#include "core/net/http.h"
#include "core/sync/page.h"
#include "core/sync/transactionparts.h"

#include <array>

using namespace mottaget;
using namespace mottaget::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array types {"Task"_L1, "Communication"_L1, "QuestionnaireResponse"_L1, "Provenance"_L1, "Patient"_L1, "PractitionerRole"_L1,
    "Organization"_L1, "Questionnaire"_L1};

void checkTaken(const store::StoredResource& resource)
{
    must(!resource.id.isEmpty() && !resource.version.isEmpty(), "what is stored has an id and a version");
    must(isWhole(resource.id) && isWhole(resource.version) && isWhole(resource.updated) && isWhole(resource.caseId), "texts are whole");
    const auto again = sync::readResource(resource.body, resource.type);
    must(again && *again == resource, "the bytes that are kept read as the entry did");
}

void checkPage(const QByteArray& body, const QString& type)
{
    const auto page = sync::readPage(body, type);
    const auto ids = sync::readIdPage(body, type);
    if (!page)
        return;
    must(ids.has_value(), "a page of whole resources is a page of ids");
    must(ids->next == page->next, "both go on in the same place");
    must(ids->idsAndVersions.size() == page->resources.size(), "both count the same");
    for (qsizetype at = 0; at < page->resources.size(); ++at) {
        const store::StoredResource& resource = page->resources[at];
        must(resource.type == type, "nothing but what was asked for");
        must(ids->idsAndVersions[at] == qMakePair(resource.id, resource.version), "both read the same id and version");
        checkTaken(resource);
    }
    must(page->newest.isValid() == !page->oldest.isEmpty(), "times are known at both ends or at none");
    must(page->next.isEmpty() || page->next.isValid(), "a next link can be asked for");
    const QUrl base(u"https://region.example/fhir/"_s);
    if (net::sameOrigin(page->next, base))
        must(page->next.host() == base.host() && page->next.scheme() == base.scheme(), "a next link stays where it was asked");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray body = inputOf(data + 1, size - 1);
    checkPage(body, types.at(data[0] % types.size()));
    if (const auto reply = sync::readTransactionReply(body)) {
        for (const store::StoredResource& resource : reply->resources)
            checkTaken(resource);
        must(!reply->complete || !reply->resources.isEmpty(), "a complete answer holds something");
    }
    for (const auto& [type, id] : sync::receiptTargets(body))
        must(!id.isEmpty(), "a receipt's target has an id");
    return 0;
}
