// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

//! The fixed ids of the demo region, whatever the seed: what `mottaget --demo`, the tests and the bench log in with.
//! All fictional. The commission is the identifier of the nurse's PractitionerRole.
namespace mottaget::demo {

inline constexpr QLatin1StringView nurseHsaId {"SE2321009999-1ANB"};        //!< Anna Berg, receiver and handler
inline constexpr QLatin1StringView nurseCommission {"SE2321009999-2ANB"};
inline constexpr QLatin1StringView colleagueHsaId {"SE2321009999-1ERL"};    //!< Erik Lund, nurse, receiver and handler
inline constexpr QLatin1StringView colleagueCommission {"SE2321009999-2ERL"};
inline constexpr QLatin1StringView doctorHsaId {"SE2321009999-1LEK"};       //!< Leila Karimi, physician, handler
inline constexpr QLatin1StringView doctorCommission {"SE2321009999-2LEK"};
inline constexpr QLatin1StringView reviewerHsaId {"SE2321009999-1GUH"};     //!< Gunnar Holm, reviewer
inline constexpr QLatin1StringView reviewerCommission {"SE2321009999-2GUH"};
inline constexpr QLatin1StringView unitHsaId {"SE2321009999-1BHC"};         //!< Björkens hälsocentral
inline constexpr QLatin1StringView providerHsaId {"SE2321009999-1PRO"};     //!< the care provider above the unit

//! `demo:<HSA-id>:<commission>` of the nurse, without `Bearer`.
inline constexpr QLatin1StringView nurseToken {"demo:SE2321009999-1ANB:SE2321009999-2ANB"};

} // namespace mottaget::demo
