// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/staff.h"

#include "app/demo/casetypes.h"
#include "app/demo/demoids.h"
#include "app/demo/resources.h"

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

QJsonArray phone(const QString& number)
{
    return {QJsonObject {{u"system"_s, u"phone"_s}, {u"value"_s, number}}};
}

QJsonObject provider()
{
    QJsonObject made = fhir::resource(u"Organization"_s, u"bjorkens-vard"_s, false);
    made.insert(u"identifier"_s, QJsonArray {fhir::hsaIdentifier(providerHsaId)});
    made.insert(u"active"_s, true);
    made.insert(u"name"_s, u"Björkens vård"_s);
    return made;
}

QJsonObject unit()
{
    QJsonObject made = fhir::resource(u"Organization"_s, u"bjorkens-halsocentral"_s, true);
    made.insert(u"identifier"_s, QJsonArray {fhir::hsaIdentifier(unitHsaId)});
    made.insert(u"active"_s, true);
    made.insert(u"name"_s, fhir::unitName());
    made.insert(u"telecom"_s, phone(u"08-465 004 10"_s));
    made.insert(u"partOf"_s, fhir::reference(u"Organization/bjorkens-vard"_s, u"Björkens vård"_s));
    return made;
}

QJsonObject service()
{
    QJsonObject made = fhir::resource(u"HealthcareService"_s, u"bjorkens-halsocentral-1177"_s, true);
    made.insert(u"identifier"_s, QJsonArray {fhir::hsaIdentifier(unitHsaId)});
    made.insert(u"active"_s, true);
    made.insert(u"name"_s, fhir::unitName());
    made.insert(u"providedBy"_s, fhir::reference(fhir::unitReference, fhir::unitName()));
    made.insert(u"telecom"_s, phone(u"08-465 004 10"_s));
    made.insert(u"comment"_s, u"Vi svarar på ärenden vardagar 8–17. Vid akuta besvär, ring 112 eller 1177."_s);
    return made;
}

QJsonObject practitioner(const StaffMember& person)
{
    QJsonObject made = fhir::resource(u"Practitioner"_s, u"prac-"_s + person.key, false);
    made.insert(u"identifier"_s, QJsonArray {fhir::hsaIdentifier(person.personHsaId())});
    made.insert(u"active"_s, true);
    made.insert(u"name"_s,
        QJsonArray {QJsonObject {
            {u"use"_s, u"official"_s}, {u"text"_s, person.name()}, {u"family"_s, person.family}, {u"given"_s, QJsonArray {person.given}}}});
    return made;
}

QJsonObject role(const StaffMember& person)
{
    QJsonObject made = fhir::resource(u"PractitionerRole"_s, u"role-"_s + person.key, true);
    made.insert(u"identifier"_s, QJsonArray {fhir::hsaIdentifier(person.commissionHsaId())});
    made.insert(u"active"_s, true);
    made.insert(u"period"_s, QJsonObject {{u"start"_s, u"2021-01-01"_s}});
    made.insert(u"practitioner"_s, fhir::reference(u"Practitioner/prac-"_s + person.key, person.name()));
    made.insert(u"organization"_s, fhir::reference(fhir::unitReference, fhir::unitName()));
    QJsonArray roles;
    for (const QString& code : person.roles)
        roles.append(fhir::coding(fhir::own(u"CodeSystem/role"_s), code));
    QJsonArray codes {QJsonObject {{u"coding"_s, roles}}};
    QJsonObject profession {{u"text"_s, person.title}};
    if (person.isLicensed())
        profession.insert(u"coding"_s, QJsonArray {fhir::coding(u"urn:oid:1.2.752.116.3.1.3"_s, person.profession)});
    codes.append(profession);
    made.insert(u"code"_s, codes);
    if (person.mayPrescribe)
        made.insert(u"extension"_s,
            QJsonArray {QJsonObject {{u"url"_s, fhir::own(u"StructureDefinition/prescribing-right"_s)}, {u"valueBoolean"_s, true}}});
    return made;
}

} // namespace

QString StaffMember::personHsaId() const
{
    return u"SE2321009999-1"_s + key.toUpper();
}

QString StaffMember::commissionHsaId() const
{
    return u"SE2321009999-2"_s + key.toUpper();
}

const std::vector<StaffMember>& staff()
{
    const QString receiver = u"receiver"_s;
    const QString handler = u"handler"_s;
    static const std::vector<StaffMember> people {
        {u"anb"_s, u"Anna"_s, u"Berg"_s, u"Distriktssköterska"_s, u"SJ"_s, {receiver, handler}, true},
        {u"erl"_s, u"Erik"_s, u"Lund"_s, u"Sjuksköterska"_s, u"SJ"_s, {receiver, handler}},
        {u"sah"_s, u"Sara"_s, u"Haile"_s, u"Sjuksköterska"_s, u"SJ"_s, {receiver, handler}},
        {u"mik"_s, u"Mika"_s, u"Korhonen"_s, u"Distriktssköterska"_s, u"SJ"_s, {receiver, handler}, true},
        {u"lek"_s, u"Leila"_s, u"Karimi"_s, u"Specialist i allmänmedicin"_s, u"LK"_s, {handler}, true},
        {u"jos"_s, u"Johan"_s, u"Sundqvist"_s, u"Specialist i allmänmedicin"_s, u"LK"_s, {handler}, true},
        {u"amn"_s, u"Amina"_s, u"Nur"_s, u"ST-läkare"_s, u"LK"_s, {handler}, true},
        {u"kaw"_s, u"Karin"_s, u"Wallin"_s, u"Barnmorska"_s, u"BM"_s, {receiver, handler}, true},
        {u"pes"_s, u"Petra"_s, u"Sikku"_s, u"Fysioterapeut"_s, u"FT"_s, {handler}},
        {u"tow"_s, u"Tomasz"_s, u"Wójcik"_s, u"Arbetsterapeut"_s, u"AT"_s, {handler}},
        {u"evn"_s, u"Eva"_s, u"Nordin"_s, u"Psykolog"_s, u"PS"_s, {handler}},
        {u"ulo"_s, u"Ulla"_s, u"Olsson"_s, u"Medicinsk sekreterare"_s, {}, {receiver}},
        {u"naj"_s, u"Nadia"_s, u"Jovanović"_s, u"Verksamhetsadministratör"_s, {}, {u"admin"_s, receiver}},
        {u"guh"_s, u"Gunnar"_s, u"Holm"_s, u"Verksamhetschef"_s, {}, {u"reviewer"_s}},
    };
    return people;
}

std::vector<Write> unitResources()
{
    std::vector<Write> made {fhir::write(provider()), fhir::write(unit()), fhir::write(service())};
    for (const StaffMember& person : staff()) {
        made.push_back(fhir::write(practitioner(person)));
        made.push_back(fhir::write(role(person)));
    }
    for (const CaseType& type : caseTypes())
        made.push_back(fhir::write(questionnaire(type)));
    return made;
}

} // namespace mottaget::demo
