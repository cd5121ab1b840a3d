// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/store/stores.h"
#include "core/sync/storeops.h"

#include <QDateTime>
#include <QSet>

namespace mottaget::sync {

//! Stores what the server said, projects the cases it touches and sets the marks, all in one transaction: data and the mark that speaks
//! of it can't part. A page is at most a few hundred resources, so that a person's question never waits long behind it.
//! `changed` gets the cases whose rows were computed anew.
store::StoreResult<void> ingestPage(store::Stores& stores, const QList<store::StoredResource>& resources, const QList<Mark>& marks,
    const QDateTime& now, QSet<care::CaseId>& changed, References* wanted = nullptr);

} // namespace mottaget::sync
