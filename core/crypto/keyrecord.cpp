// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keyrecord.h"

#include <algorithm>
#include <ranges>

namespace mottaget::crypto {

namespace {

constexpr qsizetype idSize = 16;
constexpr qsizetype wrapMaxSize = 4096; // a smart card's wraps are longer than ours

bool isWord(const QByteArray& text, qsizetype atMost, QByteArrayView marks)
{
    return !text.isEmpty() && text.size() <= atMost
        && std::ranges::all_of(text, [marks](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || marks.contains(c); });
}

bool isHex(const QByteArray& text, qsizetype size)
{
    return text.size() == size && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool keyIsWhole(const KeyRecord& record, const WrappedKey& key)
{
    const bool recoverable = !record.recoveryKey.isEmpty() && isIrreplaceable(key.kind);
    return key.epoch >= 1 && key.epoch <= 65535 && key.keyId.size() == idSize && key.fileId.size() == idSize && !key.wrap.isEmpty()
        && key.wrap.size() <= wrapMaxSize && key.recoveryWrap.isEmpty() != recoverable && key.recoveryWrap.size() <= wrapMaxSize;
}

//! Each file once, or twice with epochs that follow each other while its key is being changed; in the order of the kinds.
bool keysAreWhole(const KeyRecord& record)
{
    const auto kinds = record.kdf ? std::span<const FileKind>(personFiles) : std::span<const FileKind>(deviceFiles);
    auto key = record.keys.cbegin();
    for (const FileKind kind : kinds) {
        if (key == record.keys.cend() || key->kind != kind)
            return false;
        const quint32 epoch = key->epoch;
        if (!keyIsWhole(record, *key++))
            return false;
        if (key != record.keys.cend() && key->kind == kind && (!keyIsWhole(record, *key) || key++->epoch != epoch + 1))
            return false;
    }
    return key == record.keys.cend();
}

} // namespace

bool isWhole(const KeyRecord& record)
{
    const bool device = record.subject == "device";
    return isWord(record.subject, 64, "-") && isHex(record.entry, 32) && isWord(record.backend, 64, "._-")
        && device != record.kdf.has_value() && (!record.kdf || isAcceptable(*record.kdf)) && record.salt.size() == kdfSaltSize
        && (record.recoveryKey.isEmpty() || isHex(record.recoveryKey, 64)) && record.wrongTries >= 0 && record.wrongTries <= 1'000'000
        && (record.wrongTries > 0) == record.lastWrong.isValid() && keysAreWhole(record);
}

QByteArrayView wayOf(const KeyRecord& record)
{
    return record.kdf ? "person" : "device";
}

WrapContext contextOf(const KeyRecord& record, const WrappedKey& key, QByteArrayView way)
{
    return {record.subject, key.kind, key.epoch, key.keyId, key.fileId, way.toByteArray()};
}

} // namespace mottaget::crypto
