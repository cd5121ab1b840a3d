// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/apply.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

//! Both sides of an own action that somebody else's work stopped, and what its author can make of it. Three ways are compared by
//! meaning: the case as the author saw it (base), the action (mine), the case as it is now (theirs). Pure.
//! Source: contracts.md 1 and 4, reliability.md section 2 (412: never an automatic overwrite of clinical content).
namespace mottaget::care {

//! One action on the case as its receipt tells of it.
struct Deed {
    QString verb; //!< code; of another version it may be unknown here
    StaffRoleId role;
    QString by;
    QDateTime at;       //!< when the person acted, by that computer's clock
    QStringList touched; //!< ids of what it wrote
    friend bool operator==(const Deed&, const Deed&) = default;
};

//! One thing that is not as its author saw it.
struct Difference {
    enum class What { State, Owner, Priority, Closure, Message, Note };
    enum class Source {
        Mottaget,    //!< a receipt tells of it
        OtherSystem, //!< none does
        Resident,
    };
    What what = What::State;
    Source source = Source::OtherSystem;
    QString by;   //!< empty when nobody is named
    QDateTime at; //!< invalid when not known
    CaseState state = CaseState::Received;   //!< State, Closure: as it is now
    WaitingFor waitingFor = WaitingFor::Nobody; //!< State: as it is now
    Owner owner;                             //!< Owner: as it is now
    Priority priority = Priority::Routine;   //!< Priority: as it is now
    MessageKind kind = MessageKind::Final;   //!< Message
    friend bool operator==(const Difference&, const Difference&) = default;
};

//! `seen.messages` are those the author had before them. Own doings count too: on another computer one is somebody else.
[[nodiscard]] QList<Difference> differences(const Case& seen, const Case& current, const QList<Deed>& since);

//! What can be made of a stopped action. Each is a command of its own, or gives the action up.
enum class WayOn {
    Again,        //!< the same, on the case as it is now
    TakeFirst,    //!< take the case over, then the same
    AsCorrection, //!< the written text as a correction (rättelse) after the answer that stands
    AsNote,       //!< the written text as an internal note
    AsDraft,      //!< kept as a draft on this computer; nothing is sent
    GiveUp,       //!< not done; only for what writes nothing to the resident
};

//! Those that the case, as it is now, and the person's rights allow, the likeliest first. Never empty: AsDraft or GiveUp always works.
[[nodiscard]] QList<WayOn> waysOn(const Command& mine, const Case& current, const Actor& actor);

//! The commands that `way` makes of `mine`, in order, on the case as it is now; ids, times and base are for the caller to set.
//! Empty for AsDraft and GiveUp, and when the way is closed.
[[nodiscard]] QList<Command> commandsOf(WayOn way, const Command& mine, const Case& current, const Actor& actor);

struct Conflict {
    VersionId version; //!< of the case as it is now: choices are bound to it
    QList<Difference> theirs; //!< oldest first, unknown times last
    QList<WayOn> ways;
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

} // namespace mottaget::care
