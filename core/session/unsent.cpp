// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unsent.h"

#include "core/audit/accesslog.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <optional>

namespace mottaget::session {

using namespace Qt::StringLiterals;
using crypto::FileKind;
using Code = RescueError::Code;

namespace {

QStringList newestFirst(QStringList paths)
{
    std::ranges::reverse(paths);
    return paths;
}

using store::codeOf;

QLatin1StringView codeOf(crypto::WrapError error)
{
    switch (error) {
    case crypto::WrapError::WrongSecret: return "notForThisKey"_L1;
    case crypto::WrapError::Damaged: return "damaged"_L1;
    case crypto::WrapError::UnknownVersion: return "newerVersion"_L1;
    case crypto::WrapError::Unavailable: return "unavailable"_L1;
    }
    Q_UNREACHABLE();
}

Code codeOf(crypto::RecoveryKeyError error)
{
    switch (error) {
    case crypto::RecoveryKeyError::NotAKey: return Code::NotAKey;
    case crypto::RecoveryKeyError::OtherAlgorithm: return Code::OtherAlgorithm;
    case crypto::RecoveryKeyError::NeedsPassphrase: return Code::NeedsPassphrase;
    case crypto::RecoveryKeyError::WrongPassphrase: return Code::WrongPassphrase;
    }
    Q_UNREACHABLE();
}

//! Damage behind the first page: what the file gives may not be all.
bool isWhole(store::Database& file)
{
    const auto report = file.verifyPages();
    return report && report->isSound() && file.logState() != store::LogState::Damaged;
}

struct Readable {
    FileCopy copy;
    bool isWhole = true;
};

//! A copy that can be read, or a line in `unopened` that says why not. One that is read and is not whole is named there as well.
std::optional<Readable> copyFor(const QString& path, const KeptFile& kept, const crypto::FileKeys& keys, QStringList& unopened)
{
    const bool isOwn = path == kept.path;
    if (isOwn && !QFile::exists(path) && !QFile::exists(path + u"-wal"_s))
        return {};
    const QString name = isOwn ? QString::fromLatin1(crypto::codeOf(kept.kind)) : QFileInfo(path).fileName();
    auto copy = copyOf(path, kept, keys);
    std::optional<store::StoreError> why;
    if (!copy)
        why = copy.error();
    else if (!isWhole(*copy->file))
        why = store::StoreError {store::StoreError::Code::Damaged, {}};
    if (copy) {
        if (auto migrated = copy->file->migrate(kept.history); !migrated) {
            why = migrated.error();
            copy = failed(migrated.error());
        }
    }
    if (why)
        unopened << name + u": "_s + codeOf(why->code);
    if (!copy)
        return {};
    return Readable {std::move(*copy), !why};
}

//! From the file, then from those set aside of it: of an action that is in several the newest counts, which is the file's. One that the
//! file knows to be acknowledged has reached the region.
void readActions(UnsentWork& work, const store::Folder& folder, const crypto::FileKeys& keys)
{
    const KeptFile kept = keptFile(folder, FileKind::Outbox);
    QSet<QString> known;
    std::optional<Readable> own;
    for (const QString& path : QStringList {kept.path} + newestFirst(filesAside(kept))) {
        auto opened = copyFor(path, kept, keys, work.unopened);
        if (!opened)
            continue;
        const bool isOwn = path == kept.path;
        store::CommandTable commands(*opened->copy.file);
        for (const store::StoredCommand& stored : opened->isWhole ? commands.queue() : commands.salvage()) {
            const care::CommandId& id = stored.command.id;
            if (known.contains(id.text()) || (!isOwn && own && store::CommandTable(*own->copy.file).find(id)))
                continue;
            known << id.text();
            work.actions << UnsentAction {stored.command, stored.state, stored.attempts, stored.reason, stored.serverText,
                isOwn ? QString() : QFileInfo(path).fileName()};
        }
        if (isOwn)
            own = std::move(opened);
    }
    std::ranges::stable_sort(work.actions, {}, [](const UnsentAction& action) { return action.command.actedAt; });
}

void readDrafts(UnsentWork& work, const store::Folder& folder, const crypto::FileKeys& keys)
{
    const KeptFile kept = keptFile(folder, FileKind::Journal);
    for (const QString& path : QStringList {kept.path} + newestFirst(filesAside(kept))) {
        const auto opened = copyFor(path, kept, keys, work.unopened);
        if (!opened)
            continue;
        store::DraftTable drafts(*opened->copy.file);
        const QString source = path == kept.path ? QString() : QFileInfo(path).fileName();
        for (const auto& [id, draft] : opened->isWhole ? drafts.all() : drafts.salvage()) {
            const UnsentDraft found {id, draft.verb, draft.text, draft.savedAt, source};
            const bool isKnown = std::ranges::any_of(work.drafts,
                [&](const UnsentDraft& other) { return other.caseId == id && other.verb == draft.verb && other.text == draft.text; });
            if (!isKnown)
                work.drafts << found;
        }
    }
    std::ranges::stable_sort(work.drafts, {}, &UnsentDraft::savedAt);
}

UnsentWork readUnsent(const store::Folder& folder, const crypto::FileKeys& keys)
{
    UnsentWork work;
    work.folder = QDir(folder.person).dirName();
    readActions(work, folder, keys);
    readDrafts(work, folder, keys);
    return work;
}

//! Both persons into the device's own log, in place.
bool logRecovery(const QString& root, const crypto::FileKeys& keys, const Recovery& recovery, const QDateTime& now)
{
    const KeptFile kept = keptFile({root, root}, FileKind::Log);
    const auto log = openWith(kept.path, kept, keys);
    if (!log || !(*log)->migrate(kept.history))
        return false;
    audit::AccessLog access(**log);
    const audit::Entry entry {audit::Activity::EmergencyAccess, u"recover"_s, u"Ej skickade åtgärder"_s, {}, true};
    return std::ranges::all_of(QStringList {recovery.firstHsaId, recovery.secondHsaId}, [&](const QString& person) {
        care::Actor actor;
        actor.self.hsaId = person;
        actor.purpose = u"Återställning"_s;
        return access.append(entry, actor, now).has_value();
    });
}

} // namespace

Result<UnsentWork, RescueError> exportUnsent(
    const QString& dataRoot, const QString& personHsaId, const QString& commissionHsaId, const custody::SharedKeys& keys)
{
    const auto closed = closedFolder(dataRoot, personHsaId, commissionHsaId, keys);
    if (!closed)
        return failed(closed.error());
    return readUnsent(closed->folder, *closed->keys);
}

Result<QList<UnsentWork>, RescueError> recoverUnsent(const Recovery& recovery, const QDateTime& now)
{
    const auto key = crypto::RecoveryPrivateKey::fromPem(recovery.privateKey, recovery.passphrase);
    if (!key)
        return failed(RescueError {codeOf(key.error()), {}});
    const auto lock = ownFolder(recovery.dataRoot);
    if (!lock)
        return failed(lock.error());
    QList<UnsentWork> all;
    int opened = 0;
    for (const QString& name : QDir(recovery.dataRoot).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const custody::Place place {recovery.dataRoot, recovery.dataRoot + u'/' + name};
        const custody::RecordOr record = place.personRecord().read();
        if (!record && record.error().code == crypto::RecordError::Code::Missing)
            continue;
        const auto keys = record ? crypto::recoverKeys(*record, *key) : failed(crypto::WrapError::Damaged);
        if (keys)
            ++opened;
        all << (keys ? readUnsent({place.root, place.person}, *keys)
                     : UnsentWork {name, {}, {}, {u"person.keys: "_s + codeOf(keys.error())}});
    }
    if (all.isEmpty())
        return failed(RescueError {Code::NoFolder, recovery.dataRoot});
    if (opened == 0)
        return failed(RescueError {Code::NotForThisKey, all.first().unopened.first()});
    const custody::RecordOr device = custody::Place {recovery.dataRoot, {}}.deviceRecord().read();
    const auto logKeys = device ? crypto::recoverKeys(*device, *key) : failed(crypto::WrapError::Damaged);
    if (!logKeys || !logRecovery(recovery.dataRoot, *logKeys, recovery, now))
        return failed(RescueError {Code::LogNotWritten, {}});
    return all;
}

} // namespace mottaget::session
