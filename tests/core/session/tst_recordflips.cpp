// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/keycustody.h"
#include "tests/core/crypto/keysfixture.h"
#include "tests/core/session/memorykeychain.h"
#include "tests/core/store/sealedfixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using store::testing::bytesOf;
using store::testing::trials;
using store::testing::write;
using Phase = CustodyStatus::Phase;
using Trouble = CustodyStatus::Trouble;

namespace {

constexpr const char* pin = "135798";

struct Desk {
    QTemporaryDir folder {store::testing::scratchFolder()};
    MemoryKeychain keychain;
    ManualClock clock {QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC)};

    [[nodiscard]] custody::Place place() const { return {folder.path(), folder.path() + u"/person-a"_s}; }
    [[nodiscard]] QString person() const { return folder.path() + u"/person-a/person.keys"_s; }
    [[nodiscard]] QString device() const { return folder.path() + u"/device.keys"_s; }

    std::unique_ptr<KeyCustody> begin()
    {
        auto custody = std::make_unique<KeyCustody>(
            KeyCustody::Options {place(), {}, {std::nullopt, [] { return crypto::kdfFloor; }}}, keychain, clock);
        custody->begin();
        settle(*custody);
        return custody;
    }
    static void settle(KeyCustody& custody)
    {
        QTRY_VERIFY(custody.status().phase != Phase::Starting && custody.status().phase != Phase::Working);
    }
};

QMap<QString, QByteArray> contentOf(const QString& root)
{
    QMap<QString, QByteArray> content;
    for (const QString& place : QStringList {root, root + u"/person-a"_s}) {
        for (const QString& name : QDir(place).entryList(QDir::Files | QDir::Hidden))
            content.insert(place + u'/' + name, bytesOf(place + u'/' + name));
    }
    return content;
}

} // namespace

//! The key records, changed in every byte, cut short, emptied, or no files at all: never a new installation over them, never other keys,
//! and nothing that lies there is changed before somebody has unlocked.
class TestRecordFlips final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto custody = m_desk.begin();
        QCOMPARE(custody->status().phase, Phase::New);
        custody->enrol(crypto::secretOf(pin));
        Desk::settle(*custody);
        QCOMPARE(custody->status().phase, Phase::Unlocked);
        m_keys = crypto::shown(*custody->keys());
        QVERIFY(write(m_desk.folder.path() + u"/person-a/outbox.db"_s, QByteArray(4096, 'o'))); // so that there is something to lose
        m_content = contentOf(m_desk.folder.path());
    }

    void eachByteOfBothCopies_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("the person's") << m_desk.person();
        QTest::newRow("the device's") << m_desk.device();
    }
    void eachByteOfBothCopies()
    {
        QFETCH(QString, path);
        const QByteArray whole = bytesOf(path);
        QVERIFY(whole.size() > 200);
        const int step = trials(1) > 1 ? 1 : 37;
        for (qsizetype at = 0; at < whole.size(); at += step) {
            QByteArray flipped = whole;
            flipped[at] = char(flipped[at] ^ 4);
            harm(path, flipped);
            judge(QByteArray::number(at));
        }
    }

    void whatElseCanLieThere_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(700, '\0');
        QTest::newRow("one letter") << QByteArray("x");
        QTest::newRow("very much") << QByteArray(1024 * 1024, 'x');
        QTest::newRow("a newer version") << m_content.value(m_desk.person()).replace("mottaget-keys ", "mottaget-keys 9");
        for (const int percent : {1, 25, 50, 75, 99}) {
            const QByteArray whole = m_content.value(m_desk.person());
            QTest::addRow("cut after %d %%", percent) << whole.left(whole.size() * percent / 100);
        }
    }
    void whatElseCanLieThere()
    {
        QFETCH(QByteArray, content);
        harm(m_desk.person(), content);
        judge(QTest::currentDataTag());
    }

    void aFolderInItsPlace()
    {
        putBack();
        for (const QString& path : {m_desk.person(), QString(m_desk.person() + u".copy"_s)})
            QVERIFY(QFile::remove(path) && QDir().mkdir(path));
        const auto custody = m_desk.begin();
        QCOMPARE(custody->status().phase, Phase::Stuck);
        QVERIFY(custody->status().trouble == Trouble::RecordUnreadable || custody->status().trouble == Trouble::RecordDamaged);
        for (const QString& path : {m_desk.person(), QString(m_desk.person() + u".copy"_s)})
            QVERIFY(QDir().rmdir(path));
    }

    void oneWholeCopyIsEnough()
    {
        putBack();
        QVERIFY(write(m_desk.person(), QByteArray("x")));
        QVERIFY(QFile::remove(m_desk.device()));
        judge("one copy");
        const auto custody = unlocked();
        QCOMPARE(custody->status().phase, Phase::Unlocked);
    }

private:
    void putBack()
    {
        for (auto file = m_content.begin(); file != m_content.end(); ++file)
            QVERIFY(write(file.key(), *file));
    }

    void harm(const QString& path, const QByteArray& content)
    {
        putBack();
        QVERIFY(write(path, content) && write(path + u".copy"_s, content));
    }

    std::unique_ptr<KeyCustody> unlocked()
    {
        auto custody = m_desk.begin();
        if (custody->status().phase == Phase::Locked) {
            custody->unlock(crypto::secretOf(pin));
            Desk::settle(*custody);
        }
        return custody;
    }

    void judge(const QByteArray& name)
    {
        const auto found = contentOf(m_desk.folder.path());
        {
            const auto custody = m_desk.begin();
            const CustodyStatus& status = custody->status();
            QVERIFY2(status.phase == Phase::Locked || status.phase == Phase::Stuck, name.constData());
            QVERIFY2(status.phase == Phase::Locked || status.trouble != Trouble::None, name.constData());
        }
        QVERIFY2(contentOf(m_desk.folder.path()) == found, name.constData());
        const auto custody = unlocked();
        QVERIFY2(!custody->keys() || personsOf(crypto::shown(*custody->keys())) == personsOf(m_keys), name.constData());
        QVERIFY2(bytesOf(m_desk.folder.path() + u"/person-a/outbox.db"_s) == QByteArray(4096, 'o'), name.constData());
        // What could not be read is still there, in its place or set aside.
        const auto now = contentOf(m_desk.folder.path());
        for (auto file = found.begin(); file != found.end(); ++file)
            QVERIFY2(file.key().endsWith(".copy"_L1) || custody->keys() || now.value(file.key()) == *file || now.values().contains(*file),
                QByteArray(name + ' ' + file.key().toUtf8()).constData());
    }

    //! The log's key is the device's, whose record may be made anew: the log is set aside then.
    static QList<QByteArray> personsOf(QList<QByteArray> keys)
    {
        keys.removeIf([](const QByteArray& key) { return key.startsWith("log"); });
        return keys;
    }

    Desk m_desk;
    QList<QByteArray> m_keys;
    QMap<QString, QByteArray> m_content;
};

QTEST_GUILESS_MAIN(TestRecordFlips)
#include "tst_recordflips.moc"
