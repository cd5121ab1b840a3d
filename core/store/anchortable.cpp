// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/anchortable.h"

#include "core/store/logtable.h"

namespace mottaget::store {

namespace {

// The one that is kept elsewhere may be an earlier one when the keychain did not take the last. A month of such days.
constexpr const char* forgetOld = "DELETE FROM anchor WHERE seq <= (SELECT max(seq) FROM anchor) - 10000";

} // namespace

bool holdsAnchor(Database& database, const crypto::Anchor& anchor)
{
    if (database.pragma("table_info(anchor)").isEmpty())
        return false; // of a time before there were anchors
    Statement found = database.prepare("SELECT stamp FROM anchor WHERE seq=?");
    found.bindValue(0, anchor.sequence);
    return found.exec() && found.next() && found.value(0).toByteArray() == anchor.stamp;
}

StoreResult<void> adoptAnchor(Database& database, const crypto::Anchor& anchor)
{
    Statement add = database.prepare("INSERT OR REPLACE INTO anchor(seq, stamp) VALUES(?, ?)");
    add.bindValue(0, anchor.sequence);
    add.bindValue(1, anchor.stamp);
    return run(add);
}

StoreResult<crypto::Anchor> leaveAnchor(Database& database, FileKind kind)
{
    crypto::Anchor anchor;
    const auto left = database.transaction([&]() -> StoreResult<void> {
        Statement newest = database.prepare("SELECT coalesce(max(seq), 0) FROM anchor");
        if (!newest.exec() || !newest.next())
            return failed(newest.error());
        const quint64 before = newest.value(0).toULongLong();
        newest.finish();
        anchor = crypto::Anchor::after(kind, before);
        if (kind == FileKind::Log) {
            const auto last = chainEnd(database);
            if (!last)
                return failed(last.error());
            anchor = crypto::Anchor::over(kind, before, *last);
        }
        Statement add = database.prepare("INSERT INTO anchor(seq, stamp) VALUES(?, ?)");
        add.bindValue(0, anchor.sequence);
        add.bindValue(1, anchor.stamp);
        if (auto added = run(add); !added)
            return added;
        return database.execute(forgetOld);
    });
    if (!left)
        return failed(left.error());
    return anchor;
}

} // namespace mottaget::store
