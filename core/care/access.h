// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/accessdecision.h"
#include "core/care/staff.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

//! The rules behind the access gate as pure functions (PDL 4 kap., lag 2022:913 2-3 kap.). Values in, a decision out; all instants in UTC.
namespace mottaget::care {

//! A piece of a patient's data, by where it came to be. An empty unit or provider is not known.
struct DataOrigin {
    QString provider; //!< vårdgivare, HSA-id
    QString unit;     //!< vårdenhet, HSA-id
    QDateTime from;   //!< the time that the data are about; invalid: not known
    QDateTime until;
    QString type; //!< "lak", "upp" or other
    friend bool operator==(const DataOrigin&, const DataOrigin&) = default;
};

//! Spärr, as ehr:blocking has it.
struct Block {
    enum class Kind { Inner, Outer };
    Kind kind = Kind::Inner;
    QString provider;
    QString unit;       //!< of an inner block
    QDateTime from;     //!< invalid: from the beginning
    QDateTime until;    //!< invalid: without end
    QStringList exempt; //!< only "lak" and "upp" can be
    friend bool operator==(const Block&, const Block&) = default;
};

//! Tillfällig hävning of the blocks of a patient, for a unit or for one person of it.
struct Revocation {
    QString unit;
    QString person; //!< HSA-id; empty: everybody of the unit
    QDateTime until;
    friend bool operator==(const Revocation&, const Revocation&) = default;
};

//! Samtycke to sammanhållen dokumentation.
struct Consent {
    enum class State { Valid, Revoked, Nullified };
    QString id;
    State state = State::Valid;
    QString unit;
    QString person; //!< empty: everybody of the unit
    QDateTime from;
    QDateTime until; //!< invalid: without end
    friend bool operator==(const Consent&, const Consent&) = default;
};

//! Nödöppning in force: asked for by a person with the right, with a reason.
struct Emergency {
    QString ground; //!< code of the legal ground
    QString reason; //!< free text; must not be empty
    QString unit;
    QString person; //!< empty: everybody of the unit
    QDateTime from;
    QDateTime until; //!< at most a day after `from`
    friend bool operator==(const Emergency&, const Emergency&) = default;
};

//! What is known of one patient when the gate is asked.
struct AccessFacts {
    bool hasCareRelation = false; //!< a case or booking at the actor's unit
    bool canConsent = true;       //!< a child who cannot needs no consent (3 kap. 1 §)
    QList<Block> blocks;
    QDateTime blocksFetched; //!< when the region last said which blocks there are; invalid: never
    QList<Revocation> revocations;
    QList<Consent> consents;
    std::optional<Emergency> emergency;
};

//! Blocks older than this are not known (policy; default a day).
inline constexpr std::chrono::hours blockFreshness {24};
inline constexpr std::chrono::hours longestEmergency {24};

//! True when `block` hides these data from `actor`'s unit.
[[nodiscard]] bool blocks(const Block& block, const DataOrigin& data, const Actor& actor, const QString& actorProvider);

//! Whether the emergency is one: a reason, an end within a day, in force, for this person, who has the right.
[[nodiscard]] bool inForce(const Emergency& emergency, const Actor& actor, const QDateTime& now);

//! Own unit's data need no block check; of other units and providers, data that may be blocked are hidden, and it is said that they exist.
[[nodiscard]] AccessDecision decide(
    const DataOrigin& data, const AccessFacts& facts, const Actor& actor, const QString& actorProvider, const QDateTime& now);

//! Who may act for a resident in 1177, by age. Data, not constants: regions move the limits.
enum class Reach { CasesAndJournal, Cases, Nothing };
struct AgeRule {
    enum class Person { Guardian, Child };
    int from = 0; //!< in whole years
    int until = 0; //!< exclusive
    Person person = Person::Guardian;
    Reach reach = Reach::Nothing;
    friend bool operator==(const AgeRule&, const AgeRule&) = default;
};
[[nodiscard]] QList<AgeRule> nationalAgeRules();
[[nodiscard]] Reach reachOf(AgeRule::Person person, QDate born, QDate today, const QList<AgeRule>& rules);
//! The guardian who sent the case can't read the answer any longer.
[[nodiscard]] bool guardianHasLostSight(QDate born, QDate today, const QList<AgeRule>& rules);
//! The answer goes to the young person alone, and the writer should know.
[[nodiscard]] bool answersYouthAlone(QDate born, QDate today, const QList<AgeRule>& rules);

} // namespace mottaget::care
