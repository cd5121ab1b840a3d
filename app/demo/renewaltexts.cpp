// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/texts.h"

namespace mottaget::demo {

namespace {

using enum Whom;

const Medicine all[] = {
    {Adult, "Metoprolol", "50 mg", "depottablett", "1 tablett på morgonen", "Högt blodtryck"},
    {Adult, "Enalapril", "10 mg", "tablett", "1 tablett på morgonen", "Högt blodtryck"},
    {Adult, "Amlodipin", "5 mg", "tablett", "1 tablett på morgonen", "Blodtrycket"},
    {Adult, "Levaxin", "0,10 mg", "tablett", "1 tablett på fastande mage", "Låg ämnesomsättning"},
    {Adult, "Levaxin", "75 mikrogram", "tablett", "1 tablett varje morgon, 2 på söndagar", "Sköldkörteln"},
    {Adult, "Omeprazol", "20 mg", "enterokapsel", "1 kapsel före frukost", "Halsbränna"},
    {Old, "Metformin", "500 mg", "tablett", "2 tabletter till frukost och 2 till middag", "Diabetes typ 2"},
    {Old, "Atorvastatin", "20 mg", "tablett", "1 tablett till kvällen", "Höga blodfetter"},
    {Old, "Furix", "40 mg", "tablett", "1 tablett på morgonen", "Vätska i benen"},
    {Old, "Eliquis", "5 mg", "tablett", "1 tablett morgon och kväll", "Förmaksflimmer"},
    {Old, "Trombyl", "75 mg", "tablett", "1 tablett dagligen", "Efter hjärtinfarkt"},
    {Adult, "Sertralin", "50 mg", "tablett", "1 tablett på morgonen", "Ångest"},
    {Adult, "Escitalopram", "10 mg", "tablett", "1 tablett dagligen", "Depression"},
    {Adult, "Mirtazapin", "15 mg", "munsönderfallande tablett", "1 tablett till natten", "Sömn och nedstämdhet"},
    {Adult, "Propavan", "25 mg", "tablett", "1 tablett till natten vid behov", "Svårt att sova"},
    {Adult, "Bricanyl Turbuhaler", "0,5 mg/dos", "inhalationspulver", "1–2 doser vid behov", "Astma"},
    {Adult, "Symbicort Turbuhaler", "160/4,5 mikrogram", "inhalationspulver", "1 inhalation morgon och kväll", "Astma"},
    {Old, "Spiriva Respimat", "2,5 mikrogram", "inhalationsvätska", "2 puffar på morgonen", "KOL"},
    {Adult, "Desloratadin", "5 mg", "tablett", "1 tablett vid behov", "Allergi"},
    {Adult, "Naproxen", "500 mg", "tablett", "1 tablett morgon och kväll vid behov", "Ont i ryggen"},
    {Old, "Alvedon", "665 mg", "tablett med modifierad frisättning", "2 tabletter tre gånger om dagen", "Artros"},
    {Woman, "Neovletta", "150/30 mikrogram", "tablett", "1 tablett dagligen enligt kartan", "Preventivmedel"},
    {Woman, "Cerazette", "75 mikrogram", "tablett", "1 tablett dagligen", "Preventivmedel"},
    {MidlifeWoman, "Vagifem", "10 mikrogram", "vaginaltablett", "1 två gånger i veckan", "Torra slemhinnor"},
    {Adult, "Sumatriptan", "50 mg", "tablett", "1 tablett vid anfall", "Migrän"},
    {Old, "Kaleorid", "750 mg", "depottablett", "1 tablett morgon och kväll", "Lågt kalium"},
    {Adult, "Betnovat", "0,1 %", "kräm", "Tunt lager en gång om dagen vid skov", "Eksem"},
    {Adult, "Kandesartan", "16 mg", "tablett", "1 tablett på morgonen", "Högt blodtryck"},
    {Old, "Behepan", "1 mg", "tablett", "1 tablett dagligen", "Brist på B12"},
    {Old, "Folacin", "5 mg", "tablett", "1 tablett dagligen", "Folsyrabrist"},
    {Adult, "Allopurinol", "100 mg", "tablett", "2 tabletter dagligen", "Gikt"},
    {Child, "Aerius", "0,5 mg/ml", "oral lösning", "5 ml en gång om dagen", "Pollenallergi"},
    {Child, "Bricanyl Turbuhaler", "0,25 mg/dos", "inhalationspulver", "1 dos vid behov", "Astma"},
    {Child, "Flutide", "50 mikrogram/dos", "inhalationsspray", "1 puff morgon och kväll", "Astma"},
    {Child, "Mildison Lipid", "1 %", "kräm", "Tunt lager på kvällen vid behov", "Eksem"},
    {Child, "Movicol Junior", "6,9 g", "pulver till oral lösning", "1 dospåse om dagen", "Trög mage"},
    {Child, "Melatonin", "2 mg", "tablett", "1 tablett en timme före läggdags", "Sömn"},
};

const char* const words[] = {
    "Nej, allt är som förut. Jag mår bra av medicinen.",
    "Jag har flyttat, så gärna till apoteket i centrum.",
    "Tabletterna tar slut på fredag. Vore tacksam om det gick före helgen.",
    "Jag har gått ner sex kilo sedan i våras och undrar om dosen fortfarande är rätt.",
    "Ingen förändring. Senaste kontrollen hos er var i maj.",
    "Apoteket säger att receptet har gått ut, fast jag trodde att det fanns ett uttag kvar.",
    "Jag tar den bara ibland nu, kanske två gånger i veckan.",
    "Jag bytte fabrikat förra gången och fick lite ont i magen. Annars inget.",
    "Jag ska resa bort i sex veckor och behöver så att det räcker.",
    "Jag glömmer ibland kvällsdosen. Finns det något man tar en gång om dagen?",
    "Allt är bra. Jag tar gärna prover om det behövs.",
    "Nej, inget nytt. Jag har en tid hos er i januari.",
    "Min make hämtar åt mig, därför vill jag att allt blir klart samtidigt.",
    "Jag fick en ny medicin på sjukhuset i höst. Den står inte med här, men jag fortsätter med den.",
    "Jag har provat att hoppa över några dagar, men då kom besvären tillbaka.",
    "Den hjälper fint. Fråga gärna om ni undrar något.",
    "Jag blir lite torr i munnen. Det går att leva med.",
    "Sist skrevs en för liten förpackning ut. Kan ni skriva för tre månader?",
    "Mitt blodtryck har varit lägre än vanligt på sistone.",
    "Doktorn sa förra året att vi kanske skulle minska dosen. Det har vi inte pratat om sedan dess.",
    "Inga nyheter. Jag har kvar till mitten av nästa vecka.",
    "Jag har börjat träna och mår bättre, men vågar inte sluta på egen hand.",
};

const char* const measured[] = {
    "Blodtryck 132/78 i morse, sittande.",
    "Vikt 71 kg, samma som i våras.",
    "Nej, jag har ingen mätare hemma.",
    "142/86 på kvällen, 136/82 på morgonen.",
    "Blodsocker 6,8 före frukost.",
    "Pulsen ligger runt 64 i vila.",
    "PEF 420 när jag mår bra, 350 när jag är förkyld.",
    "Nej.",
    "128/80 hos er i maj, inget därefter.",
    "Blodsocker mellan 7 och 9 de flesta morgnar.",
    "Vikt 84 kg, två kilo mindre än sist.",
    "155/90, mätt tre dagar i rad.",
};

const char* const remaining[] = {
    "Till på fredag",
    "Ungefär två veckor",
    "Slut sedan i går",
    "10 tabletter",
    "Knappt en karta",
    "En månad",
    "Till nästa onsdag",
    "Fyra dagar",
    "Halva förpackningen",
    "Vet inte riktigt, kanske en vecka",
};

} // namespace

std::span<const Medicine> medicines()
{
    return all;
}

std::span<const char* const> renewalWords()
{
    return words;
}

std::span<const char* const> measurements()
{
    return measured;
}

std::span<const char* const> remainders()
{
    return remaining;
}

} // namespace mottaget::demo
