// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/document.h"
#include "core/fhir/json.h"
#include "core/fhir/people.h"
#include "core/fhir/questionnaire.h"
#include "core/fhir/units.h"
#include "core/identity/birth.h"
#include "core/identity/identifiersystems.h"
#include "core/sync/mapping.h"
#include "core/sync/wire.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

const identity::IdentifierSystems& systems()
{
    static const identity::IdentifierSystems known;
    return known;
}

QString hsaIdAmong(const fhir::List<fhir::Identifier>& identifiers)
{
    for (const fhir::Identifier identifier : identifiers) {
        if (systems().kindOf(identifier.system()) == identity::IdentifierKind::HsaId)
            return identifier.value();
    }
    return {};
}

care::Protection protectionOf(const fhir::Meta& meta)
{
    for (const fhir::Coding label : meta.security()) {
        if (label.system() != QLatin1StringView(wire::securityLabel))
            continue;
        if (label.code() == "sekretessmarkering"_L1)
            return care::Protection::ConfidentialityMark;
        if (label.code() == "skyddadFolkbokforing"_L1)
            return care::Protection::ProtectedRegistration;
    }
    return care::Protection::None;
}

void readIdentity(care::Patient& value, const fhir::Patient& patient)
{
    for (const fhir::Identifier identifier : patient.identifiers()) {
        const auto identity = systems().identityFrom(identifier.system(), identifier.value());
        if (!identity)
            continue;
        value.identity = identity->number();
        value.identitySystem = systems().systemOf(*identity);
        if (const auto born = identity::birthDate(*identity); born && born->certain && !value.birthDate.isValid())
            value.birthDate = born->date;
        return;
    }
}

care::Sex sexOf(const QString& gender)
{
    if (gender == "female"_L1)
        return care::Sex::Female;
    return gender == "male"_L1 ? care::Sex::Male : care::Sex::Unknown;
}

bool isDeceased(const fhir::Element& deceased)
{
    return deceased.boolean().value_or(deceased.isPresent()); // a date of death says it as well as true does
}

std::optional<care::Roles> roleOf(const QString& code)
{
    if (code == "receiver"_L1)
        return care::Role::CaseReceiver;
    if (code == "handler"_L1)
        return care::Role::CaseHandler;
    if (code == "admin"_L1)
        return care::Role::LocalAdmin;
    if (code == "protected-reader"_L1)
        return care::Role::ProtectedReader;
    if (code == "block-lifter"_L1)
        return care::Role::BlockLifter;
    if (code == "complaints-answerer"_L1)
        return care::Role::ComplaintsAnswerer;
    return code == "reviewer"_L1 ? std::optional<care::Roles>(care::Role::LogReviewer) : std::nullopt;
}

// Codes of legitimerade yrken (HOSP); whoever has none is unlicensed.
care::Profession professionOf(const QString& code, bool mayPrescribe)
{
    if (code.isEmpty())
        return care::Profession::Unlicensed;
    if (code == "LK"_L1)
        return care::Profession::Physician;
    if (code == "BM"_L1)
        return care::Profession::Midwife;
    if (code == "SJ"_L1)
        return mayPrescribe ? care::Profession::PrescribingNurse : care::Profession::Nurse;
    return care::Profession::OtherLicensed;
}

std::optional<care::CaseClock> clockOf(const fhir::Extension& extension)
{
    const QString kind = fhir::extensionOf(extension.element(), "kind").value().text();
    const auto amount = fhir::extensionOf(extension.element(), "amount").value().integer();
    const QString unit = fhir::extensionOf(extension.element(), "unit").value().text();
    if (!amount || *amount < 0 || *amount > 3650 || (kind != "partial"_L1 && kind != "final"_L1))
        return std::nullopt;
    care::CaseClock clock;
    clock.kind = kind == "partial"_L1 ? care::CaseClock::Kind::Partial : care::CaseClock::Kind::Final;
    clock.amount = static_cast<int>(*amount);
    if (unit == "working-days"_L1)
        clock.unit = care::CaseClock::Unit::WorkingDays;
    else if (unit == "hours"_L1)
        clock.unit = care::CaseClock::Unit::Hours;
    else if (unit == "calendar-days"_L1)
        clock.unit = care::CaseClock::Unit::CalendarDays;
    else
        return std::nullopt;
    return clock;
}

} // namespace

std::optional<care::Patient> patientOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    if (!document)
        return std::nullopt;
    const auto patient = fhir::Patient::of(document->root());
    if (!patient)
        return std::nullopt;
    care::Patient value;
    value.id = care::PatientId(patient->id());
    const fhir::HumanName name = patient->names().first();
    value.familyName = name.family();
    value.givenName = name.given().join(u' ');
    if (const auto born = patient->birthDate())
        value.birthDate = born->at.date();
    value.sex = sexOf(patient->gender());
    value.protection = protectionOf(patient->meta());
    value.deceased = isDeceased(patient->deceased());
    for (const fhir::ContactPoint telecom : patient->telecoms()) {
        if (telecom.system() == "phone"_L1 && value.phone.isEmpty())
            value.phone = telecom.value();
    }
    readIdentity(value, *patient);
    return value;
}

QByteArray asKept(const store::StoredResource& resource)
{
    if (resource.type != "Patient"_L1 && resource.type != "RelatedPerson"_L1)
        return resource.body;
    const auto document = fhir::Document::parse(resource.body);
    const auto person = document ? fhir::Resource::of(document->root()) : failed(document.error());
    if (!person || protectionOf(person->meta()) == care::Protection::None)
        return resource.body;
    fhir::Json kept = fhir::Json::object().with("resourceType", resource.type).with("id", person->id());
    for (const char* key : {"meta", "active", "deceasedBoolean", "patient"}) {
        if (const fhir::Element element = document->root()[key]; element.isPresent())
            kept = kept.with(key, fhir::Json::verbatim(element));
    }
    // The day of a death is the person's; that they are dead is what warns.
    if (document->root()["deceasedDateTime"].isPresent())
        kept = kept.with("deceasedBoolean", fhir::Json::boolean(true));
    return kept.bytes();
}

std::optional<care::StaffMember> staffMemberOf(const QByteArray& roleBody, const QByteArray& practitionerBody)
{
    const auto document = fhir::Document::parse(roleBody);
    if (!document)
        return std::nullopt;
    const auto role = fhir::PractitionerRole::of(document->root());
    if (!role)
        return std::nullopt;
    care::StaffMember member;
    member.role = care::StaffRoleId(role->id());
    member.name = role->practitioner().display();
    member.active = role->isActive();
    QString profession;
    for (const fhir::CodeableConcept code : role->codes()) {
        // Roles may stand in one concept or in several.
        for (const fhir::Coding coding : code.codings()) {
            if (coding.system() == QLatin1StringView(wire::profession))
                profession = coding.code();
            else if (coding.system() == QLatin1StringView(wire::role))
                member.roles |= roleOf(coding.code()).value_or(care::Roles());
        }
        if (!code.text().isEmpty() && code.codeIn(wire::role).isEmpty())
            member.title = code.text();
    }
    member.profession = professionOf(profession, role->extension(wire::prescribingRight).value().boolean().value_or(false));
    const auto person = fhir::Document::parse(practitionerBody);
    if (!person)
        return member;
    if (const auto practitioner = fhir::Practitioner::of(person->root())) {
        member.hsaId = hsaIdAmong(practitioner->identifiers());
        if (const QString full = practitioner->names().first().full(); !full.isEmpty())
            member.name = full;
    }
    return member;
}

QString unitTagOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    const auto resource = document ? fhir::Resource::of(document->root()) : failed(document.error());
    return resource ? resource->meta().tagIn(wire::unit) : QString();
}

QString hsaIdOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    return document ? hsaIdAmong(fhir::List<fhir::Identifier>(document->root()["identifier"])) : QString();
}

QString organizationNameOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    return document ? document->root()["name"].text() : QString();
}

QString practitionerIdOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    return document ? fhir::Reference(document->root()["practitioner"]).idOf(u"Practitioner") : QString();
}

std::optional<care::CaseType> caseTypeOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    if (!document)
        return std::nullopt;
    const auto form = fhir::Questionnaire::of(document->root());
    if (!form)
        return std::nullopt;
    QString code;
    for (const fhir::Coding coding : form->codes()) {
        if (coding.system() == QLatin1StringView(wire::caseType))
            code = coding.code();
    }
    if (code.isEmpty())
        return std::nullopt;
    // What a type may carry is known of the basic ones; a unit's own type shows whatever parts its cases have.
    care::CaseType type = care::CaseTypes::basic().find(code);
    if (!form->title().isEmpty())
        type.title = form->title();
    QList<care::CaseClock> clocks;
    for (const fhir::Extension& extension : fhir::extensionsOf(form->element(), wire::caseClock)) {
        if (const auto clock = clockOf(extension))
            clocks << *clock;
    }
    if (!clocks.isEmpty())
        type.clocks = clocks;
    return type;
}

ScopeFact scopeFactOf(const store::StoredResource& resource)
{
    const auto document = fhir::Document::parse(resource.body);
    if (!document)
        return {};
    if (resource.type == "PractitionerRole"_L1) {
        const auto role = fhir::PractitionerRole::of(document->root());
        return role ? ScopeFact {resource.id, role->organization().idOf(u"Organization"), {}} : ScopeFact {};
    }
    if (resource.type == "Organization"_L1)
        return {{}, resource.id, hsaIdOf(resource.body)};
    return {};
}

QString namedCareContactOf(const QByteArray& body, const care::PatientId& patient)
{
    const auto document = fhir::Document::parse(body);
    if (!document)
        return {};
    const auto team = fhir::CareTeam::of(document->root());
    if (!team || team->subject().idOf(u"Patient") != patient.text())
        return {};
    return team->participants().first().member().display();
}

} // namespace mottaget::sync
