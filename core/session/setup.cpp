// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/setup.h"

#include "core/identity/hsaid.h"
#include "core/net/http.h"
#include "core/store/stores.h"

#include <QDir>
#include <QFile>

namespace mottaget::session {

using namespace Qt::StringLiterals;

Result<void, OpenError> acceptFolder(const QString& dataRoot, const QUrl& region)
{
    if (!region.isEmpty() && !net::isLoopback(region))
        return failed(OpenError {OpenError::Code::RegionNotLoopback, region.host()});
    QDir dir(dataRoot);
    const QString marker = dir.filePath(u"DEMO"_s);
    if (QFile::exists(marker))
        return {};
    if (dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
        return failed(OpenError {OpenError::Code::FolderNotDemo, dataRoot});
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!dir.mkpath(u"."_s) || !QFile::setPermissions(dataRoot, ownerOnly))
        return failed(OpenError {OpenError::Code::CannotOpen, dataRoot});
    QFile file(marker);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed(OpenError {OpenError::Code::CannotOpen, marker});
    return {};
}

bool isDemoRegion(const QUrl& region)
{
    return region.isEmpty() || net::isLoopback(region);
}

custody::Place placeOf(const Setup& setup)
{
    const auto folder = store::Folder::of(setup.dataRoot, setup.personHsaId, setup.commissionHsaId);
    return {folder.root, folder.person};
}

Result<TokenSubject, OpenError> subjectOf(const QByteArray& token)
{
    const QList<QByteArray> parts = token.trimmed().split(':');
    if (parts.size() != 3 || parts[0] != "demo")
        return failed(OpenError {OpenError::Code::BadToken, {}});
    const TokenSubject subject {QString::fromLatin1(parts[1]), QString::fromLatin1(parts[2])};
    if (!identity::parseHsaId(subject.personHsaId) || !identity::parseHsaId(subject.commissionHsaId))
        return failed(OpenError {OpenError::Code::BadToken, {}});
    return subject;
}

} // namespace mottaget::session
