// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/accesslog.h"

#include "core/base/id.h"
#include "core/store/logtable.h"

namespace mottaget::audit {

QLatin1StringView nationalName(Activity activity)
{
    using namespace Qt::StringLiterals;
    switch (activity) {
    case Activity::Read: return "L\xe4sa"_L1;
    case Activity::Write: return "Skriva"_L1;
    case Activity::Sign: return "Signera"_L1;
    case Activity::Print: return "Utskrift"_L1;
    case Activity::Certify: return "Vidimera"_L1;
    case Activity::Delete: return "Radera"_L1;
    case Activity::EmergencyAccess:
        return "N\xf6"
               "d\xf6ppning"_L1;
    }
    Q_UNREACHABLE();
}

store::StoreResult<void> AccessLog::append(const Entry& entry, const care::Actor& actor, const QDateTime& now)
{
    store::LogEntry post;
    post.id = newUuid();
    post.activity = nationalName(entry.activity);
    post.level = entry.level;
    post.args = entry.args;
    post.at = now;
    post.purpose = actor.purpose;
    post.user = actor.self.hsaId;
    post.userName = actor.self.name;
    post.title = actor.self.title;
    post.commission = actor.commissionHsaId;
    post.unit = actor.unitHsaId;
    post.unitName = actor.unitName;
    post.provider = actor.providerName;
    post.resourceType = entry.resourceType;
    for (const care::PatientId& patient : entry.patients)
        post.patients << patient.text();
    post.offline = entry.offline;
    return store::LogTable(m_log).append(post);
}

int AccessLog::count()
{
    store::Statement all = m_log.prepare("SELECT count(*) FROM entry");
    return all.exec() && all.next() ? all.value(0).toInt() : 0;
}

} // namespace mottaget::audit
