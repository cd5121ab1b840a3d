// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stores.h"
#include "tests/core/store/fileworks.h"
#include "tests/core/store/smalldisk.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 diskBytes = 6LL * 1024 * 1024;
constexpr qint64 page = 4096;

StoredCommand reply(int number)
{
    StoredCommand stored;
    stored.command.id = care::CommandId(u"command-%1"_s.arg(number));
    stored.command.verb = care::Verb::Reply;
    stored.command.caseId = care::CaseId(u"case-1"_s);
    stored.command.actedAt = QDateTime::fromMSecsSinceEpoch(1763900000123, Qt::UTC);
    stored.command.text = u"Hej! Du är välkommen i dag 13.30."_s.repeated(40);
    return stored;
}

} // namespace

// A real disk (in memory, of 6 MiB) that is full, at every step and every amount of room. What was reported as done is there afterwards,
// nothing is half done, and when somebody has tidied up all goes on.
class TestFullDisk final : public QObject {
    Q_OBJECT

public:
    explicit TestFullDisk(bool mayMount) : m_mayMount(mayMount) {}

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_mayMount, "this test needs mounts of its own: as root, or with user namespaces"); }

    void everyStepAtEveryAmountOfRoom_data()
    {
        QTest::addColumn<int>("work");
        for (const auto& [name, work] : works)
            QTest::newRow(name) << static_cast<int>(work);
    }
    void everyStepAtEveryAmountOfRoom()
    {
        QFETCH(int, work);
        const auto what = static_cast<Work>(work);
        SmallDisk disk(diskBytes);
        QVERIFY(disk.isMounted());
        const QString path = disk.path() + u"/file.db"_s;
        QVERIFY(begin(path));
        const Snapshot files = Snapshot::of(path);
        const QByteArray before = digest(path);
        QVERIFY(attempt(path, what));
        const QByteArray after = digest(path);
        QVERIFY(!before.isEmpty() && !after.isEmpty());

        int refused = 0;
        bool wentThrough = false;
        for (qint64 room = 0; room < 160 * page && !wentThrough; room += page) {
            QVERIFY(putBack(disk, path, files));
            QVERIFY(disk.leaveFree(room));
            const bool done = attempt(path, what);
            refused += done ? 0 : 1;
            wentThrough = done && room > 40 * page;
            disk.tidy();
            const QByteArray name = QByteArray::number(room) + " bytes free";
            const QByteArray state = digest(path);
            QVERIFY2(state == after || (state == before && !done), name.constData());
            QVERIFY2(done || attempt(path, what), name.constData()); // and now it goes
            QCOMPARE(digest(path), after);
        }
        QVERIFY(wentThrough);
        // Opening a whole file writes nothing; all else must have met the full disk.
        QVERIFY2(what == Work::Open || refused > 0, qPrintable(QString::number(refused)));
    }

    //! A reply, a draft and a log entry still become durable when not a byte is free, by what was kept for them.
    void whatMattersMostIsWrittenFromTheBallast_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"a command", "a draft", "an entry of the access log", "a command's new state"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatMattersMostIsWrittenFromTheBallast()
    {
        QFETCH(QString, what);
        SmallDisk disk(diskBytes);
        QVERIFY(disk.isMounted());
        const Folder folder = folderOn(disk);
        QVERIFY(QDir().mkpath(folder.root));
        const StoreKeys keys = StoreKeys::fresh();
        {
            auto stores = Stores::open(folder, keys);
            QVERIFY(stores.has_value());
            QVERIFY((*stores)->ballast().isHeld());
            QVERIFY((*stores)->commands().add(reply(1)).has_value());
            QVERIFY(disk.leaveFree(0));
            QCOMPARE((*stores)->hasRoomForCache(), false);
            // Until it is more than what the files' logs have room for already.
            for (int number = 0; (*stores)->ballast().isHeld() && number < 100; ++number)
                QVERIFY2(write(**stores, what, number), qPrintable(u"write %1"_s.arg(number)));
            QVERIFY(!(*stores)->ballast().isHeld());
            QVERIFY(write(**stores, what, 100));
        }
        auto stores = Stores::open(folder, keys); // still full
        QVERIFY(stores.has_value());
        QVERIFY(!(*stores)->ballast().isHeld());
        QVERIFY(isThere(**stores, what, 100));
        disk.tidy();
        QVERIFY((*stores)->hasRoomForCache());
        QVERIFY((*stores)->ballast().isHeld()); // taken again
    }

    void withoutBallastAFullDiskIsToldAndNothingIsHalfWritten()
    {
        SmallDisk disk(diskBytes);
        QVERIFY(disk.isMounted());
        Folder folder = folderOn(disk);
        folder.ballast = diskBytes * 2; // more than there is: none is ever held
        QVERIFY(QDir().mkpath(folder.root));
        const StoreKeys keys = StoreKeys::fresh();
        auto stores = Stores::open(folder, keys);
        QVERIFY(stores.has_value());
        QVERIFY(!(*stores)->ballast().isHeld());
        QVERIFY(!QFile::exists(folder.root + u"/ballast"_s));
        QVERIFY(disk.leaveFree(0));
        StoreResult<void> written;
        int number = 0;
        for (; written && number < 1000; ++number)
            written = (*stores)->commands().add(reply(number));
        QVERIFY(!written);
        QCOMPARE(written.error().code, StoreError::Code::DiskFull);
        QCOMPARE((*stores)->commands().queue().size(), number - 1);
        disk.tidy();
        QVERIFY((*stores)->commands().add(reply(number - 1)).has_value());
        stores->reset();
        QCOMPARE((*Stores::open(folder, keys))->commands().queue().size(), number);
    }

    //! What lies behind a bad frame is in no other place: without room for its copy nothing is written over it.
    void aDamagedLogIsCopiedOrLeftAlone()
    {
        SmallDisk disk(diskBytes);
        QVERIFY(disk.isMounted());
        Folder folder = folderOn(disk);
        folder.ballast = diskBytes * 2; // none is held
        QVERIFY(QDir().mkpath(folder.root));
        const StoreKeys keys = StoreKeys::fresh();
        const QString path = folder.person + u"/outbox.db"_s;
        Snapshot files;
        {
            auto stores = Stores::open(folder, keys);
            QVERIFY(stores.has_value());
            QVERIFY((*stores)->outbox().checkpoint().has_value());
            for (int number = 0; number < 20; ++number)
                QVERIFY((*stores)->commands().add(reply(number)).has_value());
            files = Snapshot::of(path);
        }
        files.log[32 + 4120 + 100] = static_cast<char>(files.log.at(32 + 4120 + 100) ^ 1);
        QVERIFY(files.put(path));
        QVERIFY(disk.leaveFree(4 * page));
        const auto refused = Stores::open(folder, keys);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, StoreError::Code::DiskFull);
        QVERIFY(Snapshot::of(path) == files);
        QCOMPARE(QDir(folder.person).entryList({u"*.set-aside-*"_s}), QStringList());
        disk.tidy();
        const auto opened = Stores::open(folder, keys);
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->setAside().size(), std::size_t {1});
        QVERIFY(Snapshot::of((*opened)->setAside().front().path) == files);
    }

    void aFirstStartOnAFullDiskSaysSo()
    {
        SmallDisk disk(diskBytes);
        QVERIFY(disk.isMounted());
        const Folder folder = folderOn(disk);
        QVERIFY(QDir().mkpath(folder.root));
        QVERIFY(disk.leaveFree(3 * page));
        const StoreKeys keys = StoreKeys::fresh();
        const auto refused = Stores::open(folder, keys);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, StoreError::Code::DiskFull);
        disk.tidy();
        QVERIFY(Stores::open(folder, keys).has_value());
    }

private:
    static Folder folderOn(const SmallDisk& disk)
    {
        Folder folder = Folder::of(disk.path() + u"/data"_s, u"SE2321009999-AAAA"_s, u"SE2321009999-BBBB"_s);
        folder.keepFree = 1024 * 1024;
        folder.ballast = 512 * 1024;
        return folder;
    }

    [[nodiscard]] static bool write(Stores& stores, const QString& what, int number)
    {
        if (what == u"a command"_s)
            return stores.commands().add(reply(1000 + number)).has_value();
        if (what == u"a command's new state"_s)
            return stores.commands().add(reply(1000 + number)).has_value()
                && stores.commands().setState(reply(1000 + number).command.id, care::CommandState::Rejected, u"no"_s, {}).has_value();
        if (what == u"a draft"_s) {
            const StoredDraft draft {care::Verb::Reply, u"Ett långt utkast. "_s.repeated(200), QDateTime::fromMSecsSinceEpoch(1, Qt::UTC)};
            return stores.drafts().put(care::CaseId(u"case-%1"_s.arg(number)), draft).has_value();
        }
        Statement entry = stores.log().prepare(
            "INSERT INTO entry(id,activity,level,at,purpose,user,commission,unit,provider,resource_type,patients,offline) "
            "VALUES(?,'read','case',1,'','','','','','',?,0)");
        entry.bindValue(0, QString::number(number));
        entry.bindValue(1, u"patient"_s.repeated(500));
        return run(entry).has_value();
    }

    [[nodiscard]] static bool isThere(Stores& stores, const QString& what, int number)
    {
        if (what.startsWith(u"a command"_s))
            return stores.commands().find(reply(1000 + number).command.id).has_value();
        if (what == u"a draft"_s)
            return stores.drafts().find(care::CaseId(u"case-%1"_s.arg(number))).has_value();
        Statement entry = stores.log().prepare("SELECT 1 FROM entry WHERE id=?");
        entry.bindValue(0, QString::number(number));
        return entry.exec() && entry.next();
    }

    bool begin(const QString& path)
    {
        auto database = openFile(path, entries);
        if (!database)
            return false;
        for (int i = 0; i < 150; ++i) {
            if (!(*database)->execute(qPrintable(u"INSERT INTO entry VALUES(%1, '%2')"_s.arg(i).arg(filler(i)))))
                return false;
        }
        return (*database)->checkpoint().has_value();
    }

    static bool putBack(SmallDisk& disk, const QString& path, const Snapshot& files)
    {
        disk.tidy();
        for (const char* suffix : {"", "-wal", ".new", ".new-wal", ".rotated", ".rotated-wal", ".rotated.new"})
            QFile::remove(path + QString::fromLatin1(suffix));
        return files.put(path);
    }

    StoreResult<std::unique_ptr<Database>> openFile(const QString& path, std::span<const Migration> migrations)
    {
        const std::array keys {&m_key, &m_nextKey};
        const auto key = QFile::exists(path) ? keyThatOpens(path, keys) : &m_key; // after a rotation it may be the next one
        if (!key)
            return failed(key.error());
        return Database::open(path, Durability::Irreplaceable, migrations, 64, Sealing::withKey(**key));
    }

    bool attempt(const QString& path, Work work)
    {
        if (work == Work::Rotate)
            return Database::rotate(path, m_key, m_nextKey).has_value();
        auto database = openFile(path, work == Work::Migrate ? std::span<const Migration>(newer) : std::span<const Migration>(entries));
        return database && perform(**database, work).has_value();
    }

    QByteArray digest(const QString& path)
    {
        auto database = openFile(path, entries);
        if (!database && database.error().code == StoreError::Code::NewerFile)
            database = openFile(path, newer);
        return database && (*database)->integrityProblems().isEmpty() ? digestOf(**database) : QByteArray();
    }

    bool m_mayMount;
    SealedKey m_key = SealedKey::fresh(FileKind::Outbox);
    SealedKey m_nextKey = SealedKey::fresh(FileKind::Outbox, 2);
};

int main(int argc, char** argv)
{
    TestFullDisk test(takeOwnMounts());
    const QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
