// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/texts.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

const char* const renewalPartials[] = {
    "Hej! Vi har fått din begäran om recept och går igenom den. Du får svar inom några dagar.",
    "Hej! Jag har lämnat din begäran vidare till läkaren, som tittar på den i eftermiddag eller i morgon.",
    "Hej! Ditt recept kräver en läkares bedömning. Du hör från oss igen när det är klart.",
    "Hej! Vi har sett att medicinen snart är slut och tar ditt ärende före helgen.",
};
const char* const renewalFinals[] = {
    "Hej! Receptet är förnyat för ett år. Du kan hämta på vilket apotek du vill.",
    "Hej! Läkaren har förnyat recepten men vill att du lämnar blodprover inom en månad. Boka en provtagningstid på 1177.",
    "Hej! Vi har förnyat för tre månader. Innan nästa förnyelse behöver vi träffa dig, så boka gärna en årskontroll.",
    "Hej! Det finns ett giltigt uttag kvar på ditt recept, så vi har inte skrivit ett nytt. Hör av dig om apoteket säger något annat.",
    "Hej! Recepten är förnyade med samma dos som tidigare. Du kan hämta ut dem från i dag.",
    "Hej! Läkaren har sänkt dosen, eftersom ditt blodtryck är lägre nu. Mät hemma i två veckor och skriv till oss hur det går.",
};
const char* const contactPartials[] = {
    "Hej! Vi har tagit emot ditt meddelande och ringer dig under dagen.",
    "Hej! Jag har bett den du söker att ringa upp. Det blir i morgon förmiddag.",
    "Hej! Vi behöver läsa på lite innan vi ringer. Du hör från oss senast i övermorgon.",
    "Hej! Vi ringer på det nummer du angav. Numret kan visas som dolt.",
};
const char* const contactFinals[] = {
    "Hej! Som vi sa i telefon är proverna normala och inget behöver ändras. Hör av dig om besvären kommer tillbaka.",
    "Hej! Tack för samtalet. Intyget är klart och skickat till Försäkringskassan. Du ser det på 1177.",
    "Hej! Remissen är skickad på nytt. Om du inte har fått en kallelse inom fyra veckor, skriv till oss igen.",
    "Hej! Läkaren har gått igenom svaret. Det syns inget farligt, och du kan röra dig som vanligt. Fortsätt med övningarna.",
    "Hej! Vi har bokat en tid åt dig hos vår psykolog. Kallelsen ligger i din inkorg på 1177.",
    "Hej! Jag har ringt två gånger utan att få tag på dig. Skriv gärna en tid som passar, så försöker vi igen.",
};
const char* const changePartials[] = {
    "Hej! Vi har sett att du vill ändra din tid och letar efter en ny.",
    "Hej! Tiden är avbokad. Vi återkommer med förslag på en ny.",
    "Hej! Din behandlare är ledig i dag. Du får svar i morgon.",
};
const char* const changeFinals[] = {
    "Hej! Din tid är avbokad. Ingen avgift tas ut, eftersom du hörde av dig i god tid.",
    "Hej! Du har fått en ny tid. Den nya kallelsen finns i din inkorg på 1177.",
    "Hej! Det fanns tyvärr ingen tid de dagar du önskade. Du står nu på vår lista för återbud.",
    "Hej! Tiden är flyttad till veckan efter, samma klockslag. Välkommen då.",
    "Hej! Vi har avbokat och meddelat din behandlare. Du är välkommen att höra av dig när det passar bättre.",
};
const char* const requestPartials[] = {
    "Hej! Tack för din beskrivning. Vi bedömer vem du bör träffa och återkommer med en tid.",
    "Hej! Vi har lämnat din önskan till den som bokar. Du får en kallelse inom en vecka.",
    "Hej! En sjuksköterska läser det du har skrivit i dag. Blir det sämre, ring 1177.",
};
const char* const requestFinals[] = {
    "Hej! Du har fått en tid hos fysioterapeut. Kallelsen finns i din inkorg. Ta med bekväma kläder.",
    "Hej! Vi har bokat provtagning och läkarbesök. Var fastande från midnatt före proverna.",
    "Hej! Du har en tid hos distriktssköterskan på fredag. Hör av dig om den inte passar.",
    "Hej! För det här behöver du ingen remiss. Du kan boka direkt på 1177 under webbtidbok.",
    "Hej! Läkaren vill träffa dig redan den här veckan. Vi har bokat en tid, se kallelsen.",
};
const char* const advicePartials[] = {
    "Hej! Tack för att du skrev. Jag rådgör med en läkare och svarar senare i dag.",
    "Hej! Vi har läst ditt meddelande. Det låter inte bråttom, men du får ett utförligare svar i morgon.",
    "Hej! Jag har tagit emot dina bilder och visar dem för läkaren.",
};
const char* const adviceFinals[] = {
    "Hej! Det du beskriver brukar gå över av sig självt på en till två veckor. Får du feber eller blir sämre, hör av dig igen.",
    "Hej! Du behöver inte komma hit nu. Fortsätt som du gör, och öka gärna mängden vätska.",
    "Hej! Det här vill vi titta på. Kom till vår drop-in på förmiddagen mellan 8 och 10.",
    "Hej! Du kan behandla själv med receptfri salva i en vecka. Blir det inte bättre, skriv till oss så bokar vi en tid.",
    "Hej! Läkaren bedömer att det är ofarligt. Håll det under uppsikt och ta en ny bild om en månad.",
    "Hej! Arbeta inte förrän du har varit fri från besvär i två dygn. Tvätta händerna noga med tvål och vatten.",
};

const Exchange renewalExchanges[] = {
    {"Hej! När tog du senast blodtrycket, och vad visade det?", "Hej! I söndags, 138 över 84."},
    {"Hej! Hur ofta använder du inhalatorn just nu?", "Två till tre gånger i veckan, mest efter träning."},
    {"Hej! Vilken dos tar du i dag? Det står olika i journalen och i din begäran.", "Jag tar en tablett på morgonen. Den halva på kvällen slutade jag med i våras."},
    {"Hej! Har du haft någon huvudvärk eller synpåverkan av tabletterna?", "Nej, ingenting sådant. Jag röker inte heller."},
    {"Hej! Har du några tabletter kvar i dag?", "Ja, till på söndag om jag räknar rätt."},
};
const Exchange contactExchanges[] = {
    {"Hej! Är numret du angav rätt? Vi kom till en telefonsvarare.", "Hej! Ja, det är rätt. Jag satt på bussen. Ring gärna efter klockan 15."},
    {"Hej! Är det okej att en kollega ringer, eller vill du vänta på din läkare?", "Det går bra med en kollega."},
    {"Hej! Har du fått feber eller mer ont sedan du skrev?", "Ingen feber, men det stramar lite mer än i går."},
    {"Hej! Vilken arbetsgivare ska intyget skickas till?", "Det ska bara till Försäkringskassan. Arbetsgivaren har jag pratat med själv."},
};
const Exchange changeExchanges[] = {
    {"Hej! Passar det med en tid klockan 8.15 på torsdag?", "Ja tack, det blir bra."},
    {"Hej! Vill du behålla samma behandlare, även om det dröjer längre?", "Ja, jag väntar hellre."},
    {"Hej! Gäller det bara den här tiden eller hela serien?", "Bara den här. De andra tiderna passar."},
};
const Exchange requestExchanges[] = {
    {"Hej! Har du ont även när du vilar, eller bara när du rör dig?", "Mest när jag rör mig, men på natten känns det också."},
    {"Hej! Tar du några blodförtunnande mediciner?", "Nej, bara en allergitablett på våren."},
    {"Hej! Har du gått ner i vikt utan att försöka?", "Kanske två kilo sedan i somras. Jag har ingen våg hemma."},
    {"Hej! Kan du komma med kort varsel, om vi får ett återbud?", "Ja, jag bor nära och kan vara hos er på en halvtimme."},
};
const Exchange adviceExchanges[] = {
    {"Hej! Har du feber, och i så fall hur hög?", "Hej! 37,9 i går kväll, ingen i morse."},
    {"Hej! Kan du skicka en bild i dagsljus, med ett mynt bredvid som mått?", "Jag ber min dotter om hjälp med det i kväll."},
    {"Hej! Har du några andra sjukdomar eller mediciner som vi ska känna till?", "Högt blodtryck, jag tar Enalapril. Annars är jag frisk."},
    {"Hej! Hur mycket har du druckit det senaste dygnet?", "Ungefär en och en halv liter, och jag kissar som vanligt."},
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
    "Tack så mycket för hjälpen!", "Tack, då vet jag. Jag hör av mig om det inte blir bättre.",
    "Tack för snabbt svar. En fråga till: kan jag ta Alvedon samtidigt?", "Det var skönt att höra. Tack!",
    "Tack. Jag har inte fått någon kallelse än, men jag väntar några dagar till.",
};
const char* const allRedirections[] = {
    "Ditt ärende gäller en annan mottagning. Skriv till hudmottagningen på sjukhuset, som sköter din behandling.",
    "Du är listad på en annan hälsocentral. Vänd dig dit, så har de tillgång till din journal.",
    "Tandbesvär sköts av tandvården. Ring din tandläkare eller 1177.",
    "Frågor om ditt ultraljud besvaras av kvinnokliniken.",
};

template <typename T>
T byType(const QString& type, T renewal, T contact, T change, T request, T advice)
{
    if (type == "renewal"_L1)
        return renewal;
    if (type == "contact-me"_L1)
        return contact;
    if (type == "change-booking"_L1)
        return change;
    return type == "request-booking"_L1 ? request : advice;
}

using Lines = std::span<const char* const>;
using Exchanges = std::span<const Exchange>;

} // namespace

Lines partialReplies(const QString& type)
{
    return byType<Lines>(type, renewalPartials, contactPartials, changePartials, requestPartials, advicePartials);
}

Lines finalReplies(const QString& type)
{
    return byType<Lines>(type, renewalFinals, contactFinals, changeFinals, requestFinals, adviceFinals);
}

Exchanges exchanges(const QString& type)
{
    return byType<Exchanges>(type, renewalExchanges, contactExchanges, changeExchanges, requestExchanges, adviceExchanges);
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
