// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/logtable.h"

#include <QByteArray>

namespace mottaget::sync {

//! The entry as the region stores it: docs/wire.md, "The access log: AuditEvent". The same entry gives the same bytes, and its id is the
//! resource's, so that sending it again makes nothing double (AuditEvent has no identifier in R4).
[[nodiscard]] QByteArray auditEventOf(const store::LogEntry& entry);

} // namespace mottaget::sync
