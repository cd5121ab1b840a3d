// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace mottaget::fhir {

//! The versionId in an ETag: `W/"3"` -> `3`; strong and unquoted tags are met and taken. R4 3.1.0.5: the tag is the
//! versionId, which is opaque.
[[nodiscard]] std::optional<QString> versionOfEtag(QByteArrayView etag);
[[nodiscard]] std::optional<QString> versionOfEtag(QStringView etag);

//! What If-Match wants for a versionId: `W/"3"`.
[[nodiscard]] QByteArray etagOfVersion(QStringView versionId);

} // namespace mottaget::fhir
