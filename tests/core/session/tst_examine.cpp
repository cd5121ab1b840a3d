// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/examine.h"
#include "core/session/filetrouble.h"
#include "core/session/openfiles.h"
#include "core/store/anchortable.h"
#include "tests/core/session/sealedfolder.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using crypto::FileKind;
using Kind = FileProblem::Kind;

namespace {

constexpr qint64 pageBytes = 4096;

QMap<QString, QByteArray> contents(const QString& root)
{
    QMap<QString, QByteArray> found;
    for (const QString& folder : QStringList {root, root + u"/person-a"_s}) {
        for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            if (info.fileName() != "owner.lock"_L1)
                found.insert(info.filePath(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?"));
        }
    }
    return found;
}

void change(const QString& path, qint64 at)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at < 0 ? file.size() + at : at));
    const QByteArray was = file.peek(1);
    QVERIFY(file.write(QByteArray(1, char(was[0] ^ 4))) == 1);
}

ClosedFolder closedOf(const SealedFolder& folder)
{
    ClosedFolder closed;
    closed.folder = {folder.place.root, folder.place.person};
    closed.keys = folder.opened.keys;
    return closed;
}

QStringList found(const SealedFolder& folder, const crypto::Anchors& anchors = {})
{
    QStringList lines;
    for (const ExaminedFile& file : examine(closedOf(folder), anchors)) {
        for (const FileProblem& problem : file.problems)
            lines << u"%1 %2 %3"_s.arg(QFileInfo(file.path).fileName().left(27),
                problem.kind == Kind::NotOpened         ? QString(codeOf(problem.trouble))
                    : problem.kind == Kind::BadPage     ? u"page"_s
                    : problem.kind == Kind::BadLogFrame ? u"frame"_s
                    : problem.kind == Kind::StrayBytes  ? u"stray"_s
                    : problem.kind == Kind::LeftAside   ? u"aside "_s + (problem.opens ? u"opens"_s : QString(codeOf(problem.trouble)))
                                                        : problem.detail,
                QString::number(problem.number));
    }
    return lines;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(const SealedFolder&)>)

//! A check only looks: it says what the program would find, and leaves each byte where it was.
class TestExamine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatItFindsAndChangesNothing_data()
    {
        using Change = std::function<void(const SealedFolder&)>;
        QTest::addColumn<Change>("work");
        QTest::addColumn<QStringList>("expected");
        const auto outbox = [](const SealedFolder& folder) -> QString { return folder.place.person + u"/outbox.db"_s; };
        const auto row = [](const char* name, Change work, const QStringList& expected) { QTest::newRow(name) << work << expected; };
        row("all is well", [](const SealedFolder&) {}, {});
        row("no outbox yet", [=](const SealedFolder& folder) { QVERIFY(QFile::remove(outbox(folder))); }, {});
        row("the first page is damaged", [=](const SealedFolder& folder) { change(outbox(folder), 200); },
            {u"outbox.db page 1"_s, u"outbox.db damaged 0"_s});
        row("a byte after the last page",
            [=](const SealedFolder& folder) {
                QFile file(outbox(folder));
                QVERIFY(file.open(QIODevice::Append) && file.write("x") == 1);
            },
            {u"outbox.db stray 1"_s});
        row("an ordinary SQLite file",
            [=](const SealedFolder& folder) {
                QVERIFY(QFile::remove(outbox(folder)));
                QVERIFY(store::Database::open(
                    outbox(folder), store::Durability::Cache, store::schema::outbox(), 64, store::Sealing::plainForComparison()));
            },
            {u"outbox.db plainFile 0"_s});
        row("another kind of file",
            [=](const SealedFolder& folder) {
                QVERIFY(QFile::remove(outbox(folder)));
                QVERIFY(QFile::copy(folder.place.person + u"/journal.db"_s, outbox(folder)));
            },
            {u"outbox.db wrongKey 0"_s});
        row("no sealed file",
            [=](const SealedFolder& folder) {
                QFile file(outbox(folder));
                QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(QByteArray(8192, 'x')) == 8192);
            },
            {u"outbox.db unknownFormat 0"_s});
        row("cut to nothing", [=](const SealedFolder& folder) { QVERIFY(QFile::resize(outbox(folder), 0)); }, {u"outbox.db damaged 0"_s});
        row("of a newer version",
            [=](const SealedFolder& folder) { QVERIFY(folder.open(FileKind::Outbox)->execute("PRAGMA user_version=99").has_value()); },
            {u"outbox.db newerFile 0"_s});
        row("one was set aside",
            [=](const SealedFolder& folder) { QVERIFY(QFile::copy(outbox(folder), outbox(folder) + u".set-aside-20260101T000000000"_s)); },
            {u"outbox.db.set-aside-2026010 aside opens 0"_s});
        row("one was set aside and does not open",
            [=](const SealedFolder& folder) {
                QFile file(outbox(folder) + u".set-aside-20260101T000000000"_s);
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
            },
            {u"outbox.db.set-aside-2026010 aside damaged 0"_s});
        row("a log without its file was set aside",
            [=](const SealedFolder& folder) {
                QFile file(outbox(folder) + u".set-aside-20260101T000000000-wal"_s);
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
            },
            {u"outbox.db.set-aside-2026010 aside gone 0"_s});
    }
    void itSaysWhatItFindsAndChangesNothing()
    {
        QFETCH(std::function<void(const SealedFolder&)>, work);
        QFETCH(QStringList, expected);
        const SealedFolder folder;
        QVERIFY(folder.work());
        work(folder);
        const auto before = contents(folder.place.root);
        QCOMPARE(found(folder), expected);
        QCOMPARE(contents(folder.place.root), before);
    }

    void aLogThatIsDamagedIsTold()
    {
        const SealedFolder folder;
        const auto outbox = folder.open(FileKind::Outbox); // stays open: what is committed is in the log alone
        QVERIFY(outbox->checkpoint().has_value());
        for (int number = 1; number < 4; ++number)
            QVERIFY(store::CommandTable(*outbox).add(unsentCommand(number)).has_value());
        QVERIFY(found(folder).isEmpty());
        change(folder.place.person + u"/outbox.db-wal"_s, 32 + 24 + 100);
        const auto before = contents(folder.place.root);
        QCOMPARE(found(folder), (QStringList {u"outbox.db frame 1"_s, u"outbox.db damagedLog 0"_s}));
        QCOMPARE(contents(folder.place.root), before);
    }

    void whatTheKeychainKnowsIsMissed_data()
    {
        QTest::addColumn<QString>("now");
        QTest::newRow("the same file") << QString();
        QTest::newRow("an older one") << u"outbox.db olderState 0"_s;
        QTest::newRow("none") << u"outbox.db gone 0"_s;
    }
    void whatTheKeychainKnowsIsMissed()
    {
        QFETCH(QString, now);
        const SealedFolder folder;
        QVERIFY(folder.work());
        const QString path = folder.place.person + u"/outbox.db"_s;
        QVERIFY(QFile::copy(path, path + u".old"_s));
        const auto anchor = store::leaveAnchor(*folder.open(FileKind::Outbox), FileKind::Outbox);
        QVERIFY(anchor.has_value());
        if (!now.isEmpty())
            QVERIFY(QFile::remove(path));
        if (now.endsWith("olderState 0"_L1))
            QVERIFY(QFile::rename(path + u".old"_s, path));
        const auto before = contents(folder.place.root);
        QCOMPARE(found(folder, {*anchor}), now.isEmpty() ? QStringList() : QStringList {now});
        QCOMPARE(contents(folder.place.root), before);
    }

    //! Each of the store's errors has a text of its own, or is one that never ends an opening.
    void whatEndsAnOpeningIsToldApart()
    {
        using Store = store::StoreError::Code;
        const QMap<Store, OpenError::Code> expected {{Store::InUse, OpenError::Code::InUse},
            {Store::NetworkDisk, OpenError::Code::NetworkDisk}, {Store::NewerFile, OpenError::Code::NewerFiles},
            {Store::DiskFull, OpenError::Code::DiskFull}, {Store::NotWritable, OpenError::Code::NotWritable},
            {Store::OutOfMemory, OpenError::Code::OutOfMemory}, {Store::MigrationFailed, OpenError::Code::MigrationFailed},
            {Store::IoFailed, OpenError::Code::DiskFailed}, {Store::NotSealed, OpenError::Code::SealingBroken},
            {Store::SealingBroken, OpenError::Code::SealingBroken}, {Store::RefusedFile, OpenError::Code::SealingBroken},
            {Store::NotSetAside, OpenError::Code::NotSetAside}, {Store::CannotOpen, OpenError::Code::CannotOpen},
            {Store::StatementFailed, OpenError::Code::CannotOpen}};
        for (auto row = expected.begin(); row != expected.end(); ++row)
            QCOMPARE(openErrorOf({row.key(), u"outbox.db: x"_s}), (OpenError {row.value(), u"outbox.db: x"_s}));
        for (const Store code : {Store::Corrupt, Store::WrongKey, Store::OtherFile, Store::PlainFile, Store::UnknownFormat,
                 Store::ForeignLayout, Store::OlderState, Store::Damaged})
            QCOMPARE(openErrorOf({code, u"cache.db"_s}), (OpenError {OpenError::Code::NotSetAside, u"cache.db: "_s + store::codeOf(code)}));
    }
};

QTEST_GUILESS_MAIN(TestExamine)
#include "tst_examine.moc"
