// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/recordkeys.h"

#include <algorithm>

namespace mottaget::crypto {

namespace {

QByteArray randomId()
{
    const SecretBytes random = SecretBytes::random(16);
    return {reinterpret_cast<const char*>(random.view().data()), static_cast<qsizetype>(random.size())};
}

QByteArray recoveryWrapOf(const KeyRecord& record, const WrappedKey& key, const SecretBytes& dataKey, const RecoveryPublicKey* recovery)
{
    return recovery && isIrreplaceable(key.kind) ? recovery->wrap(dataKey, contextOf(record, key, {})) : QByteArray();
}

struct Fresh {
    WrappedKey wrapped;
    FileKey open;
};

Result<Fresh, WrapError> freshKey(
    const KeyRecord& record, FileKind kind, quint32 epoch, const KeyWrapper& wrapper, const RecoveryPublicKey* recovery)
{
    Fresh fresh {{kind, epoch, randomId(), randomId(), 0, {}, {}}, {}};
    fresh.open = {kind, epoch, fresh.wrapped.keyId, fresh.wrapped.fileId, SecretBytes::random(keySize)};
    auto wrap = wrapper.wrap(fresh.open.key, contextOf(record, fresh.wrapped, wayOf(record)));
    if (!wrap)
        return failed(wrap.error());
    fresh.wrapped.wrap = *wrap;
    fresh.wrapped.recoveryWrap = recoveryWrapOf(record, fresh.wrapped, fresh.open.key, recovery);
    return fresh;
}

const FileKey* openOf(const FileKeys& keys, const WrappedKey& wrapped)
{
    const auto found = std::ranges::find(keys, wrapped.keyId, &FileKey::keyId);
    return found == keys.end() ? nullptr : &*found;
}

} // namespace

const FileKey* newestOf(const FileKeys& keys, FileKind kind)
{
    const FileKey* newest = nullptr;
    for (const FileKey& key : keys) {
        if (key.kind == kind && (!newest || key.epoch > newest->epoch))
            newest = &key;
    }
    return newest;
}

Result<FileKeys, WrapError> makeKeys(KeyRecord& record, const KeyWrapper& wrapper, const RecoveryPublicKey* recovery)
{
    const auto kinds = record.kdf ? std::span<const FileKind>(personFiles) : std::span<const FileKind>(deviceFiles);
    record.keys.clear();
    record.recoveryKey = recovery ? recovery->fingerprint() : QByteArray();
    FileKeys keys;
    for (const FileKind kind : kinds) {
        auto fresh = freshKey(record, kind, 1, wrapper, recovery);
        if (!fresh)
            return failed(fresh.error());
        record.keys << fresh->wrapped;
        keys.push_back(std::move(fresh->open));
    }
    return keys;
}

Result<FileKeys, WrapError> openKeys(const KeyRecord& record, const KeyWrapper& wrapper)
{
    FileKeys keys;
    for (const WrappedKey& wrapped : record.keys) {
        auto key = wrapper.unwrap(wrapped.wrap, contextOf(record, wrapped, wayOf(record)));
        if (!key)
            return failed(key.error());
        keys.push_back({wrapped.kind, wrapped.epoch, wrapped.keyId, wrapped.fileId, std::move(*key)});
    }
    return keys;
}

Result<void, WrapError> rewrapKeys(KeyRecord& record, const FileKeys& keys, const KeyWrapper& wrapper)
{
    QList<WrappedKey> rewrapped = record.keys;
    for (WrappedKey& wrapped : rewrapped) {
        const FileKey* const open = openOf(keys, wrapped);
        if (!open)
            return failed(WrapError::Unavailable);
        auto wrap = wrapper.wrap(open->key, contextOf(record, wrapped, wayOf(record)));
        if (!wrap)
            return failed(wrap.error());
        wrapped.wrap = *wrap;
    }
    record.keys = rewrapped;
    return {};
}

void rewrapForRecovery(KeyRecord& record, const FileKeys& keys, const RecoveryPublicKey* recovery)
{
    record.recoveryKey = recovery ? recovery->fingerprint() : QByteArray();
    for (WrappedKey& wrapped : record.keys) {
        const FileKey* const open = openOf(keys, wrapped);
        Q_ASSERT(open);
        wrapped.recoveryWrap = recoveryWrapOf(record, wrapped, open->key, recovery);
    }
}

Result<FileKeys, WrapError> recoverKeys(const KeyRecord& record, const RecoveryPrivateKey& recovery)
{
    if (record.recoveryKey != recovery.publicKey().fingerprint())
        return failed(WrapError::WrongSecret);
    FileKeys keys;
    for (const WrappedKey& wrapped : record.keys) {
        if (wrapped.recoveryWrap.isEmpty())
            continue;
        auto key = recovery.unwrap(wrapped.recoveryWrap, contextOf(record, wrapped, {}));
        if (!key)
            return failed(key.error());
        keys.push_back({wrapped.kind, wrapped.epoch, wrapped.keyId, wrapped.fileId, std::move(*key)});
    }
    return keys;
}

Result<FileKey, WrapError> addNextKey(KeyRecord& record, FileKind kind, const KeyWrapper& wrapper, const RecoveryPublicKey* recovery)
{
    const auto present = std::ranges::find(record.keys, kind, &WrappedKey::kind);
    Q_ASSERT(present != record.keys.end() && std::ranges::count(record.keys, kind, &WrappedKey::kind) == 1);
    Q_ASSERT(record.recoveryKey == (recovery ? recovery->fingerprint() : QByteArray()));
    auto fresh = freshKey(record, kind, present->epoch + 1, wrapper, recovery);
    if (!fresh)
        return failed(fresh.error());
    record.keys.insert(std::distance(record.keys.begin(), present) + 1, fresh->wrapped);
    return std::move(fresh->open);
}

void dropKey(KeyRecord& record, FileKind kind, quint32 epoch)
{
    Q_ASSERT(std::ranges::count(record.keys, kind, &WrappedKey::kind) == 2);
    record.keys.removeIf([=](const WrappedKey& key) { return key.kind == kind && key.epoch == epoch; });
}

} // namespace mottaget::crypto
