// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentences.h"

#include "ui/widgets/times.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

QString Sentences::state(care::CaseState state, care::WaitingFor waitingFor)
{
    using enum care::CaseState;
    switch (state) {
    case Received: return tr("Inkommet");
    case Assigned: return tr("Fördelat");
    case Ongoing: return tr("Pågående");
    case Waiting:
        switch (waitingFor) {
        case care::WaitingFor::Resident: return tr("Väntar på invånaren");
        case care::WaitingFor::Prescriber: return tr("Väntar på förskrivare");
        case care::WaitingFor::Colleague: return tr("Väntar på kollega");
        case care::WaitingFor::Nobody: return tr("Väntar");
        }
        Q_UNREACHABLE();
    case Answered: return tr("Besvarat");
    case Closed: return tr("Avslutat");
    case Redirected: return tr("Hänvisat");
    //: State of a case: taken back on the resident's word.
    case Withdrawn: return tr("Återtaget");
    }
    Q_UNREACHABLE();
}

QString Sentences::stateAndOwner(const care::Case& value, const care::StaffRoleId& me)
{
    const QString what = state(value.state, value.waitingFor);
    if (!care::isOpen(value.state))
        return what;
    if (value.owner.kind == care::Owner::Kind::Unit)
        //: %1 is the state of the case; nobody has taken it.
        return tr("%1, otilldelat").arg(what);
    if (!me.isEmpty() && value.owner.reference == me.text())
        //: %1 is the state of the case; the reader has it.
        return tr("%1, hos dig").arg(what);
    //: %1 is the state of the case, %2 the name of the colleague who has it.
    return tr("%1, hos %2").arg(what, value.owner.name.isEmpty() ? tr("en kollega") : value.owner.name);
}

QString Sentences::priority(care::Priority priority)
{
    using enum care::Priority;
    switch (priority) {
    //: Priority of a case, the ordinary one.
    case Routine: return tr("Normal");
    case Urgent: return tr("Skyndsam");
    case Asap: return tr("Snarast");
    case Stat: return tr("Omedelbar");
    }
    Q_UNREACHABLE();
}

QString Sentences::journal(care::JournalChoice choice)
{
    using enum care::JournalChoice;
    switch (choice) {
    //: Answer to: is the case entered in the journal?
    case Yes: return tr("Ja");
    //: Answer to: is the case entered in the journal?
    case No: return tr("Nej");
    case NotApplicable: return tr("Ej aktuellt");
    }
    Q_UNREACHABLE();
}

QString Sentences::messageKind(care::MessageKind kind)
{
    using enum care::MessageKind;
    switch (kind) {
    case Partial: return tr("Delsvar");
    case Final: return tr("Slutsvar");
    case Question: return tr("Motfråga");
    case Correction: return tr("Rättelse");
    case Resident: return tr("Meddelande");
    }
    Q_UNREACHABLE();
}

QString Sentences::outcome(QStringView code)
{
    struct Row {
        QLatin1StringView code;
        QString text;
    };
    const Row rows[] = {
        {"answered"_L1, tr("Besvarat")},
        {"booked"_L1, tr("Tid bokad")},
        //: Outcome of a case: the resident was called by telephone.
        {"called"_L1, tr("Uppringd")},
        //: Outcome of a case: the resident was referred to another unit.
        {"referred"_L1, tr("Hänvisad")},
        {"duplicate"_L1, tr("Dubblett")},
        {"no-contact"_L1, tr("Ej nådd")},
        {"withdrawn"_L1, tr("Återtaget")},
        //: Outcome of a case: something else.
        {"other"_L1, tr("Annat")},
    };
    const auto row = std::ranges::find_if(rows, [&](const Row& one) { return one.code == code; });
    return row == std::ranges::end(rows) ? code.toString() : row->text;
}

QString Sentences::clock(care::CaseClock::Kind kind)
{
    switch (kind) {
    case care::CaseClock::Kind::Partial: return tr("Första svar");
    case care::CaseClock::Kind::Final: return tr("Slutsvar");
    }
    Q_UNREACHABLE();
}

QString Sentences::promise(const care::CaseClock& clock)
{
    switch (clock.unit) {
    case care::CaseClock::Unit::WorkingDays: return clock.amount == 1 ? tr("Inom 1 vardag") : tr("Inom %1 vardagar").arg(clock.amount);
    case care::CaseClock::Unit::Hours: return clock.amount == 1 ? tr("Inom 1 timme") : tr("Inom %1 timmar").arg(clock.amount);
    case care::CaseClock::Unit::CalendarDays: return clock.amount == 1 ? tr("Inom 1 dygn") : tr("Inom %1 dygn").arg(clock.amount);
    }
    Q_UNREACHABLE();
}

QString Sentences::verb(care::Verb verb)
{
    using enum care::Verb;
    switch (verb) {
    //: Button: make the case one's own.
    case Take: return tr("Ta");
    case Assign: return tr("Fördela");
    case Start: return tr("Påbörja");
    case Partial: return tr("Skicka delsvar");
    case Question: return tr("Skicka motfråga");
    case Reply: return tr("Skicka slutsvar");
    case Correct: return tr("Skicka rättelse");
    case Note: return tr("Skriv intern notering");
    case Prioritise: return tr("Sätt prioritet");
    //: Button: refer the resident to another unit.
    case Redirect: return tr("Hänvisa");
    case Close: return tr("Avsluta");
    //: Button: end the case because the resident takes it back.
    case Withdraw: return tr("Återta");
    case Reopen: return tr("Återuppta");
    }
    Q_UNREACHABLE();
}

QString Sentences::action(care::Verb verb)
{
    using enum care::Verb;
    switch (verb) {
    case Take: return tr("Tilldelning till dig");
    case Assign: return tr("Fördelning");
    case Start: return tr("Påbörjande");
    case Partial: return tr("Delsvar");
    case Question: return tr("Motfråga");
    case Reply: return tr("Slutsvar");
    case Correct: return tr("Rättelse");
    case Note: return tr("Intern notering");
    case Prioritise: return tr("Ny prioritet");
    case Redirect: return tr("Hänvisning");
    case Close: return tr("Avslut");
    case Withdraw: return tr("Återtagande");
    case Reopen: return tr("Återupptagande");
    }
    Q_UNREACHABLE();
}

QString Sentences::orderReason(care::OrderReason reason)
{
    using enum care::OrderReason;
    switch (reason) {
    case Stat: return tr("Omedelbar");
    case FirstReplyDue: return tr("Utlovad tid för första svar");
    case FinalReplyDue: return tr("Utlovad tid för slutsvar");
    case UnreadAnswer: return tr("Oläst svar från invånaren");
    case NotOpenedByLicensed: return tr("Inte öppnat av legitimerad");
    case Priority: return tr("Prioritet");
    case WaitingTime: return tr("Väntetid");
    case WaitsForOther: return tr("Väntar på någon annan");
    case Answered: return tr("Besvarat, ska avslutas");
    case Ended: return tr("Avslutat");
    }
    Q_UNREACHABLE();
}

QString Sentences::sender(const care::Sender& sender, bool isProtected)
{
    switch (sender.kind) {
    case care::Sender::Kind::Patient: return tr("patienten själv");
    case care::Sender::Kind::Guardian:
        // Relatives of a protected person are protected too.
        if (isProtected)
            return tr("vårdnadshavare (skyddad uppgift)");
        //: %1 is the name of the guardian who wrote for a child.
        return sender.name.isEmpty() ? tr("vårdnadshavare, namn saknas") : tr("vårdnadshavare %1").arg(sender.name);
    //: Who sent the case: the clinic itself.
    case care::Sender::Kind::Staff: return tr("mottagningen");
    }
    Q_UNREACHABLE();
}

QString Sentences::patientName(const std::optional<care::Patient>& patient)
{
    if (!patient)
        return tr("Inte hämtat än");
    if (patient->protection != care::Protection::None)
        return tr("Skyddade personuppgifter");
    const QString name = care::safeName(patient->familyName, patient->givenName);
    return name.isEmpty() ? tr("Uppgift saknas") : name;
}

QString Sentences::patientInSentence(const std::optional<care::Patient>& patient)
{
    if (!patient)
        //: Stands for a name: "Avsluta ärendet för patient som inte är hämtad än".
        return tr("patient som inte är hämtad än");
    if (patient->protection != care::Protection::None)
        //: Stands for a name: "Skicka till person med skyddade uppgifter".
        return tr("person med skyddade uppgifter");
    const QString name = care::safeName(patient->familyName, patient->givenName);
    //: Stands for a name: "Skicka till patient utan namn".
    return name.isEmpty() ? tr("patient utan namn") : name;
}

QString Sentences::language(const QString& bcp47)
{
    struct Row {
        QLatin1StringView code;
        QString text;
    };
    const Row rows[] = {
        {"am"_L1, tr("amhariska")},
        {"ar"_L1, tr("arabiska")},
        {"bs"_L1, tr("bosniska")},
        {"ckb"_L1, tr("sorani")},
        {"de"_L1, tr("tyska")},
        {"en"_L1, tr("engelska")},
        {"es"_L1, tr("spanska")},
        {"fa"_L1, tr("persiska")},
        {"fi"_L1, tr("finska")},
        {"fit"_L1, tr("meänkieli")},
        {"fr"_L1, tr("franska")},
        {"hr"_L1, tr("kroatiska")},
        {"kmr"_L1, tr("kurmanji")},
        {"ku"_L1, tr("kurdiska")},
        {"pl"_L1, tr("polska")},
        {"prs"_L1, tr("dari")},
        {"ps"_L1, tr("pashto")},
        {"rom"_L1, tr("romska")},
        {"ru"_L1, tr("ryska")},
        {"se"_L1, tr("nordsamiska")},
        {"sgn"_L1, tr("teckenspråk")},
        {"sma"_L1, tr("sydsamiska")},
        {"smj"_L1, tr("lulesamiska")},
        {"so"_L1, tr("somaliska")},
        {"sr"_L1, tr("serbiska")},
        {"swl"_L1, tr("svenskt teckenspråk")},
        {"th"_L1, tr("thailändska")},
        {"ti"_L1, tr("tigrinska")},
        {"tr"_L1, tr("turkiska")},
        {"uk"_L1, tr("ukrainska")},
        {"vi"_L1, tr("vietnamesiska")},
        {"zh"_L1, tr("kinesiska")},
    };
    const QString wanted = bcp47.section(u'-', 0, 0).toLower();
    const auto row = std::ranges::find_if(rows, [&](const Row& one) { return one.code == wanted; });
    return row == std::ranges::end(rows) ? bcp47 : row->text;
}

} // namespace mottaget::ui
