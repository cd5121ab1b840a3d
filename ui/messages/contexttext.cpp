// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/contexttext.h"

#include "core/care/deadline.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

//! The first message to the resident that stops the clock of this kind; none when no such message is written.
const care::Message* stopping(const care::Case& value, care::CaseClock::Kind kind)
{
    const auto stops = [&](const care::Message& message) {
        const bool ofKind = kind == care::CaseClock::Kind::Partial ? message.fromStaff : message.kind == care::MessageKind::Final;
        return ofKind && care::countsAsSent(message.delivery);
    };
    const auto found = std::ranges::find_if(value.messages, stops);
    return found == value.messages.end() ? nullptr : &*found;
}

bool isOnServer(const care::Message& message)
{
    using enum care::Delivery;
    return message.delivery == Sent || message.delivery == Received || message.delivery == Read;
}

Tag::Tone urgency(const QDateTime& due, const QDateTime& now)
{
    if (due < now)
        return Tag::Tone::Danger;
    return Times::isSameDay(due, now) ? Tag::Tone::Warning : Tag::Tone::Neutral;
}

} // namespace

QList<ContextLine> ContextTexts::clocks(const session::OpenCase& open, const ThreadContext& context)
{
    const care::Case& value = open.value;
    const auto running = care::runningClock(value, open.type);
    QList<ContextLine> lines;
    for (const care::CaseClock& clock : open.type.clocks) {
        ContextLine line {Sentences::clock(clock.kind), {}, std::nullopt, tr("%1, utlovat").arg(Sentences::promise(clock))};
        const care::Message* stop = stopping(value, clock.kind);
        const bool rests = clock.kind == care::CaseClock::Kind::Final && value.state == care::CaseState::Waiting
            && value.waitingFor == care::WaitingFor::Resident;
        if (stop && isOnServer(*stop)) {
            const bool isToday = Times::isSameDay(stop->sent, context.now);
            //: %1 is when a promise was kept.
            line.value = tr("klart %1").arg(isToday ? Times::clock(stop->sent) : Times::when(stop->sent, context.now));
            line.tone = Tag::Tone::Success;
        } else if (stop) {
            line.value = tr("väntar på att skickas");
            line.tone = Tag::Tone::Warning;
        } else if (!care::isOpen(value.state)) {
            line.value = tr("avslutat");
        } else if (rests) {
            line.value = tr("vilar, väntar på invånaren");
        } else {
            const QDateTime due = running && running->kind == clock.kind ? running->due : care::dueAt(clock, value.received);
            line.value = due < context.now ? tr("försenat, %1").arg(Times::when(due, context.now)) : Times::when(due, context.now);
            line.tone = urgency(due, context.now);
        }
        lines.append(line);
    }
    const bool isOpened = value.openedByLicensed.isValid();
    lines.append(
        {tr("Öppnat av legitimerad"), isOpened ? Times::when(value.openedByLicensed, context.now) : tr("inte än"), std::nullopt, {}});
    if (value.medicallyAssessed.isValid())
        lines.append({tr("Medicinsk bedömning"), Times::when(value.medicallyAssessed, context.now), std::nullopt, {}});
    return lines;
}

QList<ContextCommand> ContextTexts::commands(const session::OpenCase& open, const ThreadContext& context)
{
    using enum care::CommandState;
    QList<ContextCommand> lines;
    for (const session::QueuedCommand& one : open.commands) {
        const bool stopped = one.state == Conflict || one.state == Rejected;
        const session::ActionStanding standing = session::standingOf(session::factsOf(one, context.link, context.nextTry), context.now);
        lines.append({one.command.id, Sentences::action(one.command.verb), Sentences::standing(standing, context.now), standing.state,
            (one.state == Queued || stopped) && !one.conflict, stopped && !one.conflict, one.conflict ? std::optional(one) : std::nullopt});
    }
    return lines;
}

ContextText ContextTexts::of(const session::OpenCase& open, const ThreadContext& context)
{
    ContextText text;
    text.careContact = open.namedCareContact.isEmpty() ? tr("Uppgift saknas") : open.namedCareContact;
    text.clocks = clocks(open, context);
    text.otherOpenCases = open.otherOpenCases;
    if (open.value.booking)
        text.booking = open.value.booking->description.isEmpty() ? tr("Uppgift saknas") : open.value.booking->description;
    text.journal = open.value.closure
        ? Sentences::journal(open.value.closure->journal) + u", "_s + Sentences::outcome(open.value.closure->outcome).toLower()
        : tr("Väljs när ärendet avslutas");
    text.commands = commands(open, context);
    if (open.fetchedAt.isValid())
        text.fetched = tr("Hämtat %1").arg(Times::when(open.fetchedAt, context.now));
    return text;
}

} // namespace mottaget::ui
