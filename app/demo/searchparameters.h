// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace mottaget::demo {

//! Whether a type can be searched by this parameter (with `:missing` or without). `_id`, `_tag`, `_security` and `_lastUpdated` fit all.
[[nodiscard]] bool isSearchable(QByteArrayView type, QByteArrayView parameter);

//! The date parameter that compares what authoredText() gives: `authored-on` of Task and its like; empty for other types.
[[nodiscard]] QByteArray authoredParameter(const QByteArray& type);

//! All `parameter=value` texts under which a resource is found. A coding stands as `system|code` and as `code`, a
//! reference as `Type/id` and as `id`; an absent element stands as `parameter:missing=true`.
[[nodiscard]] QList<QByteArray> searchTexts(const QByteArray& type, const QJsonObject& resource);

//! The value that `_sort=authored-on` compares: authoredOn, authored, sent or recorded.
[[nodiscard]] QByteArray authoredText(const QJsonObject& resource);

} // namespace mottaget::demo
