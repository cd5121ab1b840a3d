// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/display.h"

#include "core/identity/luhn.h"
#include "core/identity/personalidentity.h"

namespace mottaget::identity {

namespace {

QString separated(const PersonalIdentity& identity, QDate today, Hyphen hyphen, qsizetype from)
{
    const QStringView number = identity.number();
    switch (identity.kind()) {
    case IdentityKind::PersonalNumber:
    case IdentityKind::CoordinationNumber: break;
    case IdentityKind::NationalReserveNumber:
    case IdentityKind::LocalReserveNumber: return identity.number();
    }
    if (identity.isEmpty())
        return {};
    const bool hundred = digitsValue(number.first(4)) <= today.year() - 100;
    const QChar plain = hyphen == Hyphen::Plain ? QChar(u'-') : QChar(0x2011);
    return number.sliced(from, 8 - from) % (hundred ? QChar(u'+') : plain) % number.last(4);
}

} // namespace

QString display(const PersonalIdentity& identity, QDate today, Hyphen hyphen)
{
    return separated(identity, today, hyphen, 0);
}

QString displayShort(const PersonalIdentity& identity, QDate today, Hyphen hyphen)
{
    return separated(identity, today, hyphen, 2);
}

QString clipboardText(const PersonalIdentity& identity)
{
    return identity.number();
}

} // namespace mottaget::identity
