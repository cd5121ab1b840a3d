// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/etag.h"

#include <algorithm>

namespace mottaget::fhir {

std::optional<QString> versionOfEtag(QByteArrayView etag)
{
    etag = etag.trimmed();
    if (etag.startsWith("W/") || etag.startsWith("w/"))
        etag = etag.sliced(2);
    if (etag.size() >= 2 && etag.startsWith('"') && etag.endsWith('"'))
        etag = etag.sliced(1, etag.size() - 2);
    // RFC 9110 8.8.3: any visible character but the quote.
    const bool opaque = std::ranges::all_of(etag, [](char c) { return uchar(c) > 0x20 && uchar(c) < 0x7F && c != '"'; });
    return opaque && !etag.isEmpty() ? std::optional(QString::fromLatin1(etag)) : std::nullopt;
}

std::optional<QString> versionOfEtag(QStringView etag)
{
    return versionOfEtag(QByteArrayView(etag.toUtf8()));
}

QByteArray etagOfVersion(QStringView versionId)
{
    return "W/\"" + versionId.toUtf8() + '"';
}

} // namespace mottaget::fhir
