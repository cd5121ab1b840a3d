// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace mottaget::care {

//! A promise of the unit for a case type: reply of `kind` within `amount` `unit`.
struct CaseClock {
    enum class Kind { Partial, Final };
    enum class Unit { WorkingDays, Hours, CalendarDays };
    Kind kind = Kind::Final;
    int amount = 0;
    Unit unit = Unit::WorkingDays;
    friend bool operator==(const CaseClock&, const CaseClock&) = default;
};

//! A case type is data: the five of basutbud are the first rows, a unit adds more by a Questionnaire (docs/wire.md).
struct CaseType {
    QString code;
    QString title; //!< Swedish, as the resident saw it
    QList<CaseClock> clocks;
    bool hasRenewalLines = false;
    bool hasWishedTimes = false;
    bool concernsBooking = false;
    bool wantsCallback = false;
    friend bool operator==(const CaseType&, const CaseType&) = default;
};

//! The case types in force. A value; later ones replace earlier ones of the same code.
class CaseTypes final {
public:
    //! The five of basutbud with the default promises (two working days for a first, five for a final reply).
    [[nodiscard]] static CaseTypes basic();
    void put(CaseType type);
    //! The type, or one made of the bare code with default promises: an unknown type is shown, never hidden.
    [[nodiscard]] CaseType find(const QString& code) const;
    [[nodiscard]] QList<CaseType> all() const; //!< by code
    friend bool operator==(const CaseTypes&, const CaseTypes&) = default;

private:
    QHash<QString, CaseType> m_types;
};

} // namespace mottaget::care
