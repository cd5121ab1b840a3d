// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keyrecord.h"

#include <QCryptographicHash>

// The text of a key record, written in docs/key-record.md. Reading goes by printing again: what does not give the same bytes is refused,
// so there is one text for each record and no lenient corner.
namespace mottaget::crypto {

namespace {

constexpr QByteArrayView title = "mottaget-keys ";
constexpr QByteArrayView none = "none";

QByteArray hexOrNone(const QByteArray& bytes)
{
    return bytes.isEmpty() ? none.toByteArray() : bytes.toHex();
}

QByteArray bytesOf(const QByteArray& hex)
{
    return hex == none ? QByteArray() : QByteArray::fromHex(hex);
}

QByteArray digestOf(QByteArrayView text)
{
    return QCryptographicHash::hash(text.toByteArray(), QCryptographicHash::Sha256).toHex();
}

QByteArray body(const KeyRecord& record)
{
    QByteArray text = title + QByteArray::number(recordVersion) + '\n';
    text += "subject " + record.subject + '\n';
    text += "entry " + record.entry + '\n';
    text += "backend " + record.backend + '\n';
    text += "kdf ";
    if (record.kdf)
        text += "scrypt " + QByteArray::number(record.kdf->logN) + ' ' + QByteArray::number(record.kdf->r) + ' '
            + QByteArray::number(record.kdf->p) + '\n';
    else
        text += none.toByteArray() + '\n';
    text += "salt " + record.salt.toHex() + '\n';
    text += "recovery " + (record.recoveryKey.isEmpty() ? none.toByteArray() : record.recoveryKey) + '\n';
    text += "tries " + QByteArray::number(record.wrongTries) + ' '
        + (record.lastWrong.isValid() ? QByteArray::number(record.lastWrong.toMSecsSinceEpoch()) : none.toByteArray()) + '\n';
    for (const WrappedKey& key : record.keys)
        text += "key " + codeOf(key.kind).toByteArray() + ' ' + QByteArray::number(key.epoch) + ' ' + key.keyId.toHex() + ' '
            + key.fileId.toHex() + ' ' + QByteArray::number(key.sealed) + ' ' + key.wrap.toHex() + ' ' + hexOrNone(key.recoveryWrap) + '\n';
    return text;
}

//! A line's words after its name, or nothing when it is another line.
std::optional<QList<QByteArray>> wordsOf(const QByteArray& line, QByteArrayView name, qsizetype count)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != count + 1 || words[0] != name)
        return std::nullopt;
    return words.sliced(1);
}

bool readKdf(const QByteArray& line, KeyRecord& record)
{
    if (wordsOf(line, "kdf", 1) == QList<QByteArray> {none.toByteArray()})
        return true;
    const auto words = wordsOf(line, "kdf", 4);
    if (!words || words->at(0) != "scrypt")
        return false;
    record.kdf = KdfParameters {words->at(1).toInt(), words->at(2).toInt(), words->at(3).toInt()};
    return isAcceptable(*record.kdf);
}

bool readTries(const QByteArray& line, KeyRecord& record)
{
    const auto words = wordsOf(line, "tries", 2);
    if (!words)
        return false;
    record.wrongTries = words->at(0).toInt();
    if (words->at(1) != none)
        record.lastWrong = QDateTime::fromMSecsSinceEpoch(words->at(1).toLongLong(), Qt::UTC);
    return true;
}

bool readKey(const QByteArray& line, KeyRecord& record)
{
    const auto words = wordsOf(line, "key", 7);
    const auto kind = words ? fileKindOf(words->at(0)) : std::nullopt;
    if (!kind)
        return false;
    record.keys << WrappedKey {*kind, words->at(1).toUInt(), bytesOf(words->at(2)), bytesOf(words->at(3)), words->at(4).toULongLong(),
        bytesOf(words->at(5)), bytesOf(words->at(6))};
    return true;
}

bool readText(const QByteArray& line, QByteArrayView name, QByteArray& into)
{
    const auto words = wordsOf(line, name, 1);
    if (words)
        into = words->at(0);
    return words.has_value();
}

bool readLine(qsizetype number, const QByteArray& line, KeyRecord& record)
{
    switch (number) {
    case 2: return readText(line, "subject", record.subject);
    case 3: return readText(line, "entry", record.entry);
    case 4: return readText(line, "backend", record.backend);
    case 5: return readKdf(line, record);
    case 6: {
        QByteArray hex;
        const bool read = readText(line, "salt", hex);
        record.salt = bytesOf(hex);
        return read;
    }
    case 7: {
        const bool read = readText(line, "recovery", record.recoveryKey);
        if (record.recoveryKey == none)
            record.recoveryKey.clear();
        return read;
    }
    case 8: return readTries(line, record);
    default: return readKey(line, record);
    }
}

} // namespace

QByteArray printRecord(const KeyRecord& record)
{
    Q_ASSERT(isWhole(record));
    const QByteArray text = body(record);
    return text + "check " + digestOf(text) + '\n';
}

Result<KeyRecord, RecordError> parseRecord(const QByteArray& text)
{
    using Code = RecordError::Code;
    if (!text.startsWith(title) || text.size() > recordMaxSize)
        return failed(RecordError {Code::NotARecord, 1});
    const QList<QByteArray> lines = text.split('\n');
    bool isNumber = false;
    const int version = lines[0].sliced(title.size()).toInt(&isNumber);
    if (isNumber && version > recordVersion)
        return failed(RecordError {Code::NewerVersion, 1});
    const qsizetype checkAt = text.lastIndexOf("check ");
    if (checkAt < 0)
        return failed(RecordError {Code::Damaged, 0});
    const QByteArray ending = "check " + digestOf(QByteArrayView(text).first(checkAt)) + '\n';
    if (QByteArrayView(text).sliced(checkAt) != ending)
        return failed(RecordError {Code::Damaged, 0});

    KeyRecord record;
    for (qsizetype at = 1; at < lines.size() - 2; ++at) { // the last two: the check, and nothing after its line feed
        if (!readLine(at + 1, lines[at], record))
            return failed(RecordError {Code::Damaged, static_cast<int>(at + 1)});
    }
    if (!isWhole(record) || printRecord(record) != text)
        return failed(RecordError {Code::Damaged, 0});
    return record;
}

} // namespace mottaget::crypto
