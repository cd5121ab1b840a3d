// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/recovery.h"
#include "tests/core/crypto/keysfixture.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::crypto;

namespace {

WrapContext context()
{
    return {"0d3f7a52-5d0c-5a8a-9d5c-6c1f0e6f3a11", FileKind::Outbox, 1, QByteArray(16, 'k'), QByteArray(16, 'f'), {}};
}

} // namespace

class RecoveryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWithThePrivateHalf_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("plain") << QByteArray("recovery.pem") << QByteArray();
        QTest::newRow("a passphrase that nobody asked for") << QByteArray("recovery.pem") << QByteArray("two persons");
        QTest::newRow("under a passphrase") << QByteArray("recovery-locked.pem") << QByteArray("two persons");
    }
    void opensWithThePrivateHalf()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, passphrase);
        const QByteArray wrapped = publicKey("recovery.pub.pem").wrap(secretOf(QByteArray(32, 'd')), context());
        QCOMPARE(wrapped.size(), 110);
        const RecoveryPrivateKey key = privateKey(file.constData(), passphrase);
        QCOMPARE(key.publicKey().fingerprint(), publicKey("recovery.pub.pem").fingerprint());
        QCOMPARE(bytesOf(key.unwrap(wrapped, context()).value()), QByteArray(32, 'd'));
    }

    void opensWithNothingElse()
    {
        const QByteArray wrapped = publicKey("recovery.pub.pem").wrap(secretOf(QByteArray(32, 'd')), context());
        QCOMPARE(privateKey("other.pem").unwrap(wrapped, context()).error(), WrapError::WrongSecret);
        WrapContext elsewhere = context();
        elsewhere.kind = FileKind::Journal;
        QCOMPARE(privateKey("recovery.pem").unwrap(wrapped, elsewhere).error(), WrapError::Damaged);
    }

    void refusesEveryFlippedByte()
    {
        const QByteArray wrapped = publicKey("recovery.pub.pem").wrap(secretOf(QByteArray(32, 'd')), context());
        const RecoveryPrivateKey key = privateKey("recovery.pem");
        for (qsizetype at = 0; at < wrapped.size(); ++at) {
            QByteArray changed = wrapped;
            changed[at] = char(changed[at] ^ 4);
            QVERIFY2(!key.unwrap(changed, context()), qPrintable(QString::number(at)));
        }
        for (const qsizetype size : {0, 1, 32, 33, 109})
            QVERIFY2(!key.unwrap(wrapped.first(size), context()), qPrintable(QString::number(size)));
    }

    //! An ephemeral key of small order would give a secret that everybody knows.
    void refusesKeysOfSmallOrder()
    {
        QByteArray wrapped = publicKey("recovery.pub.pem").wrap(secretOf(QByteArray(32, 'd')), context());
        wrapped.replace(1, 32, QByteArray(32, '\0'));
        QCOMPARE(privateKey("recovery.pem").unwrap(wrapped, context()).error(), WrapError::Damaged);
        const QByteArray zero = QByteArray::fromHex("302a300506032b656e032100") + QByteArray(32, '\0');
        const QByteArray pem = "-----BEGIN PUBLIC KEY-----\n" + zero.toBase64() + "\n-----END PUBLIC KEY-----\n";
        QCOMPARE(RecoveryPublicKey::fromPem(pem).error(), RecoveryKeyError::NotAKey);
    }

    void saysWhyAPrivateKeyIsNoUse_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<RecoveryKeyError>("error");
        QTest::newRow("empty") << QByteArray() << QByteArray() << RecoveryKeyError::NotAKey;
        QTest::newRow("no PEM") << QByteArray("hello") << QByteArray() << RecoveryKeyError::NotAKey;
        QTest::newRow("the public half") << keyFile("recovery.pub.pem") << QByteArray() << RecoveryKeyError::NotAKey;
        QTest::newRow("cut short") << keyFile("recovery.pem").chopped(40) << QByteArray() << RecoveryKeyError::NotAKey;
        QTest::newRow("a signing key") << keyFile("ed25519.pem") << QByteArray() << RecoveryKeyError::OtherAlgorithm;
        QTest::newRow("passphrase missing") << keyFile("recovery-locked.pem") << QByteArray() << RecoveryKeyError::NeedsPassphrase;
        QTest::newRow("passphrase wrong") << keyFile("recovery-locked.pem") << QByteArray("one person")
                                          << RecoveryKeyError::WrongPassphrase;
    }
    void saysWhyAPrivateKeyIsNoUse()
    {
        QFETCH(QByteArray, pem);
        QFETCH(QByteArray, passphrase);
        QTEST(RecoveryPrivateKey::fromPem(pem, secretOf(passphrase)).error(), "error");
    }

    void saysWhyAPublicKeyIsNoUse_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<RecoveryKeyError>("error");
        QTest::newRow("empty") << QByteArray() << RecoveryKeyError::NotAKey;
        QTest::newRow("the private half") << keyFile("recovery.pem") << RecoveryKeyError::NotAKey;
        QTest::newRow("a signing key") << keyFile("ed25519.pub.pem") << RecoveryKeyError::OtherAlgorithm;
    }
    void saysWhyAPublicKeyIsNoUse()
    {
        QFETCH(QByteArray, pem);
        QTEST(RecoveryPublicKey::fromPem(pem).error(), "error");
    }
};

QTEST_APPLESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
