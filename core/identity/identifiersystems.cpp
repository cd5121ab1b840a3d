// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identifiersystems.h"

#include "core/identity/reservenumber.h"

namespace mottaget::identity {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView oidPrefix = u"urn:oid:";

bool isOid(QStringView text)
{
    return !text.isEmpty() && text.front().isDigit() && text.contains(u'.');
}

//! An OID as URN, whatever the case of its prefix; a URI as it is.
QString normalised(QStringView system)
{
    if (system.startsWith(oidPrefix, Qt::CaseInsensitive))
        return oidPrefix % system.sliced(oidPrefix.size());
    return isOid(system) ? QString(oidPrefix % system) : system.toString();
}

QString urn(ReserveIssuer issuer)
{
    return oidPrefix % issuerOid(issuer);
}

IdentifierKind kindOfIdentity(const PersonalIdentity& identity)
{
    const auto issuer = issuerOf(identity);
    if (!issuer)
        return identity.kind() == IdentityKind::CoordinationNumber ? IdentifierKind::CoordinationNumber : IdentifierKind::PersonalNumber;
    switch (*issuer) {
    case ReserveIssuer::National: return IdentifierKind::NationalReserveNumber;
    case ReserveIssuer::Stockholm: return IdentifierKind::StockholmReserveNumber;
    case ReserveIssuer::VastraGotaland: return IdentifierKind::VastraGotalandReserveNumber;
    case ReserveIssuer::Varmland: return IdentifierKind::VarmlandReserveNumber;
    case ReserveIssuer::Inera: return IdentifierKind::IneraReserveNumber;
    }
    Q_UNREACHABLE();
}

bool isPatientKind(IdentifierKind kind)
{
    return kind <= IdentifierKind::IneraReserveNumber;
}

bool isNationalRegister(IdentifierKind kind)
{
    return kind == IdentifierKind::PersonalNumber || kind == IdentifierKind::CoordinationNumber;
}

} // namespace

IdentifierSystems::IdentifierSystems()
    : m_systems {
        {IdentifierKind::PersonalNumber,
            {u"http://electronichealth.se/identifier/personnummer"_s, u"urn:oid:1.2.752.129.2.1.3.1"_s,
                u"https://terminology.hl7.se/sid/se-personnummer"_s}},
        {IdentifierKind::CoordinationNumber,
            {u"http://electronichealth.se/identifier/samordningsnummer"_s, u"urn:oid:1.2.752.129.2.1.3.3"_s}},
        {IdentifierKind::NationalReserveNumber,
            {u"http://electronichealth.se/identifier/nationelltReservnummer"_s, urn(ReserveIssuer::National),
                u"http://electronichealth.se/identifier/nationelltReservnumer"_s}},
        {IdentifierKind::StockholmReserveNumber, {urn(ReserveIssuer::Stockholm)}},
        {IdentifierKind::VastraGotalandReserveNumber, {urn(ReserveIssuer::VastraGotaland)}},
        {IdentifierKind::VarmlandReserveNumber, {urn(ReserveIssuer::Varmland)}},
        {IdentifierKind::IneraReserveNumber, {urn(ReserveIssuer::Inera)}},
        {IdentifierKind::LmaNumber, {u"http://electronichealth.se/identifier/LMA-nummer"_s}},
        {IdentifierKind::HsaId, {u"urn:oid:1.2.752.29.4.19"_s, u"urn:oid:1.2.752.129.2.1.4.1"_s}},
        {IdentifierKind::OrganisationNumber, {u"urn:oid:2.5.4.97"_s}},
        {IdentifierKind::PrescriberCode, {u"urn:oid:1.2.752.116.3.1.2"_s}},
        {IdentifierKind::LicenceNumber, {u"urn:oid:1.2.752.116.3.1.1"_s}},
    }
{
}

std::optional<IdentifierKind> IdentifierSystems::kindOf(QStringView system) const
{
    const QString wanted = normalised(system);
    for (auto it = m_systems.cbegin(); it != m_systems.cend(); ++it) {
        if (it.value().contains(wanted))
            return it.key();
    }
    return {};
}

QString IdentifierSystems::canonical(IdentifierKind kind) const
{
    return m_systems.value(kind).constFirst();
}

QStringList IdentifierSystems::aliases(IdentifierKind kind) const
{
    return m_systems.value(kind);
}

IdentifierSystems IdentifierSystems::withCanonical(IdentifierKind kind, const QString& system) const
{
    const QString form = normalised(system);
    Q_ASSERT(!form.isEmpty() && kindOf(form).value_or(kind) == kind);
    IdentifierSystems changed = *this;
    QStringList& forms = changed.m_systems[kind];
    forms.removeAll(form);
    forms.prepend(form);
    return changed;
}

QString IdentifierSystems::systemOf(const PersonalIdentity& identity) const
{
    Q_ASSERT(!identity.isEmpty());
    return canonical(kindOfIdentity(identity));
}

Result<PersonalIdentity, IdentityError> IdentifierSystems::identityFrom(QStringView system, QStringView value) const
{
    const auto kind = kindOf(system);
    if (!kind || !isPatientKind(*kind))
        return failed(IdentityError::UnknownSystem);
    const auto identity = parseCanonical(value);
    if (!identity)
        return identity;
    const IdentifierKind found = kindOfIdentity(*identity);
    if (found != *kind && !(isNationalRegister(found) && isNationalRegister(*kind)))
        return failed(IdentityError::SystemMismatch);
    return identity;
}

} // namespace mottaget::identity
