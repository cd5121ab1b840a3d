// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/care/parts.h"
#include "core/store/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>

namespace mottaget::store {

//! Contents of attachments, in the cache file and so sealed like all of it: only those that somebody asked for, and the queue of those
//! that are still to be fetched. They go with their case. Store thread only.
class AttachmentTable final {
public:
    explicit AttachmentTable(Database& cache);

    //! Into the queue, last; one that was missing or too large is tried anew. What is here stays.
    StoreResult<void> ask(const QString& id, const care::CaseId& caseId, care::AttachmentState state, const QDateTime& now);
    //! The one to fetch now: fewest tries first, then the oldest, so that one that fails does not hold up the others.
    [[nodiscard]] std::optional<QString> next();
    //! Nothing happens when it has gone with its case meanwhile.
    StoreResult<void> keep(const QString& id, const QByteArray& content);
    StoreResult<void> settle(const QString& id, care::AttachmentState state);
    StoreResult<void> countTry(const QString& id);
    [[nodiscard]] std::optional<care::CaseId> caseOf(const QString& id);
    [[nodiscard]] QHash<QString, care::AttachmentState> ofCase(const care::CaseId& id);
    //! Empty when it is not here.
    [[nodiscard]] QByteArray content(const QString& id);
    StoreResult<void> removeOf(const care::CaseId& id);

private:
    Statement m_ask;
    Statement m_next;
    Statement m_keep;
    Statement m_settle;
    Statement m_countTry;
    Statement m_caseOf;
    Statement m_ofCase;
    Statement m_content;
    Statement m_remove;
};

} // namespace mottaget::store
