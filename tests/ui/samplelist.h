// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fakesession.h"
#include "tests/ui/messages/samplecases.h"

#include <QFile>

//! Cases to fill a list with: published test identities, invented people.
namespace samples {

inline QStringList publishedNumbers()
{
    QFile data(QStringLiteral(MOTTAGET_TEST_DATA "/identities/personnummer.txt"));
    if (!data.open(QIODevice::ReadOnly | QIODevice::Text))
        qFatal("no %s", qPrintable(data.fileName()));
    return QString::fromLatin1(data.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

//! Case number `index` of a list; the same index gives the same case.
inline std::pair<care::Case, care::Patient> listed(int index)
{
    static const QStringList numbers = publishedNumbers();
    static const QStringList families {s("Lindqvist"), s("Åström"), s("Öberg"), s("Äng"), s("Niemi"), s("Holm"), s("Sundberg"),
        s("Isaksson"), s("Fors"), s("Engman"), s("Åkerlund"), s("Wiklund"), s("Nyström"), s("Sjöö"), s("af Ekenstam"), s("Al-Hassani")};
    static const QStringList givens {
        s("Karin"), s("Björn"), s("Aino"), s("Elis"), s("Maja"), s("Olle"), s("Viktor"), s("Stig"), s("Tove"), s("Rut")};
    static const QStringList subjects {s("Yrsel och svimningskänsla på morgonen"), s("Hosta i två veckor, nu även feber"), s("4 läkemedel"),
        s("Vill bli uppringd efter 13"), s("Kan inte komma 24 nov 08:30"), s("Ont i örat sedan i går"), s("Fråga om provsvar")};
    static const QStringList types {
        s("advice"), s("advice"), s("renewal"), s("contact-me"), s("change-booking"), s("request-booking"), s("advice")};
    care::Patient person;
    person.id = care::PatientId(s("patient-%1").arg(index));
    person.familyName = families[index * 7 % families.size()];
    person.givenName = givens[index * 3 % givens.size()];
    person.identity = numbers[(index * 37 + 1200) % numbers.size()];
    person.identitySystem = s("http://electronichealth.se/identifier/personnummer");
    care::Case value;
    value.id = care::CaseId(s("case-%1").arg(index, 6, 10, QLatin1Char('0')));
    value.version = care::VersionId(s("1"));
    value.number = s("1177-2026-%1").arg(4800 + index, 6, 10, QLatin1Char('0'));
    value.type = types[index % types.size()];
    value.subject = subjects[index % subjects.size()];
    value.state = care::CaseState::Received;
    value.owner = theUnit();
    value.unitHsaId = nurse().unitHsaId;
    value.patient = person.id;
    value.sender = {care::Sender::Kind::Patient, person.givenName + QLatin1Char(' ') + person.familyName};
    value.received = now().addSecs(-3600 * (index % 90) - 60 * (index % 7) - 1800);
    value.changed = value.received;
    return {value, person};
}

} // namespace samples
