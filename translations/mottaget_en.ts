<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="sv_SE">
<context>
    <name>mottaget::app::Composition</name>
    <message>
        <source>Mappen %1 kan inte användas för demon.</source>
        <translation>The folder %1 cannot be used for the demo.</translation>
    </message>
    <message>
        <source>Demoregionen startade inte: %1</source>
        <translation>The demo region did not start: %1</translation>
    </message>
    <message>
        <source>Inloggningsfilen kan inte läsas.</source>
        <translation>The sign-in file cannot be read.</translation>
    </message>
    <message>
        <source>Regionens återställningsnyckel kan inte läsas: %1</source>
        <translation>The region&apos;s recovery key can&apos;t be read: %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ActionPanel</name>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <translation>%1 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Avbryt (Esc)</source>
        <translation>Cancel (Esc)</translation>
    </message>
    <message>
        <source>Ctrl+Enter bekräftar</source>
        <translation>Ctrl+Enter confirms</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::AssignPanel</name>
    <message>
        <source>Fördela ärendet</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation>Assign the case</translation>
    </message>
    <message>
        <source>Fördela ärendet för %1</source>
        <translation>Assign the case of %1</translation>
    </message>
    <message>
        <source>Sök kollega</source>
        <translation>Find a colleague</translation>
    </message>
    <message>
        <source>Sök på namn eller titel</source>
        <translation>Search by name or title</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Kollegor</source>
        <translation>Colleagues</translation>
    </message>
    <message>
        <source>Hämtar kollegor</source>
        <translation>Fetching colleagues</translation>
    </message>
    <message>
        <source>Kollegorna kunde inte hämtas</source>
        <translation>Colleagues could not be fetched</translation>
    </message>
    <message>
        <source>Ingen kollega kan ta emot ärenden</source>
        <translation>No colleague can receive cases</translation>
    </message>
    <message>
        <source>Ingen kollega med det namnet</source>
        <translation>No colleague by that name</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::BannerTexts</name>
    <message>
        <source>Personnummer</source>
        <translation>Personal identity number</translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Annat id-nummer</source>
        <translation>Other identity number</translation>
    </message>
    <message>
        <source>Samordningsnr</source>
        <translation>Coordination no.</translation>
    </message>
    <message>
        <source>Reservnr (NRID)</source>
        <translation>Reserve no. (NRID)</translation>
    </message>
    <message>
        <source>Reservnr (Stockholm)</source>
        <translation>Reserve no. (Stockholm)</translation>
    </message>
    <message>
        <source>Reservnr (VGR)</source>
        <translation>Reserve no. (VGR)</translation>
    </message>
    <message>
        <source>Reservnr (Värmland)</source>
        <translation>Reserve no. (Värmland)</translation>
    </message>
    <message>
        <source>Reservnr</source>
        <translation>Reserve no.</translation>
    </message>
    <message>
        <source>Född</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>%1, cirka %2 år, ålder enligt numret</source>
        <extracomment>%1 is a year, %2 a number of years. The number tells only about when the person was born.</extracomment>
        <translation>%1, about %2 years, age by the number</translation>
    </message>
    <message>
        <source>%1, %2, ålder enligt numret</source>
        <extracomment>%1 is a date, %2 an age in words; both come from the identity number alone.</extracomment>
        <translation>%1, %2, age by the number</translation>
    </message>
    <message>
        <source>Kön</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Kvinna</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Kvinna, enligt numret</source>
        <translation>Female, by the number</translation>
    </message>
    <message>
        <source>Man, enligt numret</source>
        <translation>Male, by the number</translation>
    </message>
    <message>
        <source>Skyddad folkbokföring</source>
        <translation>Protected registration</translation>
    </message>
    <message>
        <source>Sekretessmarkering</source>
        <translation>Confidentiality mark</translation>
    </message>
    <message>
        <source>Avliden</source>
        <translation>Deceased</translation>
    </message>
    <message>
        <source>Tolk: %1</source>
        <extracomment>%1 is the language of an interpreter.</extracomment>
        <translation>Interpreter: %1</translation>
    </message>
    <message>
        <source>Vårdnadshavare skriver</source>
        <translation>A guardian writes</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CaseActions</name>
    <message>
        <source>Svara</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Ta</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Fördela…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>Lägg tillbaka i enhetens inkorg</source>
        <translation>Put back in the unit&apos;s inbox</translation>
    </message>
    <message>
        <source>Påbörja</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Intern notering…</source>
        <translation>Internal note…</translation>
    </message>
    <message>
        <source>Sätt prioritet…</source>
        <translation>Set priority…</translation>
    </message>
    <message>
        <source>Rättelse…</source>
        <translation>Correction…</translation>
    </message>
    <message>
        <source>Hänvisa…</source>
        <translation>Refer…</translation>
    </message>
    <message>
        <source>Återta på invånarens begäran…</source>
        <translation>Withdraw at the resident&apos;s request…</translation>
    </message>
    <message>
        <source>Avsluta…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>Återuppta…</source>
        <translation>Reopen…</translation>
    </message>
    <message>
        <source>Ångra senaste åtgärden</source>
        <translation>Undo the last action</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what a key does, %2 the key.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Inget ärende är öppet.</source>
        <translation>No case is open.</translation>
    </message>
    <message>
        <source>Ingen åtgärd väntar på att skickas.</source>
        <translation>No action is waiting to be sent.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CaseHeading</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the type of a case, %2 what it is about.
----------
%1 is what somebody did (Slutsvar), %2 where it stands.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Fler ▾</source>
        <extracomment>Button that opens the menu with the rest of the actions.</extracomment>
        <translation>More ▾</translation>
    </message>
    <message>
        <source>Fler åtgärder</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Fler åtgärder (Alt+M)</source>
        <translation>More actions (Alt+M)</translation>
    </message>
    <message>
        <source>Sidopanel</source>
        <translation>Side panel</translation>
    </message>
    <message>
        <source>Visa sidopanelen</source>
        <translation>Show the side panel</translation>
    </message>
    <message>
        <source>Visa sidopanelen (Alt+I)</source>
        <translation>Show the side panel (Alt+I)</translation>
    </message>
    <message>
        <source>Ärendenummer %1</source>
        <translation>Case number %1</translation>
    </message>
    <message numerus="yes">
        <source>Dessutom: %n till</source>
        <extracomment>After where one own action stands: how many more there are of this case.</extracomment>
        <translation>
            <numerusform>In addition: %n more</numerusform>
            <numerusform>In addition: %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (preliminärt)</source>
        <extracomment>%1 is the state of the case and who has it; the region has not confirmed who.</extracomment>
        <translation>%1 (provisional)</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CaseListPane</name>
    <message>
        <source>Sök i listan: namn, nummer, ärende ( / )</source>
        <translation>Search the list: name, number, case ( / )</translation>
    </message>
    <message>
        <source>Sök i listan</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>Ärenden</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Att göra nu</source>
        <translation>To do now</translation>
    </message>
    <message>
        <source>Mina</source>
        <extracomment>The list of my own cases</extracomment>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Otilldelade</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>Väntar på svar</source>
        <translation>Awaiting reply</translation>
    </message>
    <message>
        <source>Alla öppna</source>
        <translation>All open</translation>
    </message>
    <message>
        <source>Avslutade</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Ta bort filtret %1</source>
        <translation>Remove the filter %1</translation>
    </message>
    <message>
        <source>Visa bara %1</source>
        <translation>Show only %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ärende(n)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 av %2, mest angeläget först</source>
        <translation>%1 of %2, most pressing first</translation>
    </message>
    <message>
        <source>Inget ärende här passar sökningen eller filtret.</source>
        <translation>No case here fits the search or the filter.</translation>
    </message>
    <message>
        <source>Inte hämtat än. %1</source>
        <translation>Not fetched yet. %1</translation>
    </message>
    <message>
        <source>Inget väntar. %1</source>
        <translation>Nothing is waiting. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ny(a)</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message>
        <source>Ordningen har ändrats</source>
        <translation>The order has changed</translation>
    </message>
    <message>
        <source>Visa det nya i listan ( . )</source>
        <translation>Show what is new in the list ( . )</translation>
    </message>
    <message>
        <source>Sök i listan ( / )</source>
        <translation>Search the list ( / )</translation>
    </message>
    <message>
        <source>Inga avslutade ärenden här. %1</source>
        <translation>No closed cases here. %1</translation>
    </message>
    <message>
        <source>Listan får inte visas för dig, eller så kunde öppningen inte loggas.</source>
        <translation>You may not see this list, or its opening could not be logged.</translation>
    </message>
    <message>
        <source>Listan kan inte läsas från datorns disk just nu.</source>
        <translation>The list cannot be read from the computer&apos;s disk right now.</translation>
    </message>
    <message numerus="yes">
        <source>Gamla uppgifter: hämtade %1, för %n timme/timmar sedan</source>
        <translation>
            <numerusform>Old data: fetched %1, %n hour ago</numerusform>
            <numerusform>Old data: fetched %1, %n hours ago</numerusform>
        </translation>
    </message>
    <message>
        <source>Gamla uppgifter: datorns klocka går fel, så det går inte att säga hur gamla</source>
        <translation>Old data: this computer’s clock is wrong, so there is no telling how old</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CasePane</name>
    <message>
        <source>Ärende</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Hämtar ärendet</source>
        <translation>Fetching the case</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Försök hämta ärendet igen</source>
        <translation>Try to fetch the case again</translation>
    </message>
    <message>
        <source>Inget ärende är öppet. Markera ett i listan och tryck Enter.</source>
        <translation>No case is open. Mark one in the list and press Enter.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::Changes</name>
    <message>
        <source>Invånaren har skrivit ett nytt meddelande, %1.</source>
        <translation>The resident has written a new message, %1.</translation>
    </message>
    <message>
        <source>%1 har skickat %2, %3.</source>
        <extracomment>%1 a name, %2 the kind of a message in lower case, %3 a time.</extracomment>
        <translation>%1 has sent: %2, %3.</translation>
    </message>
    <message>
        <source>En kollega</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Ärendet har lagts tillbaka i enhetens inkorg.</source>
        <translation>The case has been put back in the unit&apos;s inbox.</translation>
    </message>
    <message>
        <source>%1 har nu ärendet.</source>
        <translation>%1 now has the case.</translation>
    </message>
    <message>
        <source>Ärendet är nu %1.</source>
        <extracomment>%1 is a state of a case in lower case.</extracomment>
        <translation>The case is now: %1.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ClosePanel</name>
    <message>
        <source>Avsluta ärendet</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation>Close the case</translation>
    </message>
    <message>
        <source>Avsluta ärendet för %1</source>
        <translation>Close the case of %1</translation>
    </message>
    <message>
        <source>Vad ärendet ledde till</source>
        <translation>What the case led to</translation>
    </message>
    <message>
        <source>Journalförd</source>
        <translation>In the medical record</translation>
    </message>
    <message>
        <source>Välj vad ärendet ledde till.</source>
        <translation>Choose what the case led to.</translation>
    </message>
    <message>
        <source>Välj om ärendet är journalfört.</source>
        <translation>Choose whether the case is in the medical record.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CommandPalette</name>
    <message>
        <source>Sök patient, ärende eller kommando</source>
        <translation>Find a patient, case or command</translation>
    </message>
    <message>
        <source>Träffar</source>
        <translation>Hits</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::Composer</name>
    <message>
        <source>Svar till invånaren</source>
        <translation>Reply to the resident</translation>
    </message>
    <message>
        <source>Text till invånaren</source>
        <translation>Text to the resident</translation>
    </message>
    <message>
        <source>Jag har sett det</source>
        <translation>I have seen it</translation>
    </message>
    <message>
        <source>Jag har sett ändringen</source>
        <translation>I have seen the change</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 the kind of a message, %2 its keys.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Kan läsas av:</source>
        <translation>Can be read by:</translation>
    </message>
    <message>
        <source>Utkast sparat %1</source>
        <translation>Draft saved %1</translation>
    </message>
    <message>
        <source>Utkastet kunde inte sparas</source>
        <translation>The draft could not be saved</translation>
    </message>
    <message>
        <source>Skriv till %1</source>
        <translation>Write to %1</translation>
    </message>
    <message>
        <source>Ctrl+Enter skickar</source>
        <translation>Ctrl+Enter sends</translation>
    </message>
    <message>
        <source>Skicka (Ctrl+Enter)</source>
        <translation>Send (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ComposerStates</name>
    <message>
        <source>Vem ärendet gäller har inte hämtats än. Det går att skriva men inte att skicka.</source>
        <translation>Whom the case concerns has not been fetched yet. You can write but not send.</translation>
    </message>
    <message>
        <source>Skicka till %1</source>
        <extracomment>Button; %1 is the patient&apos;s name.</extracomment>
        <translation>Send to %1</translation>
    </message>
    <message>
        <source>Skicka när nätet är tillbaka, %1</source>
        <extracomment>Button; %1 is the patient&apos;s name. There is no network now.</extracomment>
        <translation>Send when the network is back, %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ConflictPanel</name>
    <message>
        <source>Ärendet: ingen ändring har hämtats</source>
        <translation>The case: no change has been fetched</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ContextPane</name>
    <message>
        <source>Mer om ärendet</source>
        <translation>More about the case</translation>
    </message>
    <message>
        <source>Fast vårdkontakt</source>
        <translation>Named care contact</translation>
    </message>
    <message>
        <source>Frister</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Bokning</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>Journalförd</source>
        <translation>In the medical record</translation>
    </message>
    <message>
        <source>Dina åtgärder</source>
        <translation>Your actions</translation>
    </message>
    <message>
        <source>Mer om patienten</source>
        <translation>More about the patient</translation>
    </message>
    <message>
        <source>Inga andra öppna ärenden</source>
        <translation>No other open cases</translation>
    </message>
    <message>
        <source>Visa andra öppna ärenden (%1)</source>
        <translation>Show other open cases (%1)</translation>
    </message>
    <message>
        <source>Kräver att rätten att se dem följer med inloggningen</source>
        <translation>Needs the right to see them to come with the sign-in</translation>
    </message>
    <message>
        <source>Ångra</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ångra %1</source>
        <translation>Undo %1</translation>
    </message>
    <message>
        <source>Ångra (U)</source>
        <translation>Undo (U)</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Försök igen: %1</source>
        <translation>Try again: %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ContextTexts</name>
    <message>
        <source>%1, utlovat</source>
        <translation>%1, promised</translation>
    </message>
    <message>
        <source>klart %1</source>
        <extracomment>%1 is when a promise was kept.</extracomment>
        <translation>done %1</translation>
    </message>
    <message>
        <source>väntar på att skickas</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>avslutat</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>vilar, väntar på invånaren</source>
        <translation>at rest, waiting for the resident</translation>
    </message>
    <message>
        <source>försenat, %1</source>
        <translation>overdue, %1</translation>
    </message>
    <message>
        <source>Öppnat av legitimerad</source>
        <translation>Opened by a licensed person</translation>
    </message>
    <message>
        <source>inte än</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Medicinsk bedömning</source>
        <translation>Medical assessment</translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Väljs när ärendet avslutas</source>
        <translation>Chosen when the case is closed</translation>
    </message>
    <message>
        <source>Hämtat %1</source>
        <translation>Fetched %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CustodyText</name>
    <message>
        <source>Läser nycklarna</source>
        <translation>Reading the keys</translation>
    </message>
    <message>
        <source>Välj PIN-kod eller lösenfras</source>
        <translation>Choose a PIN or passphrase</translation>
    </message>
    <message>
        <source>Lås upp Mottaget</source>
        <translation>Unlock Mottaget</translation>
    </message>
    <message>
        <source>Skapar nycklar</source>
        <translation>Making keys</translation>
    </message>
    <message>
        <source>Byter PIN-kod eller lösenfras</source>
        <translation>Changing the PIN or passphrase</translation>
    </message>
    <message>
        <source>Låser upp</source>
        <translation>Unlocking</translation>
    </message>
    <message>
        <source>Byt PIN-kod eller lösenfras</source>
        <translation>Change PIN or passphrase</translation>
    </message>
    <message>
        <source>Datorns nyckelring har inte svarat än. Den kan ha ställt en fråga i ett annat fönster: svara på den.</source>
        <translation>The computer&apos;s keyring has not answered yet. It may have asked a question in another window: answer it.</translation>
    </message>
    <message>
        <source>Det tar en stund, med avsikt: så blir koden svår att gissa.</source>
        <translation>It takes a moment, on purpose: that makes the code hard to guess.</translation>
    </message>
    <message>
        <source>Den skyddar det som sparas på den här datorn och behövs varje gång du låser upp.</source>
        <translation>It protects what is saved on this computer and is needed each time you unlock.</translation>
    </message>
    <message>
        <source>Skriv din PIN-kod eller lösenfras för den här datorn.</source>
        <translation>Type your PIN or passphrase for this computer.</translation>
    </message>
    <message>
        <source>Inget har bytts: %1.</source>
        <translation>Nothing was changed: %1.</translation>
    </message>
    <message>
        <source>Fel PIN-kod eller lösenfras.</source>
        <translation>Wrong PIN or passphrase.</translation>
    </message>
    <message numerus="yes">
        <source>%n fel försök i rad.</source>
        <translation>
            <numerusform>%n wrong attempt in a row.</numerusform>
            <numerusform>%n wrong attempts in a row.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nästa försök kan göras kl. %1.</source>
        <extracomment>%1 is a time of day with seconds.</extracomment>
        <translation>The next attempt can be made at %1.</translation>
    </message>
    <message numerus="yes">
        <source>En PIN-kod har minst %n siffror.</source>
        <translation>
            <numerusform>A PIN has at least %n digit.</numerusform>
            <numerusform>A PIN has at least %n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>En lösenfras har minst %n tecken.</source>
        <translation>
            <numerusform>A passphrase has at least %n character.</numerusform>
            <numerusform>A passphrase has at least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Koden är för lätt att gissa: blanda siffrorna.</source>
        <translation>The code is too easy to guess: mix the digits.</translation>
    </message>
    <message>
        <source>Något gick fel</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>Datorn har ingen nyckelring</source>
        <translation>The computer has no keyring</translation>
    </message>
    <message>
        <source>Nyckelringen är låst</source>
        <translation>The keyring is locked</translation>
    </message>
    <message>
        <source>Nyckelringen svarar inte</source>
        <translation>The keyring does not answer</translation>
    </message>
    <message>
        <source>Nyckelringen fick nej</source>
        <translation>The keyring was told no</translation>
    </message>
    <message>
        <source>Fel nyckelring är igång</source>
        <translation>The wrong keyring is running</translation>
    </message>
    <message>
        <source>Datorns hemlighet saknas i nyckelringen</source>
        <translation>The computer&apos;s secret is missing from the keyring</translation>
    </message>
    <message>
        <source>Nyckelringen gav ett fel</source>
        <translation>The keyring gave an error</translation>
    </message>
    <message>
        <source>Nyckelfilen saknas</source>
        <translation>The key file is missing</translation>
    </message>
    <message>
        <source>Nyckelfilen är skadad</source>
        <translation>The key file is damaged</translation>
    </message>
    <message>
        <source>Nyckelfilen är från en nyare version</source>
        <translation>The key file is from a newer version</translation>
    </message>
    <message>
        <source>Nyckelfilen kan inte läsas</source>
        <translation>The key file cannot be read</translation>
    </message>
    <message>
        <source>Nyckelfilen kunde inte sparas</source>
        <translation>The key file could not be saved</translation>
    </message>
    <message>
        <source>Det som inte är skickat kan IT rädda med regionens återställningsnyckel.</source>
        <translation>What has not been sent can be rescued by IT with the region&apos;s recovery key.</translation>
    </message>
    <message>
        <source>Ring IT innan något tas bort: det som inte är skickat kan finnas kvar.</source>
        <translation>Call IT before anything is removed: what has not been sent may still be there.</translation>
    </message>
    <message>
        <source>Försök igen, eller ring IT.</source>
        <translation>Try again, or call IT.</translation>
    </message>
    <message>
        <source>Mottaget sparar inget på en dator där nycklarna inte kan förvaras säkert. Ring IT och be om en nyckelring, eller logga ut och in på datorn och försök igen.</source>
        <translation>Mottaget saves nothing on a computer where the keys cannot be kept safely. Call IT and ask for a keyring, or sign out of the computer and in again and try once more.</translation>
    </message>
    <message>
        <source>Lås upp den i datorns program för lösenord och nycklar, eller logga ut och in på datorn, och försök igen.</source>
        <translation>Unlock it in the computer&apos;s program for passwords and keys, or sign out of the computer and in again, and try once more.</translation>
    </message>
    <message>
        <source>Den kan ha ställt en fråga i ett annat fönster: svara på den och försök igen. Hjälper det inte, logga ut och in på datorn eller ring IT.</source>
        <translation>It may have asked a question in another window: answer it and try again. If that does not help, sign out of the computer and in again, or call IT.</translation>
    </message>
    <message>
        <source>Någon svarade nej på dess fråga, eller stängde den. Försök igen och svara ja.</source>
        <translation>Somebody answered no to its question, or closed it. Try again and answer yes.</translation>
    </message>
    <message>
        <source>Nycklarna skrevs med %1, men nu svarar %2. Logga in på datorn som förut och försök igen, eller ring IT. Inget är borttaget.</source>
        <extracomment>%1 and %2 are names of programs.</extracomment>
        <translation>The keys were written with %1, but now %2 answers. Sign in to the computer as before and try again, or call IT. Nothing has been removed.</translation>
    </message>
    <message>
        <source>Den har tagits bort eller nyckelringen är utbytt. Filerna är orörda.</source>
        <translation>It has been removed, or the keyring has been replaced. The files are untouched.</translation>
    </message>
    <message>
        <source>Försök igen. Händer det igen, ring IT och läs upp raden nedan.</source>
        <translation>Try again. If it happens again, call IT and read out the line below.</translation>
    </message>
    <message>
        <source>De skyddade filerna finns, men inte filen som säger hur de öppnas. Filerna är orörda. IT kan ha den i en säkerhetskopia.</source>
        <translation>The protected files are there, but not the file that says how they are opened. The files are untouched. IT may have it in a backup.</translation>
    </message>
    <message>
        <source>Filen som säger hur de skyddade filerna öppnas har ändrats. Filerna är orörda.</source>
        <translation>The file that says how the protected files are opened has been altered. The files are untouched.</translation>
    </message>
    <message>
        <source>Den är skriven av en nyare Mottaget. Starta den versionen, eller be IT att installera den här.</source>
        <translation>It was written by a newer Mottaget. Start that version, or ask IT to install it here.</translation>
    </message>
    <message>
        <source>Disken gav den inte. Försök igen, eller ring IT. Filerna är orörda.</source>
        <translation>The disk did not give it. Try again, or call IT. The files are untouched.</translation>
    </message>
    <message>
        <source>Disken är full eller skrivskyddad. Inget har ändrats. Frigör plats och försök igen, eller ring IT.</source>
        <translation>The disk is full or write-protected. Nothing has been changed. Free some space and try again, or call IT.</translation>
    </message>
    <message>
        <source>Till IT: %1</source>
        <extracomment>%1 is a fixed code, with the keychain&apos;s own word after it.</extracomment>
        <translation>For IT: %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::IdentityLabel</name>
    <message>
        <source>Kopiera numret</source>
        <translation>Copy the number</translation>
    </message>
    <message>
        <source>Kopiera %1 (Ctrl+C)</source>
        <translation>Copy %1 (Ctrl+C)</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::KeySheet</name>
    <message>
        <source>Tangenter</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Flytta i listan</source>
        <translation>Move in the list</translation>
    </message>
    <message>
        <source>Öppna ärendet</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Tillbaka till listan</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Skicka svaret</source>
        <translation>Send the reply</translation>
    </message>
    <message>
        <source>Motfråga, slutsvar, delsvar</source>
        <translation>Question, final reply, partial reply</translation>
    </message>
    <message>
        <source>Gå till en vy</source>
        <translation>Go to a view</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::MainWindow</name>
    <message>
        <source>Gå till %1</source>
        <translation>Go to %1</translation>
    </message>
    <message>
        <source>Sök patient, ärende eller kommando</source>
        <translation>Find a patient, case or command</translation>
    </message>
    <message>
        <source>Synka nu</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Visa egna åtgärder som inte är bekräftade</source>
        <translation>Show own actions that are not confirmed</translation>
    </message>
    <message>
        <source>Sök i listan</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>Visa tangenter</source>
        <translation>Show keys</translation>
    </message>
    <message>
        <source>Visa det nya i listan</source>
        <translation>Show what is new in the list</translation>
    </message>
    <message>
        <source>Ångra det senaste</source>
        <translation>Undo the latest</translation>
    </message>
    <message>
        <source>Öppna föregående ärende</source>
        <translation>Open the previous case</translation>
    </message>
    <message>
        <source>Öppna nästa ärende</source>
        <translation>Open the next case</translation>
    </message>
    <message>
        <source>Ljust</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Mörkt</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hög kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Täta rader</source>
        <extracomment>Spacing of the rows in the list</extracomment>
        <translation>Tight rows</translation>
    </message>
    <message>
        <source>Normala rader</source>
        <translation>Normal rows</translation>
    </message>
    <message>
        <source>Luftiga rader</source>
        <translation>Airy rows</translation>
    </message>
    <message>
        <source>%1, %2: gick inte. %3</source>
        <translation>%1, %2: did not work. %3</translation>
    </message>
    <message>
        <source>Det går inte att ångra längre: åtgärden är redan på väg.</source>
        <translation>It can no longer be undone: the action is already on its way.</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2, i listan %2)</source>
        <extracomment>%1 is a list, %2 a digit</extracomment>
        <translation>%1 (Ctrl+%2, %2 in the list)</translation>
    </message>
    <message>
        <source>Ärendet öppnas. Tryck %1 igen när det visas.</source>
        <extracomment>%1 is a key</extracomment>
        <translation>The case is opening. Press %1 again when it is shown.</translation>
    </message>
    <message>
        <source>Det finns inget att ångra.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Byt PIN…</source>
        <translation>Change PIN…</translation>
    </message>
    <message>
        <source>Uppgifterna här är för gamla för att visas.

De visas igen så snart de har hämtats på nytt. Det sker av sig självt när regionen svarar.
Det du har gjort är sparat och skickas då.</source>
        <translation>The data here are too old to be shown.

They are shown again as soon as they have been fetched anew. That happens by itself when the region answers.
What you have done is saved and is sent then.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::PatientBanner</name>
    <message>
        <source>Patient: %1</source>
        <translation>Patient: %1</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Visa namn och personnummer</source>
        <translation>Show name and identity number</translation>
    </message>
    <message>
        <source>Kräver särskild behörighet från inloggningen</source>
        <translation>Needs a special permission from the sign-in</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::PriorityPanel</name>
    <message>
        <source>Sätt prioritet</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation>Set priority</translation>
    </message>
    <message>
        <source>Sätt prioritet för %1</source>
        <translation>Set the priority for %1</translation>
    </message>
    <message>
        <source>Prioritet</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Varför, blir en intern notering</source>
        <translation>Why; becomes an internal note</translation>
    </message>
    <message>
        <source>Ärendet har redan prioriteten: %1.</source>
        <translation>The case already has the priority: %1.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::QueuePage</name>
    <message>
        <source>Egna åtgärder som inte är bekräftade</source>
        <translation>Own actions that are not confirmed</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tillbaka till listan (Esc)</source>
        <translation>Back to the list (Esc)</translation>
    </message>
    <message>
        <source>Kön kan inte läsas just nu.</source>
        <translation>The queue cannot be read right now.</translation>
    </message>
    <message>
        <source>Allt är bekräftat av servern.</source>
        <translation>Everything is confirmed by the server.</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation>Protected personal data</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ta tillbaka</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Öppna ärendet</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Åtgärden görs inte</source>
        <translation>The action is not done</translation>
    </message>
    <message>
        <source>Redigera</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Ta tillbaka och öppna texten som utkast</source>
        <translation>Take back and open the text as a draft</translation>
    </message>
    <message>
        <source>Skicka nu, utan att vänta på nästa försök</source>
        <translation>Send now, without waiting for the next attempt</translation>
    </message>
    <message>
        <source>Visa ärendet som det är nu</source>
        <translation>Show the case as it is now</translation>
    </message>
    <message numerus="yes">
        <source>Visa fler: %n till</source>
        <translation>
            <numerusform>Show more: %n more</numerusform>
            <numerusform>Show more: %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Allt ditt osända arbete kanske inte syns här. Det som inte kunde öppnas är lagt åt sidan och inte ändrat. Kontakta IT och visa: %1</source>
        <translation>Not all of your unsent work may show here. What could not be opened has been set aside, unchanged. Contact IT and show them: %1</translation>
    </message>
    <message>
        <source>För IT: %1</source>
        <translation>For IT: %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ReaderRules</name>
    <message>
        <source>invånaren</source>
        <translation>the resident</translation>
    </message>
    <message>
        <source>Vem det är har inte hämtats än.</source>
        <translation>Who it is has not been fetched yet.</translation>
    </message>
    <message>
        <source>invånaren (skyddade personuppgifter)</source>
        <translation>the resident (protected personal data)</translation>
    </message>
    <message>
        <source>Patienten är registrerad som avliden.</source>
        <translation>The patient is registered as deceased.</translation>
    </message>
    <message>
        <source>Åldern saknas; om vårdnadshavaren kan läsa är inte känt.</source>
        <translation>The age is missing; whether the guardian can read is not known.</translation>
    </message>
    <message>
        <source>Barnet har fyllt 13 år: vårdnadshavaren kan inte längre läsa svaret.</source>
        <translation>The child has turned 13: the guardian can no longer read the reply.</translation>
    </message>
    <message>
        <source>Svaret går bara till den unge.</source>
        <translation>The reply goes to the young person only.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::RenewalTable</name>
    <message>
        <source>Läkemedel att förnya</source>
        <translation>Medicines to renew</translation>
    </message>
    <message>
        <source>Läkemedel</source>
        <translation>Medicine</translation>
    </message>
    <message>
        <source>Dosering</source>
        <translation>Dosage</translation>
    </message>
    <message>
        <source>Kvar hemma</source>
        <extracomment>What is left of a medicine at the resident&apos;s home.</extracomment>
        <translation>Left at home</translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>För: %1</source>
        <extracomment>%1 is what a medicine is taken for.</extracomment>
        <translation>For: %1</translation>
    </message>
    <message>
        <source>Beslutad</source>
        <extracomment>A medicine line that somebody has decided on.</extracomment>
        <translation>Decided</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::RowWords</name>
    <message>
        <source>försenat sedan %1</source>
        <extracomment>%1 is a time of day, &quot;i går&quot; or a date</extracomment>
        <translation>overdue since %1</translation>
    </message>
    <message>
        <source>senast i dag</source>
        <translation>by today</translation>
    </message>
    <message>
        <source>före %1</source>
        <translation>before %1</translation>
    </message>
    <message>
        <source>Förnya recept</source>
        <translation>Renew prescription</translation>
    </message>
    <message>
        <source>Kontakta mig</source>
        <translation>Contact me</translation>
    </message>
    <message>
        <source>Av- eller omboka tid</source>
        <translation>Cancel or change a booking</translation>
    </message>
    <message>
        <source>Beställ tid</source>
        <translation>Request an appointment</translation>
    </message>
    <message>
        <source>Rådgivning</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation>Protected personal data</translation>
    </message>
    <message>
        <source>särskild behörighet</source>
        <translation>special permission</translation>
    </message>
    <message>
        <source>Patienten är inte hämtad än</source>
        <translation>The patient is not fetched yet</translation>
    </message>
    <message>
        <source>tolk: %1</source>
        <translation>interpreter: %1</translation>
    </message>
    <message>
        <source>du</source>
        <translation>you</translation>
    </message>
    <message>
        <source>nytt svar</source>
        <translation>new answer</translation>
    </message>
    <message>
        <source>inte fördelat</source>
        <translation>not assigned</translation>
    </message>
    <message>
        <source>hos %1</source>
        <translation>with %1</translation>
    </message>
    <message>
        <source>i går</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>senast i morgon</source>
        <translation>by tomorrow</translation>
    </message>
    <message>
        <source>senast %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>by %1</translation>
    </message>
    <message>
        <source>vårdnadshavare</source>
        <translation>guardian</translation>
    </message>
    <message>
        <source>%1 (preliminärt)</source>
        <extracomment>%1 is who has the case as far as this computer knows; the region has not confirmed it.</extracomment>
        <translation>%1 (provisional)</translation>
    </message>
    <message>
        <source>otilldelat</source>
        <translation>unassigned</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::SecretChange</name>
    <message>
        <source>PIN-koden eller lösenfrasen är bytt.</source>
        <translation>The PIN or passphrase has been changed.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::Sentences</name>
    <message>
        <source>sparad här</source>
        <extracomment>State of an own action: durable on this computer, not sent.</extracomment>
        <translation>saved here</translation>
    </message>
    <message>
        <source>skickas</source>
        <extracomment>State of an own action: on its way to the server.</extracomment>
        <translation>being sent</translation>
    </message>
    <message>
        <source>bekräftas</source>
        <extracomment>State of an own action: sent, the answer was lost, being confirmed.</extracomment>
        <translation>being confirmed</translation>
    </message>
    <message>
        <source>skickad</source>
        <extracomment>State of an own action: the server has it.</extracomment>
        <translation>sent</translation>
    </message>
    <message>
        <source>att åtgärda</source>
        <translation>needs you</translation>
    </message>
    <message>
        <source>avvisad</source>
        <extracomment>State of an own action: the server or a rule refused it.</extracomment>
        <translation>refused</translation>
    </message>
    <message>
        <source>ärendet har ändrats av någon annan</source>
        <translation>the case has been changed by somebody else</translation>
    </message>
    <message>
        <source>ärendet är redan besvarat</source>
        <translation>the case is already answered</translation>
    </message>
    <message>
        <source>servern tog inte emot den</source>
        <translation>the server did not accept it</translation>
    </message>
    <message>
        <source>behörighet saknas</source>
        <translation>permission is missing</translation>
    </message>
    <message>
        <source>ärendet finns inte kvar på servern</source>
        <translation>the case is no longer on the server</translation>
    </message>
    <message>
        <source>ärendet tillåter det inte längre</source>
        <translation>the case no longer allows it</translation>
    </message>
    <message>
        <source>Din roll vid enheten tillåter det inte.</source>
        <translation>Your role at the unit does not allow it.</translation>
    </message>
    <message>
        <source>Det kräver en annan yrkesroll.</source>
        <translation>It needs another profession.</translation>
    </message>
    <message>
        <source>Ärendet är tilldelat någon annan. Det behöver först tas av dig eller fördelas till dig.</source>
        <translation>The case is assigned to somebody else. You need to take it, or have it assigned to you, first.</translation>
    </message>
    <message>
        <source>Det går inte när ärendet är: %1.</source>
        <translation>Not possible while the case is: %1.</translation>
    </message>
    <message>
        <source>Ärendet har redan ett slutsvar. En ändring skickas som rättelse.</source>
        <translation>The case already has a final reply. A change is sent as a correction.</translation>
    </message>
    <message>
        <source>Ärendet är avslutat. Skicka en rättelse eller återuppta ärendet.</source>
        <translation>The case is closed. Send a correction or reopen the case.</translation>
    </message>
    <message>
        <source>Skriv något först.</source>
        <translation>Write something first.</translation>
    </message>
    <message>
        <source>En plats i mallen är inte ifylld, till exempel [datum] eller XX.</source>
        <translation>A place in the template is not filled in, for example [date] or XX.</translation>
    </message>
    <message>
        <source>Välj vad ärendet ledde till.</source>
        <translation>Choose what the case led to.</translation>
    </message>
    <message>
        <source>Välj vem som ska ha ärendet.</source>
        <translation>Choose who shall have the case.</translation>
    </message>
    <message>
        <source>Det är redan så.</source>
        <translation>It already is so.</translation>
    </message>
    <message>
        <source>Skriv varför.</source>
        <translation>Write why.</translation>
    </message>
    <message>
        <source>Ärendet hör till en annan enhet än ditt uppdrag.</source>
        <translation>The case belongs to another unit than your commission.</translation>
    </message>
    <message>
        <source>Ärendet finns inte här. Det kan ha flyttats till en annan enhet.</source>
        <translation>The case is not here. It may have been moved to another unit.</translation>
    </message>
    <message>
        <source>Ärendet får inte visas för dig, eller så kunde öppningen inte loggas.</source>
        <translation>The case may not be shown to you, or its opening could not be logged.</translation>
    </message>
    <message>
        <source>Datorns disk tog inte emot det. Ingenting är gjort.</source>
        <translation>The computer&apos;s disk did not accept it. Nothing has been done.</translation>
    </message>
    <message>
        <source>Det är redan på väg och kan inte ångras.</source>
        <translation>It is already on its way and cannot be undone.</translation>
    </message>
    <message>
        <source>Vem du är har inte hämtats än. Det går så snart nätet har svarat en gång.</source>
        <translation>Who you are has not been fetched yet. It works as soon as the network has answered once.</translation>
    </message>
    <message>
        <source>Ärendet ändrades just. Ingenting är skickat. Se ändringen och försök igen.</source>
        <translation>The case changed just now. Nothing has been sent. Look at the change and try again.</translation>
    </message>
    <message>
        <source>sparad här %1, skickas strax</source>
        <extracomment>Where an own action stands; %1 is the time when the person acted. The same in the sentences after it.</extracomment>
        <translation>saved here %1, will be sent shortly</translation>
    </message>
    <message>
        <source>sparad här %1, skickas</source>
        <translation>saved here %1, being sent</translation>
    </message>
    <message>
        <source>sparad här %1, bekräftas</source>
        <translation>saved here %1, being confirmed</translation>
    </message>
    <message>
        <source>att åtgärda: %1</source>
        <translation>needs you: %1</translation>
    </message>
    <message>
        <source>avvisad: %1</source>
        <translation>refused: %1</translation>
    </message>
    <message>
        <source>skickad %1</source>
        <translation>sent %1</translation>
    </message>
    <message>
        <source>skickad %1, mottagen</source>
        <translation>sent %1, received</translation>
    </message>
    <message>
        <source>skickad %1, läst %2</source>
        <translation>sent %1, read %2</translation>
    </message>
    <message>
        <source>Inkommet</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Fördelat</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>Pågående</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Väntar på invånaren</source>
        <translation>Waiting for the resident</translation>
    </message>
    <message>
        <source>Väntar på förskrivare</source>
        <translation>Waiting for a prescriber</translation>
    </message>
    <message>
        <source>Väntar på kollega</source>
        <translation>Waiting for a colleague</translation>
    </message>
    <message>
        <source>Väntar</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Besvarat</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Avslutat</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Hänvisat</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>Återtaget</source>
        <extracomment>State of a case: taken back on the resident&apos;s word.</extracomment>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>%1, otilldelat</source>
        <extracomment>%1 is the state of the case; nobody has taken it.</extracomment>
        <translation>%1, unassigned</translation>
    </message>
    <message>
        <source>%1, hos dig</source>
        <extracomment>%1 is the state of the case; the reader has it.</extracomment>
        <translation>%1, with you</translation>
    </message>
    <message>
        <source>%1, hos %2</source>
        <extracomment>%1 is the state of the case, %2 the name of the colleague who has it.</extracomment>
        <translation>%1, with %2</translation>
    </message>
    <message>
        <source>en kollega</source>
        <translation>a colleague</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>Priority of a case, the ordinary one.</extracomment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Skyndsam</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Snarast</source>
        <translation>As soon as possible</translation>
    </message>
    <message>
        <source>Omedelbar</source>
        <translation>Immediate</translation>
    </message>
    <message>
        <source>Ja</source>
        <extracomment>Answer to: is the case entered in the journal?</extracomment>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <extracomment>Answer to: is the case entered in the journal?</extracomment>
        <translation>No</translation>
    </message>
    <message>
        <source>Ej aktuellt</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Delsvar</source>
        <translation>Partial reply</translation>
    </message>
    <message>
        <source>Slutsvar</source>
        <translation>Final reply</translation>
    </message>
    <message>
        <source>Motfråga</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Rättelse</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Meddelande</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Tid bokad</source>
        <translation>Appointment booked</translation>
    </message>
    <message>
        <source>Uppringd</source>
        <extracomment>Outcome of a case: the resident was called by telephone.</extracomment>
        <translation>Called</translation>
    </message>
    <message>
        <source>Hänvisad</source>
        <extracomment>Outcome of a case: the resident was referred to another unit.</extracomment>
        <translation>Referred</translation>
    </message>
    <message>
        <source>Dubblett</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Ej nådd</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Annat</source>
        <extracomment>Outcome of a case: something else.</extracomment>
        <translation>Other</translation>
    </message>
    <message>
        <source>Första svar</source>
        <translation>First reply</translation>
    </message>
    <message>
        <source>Inom 1 vardag</source>
        <translation>Within 1 weekday</translation>
    </message>
    <message>
        <source>Inom %1 vardagar</source>
        <translation>Within %1 weekdays</translation>
    </message>
    <message>
        <source>Inom 1 timme</source>
        <translation>Within 1 hour</translation>
    </message>
    <message>
        <source>Inom %1 timmar</source>
        <translation>Within %1 hours</translation>
    </message>
    <message>
        <source>Inom 1 dygn</source>
        <translation>Within 24 hours</translation>
    </message>
    <message>
        <source>Inom %1 dygn</source>
        <translation>Within %1 days and nights</translation>
    </message>
    <message>
        <source>Ta</source>
        <extracomment>Button: make the case one&apos;s own.</extracomment>
        <translation>Take</translation>
    </message>
    <message>
        <source>Fördela</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>Påbörja</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Skicka delsvar</source>
        <translation>Send partial reply</translation>
    </message>
    <message>
        <source>Skicka motfråga</source>
        <translation>Send question</translation>
    </message>
    <message>
        <source>Skicka slutsvar</source>
        <translation>Send final reply</translation>
    </message>
    <message>
        <source>Skicka rättelse</source>
        <translation>Send correction</translation>
    </message>
    <message>
        <source>Skriv intern notering</source>
        <translation>Write internal note</translation>
    </message>
    <message>
        <source>Sätt prioritet</source>
        <translation>Set priority</translation>
    </message>
    <message>
        <source>Hänvisa</source>
        <extracomment>Button: refer the resident to another unit.</extracomment>
        <translation>Refer</translation>
    </message>
    <message>
        <source>Avsluta</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Återta</source>
        <extracomment>Button: end the case because the resident takes it back.</extracomment>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Återuppta</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Tilldelning till dig</source>
        <translation>Assignment to you</translation>
    </message>
    <message>
        <source>Fördelning</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>Påbörjande</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Intern notering</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Ny prioritet</source>
        <translation>New priority</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Avslut</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Återtagande</source>
        <translation>Withdrawal</translation>
    </message>
    <message>
        <source>Återupptagande</source>
        <translation>Reopening</translation>
    </message>
    <message>
        <source>Utlovad tid för första svar</source>
        <translation>Promised time of the first reply</translation>
    </message>
    <message>
        <source>Utlovad tid för slutsvar</source>
        <translation>Promised time of the final reply</translation>
    </message>
    <message>
        <source>Oläst svar från invånaren</source>
        <translation>Unread answer from the resident</translation>
    </message>
    <message>
        <source>Inte öppnat av legitimerad</source>
        <translation>Not opened by a licensed person</translation>
    </message>
    <message>
        <source>Prioritet</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Väntetid</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>Väntar på någon annan</source>
        <translation>Waiting for somebody else</translation>
    </message>
    <message>
        <source>Besvarat, ska avslutas</source>
        <translation>Answered, to be closed</translation>
    </message>
    <message>
        <source>patienten själv</source>
        <translation>the patient</translation>
    </message>
    <message>
        <source>vårdnadshavare (skyddad uppgift)</source>
        <translation>guardian (protected)</translation>
    </message>
    <message>
        <source>vårdnadshavare, namn saknas</source>
        <extracomment>%1 is the name of the guardian who wrote for a child.</extracomment>
        <translation>guardian, name missing</translation>
    </message>
    <message>
        <source>vårdnadshavare %1</source>
        <translation>guardian %1</translation>
    </message>
    <message>
        <source>mottagningen</source>
        <extracomment>Who sent the case: the clinic itself.</extracomment>
        <translation>the clinic</translation>
    </message>
    <message>
        <source>Inte hämtat än</source>
        <translation>Not fetched yet</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation>Protected personal data</translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>patient som inte är hämtad än</source>
        <extracomment>Stands for a name: &quot;Avsluta ärendet för patient som inte är hämtad än&quot;.</extracomment>
        <translation>a patient not fetched yet</translation>
    </message>
    <message>
        <source>person med skyddade uppgifter</source>
        <extracomment>Stands for a name: &quot;Skicka till person med skyddade uppgifter&quot;.</extracomment>
        <translation>a person with protected data</translation>
    </message>
    <message>
        <source>patient utan namn</source>
        <extracomment>Stands for a name: &quot;Skicka till patient utan namn&quot;.</extracomment>
        <translation>a patient without a name</translation>
    </message>
    <message>
        <source>amhariska</source>
        <translation>Amharic</translation>
    </message>
    <message>
        <source>arabiska</source>
        <translation>Arabic</translation>
    </message>
    <message>
        <source>bosniska</source>
        <translation>Bosnian</translation>
    </message>
    <message>
        <source>sorani</source>
        <translation>Sorani</translation>
    </message>
    <message>
        <source>tyska</source>
        <translation>German</translation>
    </message>
    <message>
        <source>engelska</source>
        <translation>English</translation>
    </message>
    <message>
        <source>spanska</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>persiska</source>
        <translation>Persian</translation>
    </message>
    <message>
        <source>finska</source>
        <translation>Finnish</translation>
    </message>
    <message>
        <source>meänkieli</source>
        <translation>Meänkieli</translation>
    </message>
    <message>
        <source>franska</source>
        <translation>French</translation>
    </message>
    <message>
        <source>kroatiska</source>
        <translation>Croatian</translation>
    </message>
    <message>
        <source>kurmanji</source>
        <translation>Kurmanji</translation>
    </message>
    <message>
        <source>kurdiska</source>
        <translation>Kurdish</translation>
    </message>
    <message>
        <source>polska</source>
        <translation>Polish</translation>
    </message>
    <message>
        <source>dari</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>pashto</source>
        <translation>Pashto</translation>
    </message>
    <message>
        <source>romska</source>
        <translation>Romani</translation>
    </message>
    <message>
        <source>ryska</source>
        <translation>Russian</translation>
    </message>
    <message>
        <source>nordsamiska</source>
        <translation>North Sami</translation>
    </message>
    <message>
        <source>teckenspråk</source>
        <translation>sign language</translation>
    </message>
    <message>
        <source>sydsamiska</source>
        <translation>South Sami</translation>
    </message>
    <message>
        <source>lulesamiska</source>
        <translation>Lule Sami</translation>
    </message>
    <message>
        <source>somaliska</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>serbiska</source>
        <translation>Serbian</translation>
    </message>
    <message>
        <source>svenskt teckenspråk</source>
        <translation>Swedish sign language</translation>
    </message>
    <message>
        <source>thailändska</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>tigrinska</source>
        <translation>Tigrinya</translation>
    </message>
    <message>
        <source>turkiska</source>
        <translation>Turkish</translation>
    </message>
    <message>
        <source>ukrainska</source>
        <translation>Ukrainian</translation>
    </message>
    <message>
        <source>vietnamesiska</source>
        <translation>Vietnamese</translation>
    </message>
    <message>
        <source>kinesiska</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>ärendet hör till en annan enhet nu</source>
        <translation>the case belongs to another unit now</translation>
    </message>
    <message>
        <source>En demomapp kan bara användas med en region på den här datorn.</source>
        <translation>A demo folder can only be used with a region on this computer.</translation>
    </message>
    <message>
        <source>Datamappen innehåller något annat och är inte märkt DEMO.</source>
        <translation>The data folder holds something else and is not marked DEMO.</translation>
    </message>
    <message>
        <source>Mottaget är redan igång med samma datamapp.</source>
        <translation>Mottaget is already running with the same data folder.</translation>
    </message>
    <message>
        <source>Datamappen ligger på en nätverksdisk. Välj en mapp på den här datorns egen disk (--data).</source>
        <translation>The data folder is on a network disk. Choose a folder on this computer&apos;s own disk (--data).</translation>
    </message>
    <message>
        <source>Filerna är skrivna av en nyare version av Mottaget. Starta den versionen. Inget har ändrats.</source>
        <translation>The files were written by a newer version of Mottaget. Start that version. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Datorns disk är full. Frigör plats och starta igen, eller ring IT. Inget har ändrats.</source>
        <translation>The computer&apos;s disk is full. Free some space and start again, or call IT. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Datamappen kan bara läsas. IT kan ge skrivrätt, eller välj en annan mapp (--data). Inget har ändrats.</source>
        <translation>The data folder is read-only. IT can give the right to write, or choose another folder (--data). Nothing has been changed.</translation>
    </message>
    <message>
        <source>Datorns minne räcker inte. Stäng andra program och starta igen. Inget har ändrats.</source>
        <translation>The computer has too little memory. Close other programs and start again. Nothing has been changed.</translation>
    </message>
    <message>
        <source>En fil från en äldre version kunde inte göras om till den här versionens form. Den är som den var.</source>
        <translation>A file of an older version could not be brought to this version&apos;s form. It is as it was.</translation>
    </message>
    <message>
        <source>Datorns disk svarar med fel. Ring IT innan du försöker igen.</source>
        <translation>The computer&apos;s disk answers with errors. Call IT before you try again.</translation>
    </message>
    <message>
        <source>Krypteringen fungerar inte på den här datorn, och inget öppnas utan den. Ring IT.</source>
        <translation>Encryption does not work on this computer, and nothing is opened without it. Call IT.</translation>
    </message>
    <message>
        <source>En fil går inte att öppna och kan inte heller läggas åt sidan. Ring IT. Inget har skrivits över.</source>
        <translation>A file cannot be opened and cannot be set aside either. Call IT. Nothing has been overwritten.</translation>
    </message>
    <message>
        <source>Filerna i datamappen kan inte öppnas. Inget har ändrats i dem.</source>
        <translation>The files in the data folder cannot be opened. Nothing in them has been changed.</translation>
    </message>
    <message>
        <source>Inloggningsfilen har inte den form som väntades.</source>
        <translation>The sign-in file is not of the form that was expected.</translation>
    </message>
    <message>
        <source>För IT: %1</source>
        <translation>For IT: %1</translation>
    </message>
    <message>
        <source>skadad på disken</source>
        <translation>damaged on the disk</translation>
    </message>
    <message>
        <source>loggen var skadad, en kopia är sparad</source>
        <translation>its log was damaged, a copy is kept</translation>
    </message>
    <message>
        <source>innehållet hänger inte ihop</source>
        <translation>its content does not hold together</translation>
    </message>
    <message>
        <source>en annan nyckel har låst den</source>
        <translation>locked with another key</translation>
    </message>
    <message>
        <source>en annan fil låg på dess plats</source>
        <translation>another file lay in its place</translation>
    </message>
    <message>
        <source>en okrypterad fil låg på dess plats</source>
        <translation>an unencrypted file lay in its place</translation>
    </message>
    <message>
        <source>okänt format</source>
        <translation>unknown format</translation>
    </message>
    <message>
        <source>inte gjord av Mottaget</source>
        <translation>not made by Mottaget</translation>
    </message>
    <message>
        <source>ett äldre läge, återställt från en kopia</source>
        <translation>an older state, put back from a copy</translation>
    </message>
    <message>
        <source>filen var borta</source>
        <translation>the file was gone</translation>
    </message>
    <message>
        <source>skriven av en nyare version</source>
        <translation>written by a newer version</translation>
    </message>
    <message>
        <source>disken ger den inte</source>
        <translation>the disk does not give it</translation>
    </message>
    <message>
        <source>Uppgifterna är för gamla för att visas. De visas igen när de har hämtats på nytt.</source>
        <translation>The data are too old to be shown. They are shown again when they have been fetched anew.</translation>
    </message>
    <message>
        <source>väntar sedan %1 på en tidigare åtgärd i ärendet, som måste åtgärdas först</source>
        <translation>waiting since %1 for an earlier action of the case, which needs attention first</translation>
    </message>
    <message>
        <source>väntar sedan %1, skickas när du har låst upp</source>
        <translation>waiting since %1, sent when you have unlocked</translation>
    </message>
    <message>
        <source>väntar sedan %1, skickas när nätet är tillbaka</source>
        <translation>waiting since %1, sent when the network is back</translation>
    </message>
    <message>
        <source>väntar sedan %1, skickas när du har loggat in igen</source>
        <translation>waiting since %1, sent when you have signed in again</translation>
    </message>
    <message>
        <source>väntar sedan %1, nätet kräver en egen inloggning</source>
        <translation>waiting since %1, the network wants a login of its own</translation>
    </message>
    <message>
        <source>väntar sedan %1, servern kan inte verifieras; ring IT</source>
        <translation>waiting since %1, the server can&apos;t be verified; call IT</translation>
    </message>
    <message>
        <source>väntar sedan %1, servern ber oss vänta till %2</source>
        <translation>waiting since %1, the server asks us to wait until %2</translation>
    </message>
    <message>
        <source>väntar sedan %1, servern ber oss vänta</source>
        <translation>waiting since %1, the server asks us to wait</translation>
    </message>
    <message>
        <source>väntar sedan %1 på en tidigare åtgärd i ärendet</source>
        <translation>waiting since %1 for an earlier action of the case</translation>
    </message>
    <message>
        <source>sparad här %1, kan ångras till %2</source>
        <translation>saved here %1, can be undone until %2</translation>
    </message>
    <message>
        <source>väntar sedan %1, nästa försök %2</source>
        <translation>waiting since %1, next attempt %2</translation>
    </message>
    <message>
        <source>sparad här %1, bekräftas, servern tillfrågas %2</source>
        <translation>saved here %1, being confirmed, the server is asked %2</translation>
    </message>
    <message>
        <source>orsaken är okänd</source>
        <translation>the reason is not known</translation>
    </message>
    <message>
        <source>Läs serverns ord, ändra och försök igen. Ring IT om det händer igen.</source>
        <translation>Read the server&apos;s words, change it and try again. Call IT if it happens again.</translation>
    </message>
    <message>
        <source>Låt en kollega med behörighet göra det, eller försök igen när du har fått behörigheten.</source>
        <translation>Let a colleague with the permission do it, or try again when you have been given it.</translation>
    </message>
    <message>
        <source>Ta tillbaka den. Ring invånaren om svaret behövs ändå.</source>
        <translation>Take it back. Telephone the resident if the reply is needed anyway.</translation>
    </message>
    <message>
        <source>Ta tillbaka den. Ring den andra enheten om de behöver veta.</source>
        <translation>Take it back. Telephone the other unit if they need to know.</translation>
    </message>
    <message>
        <source>Öppna ärendet och se hur det är nu. Gör om, eller ta tillbaka.</source>
        <translation>Open the case and see how it is now. Do it anew, or take it back.</translation>
    </message>
    <message>
        <source>Försök igen. Ring IT om det händer igen.</source>
        <translation>Try again. Call IT if it happens again.</translation>
    </message>
    <message>
        <source>Hinner kanske inte fram före fristen %1. Ring invånaren.</source>
        <extracomment>%1 is when the promised time ends: &quot;i dag 12:00&quot;.</extracomment>
        <translation>May not arrive before the deadline, %1. Telephone the resident.</translation>
    </message>
    <message>
        <source>Fristen gick ut %1 och svaret har inte kommit fram. Ring invånaren.</source>
        <translation>The deadline passed %1 and the reply has not arrived. Telephone the resident.</translation>
    </message>
    <message>
        <source>Hinner inte fram före fristen %1. Ring invånaren.</source>
        <translation>Will not arrive before the deadline, %1. Telephone the resident.</translation>
    </message>
    <message>
        <source>Serverns ord: %1</source>
        <translation>The server&apos;s words: %1</translation>
    </message>
    <message>
        <source>Din åtgärd: %1, %2, %3, på den här datorn</source>
        <extracomment>One side of a conflict: %1 what was done, %2 who did it, %3 when.</extracomment>
        <translation>Your action: %1, %2, %3, on this computer</translation>
    </message>
    <message>
        <source>läget är nu %1</source>
        <translation>the state is now %1</translation>
    </message>
    <message>
        <source>ligger nu i enhetens inkorg</source>
        <translation>is now in the unit&apos;s inbox</translation>
    </message>
    <message>
        <source>ligger nu hos %1</source>
        <translation>is now with %1</translation>
    </message>
    <message>
        <source>prioriteten är nu %1</source>
        <translation>the priority is now %1</translation>
    </message>
    <message>
        <source>avslutet är ändrat</source>
        <translation>the closure has changed</translation>
    </message>
    <message>
        <source>nytt meddelande från invånaren</source>
        <translation>new message from the resident</translation>
    </message>
    <message>
        <source>%1 är skickat</source>
        <translation>%1 has been sent</translation>
    </message>
    <message>
        <source>ny intern notering</source>
        <translation>new internal note</translation>
    </message>
    <message>
        <source>Ärendet: %1</source>
        <translation>The case: %1</translation>
    </message>
    <message>
        <source>okänt av vem</source>
        <translation>not known by whom</translation>
    </message>
    <message>
        <source>okänt när</source>
        <translation>not known when</translation>
    </message>
    <message>
        <source>i Mottaget</source>
        <translation>in Mottaget</translation>
    </message>
    <message>
        <source>i ett annat system</source>
        <translation>in another system</translation>
    </message>
    <message>
        <source>Skicka ändå</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Gör ändå</source>
        <translation>Do it anyway</translation>
    </message>
    <message>
        <source>Ta över och skicka</source>
        <translation>Take over and send</translation>
    </message>
    <message>
        <source>Ta över och gör</source>
        <translation>Take over and do it</translation>
    </message>
    <message>
        <source>Skicka som rättelse</source>
        <translation>Send as a correction</translation>
    </message>
    <message>
        <source>Spara som notering</source>
        <translation>Save as a note</translation>
    </message>
    <message>
        <source>Redigera</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Ta tillbaka</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Görs på ärendet som det är nu</source>
        <translation>Done on the case as it is now</translation>
    </message>
    <message>
        <source>Ärendet blir ditt, sedan görs åtgärden</source>
        <translation>The case becomes yours, then the action is done</translation>
    </message>
    <message>
        <source>Invånaren får texten som en rättelse efter svaret som redan är skickat</source>
        <translation>The resident gets the text as a correction after the reply that has been sent already</translation>
    </message>
    <message>
        <source>Texten blir en intern notering. Visas inte på 1177, kan begäras ut</source>
        <translation>The text becomes an internal note. Not shown on 1177, can be requested</translation>
    </message>
    <message>
        <source>Ta tillbaka och öppna texten som utkast</source>
        <translation>Take back and open the text as a draft</translation>
    </message>
    <message>
        <source>Åtgärden görs inte</source>
        <translation>The action is not done</translation>
    </message>
    <message>
        <source>Läs vad som har ändrats och välj sedan vad som ska göras.</source>
        <translation>Read what has changed, then choose what to do.</translation>
    </message>
    <message>
        <source>Läs svaret som är skickat och välj sedan vad som ska göras med ditt.</source>
        <translation>Read the reply that has been sent, then choose what to do with yours.</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::SyncSentence</name>
    <message>
        <source>Utan nät, senast synkad %1</source>
        <translation>Offline, last synced %1</translation>
    </message>
    <message>
        <source>Inte hämtat än</source>
        <translation>Not fetched yet</translation>
    </message>
    <message numerus="yes">
        <source>Hämtar ärenden, %n här</source>
        <translation>
            <numerusform>Fetching cases, %n here</numerusform>
            <numerusform>Fetching cases, %n here</numerusform>
        </translation>
    </message>
    <message>
        <source>Synkad %1</source>
        <translation>Synced %1</translation>
    </message>
    <message>
        <source>Hämtar</source>
        <translation>Fetching</translation>
    </message>
    <message>
        <source>Utan nät sedan %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>Logga in igen för att synka</source>
        <translation>Sign in again to sync</translation>
    </message>
    <message>
        <source>Nätet kräver inloggning</source>
        <translation>The network needs a login</translation>
    </message>
    <message>
        <source>Anslutningen till regionen kan inte verifieras</source>
        <translation>The connection to the region cannot be verified</translation>
    </message>
    <message>
        <source>Servern ber oss vänta</source>
        <translation>The server asks us to wait</translation>
    </message>
    <message>
        <source>Allt kunde inte hämtas, senast hela %1</source>
        <translation>Not everything could be fetched, last complete %1</translation>
    </message>
    <message>
        <source>Allt kunde inte hämtas</source>
        <translation>Not everything could be fetched</translation>
    </message>
    <message numerus="yes">
        <source>%n väntar på att skickas</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n att åtgärda</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message>
        <source>Utan nät</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>%n fil(er) lagda åt sidan</source>
        <translation>
            <numerusform>%n file set aside</numerusform>
            <numerusform>%n files set aside</numerusform>
        </translation>
    </message>
    <message>
        <source>Datorns disk är full eller svarar inte, senast hela %1</source>
        <translation>The computer&apos;s disk is full or does not answer, last complete %1</translation>
    </message>
    <message>
        <source>Datorns disk är full eller svarar inte</source>
        <translation>The computer&apos;s disk is full or does not answer</translation>
    </message>
    <message>
        <source>datorns disk är nästan full</source>
        <translation>the computer&apos;s disk is nearly full</translation>
    </message>
    <message>
        <source>En åtgärd har nått regionen till en del, resten prövas igen</source>
        <translation>An action has reached the region in part, the rest is tried again</translation>
    </message>
    <message>
        <source>Uppgifterna är för gamla för att visas</source>
        <translation>The data are too old to be shown</translation>
    </message>
    <message>
        <source>Gamla uppgifter, hämtade %1</source>
        <translation>Old data, fetched %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::TextPanel</name>
    <message>
        <source>Intern notering</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Rättelse till invånaren</source>
        <translation>Correction to the resident</translation>
    </message>
    <message>
        <source>Hänvisa till annan enhet</source>
        <translation>Refer to another unit</translation>
    </message>
    <message>
        <source>Återta på invånarens begäran</source>
        <translation>Withdraw at the resident&apos;s request</translation>
    </message>
    <message>
        <source>Återuppta ärendet</source>
        <translation>Reopen the case</translation>
    </message>
    <message>
        <source>Visas inte på 1177, men kan begäras ut.</source>
        <translation>Not shown on 1177, but can be requested under public access.</translation>
    </message>
    <message>
        <source>Skickas som ett nytt meddelande. Det som redan är skickat står kvar.</source>
        <translation>Sent as a new message. What has been sent already stays.</translation>
    </message>
    <message>
        <source>Invånaren läser texten. Ärendet avslutas hos den här enheten.</source>
        <translation>The resident reads the text. The case is closed at this unit.</translation>
    </message>
    <message>
        <source>Ärendet avslutas utan svar. Det går inte att göra ogjort när det har skickats.</source>
        <translation>The case ends without a reply. This cannot be undone once it has been sent.</translation>
    </message>
    <message>
        <source>Ett nytt ärende skapas och knyts till det avslutade.</source>
        <translation>A new case is made and tied to the closed one.</translation>
    </message>
    <message>
        <source>Vart invånaren ska vända sig och varför</source>
        <translation>Where the resident should turn, and why</translation>
    </message>
    <message>
        <source>Varför, kan lämnas tomt</source>
        <translation>Why; may be left empty</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Spara notering för %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation>Save the note for %1</translation>
    </message>
    <message>
        <source>Skicka rättelse till %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation>Send the correction to %1</translation>
    </message>
    <message>
        <source>Hänvisa %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation>Refer %1</translation>
    </message>
    <message>
        <source>Återta ärendet för %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation>Withdraw the case of %1</translation>
    </message>
    <message>
        <source>Återuppta ärendet för %1</source>
        <extracomment>%1 is the patient&apos;s name.</extracomment>
        <translation>Reopen the case of %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ThreadCards</name>
    <message>
        <source>Inget svar</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Formuläret är tomt</source>
        <translation>The form is empty</translation>
    </message>
    <message>
        <source>Hämta</source>
        <translation>Fetch</translation>
    </message>
    <message>
        <source>Hämta %1</source>
        <translation>Fetch %1</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ThreadItems</name>
    <message>
        <source>Mottagningen</source>
        <translation>The clinic</translation>
    </message>
    <message>
        <source>Invånaren</source>
        <translation>The resident</translation>
    </message>
    <message>
        <source>Vårdnadshavare</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>vårdnadshavare</source>
        <translation>guardian</translation>
    </message>
    <message>
        <source>Bokning det gäller</source>
        <translation>The booking concerned</translation>
    </message>
    <message>
        <source>Uppgift saknas</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Önskar</source>
        <translation>Wishes</translation>
    </message>
    <message>
        <source>Avboka</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Omboka</source>
        <translation>Rebook</translation>
    </message>
    <message>
        <source>Önskade tider</source>
        <translation>Wished times</translation>
    </message>
    <message>
        <source>Nås på telefon</source>
        <translation>Reached by telephone</translation>
    </message>
    <message>
        <source>Skyddad uppgift</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>Nås helst</source>
        <translation>Best reached</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the name of a file, %2 its size.
----------
%1 is the kind of a message (Slutsvar), %2 the name of its writer.
----------
%1 is what somebody did (Slutsvar), %2 the name of who did it.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Öppnat av legitimerad %1</source>
        <translation>Opened by a licensed person %1</translation>
    </message>
    <message>
        <source>Medicinskt bedömt %1</source>
        <translation>Medically assessed %1</translation>
    </message>
    <message>
        <source>Hänvisat: %1</source>
        <translation>Referred: %1</translation>
    </message>
    <message>
        <source>Avslutat %1: %2. Journalförd: %3</source>
        <translation>Closed %1: %2. In the medical record: %3</translation>
    </message>
    <message>
        <source>Intern notering. Visas inte på 1177, kan begäras ut.</source>
        <translation>Internal note. Not shown on 1177, can be requested under public access.</translation>
    </message>
    <message>
        <source>Vad andra gör visas inte utan nät</source>
        <translation>What others do is not shown offline</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>inte hämtad</source>
        <translation>not fetched</translation>
    </message>
    <message>
        <source>hämtas</source>
        <translation>being fetched</translation>
    </message>
    <message>
        <source>hämtas när nätet är tillbaka</source>
        <translation>fetched when the network is back</translation>
    </message>
    <message>
        <source>finns här</source>
        <extracomment>The content of an attachment is on this computer.</extracomment>
        <translation>here</translation>
    </message>
    <message>
        <source>för stor för att hämtas, högst %1</source>
        <translation>too large to be fetched, at most %1</translation>
    </message>
    <message>
        <source>saknas hos regionen</source>
        <translation>missing at the region</translation>
    </message>
    <message>
        <source>Bilaga utan namn</source>
        <translation>Attachment without a name</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::ThreadView</name>
    <message>
        <source>Ärendets tråd</source>
        <translation>The thread of the case</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::Times</name>
    <message>
        <source>mån</source>
        <extracomment>Short names of the weekdays, as before a date.</extracomment>
        <translation>Mon</translation>
    </message>
    <message>
        <source>tis</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>ons</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>tor</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>fre</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>lör</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>sön</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>i dag %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation>today %1</translation>
    </message>
    <message>
        <source>i morgon %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation>tomorrow %1</translation>
    </message>
    <message>
        <source>i går %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation>yesterday %1</translation>
    </message>
    <message>
        <source>1 dag</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>%1 dagar</source>
        <translation>%1 days</translation>
    </message>
    <message>
        <source>1 månad</source>
        <translation>1 month</translation>
    </message>
    <message>
        <source>%1 månader</source>
        <translation>%1 months</translation>
    </message>
    <message>
        <source>%1 år</source>
        <translation>%1 years</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::TopBar</name>
    <message>
        <source>Sök patient, ärende eller kommando  (Ctrl+K)</source>
        <translation>Find a patient, case or command  (Ctrl+K)</translation>
    </message>
    <message>
        <source>Utseende och inställningar</source>
        <translation>Appearance and settings</translation>
    </message>
    <message>
        <source>Sök patient, ärende eller kommando</source>
        <translation>Find a patient, case or command</translation>
    </message>
    <message>
        <source>Allt som kan göras, och ärenden på namn eller nummer (Ctrl+K)</source>
        <translation>Everything that can be done, and cases by name or number (Ctrl+K)</translation>
    </message>
    <message>
        <source>Visa egna åtgärder som inte är bekräftade (Ctrl+Q)</source>
        <translation>Show own actions that are not confirmed (Ctrl+Q)</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::UndoBar</name>
    <message>
        <source>Ångra (U)</source>
        <translation>Undo (U)</translation>
    </message>
    <message>
        <source>%1: sparat.</source>
        <translation>%1: saved.</translation>
    </message>
    <message>
        <source>%1, %2: sparat.</source>
        <translation>%1, %2: saved.</translation>
    </message>
    <message>
        <source>Ta tillbaka det senaste (U i listan)</source>
        <translation>Take back the latest (U in the list)</translation>
    </message>
</context>
<context>
    <name>mottaget::ui::UnlockPane</name>
    <message>
        <source>Kopiera raden till IT</source>
        <translation>Copy the line for IT</translation>
    </message>
    <message>
        <source>Nuvarande PIN-kod eller lösenfras</source>
        <translation>Present PIN or passphrase</translation>
    </message>
    <message>
        <source>PIN-kod eller lösenfras</source>
        <translation>PIN or passphrase</translation>
    </message>
    <message>
        <source>Ny PIN-kod eller lösenfras</source>
        <translation>New PIN or passphrase</translation>
    </message>
    <message>
        <source>Samma en gång till</source>
        <translation>The same once more</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Lås upp</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Byt</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>De två är inte lika. Skriv den andra en gång till.</source>
        <translation>The two are not alike. Type the second one again.</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
</context>
</TS>
