// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stores.h"
#include "tests/core/session/sealedfolder.h"
#include "tests/core/store/sealedfixture.h"

#include <QLockFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using crypto::FileKind;

namespace {

struct Standing {
    QList<QString> commands;
    QList<QString> drafts;
    friend bool operator==(const Standing&, const Standing&) = default;
};

quint32 epochOf(const custody::Opened& opened, FileKind kind)
{
    return crypto::newestOf(*opened.keys, kind)->epoch;
}

qsizetype keysOf(const custody::Opened& opened, FileKind kind)
{
    return std::ranges::count(*opened.keys, kind, &crypto::FileKey::kind);
}

} // namespace

class KeyRotationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsMovedThatIsNotDue()
    {
        SealedFolder folder;
        QVERIFY(folder.work());
        const auto before = crypto::shown(*folder.opened.keys);
        const auto after = custody::rotateFiles(folder.place, folder.opened, terms(), false);
        QVERIFY(after.has_value());
        QCOMPARE(crypto::shown(*after->keys), before);
    }

    void aKeyThatHasSealedAllItMayIsLeft_data()
    {
        QTest::addColumn<FileKind>("kind");
        for (const FileKind kind : {FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log})
            QTest::newRow(crypto::codeOf(kind).toByteArray().constData()) << kind;
    }
    void aKeyThatHasSealedAllItMayIsLeft()
    {
        QFETCH(FileKind, kind);
        SealedFolder folder;
        QVERIFY(folder.work());
        const Standing before = standing(folder, folder.opened);
        QVERIFY(custody::addSealed(folder.place, {{kind, 1, crypto::sealedLimit}}));
        folder.opened.records = custody::readRecords(folder.place);
        const auto after = custody::rotateFiles(folder.place, folder.opened, terms(), false);
        QVERIFY(after.has_value());
        for (const FileKind one : {FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log}) {
            QCOMPARE(epochOf(*after, one), one == kind ? 2U : 1U);
            QCOMPARE(keysOf(*after, one), 1);
        }
        QCOMPARE(standing(folder, *after), before);
    }

    //! Killed between any two steps of moving a file, the next start goes on from there.
    void cutShortAtAnyStep_data()
    {
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<int>("steps");
        for (const FileKind kind : {FileKind::Journal, FileKind::Outbox}) {
            for (int steps = 1; steps <= 3; ++steps)
                QTest::addRow("%s, %d steps done", crypto::codeOf(kind).toByteArray().constData(), steps) << kind << steps;
        }
    }
    void cutShortAtAnyStep()
    {
        QFETCH(FileKind, kind);
        QFETCH(int, steps);
        SealedFolder folder;
        QVERIFY(folder.work());
        const Standing before = standing(folder, folder.opened);
        auto opened = custody::addNextKey(folder.place, folder.opened, kind, terms());
        QVERIFY(opened.has_value());
        const auto& keys = *opened->keys;
        const auto oldKey = std::ranges::find_if(keys, [kind](const auto& key) { return key.kind == kind && key.epoch == 1; });
        const QString path = folder.place.person + u'/' + QString::fromLatin1(crypto::codeOf(kind)) + u".db"_s;
        if (steps >= 2)
            QVERIFY(
                store::Database::rotate(path, store::sealedKeyOf(*oldKey), store::sealedKeyOf(*crypto::newestOf(keys, kind))).has_value());
        if (steps >= 3)
            opened = custody::dropKey(folder.place, *opened, kind, 1);
        QVERIFY(opened.has_value());
        QCOMPARE(standing(folder, *opened), before); // also now, with both keys at hand

        const auto after = custody::rotateFiles(folder.place, *opened, terms(), false);
        QVERIFY(after.has_value());
        QCOMPARE(epochOf(*after, kind), 2U);
        QCOMPARE(keysOf(*after, kind), 1);
        QCOMPARE(standing(folder, *after), before);
    }

    void allAtOnceWhenAskedFor()
    {
        SealedFolder folder;
        QVERIFY(folder.work());
        const Standing before = standing(folder, folder.opened);
        const auto after = custody::rotateFiles(folder.place, folder.opened, terms(), true);
        QVERIFY(after.has_value());
        for (const FileKind one : {FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log})
            QCOMPARE(epochOf(*after, one), 2U);
        QCOMPARE(standing(folder, *after), before);
        QVERIFY(custody::readRecords(folder.place).person->keys != folder.opened.records.person->keys);
        // The former keys are gone from the records: what was copied before can't be opened by them any more, and what stands is not old.
        QVERIFY(store::Stores::open(folderOf(folder), store::StoreKeys::of(*after->keys)).has_value());
    }

    //! A process that moves every file, again and again, is killed at any moment: records and files together open as they are, nothing is
    //! set aside, and the next call goes on.
    void killedAtAnyMoment()
    {
        SealedFolder folder;
        QVERIFY(folder.work());
        const Standing before = standing(folder, folder.opened);
        QCOMPARE(before.commands.size(), 2);
        QRandomGenerator random(store::testing::seed());
        QSet<int> waiting; // files that had two keys when the process ended
        for (int kill = 0; kill < store::testing::trials(40); ++kill) {
            const auto opened = custody::unlock(folder.place, SealedFolder::secrets(), terms(), workday);
            QVERIFY2(opened.has_value(), QByteArray::number(kill).constData());
            int pipe[2] = {};
            QVERIFY(::pipe(pipe) == 0);
            const pid_t child = fork();
            QVERIFY(child >= 0);
            if (child == 0)
                rotateUntilKilled(folder, *opened, pipe[1]);
            char begun = 0;
            QCOMPARE(::read(pipe[0], &begun, 1), ssize_t {1});
            ::usleep(random.bounded(60'000U));
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status)); // it did not give up by itself
            ::close(pipe[0]);
            ::close(pipe[1]);
            const auto left = custody::unlock(folder.place, SealedFolder::secrets(), terms(), workday);
            QVERIFY2(left.has_value(), QByteArray::number(kill).constData());
            for (const FileKind kind : {FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log}) {
                if (keysOf(*left, kind) == 2)
                    waiting << static_cast<int>(kind);
            }
            QCOMPARE(standing(folder, *left), before);
        }
        QVERIFY(waiting.size() >= 3); // it was met in the middle of this and that
        const auto opened = custody::unlock(folder.place, SealedFolder::secrets(), terms(), workday);
        const auto after = custody::rotateFiles(folder.place, *opened, terms(), true);
        QVERIFY(after.has_value());
        for (const FileKind one : {FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log})
            QCOMPARE(keysOf(*after, one), 1);
        QCOMPARE(standing(folder, *after), before);
    }

    void nothingIsMovedUnderSomebodyElse()
    {
        SealedFolder folder;
        QVERIFY(folder.work());
        QLockFile owner(folder.place.root + u"/owner.lock"_s);
        QVERIFY(owner.tryLock(0));
        const auto refused = custody::rotateFiles(folder.place, folder.opened, terms(), true);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error(), custody::Failure::NotWritten);
        QCOMPARE(
            crypto::shown(*custody::rotateFiles(folder.place, folder.opened, terms(), false)->keys), crypto::shown(*folder.opened.keys));
    }

    void aFileThatCanNotBeMovedKeepsBothKeys()
    {
        SealedFolder folder;
        QVERIFY(folder.work());
        QFile outbox(folder.place.person + u"/outbox.db"_s);
        QVERIFY(outbox.open(QIODevice::ReadWrite) && outbox.seek(5000) && outbox.write("?????") == 5);
        outbox.close();
        QCOMPARE(custody::rotateFiles(folder.place, folder.opened, terms(), true).error(), custody::Failure::NotWritten);
        const auto records = custody::readRecords(folder.place);
        QCOMPARE(std::ranges::count(records.person->keys, FileKind::Outbox, &crypto::WrappedKey::kind), 2);
        QVERIFY(outbox.exists());
    }

private:
    [[noreturn]] static void rotateUntilKilled(const SealedFolder& folder, const custody::Opened& opened, int pipe)
    {
        if (::write(pipe, "b", 1) != 1)
            _exit(1);
        auto now = custody::rotateFiles(folder.place, opened, terms(), true);
        while (now)
            now = custody::rotateFiles(folder.place, *now, terms(), true);
        _exit(2);
    }

    static custody::Terms terms()
    {
        custody::Terms terms;
        terms.calibrate = [] { return crypto::kdfFloor; };
        terms.recovery = crypto::publicKey("recovery.pub.pem");
        return terms;
    }
    static store::Folder folderOf(const SealedFolder& folder) { return {folder.place.root, folder.place.person, 0, 0}; }

    static Standing standing(const SealedFolder& folder, const custody::Opened& opened)
    {
        auto stores = store::Stores::open(folderOf(folder), store::StoreKeys::of(*opened.keys));
        Standing standing;
        if (!stores || !(*stores)->setAside().empty())
            return standing;
        for (const store::StoredCommand& stored : (*stores)->commands().queue())
            standing.commands << stored.command.id.text() + u' ' + stored.command.text;
        for (const auto& [id, draft] : (*stores)->drafts().all())
            standing.drafts << id.text() + u' ' + draft.text;
        return standing;
    }
};

QTEST_GUILESS_MAIN(KeyRotationTest)
#include "tst_keyrotation.moc"
