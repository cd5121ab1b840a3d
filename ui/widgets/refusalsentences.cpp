// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

QString Sentences::commandState(care::CommandState state)
{
    using enum care::CommandState;
    switch (state) {
    //: State of an own action: durable on this computer, not sent.
    case Queued: return tr("sparad här");
    //: State of an own action: on its way to the server.
    case InFlight: return tr("skickas");
    //: State of an own action: sent, the answer was lost, being confirmed.
    case Uncertain: return tr("bekräftas");
    //: State of an own action: the server has it.
    case Acknowledged: return tr("skickad");
    case Conflict: return tr("att åtgärda");
    //: State of an own action: the server or a rule refused it.
    case Rejected: return tr("avvisad");
    }
    Q_UNREACHABLE();
}

QString Sentences::queueReason(QStringView code)
{
    struct Row {
        QLatin1StringView code;
        QString text;
    };
    const Row rows[] = {
        {"version-moved"_L1, tr("ärendet har ändrats av någon annan")},
        {"already-answered"_L1, tr("ärendet är redan besvarat")},
        {"rejected"_L1, tr("servern tog inte emot den")},
        {"not-permitted"_L1, tr("behörighet saknas")},
        {"gone"_L1, tr("ärendet finns inte kvar på servern")},
        {"other-unit"_L1, tr("ärendet hör till en annan enhet nu")},
        {"precondition"_L1, tr("ärendet tillåter det inte längre")},
    };
    const auto row = std::ranges::find_if(rows, [&](const Row& one) { return one.code == code; });
    return row == std::ranges::end(rows) ? code.toString() : row->text;
}

QString Sentences::refusal(const care::Refusal& refusal)
{
    using enum care::Refusal::Reason;
    switch (refusal.reason) {
    case NotPermittedRole: return tr("Din roll vid enheten tillåter det inte.");
    case NotPermittedProfession: return tr("Det kräver en annan yrkesroll.");
    case NotYours: return tr("Ärendet är tilldelat någon annan. Det behöver först tas av dig eller fördelas till dig.");
    case WrongState: return tr("Det går inte när ärendet är: %1.").arg(state(refusal.state).toLower());
    case AlreadyAnswered: return tr("Ärendet har redan ett slutsvar. En ändring skickas som rättelse.");
    case Locked: return tr("Ärendet är avslutat. Skicka en rättelse eller återuppta ärendet.");
    case EmptyText: return tr("Skriv något först.");
    case UnfilledTemplate: return tr("En plats i mallen är inte ifylld, till exempel [datum] eller XX.");
    case MissingOutcome: return tr("Välj vad ärendet ledde till.");
    case MissingAssignee: return tr("Välj vem som ska ha ärendet.");
    case NoChange: return tr("Det är redan så.");
    case MissingReason: return tr("Skriv varför.");
    case OtherUnit: return tr("Ärendet hör till en annan enhet än ditt uppdrag.");
    }
    Q_UNREACHABLE();
}

QString Sentences::sessionError(const session::SessionError& error)
{
    using enum session::SessionError::Code;
    switch (error.code) {
    case NotFound: return tr("Ärendet finns inte här. Det kan ha flyttats till en annan enhet.");
    case AccessDenied: return tr("Ärendet får inte visas för dig, eller så kunde öppningen inte loggas.");
    case Refused: return refusal(error.refusal);
    case StoreFailed: return tr("Datorns disk tog inte emot det. Ingenting är gjort.");
    case TooLate: return tr("Det är redan på väg och kan inte ångras.");
    case NotSignedIn: return tr("Vem du är har inte hämtats än. Det går så snart nätet har svarat en gång.");
    case DataTooOld: return tr("Uppgifterna är för gamla för att visas. De visas igen när de har hämtats på nytt.");
    case VersionMoved: return tr("Ärendet ändrades just. Ingenting är skickat. Se ändringen och försök igen.");
    }
    Q_UNREACHABLE();
}

namespace {

//! "09:02" today, otherwise with the day.
QString at(const QDateTime& instant, const QDateTime& now)
{
    return Times::isSameDay(instant, now) ? Times::clock(instant) : Times::when(instant, now);
}

} // namespace

bool Sentences::isReachable(session::SyncStatus::Link link)
{
    using enum session::SyncStatus::Link;
    switch (link) {
    case Online:
    case ServerBusy: return true;
    case NeverReached:
    case Offline:
    case SignInNeeded:
    case Portal:
    case Refused: return false;
    }
    Q_UNREACHABLE();
}

QString Sentences::delivery(const care::Message& message, session::SyncStatus::Link link, const QDateTime& now, const QString& reason)
{
    using enum care::Delivery;
    const QString sent = at(message.sent, now);
    switch (message.delivery) {
    case SavedHere:
        if (isReachable(link))
            //: Where an own message stands; %1 is a time.
            return tr("sparad här %1, skickas strax").arg(sent);
        return tr("sparad här %1, skickas när nätet är tillbaka").arg(sent);
    case Sending: return tr("sparad här %1, skickas").arg(sent);
    case Confirming: return tr("sparad här %1, bekräftas").arg(sent);
    case NeedsAttention: return reason.isEmpty() ? tr("att åtgärda") : tr("att åtgärda: %1").arg(reason);
    case Rejected: return reason.isEmpty() ? tr("avvisad") : tr("avvisad: %1").arg(reason);
    case Sent: return tr("skickad %1").arg(sent);
    case Received: return tr("skickad %1, mottagen").arg(sent);
    case Read:
        if (!message.readAt.isValid())
            return tr("skickad %1, läst").arg(sent);
        return tr("skickad %1, läst %2").arg(sent, at(message.readAt, now));
    }
    Q_UNREACHABLE();
}

QString Sentences::standing(const session::QueuedCommand& command, session::SyncStatus::Link link, const QDateTime& now)
{
    using enum care::CommandState;
    const QString time = at(command.command.actedAt, now);
    const QString reason = command.serverText.isEmpty() ? queueReason(command.reason) : command.serverText;
    switch (command.state) {
    case Queued:
        return isReachable(link) ? tr("sparad här %1, skickas strax").arg(time)
                                 : tr("sparad här %1, skickas när nätet är tillbaka").arg(time);
    case InFlight: return tr("sparad här %1, skickas").arg(time);
    case Uncertain: return tr("sparad här %1, bekräftas").arg(time);
    case Acknowledged: return tr("skickad %1").arg(time);
    case Conflict: return reason.isEmpty() ? tr("att åtgärda") : tr("att åtgärda: %1").arg(reason);
    case Rejected: return reason.isEmpty() ? tr("avvisad") : tr("avvisad: %1").arg(reason);
    }
    Q_UNREACHABLE();
}

} // namespace mottaget::ui
