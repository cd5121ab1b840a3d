// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/texts.h"

namespace mottaget::demo {

namespace {

using enum Whom;
using enum Span;

const Subject subjects[] = {
    {Adult, Months, "Ont i knät", "Höger knä har värkt {sedan} och det knäpper när jag går i trappor. Jag vill få det undersökt.",
        "Fysioterapeut i första hand"},
    {Old, None, "Årskontroll av diabetes",
        "Det är dags för min årskontroll. Jag skulle vilja ta proverna veckan innan så att svaren "
        "finns när jag kommer.",
        "Diabetessköterskan"},
    {Adult, Weeks, "Ta bort en fettknöl",
        "Jag har en knöl på ryggen som skaver mot ryggsäcken. Den har vuxit {sedan}. Vill att en läkare "
        "tittar på den.",
        "Ingen särskild"},
    {Adult, Weeks, "Andfådd när jag cyklar",
        "Jag har {sedan} blivit andfådd på ett sätt som jag inte varit förut. Det piper ibland. Min mamma har astma.", "Läkare"},
    {Woman, None, "Tid för spiral", "Jag vill byta min kopparspiral, den har suttit i fem år. Det går bra med en tid efter den tionde.",
        "Barnmorskan Karin, om det går"},
    {Adult, Months, "Trött hela tiden", "Jag har varit ovanligt trött {sedan} och vill ta prover. Jag äter och sover som vanligt.",
        "Spelar ingen roll"},
    {Old, Weeks, "Vaxpropp", "Jag hör dåligt på vänster öra och tror att det är en vaxpropp igen. Det löste sig med spolning förra gången.",
        "Sjuksköterska"},
    {Adult, None, "Blodtryckskontroll",
        "Jag har ätit samma blodtrycksmedicin i flera år utan kontroll. Vill ha en tid för blodtryck och prover.", "Distriktssköterskan"},
    {Working, Weeks, "Stelt och ont i axeln",
        "Jag kan inte lyfta armen över axelhöjd. Det kom smygande {nar}. Jag är snickare så det går ut över jobbet.",
        "Fysioterapeut eller läkare"},
    {Woman, Weeks, "Knöl i bröstet",
        "Jag har känt en liten knöl i vänster bröst {sedan}. Den rör sig under fingret. Jag är orolig och vill ha en tid så "
        "snart det går.",
        "Gärna en kvinnlig läkare"},
    {Adult, Months, "Återkommande huvudvärk",
        "Jag har haft huvudvärk tre till fyra dagar i veckan {sedan}. Synen är kontrollerad och det var inget fel på den.", "Läkare"},
    {Old, Months, "Minnet sviktar",
        "Mina barn tycker att jag glömmer mer än förr. Jag vill göra ett minnestest. Min dotter kommer gärna med.", "Min vanliga läkare"},
    {Working, None, "Hälsokontroll inför jobb till sjöss",
        "Jag behöver ett sjömansintyg till min nya anställning. Blanketten har jag fått av rederiet.",
        "Läkare som får skriva sådana intyg"},
    {Adult, Weeks, "Utslag i ansiktet",
        "Jag har fått röda utslag på kinderna som hettar, mest efter värme och vin. De har varit där {sedan}.", "Ingen särskild"},
    {Working, Months, "Samtal om stress",
        "Jag har haft hjärtklappning och svårt att koncentrera mig {sedan}. På jobbet har det varit omorganisation. Vill "
        "träffa någon innan det blir värre.",
        "Psykolog"},
    {Old, Weeks, "Sår på benet som inte läker",
        "Jag har haft ett sår på smalbenet {sedan}. Hemtjänsten lägger om det men det blir inte mindre.", "Distriktssköterska"},
    {Adult, None, "Ta stygn", "Jag syddes på akuten i tummen. Stygnen ska tas efter tio dagar, det blir på torsdag nästa vecka.",
        "Sjuksköterska"},
    {Working, Months, "Domningar i fingrarna",
        "Pekfinger och långfinger har domnat på nätterna {sedan}. Jag får skaka liv i handen. Jag arbetar i kassa.",
        "Läkare eller arbetsterapeut"},
    {Woman, None, "Inskrivning i mödravården",
        "Jag är gravid, ungefär i vecka sju, och vill boka ett första besök. Det är mitt andra barn.", "Barnmorska"},
    {Adult, Weeks, "Blod på pappret",
        "Jag har sett lite blod på toalettpappret {sedan}. Jag tror att det är hemorrojder men vill vara säker.", "Läkare, gärna en man"},
    {Adult, Months, "Snarkar och är trött på dagen",
        "Min sambo säger att jag slutar andas på natten. Jag somnar framför tv:n. Kan ni göra en "
        "sömnutredning?",
        "Ingen särskild"},
    {Old, None, "Vaccination mot pneumokocker",
        "Jag fyllde 66 och vill ha vaccinet mot lunginflammation. Kan det ges samma dag som "
        "influensasprutan?",
        "Vaccinationsmottagningen"},
    {Working, Months, "Rehab efter korsbandsoperation",
        "Jag opererades i korsbandet {nar} och sjukhuset har skrivit att jag ska fortsätta träna hos er.", "Fysioterapeut"},
    {Child, Weeks, "Kissar på sig på natten",
        "{Barn} kissar fortfarande i sängen de flesta nätter. Vi vill ha en tid för att få råd, och kanske ett larm.",
        "Någon som är van vid barn"},
    {Child, Months, "Återkommande halsfluss",
        "{Namn} har haft halsfluss fyra gånger sedan i våras. Vi undrar om halsmandlarna ska tas bort.", "Läkare"},
    {Child, Weeks, "Astmakontroll",
        "{Barn} hostar på natten trots medicin. Vi vill ha en tid för kontroll och för att se att {hon} andas in rätt.", "Astmasköterskan"},
    {Child, None, "Hälsokontroll, ny i Sverige",
        "Vi flyttade hit i somras. {Namn} behöver gå igenom vaccinationerna. Vi har ett vaccinationskort med oss.", "Sjuksköterska"},
    {Child, Weeks, "Ont i foten vid fotboll",
        "{Namn} har haft ont i hälen efter träning {sedan}. {Hon} haltar ibland. Vi vill få det undersökt.", "Fysioterapeut"},
};

} // namespace

std::span<const Subject> requestSubjects()
{
    return subjects;
}

} // namespace mottaget::demo
