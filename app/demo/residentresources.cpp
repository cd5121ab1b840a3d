// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/residents.h"

#include "app/demo/resources.h"
#include "app/demo/staff.h"
#include "core/base/id.h"

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

QJsonArray telecom(const QString& phone)
{
    return {QJsonObject {{u"system"_s, u"phone"_s}, {u"value"_s, phone}, {u"use"_s, u"mobile"_s}}};
}

QJsonArray humanName(const PersonName& name)
{
    return {QJsonObject {
        {u"use"_s, u"official"_s}, {u"text"_s, name.full()}, {u"family"_s, name.family}, {u"given"_s, QJsonArray {name.given}}}};
}

// Of a town that is not there: no Swedish postal code begins with 0.
QJsonArray address(const Resident& resident)
{
    static const QStringList streets {u"Björkvägen"_s, u"Storgatan"_s, u"Kyrkogatan"_s, u"Ringvägen"_s, u"Tallstigen"_s, u"Älvgatan"_s,
        u"Nygatan"_s, u"Hantverkargatan"_s, u"Skolgränd"_s, u"Östra Lundvägen"_s, u"Lillåvägen"_s, u"Smultronstigen"_s};
    Dice dice(resident.number.toULongLong());
    return {QJsonObject {{u"use"_s, u"home"_s},
        {u"line"_s, QJsonArray {QString(dice.pick(streets) + u' ' + QString::number(dice.between(1, 68)))}},
        {u"postalCode"_s, QString(u"09"_s + QString::number(dice.between(1, 9)) + u' ' + QString::number(dice.between(10, 89)))},
        {u"city"_s, u"Björkstad"_s}, {u"country"_s, u"SE"_s}}};
}

QString languageName(const QString& code)
{
    static const QHash<QString, QString> names {{u"fi"_s, u"finska"_s}, {u"se"_s, u"nordsamiska"_s}, {u"ar"_s, u"arabiska"_s},
        {u"so"_s, u"somaliska"_s}, {u"fa"_s, u"persiska"_s}, {u"bs"_s, u"bosniska"_s}, {u"pl"_s, u"polska"_s}, {u"ti"_s, u"tigrinska"_s}};
    return names.value(code, code);
}

QJsonObject patient(const Resident& resident)
{
    QJsonObject made = fhir::resource(u"Patient"_s, resident.id, false);
    if (!resident.security.isEmpty())
        made.insert(u"meta"_s,
            QJsonObject {
                {u"security"_s, QJsonArray {fhir::coding(u"http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel"_s, resident.security)}}});
    made.insert(u"identifier"_s,
        QJsonArray {fhir::identifier(resident.coordination ? u"http://electronichealth.se/identifier/samordningsnummer"_s
                                                           : u"http://electronichealth.se/identifier/personnummer"_s,
            resident.number)});
    made.insert(u"active"_s, true);
    made.insert(u"name"_s, humanName(resident.name));
    made.insert(u"gender"_s, resident.woman ? u"female"_s : u"male"_s);
    made.insert(u"birthDate"_s, resident.birthDate);
    made.insert(u"telecom"_s, telecom(resident.phone));
    if (resident.security.isEmpty())
        made.insert(u"address"_s, address(resident));
    made.insert(u"managingOrganization"_s, fhir::reference(fhir::unitReference, fhir::unitName()));
    if (resident.interpreter)
        made.insert(u"communication"_s,
            QJsonArray {
                QJsonObject {{u"language"_s, fhir::codeable(u"urn:ietf:bcp:47"_s, resident.name.language)}, {u"preferred"_s, true}}});
    return made;
}

QJsonObject guardian(const Resident& resident)
{
    QJsonObject made = fhir::resource(u"RelatedPerson"_s, resident.guardianId, false);
    made.insert(u"active"_s, true);
    made.insert(u"patient"_s, fhir::reference(u"Patient/"_s + resident.id));
    made.insert(u"relationship"_s,
        QJsonArray {fhir::codeable(u"http://terminology.hl7.org/CodeSystem/v3-RoleCode"_s, u"PRN"_s, u"Vårdnadshavare"_s)});
    made.insert(u"name"_s, humanName(resident.guardian));
    made.insert(u"telecom"_s, telecom(resident.guardianPhone));
    return made;
}

QJsonObject interpreterFlag(const Resident& resident)
{
    QJsonObject made = fhir::resource(u"Flag"_s, namedUuid(u"demo/interpreter/"_s + resident.number), true);
    made.insert(u"status"_s, u"active"_s);
    made.insert(u"category"_s, QJsonArray {QJsonObject {{u"text"_s, u"Tolk"_s}}});
    made.insert(u"code"_s,
        fhir::codeable(u"urn:ietf:bcp:47"_s, resident.name.language, u"Behöver tolk: "_s + languageName(resident.name.language)));
    made.insert(u"subject"_s, fhir::reference(u"Patient/"_s + resident.id));
    return made;
}

QJsonObject careTeam(const Resident& resident)
{
    const StaffMember& contact = staff()[static_cast<std::size_t>(resident.careContact)];
    const QString title = contact.profession == "LK"_L1 ? u"Fast läkarkontakt"_s : u"Fast vårdkontakt"_s;
    QJsonObject made = fhir::resource(u"CareTeam"_s, namedUuid(u"demo/careteam/"_s + resident.number), true);
    made.insert(u"status"_s, u"active"_s);
    made.insert(u"name"_s, title);
    made.insert(u"subject"_s, fhir::reference(u"Patient/"_s + resident.id));
    made.insert(u"participant"_s,
        QJsonArray {QJsonObject {{u"role"_s, QJsonArray {QJsonObject {{u"text"_s, title}}}},
            {u"member"_s, fhir::reference(contact.roleReference(), contact.name())}}});
    made.insert(u"managingOrganization"_s, QJsonArray {fhir::reference(fhir::unitReference, fhir::unitName())});
    return made;
}

} // namespace

std::vector<Write> residentResources(const Resident& resident)
{
    std::vector<Write> made {fhir::write(patient(resident))};
    if (resident.isChild())
        made.push_back(fhir::write(guardian(resident)));
    if (resident.interpreter)
        made.push_back(fhir::write(interpreterFlag(resident)));
    if (resident.careContact >= 0)
        made.push_back(fhir::write(careTeam(resident)));
    return made;
}

} // namespace mottaget::demo
