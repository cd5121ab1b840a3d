// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/gate.h"

#include <algorithm>
#include <iterator>

namespace mottaget::session {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds oneOpening = 1h;

} // namespace

care::AccessDecision Gate::pass(store::Stores& stores, const Opening& opening, const audit::Entry& entry, const QString& unitHsaId,
    const std::optional<care::Actor>& actor, const QDateTime& now)
{
    care::AccessDecision decision;
    if (!actor || unitHsaId.compare(actor->unitHsaId, Qt::CaseInsensitive) != 0)
        return decision;
    Logged& logged = m_logged[opening.kind];
    const bool isSame = logged.what == opening.what && logged.actor == *actor && logged.offline == entry.offline && logged.since.isValid()
        && logged.since <= now && logged.since.msecsTo(now) < oneOpening.count();
    if (!isSame)
        logged = {opening.what, *actor, entry.offline, now, {}};
    audit::Entry fresh = entry;
    fresh.patients.removeIf([&](const care::PatientId& patient) { return logged.patients.contains(patient); });
    // A reading that names nobody is an entry too, once.
    if (!fresh.patients.isEmpty() || !isSame) {
        if (!audit::AccessLog(stores.log()).append(fresh, *actor, now)) {
            m_logged.remove(opening.kind);
            return decision; // no log, no access
        }
        logged.patients += QSet<care::PatientId>(fresh.patients.begin(), fresh.patients.end());
    }
    decision.allowed = true;
    decision.basis = care::AccessDecision::Basis::OwnUnit;
    return decision;
}

} // namespace mottaget::session
