// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/regionprofile.h"

namespace mottaget::session {

sync::Profile profileOf(const Setup& setup)
{
    sync::Profile profile;
    profile.base = setup.region;
    profile.caBundle = setup.caBundle;
    profile.personHsaId = setup.personHsaId;
    profile.commissionHsaId = setup.commissionHsaId;
    profile.atomicTransactions = isDemoRegion(setup.region);
    return profile;
}

} // namespace mottaget::session
