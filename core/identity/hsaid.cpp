// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/hsaid.h"

#include "core/identity/luhn.h"

#include <algorithm>

namespace mottaget::identity {

namespace {

bool isLocalCharacter(QChar c)
{
    return isAsciiDigit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'-';
}

} // namespace

QString HsaId::organisationNumber() const
{
    const qsizetype hyphen = m_text.indexOf(u'-');
    return hyphen < 0 ? QString() : m_text.sliced(hyphen - 10, 10);
}

Result<HsaId, HsaIdError> parseHsaId(QStringView text)
{
    const QStringView id = text.trimmed();
    if (id.isEmpty())
        return failed(HsaIdError::Empty);
    if (id.size() > HsaId::maximumLength)
        return failed(HsaIdError::TooLong);
    const qsizetype hyphen = id.indexOf(u'-');
    if (!id.startsWith(u"SE", Qt::CaseInsensitive) || hyphen < 0)
        return failed(HsaIdError::Form);
    const QStringView organisation = id.sliced(2, hyphen - 2);
    const QStringView local = id.sliced(hyphen + 1);
    const bool ten = organisation.size() == 10;
    const bool twelve = organisation.size() == 12 && organisation.startsWith(u"16");
    if (!isAllDigits(organisation) || !(ten || twelve))
        return failed(HsaIdError::Form);
    if (local.isEmpty() || !std::all_of(local.begin(), local.end(), isLocalCharacter))
        return failed(HsaIdError::Form);
    if (local.startsWith(u'-') || local.endsWith(u'-'))
        return failed(HsaIdError::Form);
    return HsaId(id.toString());
}

} // namespace mottaget::identity
