// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custodyrecords.h"
#include "core/store/database.h"
#include "core/store/filekeys.h"
#include "core/store/ownerlock.h"

#include <QFile>

#include <algorithm>

namespace mottaget::session::custody {

using namespace Qt::StringLiterals;
using namespace crypto;

namespace {

QString pathOf(const Place& place, FileKind kind)
{
    switch (kind) {
    case FileKind::Cache: return place.person + u"/cache.db"_s;
    case FileKind::Journal: return place.person + u"/journal.db"_s;
    case FileKind::Outbox: return place.person + u"/outbox.db"_s;
    case FileKind::Log: return place.root + u"/log.db"_s;
    }
    Q_UNREACHABLE();
}

std::vector<const FileKey*> keysOf(const Opened& opened, FileKind kind)
{
    std::vector<const FileKey*> found;
    for (const FileKey& key : *opened.keys) {
        if (key.kind == kind)
            found.push_back(&key);
    }
    std::ranges::sort(found, {}, &FileKey::epoch);
    return found;
}

bool hasSealedAll(const Opened& opened, FileKind kind)
{
    const auto& record = kind == FileKind::Log ? opened.records.device : opened.records.person;
    return record
        && std::ranges::any_of(record->keys, [kind](const WrappedKey& key) { return key.kind == kind && key.sealed >= sealedLimit; });
}

//! True when the file is under `to`, or is not there.
bool move(const Place& place, const FileKey& from, const FileKey& to)
{
    const QString path = pathOf(place, from.kind);
    if (!isIrreplaceable(from.kind)) {
        // Forgetting its key is what erases it; the region has it all.
        for (const QString& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + suffix);
        return !QFile::exists(path);
    }
    return !QFile::exists(path) || store::Database::rotate(path, store::sealedKeyOf(from), store::sealedKeyOf(to)).has_value();
}

} // namespace

Result<Opened, Failure> rotateFiles(const Place& place, const Opened& opened, const Terms& terms, bool everyFile)
{
    Opened now = opened;
    const auto owner = store::OwnerLock::take(place.root);
    if (!owner)
        return everyFile ? Result<Opened, Failure>(failed(Failure::NotWritten)) : now;
    for (const FileKind kind : {FileKind::Outbox, FileKind::Journal, FileKind::Log, FileKind::Cache}) {
        const bool isHalfway = keysOf(now, kind).size() > 1;
        if (!isHalfway && !everyFile && !hasSealedAll(now, kind))
            continue;
        if (!isHalfway) {
            auto added = addNextKey(place, now, kind, terms);
            if (!added)
                return failed(added.error());
            now = *std::move(added);
        }
        const auto keys = keysOf(now, kind);
        const quint32 former = keys.front()->epoch;
        if (!move(place, *keys.front(), *keys.back()))
            return failed(Failure::NotWritten); // both keys stay on record
        auto dropped = dropKey(place, now, kind, former);
        if (!dropped)
            return failed(dropped.error());
        now = *std::move(dropped);
    }
    return now;
}

} // namespace mottaget::session::custody
