// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custodyrecords.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mottaget::session::custody {

using namespace Qt::StringLiterals;
using namespace crypto;

namespace {

QByteArray randomSalt()
{
    const SecretBytes random = SecretBytes::random(kdfSaltSize);
    return {reinterpret_cast<const char*>(random.view().data()), kdfSaltSize};
}

const RecoveryPublicKey* recoveryOf(const Terms& terms)
{
    return terms.recovery ? &*terms.recovery : nullptr;
}

Failure failureOf(WrapError error)
{
    return error == WrapError::WrongSecret ? Failure::WrongSecret : Failure::Damaged;
}

SharedWrapper personWrapper(const KeyRecord& record, const SecretBytes& device, const SecretBytes& unlock)
{
    const SecretBytes derived = deriveKey(unlock, record.salt, *record.kdf);
    return std::make_shared<const SecretKeyWrapper>(personWrappingKey(device, derived, record.salt, record.subject));
}

SharedWrapper deviceWrapper(const KeyRecord& record, const SecretBytes& device)
{
    return std::make_shared<const SecretKeyWrapper>(deviceWrappingKey(device, record.salt, record.subject));
}

//! Keys, what wraps them, and the record they are from with what is new in it.
struct Half {
    KeyRecord record;
    FileKeys keys;
    SharedWrapper wrapper;
};

//! The device's record opened, or a new one under the same device secret with the former set aside.
Result<Half, Failure> deviceHalf(
    const Place& place, const Records& records, const Secrets& secrets, const Terms& terms, const QDateTime& now, bool& logSetAside)
{
    if (records.device) {
        const SharedWrapper wrapper = deviceWrapper(*records.device, *secrets.device);
        if (auto keys = openKeys(*records.device, *wrapper))
            return Half {*records.device, std::move(*keys), wrapper};
    }
    logSetAside = records.sealedLog;
    const KeyRecordFile file = place.deviceRecord();
    if (!file.isAbsent())
        file.setAside(now);
    KeyRecord record;
    record.subject = "device";
    record.entry = secrets.entry;
    record.backend = secrets.backend.isEmpty() && records.person ? records.person->backend : secrets.backend;
    record.salt = randomSalt();
    const SharedWrapper wrapper = deviceWrapper(record, *secrets.device);
    auto keys = makeKeys(record, *wrapper, recoveryOf(terms));
    if (!keys)
        return failed(failureOf(keys.error()));
    return Half {record, std::move(*keys), wrapper};
}

//! What policy and keychain say today.
void bringUpToDate(Half& half, const Secrets& secrets, const Terms& terms)
{
    // A policy that names no key takes none away: it may only be unreadable today.
    if (terms.recovery && half.record.recoveryKey != terms.recovery->fingerprint())
        rewrapForRecovery(half.record, half.keys, recoveryOf(terms));
    if (!secrets.backend.isEmpty())
        half.record.backend = secrets.backend;
    half.record.wrongTries = 0;
    half.record.lastWrong = {};
}

bool store(const KeyRecordFile& file, const RecordOr& former, const KeyRecord& record)
{
    return (former && *former == record) || file.write(record).has_value();
}

SharedKeys joined(FileKeys person, FileKeys device)
{
    auto keys = std::make_shared<FileKeys>(std::move(person));
    std::ranges::move(device, std::back_inserter(*keys));
    return keys;
}

//! Writes both records and joins the keys. The device's first: a person's record always finds it.
Result<Opened, Failure> finish(
    const Place& place, const Records& former, Half person, Half device, bool logSetAside, bool personMustBeWritten)
{
    const bool deviceStored = store(place.deviceRecord(), former.device, device.record);
    const bool personStored = store(place.personRecord(), former.person, person.record);
    // An unlock does not fail for a counter that could not be set back; a new key or secret must be on the disk.
    const bool deviceMustBeWritten = !former.device || former.device->keys != device.record.keys;
    if ((!deviceStored && deviceMustBeWritten) || (!personStored && personMustBeWritten))
        return failed(Failure::NotWritten);
    Records records = former;
    records.person = std::move(person.record);
    records.device = std::move(device.record);
    return Opened {joined(std::move(person.keys), std::move(device.keys)), person.wrapper, device.wrapper, std::move(records), logSetAside};
}

} // namespace

QByteArray Place::subject() const
{
    return QFileInfo(person).fileName().toLatin1();
}

KeyRecordFile Place::personRecord() const
{
    return KeyRecordFile(person + u"/person.keys"_s);
}

KeyRecordFile Place::deviceRecord() const
{
    return KeyRecordFile(root + u"/device.keys"_s);
}

QByteArray Records::entry() const
{
    return person ? person->entry : device ? device->entry : QByteArray();
}

Records readRecords(const Place& place)
{
    const auto exists = [&place](const QString& name) { return QFile::exists(place.person + u'/' + name); };
    Records records;
    records.person = place.personRecord().read();
    records.device = place.deviceRecord().read();
    if (records.person && records.person->subject != place.subject())
        records.person = failed(RecordError {RecordError::Code::Damaged, 2}); // somebody else's, put here
    records.sealedFiles = exists(u"outbox.db"_s) || exists(u"journal.db"_s) || exists(u"cache.db"_s);
    records.sealedLog = QFile::exists(place.root + u"/log.db"_s);
    return records;
}

Result<Opened, Failure> enrol(const Place& place, const Secrets& secrets, const Terms& terms, const QDateTime& now)
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    for (const QString& folder : {place.root, place.person}) {
        if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly))
            return failed(Failure::NotWritten);
    }
    const Records records = readRecords(place);
    if (!place.personRecord().isAbsent())
        return failed(Failure::Damaged); // there is one by now: never override it
    Half person;
    person.record.subject = place.subject();
    person.record.entry = secrets.entry;
    person.record.backend = secrets.backend;
    person.record.kdf = terms.calibrate();
    person.record.salt = randomSalt();
    person.wrapper = personWrapper(person.record, *secrets.device, *secrets.unlock);
    auto keys = makeKeys(person.record, *person.wrapper, recoveryOf(terms));
    if (!keys)
        return failed(failureOf(keys.error()));
    person.keys = std::move(*keys);
    bool logSetAside = false;
    auto device = deviceHalf(place, records, secrets, terms, now, logSetAside);
    if (!device)
        return failed(device.error());
    bringUpToDate(*device, secrets, terms);
    return finish(place, records, std::move(person), std::move(*device), logSetAside, true);
}

Result<Opened, Failure> unlock(const Place& place, const Secrets& secrets, const Terms& terms, const QDateTime& now)
{
    const Records records = readRecords(place);
    if (!records.person)
        return failed(Failure::Damaged);
    Half person {*records.person, {}, personWrapper(*records.person, *secrets.device, *secrets.unlock)};
    auto keys = openKeys(person.record, *person.wrapper);
    if (!keys)
        return failed(failureOf(keys.error()));
    person.keys = std::move(*keys);
    bool logSetAside = false;
    auto device = deviceHalf(place, records, secrets, terms, now, logSetAside);
    if (!device)
        return failed(device.error());
    bringUpToDate(person, secrets, terms);
    bringUpToDate(*device, secrets, terms);
    if (!secrets.next)
        return finish(place, records, std::move(person), std::move(*device), logSetAside, false);

    person.record.salt = randomSalt();
    person.record.kdf = terms.calibrate();
    person.wrapper = personWrapper(person.record, *secrets.device, *secrets.next);
    if (auto wrapped = rewrapKeys(person.record, person.keys, *person.wrapper); !wrapped)
        return failed(failureOf(wrapped.error()));
    return finish(place, records, std::move(person), std::move(*device), logSetAside, true);
}

bool countTry(const Place& place, const QDateTime& now)
{
    Records records = readRecords(place);
    if (!records.person)
        return false;
    records.person->wrongTries = std::min(records.person->wrongTries + 1, 1'000'000); // the record's bound
    records.person->lastWrong = QDateTime::fromMSecsSinceEpoch(now.toMSecsSinceEpoch(), Qt::UTC);
    return place.personRecord().write(*records.person).has_value();
}

namespace {

//! The record that holds the file's key, where it lies, and what wraps it.
struct Held {
    RecordOr& record;
    KeyRecordFile file;
    const KeyWrapper& wrapper;
};

Held heldFor(const Place& place, const Opened& opened, Records& records, FileKind kind)
{
    if (kind == FileKind::Log)
        return {records.device, place.deviceRecord(), *opened.device};
    return {records.person, place.personRecord(), *opened.person};
}

//! `opened` with the keys that the records hold now.
Result<Opened, Failure> reopened(const Opened& opened, Records records)
{
    auto person = openKeys(*records.person, *opened.person);
    auto device = openKeys(*records.device, *opened.device);
    if (!person || !device)
        return failed(Failure::Damaged);
    return Opened {joined(std::move(*person), std::move(*device)), opened.person, opened.device, std::move(records), opened.logSetAside};
}

} // namespace

Result<Opened, Failure> addNextKey(const Place& place, const Opened& opened, FileKind kind, const Terms& terms)
{
    Records records = readRecords(place);
    if (!records.person || !records.device)
        return failed(Failure::Damaged);
    const Held held = heldFor(place, opened, records, kind);
    if (std::ranges::count(held.record->keys, kind, &WrappedKey::kind) == 1) {
        const bool recoverable = !held.record->recoveryKey.isEmpty();
        if (recoverable && (!terms.recovery || terms.recovery->fingerprint() != held.record->recoveryKey))
            return failed(Failure::NoRecoveryKey);
        const auto added = crypto::addNextKey(*held.record, kind, held.wrapper, recoverable ? recoveryOf(terms) : nullptr);
        if (!added)
            return failed(failureOf(added.error()));
        if (!held.file.write(*held.record))
            return failed(Failure::NotWritten);
    }
    return reopened(opened, std::move(records));
}

Result<Opened, Failure> dropKey(const Place& place, const Opened& opened, FileKind kind, quint32 epoch)
{
    Records records = readRecords(place);
    if (!records.person || !records.device)
        return failed(Failure::Damaged);
    const Held held = heldFor(place, opened, records, kind);
    if (std::ranges::count(held.record->keys, kind, &WrappedKey::kind) == 2) {
        crypto::dropKey(*held.record, kind, epoch);
        if (!held.file.write(*held.record))
            return failed(Failure::NotWritten);
    }
    return reopened(opened, std::move(records));
}

bool addSealed(const Place& place, const std::vector<SealedMessages>& sealed)
{
    bool written = true;
    for (const KeyRecordFile& file : {place.personRecord(), place.deviceRecord()}) {
        auto record = file.read();
        if (!record) {
            written = false;
            continue;
        }
        const QList<WrappedKey> before = record->keys;
        for (WrappedKey& key : record->keys) {
            for (const SealedMessages& one : sealed) {
                if (key.kind == one.kind && key.epoch == one.epoch)
                    key.sealed += one.count;
            }
        }
        written = (record->keys == before || file.write(*record)) && written;
    }
    return written;
}

} // namespace mottaget::session::custody
