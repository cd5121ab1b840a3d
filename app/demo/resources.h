// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/resourcestore.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

//! Pieces of FHIR resources as docs/wire.md names them; for the generator.
namespace mottaget::demo::fhir {

//! `https://mottaget.se/fhir/` and the rest.
[[nodiscard]] QString own(const QString& path);
[[nodiscard]] QJsonObject coding(const QString& system, const QString& code);
//! A CodeableConcept with one coding and maybe a text.
[[nodiscard]] QJsonObject codeable(const QString& system, const QString& code, const QString& text = {});
[[nodiscard]] QJsonObject identifier(const QString& system, const QString& value);
[[nodiscard]] QJsonObject hsaIdentifier(const QString& hsaId);
[[nodiscard]] QJsonObject reference(const QString& to, const QString& display = {});
//! meta with the unit's tag.
[[nodiscard]] QJsonObject unitMeta();
//! A resource with its type, id and, when it belongs to the unit, the tag.
[[nodiscard]] QJsonObject resource(const QString& type, const QString& id, bool ofUnit);
//! `2026-11-23T09:41:07.120Z`
[[nodiscard]] QString instant(qint64 msecs);
//! Ready to be committed.
[[nodiscard]] Write write(const QJsonObject& resource);

inline constexpr QLatin1StringView unitReference {"Organization/bjorkens-halsocentral"};
[[nodiscard]] QString unitName();

} // namespace mottaget::demo::fhir
