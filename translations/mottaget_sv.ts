<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="sv_SE">
<context>
    <name>mottaget::ui::CaseHeading</name>
    <message numerus="yes">
        <source>Dessutom: %n till</source>
        <extracomment>After where one own action stands: how many more there are of this case.</extracomment>
        <translation>
            <numerusform>Dessutom: %n till</numerusform>
            <numerusform>Dessutom: %n till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CaseListPane</name>
    <message numerus="yes">
        <source>%n ärende(n)</source>
        <translation>
            <numerusform>%n ärende</numerusform>
            <numerusform>%n ärenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ny(a)</source>
        <translation>
            <numerusform>%n ny</numerusform>
            <numerusform>%n nya</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gamla uppgifter: hämtade %1, för %n timme/timmar sedan</source>
        <translation>
            <numerusform>Gamla uppgifter: hämtade %1, för %n timme sedan</numerusform>
            <numerusform>Gamla uppgifter: hämtade %1, för %n timmar sedan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mottaget::ui::CustodyText</name>
    <message numerus="yes">
        <source>%n fel försök i rad.</source>
        <translation>
            <numerusform>%n fel försök i rad.</numerusform>
            <numerusform>%n fel försök i rad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>En PIN-kod har minst %n siffror.</source>
        <translation>
            <numerusform>En PIN-kod har minst %n siffra.</numerusform>
            <numerusform>En PIN-kod har minst %n siffror.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>En lösenfras har minst %n tecken.</source>
        <translation>
            <numerusform>En lösenfras har minst %n tecken.</numerusform>
            <numerusform>En lösenfras har minst %n tecken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mottaget::ui::QueuePage</name>
    <message numerus="yes">
        <source>Visa fler: %n till</source>
        <translation>
            <numerusform>Visa fler: %n till</numerusform>
            <numerusform>Visa fler: %n till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mottaget::ui::SyncSentence</name>
    <message numerus="yes">
        <source>Hämtar ärenden, %n här</source>
        <translation>
            <numerusform>Hämtar ärenden, %n här</numerusform>
            <numerusform>Hämtar ärenden, %n här</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n väntar på att skickas</source>
        <translation>
            <numerusform>%n väntar på att skickas</numerusform>
            <numerusform>%n väntar på att skickas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n att åtgärda</source>
        <translation>
            <numerusform>%n att åtgärda</numerusform>
            <numerusform>%n att åtgärda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fil(er) lagda åt sidan</source>
        <translation>
            <numerusform>%n fil lagd åt sidan</numerusform>
            <numerusform>%n filer lagda åt sidan</numerusform>
        </translation>
    </message>
</context>
</TS>
