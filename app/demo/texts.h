// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/dice.h"

#include <QString>

#include <span>

//! What residents and staff write in the demo region. Marks in the texts: `{sedan}` how long ("i tre dagar"), `{nar}` how long ago, `{barn}`
//! "min dotter" or "min son", `{Barn}` the same with a capital, `{hon}`, `{henne}`, `{hennes}` the fitting pronouns,
//! `{namn}` the child's first name.
namespace mottaget::demo {

enum class Whom {
    Adult,
    Working, //!< 18 to 66
    Woman, //!< 18 to 55
    MidlifeWoman, //!< 45 to 62
    Old, //!< 65 and more
    Child, //!< written by a guardian
};

//! How long such a thing lasts before somebody writes.
enum class Span { Days, Weeks, Months, None };

//! What a case is about, for all types but renewals.
struct Subject {
    Whom whom;
    Span span;
    const char* about; //!< one line, Task.description
    const char* main; //!< the first free answer of the form
    const char* second; //!< the other: whom to reach, tried what, whom to meet, why the time does not fit
};

struct Medicine {
    Whom whom;
    const char* drug;
    const char* strength;
    const char* form;
    const char* dosage;
    const char* indication;
};

//! A counter-question with what the resident answers.
struct Exchange {
    const char* question;
    const char* answer;
};

[[nodiscard]] std::span<const Subject> contactSubjects();
[[nodiscard]] std::span<const Subject> changeSubjects();
[[nodiscard]] std::span<const Subject> requestSubjects();
[[nodiscard]] std::span<const Subject> adviceSubjects();
[[nodiscard]] std::span<const Medicine> medicines();
[[nodiscard]] std::span<const char* const> renewalWords(); //!< what has changed since last time
[[nodiscard]] std::span<const char* const> measurements();
[[nodiscard]] std::span<const char* const> remainders();

//! `topic` is the code of the case type, or `cancel-booking` for a change that is none.
[[nodiscard]] std::span<const char* const> partialReplies(const QString& topic);
[[nodiscard]] std::span<const char* const> finalReplies(const QString& topic);
[[nodiscard]] std::span<const Exchange> exchanges(const QString& topic);
[[nodiscard]] std::span<const char* const> notes();
[[nodiscard]] std::span<const char* const> corrections();
[[nodiscard]] std::span<const char* const> thanks(); //!< what a resident writes after an answer
[[nodiscard]] std::span<const char* const> redirections();

} // namespace mottaget::demo
