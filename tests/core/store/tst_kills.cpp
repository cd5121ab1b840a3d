// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/sealedfixture.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int killsInGate = 1000;
constexpr int rotationsInGate = 200;

// The writer: commits as fast as it can and tells the number of each commit down the pipe, until it is killed.
[[noreturn]] void writeUntilKilled(const QString& path, const SealedKey& key, int pipe, int number)
{
    auto database = Database::open(path, Durability::Irreplaceable, entries, 64, Sealing::withKey(key));
    if (!database)
        _exit(1);
    (void)(*database)->execute("PRAGMA wal_autocheckpoint=30");
    for (;; ++number) {
        const auto done = (*database)->transaction([&]() -> StoreResult<void> {
            (void)(*database)->execute("SAVEPOINT one");
            (void)(*database)->execute("UPDATE entry SET body = hex(randomblob(200)) WHERE id % 5 = 1");
            (void)(*database)->execute(number % 3 == 0 ? "ROLLBACK TO one" : "RELEASE one");
            (void)(*database)->execute(qPrintable(u"INSERT INTO word(rowid, text) VALUES(%1, 'ord')"_s.arg(number)));
            (void)(*database)->execute(qPrintable(u"DELETE FROM entry WHERE id < %1 - 60"_s.arg(number)));
            return (*database)->execute(qPrintable(u"INSERT INTO entry VALUES(%1, hex(randomblob(150)))"_s.arg(number)));
        });
        if (!done || ::write(pipe, &number, sizeof number) != sizeof number)
            _exit(2);
    }
}

// Rotates back and forth until it is killed; the pipe tells that it has begun.
[[noreturn]] void rotateUntilKilled(const QString& path, const SealedKey& one, const SealedKey& other, int pipe)
{
    const int begun = 1;
    if (::write(pipe, &begun, sizeof begun) != sizeof begun)
        _exit(2);
    for (;;) {
        if (!Database::rotate(path, one, other) || !Database::rotate(path, other, one))
            _exit(1);
    }
}

struct Killed {
    bool byUs = false;  //!< and not ended by itself
    QList<int> told;    //!< what came down the pipe before
};

// Runs `child` in a process of its own, waits for its first word if asked to, and kills it after `microseconds`.
template <typename Child>
Killed runAndKill(const Child& child, bool awaitFirst, unsigned microseconds)
{
    Killed killed;
    int pipe[2] = {};
    const pid_t process = ::pipe(pipe) == 0 ? fork() : -1;
    if (process < 0)
        return killed;
    if (process == 0)
        child(pipe[1]);
    ::close(pipe[1]);
    int number = 0;
    if (awaitFirst && ::read(pipe[0], &number, sizeof number) == sizeof number)
        killed.told << number;
    usleep(microseconds);
    int status = 0;
    killed.byUs = ::kill(process, SIGKILL) == 0 && waitpid(process, &status, 0) == process && WIFSIGNALED(status);
    while (::read(pipe[0], &number, sizeof number) == sizeof number)
        killed.told << number;
    ::close(pipe[0]);
    return killed;
}

int lastOf(Database& database, const char* sql)
{
    Statement statement = database.prepare(sql);
    return statement.exec() && statement.next() ? statement.value(0).toInt() : -1;
}

} // namespace

// kill -9 of a writing process at any time: every commit it told of is there.
class TestKills final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noAcknowledgedCommitIsLost()
    {
        const QTemporaryDir dir(scratchFolder());
        const QString path = dir.filePath(u"outbox.db"_s);
        const SealedKey key = SealedKey::fresh(FileKind::Outbox);
        QRandomGenerator random(seed());
        int next = 1;
        int commits = 0;
        for (int kill = 0; kill < trials(killsInGate); ++kill) {
            const Killed killed =
                runAndKill([&](int pipe) { writeUntilKilled(path, key, pipe, next); }, false, 1000U + random.bounded(9000U));
            QVERIFY(killed.byUs);
            const int told = killed.told.isEmpty() ? next - 1 : killed.told.last();
            commits += static_cast<int>(killed.told.size());
            auto database = Database::open(path, Durability::Irreplaceable, entries, 64, Sealing::withKey(key));
            QVERIFY2(database.has_value(), database ? "" : qPrintable(database.error().detail));
            const int found = lastOf(**database, "SELECT coalesce(max(id), 0) FROM entry");
            QVERIFY2(found == told || found == told + 1, qPrintable(u"kill %1: told %2, found %3"_s.arg(kill).arg(told).arg(found)));
            QCOMPARE(lastOf(**database, "SELECT coalesce(max(rowid), 0) FROM word"), found);
            if (kill % 10 == 0)
                QCOMPARE((*database)->integrityProblems(), QStringList());
            next = found + 1;
        }
        QVERIFY(commits > trials(killsInGate)); // the writers did write
    }

    void aRotationKilledLeavesAFileThatOneOfTheKeysOpens()
    {
        const QTemporaryDir dir(scratchFolder());
        const QString path = dir.filePath(u"outbox.db"_s);
        const SealedKey one = SealedKey::fresh(FileKind::Outbox);
        const SealedKey other = SealedKey::fresh(FileKind::Outbox, 2);
        const std::array keys {&one, &other};
        QByteArray content;
        {
            auto database = Database::open(path, Durability::Irreplaceable, entries, 64, Sealing::withKey(one));
            QVERIFY((*database)->execute("INSERT INTO entry VALUES(1, hex(randomblob(9000)))").has_value());
            content = digestOf(**database);
        }
        QRandomGenerator random(seed());
        QSet<const SealedKey*> met;
        for (int kill = 0; kill < trials(rotationsInGate); ++kill) {
            const auto now = keyThatOpens(path, keys);
            QVERIFY(now.has_value());
            const SealedKey& next = *now == &one ? other : one;
            const Killed killed = runAndKill([&](int pipe) { rotateUntilKilled(path, **now, next, pipe); }, true, random.bounded(8000U));
            QVERIFY(killed.byUs);
            const auto left = keyThatOpens(path, keys);
            QVERIFY2(left.has_value(), left ? "" : qPrintable(left.error().detail));
            met.insert(*left);
            auto database = Database::open(path, Durability::Irreplaceable, entries, 64, Sealing::withKey(**left));
            QVERIFY2(database.has_value(), database ? "" : qPrintable(database.error().detail));
            QCOMPARE(digestOf(**database), content);
            QVERIFY((*database)->verifyPages().value().isSound());
        }
        QCOMPARE(met.size(), 2); // kills before and after the swap
    }
};

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
