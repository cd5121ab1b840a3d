// SPDX-License-Identifier: GPL-3.0-or-later
// One resource as a server or the cache gives it, through everything that reads it: the mapping to the domain, the list's row with its
// order and words, and an edit that keeps the rest of its bytes. Input: the body.
#include "tests/fuzz/must.h"

#include "core/care/caserow.h"
#include "core/fhir/editor.h"
#include "core/store/caserowcolumns.h"
#include "core/sync/mapping.h"
#include "core/sync/transactionparts.h"

#include <array>

using namespace mottaget;
using namespace mottaget::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array types {"Task"_L1, "Communication"_L1, "QuestionnaireResponse"_L1, "Provenance"_L1, "Patient"_L1, "PractitionerRole"_L1,
    "Practitioner"_L1, "Organization"_L1, "Questionnaire"_L1, "CareTeam"_L1};

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'764'000'000'000, Qt::UTC);

void checkRow(const QByteArray& body)
{
    const auto read = sync::caseOf(body);
    if (!read)
        return;
    const care::CaseType type = sync::caseTypeOf(body).value_or(care::CaseType {});
    const care::CaseRow row = care::project(*read, sync::patientOf(body), type, std::nullopt, now);
    must(row == care::project(*read, sync::patientOf(body), type, std::nullopt, now), "a row follows from its case alone");
    must(!row.order.key.isEmpty(), "every row has its place");
    must(isWhole(row.subject) && isWhole(row.familyName) && isWhole(row.givenName), "texts are whole");
    must(isWhole(store::searchWords(row)), "what is searched is whole");
    (void)store::searchExpression(row.subject);
}

void checkDirectory(const QByteArray& body)
{
    (void)sync::renewalLineOf(body);
    (void)sync::messageOf(body);
    (void)sync::formOf(body);
    (void)sync::patientOf(body);
    (void)sync::caseTypeOf(body);
    (void)sync::staffMemberOf(body, body);
    (void)sync::unitTagOf(body);
    (void)sync::hsaIdOf(body);
    (void)sync::organizationNameOf(body);
    (void)sync::namedCareContactOf(body, care::PatientId(u"p"_s));
    (void)sync::practitionerIdOf(body);
    (void)sync::carriesMark(body, care::CommandId(u"c"_s));
    (void)sync::partsOf(body, care::CommandId(u"c"_s));
}

void checkEdit(const QByteArray& body)
{
    auto editor = fhir::Editor::of(body);
    if (!editor)
        return;
    must(editor->bytes() == body, "unedited means untouched");
    if (!editor->set({"status"}, fhir::Json::text(u"completed")))
        return;
    must(editor->root()["status"].is("completed"), "an edit can be read back");
    must(fhir::Document::parse(editor->bytes()).has_value(), "an edit leaves a document");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray body = inputOf(data, size);
    for (const QLatin1StringView type : types) {
        const auto resource = sync::readResource(body, type);
        if (!resource)
            continue;
        must(!resource->id.isEmpty() && !resource->version.isEmpty(), "what is stored has an id and a version");
        (void)sync::scopeFactOf(*resource);
        (void)sync::eventOf(*resource);
    }
    checkRow(body);
    checkDirectory(body);
    checkEdit(body);
    return 0;
}
