// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include "tests/core/session/sealedfolder.h"

#include <QJsonDocument>
#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

CliAnswer cli(const QStringList& words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(MOTTAGET_BIN "/mottaget-cli"), QStringList {u"--json"_s} + words);
    CliAnswer answer;
    if (!process.waitForFinished(60000))
        return answer;
    answer.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    answer.object = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return answer;
}

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString dataFile(const char* name)
{
    return QStringLiteral(MOTTAGET_TEST_DATA "/keys/") + QString::fromLatin1(name);
}

//! A region that nobody is at: what is asked for here lies on the disk.
const QString nowhere = u"http://127.0.0.1:9/fhir"_s;

QString codeOf(const CliAnswer& answer)
{
    return answer.object[u"error"_s][u"code"_s].toString();
}

} // namespace

//! Unsent work as text: by the person, when the cache is gone; by the region, when the person is.
class TestRescue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exportsWhatWasDoneOffline()
    {
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"todo"_s, u"received"_s)[u"id"_s].toString();
        QVERIFY(!id.isEmpty());
        region.kill();
        const QString words = u"Åäö: ta två tabletter."_s;
        QCOMPARE(nurse.call(region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, words}).exit, 0);
        for (const QFileInfo& folder : QDir(nurse.data()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QString& name : {u"cache.db"_s, u"cache.db-wal"_s})
                QFile::remove(folder.filePath() + u'/' + name);
        }
        const QTemporaryDir out;
        const QString path = out.filePath(u"unsent.txt"_s);
        const CliAnswer answer = nurse.call(nowhere, {u"export-unsent"_s, path});
        QCOMPARE(answer.exit, 0);
        QCOMPARE(answer.object[u"folders"_s][0][u"actions"_s].toInt(), 1);
        const QString text = textOf(path);
        QVERIFY2(text.contains(words) && text.contains(u"case: "_s + id) && text.contains(u"verb: reply"_s), qPrintable(text));
        QCOMPARE(QFile::permissions(path) & QFile::Permissions(0x0077), QFile::Permissions());
        QCOMPARE(codeOf(nurse.call(nowhere, {u"export-unsent"_s, path})), u"fileExists"_s);
        QCOMPARE(textOf(path), text);
    }

    //! Half a file of patients' names is not left behind, and is not taken for the whole.
    void aFullDiskLeavesNoHalfOfAFile()
    {
        const session::SealedFolder folder;
        QVERIFY(folder.work());
        const QTemporaryDir small;
        const QString mounted = small.path();
        // A disk of one page, which the text does not fit into, in mounts of its own.
        const QString script = u"mount -t tmpfs -o size=4k none '%1' && '%2' --json --data '%3' recover '%1/out.txt' --recovery-key '%4' "
                               "--by SE2321009999-1IT1 --with SE2321009999-1IT2; echo; ls -A '%1'"_s.arg(
                                   mounted, QStringLiteral(MOTTAGET_BIN "/mottaget-cli"), folder.dir.path(), dataFile("recovery.pem"));
        {
            const auto outbox = folder.open(crypto::FileKind::Outbox);
            for (int number = 10; number < 40; ++number)
                QVERIFY(store::CommandTable(*outbox).add(session::unsentCommand(number)));
        }
        QProcess process;
        process.start(u"unshare"_s, {u"--mount"_s, u"--map-root-user"_s, u"sh"_s, u"-c"_s, script});
        QVERIFY(process.waitForFinished(60000));
        const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.size() == 1, qPrintable(lines.join(u" | "_s))); // the answer, and no file
        QCOMPARE(QJsonDocument::fromJson(lines.first().toUtf8()).object()[u"error"_s][u"code"_s].toString(), u"notWritten"_s);
    }

    void recoversForTheRegion()
    {
        const session::SealedFolder folder;
        QVERIFY(folder.work());
        const QTemporaryDir out;
        const QString path = out.filePath(u"recovered.txt"_s);
        QFile passphrase(out.filePath(u"passphrase"_s));
        QVERIFY(passphrase.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner) && passphrase.write("two persons\n") > 0);
        passphrase.close();
        const QStringList call {u"--data"_s, folder.dir.path(), u"recover"_s, path, u"--recovery-key"_s, dataFile("recovery-locked.pem"),
            u"--by"_s, u"SE2321009999-1IT1"_s, u"--with"_s, u"SE2321009999-1IT2"_s};
        QCOMPARE(codeOf(cli(call)), u"needsPassphrase"_s);
        QVERIFY(!QFile::exists(path));
        const CliAnswer answer = cli(call + QStringList {u"--passphrase-file"_s, passphrase.fileName()});
        QCOMPARE(answer.exit, 0);
        QCOMPARE(textOf(path).section(u'\n', 1),
            u"\nFolder person-a: 2 actions, 1 drafts\n\n"
            "1. Slutsvar, 1177-2026-001\n   verb: reply\n   state: queued\n   case: case-1\n   made: 2027-01-15T08:00:01Z\n"
            "   by: Anna Bergström, SE2321009999-1ANB, commission SE2321009999-2ANB\n   text:\n      Svar 1: drick mycket.\n      Hör av "
            "dig.\n\n"
            "2. Slutsvar, 1177-2026-003\n   verb: reply\n   state: uncertain\n   case: case-3\n   made: 2027-01-15T08:00:03Z\n"
            "   by: Anna Bergström, SE2321009999-1ANB, commission SE2321009999-2ANB\n   text:\n      Svar 3: drick mycket.\n      Hör av "
            "dig.\n\n"
            "Draft, question, case case-9, saved 2027-01-15T08:00:00Z\n      Har du feber?\n\n"_s);
    }

    void misuseIsToldApart_data()
    {
        QTest::addColumn<QStringList>("words");
        const QStringList key {u"--recovery-key"_s, dataFile("recovery.pem")};
        const QStringList by {u"--by"_s, u"SE2321009999-1IT1"_s};
        QTest::newRow("no key") << by + QStringList {u"--with"_s, u"SE2321009999-1IT2"_s};
        QTest::newRow("one person") << key + by;
        QTest::newRow("the same person twice") << key + by + QStringList {u"--with"_s, u"se2321009999-1it1"_s};
        QTest::newRow("nobody") << key;
    }
    void misuseIsToldApart()
    {
        QFETCH(QStringList, words);
        const QTemporaryDir out;
        const CliAnswer answer = cli(QStringList {u"--data"_s, out.path(), u"recover"_s, out.filePath(u"x"_s)} + words);
        QCOMPARE(answer.exit, 2);
        QCOMPARE(codeOf(answer), u"usage"_s);
    }

    void aSecretThatOthersMayReadIsRefused()
    {
        const Workstation nurse;
        const QTemporaryDir out;
        QFile pin(out.filePath(u"pin"_s));
        QVERIFY(pin.open(QIODevice::WriteOnly) && pin.write("135798") == 6);
        pin.close();
        QVERIFY(pin.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QCOMPARE(codeOf(nurse.call(nowhere, {u"check"_s, u"--unlock-file"_s, pin.fileName()})), u"usage"_s);
        QVERIFY(pin.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(codeOf(nurse.call(nowhere, {u"check"_s, u"--unlock-file"_s, pin.fileName()})) != "usage"_L1);
    }
};

QTEST_GUILESS_MAIN(TestRescue)
#include "tst_rescue.moc"
