// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/composerstate.h"

#include "core/care/writtentext.h"
#include "ui/widgets/sentences.h"

#include <algorithm>

namespace mottaget::ui {

QList<care::Verb> ComposerStates::verbs()
{
    return {care::Verb::Question, care::Verb::Reply, care::Verb::Partial};
}

ComposerState ComposerStates::of(
    const session::OpenCase& open, const std::optional<care::Actor>& actor, session::SyncStatus::Link link, QDate today)
{
    ComposerState state;
    state.patientName = Sentences::patientInSentence(open.patient);
    state.readers = ReaderRules::of(open.value, open.patient, today);
    state.sendsNow = Sentences::isReachable(link);
    for (const care::Verb verb : verbs()) {
        if (!actor) {
            state.refusals.insert(verb, Sentences::sessionError({session::SessionError::Code::NotSignedIn, {}}));
        } else if (const auto may = care::allowed(verb, open.value, *actor); !may) {
            state.refusals.insert(verb, Sentences::refusal(may.error()));
        } else if (!open.patient) {
            // Nobody writes to a person whose name is not on the screen.
            state.refusals.insert(verb, tr("Vem ärendet gäller har inte hämtats än. Det går att skriva men inte att skicka."));
        }
    }
    return state;
}

std::optional<QString> ComposerStates::blocked(const ComposerState& state, care::Verb verb, const QString& text)
{
    if (const auto refusal = state.refusals.constFind(verb); refusal != state.refusals.cend())
        return *refusal;
    using Reason = care::Refusal::Reason;
    if (care::isBlank(text))
        return Sentences::refusal({Reason::EmptyText, {}});
    if (care::hasPlaceholder(text))
        return Sentences::refusal({Reason::UnfilledTemplate, {}});
    return std::nullopt;
}

QString ComposerStates::sendText(const ComposerState& state)
{
    //: Button; %1 is the patient's name.
    return state.sendsNow ? tr("Skicka till %1").arg(state.patientName)
                          //: Button; %1 is the patient's name. There is no network now.
                          : tr("Skicka när nätet är tillbaka, %1").arg(state.patientName);
}

bool ComposerStates::isClosed(const ComposerState& state)
{
    return std::ranges::all_of(verbs(), [&](care::Verb verb) { return state.refusals.contains(verb); });
}

} // namespace mottaget::ui
