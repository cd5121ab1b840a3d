// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/casetype.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::care {

namespace {

//! At least a partial reply within two working days is what regions promise; five for the final one is our default.
QList<CaseClock> defaultClocks()
{
    return {{CaseClock::Kind::Partial, 2, CaseClock::Unit::WorkingDays}, {CaseClock::Kind::Final, 5, CaseClock::Unit::WorkingDays}};
}

struct BasicType {
    QLatin1StringView code;
    QStringView title;
    bool hasRenewalLines;
    bool hasWishedTimes;
    bool concernsBooking;
    bool wantsCallback;
};

//! Basutbud 1177, the services every clinic offers. Codes and titles: docs/wire.md, "Case types".
// clang-format off
constexpr BasicType basicTypes[] = {
    // code                 title                    lines  times  booking callback
    {"renewal"_L1,         u"Förnya recept",         true,  false, false,  false},
    {"contact-me"_L1,      u"Kontakta mig",          false, false, false,  true},
    {"change-booking"_L1,  u"Av- eller omboka tid",  false, true,  true,   false},
    {"request-booking"_L1, u"Beställ tid",           false, true,  false,  false},
    {"advice"_L1,          u"Rådgivning",            false, false, false,  false},
};
// clang-format on

} // namespace

CaseTypes CaseTypes::basic()
{
    CaseTypes types;
    for (const BasicType& row : basicTypes) {
        types.put({row.code, row.title.toString(), defaultClocks(), row.hasRenewalLines, row.hasWishedTimes, row.concernsBooking,
            row.wantsCallback});
    }
    return types;
}

void CaseTypes::put(CaseType type)
{
    const QString code = type.code;
    m_types.insert(code, std::move(type));
}

CaseType CaseTypes::find(const QString& code) const
{
    const auto found = m_types.constFind(code);
    if (found != m_types.cend())
        return *found;
    return {code, code, defaultClocks()};
}

QList<CaseType> CaseTypes::all() const
{
    QList<CaseType> types = m_types.values();
    std::ranges::sort(types, {}, &CaseType::code);
    return types;
}

} // namespace mottaget::care
