// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/sealedfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/hmac.h>

using namespace mottaget::store;
using namespace mottaget::store::testing;
using namespace Qt::StringLiterals;

namespace {

// A second implementation of docs/sealed-format.md, from the document alone: raw OpenSSL, none of the product's code.
namespace second {

QByteArray hmac(const QByteArray& key, const QByteArray& text)
{
    QByteArray out(32, '\0');
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.constData(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.constData()),
        static_cast<size_t>(text.size()), reinterpret_cast<unsigned char*>(out.data()), &size);
    return out;
}

QByteArray derived(const QByteArray& key, const QByteArray& purpose)
{
    return hmac(hmac(QByteArray(32, '\0'), key), purpose + '\x01');
}

QByteArray decrypt(const QByteArray& key, const QByteArray& nonce, const QByteArray& additional, const QByteArray& text, QByteArray tag)
{
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
    const auto raw = [](const QByteArray& bytes) { return reinterpret_cast<const unsigned char*>(bytes.constData()); };
    QByteArray out(text.size(), '\0');
    QByteArray rest(16, '\0');
    int size = 0;
    EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nullptr, raw(key), raw(nonce));
    EVP_DecryptUpdate(context, nullptr, &size, raw(additional), static_cast<int>(additional.size()));
    EVP_DecryptUpdate(context, reinterpret_cast<unsigned char*>(out.data()), &size, raw(text), static_cast<int>(text.size()));
    EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, 16, tag.data());
    const bool authentic = EVP_DecryptFinal_ex(context, reinterpret_cast<unsigned char*>(rest.data()), &size) == 1;
    EVP_CIPHER_CTX_free(context);
    return authentic ? out : QByteArray();
}

QByteArray number(quint64 value)
{
    QByteArray out;
    for (int shift = 56; shift >= 0; shift -= 8)
        out.append(static_cast<char>(value >> shift & 0xff));
    return out;
}

QByteArray common(const QByteArray& identity, char kind, char role, const QByteArray& trailer)
{
    return identity + kind + role + QByteArray(2, '\0') + trailer;
}

QByteArray page(const QByteArray& file, const QByteArray& key, const QByteArray& identity, char kind, quint64 pageNumber)
{
    const QByteArray sealed = file.mid(static_cast<qsizetype>(pageNumber - 1) * 4096, 4096);
    return decrypt(derived(key, "mottaget sealed 1 pages"), sealed.mid(4064, 12),
        common(identity, kind, 1, sealed.mid(4092, 4)) + number(pageNumber), sealed.left(4064), sealed.mid(4076, 16));
}

// The checksum and the page of a frame.
QByteArray frame(const QByteArray& log, const QByteArray& key, const QByteArray& identity, char kind, qsizetype index)
{
    const qsizetype offset = 32 + index * 4120;
    const QByteArray sealed = log.mid(offset, 4120);
    return decrypt(derived(key, "mottaget sealed 1 frames"), sealed.mid(4088, 12),
        common(identity, kind, 2, sealed.mid(4116, 4)) + number(static_cast<quint64>(offset)) + sealed.left(16), sealed.mid(16, 4072),
        sealed.mid(4100, 16));
}

} // namespace second

// "Marker" plus what SQLite would keep next to it.
constexpr const char* marker = "MARKERSYMARKERSSON";

} // namespace

class TestSealedFormat final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_key = SealedKey::fresh(FileKind::Journal, 0x0203);
        const auto view = m_key.key.view();
        m_rawKey = QByteArray(reinterpret_cast<const char*>(view.data()), static_cast<qsizetype>(view.size()));
    }

    void aSecondImplementationReadsPagesAndFrames()
    {
        auto database = Database::open(path(), Durability::Irreplaceable, entries, 1024, Sealing::withKey(m_key));
        QVERIFY(database.has_value());
        QVERIFY((*database)->execute(qPrintable(u"INSERT INTO entry VALUES(1, '%1')"_s.arg(QLatin1String(marker)))).has_value());
        const Snapshot inLog = Snapshot::of(path());
        QVERIFY((*database)->checkpoint().has_value());
        const Snapshot inFile = Snapshot::of(path());
        const QByteArray& identity = m_key.fileIdentity;

        const QByteArray first = second::page(inFile.file, m_rawKey, identity, 2, 1);
        QCOMPARE(first.left(16), QByteArray("SQLite format 3\0", 16));
        QCOMPARE(first.mid(16, 2).toHex() + first.mid(20, 1).toHex(), QByteArray("100020"));
        QCOMPARE(inFile.file.mid(4092, 4).toHex(), QByteArray("4d010203")); // mark, version, epoch
        QByteArray all;
        for (quint64 number = 1; number <= static_cast<quint64>(inFile.file.size()) / 4096; ++number) {
            const QByteArray plain = second::page(inFile.file, m_rawKey, identity, 2, number);
            QCOMPARE(plain.size(), 4064);
            all += plain;
        }
        QVERIFY(all.contains(marker));

        all.clear();
        const qsizetype frames = (inLog.log.size() - 32) / 4120;
        QVERIFY(frames > 3);
        for (qsizetype index = 0; index < frames; ++index) {
            const QByteArray plain = second::frame(inLog.log, m_rawKey, identity, 2, index);
            QCOMPARE(plain.size(), 4072);
            all += plain;
        }
        QVERIFY(all.contains(marker));
        QVERIFY(second::page(inFile.file, m_rawKey, identity, 3, 1).isEmpty()); // and what the document binds is bound
        QVERIFY(second::page(inFile.file, m_rawKey, QByteArray(16, 'i'), 2, 1).isEmpty());
    }

    void nothingReadableOnDisk()
    {
        auto database = Database::open(path(), Durability::Cache, entries, 64, Sealing::withKey(m_key));
        QVERIFY(database.has_value());
        for (int i = 0; i < 200; ++i) {
            QVERIFY((*database)
                        ->transaction([&]() -> StoreResult<void> {
                            (void)(*database)->execute(
                                qPrintable(u"INSERT INTO entry VALUES(NULL, '%1 %2')"_s.arg(QLatin1String(marker)).arg(i)));
                            return (*database)->execute(qPrintable(u"INSERT INTO word VALUES('%1')"_s.arg(QLatin1String(marker))));
                        })
                        .has_value());
        }
        const auto search = [&] {
            for (const QFileInfo& file : QDir(m_dir->path()).entryInfoList(QDir::Files)) {
                const QByteArray bytes = bytesOf(file.filePath()).toLower();
                if (bytes.contains(QByteArray(marker).toLower()) || bytes.contains("sqlite format") || bytes.contains("create table"))
                    return file.fileName();
            }
            return QString();
        };
        QCOMPARE(search(), QString());
        QVERIFY((*database)->checkpoint().has_value());
        QVERIFY((*database)->execute("VACUUM").has_value());
        QCOMPARE(search(), QString());
        QCOMPARE(digestOf(**database).isEmpty(), false);
        database->reset();
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList(u"file.db"_s));
    }

    void theSamePageSealedTwiceIsTwoTexts()
    {
        auto sealer = PageSealer::create(m_key);
        std::array<std::byte, pageSize> plain {};
        std::array<std::byte, pageSize> one {};
        std::array<std::byte, pageSize> two {};
        QVERIFY(sealer->sealPage(5, plain.data(), one.data()) && sealer->sealPage(5, plain.data(), two.data()));
        QVERIFY(std::memcmp(one.data(), two.data(), 64) != 0);
        QVERIFY(std::memcmp(one.data() + contentSize, two.data() + contentSize, 12) != 0);
        QVERIFY(!isAllZero(one.data(), 64));
        QCOMPARE(sealer->sealedCount(), 2ULL);
        QVERIFY(sealer->openPage(5, one.data()));
        QVERIFY(isAllZero(one.data(), pageSize));
        QVERIFY(!sealer->openPage(6, two.data()));
    }

private:
    QString path() const { return m_dir->filePath(u"file.db"_s); }
    std::unique_ptr<QTemporaryDir> m_dir;
    SealedKey m_key;
    QByteArray m_rawKey;
};

QTEST_GUILESS_MAIN(TestSealedFormat)
#include "tst_sealedformat.moc"
