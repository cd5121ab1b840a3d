// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/anchor.h"

#include "core/base/secretbytes.h"

#include <QCryptographicHash>
#include <QList>

namespace mottaget::crypto {

Anchor Anchor::after(FileKind kind, quint64 sequence)
{
    const SecretBytes random = SecretBytes::random(std::size_t(stampSize));
    return {kind, sequence + 1, QByteArray(reinterpret_cast<const char*>(random.view().data()), stampSize)};
}

Anchor Anchor::over(FileKind kind, quint64 sequence, const QByteArray& content)
{
    const QByteArray spoken = "mottaget-anchor-over " + QByteArray::number(sequence + 1) + ' ' + content;
    return {kind, sequence + 1, QCryptographicHash::hash(spoken, QCryptographicHash::Sha256).left(stampSize)};
}

QByteArray printAnchor(const Anchor& anchor)
{
    return "mottaget-anchor 1 " + codeOf(anchor.kind).toByteArray() + ' ' + QByteArray::number(anchor.sequence) + ' '
        + anchor.stamp.toHex();
}

std::optional<Anchor> parseAnchor(const QByteArray& text)
{
    const QList<QByteArray> words = text.split(' ');
    if (words.size() != 5)
        return std::nullopt;
    const auto kind = fileKindOf(words[2]);
    const Anchor anchor {kind.value_or(FileKind::Outbox), words[3].toULongLong(), QByteArray::fromHex(words[4])};
    const bool isExact = kind && anchor.stamp.size() == Anchor::stampSize && printAnchor(anchor) == text;
    return isExact ? std::optional(anchor) : std::nullopt;
}

} // namespace mottaget::crypto
