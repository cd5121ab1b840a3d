// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/disk.h"

#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace mottaget::store {

bool isNetworkFileSystem(QByteArrayView type)
{
    // By the names Linux gives them in /proc/mounts. What is mounted by FUSE carries its own name after a dot.
    static constexpr std::array names {"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "ncpfs", "afs", "coda", "ceph", "glusterfs",
        "lustre", "9p", "davfs", "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.ceph", "fuse.cifs", "fuse.smbnetfs",
        "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.curlftpfs"};
    return std::ranges::any_of(names, [type](const char* name) { return type == QByteArrayView(name); });
}

QByteArray fileSystemOf(const QString& path)
{
    return QStorageInfo(path).fileSystemType();
}

qint64 bytesFree(const QString& path)
{
    // Not QStorageInfo, which reads the list of mounts each time: this is asked for every page that comes in.
    std::error_code error;
    const auto space = std::filesystem::space(QFile::encodeName(path).toStdString(), error);
    return error ? -1 : static_cast<qint64>(space.available);
}

} // namespace mottaget::store
