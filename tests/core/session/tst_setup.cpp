// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/setup.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using Code = OpenError::Code;

Q_DECLARE_METATYPE(std::optional<Code>)

class SetupTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! A demo folder keeps its keys beside the files: nothing of a real region may come into it.
    void acceptsFolders_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("region");
        QTest::addColumn<std::optional<Code>>("refusal");
        const auto accepted = std::optional<Code>();
        QTest::newRow("new, loopback by number") << u"new"_s << u"http://127.0.0.1:8080/fhir"_s << accepted;
        QTest::newRow("new, loopback, version 6") << u"new"_s << u"http://[::1]:8080/fhir"_s << accepted;
        QTest::newRow("new, no region") << u"new"_s << QString() << accepted;
        QTest::newRow("empty, loopback") << u"empty"_s << u"http://127.0.0.1/fhir"_s << accepted;
        QTest::newRow("marked, loopback") << u"marked"_s << u"http://127.0.0.1/fhir"_s << accepted;
        QTest::newRow("marked, another machine")
            << u"marked"_s << u"https://fhir.region.example/fhir"_s << std::optional(Code::RegionNotLoopback);
        QTest::newRow("marked, a name that begins like loopback")
            << u"marked"_s << u"http://127.0.0.1.example/fhir"_s << std::optional(Code::RegionNotLoopback);
        QTest::newRow("not marked, with files") << u"used"_s << u"http://127.0.0.1/fhir"_s << std::optional(Code::FolderNotDemo);
    }
    void acceptsFolders()
    {
        QFETCH(QString, folder);
        QFETCH(QString, region);
        QFETCH(std::optional<Code>, refusal);
        const QTemporaryDir place;
        const QString root = place.filePath(folder);
        if (folder != u"new"_s)
            QVERIFY(QDir().mkpath(root));
        if (folder == u"marked"_s || folder == u"used"_s) {
            QFile file(root + (folder == u"marked"_s ? u"/DEMO"_s : u"/other"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const QStringList before = QDir(root).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        const auto answer = acceptFolder(root, QUrl(region));
        QCOMPARE(answer ? std::nullopt : std::optional(answer.error().code), refusal);
        const QStringList after = QDir(root).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QCOMPARE(after, refusal ? before : QStringList {u"DEMO"_s});
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        if (!refusal && folder != u"marked"_s)
            QVERIFY(!(QFileInfo(root).permissions() & others));
    }

    void readsTokens_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("commission");
        QTest::newRow("demo") << QByteArray("demo:SE2321009999-1ANB:SE2321009999-2ANB") << u"SE2321009999-1ANB"_s << u"SE2321009999-2ANB"_s;
        QTest::newRow("with a line end") << QByteArray("demo:SE2321009999-1ANB:SE2321009999-2ANB\n") << u"SE2321009999-1ANB"_s
                                         << u"SE2321009999-2ANB"_s;
        QTest::newRow("another kind") << QByteArray("eyJhbGciOi:a:b") << QString() << QString();
        QTest::newRow("two parts") << QByteArray("demo:SE2321009999-1ANB") << QString() << QString();
        QTest::newRow("four parts") << QByteArray("demo:SE2321009999-1ANB:SE2321009999-2ANB:x") << QString() << QString();
        QTest::newRow("no HSA-id") << QByteArray("demo:../etc:SE2321009999-2ANB") << QString() << QString();
        QTest::newRow("empty") << QByteArray() << QString() << QString();
    }
    void readsTokens()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, person);
        const auto subject = subjectOf(token);
        QCOMPARE(subject.has_value(), !person.isEmpty());
        if (!subject) {
            QCOMPARE(subject.error().code, Code::BadToken);
            return;
        }
        QCOMPARE(subject->personHsaId, person);
        QTEST(subject->commissionHsaId, "commission");
    }
};

QTEST_GUILESS_MAIN(SetupTest)
#include "tst_setup.moc"
