// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/store/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mottaget::store {

//! A resource as the server gave it, with the little that the cache must know without reading JSON.
struct StoredResource {
    QString type;
    QString id;
    QString version;
    QString updated; //!< meta.lastUpdated, the server's own text
    QString caseId;  //!< the case it belongs to; empty for people and reference data
    QByteArray body; //!< the exact bytes
    QDateTime fetched;

    friend bool operator==(const StoredResource&, const StoredResource&) = default;
};

//! Repository of the cache file's resources. Store thread only.
class ResourceTable final {
public:
    explicit ResourceTable(Database& database);

    //! Stores the resource unless this very version is here already; true when something changed.
    StoreResult<bool> put(const StoredResource& resource);
    [[nodiscard]] std::optional<StoredResource> find(const QString& type, const QString& id);
    //! All resources of a case, Task and Communication and the rest; `types` limits them when given.
    [[nodiscard]] QList<StoredResource> ofCase(const care::CaseId& id, const QStringList& types = {});
    //! Those that a list's row is made of: the case's Task and its messages.
    [[nodiscard]] QList<StoredResource> rowParts(const care::CaseId& id);
    [[nodiscard]] QList<StoredResource> ofType(const QString& type);
    //! Of `ids`, those of `type` that are not here.
    [[nodiscard]] QStringList missing(const QString& type, const QStringList& ids);
    //! Ids of `type` in order, at most `count` (1 or more), from the one after `after`; empty: from the first.
    [[nodiscard]] QStringList idsAfter(const QString& type, const QString& after, int count);
    StoreResult<void> remove(const QString& type, const QString& id);
    //! People, flags and care teams of patients whom no case names any longer; how many went.
    StoreResult<int> removeOrphans();
    [[nodiscard]] qint64 count();
    [[nodiscard]] QHash<QString, int> countByType();

private:
    Statement m_version;
    Statement m_put;
    Statement m_find;
    Statement m_ofCase;
    Statement m_rowParts;
    Statement m_ofType;
    Statement m_idsAfter;
    Statement m_count;
    Statement m_countByType;
    Statement m_remove;
    Statement m_orphanPatients;
    Statement m_orphanOthers;
};

} // namespace mottaget::store
