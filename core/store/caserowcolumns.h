// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/caserow.h"
#include "core/store/database.h"

#include <QString>

namespace mottaget::store {

//! The columns of case_row in the order that bindRow and readRow use.
inline constexpr const char* caseRowColumns =
    "id,version,number,type,type_title,state,waiting_for,priority,owner_kind,owner_ref,owner_name,unit,patient_id,family,given,"
    "identity,identity_system,protection,patient_known,sender,subject,interpreter,received,unread,pending,is_open,order_key,"
    "order_until,order_reason,due,provisional";
inline constexpr int caseRowColumnCount = 31;

//! Binds all columns from position 0.
void bindRow(Statement& query, const care::CaseRow& row);
[[nodiscard]] care::CaseRow readRow(const Statement& query);

//! What the search index holds of a row: names, the number in long and short form, case number, subject.
[[nodiscard]] QString searchWords(const care::CaseRow& row);
//! The FTS5 expression for what a person typed; empty when nothing searchable was typed.
[[nodiscard]] QString searchExpression(const QString& typed);

} // namespace mottaget::store
