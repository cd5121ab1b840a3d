// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/democustody.h"
#include "core/session/keycustody.h"
#include "tests/core/session/memorykeychain.h"
#include "tests/core/session/sealedfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using Phase = CustodyStatus::Phase;
using Trouble = CustodyStatus::Trouble;

namespace {

enum class Harm { Flip, Cut, Longer };

//! Every file below a folder with its bytes; folders with none.
QHash<QString, QByteArray> contentOf(const QString& folder)
{
    QHash<QString, QByteArray> content;
    for (QDirIterator entries(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
         entries.hasNext();) {
        QFile file(entries.next());
        content.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return content;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Every byte at full size, in the gate every eleventh from another beginning for each kind of harm.
int stride()
{
    return qEnvironmentVariableIntValue("MOTTAGET_SOAK") > 0 ? 1 : 11;
}

QByteArray harmed(const QByteArray& good, Harm harm, qsizetype at)
{
    QByteArray bytes = good;
    switch (harm) {
    case Harm::Flip: bytes[at] = char(bytes[at] ^ (1 << (at % 8))); return bytes;
    case Harm::Cut: return bytes.left(at);
    case Harm::Longer: return bytes.insert(at, good[at]);
    }
    Q_UNREACHABLE();
}

//! A person's folder with keys and a sealed outbox, and the keychain that half of them lies in.
struct Desk {
    QTemporaryDir folder;
    MemoryKeychain keychain;
    ManualClock clock {workday};
    std::unique_ptr<KeyCustody> custody;

    [[nodiscard]] custody::Place place() const { return {folder.path(), folder.path() + u"/person-a"_s}; }
    void begin()
    {
        custody = std::make_unique<KeyCustody>(
            KeyCustody::Options {place(), {}, {std::nullopt, [] { return crypto::kdfFloor; }}}, keychain, clock);
        custody->begin();
        settle();
    }
    void settle() const
    {
        QVERIFY(QTest::qWaitFor(
            [this] { return custody->status().phase != Phase::Starting && custody->status().phase != Phase::Working; }, 30000));
    }
    void enrol()
    {
        begin();
        custody->enrol(crypto::secretOf("135798"));
        settle();
        QCOMPARE(custody->status().phase, Phase::Unlocked);
        write(place().person + u"/outbox.db"_s, "sealed");
        write(place().root + u"/log.db"_s, "sealed");
    }
};

//! What a demo folder opens with; nothing when it does not.
QList<QByteArray> demoKeys(const custody::Place& place)
{
    const auto keys = openDemoKeys(place, QUrl());
    return keys ? crypto::shown(**keys) : QList<QByteArray>();
}

} // namespace

Q_DECLARE_METATYPE(Harm)

//! Key records and key files with any byte wrong: said as what it is, every file left as it was, and never a new installation.
class RecordDamageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachByteOfThePersonsRecord_data() { everyHarm(); }
    void eachByteOfThePersonsRecord()
    {
        QFETCH(Harm, harm);
        Desk desk;
        desk.enrol();
        const QString path = desk.place().personRecord().path();
        const QByteArray good = bytesOf(path);
        const int writes = desk.keychain.writes;
        for (qsizetype at = int(harm); at < good.size(); at += stride()) {
            for (const QString& copy : QStringList {path, path + u".copy"_s})
                write(copy, harmed(good, harm, at));
            const auto files = contentOf(desk.folder.path());
            desk.begin();
            QVERIFY2(desk.custody->status().phase == Phase::Stuck, qPrintable(QString::number(at)));
            const Trouble trouble = desk.custody->status().trouble;
            // A version is what a newer program writes: a digit in its place may be one.
            QVERIFY2(trouble == Trouble::RecordDamaged || (trouble == Trouble::RecordNewer && at < 20),
                qPrintable(u"%1: %2"_s.arg(at).arg(codeOf(trouble))));
            desk.custody->enrol(crypto::secretOf("864209"));
            desk.custody->unlock(crypto::secretOf("135798"));
            QCOMPARE(desk.custody->status().phase, Phase::Stuck);
            QVERIFY(contentOf(desk.folder.path()) == files);
        }
        QCOMPARE(desk.keychain.writes, writes);
        write(path, good);
        desk.begin();
        QCOMPARE(desk.custody->status().phase, Phase::Locked); // put back: as if nothing had been
    }

    //! One of the two copies is enough, and an unlock tells nobody that the other was bad.
    void eachByteOfOneCopy_data() { everyHarm(); }
    void eachByteOfOneCopy()
    {
        QFETCH(Harm, harm);
        Desk desk;
        desk.enrol();
        const QString path = desk.place().personRecord().path();
        const QByteArray good = bytesOf(path);
        for (qsizetype at = int(harm); at < good.size(); at += stride()) {
            const QString bad = at % 2 == 0 ? path : path + u".copy"_s;
            write(bad, harmed(good, harm, at));
            const auto files = contentOf(desk.folder.path());
            desk.begin();
            const Phase phase = desk.custody->status().phase;
            const bool isNewer = desk.custody->status().trouble == Trouble::RecordNewer && at < 20;
            QVERIFY2(phase == Phase::Locked || (phase == Phase::Stuck && isNewer), qPrintable(QString::number(at)));
            QVERIFY(contentOf(desk.folder.path()) == files);
            write(bad, good);
        }
    }

    void emptyOrAFolder_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isFolder");
        QTest::addColumn<Trouble>("trouble");
        QTest::newRow("the person's empty") << u"person-a/person.keys"_s << false << Trouble::RecordDamaged;
        QTest::newRow("the person's a folder") << u"person-a/person.keys"_s << true << Trouble::RecordUnreadable;
        QTest::newRow("the device's a folder") << u"device.keys"_s << true << Trouble::RecordUnreadable;
    }
    void emptyOrAFolder()
    {
        QFETCH(QString, file);
        QFETCH(bool, isFolder);
        Desk desk;
        desk.enrol();
        const int writes = desk.keychain.writes;
        for (const QString& name : QStringList {file, file + u".copy"_s}) {
            const QString path = desk.folder.filePath(name);
            QVERIFY(QFile::remove(path));
            if (isFolder)
                QVERIFY(QDir().mkdir(path));
            else
                write(path, {});
        }
        const auto files = contentOf(desk.folder.path());
        desk.begin();
        QCOMPARE(desk.custody->status().phase, Phase::Stuck);
        QTEST(desk.custody->status().trouble, "trouble");
        desk.custody->enrol(crypto::secretOf("864209"));
        QVERIFY(contentOf(desk.folder.path()) == files);
        QCOMPARE(desk.keychain.writes, writes);
    }

    //! The demo's files hold its keys by themselves: the same holds for each byte of them.
    void eachByteOfADemoFolder_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("key") << u"demo.key"_s;
        QTest::newRow("person's record") << u"person-a/person.keys"_s;
        QTest::newRow("device's record") << u"device.keys"_s;
    }
    void eachByteOfADemoFolder()
    {
        QFETCH(QString, file);
        const QTemporaryDir folder;
        const custody::Place place {folder.path(), folder.filePath(u"person-a"_s)};
        write(folder.filePath(u"DEMO"_s), {});
        const QList<QByteArray> made = demoKeys(place);
        QCOMPARE(made.size(), 4);
        write(place.person + u"/outbox.db"_s, "sealed");
        write(place.root + u"/log.db"_s, "sealed");
        const QString path = folder.filePath(file);
        const QByteArray good = bytesOf(path);
        const bool hasCopy = QFile::exists(path + u".copy"_s);
        const auto spoil = [&](const QByteArray& bytes) {
            write(path, bytes);
            if (hasCopy)
                write(path + u".copy"_s, bytes);
            const auto files = contentOf(folder.path());
            const auto opened = openDemoKeys(place, QUrl());
            return !opened && opened.error().code == OpenError::Code::CannotOpen && contentOf(folder.path()) == files;
        };
        for (qsizetype at = 0; at < good.size(); at += stride()) {
            for (const Harm harm : {Harm::Flip, Harm::Cut, Harm::Longer})
                QVERIFY2(spoil(harmed(good, harm, at)), qPrintable(u"%1 at %2"_s.arg(int(harm)).arg(at)));
        }
        (void)spoil(good);
        QCOMPARE(demoKeys(place), made);
    }

    //! Records that are gone while the files they are for are there: nothing new is sealed over what nobody could read then.
    void aDemoFolderWithoutItsRecordIsNotANewOne_data()
    {
        QTest::addColumn<QStringList>("gone");
        QTest::newRow("the person's") << QStringList {u"person-a/person.keys"_s};
        QTest::newRow("the device's") << QStringList {u"device.keys"_s};
        QTest::newRow("both") << QStringList {u"person-a/person.keys"_s, u"device.keys"_s};
        QTest::newRow("both, and the key") << QStringList {u"person-a/person.keys"_s, u"device.keys"_s, u"demo.key"_s};
    }
    void aDemoFolderWithoutItsRecordIsNotANewOne()
    {
        QFETCH(QStringList, gone);
        const QTemporaryDir folder;
        const custody::Place place {folder.path(), folder.filePath(u"person-a"_s)};
        write(folder.filePath(u"DEMO"_s), {});
        QCOMPARE(demoKeys(place).size(), 4);
        write(place.person + u"/outbox.db"_s, "sealed");
        write(place.root + u"/log.db"_s, "sealed");
        for (const QString& name : gone) {
            QVERIFY(QFile::remove(folder.filePath(name)));
            QFile::remove(folder.filePath(name + u".copy"_s));
        }
        const auto files = contentOf(folder.path());
        const auto opened = openDemoKeys(place, QUrl());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, OpenError::Code::CannotOpen);
        QVERIFY(contentOf(folder.path()) == files);
    }

private:
    static void everyHarm()
    {
        QTest::addColumn<Harm>("harm");
        QTest::newRow("a bit flipped") << Harm::Flip;
        QTest::newRow("cut off") << Harm::Cut;
        QTest::newRow("a byte twice") << Harm::Longer;
    }
};

QTEST_GUILESS_MAIN(RecordDamageTest)
#include "tst_recorddamage.moc"
