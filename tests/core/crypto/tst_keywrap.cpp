// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keywrap.h"
#include "tests/core/crypto/keysfixture.h"

#include <QTest>

#include <functional>

using namespace mottaget;
using namespace mottaget::crypto;

namespace {

WrapContext context()
{
    return {"0d3f7a52-5d0c-5a8a-9d5c-6c1f0e6f3a11", FileKind::Outbox, 3, QByteArray(16, 'k'), QByteArray(16, 'f'), "person"};
}

} // namespace

using Change = std::function<void(WrapContext&)>;
Q_DECLARE_METATYPE(Change)

class KeyWrapTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensInItsPlace()
    {
        const SecretBytes wrapping = secretOf(QByteArray(32, 'w'));
        const QByteArray wrapped = wrapKey(wrapping, secretOf(QByteArray(32, 'd')), context());
        QCOMPARE(wrapped.size(), 77);
        QVERIFY(!wrapped.contains("dddd"));
        QCOMPARE(bytesOf(unwrapKey(wrapping, wrapped, context()).value()), QByteArray(32, 'd'));
    }

    void neverLooksTheSame()
    {
        const SecretBytes wrapping = secretOf(QByteArray(32, 'w'));
        const SecretBytes key = secretOf(QByteArray(32, 'd'));
        const QByteArray first = wrapKey(wrapping, key, context());
        const QByteArray second = wrapKey(wrapping, key, context());
        for (const qsizetype at : {1, 13, 29, 61}) // nonce, check, key and tag
            QVERIFY2(first.sliced(at, 12) != second.sliced(at, 12), qPrintable(QString::number(at)));
    }

    void opensNowhereElse_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("another person") << Change([](WrapContext& c) { c.subject = "device"; });
        QTest::newRow("another file") << Change([](WrapContext& c) { c.kind = FileKind::Journal; });
        QTest::newRow("an older epoch") << Change([](WrapContext& c) { c.epoch = 2; });
        QTest::newRow("another key id") << Change([](WrapContext& c) { c.keyId[15] = 'x'; });
        QTest::newRow("another file identity") << Change([](WrapContext& c) { c.fileId[0] = 'x'; });
        QTest::newRow("another way") << Change([](WrapContext& c) { c.way = "device"; });
        QTest::newRow("a border moved") << Change([](WrapContext& c) {
            c.keyId += c.fileId;
            c.fileId.clear();
        });
    }
    void opensNowhereElse()
    {
        QFETCH(Change, change);
        const SecretBytes wrapping = secretOf(QByteArray(32, 'w'));
        const QByteArray wrapped = wrapKey(wrapping, secretOf(QByteArray(32, 'd')), context());
        WrapContext other = context();
        change(other);
        QCOMPARE(unwrapKey(wrapping, wrapped, other).error(), WrapError::Damaged);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<WrapError>("error");
        QTest::newRow("version") << 0 << WrapError::UnknownVersion;
        QTest::newRow("nonce: another one-time key, as with a wrong secret") << 1 << WrapError::WrongSecret;
        QTest::newRow("check") << 13 << WrapError::WrongSecret;
        QTest::newRow("sealed key") << 29 << WrapError::Damaged;
        QTest::newRow("tag") << 61 << WrapError::Damaged;
    }
    void saysWhatIsWrong()
    {
        QFETCH(int, at);
        const SecretBytes wrapping = secretOf(QByteArray(32, 'w'));
        QByteArray wrapped = wrapKey(wrapping, secretOf(QByteArray(32, 'd')), context());
        wrapped[at] = char(wrapped[at] ^ 1);
        QTEST(unwrapKey(wrapping, wrapped, context()).error(), "error");
    }

    void refusesOtherSizes_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 12, 76, 78, 4096})
            QTest::addRow("%d bytes", size) << size;
    }
    void refusesOtherSizes()
    {
        QFETCH(int, size);
        QCOMPARE(unwrapKey(secretOf(QByteArray(32, 'w')), QByteArray(size, '\x01'), context()).error(), WrapError::Damaged);
    }

    //! Neither the device's half nor the person's half is enough, and neither is another person's salt.
    void everyHalfCounts()
    {
        const SecretBytes device = secretOf(QByteArray(32, 'D'));
        const SecretBytes derived = secretOf(QByteArray(32, 'P'));
        const QByteArray right = bytesOf(personWrappingKey(device, derived, "salt", "me"));
        QVERIFY(right != bytesOf(personWrappingKey(secretOf(QByteArray(32, 'E')), derived, "salt", "me")));
        QVERIFY(right != bytesOf(personWrappingKey(device, secretOf(QByteArray(32, 'Q')), "salt", "me")));
        QVERIFY(right != bytesOf(personWrappingKey(device, derived, "malt", "me")));
        QVERIFY(right != bytesOf(personWrappingKey(device, derived, "salt", "you")));
        QVERIFY(right != bytesOf(deviceWrappingKey(device, "salt", "me")));
        QCOMPARE(right, bytesOf(personWrappingKey(device, derived, "salt", "me")));
    }
};

QTEST_APPLESS_MAIN(KeyWrapTest)
#include "tst_keywrap.moc"
