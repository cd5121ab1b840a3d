// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/texts.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

// A text stands under many matters, so it may name only what fits them all.
const char* const renewalPartials[] = {
    "Hej! Vi har fått din begäran om recept och går igenom den. Du får svar inom några dagar.",
    "Hej! Jag har lämnat din begäran vidare till läkaren, som tittar på den i eftermiddag eller i morgon.",
    "Hej! Ditt recept kräver en läkares bedömning. Du hör från oss igen när det är klart.",
    "Hej! Vi har läst att det snart är slut hemma och tar ditt ärende före helgen.",
};
const char* const renewalFinals[] = {
    "Hej! Receptet är förnyat för ett år. Du kan hämta på vilket apotek du vill.",
    "Hej! Läkaren har förnyat men vill att du lämnar blodprover inom en månad. Boka en provtagningstid på 1177.",
    "Hej! Vi har förnyat för tre månader. Innan nästa förnyelse behöver vi träffa dig, så boka gärna en årskontroll.",
    "Hej! Det finns ett giltigt uttag kvar, så vi har inte skrivit ett nytt recept. Hör av dig om apoteket säger något annat.",
    "Hej! Förnyelsen är klar med samma dos som tidigare. Du kan hämta från och med i dag.",
    "Hej! Det är klart. Vi skrev ut en större förpackning, så att du slipper höra av dig lika ofta.",
};
const char* const contactPartials[] = {
    "Hej! Vi har tagit emot ditt meddelande och ringer dig under dagen.",
    "Hej! Jag har bett den du söker att ringa upp. Det blir i morgon förmiddag.",
    "Hej! Vi behöver läsa på lite innan vi ringer. Du hör från oss senast i övermorgon.",
    "Hej! Vi ringer på det nummer du angav. Numret kan visas som dolt.",
};
const char* const contactFinals[] = {
    "Hej! Tack för samtalet. Gör som vi kom överens om, och hör av dig om något ändras.",
    "Hej! Det vi talade om är nu ordnat. Du ser det på 1177 inom ett par dagar.",
    "Hej! Jag har stämt av med läkaren, som håller med om det vi sa i telefon. Du behöver inte göra något mer nu.",
    "Hej! Vi har bokat en tid åt dig, så att vi kan gå igenom det i lugn och ro. Kallelsen ligger i din inkorg på 1177.",
    "Hej! Jag har ringt två gånger utan att få tag på dig. Skriv gärna en tid som passar, så försöker vi igen.",
    "Hej! Tack för att du hörde av dig. Det du frågade om är antecknat, och den du sökte tar upp det nästa gång ni ses.",
};
const char* const changePartials[] = {
    "Hej! Vi har sett att du vill ändra din tid och letar efter en ny.",
    "Hej! Din gamla tid är borttagen. Vi återkommer med förslag på en ny.",
    "Hej! Den som bokar är ledig i dag. Du får svar i morgon.",
};
const char* const changeFinals[] = {
    "Hej! Du har fått en ny tid. Den nya kallelsen finns i din inkorg på 1177.",
    "Hej! Det fanns tyvärr ingen tid de dagar du önskade. Du står nu på vår lista för återbud.",
    "Hej! Tiden är flyttad till veckan efter, samma klockslag. Välkommen då.",
    "Hej! Vi kunde ge dig den tid du helst ville ha. Kallelsen är skickad.",
    "Hej! Den nya tiden blev hos en annan behandlare, för att du inte ska behöva vänta. Säg till om det inte känns bra.",
};
const char* const cancelPartials[] = {
    "Hej! Vi har sett din avbokning och tar bort tiden i dag.",
    "Hej! Tack för att du hörde av dig i god tid. Du får ett besked när tiden är borttagen.",
    "Hej! Jag stämmer av med din behandlare innan jag tar bort tiden.",
};
const char* const cancelFinals[] = {
    "Hej! Din tid är avbokad. Ingen avgift tas ut, eftersom du hörde av dig i god tid.",
    "Hej! Vi har avbokat och meddelat din behandlare. Du är välkommen att höra av dig när du behöver oss.",
    "Hej! Tiden är borttagen och kan nu gå till någon annan. Tack för omtanken!",
    "Hej! Avbokningen är klar. Ändrar det sig, boka en ny tid på 1177.",
};
const char* const requestPartials[] = {
    "Hej! Tack för din beskrivning. Vi bedömer vem du bör träffa och återkommer med en tid.",
    "Hej! Vi har lämnat din önskan till den som bokar. Du får en kallelse inom en vecka.",
    "Hej! En sjuksköterska läser det du har skrivit i dag. Blir det sämre, ring 1177.",
};
const char* const requestFinals[] = {
    "Hej! Du har fått en tid. Kallelsen finns i din inkorg på 1177.",
    "Hej! Vi har bokat en tid hos den du ville träffa. Kom gärna fem minuter före.",
    "Hej! Du har en tid hos oss nästa vecka. Hör av dig om den inte passar.",
    "Hej! För det här kan du själv välja bland våra lediga tider i webbtidboken på 1177. Jag har öppnat den för dig.",
    "Hej! Vi vill träffa dig redan den här veckan och har bokat en tid, se kallelsen.",
};
const char* const advicePartials[] = {
    "Hej! Tack för att du skrev. Jag rådgör med en läkare och svarar senare i dag.",
    "Hej! Vi har läst ditt meddelande. Det låter inte bråttom, men du får ett utförligare svar i morgon.",
    "Hej! Jag har tagit emot din fråga och ber en kollega som kan mer om det att läsa den.",
};
const char* const adviceFinals[] = {
    "Hej! Fortsätt som du gör i en vecka till. Blir det inte bättre, eller får du feber, hör av dig igen.",
    "Hej! Du behöver inte komma hit nu. Läs gärna mer på 1177.se, där finns bra råd om just det här.",
    "Hej! Det här vill vi titta på. Kom till vår öppna mottagning i morgon mellan 8 och 10.",
    "Hej! Det går bra att fortsätta med det du själv har provat. Skriv till oss om två veckor och berätta hur det går.",
    "Hej! Jag har talat med läkaren, som bedömer att du kan avvakta. Blir det värre, ring 1177 dygnet runt.",
    "Hej! Vi bokar in dig hos en sjuksköterska, som går igenom det med dig. Kallelsen kommer i dag.",
};

const Exchange renewalExchanges[] = {
    {"Hej! Vilken dos tar du i dag? Det står olika i journalen och i din begäran.",
        "Den som jag skrev. Den gamla slutade jag med i våras."},
    {"Hej! Hur mycket har du kvar hemma i dag?", "Det räcker till på söndag, om jag räknar rätt."},
    {"Hej! När var du senast på kontroll för den här behandlingen?", "I våras, hos doktor Sundqvist. Allt var bra då."},
    {"Hej! Har du provat att vara utan den någon gång det senaste året?", "Ja, i två veckor. Då kom besvären tillbaka."},
    {"Hej! Har du börjat med några andra läkemedel, även receptfria?", "Bara en värktablett ibland, och D-vitamin."},
};
const Exchange contactExchanges[] = {
    {"Hej! Är numret du angav rätt? Vi kom till en telefonsvarare.",
        "Hej! Ja, det är rätt. Jag satt på bussen. Ring gärna efter klockan 15."},
    {"Hej! Är det okej att en kollega ringer, eller vill du vänta på den du sökte?", "Det går bra med en kollega."},
    {"Hej! Går det bra att vi svarar här i stället för att ringa?", "Ja, det går lika bra. Då kan jag läsa i lugn och ro."},
    {"Hej! Vilken dag passar dig bäst för ett längre samtal?", "Torsdag eller fredag, helst på förmiddagen."},
};
const Exchange changeExchanges[] = {
    {"Hej! Passar det med en tid klockan 8.15 på torsdag?", "Ja tack, det blir bra."},
    {"Hej! Vill du behålla samma behandlare, även om det dröjer längre?", "Ja, jag väntar hellre."},
    {"Hej! Kan du komma med kort varsel, om någon annan lämnar återbud?", "Ja, ring bara, så kommer jag inom en timme."},
};
const Exchange cancelExchanges[] = {
    {"Hej! Gäller det bara den här tiden eller alla dina tider hos oss?", "Bara den här. De andra tiderna passar."},
    {"Hej! Vill du att vi hör av oss med en ny tid längre fram?", "Nej tack, jag skriver själv om det behövs."},
    {"Hej! Är du säker? Det kan dröja några veckor innan det finns en ny tid.", "Ja, jag är säker. Tack för att du frågar."},
};
const Exchange requestExchanges[] = {
    {"Hej! Kan du komma med kort varsel, om vi får ett återbud?", "Ja, jag bor nära och kan vara hos er på en halvtimme."},
    {"Hej! Har du sökt vård för samma sak tidigare?", "Ja, för ett par år sedan, men på en annan mottagning."},
    {"Hej! Går det bra med ett videobesök i stället?", "Helst inte. Jag vill träffa någon på plats."},
    {"Hej! Tar du några läkemedel som vi ska känna till före besöket?", "Nej, bara en allergitablett på våren."},
};
const Exchange adviceExchanges[] = {
    {"Hej! Har det blivit bättre eller sämre sedan du skrev?", "Ungefär likadant. Kanske lite bättre på morgonen."},
    {"Hej! Har du några andra sjukdomar eller läkemedel som vi ska känna till?", "Nej, inget särskilt. Bara pollenallergi på våren."},
    {"Hej! Har du haft samma besvär tidigare, och vad hjälpte då?",
        "Ja, en gång förra vintern. Då gick det över av sig självt efter ett par veckor."},
    {"Hej! Har du feber, och i så fall hur hög?", "Nej, ingen feber. Jag mätte nyss och hade 36,9."},
};

const char* const allNotes[] = {
    "Sökt per telefon kl. 10.20, inget svar. Försöker igen efter lunch.",
    "Diskuterat med läkare, som vill se nya prover först.",
    "Har läst tidigare besök. Senaste kontrollen var för mer än ett år sedan.",
    "Önskar inte bli uppringd på arbetstid.",
    "Lämnas till distriktssköterska i morgon bitti.",
    "Prover beställda, svar väntas om två dagar.",
    "Bilder granskade tillsammans med kollega.",
    "Har redan en tid hos oss nästa vecka. Kolla om den räcker.",
    "Tolk behöver bokas om det blir ett besök.",
    "Ringde och lugnade. Skriver ett kort svar när provet är klart.",
    "Anhörig har också hört av sig. Inga uppgifter lämnade, samtycke saknas.",
    "Tidigare svårt att nå på telefon, svarar bättre här.",
};
const char* const allCorrections[] = {
    "Hej! Jag skrev fel veckodag i mitt förra svar. Det rätta är torsdag.",
    "Hej! I mitt svar stod fel telefonnummer till oss. Det rätta är 08-465 004 10.",
    "Hej! Du behöver inte vara fastande före proverna, som jag skrev tidigare.",
};
const char* const allThanks[] = {
    "Tack så mycket för hjälpen!",
    "Tack, då vet jag. Jag hör av mig om det inte blir bättre.",
    "Tack för snabbt svar. En fråga till: kan jag ta Alvedon samtidigt?",
    "Det var skönt att höra. Tack!",
    "Tack. Jag har inte fått någon kallelse än, men jag väntar några dagar till.",
};
const char* const allRedirections[] = {
    "Ditt ärende gäller en annan mottagning. Skriv till hudmottagningen på sjukhuset, som sköter din behandling.",
    "Du är listad på en annan hälsocentral. Vänd dig dit, så har de tillgång till din journal.",
    "Tandbesvär sköts av tandvården. Ring din tandläkare eller 1177.",
    "Frågor om ditt ultraljud besvaras av kvinnokliniken.",
};

using Lines = std::span<const char* const>;
using Exchanges = std::span<const Exchange>;

struct Talk {
    Lines partials;
    Lines finals;
    Exchanges exchanges;
};

const Talk& talk(const QString& topic)
{
    static const QHash<QString, Talk> talks {{u"renewal"_s, {renewalPartials, renewalFinals, renewalExchanges}},
        {u"contact-me"_s, {contactPartials, contactFinals, contactExchanges}},
        {u"change-booking"_s, {changePartials, changeFinals, changeExchanges}},
        {u"cancel-booking"_s, {cancelPartials, cancelFinals, cancelExchanges}},
        {u"request-booking"_s, {requestPartials, requestFinals, requestExchanges}},
        {u"advice"_s, {advicePartials, adviceFinals, adviceExchanges}}};
    // A case of a type nobody has written texts for (anybody may put one) is talked of as advice.
    return *talks.constFind(talks.contains(topic) ? topic : u"advice"_s);
}

} // namespace

Lines partialReplies(const QString& topic)
{
    return talk(topic).partials;
}

Lines finalReplies(const QString& topic)
{
    return talk(topic).finals;
}

Exchanges exchanges(const QString& topic)
{
    return talk(topic).exchanges;
}

Lines notes()
{
    return allNotes;
}

Lines corrections()
{
    return allCorrections;
}

Lines thanks()
{
    return allThanks;
}

Lines redirections()
{
    return allRedirections;
}

} // namespace mottaget::demo
