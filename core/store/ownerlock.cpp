// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ownerlock.h"

#include <QFile>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mottaget::store {

using namespace Qt::StringLiterals;
using Code = StoreError::Code;

namespace {

Code codeOfSystem(int error)
{
    switch (error) {
    case EWOULDBLOCK: return Code::InUse;
    case EACCES:
    case EPERM:
    case EROFS: return Code::NotWritable;
    case ENOSPC:
    case EDQUOT: return Code::DiskFull;
    default: return Code::IoFailed;
    }
}

//! False when a former owner has taken the file away since it was opened: a lock on it would keep nobody out.
bool standsAt(const QByteArray& path, int file)
{
    struct stat held {};
    struct stat there {};
    return fstat(file, &held) == 0 && stat(path.constData(), &there) == 0 && held.st_ino == there.st_ino && held.st_dev == there.st_dev;
}

} // namespace

OwnerLock::OwnerLock(QByteArray path, int file) : m_path(std::move(path)), m_file(file) {}

OwnerLock::~OwnerLock()
{
    unlink(m_path.constData()); // while it is held: nobody else's goes
    close(m_file);
}

StoreResult<std::unique_ptr<OwnerLock>> OwnerLock::take(const QString& root)
{
    const QByteArray path = QFile::encodeName(root + u"/owner.lock"_s);
    while (true) {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system's own
        const int file = open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (file < 0)
            return failed(StoreError {codeOfSystem(errno), root});
        if (flock(file, LOCK_EX | LOCK_NB) != 0) {
            const Code code = codeOfSystem(errno);
            close(file);
            return failed(StoreError {code, root});
        }
        if (standsAt(path, file))
            return std::unique_ptr<OwnerLock>(new OwnerLock(path, file));
        close(file);
    }
}

} // namespace mottaget::store
