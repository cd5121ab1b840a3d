// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QHashFunctions>
#include <QString>
#include <QStringView>

namespace mottaget::identity {

enum class IdentityKind {
    PersonalNumber,        //!< personnummer
    CoordinationNumber,    //!< samordningsnummer: day plus 60
    NationalReserveNumber, //!< nationellt reservnummer, NRID
    LocalReserveNumber,    //!< a region's own reserve number; the owner's OID says whose
};

//! Why a text is not an identity. The first that applies, in the order a person can mend it.
enum class IdentityError {
    Empty,              //!< nothing but blanks
    InnerBlank,         //!< a blank inside the number; blanks around it are fine
    Form,               //!< none of the known forms
    InterimNumber,      //!< T-number of the education sector: no identity in health care
    OrganisationNumber, //!< a company's or authority's number
    CheckDigit,         //!< right form, wrong check digit: mistyped
    Date,               //!< no such day
    Serial,             //!< birth number 000, which is never assigned
    Future,             //!< born after today
    UnknownSystem,      //!< the identifier system is none for patients (identifiersystems.h)
    SystemMismatch,     //!< a good number of another kind than its system says
};

//! One identity of a patient: kind, owner and the canonical 12 characters. Two are the same only when all three are.
//! A value; made by the parse functions alone, so that a non-empty one is always well formed. Empty means "none".
class PersonalIdentity final {
public:
    PersonalIdentity() = default;

    [[nodiscard]] bool isEmpty() const { return m_number.isEmpty(); }
    [[nodiscard]] IdentityKind kind() const { return m_kind; }
    //! Canonical form: 12 characters, no separator, letters in upper case.
    [[nodiscard]] const QString& number() const { return m_number; }
    //! OID (digits and dots) of who issued a local reserve number; empty for the national kinds.
    [[nodiscard]] const QString& ownerOid() const { return m_ownerOid; }

    friend bool operator==(const PersonalIdentity&, const PersonalIdentity&) = default;
    friend size_t qHash(const PersonalIdentity& identity, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(identity.m_kind), identity.m_number, identity.m_ownerOid);
    }

private:
    friend class IdentityMaker;
    PersonalIdentity(IdentityKind kind, QString number, QString ownerOid)
        : m_kind(kind)
        , m_number(std::move(number))
        , m_ownerOid(std::move(ownerOid))
    {
    }

    IdentityKind m_kind = IdentityKind::PersonalNumber;
    QString m_number;
    QString m_ownerOid;
};

//! What a person typed or pasted. Accepts YYMMDD-NNNC, YYMMDD+NNNC, YYMMDDNNNC and the same three with the century,
//! reserve numbers in 12 characters of either case, and blanks around it all. Typographic hyphens count as `-`.
//! Without a century: `+` means the person turns 100 this year or has done so (folkbokföringslagen 18 §: the calendar
//! year, not the birthday); otherwise the latest century that doesn't lie in the future.
//! `today` is the Swedish date.
[[nodiscard]] Result<PersonalIdentity, IdentityError> parseIdentity(QStringView text, QDate today);

//! What another system wrote: with the century only, and without a clock, so that a wrong one here rejects nobody.
[[nodiscard]] Result<PersonalIdentity, IdentityError> parseCanonical(QStringView text);

} // namespace mottaget::identity
