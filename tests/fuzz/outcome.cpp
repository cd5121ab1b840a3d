// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says went wrong. Input: the body.
#include "tests/fuzz/must.h"

#include "core/fhir/document.h"
#include "core/fhir/serveranswers.h"
#include "core/sync/page.h"

using namespace mottaget;
using namespace mottaget::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr qsizetype longest = 500;
    const QByteArray body = inputOf(data, size);
    const QString text = sync::outcomeText(body);
    must(text.size() <= longest, "a server's words are no longer than promised");
    must(isWhole(text), "a server's words are not cut within a character");
    const auto document = fhir::Document::parse(body);
    if (!document || !fhir::OperationOutcome::of(document->root())) {
        must(text.isEmpty(), "what is no OperationOutcome says nothing");
        return 0;
    }
    (void)fhir::OperationOutcome::of(document->root())->hasError();
    return 0;
}
