// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/birth.h"

#include "core/identity/datefield.h"
#include "core/identity/luhn.h"
#include "core/identity/personalidentity.h"
#include "core/identity/reservenumber.h"

namespace mottaget::identity {

namespace {

constexpr qsizetype sexPosition = 10;

LegalSex byParity(QChar digit)
{
    return digit.digitValue() % 2 != 0 ? LegalSex::Male : LegalSex::Female;
}

std::optional<BirthDate> reserveBirthDate(ReserveIssuer issuer, QStringView n)
{
    switch (issuer) {
    case ReserveIssuer::National: {
        const int series = digitsValue(n.first(2));
        if (series == 0)
            return {};
        const int century = series % 3 == 1 ? 19 : 20;
        const QDate date(century * 100 + digitsValue(n.sliced(2, 2)), digitsValue(n.sliced(4, 2)), digitsValue(n.sliced(6, 2)));
        return BirthDate {date, true};
    }
    case ReserveIssuer::VastraGotaland: return personalDate(n.first(8));
    case ReserveIssuer::Varmland: // F says that the date is that of the birth; with other letters it isn't
        return n.at(9) == u'F' ? personalDate(n.first(8)) : std::nullopt;
    case ReserveIssuer::Inera: // the day field is a stand-in
        return BirthDate {QDate(digitsValue(n.first(4)), digitsValue(n.sliced(4, 2)), 1), false};
    case ReserveIssuer::Stockholm: return {}; // the year is that of the issue
    }
    Q_UNREACHABLE();
}

std::optional<LegalSex> reserveSex(ReserveIssuer issuer, QStringView n)
{
    const QChar sex = n.at(sexPosition);
    switch (issuer) {
    case ReserveIssuer::National: return isAsciiDigit(sex) ? std::optional(byParity(sex)) : std::nullopt;
    case ReserveIssuer::VastraGotaland:
        return n.at(8) == u'X' ? std::nullopt : std::optional(n.at(8) == u'M' ? LegalSex::Male : LegalSex::Female);
    case ReserveIssuer::Varmland: return sex == u'0' || sex == u'1' ? std::nullopt : std::optional(byParity(sex));
    case ReserveIssuer::Inera:
    case ReserveIssuer::Stockholm: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<BirthDate> birthDate(const PersonalIdentity& identity)
{
    if (identity.isEmpty())
        return {};
    const QStringView number = identity.number();
    switch (identity.kind()) {
    case IdentityKind::PersonalNumber: return personalDate(number.first(8));
    case IdentityKind::CoordinationNumber: return coordinationDate(number.first(8));
    case IdentityKind::NationalReserveNumber:
    case IdentityKind::LocalReserveNumber: break;
    }
    const auto issuer = issuerOf(identity);
    return issuer ? reserveBirthDate(*issuer, number) : std::nullopt;
}

std::optional<int> ageInYears(QDate born, QDate on)
{
    if (!born.isValid() || !on.isValid() || on < born)
        return {};
    const int years = on.year() - born.year();
    return born.addYears(years) > on ? years - 1 : years;
}

std::optional<int> ageInMonths(QDate born, QDate on)
{
    if (!born.isValid() || !on.isValid() || on < born)
        return {};
    const int months = (on.year() - born.year()) * 12 + on.month() - born.month();
    return born.addMonths(months) > on ? months - 1 : months;
}

std::optional<int> ageInYears(const PersonalIdentity& identity, QDate on)
{
    const auto born = birthDate(identity);
    return born ? ageInYears(born->date, on) : std::nullopt;
}

std::optional<int> ageInMonths(const PersonalIdentity& identity, QDate on)
{
    const auto born = birthDate(identity);
    return born && born->certain ? ageInMonths(born->date, on) : std::nullopt;
}

std::optional<LegalSex> legalSex(const PersonalIdentity& identity)
{
    if (identity.isEmpty())
        return {};
    switch (identity.kind()) {
    case IdentityKind::PersonalNumber:
    case IdentityKind::CoordinationNumber: return byParity(identity.number().at(sexPosition));
    case IdentityKind::NationalReserveNumber:
    case IdentityKind::LocalReserveNumber: break;
    }
    const auto issuer = issuerOf(identity);
    return issuer ? reserveSex(*issuer, identity.number()) : std::nullopt;
}

} // namespace mottaget::identity
