// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

//! What the files ask of the disk they lie on.
namespace mottaget::store {

//! Whether a file system of this type (as the system names it: ext4, nfs4, cifs) lives on another machine. SQLite's log needs locks and shared
//! memory that such disks do not keep (sqlite.org/wal.html, "All processes using a database must be on the same host").
[[nodiscard]] bool isNetworkFileSystem(QByteArrayView type);

//! The type of the file system that `path` lies on; empty when the system does not say.
[[nodiscard]] QByteArray fileSystemOf(const QString& path);

//! Bytes that this user may still write where `path` lies; -1 when the system does not say.
[[nodiscard]] qint64 bytesFree(const QString& path);

} // namespace mottaget::store
