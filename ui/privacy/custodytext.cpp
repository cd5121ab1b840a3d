// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/custodytext.h"

#include "ui/widgets/times.h"

using namespace Qt::StringLiterals;

namespace mottaget::ui {

using session::CustodyStatus;
using Phase = CustodyStatus::Phase;
using Work = CustodyStatus::Work;
using Trouble = CustodyStatus::Trouble;

QString CustodyText::title(const CustodyStatus& status)
{
    switch (status.phase) {
    case Phase::Starting: return tr("Läser nycklarna");
    case Phase::New: return tr("Välj PIN-kod eller lösenfras");
    case Phase::Locked: return tr("Lås upp Mottaget");
    case Phase::Working:
        switch (status.work) {
        case Work::Enrolling: return tr("Skapar nycklar");
        case Work::Changing: return tr("Byter PIN-kod eller lösenfras");
        case Work::Unlocking:
        case Work::None: return tr("Låser upp");
        }
        Q_UNREACHABLE();
    case Phase::Unlocked: return tr("Byt PIN-kod eller lösenfras");
    case Phase::Stuck: return stuckTitle(status.trouble);
    }
    Q_UNREACHABLE();
}

QString CustodyText::explanation(const CustodyStatus& status, const session::UnlockPolicy& policy)
{
    if (status.keychainSlow)
        return tr("Datorns nyckelring har inte svarat än. Den kan ha ställt en fråga i ett annat fönster: svara på den.");
    switch (status.phase) {
    case Phase::Starting:
    case Phase::Working: return tr("Det tar en stund, med avsikt: så blir koden svår att gissa.");
    case Phase::New:
    case Phase::Unlocked:
        return QStringList {tr("Den skyddar det som sparas på den här datorn och behövs varje gång du låser upp."),
            problem(session::UnlockProblem::ShortPin, policy), problem(session::UnlockProblem::ShortPassphrase, policy)}
            .join(u' ');
    case Phase::Locked: return tr("Skriv din PIN-kod eller lösenfras för den här datorn.");
    case Phase::Stuck: return stuckExplanation(status);
    }
    Q_UNREACHABLE();
}

QString CustodyText::problem(const CustodyStatus& status, const QDateTime& now)
{
    QStringList sentences;
    if (status.phase == Phase::Unlocked && status.trouble != Trouble::None)
        sentences << tr("Inget har bytts: %1.").arg(stuckTitle(status.trouble).toLower());
    if (status.phase != Phase::Locked && status.phase != Phase::Unlocked)
        return {};
    if (status.wasWrong)
        sentences << tr("Fel PIN-kod eller lösenfras.");
    if (status.wrongTries > 1)
        sentences << tr("%n fel försök i rad.", nullptr, status.wrongTries);
    if (status.retryAt.isValid() && now < status.retryAt)
        //: %1 is a time of day with seconds.
        sentences << tr("Nästa försök kan göras kl. %1.").arg(Times::clockWithSeconds(status.retryAt));
    return sentences.join(u' ');
}

QString CustodyText::problem(session::UnlockProblem problem, const session::UnlockPolicy& policy)
{
    switch (problem) {
    case session::UnlockProblem::ShortPin: return tr("En PIN-kod har minst %n siffror.", nullptr, policy.pinDigits);
    case session::UnlockProblem::ShortPassphrase: return tr("En lösenfras har minst %n tecken.", nullptr, policy.passphraseLetters);
    case session::UnlockProblem::Simple: return tr("Koden är för lätt att gissa: blanda siffrorna.");
    }
    Q_UNREACHABLE();
}

QString CustodyText::stuckTitle(Trouble trouble)
{
    switch (trouble) {
    case Trouble::None: return tr("Något gick fel");
    case Trouble::NoKeychain: return tr("Datorn har ingen nyckelring");
    case Trouble::KeychainLocked: return tr("Nyckelringen är låst");
    case Trouble::KeychainNoAnswer: return tr("Nyckelringen svarar inte");
    case Trouble::KeychainRefused: return tr("Nyckelringen fick nej");
    case Trouble::OtherKeychain: return tr("Fel nyckelring är igång");
    case Trouble::SecretMissing: return tr("Datorns hemlighet saknas i nyckelringen");
    case Trouble::KeychainFailed: return tr("Nyckelringen gav ett fel");
    case Trouble::RecordMissing: return tr("Nyckelfilen saknas");
    case Trouble::RecordDamaged: return tr("Nyckelfilen är skadad");
    case Trouble::RecordNewer: return tr("Nyckelfilen är från en nyare version");
    case Trouble::RecordUnreadable: return tr("Nyckelfilen kan inte läsas");
    case Trouble::RecordNotWritten: return tr("Nyckelfilen kunde inte sparas");
    }
    Q_UNREACHABLE();
}

QString CustodyText::stuckExplanation(const CustodyStatus& status)
{
    const QString rescue = status.recoverable ? tr("Det som inte är skickat kan IT rädda med regionens återställningsnyckel.")
                                              : tr("Ring IT innan något tas bort: det som inte är skickat kan finnas kvar.");
    switch (status.trouble) {
    case Trouble::None: return tr("Försök igen, eller ring IT.");
    case Trouble::NoKeychain:
        return tr("Mottaget sparar inget på en dator där nycklarna inte kan förvaras säkert. Ring IT och be om en nyckelring, eller logga "
                  "ut och in "
                  "på datorn och försök igen.");
    case Trouble::KeychainLocked:
        return tr("Lås upp den i datorns program för lösenord och nycklar, eller logga ut och in på datorn, och försök igen.");
    case Trouble::KeychainNoAnswer:
        return tr("Den kan ha ställt en fråga i ett annat fönster: svara på den och försök igen. Hjälper det inte, logga ut och in på "
                  "datorn eller "
                  "ring IT.");
    case Trouble::KeychainRefused: return tr("Någon svarade nej på dess fråga, eller stängde den. Försök igen och svara ja.");
    case Trouble::OtherKeychain:
        //: %1 and %2 are names of programs.
        return tr(
            "Nycklarna skrevs med %1, men nu svarar %2. Logga in på datorn som förut och försök igen, eller ring IT. Inget är borttaget.")
            .arg(status.writtenBy, status.found);
    case Trouble::SecretMissing: return tr("Den har tagits bort eller nyckelringen är utbytt. Filerna är orörda.") + u' ' + rescue;
    case Trouble::KeychainFailed: return tr("Försök igen. Händer det igen, ring IT och läs upp raden nedan.");
    case Trouble::RecordMissing:
        return tr(
            "De skyddade filerna finns, men inte filen som säger hur de öppnas. Filerna är orörda. IT kan ha den i en säkerhetskopia.");
    case Trouble::RecordDamaged:
        return tr("Filen som säger hur de skyddade filerna öppnas har ändrats. Filerna är orörda.") + u' ' + rescue;
    case Trouble::RecordNewer: return tr("Den är skriven av en nyare Mottaget. Starta den versionen, eller be IT att installera den här.");
    case Trouble::RecordUnreadable: return tr("Disken gav den inte. Försök igen, eller ring IT. Filerna är orörda.");
    case Trouble::RecordNotWritten:
        return tr("Disken är full eller skrivskyddad. Inget har ändrats. Frigör plats och försök igen, eller ring IT.");
    }
    Q_UNREACHABLE();
}

QString CustodyText::forIt(const CustodyStatus& status)
{
    const QString code = session::codeOf(status.trouble);
    if (code.isEmpty())
        return {};
    //: %1 is a fixed code, with the keychain's own word after it.
    return tr("Till IT: %1").arg(status.detail.isEmpty() ? code : code + u", "_s + status.detail);
}

} // namespace mottaget::ui
