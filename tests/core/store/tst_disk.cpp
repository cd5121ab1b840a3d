// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/disk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mottaget::store;
using namespace Qt::StringLiterals;

class TestDisk final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsNetworkDisks_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isNetwork");
        for (const char* type : {"nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "fuse.sshfs", "fuse.gvfsd-fuse"})
            QTest::newRow(type) << QByteArray(type) << true;
        for (const char* type : {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "ecryptfs", "fuseblk", "nfsd", "vfat", ""})
            QTest::addRow("'%s'", type) << QByteArray(type) << false;
    }
    void tellsNetworkDisks()
    {
        QFETCH(QByteArray, type);
        QTEST(isNetworkFileSystem(type), "isNetwork");
    }

    void readsTheDiskItself()
    {
        const QTemporaryDir place;
        QVERIFY(!fileSystemOf(place.path()).isEmpty());
        QVERIFY(!fileSystemOf(u"/proc"_s).isEmpty());
        QVERIFY(fileSystemOf(u"/proc"_s) != fileSystemOf(place.path()));
        QVERIFY(bytesFree(place.path()) > 0);
        QCOMPARE(bytesFree(u"/nonexistent"_s), -1);
    }
};

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
