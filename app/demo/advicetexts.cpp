// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/texts.h"

namespace mottaget::demo {

namespace {

using enum Whom;
using enum Span;

const Subject subjects[] = {
    {Adult, Weeks, "Hosta som inte ger sig", "Jag har hostat {sedan}. Ingen feber nu, men slem på morgonen. Ska jag komma in eller vänta?",
        "Varm dryck, näsdroppar och hostmedicin från apoteket"},
    {Adult, Days, "Fästingbett med röd ring",
        "Jag plockade en fästing från vaden. Nu är det en röd ring runt bettet, större än en "
        "femkrona. Behöver jag antibiotika?",
        "Har ritat runt ringen med en penna för att se om den växer"},
    {Adult, Days, "Svider när jag kissar",
        "Det svider när jag kissar och jag måste gå ofta. Har haft det {sedan}. Ingen feber och inte "
        "ont i ryggen.",
        "Dricker mycket och tar värktabletter"},
    {Old, Weeks, "Svullna ben på kvällarna",
        "Benen svullnar under dagen och strumporna lämnar djupa märken. Det har varit så "
        "{sedan}. Jag blir lite andfådd i trappan, men det tror jag beror på åldern.",
        "Lägger upp benen när jag ser på tv"},
    {Working, Weeks, "Eksem på händerna",
        "Händerna är röda och spruckna. Jag tvättar dem ofta på jobbet. Vilken kräm är bäst, och "
        "behöver jag recept?",
        "Mjukgörande tre gånger om dagen och en svag kortisonsalva"},
    {Adult, Days, "Halsont och vita prickar",
        "Jag har ont i halsen, vita prickar på halsmandlarna och 38,4 i feber. Ingen hosta. "
        "Behöver man ta prov?",
        "Värktabletter och halstabletter"},
    {Adult, Months, "Sömnproblem",
        "Jag har vaknat klockan tre varje natt {sedan} och kan inte somna om. Jag vill inte ha "
        "sömntabletter om det går att undvika.",
        "Inget kaffe efter lunch, ingen skärm i sängen"},
    {MidlifeWoman, Weeks, "Klimakteriebesvär",
        "Vallningarna väcker mig flera gånger per natt. Vad finns det för hjälp, och är det något ni "
        "kan skriva ut?",
        "Har läst på 1177 och provat att sova svalare"},
    {Working, Days, "Magsjuka, när får jag jobba?",
        "Jag har kräkts och haft diarré {sedan} men är bättre i dag. Jag jobbar på ett äldreboende. "
        "När får jag gå tillbaka?",
        "Vätskeersättning i små klunkar"},
    {Adult, Weeks, "Ont i hälen",
        "Det gör ont under hälen när jag tar de första stegen på morgonen. Har varit så {sedan}. "
        "Kan det vara hälsporre?",
        "Nya skor och att rulla foten på en boll"},
    {Old, Days, "Bältros?",
        "Jag har fått blåsor i ett band på ena sidan av ryggen och det bränner. Min granne säger att det är "
        "bältros. Är det för sent för tabletter?",
        "Har bara tvättat med vatten"},
    {Adult, Weeks, "Födelsemärke som ändrat sig",
        "Ett födelsemärke på axeln har blivit mörkare och har kliat {sedan}. Jag kan skicka en bild. "
        "Ska någon titta på det?",
        "Ingenting, har bara fotograferat det"},
    {Adult, Days, "Vrickad fot", "Jag trampade snett i trappan. Foten är blå och svullen men jag kan stödja på den. Behöver den röntgas?",
        "Kyla, högläge och en elastisk linda"},
    {Adult, Weeks, "Halsbränna",
        "Jag har haft halsbränna flera kvällar i veckan {sedan}. Hur länge kan man äta receptfria tabletter "
        "innan man ska söka?",
        "Omeprazol utan recept i två veckor. Det hjälper så länge jag tar dem."},
    {Old, Months, "Känner mig ostadig",
        "Jag känner mig ostadig när jag går ute och har börjat undvika att gå ut. Jag har inte ramlat. "
        "Vad kan jag göra själv?",
        "Går med stavar, och min dotter har tagit bort mattorna"},
    {Adult, Days, "Rött och varigt öga",
        "Ena ögat är rött och klibbigt på morgonen. Jag använder linser. Är det smittsamt, och ska jag ha "
        "droppar?",
        "Tvättar med kokt vatten, har slutat med linserna"},
    {Adult, Months, "Migrän allt oftare",
        "Jag har haft migrän i många år, men nu kommer den varje vecka. Tabletterna biter sämre. Finns det "
        "något förebyggande?",
        "Mörkt rum, sumatriptan och att föra dagbok"},
    {Woman, Days, "Svamp igen",
        "Jag har fått klåda och tror att det är svamp, fjärde gången i år. Ska jag behandla själv igen eller "
        "ta ett prov?",
        "Receptfri kräm och vagitorier vid de tidigare gångerna"},
    {Working, Weeks, "Ont i nacken vid skärmarbete",
        "Nacken har värkt {sedan} och jag får huvudvärk på eftermiddagarna. Kan jag boka direkt hos "
        "en fysioterapeut?",
        "Höjt skrivbordet, tar pauser och gör övningar från nätet"},
    {Working, Days, "Hur länge smittar man med covid?",
        "Jag testade positivt hemma. Jag har astma och en liten bebis hemma. Vad ska jag tänka på?",
        "Håller mig för mig själv så gott det går"},
    {Old, Weeks, "Förstoppning av värktabletterna",
        "Sedan jag började med starkare värktabletter är magen trög, ibland går det fyra dagar. Vad "
        "kan jag ta som går ihop med mina andra mediciner?",
        "Katrinplommon, mer vatten och en promenad om dagen"},
    {Adult, Months, "Sluta röka", "Jag har bestämt mig för att sluta röka efter 20 år. Vilken hjälp har ni, och vad ska man börja med?",
        "Nikotintuggummi, men då tuggade jag och rökte på samma gång"},
    {Adult, Weeks, "Vårtor under foten",
        "Jag har två vårtor under foten som gör ont när jag springer. De har funnits {sedan}. Tar ni bort sådana?",
        "Vårtmedel från apoteket i sex veckor"},
    {Child, Days, "Feber och hosta, {namn}",
        "{Barn} har haft 39 graders feber {sedan}. {Hon} dricker och leker när febern går ner. Hur länge ska vi "
        "vänta?",
        "Alvedon efter vikt och mycket vätska"},
    {Child, Days, "Vattkoppor inför flygresa", "{Namn} fick vattkoppor i går. Vi ska flyga om sex dagar. Får {hon} resa då?",
        "Klådstillande lotion från apoteket"},
    {Child, Weeks, "Eksem i armvecken", "{Barn} har eksem i armvecken som kliar på natten. Kan vi använda kortison på ett så litet barn?",
        "Mjukgörande morgon och kväll"},
    {Child, Days, "Ont i örat", "{Namn} vaknade i natt och grät av öronvärk. Nu är {hon} bättre. Behöver någon titta i örat?",
        "Högt huvudläge och Alvedon"},
    {Child, Days, "Vätska vid magsjuka",
        "{Barn} har varit magsjuk {sedan} men kissar som vanligt. Vad ska vi ge, och hur "
        "mycket?",
        "Små klunkar vätskeersättning med sked"},
};

} // namespace

std::span<const Subject> adviceSubjects()
{
    return subjects;
}

} // namespace mottaget::demo
