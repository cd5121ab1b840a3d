// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/sealedfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

enum class Outcome {
    Refused,      //!< opening or reading fails
    Harmless,     //!< everything is there
    ToldEarlier,  //!< an earlier commit, and the log is reported
    EarlierUntold,
    Wrong,
};

} // namespace

// Bits flipped, ends cut off, pages and frames put in other places and other files: each is detected or does no harm, none is believed.
// Older states put back whole are not what the seal is for: docs/sealed-format.md says who notices those.
class TestSealedTamper final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_key = SealedKey::fresh(FileKind::Cache);
        SealedKey sibling = copyOf(m_key); // the same key on purpose: the identity alone must keep the files apart
        sibling.fileIdentity = QByteArray(16, 's');
        m_files = make(m_key, &m_states);
        m_other = make(sibling, nullptr);
        QCOMPARE(m_states.size(), 9);
    }

    void nothingTamperedWithIsBelieved_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<int>("count");
        QTest::newRow("a bit of a page") << 0 << 250;
        QTest::newRow("a bit of the log") << 1 << 250;
        QTest::newRow("a page in another's place") << 2 << 100;
        QTest::newRow("a frame in another's place") << 3 << 100;
        QTest::newRow("a page of another file") << 4 << 60;
        QTest::newRow("a frame of another file") << 5 << 60;
        QTest::newRow("a page as a frame") << 6 << 30;
        QTest::newRow("a frame as a page") << 7 << 30;
        QTest::newRow("a page of zeros") << 8 << 30;
        QTest::newRow("the file cut off") << 9 << 60;
        QTest::newRow("the other file's log") << 10 << 1;
        QTest::newRow("the log before the file's") << 11 << 30;
    }
    void nothingTamperedWithIsBelieved()
    {
        QFETCH(int, how);
        QFETCH(int, count);
        QRandomGenerator random(seed() + static_cast<quint32>(how));
        QMap<Outcome, int> outcomes;
        for (int i = 0; i < trials(count); ++i) {
            Snapshot files = m_files;
            const QString what = tamper(files, how, random);
            const Outcome outcome = judge(files);
            ++outcomes[outcome];
            QVERIFY2(outcome != Outcome::Wrong && outcome != Outcome::EarlierUntold, qPrintable(what));
        }
        QVERIFY(outcomes[Outcome::Refused] + outcomes[Outcome::ToldEarlier] > 0); // the tampering reached something that is read
    }

    // What the seal does not cover, held fast so that the format document stays true: a log cut off is an earlier commit.
    void aLogCutOffIsAnEarlierCommit()
    {
        for (qsizetype size = m_files.log.size(); size >= 0; size -= frameSize) {
            Snapshot files = m_files;
            files.log.truncate(size);
            const Outcome outcome = judge(files);
            QVERIFY(outcome == Outcome::Harmless || outcome == Outcome::EarlierUntold);
        }
    }

    void theWalkOverAllPagesNamesTheBadOnes()
    {
        Snapshot files = m_files;
        files.log.clear();
        for (qint64 page : {3, 7})
            files.file[page * pageSize + 17] = static_cast<char>(files.file.at(page * pageSize + 17) ^ 1);
        QVERIFY(files.put(path()));
        auto sealer = PageSealer::create(m_key);
        const PageReport expected {files.file.size() / pageSize, 0, {4, 8}, {}, 0};
        QCOMPARE(verifySealedFile(path(), *sealer).value() == expected, true);
        Snapshot log = m_files;
        log.log[logHeaderSize + frameSize + 100] = static_cast<char>(log.log.at(logHeaderSize + frameSize + 100) ^ 1);
        QVERIFY(log.put(path()));
        const auto report = verifySealedFile(path(), *sealer);
        QCOMPARE(report->badFrames, (QList<qint64> {2}));
        QVERIFY(Snapshot::of(path()) == log);
    }

private:
    QString path() const { return m_dir.filePath(u"file.db"_s); }

    // A file with one checkpointed state and eight commits in the log, as a crash leaves it.
    Snapshot make(const SealedKey& key, QList<QByteArray>* states) const
    {
        const QString name = m_dir.filePath(QString::fromLatin1(key.fileIdentity.toHex()));
        auto database = Database::open(name, Durability::Irreplaceable, entries, 1024, Sealing::withKey(key));
        if (!database)
            return {};
        (void)(*database)->execute("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<150) "
                                   "INSERT INTO entry SELECT x, hex(randomblob(200)) FROM n");
        (void)(*database)->checkpoint();
        if (states != nullptr)
            *states << digestOf(**database);
        for (int commit = 0; commit < 8; ++commit) {
            (void)(*database)->transaction([&]() -> StoreResult<void> {
                (void)(*database)->execute(qPrintable(u"INSERT INTO entry VALUES(NULL, hex(randomblob(300)))"_s));
                (void)(*database)->execute(qPrintable(u"UPDATE entry SET body=body || 'x' WHERE id=%1"_s.arg(commit * 11)));
                return (*database)->execute("INSERT INTO word VALUES('ett två tre')");
            });
            if (states != nullptr)
                *states << digestOf(**database);
        }
        return Snapshot::of(name);
    }

    QString tamper(Snapshot& files, int how, QRandomGenerator& random) const
    {
        const qint64 pages = files.file.size() / pageSize;
        const qint64 frames = (files.log.size() - logHeaderSize) / frameSize;
        const auto any = [&](qint64 below) { return static_cast<qint64>(random.bounded(static_cast<quint32>(below))); };
        const qint64 page = any(pages);
        const qint64 from = (page + 1 + any(pages - 1)) % pages;
        const qint64 frame = any(frames);
        const qint64 fromFrame = (frame + 1 + any(frames - 1)) % frames;
        const qint64 otherPage = any(m_other.file.size() / pageSize);
        const qint64 otherFrame = frameOffset(any((m_other.log.size() - logHeaderSize) / frameSize));
        switch (how) {
        case 0: return flip(files.file, any(files.file.size()), random);
        case 1: return flip(files.log, any(files.log.size()), random);
        case 2: return replace(files.file, page * pageSize, m_files.file.mid(from * pageSize, pageSize));
        case 3: return replace(files.log, frameOffset(frame), m_files.log.mid(frameOffset(fromFrame), frameSize));
        case 4: return replace(files.file, otherPage % pages * pageSize, m_other.file.mid(otherPage * pageSize, pageSize));
        case 5: return replace(files.log, frameOffset(frame), m_other.log.mid(otherFrame, frameSize));
        case 6: return replace(files.log, frameOffset(frame) + frameHeaderSize, m_files.file.mid(page * pageSize, pageSize));
        case 7: return replace(files.file, page * pageSize, m_files.log.mid(frameOffset(frame) + frameHeaderSize, pageSize));
        case 8: return replace(files.file, page * pageSize, QByteArray(pageSize, '\0'));
        case 9: files.file.truncate(any(files.file.size())); return u"file cut at %1"_s.arg(files.file.size());
        case 10: files.log = m_other.log; return u"other log"_s;
        default:
            // The head of the log's first half over again behind itself: right bytes, wrong offsets.
            files.log = m_files.log.left(frameOffset(frame)) + m_files.log.mid(logHeaderSize);
            return u"log doubled at frame %1"_s.arg(frame);
        }
    }

    static QString flip(QByteArray& bytes, qint64 at, QRandomGenerator& random)
    {
        const int bit = random.bounded(8);
        bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << bit));
        return u"bit %1 at %2"_s.arg(bit).arg(at);
    }

    static QString replace(QByteArray& bytes, qint64 at, const QByteArray& by)
    {
        bytes.replace(at, by.size(), by);
        return u"%1 bytes at %2"_s.arg(by.size()).arg(at);
    }

    Outcome judge(const Snapshot& files) const
    {
        if (!files.put(path()))
            return Outcome::Wrong;
        auto database = Database::open(path(), Durability::Cache, entries, 1024, Sealing::withKey(m_key));
        if (!database)
            return Outcome::Refused;
        const LogState log = (*database)->logState();
        const QByteArray digest = digestOf(**database);
        const bool sound = (*database)->integrityProblems().isEmpty();
        if (digest.isEmpty() || !sound)
            return Outcome::Refused;
        if (digest == m_states.last())
            return Outcome::Harmless;
        if (m_states.contains(digest))
            return log == LogState::Whole ? Outcome::EarlierUntold : Outcome::ToldEarlier;
        return Outcome::Wrong;
    }

    QTemporaryDir m_dir {scratchFolder()};
    SealedKey m_key;
    Snapshot m_files;
    Snapshot m_other;
    QList<QByteArray> m_states;
};

QTEST_GUILESS_MAIN(TestSealedTamper)
#include "tst_sealedtamper.moc"
