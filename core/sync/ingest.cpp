// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ingest.h"

#include "core/sync/leaving.h"
#include "core/sync/mapping.h"
#include "core/sync/projector.h"
#include "core/sync/steps.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

// Types whose content a list row shows. The rest (forms, receipts) is read when a case is opened.
bool showsInRow(const store::StoredResource& resource)
{
    return resource.type == "Task"_L1 || resource.type == "Communication"_L1;
}

store::StoreResult<void> putOne(store::Stores& stores, store::StoredResource resource, const QDateTime& now, QSet<care::CaseId>& touched)
{
    resource.fetched = now;
    resource.body = asKept(resource);
    const auto stored = stores.resources().put(resource);
    if (!stored)
        return failed(stored.error());
    if (!*stored)
        return {}; // this version is here already
    if (showsInRow(resource) && !resource.caseId.isEmpty())
        touched.insert(care::CaseId(resource.caseId));
    if (resource.type == "Patient"_L1) {
        for (const care::CaseId& id : stores.cases().ofPatient(care::PatientId(resource.id)))
            touched.insert(id);
    }
    if (resource.type == "Provenance"_L1) {
        if (const auto event = eventOf(resource))
            return stores.events().add(*event);
    }
    return {};
}

store::StoreResult<void> learnScope(store::Stores& stores, const store::StoredResource& resource)
{
    if (resource.type != "PractitionerRole"_L1 && resource.type != "Organization"_L1)
        return {};
    const ScopeFact fact = scopeFactOf(resource);
    const QString role = stores.marks().value(QLatin1StringView(mark::roleId));
    const QString organization = stores.marks().value(QLatin1StringView(mark::organizationId));
    if (role.isEmpty() && !fact.roleId.isEmpty()) {
        if (auto set = stores.marks().set(QLatin1StringView(mark::roleId), fact.roleId); !set)
            return set;
        return stores.marks().set(QLatin1StringView(mark::organizationId), fact.organizationId);
    }
    if (!fact.unitHsaId.isEmpty() && fact.organizationId == organization)
        return stores.marks().set(QLatin1StringView(mark::unitHsaId), fact.unitHsaId);
    return {};
}

} // namespace

store::StoreResult<void> ingestPage(store::Stores& stores, const QList<store::StoredResource>& resources, const QList<Mark>& marks,
    const QDateTime& now, QSet<care::CaseId>& changed, References* wanted)
{
    return stores.cache().transaction([&]() -> store::StoreResult<void> {
        QSet<care::CaseId> touched;
        const bool scopeKnown = !stores.marks().value(QLatin1StringView(mark::unitHsaId)).isEmpty();
        References back;
        for (const store::StoredResource& resource : resources) {
            const auto taken = mayComeBack(stores, resource, back);
            if (!taken)
                return failed(taken.error());
            if (!*taken)
                continue;
            if (auto put = putOne(stores, resource, now, touched); !put)
                return put;
            if (!scopeKnown) {
                if (auto learned = learnScope(stores, resource); !learned)
                    return learned;
            }
        }
        if (auto refreshed = Projector(stores, now).refresh(touched); !refreshed)
            return refreshed;
        for (const Mark& mark : marks) {
            if (auto set = stores.marks().set(mark.first, mark.second); !set)
                return set;
        }
        changed += touched;
        if (wanted)
            *wanted = back;
        return {};
    });
}

} // namespace mottaget::sync
