// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/accesslog.h"

#include "core/base/id.h"

#include <QStringList>

namespace mottaget::audit {

using namespace Qt::StringLiterals;

namespace {

QString orEmpty(const QString& value)
{
    return value.isNull() ? u""_s : value;
}

} // namespace

QLatin1StringView nationalName(Activity activity)
{
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

AccessLog::AccessLog(store::Database& log)
    : m_append(log.prepare("INSERT INTO entry(id,activity,level,at,purpose,user,commission,unit,provider,resource_type,patients,offline) "
                           "VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"))
    , m_count(log.prepare("SELECT count(*) FROM entry"))
{
}

store::StoreResult<void> AccessLog::append(const Entry& entry, const care::Actor& actor, const QDateTime& now)
{
    QStringList patients;
    for (const care::PatientId& patient : entry.patients)
        patients << patient.text();
    int at = 0;
    m_append.bindValue(at++, newUuid());
    m_append.bindValue(at++, QString(nationalName(entry.activity)));
    m_append.bindValue(at++, orEmpty(entry.level));
    m_append.bindValue(at++, now.toMSecsSinceEpoch());
    m_append.bindValue(at++, orEmpty(actor.purpose));
    m_append.bindValue(at++, orEmpty(actor.self.hsaId));
    m_append.bindValue(at++, orEmpty(actor.commissionHsaId));
    m_append.bindValue(at++, orEmpty(actor.unitHsaId));
    m_append.bindValue(at++, orEmpty(actor.providerName));
    m_append.bindValue(at++, orEmpty(entry.resourceType));
    m_append.bindValue(at++, orEmpty(patients.join(u'\n')));
    m_append.bindValue(at++, entry.offline ? 1 : 0);
    return store::run(m_append);
}

int AccessLog::count()
{
    const int found = m_count.exec() && m_count.next() ? m_count.value(0).toInt() : 0;
    m_count.finish();
    return found;
}

} // namespace mottaget::audit
