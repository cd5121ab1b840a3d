// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentences.h"

namespace mottaget::ui {

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

} // namespace mottaget::ui
