// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/care/staff.h"
#include "core/store/database.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace mottaget::audit {

//! What was done, in the words of the national log post (informationsecurity:auditing:log 2.0).
enum class Activity { Read, Write, Sign, Print, Certify, Delete, EmergencyAccess };

[[nodiscard]] QLatin1StringView nationalName(Activity activity); //!< Läsa, Skriva, Signera, Utskrift, Vidimera, Radera, Nödöppning

//! One entry of the access log (HSLF-FS 2016:40 4 kap. 9 §): who, in which commission and unit, did what, when, to whose data.
struct Entry {
    Activity activity = Activity::Read;
    QString level;        //!< what was opened: a view's code or "case"
    QString resourceType; //!< kind of information, "Ärende"
    QList<care::PatientId> patients;
    bool offline = false; //!< the region could not be asked at the time
    QString args = {};    //!< the reason that was given: emergency access has one
};

//! The device's access log. An entry is on disk when append() has returned; whoever shows data does it after that or not at all.
//! Store thread only.
class AccessLog final {
public:
    explicit AccessLog(store::Database& log) : m_log(log) {}
    store::StoreResult<void> append(const Entry& entry, const care::Actor& actor, const QDateTime& now);
    [[nodiscard]] int count();

private:
    store::Database& m_log;
};

} // namespace mottaget::audit
