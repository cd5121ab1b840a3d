// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/custodyrecords.h"
#include "core/store/ownerlock.h"
#include "core/store/stores.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <span>

//! Looking at the files of a folder that nobody works in: check, export and recovery. Nothing in the folder changes by it. Blocks.
namespace mottaget::session {

//! Why nothing could be had of a folder. Each has its own text for the IT colleague.
struct RescueError {
    enum class Code {
        NoFolder,        //!< no data folder there, or nobody has worked in it
        InUse,           //!< Mottaget runs on it
        NotDemo,         //!< the folder needs an unlock secret
        CannotOpen,      //!< the disk, or a demo folder's key file
        NotAKey,         //!< the recovery key's file holds none
        OtherAlgorithm,  //!< a key, but not X25519
        NeedsPassphrase,
        WrongPassphrase,
        NotForThisKey,   //!< nothing here is wrapped to this recovery key
        LogNotWritten,   //!< the access log did not take the entry: nothing is shown
    };
    Code code = Code::CannotOpen;
    QString detail;
    friend bool operator==(const RescueError&, const RescueError&) = default;
};

//! Keeps Mottaget from the folder while it lives. A folder that can't be written to (a mounted disk) is in nobody's use: null.
[[nodiscard]] Result<std::unique_ptr<store::OwnerLock>, RescueError> ownFolder(const QString& root);

//! A person's own folder with its keys.
struct ClosedFolder {
    store::Folder folder;
    custody::SharedKeys keys;
    std::unique_ptr<store::OwnerLock> lock;
};
//! `keys` from the custody; null for a folder marked DEMO, which has its own. None are ever made here.
[[nodiscard]] Result<ClosedFolder, RescueError> closedFolder(
    const QString& dataRoot, const QString& personHsaId, const QString& commissionHsaId, const custody::SharedKeys& keys);

//! One of the four files as it should lie, whether it does or not.
struct KeptFile {
    crypto::FileKind kind = crypto::FileKind::Outbox;
    QString path;
    std::span<const store::Migration> history;
};
[[nodiscard]] KeptFile keptFile(const store::Folder& folder, crypto::FileKind kind);
//! What was once set aside of it and still lies beside it, oldest first.
[[nodiscard]] QStringList filesAside(const KeptFile& file);

//! Opens the file at `path` itself, as found (Database::openAsFound). Tries each key of the kind: while a file moves to a new key there are two.
[[nodiscard]] store::StoreResult<std::unique_ptr<store::Database>> openWith(
    const QString& path, const KeptFile& kept, const crypto::FileKeys& keys);

//! A copy of a file and its log, sealed as they are, in a place of its own; the copy is opened, never the file.
struct FileCopy {
    std::unique_ptr<QTemporaryDir> place; //!< goes after the file in it is closed
    std::unique_ptr<store::Database> file;
};
//! `path` is the file's or that of one set aside. DiskFull when there is no room for the copy.
[[nodiscard]] store::StoreResult<FileCopy> copyOf(const QString& path, const KeptFile& kept, const crypto::FileKeys& keys);

} // namespace mottaget::session
