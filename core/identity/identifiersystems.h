// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/personalidentity.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace mottaget::identity {

//! What an identifier's system says that the value is.
enum class IdentifierKind {
    PersonalNumber,
    CoordinationNumber,
    NationalReserveNumber,
    StockholmReserveNumber,
    VastraGotalandReserveNumber,
    VarmlandReserveNumber,
    IneraReserveNumber,
    LmaNumber, //!< asylum seekers' card; carried, never parsed
    HsaId,
    OrganisationNumber,
    PrescriberCode,  //!< förskrivarkod
    LicenceNumber,   //!< legitimation, HOSP
};

//! The systems of identifiers: several URIs and OIDs are in use for the same concept, so any is understood on read and
//! one is written. A value; a region that wants other canonical forms gets its own. After HL7 Sweden's base profiles
//! 1.1.0, Inera's list of OIDs and misspellings met in published examples.
class IdentifierSystems final {
public:
    IdentifierSystems();

    //! `system` as the wire has it; an OID with or without `urn:oid:`.
    [[nodiscard]] std::optional<IdentifierKind> kindOf(QStringView system) const;
    //! What is written for this kind.
    [[nodiscard]] QString canonical(IdentifierKind kind) const;
    //! Every form that is understood, the canonical one first.
    [[nodiscard]] QStringList aliases(IdentifierKind kind) const;
    //! A copy that writes `system` for this kind and still reads all the others. `system` must not belong to another kind.
    [[nodiscard]] IdentifierSystems withCanonical(IdentifierKind kind, const QString& system) const;

    //! The system to write for a patient's identity.
    [[nodiscard]] QString systemOf(const PersonalIdentity& identity) const;
    //! Reads a patient's identifier. Personnummer and samordningsnummer are taken in each other's system, as many
    //! sources write them so; the number itself says which it is.
    [[nodiscard]] Result<PersonalIdentity, IdentityError> identityFrom(QStringView system, QStringView value) const;

    friend bool operator==(const IdentifierSystems&, const IdentifierSystems&) = default;

private:
    QMap<IdentifierKind, QStringList> m_systems; // first is canonical
};

} // namespace mottaget::identity
