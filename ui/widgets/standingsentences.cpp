// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

//! "09:02" today, otherwise with the day.
QString at(const QDateTime& instant, const QDateTime& now)
{
    return Times::isSameDay(instant, now) ? Times::clock(instant) : Times::when(instant, now);
}

} // namespace

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

QString Sentences::waiting(const session::ActionStanding& standing, const QDateTime& now)
{
    using enum session::WaitsFor;
    const QString since = at(standing.since, now);
    const bool isTimed = standing.until.isValid();
    switch (standing.waitsFor) {
    //: Where an own action stands; %1 is the time when the person acted. The same in the sentences after it.
    case Nothing: return tr("sparad här %1, skickas strax").arg(since);
    case StoppedAction: return tr("väntar sedan %1 på en tidigare åtgärd i ärendet, som måste åtgärdas först").arg(since);
    case Unlock: return tr("väntar sedan %1, skickas när du har låst upp").arg(since);
    case Network: return tr("väntar sedan %1, skickas när nätet är tillbaka").arg(since);
    case SignIn: return tr("väntar sedan %1, skickas när du har loggat in igen").arg(since);
    case Portal: return tr("väntar sedan %1, nätet kräver en egen inloggning").arg(since);
    case Trust: return tr("väntar sedan %1, servern kan inte verifieras; ring IT").arg(since);
    case Server:
        return isTimed ? tr("väntar sedan %1, servern ber oss vänta till %2").arg(since, at(standing.until, now))
                       : tr("väntar sedan %1, servern ber oss vänta").arg(since);
    case EarlierAction: return tr("väntar sedan %1 på en tidigare åtgärd i ärendet").arg(since);
    case UndoWindow: return tr("sparad här %1, kan ångras till %2").arg(since, Times::clockWithSeconds(standing.until));
    case NextAttempt: return tr("väntar sedan %1, nästa försök %2").arg(since, at(standing.until, now));
    }
    Q_UNREACHABLE();
}

QString Sentences::standing(const session::ActionStanding& standing, const QDateTime& now)
{
    using enum session::ActionState;
    const QString since = at(standing.since, now);
    switch (standing.state) {
    case SavedHere:
    case Waiting: return waiting(standing, now);
    case Sending: return tr("sparad här %1, skickas").arg(since);
    case Confirming:
        return standing.until.isValid() ? tr("sparad här %1, bekräftas, servern tillfrågas %2").arg(since, at(standing.until, now))
                                        : tr("sparad här %1, bekräftas").arg(since);
    case Sent: return tr("skickad %1").arg(since);
    case Received: return tr("skickad %1, mottagen").arg(since);
    case Read: return tr("skickad %1, läst %2").arg(since, at(standing.readAt, now));
    case NeedsPerson: return tr("att åtgärda: %1").arg(stopReason(standing.reason));
    case Refused: return tr("avvisad: %1").arg(stopReason(standing.reason));
    }
    Q_UNREACHABLE();
}

QString Sentences::stopReason(session::StopReason reason)
{
    using enum session::StopReason;
    switch (reason) {
    case None: return {};
    case VersionMoved: return tr("ärendet har ändrats av någon annan");
    case AlreadyAnswered: return tr("ärendet är redan besvarat");
    case Rejected: return tr("servern tog inte emot den");
    case NotPermitted: return tr("behörighet saknas");
    case Gone: return tr("ärendet finns inte kvar på servern");
    case OtherUnit: return tr("ärendet hör till en annan enhet nu");
    case Precondition: return tr("ärendet tillåter det inte längre");
    case Unknown: return tr("orsaken är okänd");
    }
    Q_UNREACHABLE();
}

QString Sentences::wayOn(session::StopReason reason)
{
    using enum session::StopReason;
    switch (reason) {
    case None: return {};
    case VersionMoved: return tr("Läs vad som har ändrats och välj sedan vad som ska göras.");
    case AlreadyAnswered: return tr("Läs svaret som är skickat och välj sedan vad som ska göras med ditt.");
    case Rejected: return tr("Läs serverns ord, ändra och försök igen. Ring IT om det händer igen.");
    case NotPermitted: return tr("Låt en kollega med behörighet göra det, eller försök igen när du har fått behörigheten.");
    case Gone: return tr("Ta tillbaka den. Ring invånaren om svaret behövs ändå.");
    case OtherUnit: return tr("Ta tillbaka den. Ring den andra enheten om de behöver veta.");
    case Precondition: return tr("Öppna ärendet och se hur det är nu. Gör om, eller ta tillbaka.");
    case Unknown: return tr("Försök igen. Ring IT om det händer igen.");
    }
    Q_UNREACHABLE();
}

QString Sentences::promise(const session::ActionStanding& standing, const QDateTime& now)
{
    using enum session::Promise;
    const QString due = Times::when(standing.due, now);
    switch (standing.promise) {
    case NotKnown:
    case InTime: return {};
    //: %1 is when the promised time ends: "i dag 12:00".
    case AtRisk: return tr("Hinner kanske inte fram före fristen %1. Ring invånaren.").arg(due);
    case Missed:
        return standing.due <= now ? tr("Fristen gick ut %1 och svaret har inte kommit fram. Ring invånaren.").arg(due)
                                   : tr("Hinner inte fram före fristen %1. Ring invånaren.").arg(due);
    }
    Q_UNREACHABLE();
}

QString Sentences::afterStanding(const session::ActionStanding& standing, const QString& serverText, const QDateTime& now)
{
    QStringList sentences;
    if (!serverText.isEmpty())
        sentences << tr("Serverns ord: %1").arg(serverText);
    sentences << wayOn(standing.reason) << promise(standing, now);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace mottaget::ui
