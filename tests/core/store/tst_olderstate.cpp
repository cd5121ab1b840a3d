// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stores.h"
#include "tests/core/store/sealedfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

StoredCommand command(int number)
{
    StoredCommand stored;
    stored.command.id = care::CommandId(u"command-%1"_s.arg(number));
    stored.command.verb = care::Verb::Reply;
    stored.command.caseId = care::CaseId(u"case-1"_s);
    stored.command.actedAt = QDateTime::fromMSecsSinceEpoch(1763900000123, Qt::UTC);
    return stored;
}

} // namespace

// A file that was put back from a copy authenticates, page by page. What it lacks is the anchor that was kept outside of it since.
class TestOlderState final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = Folder::of(m_dir->path(), u"SE2321009999-AAAA"_s, u"SE2321009999-BBBB"_s);
        m_keys.anchors.clear();
    }

    void anOlderFileIsSetAsideAndTold_data()
    {
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<QString>("what");
        for (const auto& [name, kind] : {std::pair("outbox", FileKind::Outbox), std::pair("log", FileKind::Log)}) {
            QTest::addRow("%s, a copy of the whole file", name) << kind << u"copy"_s;
            QTest::addRow("%s, the write-ahead log cut at an earlier commit", name) << kind << u"cut"_s;
            QTest::addRow("%s, file gone", name) << kind << u"gone"_s;
            QTest::addRow("%s, begun anew", name) << kind << u"anew"_s;
        }
    }
    void anOlderFileIsSetAsideAndTold()
    {
        QFETCH(FileKind, kind);
        QFETCH(QString, what);
        const QString path = kind == FileKind::Log ? m_folder.root + u"/log.db"_s : m_folder.person + u"/outbox.db"_s;
        work(1);
        Snapshot older;
        {
            auto stores = open();
            QVERIFY(stores->commands().add(command(2)).has_value());
            QVERIFY(
                stores->log()
                    .execute(
                        "INSERT INTO entry(seq,id,activity,level,at,purpose,user,commission,unit,provider,resource_type,patients,offline) "
                        "VALUES(2,'e2','a','case',1,'','','','','','','',0)")
                    .has_value());
            older = Snapshot::of(path); // both halves: the copy of a running program
            keep(*stores);
            if (what == u"cut"_s)
                older.file = Snapshot::of(path).file;
        }
        QVERIFY(QFile::remove(path));
        if (what == u"anew"_s)
            QVERIFY((*Stores::open(m_folder, withoutAnchors())).get());
        else if (what != u"gone"_s)
            QVERIFY(older.put(path));

        const Snapshot found = Snapshot::of(path);
        auto stores = open();
        QVERIFY(stores);
        QCOMPARE(stores->setAside().size(), 1U);
        const SetAside aside = stores->setAside().front();
        QCOMPARE(aside.kind, kind);
        QCOMPARE(aside.why.code, StoreError::Code::OlderState);
        if (what == u"copy"_s)
            QVERIFY(Snapshot::of(aside.path) == found); // unharmed
        if (kind == FileKind::Outbox)
            QVERIFY(stores->commands().queue().isEmpty()); // nothing old is sent by itself
        // Told once, also where the keychain does not take the next anchor; and what is done from here on stays.
        QVERIFY(stores->commands().add(command(3)).has_value());
        stores.reset();
        stores = open();
        QVERIFY(stores->setAside().empty());
        QVERIFY(stores->commands().find(command(3).command.id).has_value());
        keep(*stores);
        stores.reset();
        QVERIFY(open()->setAside().empty());
    }

    void whatStoodLastIsFine_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what :
            {"kept at the end", "work after the anchor", "anchor left but not kept", "many anchors later", "no anchor known"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatStoodLastIsFine()
    {
        QFETCH(QString, what);
        work(1);
        {
            auto stores = open();
            if (what == u"work after the anchor"_s)
                QVERIFY(stores->commands().add(command(7)).has_value());
            if (what == u"anchor left but not kept"_s) // killed between the two
                QVERIFY(stores->leaveAnchors().has_value());
            for (int n = 0; n < 300 && what == u"many anchors later"_s; ++n)
                QVERIFY(stores->leaveAnchors().has_value());
        }
        if (what == u"no anchor known"_s)
            m_keys.anchors.clear();
        const auto stores = open();
        QVERIFY(stores);
        QVERIFY(stores->setAside().empty());
        QVERIFY(stores->commands().find(command(1).command.id).has_value());
    }

    void keysUseIsToldOnce()
    {
        auto stores = open();
        QVERIFY(stores->commands().add(command(1)).has_value());
        std::vector<KeyUse> first = stores->takeUses();
        QCOMPARE(first.size(), 4U); // a new file is sealed page by page
        const auto outbox = std::ranges::find(first, FileKind::Outbox, &KeyUse::kind);
        QVERIFY(outbox->messages > 0 && outbox->epoch == 1);
        QVERIFY(stores->takeUses().empty());
        QVERIFY(stores->commands().add(command(2)).has_value());
        const std::vector<KeyUse> second = stores->takeUses();
        QCOMPARE(second.size(), 1U);
        QCOMPARE(second.front().kind, FileKind::Outbox);
    }

private:
    std::unique_ptr<Stores> open()
    {
        auto opened = Stores::open(m_folder, m_keys);
        return opened ? std::move(*opened) : nullptr;
    }
    //! The same keys, of somebody who does not know how far the files had come.
    StoreKeys withoutAnchors() const
    {
        StoreKeys keys;
        for (const SealedKey& key : m_keys.keys)
            keys.keys.push_back(copyOf(key));
        return keys;
    }
    void keep(Stores& stores)
    {
        auto anchors = stores.leaveAnchors();
        QVERIFY(anchors.has_value());
        m_keys.anchors = *anchors;
    }
    //! A first day: one command, one log entry, anchors kept.
    void work(int number)
    {
        auto stores = open();
        QVERIFY(stores);
        QVERIFY(stores->commands().add(command(number)).has_value());
        QVERIFY(
            stores->log()
                .execute("INSERT INTO entry(seq,id,activity,level,at,purpose,user,commission,unit,provider,resource_type,patients,offline) "
                         "VALUES(1,'e1','a','case',1,'','','','','','','',0)")
                .has_value());
        keep(*stores);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    Folder m_folder;
    StoreKeys m_keys = StoreKeys::fresh();
};

QTEST_GUILESS_MAIN(TestOlderState)
#include "tst_olderstate.moc"
