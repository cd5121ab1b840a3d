// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/aead.h"
#include "core/crypto/selftest.h"

#include <QSet>
#include <QTest>

using namespace mottaget;
using namespace mottaget::crypto;

namespace {

std::span<std::byte> bytesOf(QByteArray& array)
{
    return std::as_writable_bytes(std::span(array.data(), static_cast<std::size_t>(array.size())));
}

SecretBytes secret(const QByteArray& hex)
{
    QByteArray bytes = QByteArray::fromHex(hex);
    return SecretBytes::take(bytesOf(bytes));
}

QByteArray hexOf(const SecretBytes& bytes)
{
    return QByteArray(reinterpret_cast<const char*>(bytes.view().data()), static_cast<qsizetype>(bytes.size())).toHex();
}

struct Message {
    QByteArray nonce = QByteArray(12, '\x11');
    QByteArray additional = QByteArray(32, '\x22');
    QByteArray text;
    QByteArray tag = QByteArray(16, '\0');
};

bool seal(Aead& aead, Message& message)
{
    return aead.seal(Aead::Nonce(bytesOf(message.nonce).data(), 12), bytesOf(message.additional), bytesOf(message.text),
        bytesOf(message.text).data(), std::span<std::byte, 16>(bytesOf(message.tag).data(), 16));
}

bool open(Aead& aead, Message& message)
{
    return aead.open(Aead::Nonce(bytesOf(message.nonce).data(), 12), bytesOf(message.additional), bytesOf(message.text),
        bytesOf(message.text).data(), std::span<const std::byte, 16>(bytesOf(message.tag).data(), 16));
}

const QByteArray zeros64(64, '0');

} // namespace

class TestAead final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSelfTestHolds() { QVERIFY(selfTest()); }

    void publicVectors_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<QByteArray>("additional");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("sealed");
        QTest::addColumn<QByteArray>("tag");
        const QByteArray key15 = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
        const QByteArray nonce15 = "cafebabefacedbaddecaf888";
        QTest::newRow("GCM 13: nothing") << zeros64 << QByteArray(24, '0') << QByteArray() << QByteArray() << QByteArray()
                                         << QByteArray("530f8afbc74536b9a963b4f1c4cb738b");
        QTest::newRow("GCM 14: one block") << zeros64 << QByteArray(24, '0') << QByteArray() << QByteArray(32, '0')
                                           << QByteArray("cea7403d4d606b6e074ec5d3baf39d18")
                                           << QByteArray("d0d1c8a799996bf0265b98b5d48ab919");
        QTest::newRow("GCM 15: four blocks") << key15 << nonce15 << QByteArray()
                                             << QByteArray("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                                           "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255")
                                             << QByteArray("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                                           "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad")
                                             << QByteArray("b094dac5d93471bdec1a502270e3cc6c");
        QTest::newRow("GCM 16: additional data") << key15 << nonce15 << QByteArray("feedfacedeadbeeffeedfacedeadbeefabaddad2")
                                                 << QByteArray("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                                               "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
                                                 << QByteArray("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                                               "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662")
                                                 << QByteArray("76fc6ece0f4e1768cddf8853bb2d551b");
    }
    void publicVectors()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, nonce);
        QFETCH(QByteArray, additional);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, sealed);
        QFETCH(QByteArray, tag);
        auto aead = Aead::create(secret(key));
        QVERIFY(aead.has_value());
        Message message {QByteArray::fromHex(nonce), QByteArray::fromHex(additional), QByteArray::fromHex(plain)};
        for (int round = 0; round < 3; ++round) { // the contexts are used again and again
            QVERIFY(seal(*aead, message));
            QCOMPARE(message.text.toHex(), sealed);
            QCOMPARE(message.tag.toHex(), tag);
            QVERIFY(open(*aead, message));
            QCOMPARE(message.text.toHex(), plain);
        }
    }

    void whatWasTouchedIsRefusedAndGivesZeros_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("at");
        for (int at : {0, 7, 11})
            QTest::addRow("nonce byte %d", at) << 0 << at;
        for (int at : {0, 15, 16, 31})
            QTest::addRow("additional byte %d", at) << 1 << at;
        for (int at : {0, 15, 16, 2000, 4063})
            QTest::addRow("text byte %d", at) << 2 << at;
        for (int at : {0, 15})
            QTest::addRow("tag byte %d", at) << 3 << at;
    }
    void whatWasTouchedIsRefusedAndGivesZeros()
    {
        QFETCH(int, part);
        QFETCH(int, at);
        auto aead = Aead::create(SecretBytes::random(32));
        Message sealed;
        sealed.text = QByteArray(4064, 'x');
        QVERIFY(seal(*aead, sealed));
        for (int bit = 0; bit < 8; ++bit) {
            Message message = sealed;
            QByteArray& touched = part == 0 ? message.nonce : part == 1 ? message.additional : part == 2 ? message.text : message.tag;
            touched[at] = static_cast<char>(touched.at(at) ^ (1 << bit));
            QVERIFY(!open(*aead, message));
            QCOMPARE(message.text, QByteArray(4064, '\0'));
        }
        QVERIFY(open(*aead, sealed)); // a refusal leaves no trace in the context
        QCOMPARE(sealed.text, QByteArray(4064, 'x'));
    }

    void anotherKeyOpensNothing()
    {
        auto one = Aead::create(SecretBytes::random(32));
        auto other = Aead::create(SecretBytes::random(32));
        Message message;
        message.text = QByteArray(100, 'x');
        QVERIFY(seal(*one, message));
        QVERIFY(!open(*other, message));
    }

    void aKeyOfAnotherSizeIsNone_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {0, 16, 31, 33})
            QTest::addRow("%d bytes", size) << size;
    }
    void aKeyOfAnotherSizeIsNone()
    {
        QFETCH(int, size);
        QVERIFY(!Aead::create(SecretBytes::random(static_cast<std::size_t>(size))).has_value());
    }

    void noncesDoNotComeAgain()
    {
        NoncePool pool;
        QSet<QByteArray> seen;
        constexpr int drawn = 20000;
        for (int i = 0; i < drawn; ++i) {
            const auto nonce = pool.next();
            QVERIFY(nonce.has_value());
            seen.insert(QByteArray(reinterpret_cast<const char*>(nonce->data()), 12));
        }
        QCOMPARE(seen.size(), drawn);
    }

    void hkdfOfTheRfc_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<QByteArray>("derived");
        QTest::newRow("RFC 5869 A.1") << QByteArray(22, '\x0b').toHex() << QByteArray("000102030405060708090a0b0c")
                                      << QByteArray("f0f1f2f3f4f5f6f7f8f9")
                                      << QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        QTest::newRow("RFC 5869 A.3, no salt, no info")
            << QByteArray(22, '\x0b').toHex() << QByteArray() << QByteArray()
            << QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }
    void hkdfOfTheRfc()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, salt);
        QFETCH(QByteArray, info);
        QFETCH(QByteArray, derived);
        QByteArray saltBytes = QByteArray::fromHex(salt);
        QByteArray infoBytes = QByteArray::fromHex(info);
        QCOMPARE(hexOf(hkdf(secret(key), bytesOf(saltBytes), bytesOf(infoBytes), static_cast<std::size_t>(derived.size() / 2))), derived);
    }
};

QTEST_GUILESS_MAIN(TestAead)
#include "tst_aead.moc"
