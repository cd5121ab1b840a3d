// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/personalidentity.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace mottaget::identity {

//! Who issued a reserve number, as far as its format is known here.
enum class ReserveIssuer { National, Stockholm, VastraGotaland, Varmland, Inera };

//! The issuer's OID, digits and dots.
[[nodiscard]] QString issuerOid(ReserveIssuer issuer);

//! Who issued this identity; nothing for personnummer and samordningsnummer.
[[nodiscard]] std::optional<ReserveIssuer> issuerOf(const PersonalIdentity& identity);

//! Which issuer's format 12 upper-case characters have. The formats don't overlap.
//! Stockholm 99yyyyNNNNNC (Luhn from position 5), Västra Götaland yyyymmddGggC (Luhn with K=5, M=7, X=8), Värmland
//! yyyymmddABNC, Inera yyyymmxxNNNC (Luhn from position 3): Inera, "Lokala reservid". National XXYYMMDDNNGC: Inera,
//! "Nationellt reservid"; its check digit is not validated, for its algorithm is not published.
[[nodiscard]] Result<ReserveIssuer, IdentityError> parseReserveNumber(QStringView twelve);

} // namespace mottaget::identity
