// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/accesslog.h"
#include "core/care/accessdecision.h"
#include "core/care/staff.h"
#include "core/store/stores.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <optional>

namespace mottaget::session {

//! What is opened: a list or a case. Renewals of the same opening are one reading.
struct Opening {
    enum class Kind { List, Case };
    Kind kind = Kind::List;
    QString what; //!< the list's question or the case's id
    friend bool operator==(const Opening&, const Opening&) = default;
};

//! The one gate before every list page and case (PDL 4 kap. 1-3 §§): decides, and lets nothing through that the access log does not
//! hold durably. Own unit's cases are the only basis so far; everything else is refused. A list or case is logged once for each opening:
//! what is renewed in place adds only the patients that have not been logged for it; after an hour it counts as opened anew.
//! One for each session, on the store thread; knows whom it has logged in memory alone.
class Gate final {
public:
    [[nodiscard]] care::AccessDecision pass(store::Stores& stores, const Opening& opening, const audit::Entry& entry,
        const QString& unitHsaId, const std::optional<care::Actor>& actor, const QDateTime& now);

private:
    struct Logged {
        QString what;
        care::Actor actor;
        bool offline = false;
        QDateTime since;
        QSet<care::PatientId> patients;
    };
    QHash<Opening::Kind, Logged> m_logged;
};

} // namespace mottaget::session
