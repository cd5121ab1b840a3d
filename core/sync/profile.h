// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>

namespace mottaget::sync {

//! What is known of a region beforehand: configuration, never guessed from the server's own word.
struct Profile {
    QUrl base; //!< FHIR base URL without a trailing slash
    QString caBundle; //!< PEM file: the only authorities that may vouch for the region; empty: the system's
    QString personHsaId;
    QString commissionHsaId;
    QString hsaSystem = QStringLiteral("urn:oid:1.2.752.29.4.19"); //!< identifier system the region writes
    //! Only a region whose profile says so is trusted to take a transaction whole or not at all. Without it: part by part, docs/decisions/0019.
    bool atomicTransactions = false;
    int pageSize = 200;
    //! A server may stamp rows with the start of its transaction; anything younger than this may still be on its way.
    std::chrono::seconds overlap {130};
    std::chrono::seconds transactionTime {120};
    std::chrono::milliseconds poll {45000};
};

//! Who we are for the region, learned from its directory and kept in the cache.
struct Scope {
    QString roleId; //!< own PractitionerRole
    QString organizationId; //!< the unit
    QString unitHsaId;
    [[nodiscard]] bool isKnown() const { return !roleId.isEmpty() && !unitHsaId.isEmpty(); }
    friend bool operator==(const Scope&, const Scope&) = default;
};

} // namespace mottaget::sync
