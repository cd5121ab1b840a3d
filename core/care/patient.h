// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"

#include <QDate>
#include <QString>

#include <optional>

namespace mottaget::care {

//! Skyddade personuppgifter. Anything but None masks name, number and contact data in lists and until revealed by right.
enum class Protection { None, ConfidentialityMark, ProtectedRegistration };

enum class Sex { Female, Male, Unknown };

//! A resident in contact with the unit, as the server describes them.
struct Patient {
    PatientId id;
    QString familyName;
    QString givenName;
    QString identity;     //!< canonical 12 characters; empty when none is known. See core/identity for kinds and display
    QString identitySystem; //!< canonical system URI of `identity`
    QDate birthDate;      //!< from the register when given, otherwise from the number; invalid when unknown
    Sex sex = Sex::Unknown;
    Protection protection = Protection::None;
    bool deceased = false;
    QString phone;
    QString language; //!< BCP 47 when an interpreter is needed, else empty

    friend bool operator==(const Patient&, const Patient&) = default;
};

//! FAMILJENAMN, Förnamn in Swedish upper case, never shortened (wrong-patient safety). Empty when there is no name.
[[nodiscard]] QString safeName(const QString& familyName, const QString& givenName);

} // namespace mottaget::care
