// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/openfiles.h"

#include "core/session/democustody.h"
#include "core/session/demoledger.h"

#include <QFile>

namespace mottaget::session {

using namespace Qt::StringLiterals;

namespace {

void addProblems(QStringList& problems, store::Database& file)
{
    const auto note = [&](const QString& what) { problems << file.path() + u": "_s + what; };
    const auto report = file.verifyPages();
    if (!report) {
        note(u"can't be read"_s);
        return;
    }
    for (const qint64 page : report->badPages)
        note(u"page %1 does not authenticate"_s.arg(page));
    for (const qint64 frame : report->badFrames)
        note(u"log frame %1 does not authenticate"_s.arg(frame));
    if (report->strayBytes > 0)
        note(u"%1 bytes after the last whole page"_s.arg(report->strayBytes));
    if (file.logState() == store::LogState::Damaged)
        note(u"the log was damaged when the file was opened"_s);
    for (const QString& problem : file.integrityProblems())
        note(problem);
}

QString whySetAside(const store::SetAside& one)
{
    if (one.why.code != store::StoreError::Code::OlderState)
        return u"was set aside, because it did not open"_s;
    return QFile::exists(one.path) ? u"was set aside: an older state than the keychain knows of, put back from a copy (olderState)"_s
                                   : u"the file was gone, though the keychain knows of it; an empty one was begun (olderState)"_s;
}

} // namespace

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
    switch (error.code) {
    case store::StoreError::Code::InUse: return {OpenError::Code::InUse, error.detail};
    case store::StoreError::Code::NewerFile: return {OpenError::Code::NewerFiles, error.detail};
    case store::StoreError::Code::NetworkDisk: return {OpenError::Code::NetworkDisk, error.detail};
    case store::StoreError::Code::DiskFull: return {OpenError::Code::DiskFull, error.detail};
    case store::StoreError::Code::NotWritable: return {OpenError::Code::NotWritable, error.detail};
    case store::StoreError::Code::CannotOpen:
    case store::StoreError::Code::MigrationFailed:
    case store::StoreError::Code::Corrupt:
    case store::StoreError::Code::OutOfMemory:
    case store::StoreError::Code::StatementFailed:
    case store::StoreError::Code::IoFailed:
    case store::StoreError::Code::NotSealed:
    case store::StoreError::Code::SealingBroken:
    case store::StoreError::Code::WrongKey:
    case store::StoreError::Code::OtherFile:
    case store::StoreError::Code::PlainFile:
    case store::StoreError::Code::UnknownFormat:
    case store::StoreError::Code::ForeignLayout:
    case store::StoreError::Code::RefusedFile:
    case store::StoreError::Code::OlderState:
    case store::StoreError::Code::Damaged: return {OpenError::Code::CannotOpen, error.detail};
    }
    Q_UNREACHABLE();
}

QStringList setAsideBy(const store::Stores& stores)
{
    QStringList paths;
    for (const store::SetAside& one : stores.setAside())
        paths << one.path;
    return paths;
}

work::WorkResult<QStringList> work::checkFiles(store::Stores& stores, const Context&)
{
    QStringList problems;
    for (store::Database* file : {&stores.cache(), &stores.journal(), &stores.outbox(), &stores.log()})
        addProblems(problems, *file);
    for (const store::SetAside& one : stores.setAside())
        problems << one.path + u": "_s + whySetAside(one);
    return problems;
}

} // namespace mottaget::session
