// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/casetypes.h"
#include "app/demo/dice.h"
#include "app/demo/residents.h"
#include "app/demo/resourcestore.h"
#include "app/demo/staff.h"
#include "app/demo/texts.h"

#include <QJsonArray>

#include <optional>
#include <vector>

namespace mottaget::demo {

//! The states of docs/wire.md.
enum class CaseState {
    Received,
    Transferred,
    Assigned,
    Ongoing,
    WaitingResident,
    WaitingPrescriber,
    WaitingColleague,
    Answered,
    Closed,
    Redirected,
    Withdrawn,
};

//! What is decided about a case before it is written.
struct CasePlan {
    int number = 0;      //!< the last part of the case number
    qint64 authored = 0; //!< ms since the epoch
    qint64 now = 0;
    const CaseType* type = nullptr;
    const Resident* resident = nullptr;
    CaseState state = CaseState::Received;
    const Subject* subject = nullptr;         //!< all types but renewals
    std::vector<const Medicine*> medicines;   //!< renewals
    const StaffMember* handler = nullptr;
    QString seed; //!< makes the ids of this seed its own

    [[nodiscard]] QString id(const QString& part) const;
    [[nodiscard]] QString patientReference() const { return QStringLiteral("Patient/") + resident->id; }
    //! Who writes for the resident: the resident or a guardian.
    [[nodiscard]] QJsonObject sender() const;
    [[nodiscard]] bool isOpen() const;
};

//! A resource and when it was last changed.
struct Dated {
    Write write;
    qint64 at;
};

//! A form's answers in the order of its questions, and the Task's inputs that go with them.
struct Form {
    std::vector<QJsonValue> answers; //!< string or bool; null: not answered
    QJsonArray inputs;               //!< beside the reference to the form itself
    QString about;                   //!< Task.description
    bool cancels = false;            //!< a booking is to be cancelled, not changed
};

[[nodiscard]] Form fillForm(const CasePlan& plan, Dice& dice);
[[nodiscard]] QJsonObject formResponse(const CasePlan& plan, const Form& form);
//! The child Tasks of a renewal.
[[nodiscard]] std::vector<QJsonObject> renewalLines(const CasePlan& plan, Dice& dice);
//! A typed input of a Task.
[[nodiscard]] QJsonObject caseInput(const QString& code, const QString& valueName, const QJsonValue& value);

//! All resources of a case: Task, form, child Tasks, thread and receipts.
[[nodiscard]] std::vector<Dated> caseResources(const CasePlan& plan, Dice& dice);

//! The text with its marks filled in; see texts.h. `span` picks the words for how long.
[[nodiscard]] QString filled(const char* text, const Resident& resident, Span span, int which);
//! How long, as a short answer: "Tre veckor".
[[nodiscard]] QString sinceAnswer(Span span, int which);

} // namespace mottaget::demo
