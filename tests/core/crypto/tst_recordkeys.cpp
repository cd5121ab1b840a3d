// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/recordkeys.h"
#include "tests/core/crypto/keysfixture.h"

#include <QSet>
#include <QTest>

using namespace mottaget;
using namespace mottaget::crypto;

namespace {

//! A card in a reader: wraps by a secret that never leaves it, and can be taken out.
class FakeCard final : public KeyWrapper {
public:
    Result<QByteArray, WrapError> wrap(const SecretBytes& dataKey, const WrapContext& context) const override
    {
        if (!present)
            return failed(WrapError::Unavailable);
        return m_inside.wrap(dataKey, context).transform([](const QByteArray& wrapped) { return "card" + wrapped; });
    }
    Result<SecretBytes, WrapError> unwrap(const QByteArray& wrapped, const WrapContext& context) const override
    {
        if (!present)
            return failed(WrapError::Unavailable);
        return m_inside.unwrap(wrapped.sliced(4), context);
    }
    bool present = true;

private:
    SecretKeyWrapper m_inside = wrapperOf('c');
};

struct Made {
    KeyRecord record;
    FileKeys keys;
};

Made made(const RecoveryPublicKey* recovery = nullptr)
{
    KeyRecord record = blankRecord();
    FileKeys keys = std::move(makeKeys(record, wrapperOf('w'), recovery).value());
    return {record, std::move(keys)};
}

} // namespace

class RecordKeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFileHasItsOwn()
    {
        const Made first = made();
        const Made second = made();
        QSet<QByteArray> seen;
        for (const FileKeys* keys : {&first.keys, &second.keys}) {
            QCOMPARE(keys->size(), 3U);
            for (const FileKey& key : *keys)
                seen << key.keyId << key.fileId << bytesOf(key.key);
        }
        QCOMPARE(seen.size(), 2 * 3 * 3);
        KeyRecord device = blankDeviceRecord();
        const FileKeys log = std::move(makeKeys(device, wrapperOf('w'), nullptr).value());
        QCOMPARE(log.size(), 1U);
        QCOMPARE(log.front().kind, FileKind::Log);
        QVERIFY(isWhole(first.record) && isWhole(device));
    }

    void opensWithItsWrapperAlone()
    {
        const Made own = made();
        QCOMPARE(shown(openKeys(own.record, wrapperOf('w')).value()), shown(own.keys));
        QCOMPARE(openKeys(own.record, wrapperOf('x')).error(), WrapError::WrongSecret);
    }

    void swappedWrapsAreRefused()
    {
        Made own = made();
        std::swap(own.record.keys[0].wrap, own.record.keys[1].wrap);
        QCOMPARE(openKeys(own.record, wrapperOf('w')).error(), WrapError::Damaged);
    }

    void aNewWrapperKeepsTheKeys()
    {
        const Made own = made();
        KeyRecord changed = own.record;
        QVERIFY(rewrapKeys(changed, own.keys, wrapperOf('n')));
        QCOMPARE(shown(openKeys(changed, wrapperOf('n')).value()), shown(own.keys));
        QCOMPARE(openKeys(changed, wrapperOf('w')).error(), WrapError::WrongSecret);
        for (int i = 0; i < 3; ++i) { // nothing but the wraps is new
            WrappedKey same = changed.keys[i];
            same.wrap = own.record.keys[i].wrap;
            QCOMPARE(same, own.record.keys[i]);
        }
    }

    void aCardWrapsTheSameKeys()
    {
        const Made own = made();
        KeyRecord changed = own.record;
        FakeCard card;
        QVERIFY(rewrapKeys(changed, own.keys, card));
        QVERIFY(isWhole(changed));
        QCOMPARE(shown(openKeys(changed, card).value()), shown(own.keys));
        card.present = false;
        QCOMPARE(openKeys(changed, card).error(), WrapError::Unavailable);
        KeyRecord untouched = own.record;
        QCOMPARE(rewrapKeys(untouched, own.keys, card).error(), WrapError::Unavailable);
        QCOMPARE(untouched, own.record);
    }

    void recoversWhatIsIrreplaceable()
    {
        const RecoveryPublicKey recovery = publicKey("recovery.pub.pem");
        const Made own = made(&recovery);
        const FileKeys recovered = std::move(recoverKeys(own.record, privateKey("recovery.pem")).value());
        QCOMPARE(shown(recovered), shown(own.keys).sliced(1)); // all but the cache
        QCOMPARE(recoverKeys(own.record, privateKey("other.pem")).error(), WrapError::WrongSecret);
        QCOMPARE(recoverKeys(made().record, privateKey("recovery.pem")).error(), WrapError::WrongSecret);
    }

    void aNewRecoveryKeyReplacesTheOld()
    {
        const RecoveryPublicKey first = publicKey("recovery.pub.pem");
        const RecoveryPublicKey second = publicKey("other.pub.pem");
        Made own = made(&first);
        rewrapForRecovery(own.record, own.keys, &second);
        QVERIFY(isWhole(own.record));
        QCOMPARE(shown(recoverKeys(own.record, privateKey("other.pem")).value()), shown(own.keys).sliced(1));
        QVERIFY(!recoverKeys(own.record, privateKey("recovery.pem")));
        rewrapForRecovery(own.record, own.keys, nullptr);
        QVERIFY(isWhole(own.record));
        QVERIFY(!recoverKeys(own.record, privateKey("other.pem")));
    }

    void aFileMovesToANewKey_data()
    {
        QTest::addColumn<quint32>("dropped");
        QTest::newRow("done: the old one goes") << 1U;
        QTest::newRow("taken back: the new one goes") << 2U;
    }
    void aFileMovesToANewKey()
    {
        QFETCH(quint32, dropped);
        const RecoveryPublicKey recovery = publicKey("recovery.pub.pem");
        Made own = made(&recovery);
        const FileKey next = std::move(addNextKey(own.record, FileKind::Outbox, wrapperOf('w'), &recovery).value());
        QCOMPARE(next.epoch, 2U);
        QVERIFY(isWhole(own.record));
        const FileKeys both = std::move(openKeys(own.record, wrapperOf('w')).value());
        QCOMPARE(both.size(), 4U);
        QCOMPARE(newestOf(both, FileKind::Outbox)->keyId, next.keyId);
        QVERIFY(next.fileId != both[2].fileId && bytesOf(next.key) != bytesOf(both[2].key));
        dropKey(own.record, FileKind::Outbox, dropped);
        QVERIFY(isWhole(own.record));
        const FileKeys left = std::move(openKeys(own.record, wrapperOf('w')).value());
        QCOMPARE(newestOf(left, FileKind::Outbox)->epoch, 3 - dropped);
        QCOMPARE(recoverKeys(own.record, privateKey("recovery.pem")).value().size(), 2U);
    }
};

QTEST_APPLESS_MAIN(RecordKeysTest)
#include "tst_recordkeys.moc"
