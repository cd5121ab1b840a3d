// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

#include <optional>

namespace mottaget::ui {

//! Who can read what is written to the resident. Facts alone, no advice.
struct Readers {
    QString names;  //!< "Karin Lindqvist"
    QString remark; //!< "Svaret går bara till den unge." or empty
    friend bool operator==(const Readers&, const Readers&) = default;
};

//! A guardian reads for a child up to the day it turns 13, if the guardian sent the case; nobody but the young person reads after
//! that (1177's rule for proxies). Pure; `today` is the Swedish date.
class ReaderRules final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::ReaderRules)

public:
    ReaderRules() = delete;

    //! The age at which a guardian's access on 1177 ends.
    static constexpr int guardianUntil = 13;
    static constexpr int adultFrom = 18;

    [[nodiscard]] static Readers of(const care::Case& value, const std::optional<care::Patient>& patient, QDate today);
};

} // namespace mottaget::ui
