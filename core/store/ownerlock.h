// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storeerror.h"

#include <memory>

namespace mottaget::store {

//! This process's hold on a data folder: a lock of the system on `root`/owner.lock, which ends with the process however that ends. The file
//! alone means nothing, and goes with the hold.
class OwnerLock final {
public:
    //! InUse: another hold is alive, in this process or another. NotWritable, DiskFull, IoFailed: the disk does not take the file.
    [[nodiscard]] static StoreResult<std::unique_ptr<OwnerLock>> take(const QString& root);
    ~OwnerLock();
    OwnerLock(const OwnerLock&) = delete;
    OwnerLock& operator=(const OwnerLock&) = delete;
    OwnerLock(OwnerLock&&) = delete;
    OwnerLock& operator=(OwnerLock&&) = delete;

private:
    OwnerLock(QByteArray path, int file);

    QByteArray m_path;
    int m_file;
};

} // namespace mottaget::store
