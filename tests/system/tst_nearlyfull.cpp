// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "tests/core/store/smalldisk.h"

#include <QTest>

using namespace mottaget::test;
using mottaget::store::testing::SmallDisk;
using mottaget::store::testing::takeOwnMounts;
using namespace Qt::StringLiterals;

// The real mottaget-cli on a disk with less free than is kept for unsent work: it says so, fetches nothing more, and goes on when
// somebody has tidied up.
class TestNearlyFull final : public QObject {
    Q_OBJECT

public:
    explicit TestNearlyFull(bool mayMount) : m_mayMount(mayMount) {}

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_mayMount, "this test needs mounts of its own: as root, or with user namespaces"); }

    void saysSoAndGoesOnWhenThereIsRoom()
    {
        constexpr qint64 mebi = 1024 * 1024;
        SmallDisk disk(200 * mebi);
        QVERIFY(disk.isMounted());
        RegionProcess region;
        QVERIFY(region.start());
        const Workstation station;
        QVERIFY(QFile::link(disk.path() + u"/data"_s, station.data()));
        QVERIFY(QDir().mkpath(disk.path() + u"/data"_s));

        QVERIFY(disk.leaveFree(100 * mebi)); // 128 are kept
        const CliAnswer refused = station.call(region.url(), {u"sync"_s, u"--once"_s});
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.object[u"error"_s][u"code"_s], u"disk"_s);
        QVERIFY(refused.object[u"error"_s][u"text"_s].toString().contains(u"nearly full"_s));
        QCOMPARE(refused.object[u"diskNearlyFull"_s], QJsonValue(true));
        QVERIFY(!QFile::exists(disk.path() + u"/data/ballast"_s)); // it is taken in good times only

        disk.tidy();
        const CliAnswer done = station.call(region.url(), {u"sync"_s, u"--once"_s});
        QCOMPARE(done.exit, 0);
        QCOMPARE(done.object[u"diskNearlyFull"_s], QJsonValue(false));
        QCOMPARE(QFileInfo(disk.path() + u"/data/ballast"_s).size(), 16 * mebi);
        QVERIFY(!station.firstCase(region.url(), u"todo"_s, {}).isEmpty());
    }

private:
    bool m_mayMount;
};

int main(int argc, char** argv)
{
    TestNearlyFull test(takeOwnMounts());
    const QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_nearlyfull.moc"
