// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/bannertext.h"

#include "core/identity/birth.h"
#include "core/identity/display.h"
#include "core/identity/identifiersystems.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

std::optional<identity::PersonalIdentity> parsed(const care::Patient& patient)
{
    const identity::IdentifierSystems systems;
    if (const auto known = systems.identityFrom(patient.identitySystem, patient.identity))
        return *known;
    return std::nullopt;
}

} // namespace

BannerField BannerTexts::identity(const care::Patient& patient, QDate today)
{
    BannerField field {u"identity"_s, tr("Personnummer"), tr("Uppgift saknas"), {}};
    if (patient.identity.isEmpty())
        return field;
    const auto known = parsed(patient);
    if (!known) {
        // Shown as it came: a number of an unknown kind still identifies.
        field.label = tr("Annat id-nummer");
        field.value = patient.identity;
        field.copy = patient.identity;
        return field;
    }
    using enum identity::IdentifierKind;
    const identity::IdentifierSystems systems;
    switch (systems.kindOf(systems.systemOf(*known)).value_or(IneraReserveNumber)) {
    case PersonalNumber: break;
    case CoordinationNumber: field.label = tr("Samordningsnr"); break;
    case NationalReserveNumber: field.label = tr("Reservnr (NRID)"); break;
    case StockholmReserveNumber: field.label = tr("Reservnr (Stockholm)"); break;
    case VastraGotalandReserveNumber: field.label = tr("Reservnr (VGR)"); break;
    case VarmlandReserveNumber: field.label = tr("Reservnr (Värmland)"); break;
    case IneraReserveNumber:
    case LmaNumber:
    case HsaId:
    case OrganisationNumber:
    case PrescriberCode:
    case LicenceNumber: field.label = tr("Reservnr"); break;
    }
    field.value = identity::display(*known, today, identity::Hyphen::NonBreaking);
    field.copy = identity::clipboardText(*known);
    return field;
}

BannerField BannerTexts::born(const care::Patient& patient, QDate today)
{
    BannerField field {u"born"_s, tr("Född"), tr("Uppgift saknas"), {}};
    if (patient.birthDate.isValid()) {
        const QString age = Times::age(patient.birthDate, today);
        field.value = patient.birthDate.toString(Qt::ISODate);
        if (!patient.deceased && !age.isEmpty())
            field.value += u", "_s + age;
        return field;
    }
    const auto known = parsed(patient);
    const auto date = known ? identity::birthDate(*known) : std::nullopt;
    if (!date)
        return field;
    if (!date->certain) {
        const auto years = identity::ageInYears(*known, today);
        //: %1 is a year, %2 a number of years. The number tells only about when the person was born.
        field.value = years ? tr("%1, cirka %2 år, ålder enligt numret").arg(date->date.year()).arg(*years) : field.value;
        return field;
    }
    //: %1 is a date, %2 an age in words; both come from the identity number alone.
    field.value = tr("%1, %2, ålder enligt numret").arg(date->date.toString(Qt::ISODate), Times::age(date->date, today));
    return field;
}

BannerField BannerTexts::sex(const care::Patient& patient)
{
    BannerField field {u"sex"_s, tr("Kön"), tr("Uppgift saknas"), {}};
    switch (patient.sex) {
    case care::Sex::Female: field.value = tr("Kvinna"); return field;
    case care::Sex::Male: field.value = tr("Man"); return field;
    case care::Sex::Unknown: break;
    }
    const auto known = parsed(patient);
    const auto legal = known ? identity::legalSex(*known) : std::nullopt;
    if (legal)
        field.value = *legal == identity::LegalSex::Female ? tr("Kvinna, enligt numret") : tr("Man, enligt numret");
    return field;
}

BannerText BannerTexts::of(const care::Case& value, const std::optional<care::Patient>& patient, QDate today)
{
    BannerText text;
    text.name = Sentences::patientName(patient);
    text.isKnown = patient.has_value();
    text.isProtected = patient && patient->protection != care::Protection::None;
    text.isDeceased = patient && patient->deceased;
    if (patient && !text.isProtected)
        text.fields = {identity(*patient, today), born(*patient, today), sex(*patient)};
    if (text.isProtected)
        text.badges.append({BannerBadge::Kind::Protected,
            patient->protection == care::Protection::ProtectedRegistration ? tr("Skyddad folkbokföring") : tr("Sekretessmarkering")});
    if (text.isDeceased)
        text.badges.append({BannerBadge::Kind::Deceased, tr("Avliden")});
    const QString language = value.interpreter.isEmpty() && patient ? patient->language : value.interpreter;
    if (!language.isEmpty())
        //: %1 is the language of an interpreter.
        text.badges.append({BannerBadge::Kind::Interpreter, tr("Tolk: %1").arg(Sentences::language(language))});
    if (value.sender.kind == care::Sender::Kind::Guardian)
        text.badges.append({BannerBadge::Kind::GuardianWrites, tr("Vårdnadshavare skriver")});
    return text;
}

} // namespace mottaget::ui
