// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/resourcestore.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace mottaget::demo {

//! Somebody who works at the unit. The same people whatever the seed.
struct StaffMember {
    QString key;  //!< last letters of the HSA-ids and of the ids: Practitioner/prac-anb, PractitionerRole/role-anb
    QString given;
    QString family;
    QString title;      //!< distriktssköterska
    QString profession; //!< code of 1.2.752.116.3.1.3; empty for unlicensed staff
    QStringList roles;  //!< receiver, handler, admin, reviewer
    bool mayPrescribe = false;

    [[nodiscard]] QString name() const { return given + QLatin1Char(' ') + family; }
    [[nodiscard]] QString roleReference() const { return QStringLiteral("PractitionerRole/role-") + key; }
    [[nodiscard]] QString personHsaId() const;
    [[nodiscard]] QString commissionHsaId() const;
    [[nodiscard]] bool isLicensed() const { return !profession.isEmpty(); }
    [[nodiscard]] bool handles() const { return roles.contains(QStringLiteral("handler")); }
};

[[nodiscard]] const std::vector<StaffMember>& staff();

//! Organizations, HealthcareService, Practitioners, PractitionerRoles and the Questionnaires of the five types.
[[nodiscard]] std::vector<Write> unitResources();

} // namespace mottaget::demo
