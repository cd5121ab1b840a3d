// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/accesslog.h"
#include "core/session/unsent.h"
#include "core/store/stores.h"
#include "tests/core/session/sealedfolder.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using Code = RescueError::Code;

namespace {

Recovery recoveryOf(const SealedFolder& folder, const char* key = "recovery.pem", const QByteArray& passphrase = {})
{
    return {folder.dir.path(), crypto::keyFile(key), crypto::secretOf(passphrase), u"SE2321009999-1IT1"_s, u"SE2321009999-1IT2"_s};
}

UnsentWork everything()
{
    UnsentWork work;
    work.folder = u"person-a"_s;
    for (const store::StoredCommand& stored : {unsentCommand(1), unsentCommand(3, care::CommandState::Uncertain)})
        work.actions << UnsentAction {stored.command, stored.state, 0, u""_s, u""_s, u""_s};
    work.drafts << UnsentDraft {care::CaseId(u"case-9"_s), care::Verb::Question, u"Har du feber?"_s, workday, {}};
    return work;
}

//! All files below a folder but the log and the lock, with their bytes.
QMap<QString, QByteArray> contents(const QString& folder)
{
    QMap<QString, QByteArray> found;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        found.insert(info.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?"));
    }
    return found;
}

} // namespace

class UnsentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRegionRecoversWithoutThePerson_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("plain key") << QByteArray("recovery.pem") << QByteArray();
        QTest::newRow("key under a passphrase") << QByteArray("recovery-locked.pem") << QByteArray("two persons");
    }
    void theRegionRecoversWithoutThePerson()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, passphrase);
        const SealedFolder folder;
        QVERIFY(folder.work());
        const auto before = contents(folder.place.person);
        const auto all = recoverUnsent(recoveryOf(folder, key.constData(), passphrase), workday.addDays(2));
        QVERIFY(all.has_value());
        QCOMPARE(*all, QList {everything()});
        QCOMPARE(contents(folder.place.person), before); // nothing of the person's was touched
        const auto log = folder.open(crypto::FileKind::Log);
        QCOMPARE(audit::AccessLog(*log).count(), 2); // both persons
    }

    void aProgramThatWasKilledLosesNothing()
    {
        const SealedFolder folder;
        const auto outbox = folder.open(crypto::FileKind::Outbox); // stays open: what is committed is in the log file alone
        QVERIFY(store::CommandTable(*outbox).add(unsentCommand(1)));
        const auto all = recoverUnsent(recoveryOf(folder), workday);
        QVERIFY(all.has_value());
        QCOMPARE(all->first().actions.size(), 1);
    }

    void bothKeysOfAMovingFileAreTried_data()
    {
        QTest::addColumn<bool>("moved");
        QTest::newRow("the file is still under the old key") << false;
        QTest::newRow("the file is under the new key") << true;
    }
    void bothKeysOfAMovingFileAreTried()
    {
        QFETCH(bool, moved);
        SealedFolder folder;
        if (!moved)
            QVERIFY(folder.work());
        custody::Terms terms;
        terms.recovery = crypto::publicKey("recovery.pub.pem");
        folder.opened = custody::addNextKey(folder.place, folder.opened, crypto::FileKind::Outbox, terms).value();
        if (moved)
            QVERIFY(folder.work());
        const auto all = recoverUnsent(recoveryOf(folder), workday);
        QCOMPARE(*all, QList {everything()});
    }

    void whatIsDamagedIsSaidAndTheRestGiven_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("unopened");
        QTest::addColumn<int>("actions");
        QTest::addColumn<int>("drafts");
        QTest::newRow("outbox") << u"outbox.db"_s << u"outbox: "_s << 0 << 1;
        QTest::newRow("journal") << u"journal.db"_s << u"journal: "_s << 2 << 0;
    }
    void whatIsDamagedIsSaidAndTheRestGiven()
    {
        QFETCH(QString, file);
        QFETCH(QString, unopened);
        const SealedFolder folder;
        QVERIFY(folder.work());
        QFile damaged(folder.place.person + u'/' + file);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.write(QByteArray(4096, 'x')) == 4096);
        damaged.close();
        const auto all = recoverUnsent(recoveryOf(folder), workday);
        QVERIFY(all.has_value());
        QCOMPARE(all->first().unopened.size(), 1);
        QVERIFY2(all->first().unopened.first().startsWith(unopened), qPrintable(all->first().unopened.first()));
        QTEST(int(all->first().actions.size()), "actions");
        QTEST(int(all->first().drafts.size()), "drafts");
    }

    //! A bad page behind the first does not keep the file from opening: that the list may be short is said all the same.
    void aBadPageInsideIsSaidWithWhatCouldBeRead()
    {
        const SealedFolder folder;
        {
            const auto outbox = folder.open(crypto::FileKind::Outbox);
            for (int number = 0; number < 200; ++number)
                QVERIFY(store::CommandTable(*outbox).add(unsentCommand(number)));
            QVERIFY(outbox->checkpoint().has_value());
        }
        QFile file(folder.place.person + u"/outbox.db"_s);
        QVERIFY(file.size() > 16 * 4096);
        for (qint64 page = file.size() / 8192; page < file.size() / 4096; page += 4) {
            QVERIFY(file.isOpen() || file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(page * 4096 + 100) && file.write("x", 1) == 1);
        }
        file.close();
        const auto all = recoverUnsent(recoveryOf(folder), workday);
        QVERIFY(all.has_value());
        QVERIFY(all->first().actions.size() < 200);
        QVERIFY2(
            all->first().actions.size() > 120, qPrintable(QString::number(all->first().actions.size()))); // a walk would end at the first
        QCOMPARE(all->first().unopened, QStringList {u"outbox: damaged"_s});
    }

    //! As far as they open, and not twice; what the present file knows to be there is left out.
    void whatWasSetAsideIsExportedToo()
    {
        SealedFolder folder;
        const QString outbox = folder.place.person + u"/outbox.db"_s;
        const QString journal = folder.place.person + u"/journal.db"_s;
        QVERIFY(folder.work());
        QVERIFY(store::CommandTable(*folder.open(crypto::FileKind::Outbox)).add(unsentCommand(4)).has_value());
        for (const QString& path : {outbox, journal})
            QVERIFY(QFile::rename(path, path + u".set-aside-20260102T000000000"_s));
        QVERIFY(QFile::copy(outbox + u".set-aside-20260102T000000000"_s, outbox + u".set-aside-20260101T000000000"_s));
        QFile alien(outbox + u".set-aside-20260103T000000000"_s);
        QVERIFY(alien.open(QIODevice::WriteOnly) && alien.write(QByteArray(8192, 'x')) == 8192);
        alien.close();
        {
            const auto file = folder.open(crypto::FileKind::Outbox);
            store::CommandTable now(*file);
            QVERIFY(now.add(unsentCommand(5)).has_value());
            QVERIFY(now.add(unsentCommand(4, care::CommandState::Acknowledged)).has_value());
            QVERIFY(now.add(unsentCommand(3, care::CommandState::Conflict)).has_value());
        }
        const auto before = contents(folder.place.person);
        const auto all = recoverUnsent(recoveryOf(folder), workday);
        QVERIFY(all.has_value());
        UnsentWork expected = everything();
        expected.actions[0].source = u"outbox.db.set-aside-20260102T000000000"_s;
        expected.actions[1].state = care::CommandState::Conflict;
        expected.actions << UnsentAction {unsentCommand(5).command, care::CommandState::Queued, 0, u""_s, u""_s, u""_s};
        expected.drafts[0].source = u"journal.db.set-aside-20260102T000000000"_s;
        expected.unopened = {u"outbox.db.set-aside-20260103T000000000: unknownFormat"_s};
        QCOMPARE(*all, QList {expected});
        QCOMPARE(contents(folder.place.person), before);
    }

    void saysWhyNothingIsHadBack_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("recoverable");
        QTest::addColumn<Code>("code");
        QTest::newRow("another key") << QByteArray("other.pem") << true << Code::NotForThisKey;
        QTest::newRow("policy named none") << QByteArray("recovery.pem") << false << Code::NotForThisKey;
        QTest::newRow("no key") << QByteArray("recovery.pub.pem") << true << Code::NotAKey;
        QTest::newRow("a signing key") << QByteArray("ed25519.pem") << true << Code::OtherAlgorithm;
        QTest::newRow("passphrase missing") << QByteArray("recovery-locked.pem") << true << Code::NeedsPassphrase;
    }
    void saysWhyNothingIsHadBack()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, recoverable);
        const SealedFolder folder(recoverable);
        QVERIFY(folder.work());
        QTEST(recoverUnsent(recoveryOf(folder, key.constData()), workday).error().code, "code");
        QVERIFY(!QFile::exists(folder.dir.filePath(u"log.db"_s)));
    }

    void emptyAndUsedFoldersAreToldApart()
    {
        const QTemporaryDir empty;
        QCOMPARE(recoverUnsent({empty.path(), crypto::keyFile("recovery.pem"), {}, {}, {}}, workday).error().code, Code::NoFolder);
        QCOMPARE(
            recoverUnsent({empty.filePath(u"none"_s), crypto::keyFile("recovery.pem"), {}, {}, {}}, workday).error().code, Code::NoFolder);
        const SealedFolder folder;
        QLockFile running(folder.dir.filePath(u"owner.lock"_s));
        QVERIFY(running.tryLock(0));
        QCOMPARE(recoverUnsent(recoveryOf(folder), workday).error().code, Code::InUse);
    }

    void withoutTheLogNothingIsShown()
    {
        const SealedFolder folder;
        QVERIFY(folder.work());
        QVERIFY(QDir(folder.dir.path()).mkdir(u"log.db"_s)); // can't be opened as a file
        QCOMPARE(recoverUnsent(recoveryOf(folder), workday).error().code, Code::LogNotWritten);
    }

    void exportIsForDemoFoldersWithoutASecret()
    {
        const QTemporaryDir folder;
        QCOMPARE(exportUnsent(folder.path(), u"SE2321009999-1ANB"_s, u"SE2321009999-2ANB"_s).error().code, Code::NoFolder);
        const QString person = store::Folder::of(folder.path(), u"SE2321009999-1ANB"_s, u"SE2321009999-2ANB"_s).person;
        QVERIFY(QDir().mkpath(person));
        QCOMPARE(exportUnsent(folder.path(), u"SE2321009999-1ANB"_s, u"SE2321009999-2ANB"_s).error().code, Code::NotDemo);
        // A folder whose keys are gone: nothing is taken for an unsealed file, and no new keys are made over it.
        QFile mark(folder.filePath(u"DEMO"_s));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        QCOMPARE(exportUnsent(folder.path(), u"SE2321009999-1ANB"_s, u"SE2321009999-2ANB"_s).error().code, Code::CannotOpen);
        QVERIFY(!QFile::exists(person + u"/person.keys"_s));
    }
};

QTEST_GUILESS_MAIN(UnsentTest)
#include "tst_unsent.moc"
