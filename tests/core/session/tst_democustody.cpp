// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/democustody.h"
#include "tests/core/crypto/keysfixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;
using Code = OpenError::Code;

namespace {

custody::Place demoFolder(const QTemporaryDir& folder)
{
    QFile marker(folder.filePath(u"DEMO"_s));
    [[maybe_unused]] const bool made = marker.open(QIODevice::WriteOnly);
    return {folder.path(), folder.filePath(u"person-a"_s)};
}

} // namespace

class DemoCustodyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysComeBack()
    {
        const QTemporaryDir folder;
        const custody::Place place = demoFolder(folder);
        const auto first = openDemoKeys(place, QUrl(u"http://127.0.0.1:8080/fhir"_s));
        QCOMPARE((*first)->size(), 4U);
        const auto second = openDemoKeys(place, QUrl());
        QCOMPARE(crypto::shown(**second), crypto::shown(**first));
        QCOMPARE(QFile::permissions(folder.filePath(u"demo.key"_s)) & QFile::Permissions(0x0077), QFile::Permissions());
        const auto other = openDemoKeys({place.root, folder.filePath(u"person-b"_s)}, QUrl());
        QCOMPARE(crypto::shown(**other).last(), crypto::shown(**first).last());
        QVERIFY(crypto::shown(**other).first() != crypto::shown(**first).first());
    }

    void isRefusedEverywhereElse_data()
    {
        QTest::addColumn<QUrl>("region");
        QTest::addColumn<bool>("marked");
        QTest::addColumn<Code>("code");
        const auto row = [](const char* name, const QString& region, bool marked, Code code) {
            QTest::newRow(name) << QUrl(region) << marked << code;
        };
        row("a region", u"https://fhir.region.example/r4"_s, true, Code::RegionNotLoopback);
        row("a region without TLS", u"http://fhir.region.example/r4"_s, true, Code::RegionNotLoopback);
        row("a machine next door", u"http://192.168.1.20:8080/fhir"_s, true, Code::RegionNotLoopback);
        row("a name that begins like loopback", u"http://127.0.0.1.region.example/fhir"_s, true, Code::RegionNotLoopback);
        row("loopback as the user name", u"http://127.0.0.1@region.example/fhir"_s, true, Code::RegionNotLoopback);
        row("no host", u"file:///etc"_s, true, Code::RegionNotLoopback);
        row("loopback, folder not marked", u"http://127.0.0.1:8080/fhir"_s, false, Code::FolderNotDemo);
        row("no region, folder not marked", u""_s, false, Code::FolderNotDemo);
    }
    void isRefusedEverywhereElse()
    {
        QFETCH(QUrl, region);
        QFETCH(bool, marked);
        const QTemporaryDir folder;
        const custody::Place place = marked ? demoFolder(folder) : custody::Place {folder.path(), folder.filePath(u"person-a"_s)};
        const QStringList before = QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
        const auto keys = openDemoKeys(place, region);
        QVERIFY(!keys);
        QTEST(keys.error().code, "code");
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
    }

    void aLostKeyFileIsNotMadeAnew_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("gone");
        QTest::newRow("key gone") << u"demo.key"_s << true;
        QTest::newRow("key cut") << u"demo.key"_s << false;
        QTest::newRow("record damaged") << u"device.keys"_s << false;
    }
    void aLostKeyFileIsNotMadeAnew()
    {
        QFETCH(QString, file);
        QFETCH(bool, gone);
        const QTemporaryDir folder;
        const custody::Place place = demoFolder(folder);
        QVERIFY(openDemoKeys(place, QUrl()));
        for (const QString& name : QStringList {file, file + u".copy"_s}) {
            QFile there(folder.filePath(name));
            if (there.exists())
                QVERIFY(gone ? there.remove() : there.open(QIODevice::WriteOnly | QIODevice::Truncate) && there.write("x") == 1);
        }
        QCOMPARE(openDemoKeys(place, QUrl()).error().code, Code::CannotOpen);
    }
};

QTEST_GUILESS_MAIN(DemoCustodyTest)
#include "tst_democustody.moc"
