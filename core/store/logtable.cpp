// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logtable.h"

#include "core/store/columns.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>
#include <QtEndian>

#include <algorithm>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

enum class Link { Entry = 0, Stored = 1 };

#define ENTRY_COLUMNS                                                                                                                      \
    "id,activity,level,args,at,purpose,user,user_name,title,commission,unit,unit_name,provider,resource_type,patients,offline"

struct Place {
    qint64 seq = 0;
    QByteArray hash;
};

QByteArray number(qint64 value)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray digest(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

//! Each field with its length before it, so that no two entries give the same bytes.
QByteArray contentOf(const LogEntry& entry)
{
    QByteArray bytes = "mottaget-log-entry 1";
    for (const QString& field : {entry.id, entry.activity, entry.level, entry.args, entry.purpose, entry.user, entry.userName, entry.title,
             entry.commission, entry.unit, entry.unitName, entry.provider, entry.resourceType, entry.patients.join(u'\n')}) {
        const QByteArray utf8 = field.toUtf8();
        bytes += number(utf8.size()) + utf8;
    }
    return digest(bytes + number(entry.at.toMSecsSinceEpoch()) + number(entry.offline ? 1 : 0));
}

QByteArray linkOf(const QByteArray& before, qint64 seq, Link kind, const QByteArray& content)
{
    return digest("mottaget-log-link 1" + before + number(seq) + number(static_cast<int>(kind)) + content);
}

StoreResult<void> bindAndRun(Statement& insert, qint64 seq, const LogEntry& entry)
{
    int at = 0;
    insert.bindValue(at++, seq);
    for (const QString& field : {entry.id, entry.activity, entry.level, entry.args})
        insert.bindValue(at++, text(field));
    insert.bindValue(at++, entry.at.toMSecsSinceEpoch());
    for (const QString& field : {entry.purpose, entry.user, entry.userName, entry.title, entry.commission, entry.unit, entry.unitName,
             entry.provider, entry.resourceType, entry.patients.join(u'\n')})
        insert.bindValue(at++, text(field));
    insert.bindValue(at++, entry.offline ? 1 : 0);
    return run(insert);
}

//! From the row's columns after the first.
LogEntry entryOf(const Statement& row)
{
    int at = 1;
    const auto next = [&] { return row.value(at++); };
    LogEntry entry;
    for (QString* field : {&entry.id, &entry.activity, &entry.level, &entry.args})
        *field = next().toString();
    entry.at = QDateTime::fromMSecsSinceEpoch(next().toLongLong(), Qt::UTC);
    for (QString* field : {&entry.purpose, &entry.user, &entry.userName, &entry.title, &entry.commission, &entry.unit, &entry.unitName,
             &entry.provider, &entry.resourceType})
        *field = next().toString();
    entry.patients = next().toString().split(u'\n', Qt::SkipEmptyParts);
    entry.offline = next().toBool();
    return entry;
}

StoreResult<Place> lastPlace(Database& log)
{
    Statement last = log.prepare("SELECT seq, hash FROM chain ORDER BY seq DESC LIMIT 1");
    if (!last.exec())
        return failed(last.error());
    return last.next() ? Place {last.value(0).toLongLong(), last.value(1).toByteArray()} : Place {};
}

StoreResult<Place> addLink(Database& log, const Place& last, qint64 seq, Link kind, const QByteArray& content, const QString& stored)
{
    const Place added {seq, linkOf(last.hash, seq, kind, content)};
    Statement add = log.prepare("INSERT INTO chain(seq, kind, content, stored, hash) VALUES(?,?,?,?,?)");
    add.bindValue(0, seq);
    add.bindValue(1, static_cast<int>(kind));
    add.bindValue(2, content);
    add.bindValue(3, text(stored));
    add.bindValue(4, added.hash);
    if (auto done = run(add); !done)
        return failed(done.error());
    return added;
}

//! The chain's end; entries of a version that knew no links get theirs first.
StoreResult<Place> chained(Database& log)
{
    auto last = lastPlace(log);
    if (!last || last->seq > 0)
        return last;
    Statement rows = log.prepare("SELECT seq," ENTRY_COLUMNS " FROM entry ORDER BY seq");
    if (!rows.exec())
        return failed(rows.error());
    while (rows.next()) {
        last = addLink(log, *last, rows.value(0).toLongLong(), Link::Entry, contentOf(entryOf(rows)), {});
        if (!last)
            break;
    }
    return last;
}

QString listOf(const QList<qint64>& seqs)
{
    QStringList words;
    for (const qint64 seq : seqs)
        words << QString::number(seq);
    return words.join(u',');
}

//! What the chain says, read before the entries are.
struct Walk {
    QHash<qint64, QByteArray> contents; //!< of the entries' links
    QSet<qint64> stored;
    QList<ChainProblem> problems;
    bool holdsAnchor = false;
};

Walk walk(Database& log, const std::optional<crypto::Anchor>& anchor)
{
    Walk found;
    const auto isAnchored = [&](const QByteArray& hash) {
        return !anchor || crypto::Anchor::over(anchor->kind, anchor->sequence - 1, hash).stamp == anchor->stamp;
    };
    Statement links = log.prepare("SELECT seq, kind, content, stored, hash FROM chain ORDER BY seq");
    Place last;
    found.holdsAnchor = isAnchored(last.hash);
    if (!links.exec()) {
        found.problems << ChainProblem {};
        return found;
    }
    while (links.next()) {
        const qint64 seq = links.value(0).toLongLong();
        const auto kind = static_cast<Link>(links.value(1).toInt());
        const QByteArray content = links.value(2).toByteArray();
        const QString stored = links.value(3).toString();
        const QByteArray hash = links.value(4).toByteArray();
        if (hash != linkOf(last.hash, seq, kind, content) || (kind == Link::Stored && content != digest(stored.toUtf8())))
            found.problems << ChainProblem {ChainProblem::Kind::Broken, seq};
        if (kind == Link::Entry)
            found.contents.insert(seq, content);
        for (const QString& one : stored.split(u',', Qt::SkipEmptyParts)) {
            if (kind == Link::Stored && one.toLongLong() < seq)
                found.stored.insert(one.toLongLong());
        }
        found.holdsAnchor = found.holdsAnchor || isAnchored(hash);
        last = {seq, hash};
    }
    return found;
}

} // namespace

StoreResult<QByteArray> chainEnd(Database& log)
{
    const auto last = chained(log);
    if (!last)
        return failed(last.error());
    return last->hash;
}

StoreResult<void> LogTable::append(const LogEntry& entry)
{
    return m_log.transaction([&]() -> StoreResult<void> {
        const auto last = chained(m_log);
        if (!last)
            return failed(last.error());
        Statement insert = m_log.prepare("INSERT INTO entry(seq," ENTRY_COLUMNS ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        if (auto done = bindAndRun(insert, last->seq + 1, entry); !done)
            return done;
        const auto added = addLink(m_log, *last, last->seq + 1, Link::Entry, contentOf(entry), {});
        return added ? StoreResult<void>() : failed(added.error());
    });
}

StoreResult<QList<UnsentEntry>> LogTable::unsent(int count)
{
    Statement rows = m_log.prepare("SELECT seq," ENTRY_COLUMNS " FROM entry ORDER BY tries, activity<>?, seq LIMIT ?");
    rows.bindValue(0, u"Nödöppning"_s);
    rows.bindValue(1, count);
    if (!rows.exec())
        return failed(rows.error());
    QList<UnsentEntry> found;
    while (rows.next())
        found << UnsentEntry {rows.value(0).toLongLong(), entryOf(rows)};
    return found;
}

StoreResult<void> LogTable::acknowledge(const QList<qint64>& stored)
{
    if (stored.isEmpty())
        return {};
    return m_log.transaction([&]() -> StoreResult<void> {
        const auto last = chained(m_log);
        if (!last)
            return failed(last.error());
        const QString list = listOf(stored);
        const auto added = addLink(m_log, *last, last->seq + 1, Link::Stored, digest(list.toUtf8()), list);
        if (!added)
            return failed(added.error());
        Statement remove = m_log.prepare("DELETE FROM entry WHERE seq=?");
        for (const qint64 seq : stored) {
            remove.bindValue(0, seq);
            if (auto done = run(remove); !done)
                return done;
        }
        return {};
    });
}

StoreResult<void> LogTable::postpone(const QList<qint64>& refused)
{
    if (refused.isEmpty())
        return {};
    return m_log.transaction([&]() -> StoreResult<void> {
        Statement note = m_log.prepare("UPDATE entry SET tries=tries+1 WHERE seq=?");
        for (const qint64 seq : refused) {
            note.bindValue(0, seq);
            if (auto done = run(note); !done)
                return done;
        }
        return {};
    });
}

QList<ChainProblem> LogTable::verify(const std::optional<crypto::Anchor>& anchor)
{
    using Kind = ChainProblem::Kind;
    Walk found = walk(m_log, anchor);
    Statement rows = m_log.prepare("SELECT seq," ENTRY_COLUMNS " FROM entry ORDER BY seq");
    bool isRead = rows.exec();
    while (isRead && rows.next()) {
        const qint64 seq = rows.value(0).toLongLong();
        if (!found.contents.contains(seq))
            found.problems << ChainProblem {Kind::Unlinked, seq};
        else if (found.contents.value(seq) != contentOf(entryOf(rows)))
            found.problems << ChainProblem {Kind::Changed, seq};
        found.contents.remove(seq);
    }
    for (const qint64 seq : found.contents.keys()) {
        if (!isRead || !found.stored.contains(seq))
            found.problems << ChainProblem {Kind::Missing, seq};
    }
    std::ranges::sort(found.problems, {}, &ChainProblem::seq);
    if (!found.holdsAnchor)
        found.problems << ChainProblem {Kind::Cut, static_cast<qint64>(anchor->sequence)};
    return found.problems;
}

} // namespace mottaget::store
