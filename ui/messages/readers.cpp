// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/readers.h"

#include "core/identity/birth.h"
#include "ui/widgets/sentences.h"

using namespace Qt::StringLiterals;

namespace mottaget::ui {

Readers ReaderRules::of(const care::Case& value, const std::optional<care::Patient>& patient, QDate today)
{
    if (!patient)
        return {tr("invånaren"), tr("Vem det är har inte hämtats än.")};
    const bool isProtected = patient->protection != care::Protection::None;
    const QString written = QString(patient->givenName + u' ' + patient->familyName).trimmed();
    const QString resident = isProtected ? tr("invånaren (skyddade personuppgifter)") : written.isEmpty() ? tr("invånaren") : written;
    if (patient->deceased)
        return {resident, tr("Patienten är registrerad som avliden.")};
    const auto age = identity::ageInYears(patient->birthDate, today);
    const bool sentByGuardian = value.sender.kind == care::Sender::Kind::Guardian;
    if (sentByGuardian && !age)
        return {resident, tr("Åldern saknas; om vårdnadshavaren kan läsa är inte känt.")};
    if (sentByGuardian && *age < guardianUntil)
        return {Sentences::sender(value.sender, isProtected), {}};
    if (sentByGuardian)
        return {resident, tr("Barnet har fyllt 13 år: vårdnadshavaren kan inte längre läsa svaret.")};
    if (age && *age < adultFrom)
        return {resident, tr("Svaret går bara till den unge.")};
    return {resident, {}};
}

} // namespace mottaget::ui
