// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/case.h"
#include "core/care/command.h"

#include <QLatin1StringView>
#include <QList>

#include <optional>

//! The stable identifiers of the domain: what scripts read from mottaget-cli and what files hold. Never translated, never renamed.
namespace mottaget::care {

[[nodiscard]] QLatin1StringView codeOf(CaseState state); //!< received, assigned, ongoing, waiting, answered, closed, redirected, withdrawn
[[nodiscard]] QLatin1StringView codeOf(WaitingFor waitingFor); //!< "", resident, prescriber, colleague
[[nodiscard]] QLatin1StringView codeOf(Priority priority); //!< routine, urgent, asap, stat
[[nodiscard]] QLatin1StringView codeOf(JournalChoice choice); //!< yes, no, na
[[nodiscard]] QLatin1StringView codeOf(MessageKind kind); //!< partial, final, question, correction, resident
[[nodiscard]] QLatin1StringView codeOf(Verb verb); //!< as docs/wire.md, table verb
[[nodiscard]] QLatin1StringView codeOf(CommandState state); //!< queued, inflight, uncertain, acknowledged, conflict, rejected

[[nodiscard]] std::optional<CaseState> caseStateOf(QStringView code);
[[nodiscard]] std::optional<WaitingFor> waitingForOf(QStringView code);
[[nodiscard]] std::optional<Priority> priorityOf(QStringView code);
[[nodiscard]] std::optional<JournalChoice> journalChoiceOf(QStringView code);
[[nodiscard]] std::optional<MessageKind> messageKindOf(QStringView code);
[[nodiscard]] std::optional<Verb> verbOf(QStringView code);
[[nodiscard]] std::optional<CommandState> commandStateOf(QStringView code);

//! The coded outcomes of a closed case, as docs/wire.md, table outcome, in the order to offer them.
[[nodiscard]] QList<QLatin1StringView> outcomeCodes();

} // namespace mottaget::care
