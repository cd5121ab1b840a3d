// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/gate.h"

namespace mottaget::session {

care::AccessDecision Gate::pass(
    const audit::Entry& entry, const QString& unitHsaId, const std::optional<care::Actor>& actor, const QDateTime& now)
{
    care::AccessDecision decision;
    if (!actor || unitHsaId.compare(actor->unitHsaId, Qt::CaseInsensitive) != 0)
        return decision;
    audit::AccessLog log(m_stores.log());
    if (!log.append(entry, *actor, now))
        return decision; // no log, no access
    decision.allowed = true;
    decision.basis = care::AccessDecision::Basis::OwnUnit;
    return decision;
}

} // namespace mottaget::session
