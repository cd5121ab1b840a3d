// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ballast.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>

namespace mottaget::store {

Ballast::Ballast(QString path, qint64 bytes) : m_path(std::move(path)), m_bytes(bytes) {}

bool Ballast::hold()
{
    if (isHeld())
        return true;
    QFile file(m_path);
    // Blocks, not a hole: a file that is only long takes no room that could be given back.
    const bool taken = file.open(QIODevice::ReadWrite, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && posix_fallocate(file.handle(), 0, m_bytes) == 0;
    if (!taken)
        file.remove();
    return taken;
}

bool Ballast::letGo()
{
    return QFile::exists(m_path) && QFile::remove(m_path);
}

bool Ballast::isHeld() const
{
    return QFileInfo(m_path).size() >= m_bytes;
}

} // namespace mottaget::store
