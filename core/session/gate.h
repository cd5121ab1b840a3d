// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/accesslog.h"
#include "core/care/accessdecision.h"
#include "core/care/staff.h"
#include "core/store/stores.h"

#include <QDateTime>

#include <optional>

namespace mottaget::session {

//! The one gate before every list page and case (PDL 4 kap. 1-3 §§): decides, and lets nothing through that the access log does not
//! hold durably. Own unit's cases are the only basis so far; everything else is refused.
class Gate final {
public:
    explicit Gate(store::Stores& stores) : m_stores(stores) {}
    [[nodiscard]] care::AccessDecision pass(
        const audit::Entry& entry, const QString& unitHsaId, const std::optional<care::Actor>& actor, const QDateTime& now);

private:
    store::Stores& m_stores;
};

} // namespace mottaget::session
