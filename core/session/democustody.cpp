// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/democustody.h"

#include "core/net/http.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace mottaget::session {

using namespace Qt::StringLiterals;
using namespace crypto;
using Code = OpenError::Code;

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Result<void, OpenError> acceptDemo(const QString& root, const QUrl& region)
{
    if (!region.isEmpty() && !net::isLoopback(region))
        return failed(OpenError {Code::RegionNotLoopback, region.host()});
    if (!QFile::exists(root + u"/DEMO"_s))
        return failed(OpenError {Code::FolderNotDemo, root});
    return {};
}

//! Reads the wrapping key, or makes it where `mayMake`.
Result<SecretBytes, OpenError> demoSecret(const QString& path, bool mayMake)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray bytes = file.read(2 * keySize);
        if (bytes.size() != qsizetype(keySize))
            return failed(OpenError {Code::CannotOpen, path});
        return SecretBytes::take(std::as_writable_bytes(std::span(bytes.data(), keySize)));
    }
    if (!mayMake || file.exists())
        return failed(OpenError {Code::CannotOpen, path});
    SecretBytes made = SecretBytes::random(keySize);
    QSaveFile save(path);
    const bool written = save.open(QIODevice::WriteOnly) && save.setPermissions(ownerOnly)
        && save.write(reinterpret_cast<const char*>(made.view().data()), qsizetype(keySize)) == qsizetype(keySize) && save.commit();
    if (!written)
        return failed(OpenError {Code::CannotOpen, path});
    return made;
}

KeyRecord blank(const QByteArray& subject, std::optional<KdfParameters> kdf)
{
    KeyRecord record;
    record.subject = subject;
    record.entry = QByteArray(32, '0');
    record.backend = "demo";
    record.kdf = kdf;
    record.salt = QByteArray(kdfSaltSize, '\0'); // nothing is derived here
    return record;
}

//! `isSealed`: files are there that only the keys of this record open. Without it they are lost, and must not be taken for new ones.
Result<FileKeys, OpenError> openOrMake(const KeyRecordFile& file, const KeyRecord& blank, const KeyWrapper& wrapper, bool isSealed)
{
    auto record = file.read();
    if (record) {
        if (auto keys = openKeys(*record, wrapper); keys && record->backend == blank.backend)
            return std::move(*keys);
        return failed(OpenError {Code::CannotOpen, file.path()});
    }
    if (record.error().code != RecordError::Code::Missing || isSealed)
        return failed(OpenError {Code::CannotOpen, file.path()});
    KeyRecord made = blank;
    auto keys = makeKeys(made, wrapper, nullptr);
    if (!keys || !file.write(made))
        return failed(OpenError {Code::CannotOpen, file.path()});
    return std::move(*keys);
}

} // namespace

Result<custody::SharedKeys, OpenError> openDemoKeys(const custody::Place& place, const QUrl& region)
{
    if (auto accepted = acceptDemo(place.root, region); !accepted)
        return failed(accepted.error());
    if (!QDir().mkpath(place.person))
        return failed(OpenError {Code::CannotOpen, place.person});
    // Without its key file a folder that has records is lost, and must not look like a new one.
    const custody::Records found = custody::readRecords(place);
    const bool isNew = place.personRecord().isAbsent() && place.deviceRecord().isAbsent() && !found.sealedFiles && !found.sealedLog;
    auto secret = demoSecret(place.root + u"/demo.key"_s, isNew);
    if (!secret)
        return failed(secret.error());
    const SecretKeyWrapper wrapper(std::move(*secret));
    auto device = openOrMake(place.deviceRecord(), blank("device", std::nullopt), wrapper, found.sealedLog);
    if (!device)
        return failed(device.error());
    auto person = openOrMake(place.personRecord(), blank(place.subject(), kdfFloor), wrapper, found.sealedFiles);
    if (!person)
        return failed(person.error());
    auto keys = std::make_shared<FileKeys>(std::move(*person));
    std::ranges::move(*device, std::back_inserter(*keys));
    return custody::SharedKeys(std::move(keys));
}

} // namespace mottaget::session
