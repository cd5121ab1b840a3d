// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/smalldisk.h"

#include "core/store/disk.h"

#include <QByteArray>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace mottaget::store::testing {

namespace {

bool writeTo(const char* path, const QByteArray& text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

bool takeOwnMounts()
{
    const QByteArray user = QByteArray::number(geteuid());
    const QByteArray group = QByteArray::number(getegid());
    if (geteuid() == 0) {
        if (unshare(CLONE_NEWNS) != 0)
            return false;
    } else if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0 || !writeTo("/proc/self/setgroups", "deny")
        || !writeTo("/proc/self/uid_map", "0 " + user + " 1") || !writeTo("/proc/self/gid_map", "0 " + group + " 1")) {
        return false;
    }
    return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

ReadOnlyPlace::ReadOnlyPlace(const QString& path) : m_path(QFile::encodeName(path))
{
    // Over itself; the permission bits would not hold root back.
    const char* place = m_path.constData();
    m_holds = mount(place, place, nullptr, MS_BIND, nullptr) == 0
        && mount(nullptr, place, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NODEV | MS_NOSUID, nullptr) == 0;
}

ReadOnlyPlace::~ReadOnlyPlace()
{
    umount2(m_path.constData(), MNT_DETACH);
}

SmallDisk::SmallDisk(qint64 bytes)
{
    const QByteArray options = "mode=0700,size=" + QByteArray::number(bytes);
    m_mounted = mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", MS_NODEV | MS_NOSUID, options.constData()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_mounted)
        umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
}

bool SmallDisk::leaveFree(qint64 bytes)
{
    tidy();
    const qint64 taken = bytesFree(path()) - bytes;
    QFile file(filler());
    return taken <= 0 || (file.open(QIODevice::WriteOnly) && posix_fallocate(file.handle(), 0, taken) == 0);
}

bool SmallDisk::makeReadOnly(bool isReadOnly)
{
    return mount(nullptr, QFile::encodeName(path()).constData(), nullptr, isReadOnly ? MS_REMOUNT | MS_RDONLY : MS_REMOUNT, nullptr) == 0;
}

} // namespace mottaget::store::testing
