// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/reservenumber.h"

#include "core/identity/luhn.h"

#include <algorithm>

namespace mottaget::identity {

using namespace Qt::StringLiterals;

namespace {

constexpr int earliestYear = 1800;
constexpr int latestYear = 2299;

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

bool isRealDate(QStringView eight)
{
    return isAllDigits(eight) && digitsValue(eight.first(4)) >= earliestYear
        && QDate::isValid(digitsValue(eight.first(4)), digitsValue(eight.sliced(4, 2)), digitsValue(eight.sliced(6, 2)));
}

Result<ReserveIssuer, IdentityError> stockholm(QStringView n)
{
    const int year = digitsValue(n.sliced(2, 4));
    if (year < earliestYear || year > latestYear)
        return failed(IdentityError::Date);
    if (!passesLuhn(n.sliced(4)))
        return failed(IdentityError::CheckDigit);
    return ReserveIssuer::Stockholm;
}

Result<ReserveIssuer, IdentityError> inera(QStringView n)
{
    const int year = digitsValue(n.first(4));
    const int month = digitsValue(n.sliced(4, 2));
    if (year < earliestYear || year > latestYear || month < 1 || month > 12)
        return failed(IdentityError::Date);
    if (!passesLuhn(n.sliced(2)))
        return failed(IdentityError::CheckDigit);
    return ReserveIssuer::Inera;
}

//! K, M and X stand for woman, man and unknown; the running number says the same once more.
Result<ReserveIssuer, IdentityError> vastraGotaland(QStringView n)
{
    if (!isAllDigits(n.sliced(9)))
        return failed(IdentityError::Form);
    const QChar sex = n.at(8);
    const int running = digitsValue(n.sliced(9, 2));
    const bool unknownSex = running >= 80 && running <= 89;
    const bool knownSex = running >= 6 && running <= 79;
    const QChar expected = unknownSex ? u'X' : running % 2 != 0 ? u'M' : u'K';
    if ((!unknownSex && !knownSex) || sex != expected)
        return failed(IdentityError::Form);
    if (!isRealDate(n.first(8)))
        return failed(IdentityError::Date);
    QString digits = n.sliced(2).toString();
    digits[6] = sex == u'K' ? u'5' : sex == u'M' ? u'7' : u'8';
    if (!passesLuhn(digits))
        return failed(IdentityError::CheckDigit);
    return ReserveIssuer::VastraGotaland;
}

Result<ReserveIssuer, IdentityError> varmland(QStringView n)
{
    const QChar order = n.at(11);
    const bool goodOrder = (order >= u'A' && order <= u'Z' && order != u'V') || (order >= u'1' && order <= u'9');
    if (!isOneOf(n.at(9), u"FUXPL") || !isAsciiDigit(n.at(10)) || !goodOrder)
        return failed(IdentityError::Form);
    if (!isRealDate(n.first(8)))
        return failed(IdentityError::Date);
    return ReserveIssuer::Varmland;
}

//! Two letters in positions 9 and 10. The first two characters are the century plus a multiple of three, or 00.
Result<ReserveIssuer, IdentityError> national(QStringView n)
{
    constexpr QStringView letters = u"ABCDEFGHJKLMNPRSTUXYZ";
    const bool goodSex = isAsciiDigit(n.at(10)) || isOneOf(n.at(10), letters);
    if (!isOneOf(n.at(8), letters) || !isOneOf(n.at(9), letters) || !goodSex || !isAsciiDigit(n.at(11)))
        return failed(IdentityError::Form);
    const int series = digitsValue(n.first(2));
    const int month = digitsValue(n.sliced(4, 2));
    const int day = digitsValue(n.sliced(6, 2));
    if (series == 0) {
        if (month < 20 || day < 40 || day > 59)
            return failed(IdentityError::Date);
        return ReserveIssuer::National;
    }
    // 22, 25 … 97 are the twentieth century, 23, 26 … 98 the twenty-first; the rest is not in use.
    if (series < 22 || series % 3 == 0)
        return failed(IdentityError::Form);
    const int century = series % 3 == 1 ? 19 : 20;
    if (!QDate::isValid(century * 100 + digitsValue(n.sliced(2, 2)), month, day))
        return failed(IdentityError::Date);
    return ReserveIssuer::National;
}

} // namespace

QString issuerOid(ReserveIssuer issuer)
{
    switch (issuer) {
    case ReserveIssuer::National: return u"1.2.752.74.9.1"_s;
    case ReserveIssuer::Stockholm: return u"1.2.752.97.3.1.3"_s;
    case ReserveIssuer::VastraGotaland: return u"1.2.752.113.11.0.2.1.1.1"_s;
    case ReserveIssuer::Varmland: return u"1.2.752.74.9.2"_s;
    case ReserveIssuer::Inera: return u"1.2.752.129.2.1.3.2"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ReserveIssuer> issuerOf(const PersonalIdentity& identity)
{
    if (identity.kind() == IdentityKind::NationalReserveNumber)
        return ReserveIssuer::National;
    if (identity.kind() != IdentityKind::LocalReserveNumber)
        return {};
    for (const auto issuer : {ReserveIssuer::Stockholm, ReserveIssuer::VastraGotaland, ReserveIssuer::Varmland, ReserveIssuer::Inera}) {
        if (identity.ownerOid() == issuerOid(issuer))
            return issuer;
    }
    return {};
}

Result<ReserveIssuer, IdentityError> parseReserveNumber(QStringView twelve)
{
    if (twelve.size() != 12 || !isAllDigits(twelve.first(8)))
        return failed(IdentityError::Form);
    if (isAllDigits(twelve)) {
        if (twelve.startsWith(u"99"))
            return stockholm(twelve);
        const int day = digitsValue(twelve.sliced(6, 2));
        if (day >= 32 && day <= 59)
            return inera(twelve);
        return failed(IdentityError::Form);
    }
    const QChar ninth = twelve.at(8);
    if (isAsciiDigit(twelve.at(9)))
        return isOneOf(ninth, u"KMX") ? vastraGotaland(twelve) : Result<ReserveIssuer, IdentityError>(failed(IdentityError::Form));
    // Värmland's S and a national series may both begin with S: only the century tells, and no series is 18 to 21.
    const int century = digitsValue(twelve.first(2));
    return ninth == u'S' && century >= 18 && century <= 21 ? varmland(twelve) : national(twelve);
}

} // namespace mottaget::identity
