// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/care/message.h"
#include "core/care/parts.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace mottaget::care {

//! States of a case; the wire's words for them stand in docs/wire.md.
enum class CaseState { Received, Assigned, Ongoing, Waiting, Answered, Closed, Redirected, Withdrawn };

enum class WaitingFor { Nobody, Resident, Prescriber, Colleague };

enum class Priority { Routine, Urgent, Asap, Stat };

enum class JournalChoice { Yes, No, NotApplicable };

//! Open = somebody still has something to do or to close.
[[nodiscard]] constexpr bool isOpen(CaseState state)
{
    return state != CaseState::Closed && state != CaseState::Redirected && state != CaseState::Withdrawn;
}

//! Who has the case: the unit (not assigned) or a person in a commission.
struct Owner {
    enum class Kind { Unit, Person };
    Kind kind = Kind::Unit;
    QString reference; //!< Organization or PractitionerRole id
    QString name;
    friend bool operator==(const Owner&, const Owner&) = default;
};

//! Who sent the case. A guardian is called vårdnadshavare by name, never "ombud".
struct Sender {
    enum class Kind { Patient, Guardian, Staff };
    Kind kind = Kind::Patient;
    QString name;
    friend bool operator==(const Sender&, const Sender&) = default;
};

//! How a case ended.
struct Closure {
    QString outcome; //!< code of docs/wire.md, table outcome
    JournalChoice journal = JournalChoice::NotApplicable;
    friend bool operator==(const Closure&, const Closure&) = default;
};

//! A case (ärende): one matter of one resident at one unit. Times are UTC. `version` is the version the server gave last;
//! a case with unsent commands applied keeps the version those commands were based on.
struct Case {
    CaseId id;
    VersionId version;
    QString number; //!< 1177-2026-004812
    QString type;   //!< code, see casetype.h
    CaseState state = CaseState::Received;
    WaitingFor waitingFor = WaitingFor::Nobody;
    Priority priority = Priority::Routine;
    Owner owner;
    QString unitHsaId;
    PatientId patient;
    Sender sender;
    QString subject;
    QDateTime received;
    QDateTime changed;
    QDateTime openedByLicensed;  //!< invalid until a licensed person has opened it
    QDateTime medicallyAssessed; //!< invalid until assessed; the care guarantee's clock stops by this alone
    QString redirectReason;
    std::optional<Closure> closure;
    QString interpreter; //!< BCP 47 language or empty
    QString callbackPhone;
    QStringList callbackTimes;
    QList<FormAnswer> form;
    QList<RenewalLine> renewalLines;
    QList<WishedTime> wishedTimes;
    std::optional<BookingConcerned> booking;
    QList<Message> messages; //!< by time sent
    QList<Note> notes;       //!< by time

    friend bool operator==(const Case&, const Case&) = default;
};

//! True when the resident has written after the clinic's last message: somebody must read it.
[[nodiscard]] bool hasUnreadAnswer(const Case& value);
//! When the first clinic message (delsvar, motfråga or slutsvar) went out; invalid when none has.
[[nodiscard]] QDateTime firstReplyAt(const Case& value);
//! When the final reply that stands was sent; invalid when none stands. One no longer stands when the resident has written after it
//! and the case is neither answered nor ended any more.
[[nodiscard]] QDateTime finalReplyAt(const Case& value);

} // namespace mottaget::care
