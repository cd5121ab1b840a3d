// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/dice.h"
#include "app/demo/names.h"
#include "app/demo/resourcestore.h"

#include <QDate>
#include <QString>

#include <vector>

namespace mottaget::demo {

//! Somebody who is listed at the hälsocentral. All made up but the identity number, which is a published test number.
struct Resident {
    QString id;     //!< of Patient
    QString number; //!< 12 digits
    bool coordination = false;
    bool woman = false;
    int birthYear = 0;
    QString birthDate; //!< as far as the number tells: a day, a month or a year
    int age = 0;       //!< whole years
    PersonName name;
    QString phone;
    QString security;  //!< sekretessmarkering, skyddadFolkbokforing or empty
    bool interpreter = false;
    int careContact = -1;  //!< index into staff(); -1: none
    QString guardianId;    //!< of RelatedPerson; empty from 13 years on
    PersonName guardian;
    QString guardianPhone;

    [[nodiscard]] bool isChild() const { return !guardianId.isEmpty(); }
};

//! `count` residents, or as many as there are published identities; ages as in a town. `day` is today.
[[nodiscard]] std::vector<Resident> makeResidents(Dice& dice, int count, QDate day);

//! Patient, and RelatedPerson, Flag and CareTeam where they apply.
[[nodiscard]] std::vector<Write> residentResources(const Resident& resident);

//! A number that is kept for fiction: 070-174 06 05 to 99 (Post- och telestyrelsen).
[[nodiscard]] QString fictionPhone(Dice& dice);

} // namespace mottaget::demo
