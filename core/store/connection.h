// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storeerror.h"

class QSqlDatabase;
struct sqlite3;

//! What Qt SQL hides of a connection. For this room alone.
namespace mottaget::store {

//! SQLite's own handle; null when the driver is another than Qt's QSQLITE.
[[nodiscard]] sqlite3* handleOf(const QSqlDatabase& db);
//! What a result code of SQLite (extended or not) means here.
[[nodiscard]] StoreError::Code codeOf(int sqliteCode);
//! What the system's own error number means here, where a file or folder could not be made.
[[nodiscard]] StoreError::Code codeOfSystem(int error);

} // namespace mottaget::store
