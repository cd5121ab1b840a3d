// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/syncsentence.h"

#include "ui/widgets/times.h"

namespace mottaget::ui {

using namespace Qt::StringLiterals;

namespace {

// The hour alone today; with the day otherwise.
QString at(const QDateTime& instant, const QDateTime& now)
{
    return Times::isSameDay(instant, now) ? Times::clock(instant) : Times::when(instant, now);
}

} // namespace

SyncSentence SyncSentence::of(const session::SyncStatus& status, const QDateTime& now)
{
    using Link = session::SyncStatus::Link;
    SyncSentence sentence;
    sentence.tone = status.link == Link::Online ? Tone::Well : Tone::Waiting;
    switch (status.link) {
    case Link::NeverReached:
        sentence.text = status.lastPull.isValid() ? tr("Utan nät, senast synkad %1").arg(at(status.lastPull, now)) : tr("Inte hämtat än");
        break;
    case Link::Online:
        if (status.firstSync)
            sentence.text = tr("Hämtar ärenden, %n här", nullptr, status.fetched);
        else
            sentence.text = status.lastPull.isValid() ? tr("Synkad %1").arg(at(status.lastPull, now)) : tr("Hämtar");
        break;
    case Link::Offline: sentence.text = status.since.isValid() ? tr("Utan nät sedan %1").arg(at(status.since, now)) : tr("Utan nät"); break;
    case Link::SignInNeeded: sentence.text = tr("Logga in igen för att synka"); break;
    case Link::Portal: sentence.text = tr("Nätet kräver inloggning"); break;
    case Link::Refused: sentence.text = tr("Anslutningen till regionen kan inte verifieras"); break;
    case Link::ServerBusy: sentence.text = tr("Servern ber oss vänta"); break;
    }
    if (!status.problem.isEmpty() && status.link == Link::Online) {
        sentence.text = status.lastPull.isValid() ? tr("Allt kunde inte hämtas, senast hela %1").arg(at(status.lastPull, now))
                                                  : tr("Allt kunde inte hämtas");
        sentence.tone = Tone::Waiting;
    }
    if (status.age != session::DataAge::Fresh) {
        const bool locked = status.age == session::DataAge::TooOld;
        sentence.text =
            (locked ? tr("Uppgifterna är för gamla för att visas") : tr("Gamla uppgifter, hämtade %1").arg(at(status.lastPull, now)))
            + u". "_s + sentence.text;
        sentence.tone = Tone::Attention;
    }
    if (status.problem == "half-done"_L1) {
        sentence.text = tr("En åtgärd har nått regionen till en del, resten prövas igen");
        sentence.tone = Tone::Attention;
    }
    if (status.problem == "disk"_L1) {
        sentence.text = status.lastPull.isValid()
            ? tr("Datorns disk är full eller svarar inte, senast hela %1").arg(at(status.lastPull, now))
            : tr("Datorns disk är full eller svarar inte");
        sentence.tone = Tone::Attention;
    }
    if (status.diskNearlyFull && status.problem != "disk"_L1) {
        sentence.text += u", "_s + tr("datorns disk är nästan full");
        sentence.tone = Tone::Attention;
    }
    if (status.waiting > 0) {
        sentence.text += u", "_s + tr("%n väntar på att skickas", nullptr, status.waiting);
        if (sentence.tone == Tone::Well)
            sentence.tone = Tone::Waiting;
    }
    if (!status.setAside.isEmpty()) {
        sentence.text += u", "_s + tr("%n fil(er) lagda åt sidan", nullptr, static_cast<int>(status.setAside.size()));
        sentence.tone = Tone::Attention;
    }
    if (status.needsAttention > 0) {
        sentence.text += u", "_s + tr("%n att åtgärda", nullptr, status.needsAttention);
        sentence.tone = Tone::Attention;
    }
    return sentence;
}

} // namespace mottaget::ui
