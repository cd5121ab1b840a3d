// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/texts.h"

namespace mottaget::demo {

namespace {

using enum Whom;
using enum Span;

const Subject subjects[] = {
    {Adult, Weeks, "Svar på blodprover",
        "Jag lämnade blodprover hos er {nar} och har inte hört något. På 1177 ser jag att "
        "ett värde är markerat, men jag förstår inte vad det betyder.",
        "Läkaren som beställde proverna"},
    {Working, Weeks, "Sjukintyget går snart ut",
        "Mitt sjukintyg går ut på fredag och jag är inte redo att börja jobba heltid. Jag "
        "vill prata om en förlängning, gärna på 50 procent.",
        "Min läkare"},
    {Adult, Days, "Missade ert samtal",
        "Någon ringde från ert nummer i går förmiddag men jag hann inte svara. Kan ni ringa igen "
        "och säga vad det gällde?",
        "Den som ringde"},
    {Old, Weeks, "Yrsel efter ny blodtrycksmedicin",
        "Jag fick en högre dos blodtrycksmedicin {nar}. Nu blir jag yr när jag "
        "reser mig, särskilt på morgnarna. Ska jag gå tillbaka till den gamla dosen?",
        "Distriktssköterskan"},
    {Adult, Months, "Frågor om min remiss till ortopeden",
        "Ni skickade en remiss för mitt knä {nar}. Ortopeden säger att de "
        "inte har fått någon. Kan någon titta på det och höra av sig?",
        "Den som skickade remissen"},
    {Adult, Months, "Trött och håglös",
        "Jag har känt mig nedstämd {sedan} och sover dåligt. Det är svårt att skriva om, men jag "
        "vill gärna prata med någon.",
        "En psykolog eller kurator"},
    {Woman, Weeks, "Fråga till barnmorskan om p-stav",
        "Min p-stav ska bytas i vår. Jag har haft oregelbundna blödningar {sedan} "
        "och undrar om det är dags redan nu.",
        "Barnmorskan"},
    {Adult, Days, "Såret efter operationen vätskar",
        "Jag opererades för ett bråck {nar}. Såret vätskar lite och är rött runt "
        "om. Jag har ingen feber. Vill att någon bedömer om jag behöver komma in.",
        "Sjuksköterska"},
    {Old, Weeks, "Hembesök för provtagning",
        "Jag har svårt att ta mig till er sedan jag ramlade. Går det att få proverna "
        "tagna hemma i stället?",
        "Distriktssköterskan"},
    {Adult, Weeks, "Svar på röntgen av axeln",
        "Jag röntgades {nar} och skulle få svar inom en vecka. Värken är densamma, och "
        "jag behöver veta om jag får träna.",
        "Läkaren"},
    {Adult, None, "Intyg till körkortet",
        "Transportstyrelsen vill ha ett nytt läkarintyg senast den sista nästa månad. Vad behöver "
        "jag göra, och tar ni betalt för det?",
        "Sekreteraren"},
    {Old, Months, "Min bror har blivit glömsk",
        "Min bror har varit glömsk {sedan}. Han tappar ord och har gått vilse "
        "en gång. Jag vill prata om hur man får en utredning.",
        "Hans fasta vårdkontakt"},
    {Adult, Weeks, "Högt blodtryck hemma", "Jag har mätt hemma {sedan} och ligger runt 165/95 trots medicin. Ska något ändras?",
        "Sjuksköterskan på blodtrycksmottagningen"},
    {Adult, None, "Vaccination inför resa",
        "Vi reser till Tanzania i februari. Jag vill veta vilka vaccinationer jag har och om ni kan "
        "ge de som saknas.",
        "Vaccinationsmottagningen"},
    {Woman, Days, "Kallelsen till cellprov",
        "Jag har fått en kallelse till cellprov men är gravid i vecka 14. Ska jag komma ändå, "
        "eller vänta till efter förlossningen?",
        "Barnmorskan"},
    {Adult, Months, "Vill trappa ut antidepressiv medicin",
        "Jag har mått bra {sedan} och vill trappa ut min medicin. Jag vill inte "
        "göra det på egen hand.",
        "Läkare"},
    {Old, None, "Provtagning av Waran", "Mitt nästa prov hamnar mitt under julhelgen. Vem bestämmer om jag kan ta det tidigare?",
        "Sköterskan som sköter Waran"},
    {Adult, Weeks, "Ont efter ryggskottet",
        "Jag fick ryggskott {nar}. Det är bättre men strålar ner i benet när jag hostar. "
        "Fysioterapeuten sa att jag skulle höra av mig om det inte gick över.",
        "Fysioterapeuten"},
    {Adult, None, "Ny hemadress och nytt nummer",
        "Jag har flyttat inom kommunen och bytt nummer. Vill kontrollera att ni har rätt "
        "uppgifter, och fråga om jag ändå får vara kvar hos er.",
        "Receptionen"},
    {Adult, Days, "Fel styrka på apoteket",
        "Apoteket lämnade ut en annan styrka än den jag brukar få. Jag har inte tagit någon "
        "tablett än. Kan någon ringa och säga vad som gäller?",
        "Sjuksköterska eller läkare"},
    {Old, Weeks, "Hjälp hemma efter sjukhuset",
        "Jag skrevs ut från sjukhuset {nar}. De sa att ni skulle ringa om en plan, men jag har "
        "inte hört något. Jag klarar mig, men knappt.",
        "Min fasta vårdkontakt"},
    {Adult, Weeks, "Allergi mot penicillin?",
        "Jag fick utslag av penicillin som barn. Nu ska jag opereras, och de frågar om jag "
        "verkligen är allergisk. Kan man testa det hos er?",
        "Läkare"},
    {Working, Months, "Magsmärtor och oro",
        "Jag har haft ont i magen {sedan}, mest när det är mycket på jobbet. Proverna var bra. Jag "
        "skulle behöva prata igenom vad nästa steg är.",
        "Doktor Karimi, om det går"},
    {Child, Weeks, "Utredning på förskolan",
        "Förskolan har föreslagit en utredning för {barn}. Vi undrar om den börjar hos er, och "
        "vem vi ska tala med.",
        "Någon som kan barn"},
    {Child, Days, "Provsvar för {namn}", "{Barn} lämnade ett halsprov hos er {nar}. {Hon} är fortfarande hängig och vi har inte fått svar.",
        "Sjuksköterska"},
    {Child, Weeks, "Intyg till skolan", "Skolan vill ha ett intyg om {hennes} allergi för maten. Den gamla intygstiden har gått ut.",
        "Den som skriver intyg"},
    {Child, None, "Vaccination vi missade", "Vi var utomlands när {namn} skulle ha vaccinerats. Vem bokar vi hos, skolan eller er?",
        "Vaccinationsmottagningen"},
    {Child, Weeks, "Ont i magen på morgnarna",
        "{Barn} har haft ont i magen på skoldagar {sedan}. På helgerna är det bra. Vi vill "
        "prata med någon innan vi bokar en tid.",
        "Sjuksköterska eller psykolog"},
};

} // namespace

std::span<const Subject> contactSubjects()
{
    return subjects;
}

} // namespace mottaget::demo
