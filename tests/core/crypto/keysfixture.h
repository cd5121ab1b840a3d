// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/recordkeys.h"

#include <QByteArray>
#include <QFile>

// What the tests of keys share. The secrets are made up and used nowhere else.
namespace mottaget::crypto {

inline SecretBytes secretOf(QByteArray text)
{
    return SecretBytes::take(std::as_writable_bytes(std::span(text.data(), std::size_t(text.size()))));
}

inline QByteArray bytesOf(const SecretBytes& secret)
{
    return {reinterpret_cast<const char*>(secret.view().data()), qsizetype(secret.size())};
}

//! A record whose fields are set, without keys yet.
inline KeyRecord blankRecord()
{
    KeyRecord record;
    record.subject = "0d3f7a52-5d0c-5a8a-9d5c-6c1f0e6f3a11";
    record.entry = QByteArray(32, 'a');
    record.backend = "gnome-keyring";
    record.kdf = kdfFloor;
    record.salt = QByteArray(kdfSaltSize, 's');
    return record;
}

inline KeyRecord blankDeviceRecord()
{
    KeyRecord record = blankRecord();
    record.subject = "device";
    record.kdf.reset();
    return record;
}

//! A wrapping key of 32 equal letters.
inline SecretKeyWrapper wrapperOf(char letter)
{
    return SecretKeyWrapper(secretOf(QByteArray(32, letter)));
}

//! Keys as comparable values: "kind epoch key-id file-id key", in hex.
inline QList<QByteArray> shown(const FileKeys& keys)
{
    QList<QByteArray> lines;
    for (const FileKey& key : keys)
        lines << codeOf(key.kind).toByteArray() + ' ' + QByteArray::number(key.epoch) + ' ' + key.keyId.toHex() + ' ' + key.fileId.toHex()
                + ' ' + bytesOf(key.key).toHex();
    return lines;
}

//! A key of tests/data/keys.
inline QByteArray keyFile(const char* name)
{
    QFile file(QStringLiteral(MOTTAGET_TEST_DATA "/keys/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline RecoveryPublicKey publicKey(const char* name)
{
    return RecoveryPublicKey::fromPem(keyFile(name)).value();
}

inline RecoveryPrivateKey privateKey(const char* name, const QByteArray& passphrase = {})
{
    return std::move(RecoveryPrivateKey::fromPem(keyFile(name), secretOf(passphrase)).value());
}

} // namespace mottaget::crypto
