// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace mottaget::store {

//! What a reconciliation has seen at the region: ids and versions of one type, in a table of the connection alone, gone with it.
//! Compares by set with what is here. Store thread only.
class SeenTable final {
public:
    explicit SeenTable(Database& cache);

    //! Forgets what an earlier run saw.
    StoreResult<void> clear();
    StoreResult<void> add(const QList<QPair<QString, QString>>& idsAndVersions);

    //! Resources of the type that are here and were not seen; at most `limit`, after `afterId` in order of id.
    [[nodiscard]] QStringList notSeen(const QString& type, const QString& afterId, int limit);
    //! Seen, and neither here in that version nor let go in that version; at most `limit`, after `afterId` in order of id.
    [[nodiscard]] QStringList notHere(const QString& type, const QString& afterId, int limit);

private:
    Database& m_cache;
    bool m_isMade = false;
};

} // namespace mottaget::store
