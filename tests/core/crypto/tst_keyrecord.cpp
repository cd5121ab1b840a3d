// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keyrecordfile.h"
#include "tests/core/crypto/keysfixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace mottaget;
using namespace mottaget::crypto;
using namespace Qt::StringLiterals;

namespace {

KeyRecord wholeRecord()
{
    KeyRecord record = blankRecord();
    const RecoveryPublicKey recovery = publicKey("recovery.pub.pem");
    [[maybe_unused]] const auto keys = makeKeys(record, wrapperOf('w'), &recovery);
    record.wrongTries = 2;
    record.lastWrong = QDateTime::fromMSecsSinceEpoch(1'795'000'000'123, Qt::UTC);
    return record;
}

//! The text with its digest made right again: what a hostile hand would do.
QByteArray resigned(QByteArray text)
{
    text.truncate(text.lastIndexOf("check "));
    return text + "check " + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex() + '\n';
}

} // namespace

using Edit = std::function<void(QByteArray&)>;
Q_DECLARE_METATYPE(Edit)

class KeyRecordTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote_data()
    {
        QTest::addColumn<bool>("device");
        QTest::addColumn<bool>("recovery");
        QTest::newRow("person") << false << false;
        QTest::newRow("person with recovery") << false << true;
        QTest::newRow("device") << true << false;
        QTest::newRow("device with recovery") << true << true;
    }
    void readsWhatItWrote()
    {
        QFETCH(bool, device);
        QFETCH(bool, recovery);
        KeyRecord record = device ? blankDeviceRecord() : blankRecord();
        const RecoveryPublicKey key = publicKey("recovery.pub.pem");
        QVERIFY(makeKeys(record, wrapperOf('w'), recovery ? &key : nullptr));
        QVERIFY(isWhole(record));
        QCOMPARE(parseRecord(printRecord(record)).value(), record);
    }

    //! The form of docs/key-record.md, line by line.
    void looksAsWritten()
    {
        const QList<QByteArray> lines = printRecord(wholeRecord()).split('\n');
        QCOMPARE(lines.size(), 13);
        const QList<QByteArray> head {"mottaget-keys 1", "subject 0d3f7a52-5d0c-5a8a-9d5c-6c1f0e6f3a11", "entry " + QByteArray(32, 'a'),
            "backend gnome-keyring", "kdf scrypt 15 8 1", "salt " + QByteArray(kdfSaltSize, 's').toHex(),
            "recovery " + publicKey("recovery.pub.pem").fingerprint(), "tries 2 1795000000123"};
        QCOMPARE(lines.first(8), head);
        QVERIFY(lines[8].startsWith("key cache 1 ") && lines[8].endsWith(" none"));
        QVERIFY(lines[9].startsWith("key journal 1 ") && !lines[9].endsWith(" none"));
        QVERIFY(lines[10].startsWith("key outbox 1 ") && !lines[10].endsWith(" none"));
        QVERIFY(lines[11].startsWith("check "));
    }

    void refusesOtherBytes_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<RecordError::Code>("code");
        using enum RecordError::Code;
        const auto row = [](const char* name, RecordError::Code code, const Edit& edit) { QTest::newRow(name) << edit << code; };
        row("empty", NotARecord, [](QByteArray& t) { t.clear(); });
        row("something else", NotARecord, [](QByteArray& t) { t = "SQLite format 3"; });
        row("far too long", NotARecord, [](QByteArray& t) { t.insert(16, QByteArray(recordMaxSize, ' ')); });
        row("newer", NewerVersion, [](QByteArray& t) { t.replace(0, 15, "mottaget-keys 2"); });
        row("newer by far", NewerVersion, [](QByteArray& t) { t = "mottaget-keys 17\nwhatever"; });
        row("no version", Damaged, [](QByteArray& t) { t.replace(0, 15, "mottaget-keys x"); });
        row("version nought", Damaged, [](QByteArray& t) {
            t.replace(0, 15, "mottaget-keys 0");
            t = resigned(t);
        });
        row("no digest", Damaged, [](QByteArray& t) { t.truncate(t.lastIndexOf("check ")); });
        row("cut", Damaged, [](QByteArray& t) { t.chop(1); });
        row("more after the end", Damaged, [](QByteArray& t) { t += '\n'; });
        row("a blank more", Damaged, [](QByteArray& t) {
            t.replace("kdf scrypt", "kdf  scrypt");
            t = resigned(t);
        });
        row("upper case", Damaged, [](QByteArray& t) {
            t.replace("salt 7373", "salt 737B");
            t = resigned(t);
        });
        row("carriage returns", Damaged, [](QByteArray& t) {
            t.replace("\n", "\r\n");
            t = resigned(t);
        });
        row("cheap derivation", Damaged, [](QByteArray& t) {
            t.replace("scrypt 15", "scrypt 10");
            t = resigned(t);
        });
        row("derivation that eats the memory", Damaged, [](QByteArray& t) {
            t.replace("scrypt 15", "scrypt 30");
            t = resigned(t);
        });
        row("no derivation for a person", Damaged, [](QByteArray& t) {
            t.replace("scrypt 15 8 1", "none");
            t = resigned(t);
        });
        row("other function", Damaged, [](QByteArray& t) {
            t.replace("scrypt", "pbkdf2");
            t = resigned(t);
        });
        row("lines in another order", Damaged, [](QByteArray& t) {
            t.replace("key cache", "key x").replace("key journal", "key cache").replace("key x", "key journal");
            t = resigned(t);
        });
        row("a key twice", Damaged, [](QByteArray& t) {
            t.replace("key journal 1", "key cache 1");
            t = resigned(t);
        });
        row("a key missing", Damaged, [](QByteArray& t) {
            t.remove(t.indexOf("key outbox"), t.indexOf("check") - t.indexOf("key outbox"));
            t = resigned(t);
        });
        row("a key of the device's", Damaged, [](QByteArray& t) {
            t.replace("key outbox", "key log");
            t = resigned(t);
        });
        row("epoch nought", Damaged, [](QByteArray& t) {
            t.replace("key outbox 1", "key outbox 0");
            t = resigned(t);
        });
        row("a subject that is a path", Damaged, [](QByteArray& t) {
            t.replace("subject 0d3f", "subject ../0");
            t = resigned(t);
        });
        row("tries below nought", Damaged, [](QByteArray& t) {
            t.replace("tries 2", "tries -2");
            t = resigned(t);
        });
        row("tries without a time", Damaged, [](QByteArray& t) {
            t.replace("tries 2 1795000000123", "tries 2 none");
            t = resigned(t);
        });
    }
    void refusesOtherBytes()
    {
        QFETCH(Edit, edit);
        QByteArray text = printRecord(wholeRecord());
        edit(text);
        const auto read = parseRecord(text);
        QVERIFY(!read);
        QTEST(read.error().code, "code");
    }

    void holdsTwoEpochsWhileAKeyChanges()
    {
        KeyRecord record = wholeRecord();
        const RecoveryPublicKey recovery = publicKey("recovery.pub.pem");
        QVERIFY(addNextKey(record, FileKind::Journal, wrapperOf('w'), &recovery));
        QCOMPARE(parseRecord(printRecord(record)).value(), record);
        record.keys[2].epoch = 3; // after 1 comes 2
        QVERIFY(!isWhole(record));
    }

    void filesArePrivateAndTwofold()
    {
        const QTemporaryDir folder;
        const KeyRecordFile file(folder.filePath(u"person.keys"_s));
        QVERIFY(file.isAbsent());
        QCOMPARE(file.read().error(), (RecordError {RecordError::Code::Missing, 0}));
        const KeyRecord record = wholeRecord();
        QVERIFY(file.write(record));
        QVERIFY(!file.isAbsent());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name), (QStringList {u"person.keys"_s, u"person.keys.copy"_s}));
        for (const QString& name : {u"person.keys"_s, u"person.keys.copy"_s}) {
            const auto rights = QFile::permissions(folder.filePath(name));
            QVERIFY(!(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOwner)));
        }
        QCOMPARE(file.read().value(), record);
    }

    void survivesTheLossOfOne_data()
    {
        QTest::addColumn<QByteArray>("first");  // what stands there instead; null = as written, "-" = removed
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("code");          // -1 = the record is read
        const QByteArray kept;
        const QByteArray newer("mottaget-keys 2\n");
        QTest::newRow("both") << kept << kept << -1;
        QTest::newRow("first gone") << QByteArray("-") << kept << -1;
        QTest::newRow("first empty, as a power cut may leave it") << QByteArray("") << kept << -1;
        QTest::newRow("first damaged") << QByteArray("mottaget-keys 1\nx") << kept << -1;
        QTest::newRow("copy gone") << kept << QByteArray("-") << -1;
        QTest::newRow("both damaged") << QByteArray("mottaget-keys 1\nx") << QByteArray("y") << int(RecordError::Code::Damaged);
        QTest::newRow("first newer: the older copy is not for use") << newer << kept << int(RecordError::Code::NewerVersion);
        QTest::newRow("first gone, copy newer") << QByteArray("-") << newer << int(RecordError::Code::NewerVersion);
        QTest::newRow("first gone, copy damaged") << QByteArray("-") << QByteArray("y") << int(RecordError::Code::NotARecord);
    }
    void survivesTheLossOfOne()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(int, code);
        const QTemporaryDir folder;
        const KeyRecordFile file(folder.filePath(u"person.keys"_s));
        const KeyRecord record = wholeRecord();
        QVERIFY(file.write(record));
        const std::pair<QString, QByteArray> places[] = {{file.path(), first}, {file.path() + u".copy"_s, second}};
        for (const auto& [name, bytes] : places) {
            QFile there(name);
            if (bytes == "-")
                QVERIFY(there.remove());
            else if (!bytes.isNull())
                QVERIFY(there.open(QIODevice::WriteOnly | QIODevice::Truncate) && there.write(bytes) == bytes.size());
        }
        const auto read = file.read();
        QCOMPARE(read ? -1 : int(read.error().code), code);
        QVERIFY(!read || *read == record);
    }

    void aRefusedWriteLeavesTheFormerInForce()
    {
        const QTemporaryDir folder;
        const KeyRecordFile file(folder.filePath(u"person.keys"_s));
        const KeyRecord former = wholeRecord();
        QVERIFY(file.write(former));
        QVERIFY(QFile::remove(file.path() + u".copy"_s) && QDir(folder.path()).mkdir(u"person.keys.copy"_s)); // can't be written
        QCOMPARE(file.write(wholeRecord()).error().code, RecordError::Code::Unreadable);
        QCOMPARE(file.read().value(), former);
    }

    void setsAsideWithoutLoss()
    {
        const QTemporaryDir folder;
        const KeyRecordFile file(folder.filePath(u"device.keys"_s));
        QVERIFY(file.write(wholeRecord()));
        const QString ending = file.setAside(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
        QCOMPARE(ending, u".set-aside-19700101T000000000"_s);
        QVERIFY(file.isAbsent());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }
};

QTEST_APPLESS_MAIN(KeyRecordTest)
#include "tst_keyrecord.moc"
