// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/recordkeys.h"
#include "tests/core/crypto/keysfixture.h"

#include <QTest>

#include <rapidcheck.h>

using namespace mottaget;
using namespace mottaget::crypto;

namespace {

QByteArray arbitraryBytes(int atLeast, int atMost)
{
    const auto size = static_cast<std::size_t>(*rc::gen::inRange(atLeast, atMost + 1));
    const auto bytes = *rc::gen::container<std::vector<char>>(size, rc::gen::arbitrary<char>());
    return {bytes.data(), qsizetype(bytes.size())};
}

WrapContext arbitraryContext()
{
    const auto kind = *rc::gen::element(FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log);
    return {
        arbitraryBytes(0, 40), kind, *rc::gen::arbitrary<quint32>(), arbitraryBytes(0, 20), arbitraryBytes(0, 20), arbitraryBytes(0, 20)};
}

KeyRecord arbitraryRecord()
{
    KeyRecord record = *rc::gen::arbitrary<bool>() ? blankRecord() : blankDeviceRecord();
    record.salt = arbitraryBytes(kdfSaltSize, kdfSaltSize);
    record.entry = arbitraryBytes(16, 16).toHex();
    if (record.kdf)
        record.kdf = KdfParameters {*rc::gen::inRange(15, 18), 8, *rc::gen::inRange(1, 17)};
    record.wrongTries = *rc::gen::inRange(0, 1000);
    if (record.wrongTries > 0)
        record.lastWrong = QDateTime::fromMSecsSinceEpoch(*rc::gen::inRange<qint64>(0, 4'000'000'000'000), Qt::UTC);
    const RecoveryPublicKey recovery = publicKey("recovery.pub.pem");
    const bool recoverable = *rc::gen::arbitrary<bool>();
    RC_ASSERT(makeKeys(record, wrapperOf('w'), recoverable ? &recovery : nullptr).has_value());
    return record;
}

bool holds(const char* what, const std::function<void()>& property)
{
    return rc::check(what, property);
}

} // namespace

class KeyPropertiesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrapsOpen()
    {
        QVERIFY(holds("what is wrapped opens with the same secret and context", [] {
            const SecretBytes wrapping = SecretBytes::random(keySize);
            const SecretBytes key = SecretBytes::random(keySize);
            const WrapContext context = arbitraryContext();
            RC_ASSERT(bytesOf(unwrapKey(wrapping, wrapKey(wrapping, key, context), context).value()) == bytesOf(key));
        }));
    }

    void otherContextsDoNot()
    {
        QVERIFY(holds("two contexts that differ never open each other's", [] {
            const WrapContext one = arbitraryContext();
            const WrapContext two = arbitraryContext();
            RC_PRE(!(one == two));
            const SecretBytes wrapping = secretOf(QByteArray(32, 'w'));
            RC_ASSERT(!unwrapKey(wrapping, wrapKey(wrapping, wrapping, one), two));
        }));
    }

    void otherSecretsDoNot()
    {
        QVERIFY(holds("another secret is told as another secret", [] {
            const WrapContext context = arbitraryContext();
            const QByteArray wrapped = wrapKey(SecretBytes::random(keySize), secretOf(QByteArray(32, 'd')), context);
            RC_ASSERT(unwrapKey(SecretBytes::random(keySize), wrapped, context).error() == WrapError::WrongSecret);
        }));
    }

    void anyFlippedBitOfAWrapIsRefused()
    {
        const SecretBytes wrapping = secretOf(QByteArray(32, 'w'));
        const WrapContext context {"person", FileKind::Cache, 1, QByteArray(16, 'k'), QByteArray(16, 'f'), "person"};
        const QByteArray wrapped = wrapKey(wrapping, secretOf(QByteArray(32, 'd')), context);
        for (qsizetype bit = 0; bit < wrapped.size() * 8; ++bit) {
            QByteArray changed = wrapped;
            changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY2(!unwrapKey(wrapping, changed, context), qPrintable(QString::number(bit)));
        }
    }

    void recordsComeBack()
    {
        QVERIFY(holds("a record reads as it was written", [] {
            const KeyRecord record = arbitraryRecord();
            RC_ASSERT(parseRecord(printRecord(record)).value() == record);
        }));
    }

    void anyOtherByteOfARecordIsRefused()
    {
        KeyRecord record = blankRecord();
        QVERIFY(makeKeys(record, wrapperOf('w'), nullptr));
        const QByteArray text = printRecord(record);
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const char mask : {'\x01', '\x20', '\x80'}) {
                QByteArray changed = text;
                changed[at] = char(changed[at] ^ mask);
                QVERIFY2(!parseRecord(changed), qPrintable(QString::number(at)));
            }
        }
    }

    void anyTextIsReadOrRefused()
    {
        QVERIFY(holds("cuts, joints and random bytes never crash, and what is read is whole", [] {
            QByteArray text = printRecord(arbitraryRecord());
            const auto at = *rc::gen::inRange<qsizetype>(0, text.size());
            text.replace(at, *rc::gen::inRange<qsizetype>(0, 80), arbitraryBytes(0, 80));
            const auto read = parseRecord(text);
            RC_ASSERT(!read || isWhole(*read));
        }));
    }

    void recoveryGivesTheSameKeys()
    {
        QVERIFY(holds("the region's private half opens what the person's secret opens", [] {
            KeyRecord record = blankRecord();
            record.salt = arbitraryBytes(kdfSaltSize, kdfSaltSize);
            const RecoveryPublicKey recovery = publicKey("recovery.pub.pem");
            const FileKeys keys = std::move(makeKeys(record, wrapperOf('w'), &recovery).value());
            const auto read = parseRecord(printRecord(record));
            RC_ASSERT(shown(recoverKeys(*read, privateKey("recovery.pem")).value()) == shown(keys).sliced(1));
        }));
    }

    void rewrappingKeepsTheKeys()
    {
        QVERIFY(holds("however often a PIN is changed, the data keys stay and only the last opens", [] {
            KeyRecord record = blankRecord();
            const FileKeys keys = std::move(makeKeys(record, wrapperOf('a'), nullptr).value());
            char last = 'a';
            for (const char next : *rc::gen::container<std::vector<char>>(rc::gen::inRange('b', 'z'))) {
                const auto opened = openKeys(record, wrapperOf(last));
                RC_ASSERT(opened && rewrapKeys(record, *opened, wrapperOf(next)));
                RC_ASSERT(next == last || !openKeys(record, wrapperOf(last)));
                last = next;
            }
            RC_ASSERT(shown(openKeys(record, wrapperOf(last)).value()) == shown(keys));
        }));
    }
};

QTEST_APPLESS_MAIN(KeyPropertiesTest)
#include "tst_keyproperties.moc"
