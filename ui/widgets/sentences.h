// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/caserow.h"
#include "core/session/actionstate.h"
#include "core/session/values.h"

#include <QCoreApplication>
#include <QString>

namespace mottaget::session {
struct OpenError;
}

namespace mottaget::ui {

//! The words of the domain, one place for all screens. Pure functions of codes; the language is the application's.
//! Swedish words: domain glossary of the field. Any thread after the translators are installed; used on the GUI thread.
class Sentences final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::Sentences)

public:
    Sentences() = delete;

    //! One word or two: "Pågående", "Väntar på invånaren".
    [[nodiscard]] static QString state(care::CaseState state, care::WaitingFor waitingFor = care::WaitingFor::Nobody);
    //! The state and who has it: "Pågående, hos dig". `me` may be empty.
    [[nodiscard]] static QString stateAndOwner(const care::Case& value, const care::StaffRoleId& me);
    [[nodiscard]] static QString priority(care::Priority priority);
    [[nodiscard]] static QString journal(care::JournalChoice choice);
    [[nodiscard]] static QString messageKind(care::MessageKind kind);
    [[nodiscard]] static QString outcome(QStringView code);
    [[nodiscard]] static QString clock(care::CaseClock::Kind kind);
    //! "Inom 2 vardagar"
    [[nodiscard]] static QString promise(const care::CaseClock& clock);
    //! Infinitive, as on a button: "Fördela".
    [[nodiscard]] static QString verb(care::Verb verb);
    //! What the command was, as in a list of actions: "Fördelning".
    [[nodiscard]] static QString action(care::Verb verb);
    //! sparad här, skickas, bekräftas, skickad, att åtgärda, avvisad
    [[nodiscard]] static QString commandState(care::CommandState state);
    //! A whole sentence: why it can't be done, and when there is a way on, which.
    [[nodiscard]] static QString refusal(const care::Refusal& refusal);
    [[nodiscard]] static QString sessionError(const session::SessionError& error);
    //! Why the files can't be opened, and what can be done about it, with what IT needs to know.
    [[nodiscard]] static QString openError(const session::OpenError& error);
    //! What is wrong with a file, after its name: "skadad på disken".
    [[nodiscard]] static QString fileTrouble(session::FileTrouble trouble);
    //! Why a row stands where it does.
    [[nodiscard]] static QString orderReason(care::OrderReason reason);
    //! Who sent the case: "patienten själv", "vårdnadshavare Anna Fors".
    [[nodiscard]] static QString sender(const care::Sender& sender, bool isProtected);
    //! True when what is saved now leaves at once, as soon as its undo window ends.
    [[nodiscard]] static bool isReachable(session::SyncStatus::Link link);
    //! Where an own action stands, with what happens next: "väntar sedan 10:44, skickas när nätet är tillbaka", "skickad 09:02, läst 09:40".
    [[nodiscard]] static QString standing(const session::ActionStanding& standing, const QDateTime& now);
    //! Why an action was stopped: "behörighet saknas".
    [[nodiscard]] static QString stopReason(session::StopReason reason);
    //! What to do about that, in whole sentences.
    [[nodiscard]] static QString wayOn(session::StopReason reason);
    //! Whether the deadline of a reply is kept: "Hinner inte fram före fristen i dag 12:00. Ring invånaren." Empty while it is, or none is known.
    [[nodiscard]] static QString promise(const session::ActionStanding& standing, const QDateTime& now);
    //! Whole sentences to stand below standing(): the server's words, the way on, and whether somebody must be telephoned. Often empty.
    [[nodiscard]] static QString afterStanding(const session::ActionStanding& standing, const QString& serverText, const QDateTime& now);
    //! One side of a conflict: the own action, and one thing somebody else did. Who, when and in which system.
    [[nodiscard]] static QString mine(const care::Command& command, const QDateTime& now);
    [[nodiscard]] static QString theirs(const care::Difference& difference, const QDateTime& now);
    //! The button that chooses a way on, and what it does in a sentence.
    [[nodiscard]] static QString way(care::WayOn way, care::Verb verb);
    [[nodiscard]] static QString wayTip(care::WayOn way);
    //! The patient's name as lists and buttons show it: never shortened, masked when protected.
    [[nodiscard]] static QString patientName(const std::optional<care::Patient>& patient);
    //! The same inside a sentence or on a button: "Skicka till person med skyddade uppgifter".
    [[nodiscard]] static QString patientInSentence(const std::optional<care::Patient>& patient);
    //! The name of a language in the language of the screen: "finska" for fi. The code itself when it is not known.
    [[nodiscard]] static QString language(const QString& bcp47);

private:
    [[nodiscard]] static QString waiting(const session::ActionStanding& standing, const QDateTime& now);
};

} // namespace mottaget::ui
