// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/steps.h"

#include <QUrl>

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

QString encoded(const QString& value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

QString openStatuses()
{
    return encoded(u"requested,received,accepted,in-progress,on-hold"_s);
}

bool isReference(const QString& type)
{
    return type == "Organization"_L1 || type == "PractitionerRole"_L1 || type == "HealthcareService"_L1 || type == "Questionnaire"_L1;
}

QList<Step> firstFetch(const Scope& scope, const Profile& profile, const QHash<QString, QString>& marks)
{
    const auto table = scopeTable(scope, profile);
    QList<Step> steps;
    for (const auto& [type, search] : table) {
        if (isReference(type))
            steps << Step {type, search, Step::Kind::Plain};
    }
    const QString unit = u"_tag="_s + encoded(u"https://mottaget.se/fhir/sid/unit|"_s + scope.unitHsaId);
    const QString open = unit + u"&status="_s + openStatuses();
    steps << Step {u"Task"_s, open + u"&owner="_s + encoded(u"Organization/"_s + scope.organizationId), Step::Kind::Plain}
          << Step {u"Task"_s, open + u"&owner="_s + encoded(u"PractitionerRole/"_s + scope.roleId), Step::Kind::Plain}
          << Step {u"Task"_s, open, Step::Kind::Plain};
    for (const auto& [type, search] : table) {
        if (isReference(type) || !marks.value(mark::firstDoneOf(type)).isEmpty())
            continue;
        QString query = search + u"&_sort=-_lastUpdated"_s;
        if (const QString oldest = marks.value(mark::first(type)); !oldest.isEmpty())
            query += u"&_lastUpdated=le"_s + encoded(oldest);
        steps << Step {type, query, Step::Kind::First};
    }
    return steps;
}

QList<Step> deltas(const Scope& scope, const Profile& profile, const QHash<QString, QString>& marks)
{
    QList<Step> steps;
    for (const auto& [type, search] : scopeTable(scope, profile)) {
        QString query = search + u"&_sort=_lastUpdated"_s;
        const QDateTime reached = QDateTime::fromString(marks.value(mark::delta(type)), Qt::ISODateWithMs);
        if (reached.isValid())
            query += u"&_lastUpdated=ge"_s + encoded(searchInstant(reached.addSecs(-profile.overlap.count())));
        steps << Step {type, query, Step::Kind::Delta};
    }
    return steps;
}

} // namespace

QString mark::first(const QString& type)
{
    return u"first/"_s + type;
}

QString mark::firstDoneOf(const QString& type)
{
    return u"first/"_s + type + u"/done"_s;
}

QString mark::delta(const QString& type)
{
    return u"pull/"_s + type;
}

QString mark::count(const QString& type)
{
    return u"count/"_s + type;
}

QString searchInstant(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ");
}

QList<QPair<QString, QString>> scopeTable(const Scope& scope, const Profile& profile)
{
    const QString unit = u"_tag="_s + encoded(u"https://mottaget.se/fhir/sid/unit|"_s + scope.unitHsaId);
    const QString organization = u"organization="_s + encoded(u"Organization/"_s + scope.organizationId);
    return {
        {u"Organization"_s, u"identifier="_s + encoded(profile.hsaSystem + u'|' + scope.unitHsaId)},
        {u"PractitionerRole"_s, organization},
        {u"HealthcareService"_s, organization},
        {u"Questionnaire"_s, unit},
        {u"Task"_s, unit},
        {u"Communication"_s, unit},
        {u"QuestionnaireResponse"_s, unit},
        {u"Provenance"_s, unit},
        {u"Flag"_s, unit},
        {u"CareTeam"_s, unit},
    };
}

QList<Step> nextSteps(const Scope& scope, const Profile& profile, const QHash<QString, QString>& marks)
{
    if (scope.roleId.isEmpty())
        return {{u"PractitionerRole"_s, u"identifier="_s + encoded(profile.hsaSystem + u'|' + profile.commissionHsaId), Step::Kind::Plain}};
    if (scope.unitHsaId.isEmpty())
        return {{u"Organization"_s, u"_id="_s + encoded(scope.organizationId), Step::Kind::Plain}};
    if (marks.value(QLatin1StringView(mark::firstDone)).isEmpty())
        return firstFetch(scope, profile, marks);
    return deltas(scope, profile, marks);
}

QList<Step> peopleSteps(const QList<PeopleChunk>& people, const Profile& profile, const QHash<QString, QString>& marks)
{
    // Who is here was fetched after the first fetch began, and asked about in each round since.
    const bool hasRound = marks.contains(QLatin1StringView(mark::peopleSince));
    const QString from = marks.value(QLatin1StringView(hasRound ? mark::peopleSince : mark::firstStart));
    const QDateTime since = QDateTime::fromString(from, Qt::ISODateWithMs);
    QList<Step> steps;
    for (const PeopleChunk& chunk : people) {
        QString query = u"_id="_s + chunk.ids.join(u"%2C"_s);
        if (since.isValid())
            query += u"&_lastUpdated=ge"_s + encoded(searchInstant(since.addSecs(-profile.overlap.count())));
        const QString upTo = chunk.isLast ? QString() : QString(chunk.type + u'/' + chunk.ids.last());
        steps << Step {chunk.type, query, Step::Kind::People, upTo, chunk.isFirst};
    }
    return steps;
}

} // namespace mottaget::sync
