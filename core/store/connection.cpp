// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <cerrno>

#include <sqlite3.h>

namespace mottaget::store {

sqlite3* handleOf(const QSqlDatabase& db)
{
    const QVariant handle = db.driver()->handle();
    return qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3* const*>(handle.constData()) : nullptr;
}

StoreError::Code codeOf(int code)
{
    if (code == SQLITE_IOERR_DATA)
        return StoreError::Code::Damaged;
    if (code == SQLITE_IOERR_NOMEM)
        return StoreError::Code::OutOfMemory;
    switch (code & 0xff) {
    case SQLITE_BUSY: return StoreError::Code::InUse;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return StoreError::Code::Corrupt;
    case SQLITE_FULL: return StoreError::Code::DiskFull;
    case SQLITE_NOMEM: return StoreError::Code::OutOfMemory;
    case SQLITE_READONLY:
    case SQLITE_PERM: return StoreError::Code::NotWritable;
    case SQLITE_IOERR: return StoreError::Code::IoFailed;
    case SQLITE_CANTOPEN: return StoreError::Code::CannotOpen;
    default: return StoreError::Code::StatementFailed;
    }
}

StoreError::Code codeOfSystem(int error)
{
    switch (error) {
    case EROFS:
    case EACCES:
    case EPERM: return StoreError::Code::NotWritable;
    case ENOSPC:
    case EDQUOT: return StoreError::Code::DiskFull;
    case ENOMEM: return StoreError::Code::OutOfMemory;
    default: return StoreError::Code::CannotOpen;
    }
}

} // namespace mottaget::store
