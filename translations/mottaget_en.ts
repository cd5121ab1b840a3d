<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="sv_SE">
<context>
    <name>mottaget::app::Composition</name>
    <message>
        <source>Mappen %1 kan inte användas för demon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demoregionen startade inte: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloggningsfilen kan inte läsas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filerna är inte förseglade än: bara en region på den här datorn kan användas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datamappen innehåller något annat och är inte märkt DEMO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mottaget är redan igång med samma datamapp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filerna är skrivna av en nyare version av Mottaget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filerna i datamappen kan inte öppnas. Inget har ändrats i dem.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ActionPanel</name>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avbryt (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter bekräftar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::AssignPanel</name>
    <message>
        <source>Fördela ärendet</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fördela ärendet för %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sök kollega</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sök på namn eller titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kollegor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hämtar kollegor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kollegorna kunde inte hämtas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen kollega kan ta emot ärenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen kollega med det namnet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::BannerTexts</name>
    <message>
        <source>Personnummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annat id-nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samordningsnr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservnr (NRID)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservnr (Stockholm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservnr (VGR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservnr (Värmland)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservnr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Född</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cirka %2 år, ålder enligt numret</source>
        <extracomment>%1 is a year, %2 a number of years. The number tells only about when the person was born.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, ålder enligt numret</source>
        <extracomment>%1 is a date, %2 an age in words; both come from the identity number alone.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kön</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kvinna</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kvinna, enligt numret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Man, enligt numret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skyddad folkbokföring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sekretessmarkering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avliden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolk: %1</source>
        <extracomment>%1 is the language of an interpreter.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vårdnadshavare skriver</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CaseActions</name>
    <message>
        <source>Svara</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fördela…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lägg tillbaka i enhetens inkorg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Påbörja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intern notering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sätt prioritet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rättelse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hänvisa…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återta på invånarens begäran…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avsluta…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återuppta…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ångra senaste åtgärden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what a key does, %2 the key.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inget ärende är öppet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen åtgärd väntar på att skickas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CaseHeading</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the type of a case, %2 what it is about.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fler ▾</source>
        <extracomment>Button that opens the menu with the rest of the actions.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fler åtgärder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fler åtgärder (Alt+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidopanel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa sidopanelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa sidopanelen (Alt+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendenummer %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CaseListPane</name>
    <message>
        <source>Sök i listan: namn, nummer, ärende ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sök i listan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Att göra nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mina</source>
        <extracomment>The list of my own cases</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otilldelade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Väntar på svar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alla öppna</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avslutade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta bort filtret %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa bara %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ärende(n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 av %2, mest angeläget först</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inget ärende här passar sökningen eller filtret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inte hämtat än. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inget väntar. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ny(a)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ordningen har ändrats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa det nya i listan ( . )</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CasePane</name>
    <message>
        <source>Ärende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hämtar ärendet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Försök hämta ärendet igen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::Changes</name>
    <message>
        <source>Invånaren har skrivit ett nytt meddelande, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 har skickat %2, %3.</source>
        <extracomment>%1 a name, %2 the kind of a message in lower case, %3 a time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En kollega</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet har lagts tillbaka i enhetens inkorg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 har nu ärendet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet är nu %1.</source>
        <extracomment>%1 is a state of a case in lower case.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ClosePanel</name>
    <message>
        <source>Avsluta ärendet</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avsluta ärendet för %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vad ärendet ledde till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalförd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Välj vad ärendet ledde till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Välj om ärendet är journalfört.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CommandPalette</name>
    <message>
        <source>Sök patient, ärende eller kommando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Träffar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::Composer</name>
    <message>
        <source>Svar till invånaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text till invånaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jag har sett det</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jag har sett ändringen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 the kind of a message, %2 its keys.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan läsas av:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utkast sparat %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utkastet kunde inte sparas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv till %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter skickar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ComposerStates</name>
    <message>
        <source>Vem ärendet gäller har inte hämtats än. Det går att skriva men inte att skicka.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka till %1</source>
        <extracomment>Button; %1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka när nätet är tillbaka, %1</source>
        <extracomment>Button; %1 is the patient&apos;s name. There is no network now.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ContextPane</name>
    <message>
        <source>Mer om ärendet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast vårdkontakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bokning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalförd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dina åtgärder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mer om patienten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inga andra öppna ärenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa andra öppna ärenden (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kräver att rätten att se dem följer med inloggningen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ångra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ångra %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ångra (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Försök igen: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ContextTexts</name>
    <message>
        <source>%1, utlovat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>klart %1</source>
        <extracomment>%1 is when a promise was kept.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>väntar på att skickas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avslutat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vilar, väntar på invånaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>försenat, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öppnat av legitimerad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inte än</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicinsk bedömning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Väljs när ärendet avslutas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hämtat %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::IdentityLabel</name>
    <message>
        <source>Kopiera numret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiera %1 (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::KeySheet</name>
    <message>
        <source>Tangenter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flytta i listan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öppna ärendet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tillbaka till listan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka svaret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motfråga, slutsvar, delsvar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::MainWindow</name>
    <message>
        <source>Gå till %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sök patient, ärende eller kommando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synka nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa egna åtgärder som inte är bekräftade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sök i listan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa tangenter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa det nya i listan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ångra det senaste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öppna föregående ärende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öppna nästa ärende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ljust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mörkt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hög kontrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Täta rader</source>
        <extracomment>Spacing of the rows in the list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normala rader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luftiga rader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: gick inte. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det går inte att ångra längre: åtgärden är redan på väg.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::PatientBanner</name>
    <message>
        <source>Patient: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa namn och personnummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kräver särskild behörighet från inloggningen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::PriorityPanel</name>
    <message>
        <source>Sätt prioritet</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sätt prioritet för %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prioritet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varför</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varför, blir en intern notering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet har redan prioriteten: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::QueuePage</name>
    <message>
        <source>Egna åtgärder som inte är bekräftade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tillbaka till listan (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kön kan inte läsas just nu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allt är bekräftat av servern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serverns ord: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nästa försök %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta tillbaka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öppna ärendet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ReaderRules</name>
    <message>
        <source>invånaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vem det är har inte hämtats än.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invånaren (skyddade personuppgifter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patienten är registrerad som avliden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åldern saknas; om vårdnadshavaren kan läsa är inte känt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barnet har fyllt 13 år: vårdnadshavaren kan inte längre läsa svaret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Svaret går bara till den unge.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::RenewalTable</name>
    <message>
        <source>Läkemedel att förnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Läkemedel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dosering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kvar hemma</source>
        <extracomment>What is left of a medicine at the resident&apos;s home.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>För: %1</source>
        <extracomment>%1 is what a medicine is taken for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beslutad</source>
        <extracomment>A medicine line that somebody has decided on.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::RowWords</name>
    <message>
        <source>försenat sedan %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>försenat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senast i dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>före %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i morgon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Förnya recept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontakta mig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Av- eller omboka tid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beställ tid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rådgivning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>särskild behörighet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patienten är inte hämtad än</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vårdnadshavare skriver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tolk: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>du</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nytt svar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inte fördelat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hos %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::Sentences</name>
    <message>
        <source>sparad här</source>
        <extracomment>State of an own action: durable on this computer, not sent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skickas</source>
        <extracomment>State of an own action: on its way to the server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bekräftas</source>
        <extracomment>State of an own action: sent, the answer was lost, being confirmed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skickad</source>
        <extracomment>State of an own action: the server has it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>att åtgärda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avvisad</source>
        <extracomment>State of an own action: the server or a rule refused it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ärendet har ändrats av någon annan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ärendet är redan besvarat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>servern tog inte emot den</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behörighet saknas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ärendet finns inte kvar på servern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ärendet tillåter det inte längre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Din roll vid enheten tillåter det inte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det kräver en annan yrkesroll.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet är tilldelat någon annan. Det behöver först tas av dig eller fördelas till dig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det går inte när ärendet är: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet har redan ett slutsvar. En ändring skickas som rättelse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet är avslutat. Skicka en rättelse eller återuppta ärendet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv något först.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En plats i mallen är inte ifylld, till exempel [datum] eller XX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Välj vad ärendet ledde till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Välj vem som ska ha ärendet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det är redan så.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv varför.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet hör till en annan enhet än ditt uppdrag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet finns inte här. Det kan ha flyttats till en annan enhet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet får inte visas för dig, eller så kunde öppningen inte loggas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datorns disk tog inte emot det. Ingenting är gjort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det är redan på väg och kan inte ångras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vem du är har inte hämtats än. Det går så snart nätet har svarat en gång.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet ändrades just. Ingenting är skickat. Se ändringen och försök igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparad här %1, skickas strax</source>
        <extracomment>Where an own message stands; %1 is a time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparad här %1, skickas när nätet är tillbaka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparad här %1, skickas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparad här %1, bekräftas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>att åtgärda: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avvisad: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skickad %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skickad %1, mottagen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skickad %1, läst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skickad %1, läst %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inkommet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fördelat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pågående</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Väntar på invånaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Väntar på förskrivare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Väntar på kollega</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Väntar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besvarat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avslutat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hänvisat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återtaget</source>
        <extracomment>State of a case: taken back on the resident&apos;s word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, otilldelat</source>
        <extracomment>%1 is the state of the case; nobody has taken it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hos dig</source>
        <extracomment>%1 is the state of the case; the reader has it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hos %2</source>
        <extracomment>%1 is the state of the case, %2 the name of the colleague who has it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en kollega</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>Priority of a case, the ordinary one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skyndsam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snarast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omedelbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ja</source>
        <extracomment>Answer to: is the case entered in the journal?</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nej</source>
        <extracomment>Answer to: is the case entered in the journal?</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ej aktuellt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delsvar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slutsvar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motfråga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rättelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meddelande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tid bokad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uppringd</source>
        <extracomment>Outcome of a case: the resident was called by telephone.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hänvisad</source>
        <extracomment>Outcome of a case: the resident was referred to another unit.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dubblett</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ej nådd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annat</source>
        <extracomment>Outcome of a case: something else.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Första svar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inom 1 vardag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inom %1 vardagar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inom 1 timme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inom %1 timmar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inom 1 dygn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inom %1 dygn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta</source>
        <extracomment>Button: make the case one&apos;s own.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fördela</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Påbörja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka delsvar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka motfråga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka slutsvar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka rättelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv intern notering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sätt prioritet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hänvisa</source>
        <extracomment>Button: refer the resident to another unit.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avsluta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återta</source>
        <extracomment>Button: end the case because the resident takes it back.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återuppta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilldelning till dig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fördelning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Påbörjande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intern notering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny prioritet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avslut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återtagande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återupptagande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utlovad tid för första svar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utlovad tid för slutsvar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oläst svar från invånaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inte öppnat av legitimerad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prioritet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Väntetid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Väntar på någon annan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besvarat, ska avslutas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patienten själv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vårdnadshavare (skyddad uppgift)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vårdnadshavare, namn saknas</source>
        <extracomment>%1 is the name of the guardian who wrote for a child.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vårdnadshavare %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mottagningen</source>
        <extracomment>Who sent the case: the clinic itself.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inte hämtat än</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient som inte är hämtad än</source>
        <extracomment>Stands for a name: &quot;Avsluta ärendet för patient som inte är hämtad än&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person med skyddade uppgifter</source>
        <extracomment>Stands for a name: &quot;Skicka till person med skyddade uppgifter&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient utan namn</source>
        <extracomment>Stands for a name: &quot;Skicka till patient utan namn&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amhariska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arabiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bosniska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tyska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engelska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spanska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>persiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meänkieli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>franska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kroatiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kurmanji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kurdiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dari</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pashto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>romska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ryska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nordsamiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teckenspråk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sydsamiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lulesamiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somaliska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serbiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>svenskt teckenspråk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thailändska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tigrinska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turkiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ukrainska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vietnamesiska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kinesiska</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::SyncSentence</name>
    <message>
        <source>Utan nät, senast synkad %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inte hämtat än</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Hämtar ärenden, %n här</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Synkad %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hämtar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utan nät sedan %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logga in igen för att synka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nätet kräver inloggning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anslutningen till regionen kan inte verifieras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servern ber oss vänta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allt kunde inte hämtas, senast hela %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allt kunde inte hämtas</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n väntar på att skickas</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n att åtgärda</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mottaget::ui::TextPanel</name>
    <message>
        <source>Intern notering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rättelse till invånaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hänvisa till annan enhet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återta på invånarens begäran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återuppta ärendet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visas inte på 1177, men kan begäras ut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skickas som ett nytt meddelande. Det som redan är skickat står kvar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invånaren läser texten. Ärendet avslutas hos den här enheten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ärendet avslutas utan svar. Det går inte att göra ogjort när det har skickats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ett nytt ärende skapas och knyts till det avslutade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vart invånaren ska vända sig och varför</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varför, kan lämnas tomt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spara notering för %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skicka rättelse till %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hänvisa %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återta ärendet för %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Återuppta ärendet för %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ThreadCards</name>
    <message>
        <source>Inget svar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilagor: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formuläret är tomt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ThreadItems</name>
    <message>
        <source>Mottagningen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invånaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vårdnadshavare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vårdnadshavare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bokning det gäller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Önskar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avboka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omboka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Önskade tider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nås på telefon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skyddad uppgift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nås helst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the kind of a message (Slutsvar), %2 the name of its writer.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öppnat av legitimerad %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicinskt bedömt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hänvisat: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avslutat %1: %2. Journalförd: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intern notering. Visas inte på 1177, kan begäras ut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vad andra gör visas inte utan nät</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ThreadView</name>
    <message>
        <source>Ärendets tråd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::Times</name>
    <message>
        <source>mån</source>
        <extracomment>Short names of the weekdays, as before a date.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lör</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sön</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i dag %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i morgon %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i går %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dagar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 månad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 månader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 år</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::TopBar</name>
    <message>
        <source>Sök patient, ärende eller kommando  (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa egna åtgärder som inte är bekräftade (G Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utseende och inställningar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mottaget::ui::UndoBar</name>
    <message>
        <source>Ångra (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: sparat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: sparat.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
