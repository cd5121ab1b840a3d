// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/keycustody.h"
#include "tests/core/crypto/keysfixture.h"
#include "tests/core/session/memorykeychain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using Phase = CustodyStatus::Phase;
using Trouble = CustodyStatus::Trouble;
using Mode = MemoryKeychain::Mode;

namespace {

const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);

//! One person at one device, with a keychain that stays when the program is started anew.
struct Desk {
    QTemporaryDir folder;
    MemoryKeychain keychain;
    ManualClock clock {start};
    std::optional<crypto::RecoveryPublicKey> recovery;

    [[nodiscard]] custody::Place place(const QString& person = u"person-a"_s) const
    {
        return {folder.path(), folder.path() + u'/' + person};
    }
    [[nodiscard]] std::unique_ptr<KeyCustody> begun(const QString& person = u"person-a"_s)
    {
        KeyCustody::Options options {place(person), {}, {recovery, [] { return crypto::kdfFloor; }}};
        auto custody = std::make_unique<KeyCustody>(std::move(options), keychain, clock);
        custody->begin();
        settle(*custody);
        return custody;
    }
    static void settle(const KeyCustody& custody)
    {
        QTRY_VERIFY(custody.status().phase != Phase::Starting && custody.status().phase != Phase::Working);
    }
    static void enrol(KeyCustody& custody, const char* secret)
    {
        custody.enrol(crypto::secretOf(secret));
        settle(custody);
    }
    static void unlock(KeyCustody& custody, const char* secret)
    {
        custody.unlock(crypto::secretOf(secret));
        settle(custody);
    }
};

QList<QByteArray> shown(const KeyCustody& custody)
{
    return custody.keys() ? crypto::shown(*custody.keys()) : QList<QByteArray>();
}

} // namespace

class KeyCustodyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysComeBack()
    {
        Desk desk;
        QList<QByteArray> made;
        {
            const auto custody = desk.begun();
            QCOMPARE(custody->status().phase, Phase::New);
            Desk::enrol(*custody, "135798");
            QCOMPARE(custody->status().phase, Phase::Unlocked);
            made = shown(*custody);
            QCOMPARE(made.size(), 4); // cache, journal, outbox and the device's log
            custody->lock();
            QCOMPARE(custody->status().phase, Phase::Locked);
            QVERIFY(!custody->keys());
        }
        const auto custody = desk.begun();
        QCOMPARE(custody->status().phase, Phase::Locked);
        Desk::unlock(*custody, "135798");
        QCOMPARE(shown(*custody), made);
        QCOMPARE(desk.keychain.writes, 1);
        QCOMPARE(desk.keychain.entries.size(), 1);
        QCOMPARE(desk.keychain.entries.begin()->size(), 32);
    }

    void wrongSecretsWait()
    {
        Desk desk;
        Desk::enrol(*desk.begun(), "135798");
        {
            const auto custody = desk.begun();
            for (int i = 1; i <= 4; ++i) {
                Desk::unlock(*custody, "135799");
                QCOMPARE(custody->status().phase, Phase::Locked);
                QCOMPARE(custody->status().wrongTries, i);
                QVERIFY(custody->status().wasWrong && !custody->keys());
            }
            QCOMPARE(custody->status().retryAt, start.addSecs(5));
        }
        const auto custody = desk.begun(); // starting anew gives nothing back
        QCOMPARE(custody->status().wrongTries, 4);
        Desk::unlock(*custody, "135798");
        QCOMPARE(custody->status().phase, Phase::Locked);
        QVERIFY(!custody->keys());
        desk.clock.advance(std::chrono::seconds(5));
        Desk::unlock(*custody, "135798");
        QCOMPARE(custody->status().phase, Phase::Unlocked);
        QCOMPARE(custody->status().wrongTries, 0);
        QCOMPARE(desk.begun()->status().wrongTries, 0);
    }

    //! Every state of the keychain at unlocking; then it works again, and so does the same secret with the same keys.
    void eachTroublePasses_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<QByteArray>("backend");
        QTest::addColumn<bool>("entryGone");
        QTest::addColumn<Trouble>("trouble");
        const QByteArray gnome("gnome-keyring");
        QTest::newRow("absent") << Mode::Absent << gnome << false << Trouble::NoKeychain;
        QTest::newRow("locked") << Mode::Locked << gnome << false << Trouble::KeychainLocked;
        QTest::newRow("refused") << Mode::Refuses << gnome << false << Trouble::KeychainRefused;
        QTest::newRow("no answer") << Mode::Silent << gnome << false << Trouble::KeychainNoAnswer;
        QTest::newRow("odd") << Mode::Odd << gnome << false << Trouble::KeychainFailed;
        QTest::newRow("another keychain, empty") << Mode::Works << QByteArray("kwallet") << true << Trouble::OtherKeychain;
        QTest::newRow("entry gone") << Mode::Works << gnome << true << Trouble::SecretMissing;
    }
    void eachTroublePasses()
    {
        QFETCH(Mode, mode);
        QFETCH(QByteArray, backend);
        QFETCH(bool, entryGone);
        Desk desk;
        QList<QByteArray> made;
        {
            const auto custody = desk.begun();
            Desk::enrol(*custody, "135798");
            made = shown(*custody);
        }
        const auto kept = desk.keychain.entries;
        desk.keychain.mode = mode;
        desk.keychain.name = backend;
        if (entryGone)
            desk.keychain.entries.clear();
        const auto custody = desk.begun();
        QCOMPARE(custody->status().phase, Phase::Locked);
        Desk::unlock(*custody, "135798");
        QCOMPARE(custody->status().phase, Phase::Stuck);
        QTEST(custody->status().trouble, "trouble");
        QCOMPARE(desk.keychain.writes, 1); // no second secret, ever
        QCOMPARE(custody->status().wrongTries, 0);

        desk.keychain.mode = Mode::Works;
        desk.keychain.name = "gnome-keyring";
        desk.keychain.entries = kept;
        custody->retry();
        Desk::settle(*custody);
        Desk::unlock(*custody, "135798");
        QCOMPARE(shown(*custody), made);
    }

    void aChangedSecretWrapsTheSameKeys()
    {
        Desk desk;
        const auto custody = desk.begun();
        Desk::enrol(*custody, "135798");
        const auto made = shown(*custody);
        custody->change(crypto::secretOf("000001"), crypto::secretOf("a long sentence"));
        Desk::settle(*custody);
        QVERIFY(custody->status().wasWrong);
        QCOMPARE(shown(*custody), made);
        custody->change(crypto::secretOf("135798"), crypto::secretOf("a long sentence"));
        Desk::settle(*custody);
        QVERIFY(!custody->status().wasWrong);
        QCOMPARE(shown(*custody), made);
        custody->lock();
        Desk::unlock(*custody, "135798");
        QCOMPARE(custody->status().phase, Phase::Locked);
        Desk::unlock(*custody, "a long sentence");
        QCOMPARE(shown(*custody), made);
        // The copy, too: the former secret opens nothing any more.
        QVERIFY(QFile::remove(desk.place().personRecord().path()));
        const auto again = desk.begun();
        Desk::unlock(*again, "135798");
        QCOMPARE(again->status().phase, Phase::Locked);
    }

    void neitherHalfIsEnough()
    {
        Desk desk;
        Desk::enrol(*desk.begun(), "135798");
        desk.keychain.entries.begin().value()[0] ^= 1; // another device's secret, the right PIN
        const auto custody = desk.begun();
        Desk::unlock(*custody, "135798");
        QCOMPARE(custody->status().phase, Phase::Locked);
        QVERIFY(custody->status().wasWrong);
    }

    void twoPersonsShareTheDeviceAndItsLog()
    {
        Desk desk;
        const auto first = desk.begun(u"person-a"_s);
        Desk::enrol(*first, "135798");
        const auto second = desk.begun(u"person-b"_s);
        QCOMPARE(second->status().phase, Phase::New);
        Desk::enrol(*second, "246813");
        QCOMPARE(desk.keychain.entries.size(), 1);
        const auto a = shown(*first);
        const auto b = shown(*second);
        QCOMPARE(a.last(), b.last()); // the log's key
        for (int i = 0; i < 3; ++i)
            QVERIFY(a[i] != b[i]);
        // One's record in the other's folder opens nothing.
        QVERIFY(QFile::remove(desk.place(u"person-b"_s).personRecord().path()));
        QVERIFY(QFile::copy(desk.place(u"person-a"_s).personRecord().path(), desk.place(u"person-b"_s).personRecord().path()));
        QCOMPARE(desk.begun(u"person-b"_s)->status().trouble, Trouble::RecordDamaged);
    }

    void filesWithoutARecordAreNotNew()
    {
        Desk desk;
        QVERIFY(QDir().mkpath(desk.place().person));
        QFile file(desk.place().person + u"/outbox.db"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto custody = desk.begun();
        QCOMPARE(custody->status().trouble, Trouble::RecordMissing);
        custody->enrol(crypto::secretOf("135798"));
        Desk::settle(*custody);
        QCOMPARE(custody->status().phase, Phase::Stuck);
        QCOMPARE(desk.keychain.writes, 0);
    }

    void aLostLogKeyIsToldAndSetAside()
    {
        Desk desk;
        Desk::enrol(*desk.begun(), "135798");
        QFile log(desk.folder.filePath(u"log.db"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        QVERIFY(QFile::remove(desk.folder.filePath(u"device.keys"_s)));
        QFile copy(desk.folder.filePath(u"device.keys.copy"_s));
        QVERIFY(copy.open(QIODevice::WriteOnly | QIODevice::Truncate) && copy.write("damaged") > 0);
        copy.close();
        const auto custody = desk.begun();
        Desk::unlock(*custody, "135798");
        QCOMPARE(custody->status().phase, Phase::Unlocked);
        QVERIFY(custody->status().logSetAside);
        QCOMPARE(shown(*custody).size(), 4);
        QCOMPARE(QDir(desk.folder.path()).entryList({u"device.keys.copy.set-aside-*"_s}).size(), 1);
        const auto again = desk.begun();
        Desk::unlock(*again, "135798");
        QVERIFY(!again->status().logSetAside);
        QCOMPARE(shown(*again), shown(*custody));
    }

    void theRegionCanRecoverWhatPolicySays()
    {
        Desk desk;
        const auto custody = desk.begun();
        Desk::enrol(*custody, "135798");
        QVERIFY(!custody->status().recoverable);
        custody->lock();
        desk.recovery = crypto::publicKey("recovery.pub.pem"); // policy names a key from now on
        const auto later = desk.begun();
        Desk::unlock(*later, "135798");
        QVERIFY(later->status().recoverable);
        desk.recovery.reset(); // and the policy file is unreadable one day: nothing is taken away
        const auto last = desk.begun();
        Desk::unlock(*last, "135798");
        QVERIFY(last->status().recoverable);
        const auto person = desk.place().personRecord().read();
        const auto device = desk.place().deviceRecord().read();
        QCOMPARE(crypto::shown(crypto::recoverKeys(*person, crypto::privateKey("recovery.pem")).value()), shown(*last).sliced(1, 2));
        QCOMPARE(crypto::shown(crypto::recoverKeys(*device, crypto::privateKey("recovery.pem")).value()), shown(*last).sliced(3));
    }

    void bothKeysAreFoundWhileAFileMoves_data()
    {
        QTest::addColumn<crypto::FileKind>("kind");
        QTest::addColumn<bool>("recoverable");
        QTest::newRow("outbox") << crypto::FileKind::Outbox << false;
        QTest::newRow("outbox, recoverable") << crypto::FileKind::Outbox << true;
        QTest::newRow("the device's log, recoverable") << crypto::FileKind::Log << true;
    }
    void bothKeysAreFoundWhileAFileMoves()
    {
        QFETCH(crypto::FileKind, kind);
        QFETCH(bool, recoverable);
        Desk desk;
        if (recoverable)
            desk.recovery = crypto::publicKey("recovery.pub.pem");
        const auto custody = desk.begun();
        Desk::enrol(*custody, "135798");
        auto added = custody->addNextKey(kind);
        QTRY_VERIFY(added.isFinished());
        QCOMPARE(shown(*custody).size(), 5);
        const auto* const next = crypto::newestOf(*custody->keys(), kind);
        QCOMPARE(next->epoch, 2U);
        // Killed here: both are found again, whatever is tried in between.
        const auto later = desk.begun();
        Desk::unlock(*later, "135799");
        Desk::unlock(*later, "135798");
        QCOMPARE(shown(*later), shown(*custody));
    }

    void aSecondNextKeyIsTheSame()
    {
        Desk desk;
        const auto custody = desk.begun();
        Desk::enrol(*custody, "135798");
        const auto added = custody->addNextKey(crypto::FileKind::Journal);
        QTRY_VERIFY(added.isFinished());
        const auto keys = shown(*custody);
        const auto again = custody->addNextKey(crypto::FileKind::Journal);
        QTRY_VERIFY(again.isFinished());
        QCOMPARE(shown(*custody), keys);
    }

    void theFormerKeyIsForgottenAtLast()
    {
        Desk desk;
        const auto custody = desk.begun();
        Desk::enrol(*custody, "135798");
        const auto added = custody->addNextKey(crypto::FileKind::Outbox);
        QTRY_VERIFY(added.isFinished());
        const QByteArray nextKey = crypto::bytesOf(crypto::newestOf(*custody->keys(), crypto::FileKind::Outbox)->key);
        const auto dropped = custody->dropKey(crypto::FileKind::Outbox, 1);
        QTRY_VERIFY(dropped.isFinished());
        QCOMPARE(shown(*custody).size(), 4);
        custody->lock();
        Desk::unlock(*custody, "135798");
        QCOMPARE(shown(*custody).size(), 4);
        QCOMPARE(crypto::bytesOf(crypto::newestOf(*custody->keys(), crypto::FileKind::Outbox)->key), nextKey);
    }

    void countsWhatIsSealed()
    {
        Desk desk;
        {
            const auto custody = desk.begun();
            Desk::enrol(*custody, "135798");
            using enum crypto::FileKind;
            (void)custody->keep({}, {{Cache, 1, 40}, {Cache, 1, 2}, {Cache, 2, 5}}); // of the last there is no key
            (void)custody->keep({}, {{Log, 1, 7}});
        }
        const auto person = desk.place().personRecord().read();
        QCOMPARE(person->keys[0].sealed, 42U);
        QCOMPARE(person->keys[1].sealed, 0U);
        QCOMPARE(desk.place().deviceRecord().read()->keys[0].sealed, 7U);
        const auto custody = desk.begun();
        Desk::unlock(*custody, "135798"); // the count is kept over what unlocking writes
        QCOMPARE(desk.place().personRecord().read()->keys[0].sealed, 42U);
    }

    void anchorsAreKeptInTheKeychain()
    {
        Desk desk;
        const crypto::Anchors anchors {crypto::Anchor::after(crypto::FileKind::Outbox, 4), crypto::Anchor::after(crypto::FileKind::Log, 8)};
        {
            const auto custody = desk.begun();
            Desk::enrol(*custody, "135798");
            const auto none = custody->anchors();
            QTRY_VERIFY(none.isFinished());
            QCOMPARE(none.result(), crypto::Anchors());
            const auto kept = custody->keep(anchors, {});
            QTRY_VERIFY(kept.isFinished());
            QVERIFY(kept.result());
        }
        const auto custody = desk.begun();
        Desk::unlock(*custody, "135798");
        const auto found = custody->anchors();
        QTRY_VERIFY(found.isFinished());
        QCOMPARE(found.result(), anchors);

        const auto other = desk.begun(u"person-b"_s); // the log is the device's, the outbox is not
        Desk::enrol(*other, "246802");
        const auto others = other->anchors();
        QTRY_VERIFY(others.isFinished());
        QCOMPARE(others.result(), crypto::Anchors {anchors[1]});

        desk.keychain.mode = Mode::Refuses;
        const auto refused = custody->keep(anchors, {});
        QTRY_VERIFY(refused.isFinished());
        QVERIFY(!refused.result());
        const auto unknown = custody->anchors();
        QTRY_VERIFY(unknown.isFinished());
        QCOMPARE(unknown.result(), crypto::Anchors());
    }

    void noKeyIsAddedThatCanNotBeRecovered()
    {
        Desk desk;
        desk.recovery = crypto::publicKey("recovery.pub.pem");
        Desk::enrol(*desk.begun(), "135798");
        desk.recovery.reset(); // the policy can't be read today
        const auto custody = desk.begun();
        Desk::unlock(*custody, "135798");
        auto added = custody->addNextKey(crypto::FileKind::Journal);
        QTRY_VERIFY(added.isFinished());
        QCOMPARE(added.result().error(), custody::Failure::NoRecoveryKey);
        QCOMPARE(shown(*custody).size(), 4);
    }

    void aLockedCustodyChangesNoKeys()
    {
        Desk desk;
        const auto custody = desk.begun();
        const auto added = custody->addNextKey(crypto::FileKind::Journal);
        QVERIFY(added.isFinished() && added.isCanceled());
    }

    void recordsAreForTheOwnerAlone()
    {
        Desk desk;
        Desk::enrol(*desk.begun(), "135798");
        for (const QString& path : {desk.place().personRecord().path(), desk.place().deviceRecord().path()})
            QCOMPARE(QFile::permissions(path) & QFile::Permissions(0x0077), QFile::Permissions());
        QCOMPARE(QFile::permissions(desk.place().person) & QFile::Permissions(0x0077), QFile::Permissions());
    }
};

QTEST_GUILESS_MAIN(KeyCustodyTest)
#include "tst_keycustody.moc"
