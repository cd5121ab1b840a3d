// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/stores.h"
#include "core/sync/storeanswer.h"

#include <QSet>

//! How things leave this machine: deleted at the region, moved to another unit, or closed long enough ago. Store thread; each in small
//! transactions. What follow-up counts (EventTable) stays.
namespace mottaget::sync {

inline constexpr int keptClosedDays = 7; //!< offline scope, contract 2: open cases, and those closed at most so many days ago

//! Compares what a reconciliation saw of a type with what is here.
void compareSeen(store::Stores& stores, const op::Compare& what, StoreAnswer& answer);

//! See op::Forget. `changed` gains the cases whose rows changed or went.
store::StoreResult<void> forget(store::Stores& stores, const op::Forget& what, const QDateTime& now, QSet<care::CaseId>& changed);

//! See op::Purge; answers where the next slice begins.
store::StoreResult<care::CaseId> purge(store::Stores& stores, const op::Purge& what, const QDateTime& now, QSet<care::CaseId>& changed);

//! A resource that comes in: whether it is to be taken, after what is known to be absent. A case that is back brings along `wanted`.
[[nodiscard]] store::StoreResult<bool> mayComeBack(store::Stores& stores, const store::StoredResource& resource, References& wanted);

} // namespace mottaget::sync
