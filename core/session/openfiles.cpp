// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/openfiles.h"

#include "core/session/democustody.h"
#include "core/session/demoledger.h"
#include "core/session/filetrouble.h"

#include <QFile>

namespace mottaget::session {

using namespace Qt::StringLiterals;

store::StoreResult<store::StoreKeys> keysOf(
    const custody::SharedKeys& given, const crypto::Anchors& anchors, const store::Folder& folder, const QUrl& region)
{
    if (given) {
        store::StoreKeys keys = store::StoreKeys::of(*given);
        keys.anchors = anchors;
        return keys;
    }
    const auto made = openDemoKeys({folder.root, folder.person}, region);
    if (!made)
        return failed(store::StoreError {store::StoreError::Code::CannotOpen, made.error().detail});
    store::StoreKeys keys = store::StoreKeys::of(**made);
    keys.anchors = demoAnchors(folder.root);
    return keys;
}

FileStanding standingOf(store::Stores& stores, const QString& demoRoot)
{
    FileStanding standing;
    if (auto anchors = stores.leaveAnchors())
        standing.anchors = *std::move(anchors);
    for (const store::KeyUse& use : stores.takeUses())
        standing.sealed.push_back({use.kind, use.epoch, use.messages});
    if (!demoRoot.isEmpty() && !standing.anchors.empty())
        keepDemoAnchors(demoRoot, standing.anchors);
    return standing;
}

OpenError openErrorOf(const store::StoreError& error)
{
    using enum store::StoreError::Code;
    const auto told = [&error](OpenError::Code code) { return OpenError {code, error.detail}; };
    switch (error.code) {
    case InUse: return told(OpenError::Code::InUse);
    case NewerFile: return told(OpenError::Code::NewerFiles);
    case NetworkDisk: return told(OpenError::Code::NetworkDisk);
    case DiskFull: return told(OpenError::Code::DiskFull);
    case NotWritable: return told(OpenError::Code::NotWritable);
    case OutOfMemory: return told(OpenError::Code::OutOfMemory);
    case MigrationFailed: return told(OpenError::Code::MigrationFailed);
    case IoFailed: return told(OpenError::Code::DiskFailed);
    case NotSealed:
    case SealingBroken:
    case RefusedFile: return told(OpenError::Code::SealingBroken);
    case NotSetAside: return told(OpenError::Code::NotSetAside);
    case CannotOpen:
    case StatementFailed: return told(OpenError::Code::CannotOpen);
    // These are set aside or begun anew; a cache of theirs that the disk does not let go of comes here.
    case Corrupt:
    case WrongKey:
    case OtherFile:
    case PlainFile:
    case UnknownFormat:
    case ForeignLayout:
    case OlderState:
    case Damaged: return {OpenError::Code::NotSetAside, error.detail + u": "_s + codeOf(error.code)};
    }
    Q_UNREACHABLE();
}

QList<FileAside> setAsideBy(const store::Stores& stores)
{
    QList<FileAside> told;
    for (const store::SetAside& one : stores.setAside()) {
        FileAside aside {one.path, one.isCopy ? FileTrouble::DamagedLog : troubleOf(one.why)};
        if (aside.trouble == FileTrouble::OlderState && !QFile::exists(one.path))
            aside.trouble = FileTrouble::Gone;
        told << aside;
    }
    return told;
}

} // namespace mottaget::session
