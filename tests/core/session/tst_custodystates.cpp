// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/keycustody.h"
#include "tests/core/crypto/keysfixture.h"
#include "tests/core/session/memorykeychain.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using Phase = CustodyStatus::Phase;
using Trouble = CustodyStatus::Trouble;
using Mode = MemoryKeychain::Mode;

namespace {

//! What a person may be doing when a state is met. In Return the record was made at an earlier start.
enum class Act { Enrol, Return, Change };

//! A state a workstation can be in, and what a person meets in each act; the phase is where it ends.
struct StateRow {
    const char* name;
    Mode mode = Mode::Works;
    QByteArray backend = "gnome-keyring";
    bool entryGone = false;
    Trouble returning = Trouble::None;
    Trouble enrolling = Trouble::None;
};

const QList<StateRow>& everyState()
{
    static const QList<StateRow> rows {{"works"}, {"no keychain", Mode::Absent, "", false, Trouble::NoKeychain, Trouble::NoKeychain},
        {"keychain locked", Mode::Locked, "gnome-keyring", false, Trouble::KeychainLocked, Trouble::KeychainLocked},
        {"keychain slow, then there", Mode::Slow},
        {"keychain never answers", Mode::Silent, "gnome-keyring", false, Trouble::KeychainNoAnswer, Trouble::KeychainNoAnswer},
        {"its question refused", Mode::Refuses, "gnome-keyring", false, Trouble::KeychainRefused, Trouble::KeychainRefused},
        {"it fails otherwise", Mode::Odd, "gnome-keyring", false, Trouble::KeychainFailed, Trouble::KeychainFailed},
        {"another keychain than last time", Mode::Works, "kwallet", true, Trouble::OtherKeychain, Trouble::None},
        {"the entry is gone", Mode::Works, "gnome-keyring", true, Trouble::SecretMissing, Trouble::None}};
    return rows;
}

//! Every file of a folder with its bytes.
QHash<QString, QByteArray> contentOf(const QString& folder)
{
    QHash<QString, QByteArray> content;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden)) {
        if (info.isDir()) {
            content.insert(contentOf(info.filePath()));
            continue;
        }
        QFile file(info.filePath());
        content.insert(info.filePath(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return content;
}

struct Desk {
    QTemporaryDir folder;
    MemoryKeychain keychain;
    ManualClock clock {QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC)};
    std::unique_ptr<KeyCustody> custody;
    bool wasSlow = false;

    [[nodiscard]] custody::Place place() const { return {folder.path(), folder.path() + u"/person-a"_s}; }
    [[nodiscard]] const CustodyStatus& status() const { return custody->status(); }
    [[nodiscard]] QList<QByteArray> keys() const { return custody->keys() ? crypto::shown(*custody->keys()) : QList<QByteArray>(); }

    void begin()
    {
        custody = std::make_unique<KeyCustody>(
            KeyCustody::Options {place(), {}, {std::nullopt, [] { return crypto::kdfFloor; }}}, keychain, clock);
        QObject::connect(custody.get(), &Custody::statusChanged, custody.get(), [this] { wasSlow = wasSlow || status().keychainSlow; });
        custody->begin();
        settle();
    }
    void settle() const { QTRY_VERIFY(status().phase != Phase::Starting && status().phase != Phase::Working); }
    void enrol(const char* secret)
    {
        custody->enrol(crypto::secretOf(secret));
        settle();
    }
    void unlock(const char* secret)
    {
        custody->unlock(crypto::secretOf(secret));
        settle();
    }
    void change(const char* present, const char* next)
    {
        custody->change(crypto::secretOf(present), crypto::secretOf(next));
        settle();
    }
    void meet(const StateRow& row)
    {
        keychain.mode = row.mode;
        keychain.name = row.backend;
        if (row.entryGone)
            keychain.entries.clear();
    }
};

} // namespace

Q_DECLARE_METATYPE(Act)

class CustodyStatesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! Each state in each act: its own trouble and name, nothing made and nothing lost, and all well when the state has passed.
    void eachStateInEachAct_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<Act>("act");
        for (int at = 0; at < everyState().size(); ++at) {
            for (const auto& [name, act] : {std::pair("enrol", Act::Enrol), {"come back", Act::Return}, {"change", Act::Change}})
                QTest::addRow("%s: %s", name, everyState()[at].name) << at << act;
        }
    }
    void eachStateInEachAct()
    {
        QFETCH(int, state);
        QFETCH(Act, act);
        const StateRow& row = everyState()[state];
        Desk desk;
        QList<QByteArray> made;
        desk.begin();
        if (act != Act::Enrol) {
            desk.enrol("135798");
            made = desk.keys();
        }
        if (act == Act::Return)
            desk.begin();
        const auto kept = desk.keychain.entries;
        const auto files = contentOf(desk.folder.path());
        desk.meet(row);
        const Trouble expected = act == Act::Enrol ? row.enrolling : row.returning;
        switch (act) {
        case Act::Enrol: desk.enrol("135798"); break;
        case Act::Return: desk.unlock("135798"); break;
        case Act::Change: desk.change("135798", "864209"); break;
        }
        QCOMPARE(desk.status().trouble, expected);
        QCOMPARE(desk.wasSlow, row.mode == Mode::Slow || row.mode == Mode::Silent);
        QVERIFY(!desk.status().keychainSlow);
        if (expected == Trouble::None) {
            QCOMPARE(desk.status().phase, Phase::Unlocked);
            QVERIFY(act == Act::Enrol || desk.keys() == made);
            return;
        }
        QCOMPARE(desk.status().phase, act == Act::Change ? Phase::Unlocked : Phase::Stuck); // who works goes on working
        QVERIFY(!codeOf(expected).isEmpty());
        QCOMPARE(desk.keys(), act == Act::Change ? made : QList<QByteArray>());
        QCOMPARE(contentOf(desk.folder.path()), files);
        QCOMPARE(desk.keychain.writes, act == Act::Enrol ? 0 : 1); // never a second secret
        QCOMPARE(desk.status().wrongTries, 0);

        desk.keychain.mode = Mode::Works;
        desk.keychain.name = "gnome-keyring";
        desk.keychain.entries = kept;
        desk.begin();
        QCOMPARE(desk.status().phase, act == Act::Enrol ? Phase::New : Phase::Locked);
        if (act == Act::Enrol)
            desk.enrol("135798");
        else
            desk.unlock("135798");
        QCOMPARE(desk.status().phase, Phase::Unlocked);
        QVERIFY(act == Act::Enrol || desk.keys() == made);
    }

    void everyTroubleHasItsOwnName()
    {
        QSet<QString> names;
        for (int at = 0; at <= int(Trouble::RecordNotWritten); ++at)
            names << codeOf(Trouble(at));
        QCOMPARE(names.size(), int(Trouble::RecordNotWritten) + 1);
    }

    //! What may have become of the record: each is told apart, the files are left as they are, and no secret is made.
    void eachStateOfTheRecord_data()
    {
        QTest::addColumn<QByteArray>("content"); // of both copies; empty: removed
        QTest::addColumn<bool>("isFolder");
        QTest::addColumn<Trouble>("trouble");
        QTest::newRow("gone") << QByteArray() << false << Trouble::RecordMissing;
        QTest::newRow("no record at all") << QByteArray("hello\n") << false << Trouble::RecordDamaged;
        QTest::newRow("newer") << QByteArray("mottaget-keys 2\nsomething new\n") << false << Trouble::RecordNewer;
        QTest::newRow("the disk does not give it") << QByteArray() << true << Trouble::RecordUnreadable;
    }
    void eachStateOfTheRecord()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, isFolder);
        Desk desk;
        desk.begin();
        desk.enrol("135798");
        QFile outbox(desk.place().person + u"/outbox.db"_s);
        QVERIFY(outbox.open(QIODevice::WriteOnly) && outbox.write("sealed") == 6);
        outbox.close();
        const QString path = desk.place().personRecord().path();
        for (const QString& each : QStringList {path, path + u".copy"_s}) {
            QVERIFY(QFile::remove(each));
            if (isFolder)
                QVERIFY(QDir().mkdir(each));
            QFile file(each);
            if (!content.isEmpty())
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        }
        const auto files = contentOf(desk.folder.path());
        desk.begin();
        QCOMPARE(desk.status().phase, Phase::Stuck);
        QTEST(desk.status().trouble, "trouble");
        desk.enrol("246802"); // nobody can make a new installation of it
        desk.unlock("135798");
        QCOMPARE(desk.status().phase, Phase::Stuck);
        QCOMPARE(contentOf(desk.folder.path()), files);
        QCOMPARE(desk.keychain.writes, 1);
    }

    //! Wrong secrets at a change wait like those at an unlock, over a new start too, and cost no keys.
    void wrongSecretsAtAChangeWait()
    {
        Desk desk;
        desk.begin();
        desk.enrol("135798");
        const auto made = desk.keys();
        for (int tries = 1; tries <= 4; ++tries) {
            desk.change("135799", "864209");
            QCOMPARE(desk.status().wrongTries, tries);
            QVERIFY(desk.status().wasWrong);
        }
        QCOMPARE(desk.status().retryAt, desk.clock.now().addSecs(5));
        desk.change("135798", "864209"); // too early
        QCOMPARE(desk.keys(), made);
        desk.begin();
        QCOMPARE(desk.status().wrongTries, 4);
        desk.unlock("135798"); // too early, too
        QCOMPARE(desk.status().phase, Phase::Locked);
        desk.clock.advance(std::chrono::seconds(5));
        desk.unlock("864209");
        QCOMPARE(desk.status().phase, Phase::Locked); // it never was changed
        desk.clock.advance(std::chrono::seconds(10));
        desk.unlock("135798");
        QCOMPARE(desk.keys(), made);
    }

    //! A change touches the person's record and its copy, nothing else: not the device's, not the keychain, no data.
    void aChangeRewrapsAndNothingElse()
    {
        Desk desk;
        desk.begin();
        desk.enrol("135798");
        QFile outbox(desk.place().person + u"/outbox.db"_s);
        QVERIFY(outbox.open(QIODevice::WriteOnly) && outbox.write("sealed") == 6);
        outbox.close();
        const auto before = contentOf(desk.folder.path());
        const auto entries = desk.keychain.entries;
        const auto made = desk.keys();
        desk.change("135798", "864209");
        QCOMPARE(desk.keys(), made);
        QCOMPARE(desk.keychain.entries, entries);
        QCOMPARE(desk.keychain.writes, 1);
        const auto after = contentOf(desk.folder.path());
        QStringList changed;
        for (auto file = after.begin(); file != after.end(); ++file) {
            if (before.value(file.key()) != file.value())
                changed << file.key();
        }
        changed.sort();
        const QString record = desk.place().personRecord().path();
        QCOMPARE(changed, (QStringList {record, record + u".copy"_s}));
        QCOMPARE(after.size(), before.size());
    }
};

QTEST_GUILESS_MAIN(CustodyStatesTest)
#include "tst_custodystates.moc"
