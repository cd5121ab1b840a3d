// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mottaget::care {

//! The answer of the one gate before every list page and case (PDL 4 kap.; lag 2022:913). Given only after the access log
//! holds the entry durably: no log, no access.
struct AccessDecision {
    enum class Basis { OwnUnit, OwnProvider, Consent, ChildWithoutConsent, Emergency, None };
    bool allowed = false;
    Basis basis = Basis::None;
    bool blockedDataExists = false;
    QString consentId;
    bool emergency = false;
    friend bool operator==(const AccessDecision&, const AccessDecision&) = default;
};

} // namespace mottaget::care
