// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a hostile file and its log: whatever lies on disk, opening ends with a database or a reason, never with a crash or a hang.
// Input: one byte how, two bytes (big-endian) the number of 512-byte blocks that are the file, the file, the log.
// How: 0 the bytes as they are; 1 sealed first under the right key, as if the key were known, so that what SQLite reads is hostile too.
#include "core/store/database.h"
#include "core/store/sealedpage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstring>

using namespace mottaget::store;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype prefix = 3;
constexpr qsizetype block = 512;

SealedKey fixedKey()
{
    std::array<std::byte, 32> bytes {};
    bytes.fill(std::byte {0x42});
    return {mottaget::SecretBytes::take(bytes), QByteArray(SealedKey::identitySize, 'i'), FileKind::Cache, 1};
}

std::byte* at(QByteArray& bytes, qint64 offset)
{
    return reinterpret_cast<std::byte*>(bytes.data() + offset);
}

void sealAll(QByteArray& file, QByteArray& log)
{
    auto sealer = PageSealer::create(fixedKey());
    std::array<std::byte, pageSize> page {};
    for (qint64 offset = 0; offset + pageSize <= file.size(); offset += pageSize) {
        std::memcpy(page.data(), at(file, offset), pageSize);
        (void)sealer->sealPage(static_cast<quint32>(offset / pageSize + 1), page.data(), at(file, offset));
    }
    for (qint64 offset = logHeaderSize; offset + frameSize <= log.size(); offset += frameSize)
        (void)sealer->sealFrame(offset, at(log, offset));
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

void use(const QString& path)
{
    constexpr const char* nothing[] = {nullptr};
    const std::array history {Migration {1, nothing}};
    auto database = Database::open(path, Durability::Cache, history, 256, Sealing::withKey(fixedKey()));
    if (!database)
        return;
    (void)(*database)->verifyPages();
    (void)(*database)->integrityProblems();
    (void)(*database)->execute("CREATE TABLE IF NOT EXISTS written(x)");
    (void)(*database)->checkpoint();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static int count = 0;
    static char name[] = "opensealed";
    static char* arguments[] = {name, nullptr};
    static int argumentCount = 1;
    static const QCoreApplication application(argumentCount, arguments);
    static const QTemporaryDir dir(QDir::tempPath() + u"/opensealed-XXXXXX"_s);
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (input.size() < prefix)
        return 0;
    const qsizetype blocks = static_cast<uchar>(input[1]) << 8 | static_cast<uchar>(input[2]);
    QByteArray file = input.mid(prefix, blocks * block);
    QByteArray log = input.mid(prefix + blocks * block);
    if (input[0] == 1)
        sealAll(file, log);
    const QString path = dir.filePath(QString::number(count++ % 4));
    if (write(path, file) && write(path + u"-wal"_s, log))
        use(path);
    return 0;
}
