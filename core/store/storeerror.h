// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace mottaget::store {

//! Why a file did not do what was asked. `detail` is SQLite's own word, free of row contents.
struct StoreError {
    enum class Code {
        CannotOpen,     //!< no such folder, no right, or not a database
        InUse,          //!< another process owns the data folder
        NewerFile,      //!< written by a newer Mottaget; refused and left untouched
        MigrationFailed,
        Corrupt,
        DiskFull,
        StatementFailed,
    };
    Code code = Code::StatementFailed;
    QString detail;
    friend bool operator==(const StoreError&, const StoreError&) = default;
};

template <typename T>
using StoreResult = Result<T, StoreError>;

} // namespace mottaget::store
