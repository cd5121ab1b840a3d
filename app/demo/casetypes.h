// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace mottaget::demo {

//! One question of a form.
struct Question {
    QString linkId;
    QString text;
    QString kind; //!< FHIR item type: text, string, boolean, group
};

//! A case type with its form and promises.
struct CaseType {
    struct Clock {
        QString kind; //!< partial or final
        int amount;
        QString unit; //!< working-days, hours, calendar-days
    };
    QString code;
    QString title;
    std::vector<Question> questions;
    std::vector<Clock> clocks;

    [[nodiscard]] QString canonical() const; //!< with version
};

//! The five types of basutbud, in the order renewal, contact-me, change-booking, request-booking, advice.
[[nodiscard]] const std::vector<CaseType>& caseTypes();
[[nodiscard]] QJsonObject questionnaire(const CaseType& type);

} // namespace mottaget::demo
