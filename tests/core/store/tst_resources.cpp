// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stores.h"
#include "tests/core/store/diskmodel.h"
#include "tests/core/store/sealedfixture.h"
#include "tests/core/store/smalldisk.h"

#include <QSet>
#include <QTest>

#include <csignal>
#include <memory>

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 diskBytes = 512LL * 1024 * 1024; // of memory that is taken only as it is used

//! A limit of this process for as long as this lives.
class Limit final {
public:
    Limit(__rlimit_resource_t resource, rlim_t value) : m_resource(resource)
    {
        getrlimit(m_resource, &m_before);
        const rlimit now {value, m_before.rlim_max};
        setrlimit(m_resource, &now);
    }
    ~Limit() { setrlimit(m_resource, &m_before); }
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;

private:
    __rlimit_resource_t m_resource;
    rlimit m_before {};
};

//! Every file below the folder with its bytes.
QMap<QString, QByteArray> contentOf(const Folder& folder)
{
    QMap<QString, QByteArray> content;
    for (const QString& place : {folder.root, folder.person}) {
        for (const QString& name : QDir(place).entryList(QDir::Files | QDir::Hidden))
            content.insert(place + u'/' + name, bytesOf(place + u'/' + name));
    }
    content.remove(folder.root + u"/owner.lock"_s);
    return content;
}

} // namespace

Q_DECLARE_METATYPE(StoreError::Code)

// What the system may withhold: the right to write, file handles, room for the biggest file. Each is told by its own code, nothing is
// changed, and when it is given again the files open as they were.
class TestResources final : public QObject {
    Q_OBJECT

public:
    explicit TestResources(bool mayMount) : m_mayMount(mayMount) {}

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_mayMount, "this test needs mounts of its own: as root, or with user namespaces"); }

    void cleanup() { m_disk.reset(); }

    void init()
    {
        m_disk = std::make_unique<SmallDisk>(diskBytes);
        QVERIFY(m_disk->isMounted());
        m_folder = Folder::of(m_disk->path() + u"/data"_s, u"SE2321009999-AAAA"_s, u"SE2321009999-BBBB"_s);
        m_folder.keepFree = 0;
        m_folder.ballast = 256 * 1024;
        QVERIFY(QDir().mkpath(m_folder.root));
        auto stores = Stores::open(m_folder, m_keys);
        QVERIFY(stores.has_value());
        QVERIFY((*stores)->marks().set(u"m"_s, u"1"_s).has_value());
        QVERIFY((*stores)->drafts().put(caseId(), draft()).has_value());
    }

    void aDiskThatMayOnlyBeRead()
    {
        const auto before = contentOf(m_folder);
        QVERIFY(m_disk->makeReadOnly(true));
        const auto refused = Stores::open(m_folder, m_keys);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, StoreError::Code::NotWritable);
        QCOMPARE(contentOf(m_folder), before);
        QVERIFY(m_disk->makeReadOnly(false));
        verifyWhole();
    }

    //! The disk goes read-only while the program runs: the write says so, what stands is still read.
    void aDiskThatTurnsReadOnly()
    {
        auto stores = Stores::open(m_folder, m_keys);
        QVERIFY(stores.has_value());
        QVERIFY(!m_disk->makeReadOnly(true)); // busy: the system itself does not let go of files open for writing
        stores->reset();
        verifyWhole();
    }

    void aFileOrFolderThatMayOnlyBeRead_data()
    {
        QTest::addColumn<QString>("place");
        for (const char* place : {"outbox.db", "journal.db", "log.db", "cache.db", "the person's folder", "the data folder"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    void aFileOrFolderThatMayOnlyBeRead()
    {
        QFETCH(QString, place);
        const auto before = contentOf(m_folder);
        {
            const ReadOnlyPlace held(place == u"the data folder"_s ? m_folder.root
                    : place.endsWith(u"folder"_s)                  ? m_folder.person
                    : place == u"log.db"_s                         ? m_folder.root + u'/' + place
                                                                   : m_folder.person + u'/' + place);
            QVERIFY(held.holds());
            const auto refused = Stores::open(m_folder, m_keys);
            QVERIFY(!refused.has_value());
            QCOMPARE(refused.error().code, StoreError::Code::NotWritable);
        }
        auto now = contentOf(m_folder);
        for (auto file = before.begin(); file != before.end(); ++file)
            QVERIFY2(now.value(file.key()) == file.value(), qPrintable(file.key()));
        verifyWhole();
    }

    //! A used-up quota is told like a full disk, and the ballast, which counts in it, is given back.
    void aUsedUpQuota()
    {
        DiskModel disk(DiskModel::Place::Everybody);
        auto stores = Stores::open(m_folder, m_keys);
        QVERIFY(stores.has_value());
        QVERIFY((*stores)->ballast().isHeld());
        disk.useUpQuota(true);
        const auto refused = (*stores)->drafts().put(mottaget::care::CaseId(u"case-2"_s), draft());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, StoreError::Code::DiskFull);
        QVERIFY(!(*stores)->ballast().isHeld());
        disk.useUpQuota(false);
        QVERIFY((*stores)->drafts().put(mottaget::care::CaseId(u"case-2"_s), draft()).has_value());
        stores->reset();
        verifyWhole();
    }

    //! SQLite gets so much memory and no more, at every step. What does not work says why, and is no reason to call a file broken.
    void noMemoryForSqlite()
    {
        QSet<int> told;
        bool wentThrough = false;
        for (sqlite3_int64 more = 0; more < 4096 * 1024 && !wentThrough; more += 4 * 1024) {
            sqlite3_hard_heap_limit64(sqlite3_memory_used() + more + 1);
            bool done = false;
            {
                auto stores = Stores::open(m_folder, m_keys);
                if (!stores)
                    told << static_cast<int>(stores.error().code);
                done = stores && (*stores)->drafts().put(mottaget::care::CaseId(u"case-3"_s), draft()).has_value();
            }
            sqlite3_hard_heap_limit64(0);
            auto stores = Stores::open(m_folder, m_keys);
            QVERIFY2(stores.has_value(), qPrintable(QString::number(more)));
            QVERIFY2((*stores)->setAside().empty() && !(*stores)->cacheWasRebuilt(), qPrintable(QString::number(more)));
            QVERIFY2(!done || (*stores)->drafts().find(mottaget::care::CaseId(u"case-3"_s)), qPrintable(QString::number(more)));
            wentThrough = done;
        }
        QVERIFY(wentThrough);
        QCOMPARE(told, QSet<int> {static_cast<int>(StoreError::Code::OutOfMemory)});
        verifyWhole();
    }

    void noFileHandleLeft_data()
    {
        QTest::addColumn<int>("left");
        for (int left = 0; left < 14; ++left)
            QTest::addRow("%d left", left) << left;
    }
    void noFileHandleLeft()
    {
        QFETCH(int, left);
        const auto before = contentOf(m_folder);
        bool opened = false;
        {
            const Limit limit(RLIMIT_NOFILE, static_cast<rlim_t>(firstFreeHandle() + left));
            auto stores = Stores::open(m_folder, m_keys);
            opened = stores.has_value();
            if (!opened) {
                using enum StoreError::Code;
                QVERIFY2(stores.error().code == CannotOpen || stores.error().code == IoFailed,
                    qPrintable(QString::number(static_cast<int>(stores.error().code)) + stores.error().detail));
            } else {
                QVERIFY((*stores)->setAside().empty()); // too few handles are no reason to call a file broken
                QVERIFY(!(*stores)->cacheWasRebuilt());
            }
        }
        QVERIFY(left != 0 || !opened); // the rows reach from too few to enough
        QVERIFY(left != 13 || opened);
        auto now = contentOf(m_folder);
        for (auto file = before.begin(); file != before.end(); ++file) {
            if (file.key().endsWith(u".db"_s))
                QVERIFY2(opened || now.value(file.key()) == file.value(), qPrintable(file.key()));
        }
        verifyWhole();
    }

    //! A quota that is met in the middle of a file: by the system's limit on the size of files.
    void aFileMayNotGrow()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        {
            const Limit limit(RLIMIT_FSIZE, 64 * 1024);
            auto stores = Stores::open(m_folder, m_keys);
            QVERIFY(stores.has_value());
            StoreResult<void> written;
            int number = 0;
            for (; written && number < 200; ++number)
                written = (*stores)->drafts().put(mottaget::care::CaseId(u"case-%1"_s.arg(number)), draft());
            QVERIFY(!written);
            QCOMPARE(written.error().code, StoreError::Code::IoFailed);
            for (int at = 0; at + 1 < number; ++at)
                QVERIFY((*stores)->drafts().find(mottaget::care::CaseId(u"case-%1"_s.arg(at))).has_value());
        }
        verifyWhole();
    }

private:
    static mottaget::care::CaseId caseId() { return mottaget::care::CaseId(u"case-1"_s); }
    static StoredDraft draft()
    {
        return {mottaget::care::Verb::Reply, u"Ett utkast. "_s.repeated(50), QDateTime::fromMSecsSinceEpoch(1, Qt::UTC)};
    }

    static int firstFreeHandle()
    {
        QFile probe(u"/dev/null"_s);
        return probe.open(QIODevice::ReadOnly) ? probe.handle() : -1;
    }

    void verifyWhole()
    {
        auto stores = Stores::open(m_folder, m_keys);
        QVERIFY(stores.has_value());
        QVERIFY((*stores)->setAside().empty());
        QVERIFY(!(*stores)->cacheWasRebuilt());
        QCOMPARE((*stores)->marks().value(u"m"_s), u"1"_s);
        QCOMPARE((*stores)->drafts().find(caseId()), std::optional(draft()));
        QVERIFY((*stores)->drafts().put(caseId(), draft()).has_value());
    }

    bool m_mayMount;
    std::unique_ptr<SmallDisk> m_disk;
    Folder m_folder;
    StoreKeys m_keys = StoreKeys::fresh();
};

int main(int argc, char** argv)
{
    TestResources test(takeOwnMounts());
    const QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_resources.moc"
