// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/texts.h"

namespace mottaget::demo {

namespace {

using enum Whom;
using enum Span;

// about: the booking; main: why; second: whom the booking is with.
const Subject subjects[] = {
    {Working, None, "Blodtryckskontroll", "Jag har fått en kurs på jobbet den dagen och kommer inte ifrån.", "Distriktssköterska"},
    {Adult, None, "Läkarbesök om magen", "Besvären har gått över sedan jag slutade med värktabletterna. Ge tiden till någon annan.",
        "Läkare"},
    {Adult, None, "Fysioterapi för axeln", "Jag är förkyld med feber och vill inte smitta någon.", "Fysioterapeut"},
    {Old, None, "Årskontroll av diabetes", "Färdtjänsten kan inte hämta mig så tidigt på morgonen. En tid efter klockan tio vore bra.",
        "Diabetessköterska"},
    {Woman, None, "Besök hos barnmorska", "Det krockar med ultraljudet på sjukhuset, som de har flyttat.", "Barnmorska"},
    {Working, None, "Samtal hos psykolog", "Jag behöver vara hemma med sjukt barn. Jag vill gärna ha kvar min plats i behandlingen.",
        "Psykolog"},
    {Adult, None, "Provtagning före läkarbesök", "Läkarbesöket är flyttat, så provtagningen behöver också flyttas till veckan innan.",
        "Laboratoriet"},
    {Old, None, "Vaccination mot influensa", "Jag fick sprutan på apoteket i lördags och behöver inte tiden.", "Vaccinationsmottagningen"},
    {Adult, None, "Borttagning av födelsemärke", "Jag flyger bort samma vecka och får inte bada efteråt. Kan det bli efter resan?",
        "Läkare"},
    {Working, None, "Uppföljning av sjukskrivning", "Försäkringskassan har kallat till avstämning på samma tid.", "Läkare"},
    {Old, None, "Omläggning av bensår", "Min hemsjukvård tar över omläggningarna från nästa vecka, så tiderna hos er kan tas bort.",
        "Distriktssköterska"},
    {Adult, None, "Spirometri", "Jag glömde att man inte får ta sin medicin innan, och har redan tagit den. Det är bättre med en ny dag.",
        "Astmasköterska"},
    {Adult, None, "Körkortsintyg", "Optikern har inte skickat synintyget än, och utan det är besöket bortkastat.", "Läkare"},
    {Woman, None, "Cellprov", "Jag har mens den dagen. Alla tider om två veckor passar.", "Barnmorska"},
    {Working, None, "Telefontid med läkare", "Jag sitter i ett möte då. En tid före åtta eller efter sexton vore perfekt.", "Läkare"},
    {Adult, None, "Gruppträff om artros", "Jag kan bara komma på tisdagar och vill byta till nästa grupp.", "Fysioterapeut"},
    {Old, None, "Hörselkontroll och vaxpropp", "Proppen har lossnat av dropparna. Jag hör bra igen.", "Sjuksköterska"},
    {Working, None, "24-timmars blodtryck", "Jag tävlar den helgen och vill inte ha mätaren på då.", "Sjuksköterska"},
    {Adult, None, "Samtal om prover", "Jag åker till fjällstugan utan täckning. Det går lika bra att skriva svaret här.", "Läkare"},
    {Old, None, "Läkemedelsgenomgång", "Min son vill vara med, och han kan först veckan efter.", "Läkare och sjuksköterska"},
    {Adult, None, "Handbedömning", "Jag har fått tid hos handkirurgen tidigare än väntat, så den här behövs inte.", "Arbetsterapeut"},
    {Adult, None, "Besök för eksem", "Huden är nästan läkt nu. Jag hör av mig om det kommer tillbaka.", "Läkare"},
    {Adult, None, "EKG och läkarbesök", "Jag har inte bil den dagen och bussen går inte tillräckligt tidigt.", "Läkare"},
    {Child, None, "Astmakontroll för {namn}", "{Namn} har nationellt prov i skolan den förmiddagen.", "Astmasköterska"},
    {Child, None, "Vaccination av {namn}", "{Barn} är snuvig och har lite feber, så vi vågar inte komma.", "Sjuksköterska"},
    {Child, None, "Läkarbesök för {namn}", "Vi har bara varannan vecka, och den veckan är {hon} hos sin andra förälder.", "Läkare"},
    {Child, None, "Samtal om sömn", "{Namn} sover bättre nu. Vi avstår från tiden och hör av oss om det ändrar sig.", "Psykolog"},
    {Child, None, "Kontroll av öronen", "Vi är bortresta på lov. Gärna en tid veckan efter.", "Läkare"},
};

} // namespace

std::span<const Subject> changeSubjects()
{
    return subjects;
}

} // namespace mottaget::demo
