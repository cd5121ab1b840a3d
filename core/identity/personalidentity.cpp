// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/personalidentity.h"

#include "core/identity/datefield.h"
#include "core/identity/luhn.h"
#include "core/identity/reservenumber.h"

#include <algorithm>

namespace mottaget::identity {

using Parsed = Result<PersonalIdentity, IdentityError>;

//! The one door to PersonalIdentity's constructor.
class IdentityMaker final {
public:
    static PersonalIdentity make(IdentityKind kind, QStringView number, const QString& ownerOid = {})
    {
        return PersonalIdentity(kind, number.toString(), ownerOid);
    }
};

namespace {

struct Written {
    QString characters; //!< without separator, upper case; 10 or 12
    QChar separator;    //!< '-', '+' or null
};

bool isHyphen(QChar c)
{
    // hyphen, non-breaking hyphen, en dash, minus: what word processors make of a typed hyphen
    return c == u'-' || c == QChar(0x2010) || c == QChar(0x2011) || c == QChar(0x2013) || c == QChar(0x2212);
}

bool isAsciiLetterOrDigit(QChar c)
{
    return isAsciiDigit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

Result<Written, IdentityError> takeApart(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return failed(IdentityError::Empty);
    if (std::any_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isSpace(); }))
        return failed(IdentityError::InnerBlank);
    Written written {trimmed.toString(), {}};
    if (trimmed.size() == 11 || trimmed.size() == 13) {
        const QChar separator = trimmed.at(trimmed.size() - 5);
        if (separator != u'+' && !isHyphen(separator))
            return failed(IdentityError::Form);
        written.separator = separator == u'+' ? QChar(u'+') : QChar(u'-');
        written.characters.remove(trimmed.size() - 5, 1);
    }
    const auto& characters = written.characters;
    if (characters.size() != 10 && characters.size() != 12)
        return failed(IdentityError::Form);
    if (!std::all_of(characters.begin(), characters.end(), isAsciiLetterOrDigit))
        return failed(IdentityError::Form);
    written.characters = characters.toUpper();
    return written;
}

//! T-numbers: one letter where the birth number begins. K, M and X are also Västra Götaland's; there the letter counts
//! as 1 in the check of a T-number, and as something else in the region's.
bool looksInterim(const Written& written)
{
    const QStringView text = written.characters;
    const QStringView tail = text.last(3);
    const QChar letter = text.at(text.size() - 4);
    if (isAsciiDigit(letter) || !isAllDigits(tail) || !isAllDigits(text.first(text.size() - 4)))
        return false;
    if (!QStringView(u"KMX").contains(letter) || text.size() == 10 || !written.separator.isNull())
        return true;
    return passesLuhn(QString(text.sliced(2, 6) % u'1' % tail));
}

Parsed parseWithLetters(const Written& written)
{
    if (written.characters.size() == 12 && written.separator.isNull()) {
        const auto issuer = parseReserveNumber(written.characters);
        if (issuer) {
            const bool national = *issuer == ReserveIssuer::National;
            return IdentityMaker::make(national ? IdentityKind::NationalReserveNumber : IdentityKind::LocalReserveNumber,
                written.characters, national ? QString() : issuerOid(*issuer));
        }
        return failed(looksInterim(written) ? IdentityError::InterimNumber : issuer.error());
    }
    return failed(looksInterim(written) ? IdentityError::InterimNumber : IdentityError::Form);
}

std::optional<BirthDate> dateOf(QStringView eight)
{
    return digitsValue(eight.sliced(6, 2)) < 60 ? personalDate(eight) : coordinationDate(eight);
}

//! Twelve digits with a good check digit.
Parsed personOf(QStringView twelve, QDate today)
{
    const auto born = dateOf(twelve.first(8));
    if (!born)
        return failed(IdentityError::Date);
    if (twelve.sliced(8, 3) == u"000")
        return failed(IdentityError::Serial);
    if (today.isValid() && born->date > today)
        return failed(IdentityError::Future);
    const bool coordination = digitsValue(twelve.sliced(6, 2)) >= 60;
    return IdentityMaker::make(coordination ? IdentityKind::CoordinationNumber : IdentityKind::PersonalNumber, twelve);
}

Parsed parseTwelveDigits(const Written& written, QDate today)
{
    const QStringView number = written.characters;
    const int day = digitsValue(number.sliced(6, 2));
    if (written.separator.isNull() && (number.startsWith(u"99") || (day >= 32 && day < 60 && !number.startsWith(u"16")))) {
        return parseReserveNumber(number).map(
            [&](ReserveIssuer issuer) { return IdentityMaker::make(IdentityKind::LocalReserveNumber, number, issuerOid(issuer)); });
    }
    if (!passesLuhn(number.sliced(2)))
        return failed(IdentityError::CheckDigit);
    if (number.startsWith(u"16") && digitsValue(number.sliced(4, 2)) >= 20)
        return failed(IdentityError::OrganisationNumber);
    return personOf(number, today);
}

//! The year that two digits stand for; see parseIdentity.
int fullYear(QStringView ten, QChar separator, QDate today)
{
    const int latest = separator == u'+' ? today.year() - 100 : today.year();
    int year = latest - latest % 100 + digitsValue(ten.first(2));
    if (year > latest)
        year -= 100;
    if (separator == u'+' || year != today.year())
        return year;
    const auto born = dateOf(QString(QString::number(year) % ten.sliced(2, 4)));
    return born && born->date > today ? year - 100 : year;
}

Parsed parseTenDigits(const Written& written, QDate today)
{
    const QStringView ten = written.characters;
    if (!passesLuhn(ten))
        return failed(IdentityError::CheckDigit);
    if (digitsValue(ten.sliced(2, 2)) >= 20)
        return failed(IdentityError::OrganisationNumber);
    return personOf(QString(QString::number(fullYear(ten, written.separator, today)) % ten.sliced(2)), today);
}

Parsed parse(QStringView text, QDate today)
{
    const auto written = takeApart(text);
    if (!written)
        return failed(written.error());
    if (!isAllDigits(written->characters))
        return parseWithLetters(*written);
    if (written->characters.size() == 12)
        return parseTwelveDigits(*written, today);
    // Without a clock two digits of a year say too little.
    return today.isValid() ? parseTenDigits(*written, today) : Parsed(failed(IdentityError::Form));
}

} // namespace

Result<PersonalIdentity, IdentityError> parseIdentity(QStringView text, QDate today)
{
    Q_ASSERT(today.isValid());
    return parse(text, today);
}

Result<PersonalIdentity, IdentityError> parseCanonical(QStringView text)
{
    return parse(text, {});
}

} // namespace mottaget::identity
