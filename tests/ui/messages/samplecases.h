// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"

#include <QString>

//! Open cases as the session gives them, for tests and pictures of the case pane. Invented people, published test identities.
namespace samples {

using namespace mottaget;

inline QDateTime at(const char* iso)
{
    return QDateTime::fromString(QLatin1StringView(iso), Qt::ISODate);
}
//! All samples are written for this moment: Monday 2026-11-23 10:44 in Sweden.
inline QDateTime now()
{
    return at("2026-11-23T09:44:00Z");
}

inline QString s(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

inline care::Actor nurse()
{
    care::Actor actor;
    actor.self = {care::StaffRoleId(s("role-anna")), s("SE2321000131-P000000000001"), s("Anna Berg"), s("distriktssköterska"),
        care::Role::CaseReceiver | care::Role::CaseHandler, care::Profession::Nurse, true};
    actor.commissionHsaId = s("SE2321000131-U000000000001");
    actor.unitHsaId = s("SE2321000131-E000000000001");
    actor.unit = care::OrganizationId(s("org-1"));
    actor.unitName = s("Björkens hälsocentral");
    return actor;
}

inline care::Owner mine()
{
    return {care::Owner::Kind::Person, s("role-anna"), s("Anna Berg")};
}
inline care::Owner colleague()
{
    return {care::Owner::Kind::Person, s("role-per"), s("Per Nyström")};
}
inline care::Owner theUnit()
{
    return {care::Owner::Kind::Unit, s("org-1"), s("Björkens hälsocentral")};
}

inline QList<care::StaffMember> staff()
{
    const care::Roles both = care::Role::CaseReceiver | care::Role::CaseHandler;
    return {{care::StaffRoleId(s("role-anna")), s("SE2321000131-P000000000001"), s("Anna Berg"), s("distriktssköterska"), both,
                care::Profession::Nurse, true},
        {care::StaffRoleId(s("role-eva")), s("SE2321000131-P000000000002"), s("Eva Holm"), s("distriktssköterska"), both,
            care::Profession::PrescribingNurse, true},
        {care::StaffRoleId(s("role-lars")), s("SE2321000131-P000000000003"), s("Lars Öberg"), s("medicinsk sekreterare"),
            care::Role::CaseReceiver, care::Profession::Unlicensed, true},
        {care::StaffRoleId(s("role-per")), s("SE2321000131-P000000000004"), s("Per Nyström"), s("distriktsläkare"), both,
            care::Profession::Physician, true},
        {care::StaffRoleId(s("role-sara")), s("SE2321000131-P000000000005"), s("Sara Lind"), s("fysioterapeut"), both,
            care::Profession::OtherLicensed, false}};
}

inline care::Patient patient(const char* id, const char* family, const char* given, const char* number, QDate born, care::Sex sex)
{
    care::Patient value;
    value.id = care::PatientId(s(id));
    value.familyName = s(family);
    value.givenName = s(given);
    value.identity = s(number);
    value.identitySystem = s("http://electronichealth.se/identifier/personnummer");
    value.birthDate = born;
    value.sex = sex;
    return value;
}

inline care::Patient karin()
{
    return patient("patient-karin", "Lindqvist", "Karin", "196709132887", {1967, 9, 13}, care::Sex::Female);
}

inline session::OpenCase caseOf(const char* type, const char* subject, const care::Patient& patient)
{
    session::OpenCase open;
    open.value.id = care::CaseId(s("case-") + patient.id.text());
    open.value.version = care::VersionId(s("3"));
    open.value.number = s("1177-2026-004812");
    open.value.type = s(type);
    open.value.state = care::CaseState::Ongoing;
    open.value.owner = mine();
    open.value.unitHsaId = nurse().unitHsaId;
    open.value.patient = patient.id;
    open.value.sender = {care::Sender::Kind::Patient, patient.givenName + QLatin1Char(' ') + patient.familyName};
    open.value.subject = s(subject);
    open.value.received = at("2026-11-23T07:07:00Z");
    open.value.changed = at("2026-11-23T07:50:00Z");
    open.patient = patient;
    open.type = care::CaseTypes::basic().find(s(type));
    open.fetchedAt = at("2026-11-23T09:42:00Z");
    open.access.allowed = true;
    open.access.basis = care::AccessDecision::Basis::OwnUnit;
    return open;
}

inline care::Message reply(const char* id, care::MessageKind kind, const char* sent, care::Delivery delivery, const char* text)
{
    care::Message value;
    value.id = care::MessageId(s(id));
    value.kind = kind;
    value.fromStaff = kind != care::MessageKind::Resident;
    value.senderName = value.fromStaff ? s("Anna Berg") : s("Karin Lindqvist");
    value.sent = at(sent);
    value.delivery = delivery;
    value.text = s(text);
    return value;
}

//! The case of the drawings: a cough of two weeks, a note by a colleague, a partial reply that is read.
inline session::OpenCase cough()
{
    session::OpenCase open = caseOf("advice", "hosta i två veckor", karin());
    open.value.interpreter = s("fi");
    open.value.openedByLicensed = at("2026-11-23T07:50:00Z");
    open.value.form = {{s("Vad gäller det?"), s("Har hostat i två veckor. Sedan i går även feber, 38,6."), 0},
        {s("Hur länge?"), s("14 dagar"), 0}, {s("Vad har du prövat?"), s("Hostmedicin, vila"), 0}};
    care::Message partial = reply("m1", care::MessageKind::Partial, "2026-11-23T08:02:00Z", care::Delivery::Read,
        "Hej Karin! Vi har läst ditt ärende och återkommer före 15:20 i dag. Ring 112 om du får svårt att andas.");
    partial.readAt = at("2026-11-23T08:40:00Z");
    open.value.messages = {partial};
    open.value.notes = {
        {s("Per Nyström"), at("2026-11-23T08:15:00Z"), s("Har ringt utan svar 09:10, prövar igen efter lunch. Kan tas av någon annan.")}};
    open.draft = session::Draft {care::Verb::Reply,
        s("Hej Karin! Du är välkommen för provtagning i dag kl. 13.30. Anmäl dig i receptionen.\nTa med legitimation."),
        at("2026-11-23T09:42:07Z")};
    open.namedCareContact = s("Eva Holm, distriktssköterska");
    open.otherOpenCases = 1;
    return open;
}

inline session::QueuedCommand queued(const char* id, care::Verb verb, care::CommandState state, const char* message = "")
{
    session::QueuedCommand one;
    one.command.id = care::CommandId(s(id));
    one.command.verb = verb;
    one.command.messageId = care::MessageId(s(message));
    one.command.actedAt = at("2026-11-23T09:43:00Z");
    one.state = state;
    return one;
}

//! The same when a colleague was first: both sides and the ways on.
inline session::QueuedCommand stopped(session::QueuedCommand one)
{
    using What = care::Difference::What;
    using Source = care::Difference::Source;
    one.command.authorName = s("Anna Berg");
    one.state = care::CommandState::Conflict;
    care::Difference owner {What::Owner, Source::Mottaget, s("Per Nyström"), at("2026-11-23T09:12:00Z"), {}, {}, {}, {}, {}};
    owner.owner = {care::Owner::Kind::Person, s("role-per"), s("Per Nyström")};
    care::Difference answer {What::Message, Source::Mottaget, s("Per Nyström"), at("2026-11-23T09:12:00Z"), {}, {}, {}, {}, {}};
    answer.kind = care::MessageKind::Partial;
    care::Difference priority {What::Priority, Source::OtherSystem, {}, at("2026-11-23T09:20:00Z"), {}, {}, {}, {}, {}};
    priority.priority = care::Priority::Urgent;
    one.conflict = care::Conflict {
        care::VersionId(s("9")), {owner, answer, priority}, {care::WayOn::TakeFirst, care::WayOn::AsNote, care::WayOn::AsDraft}};
    return one;
}

//! The same case without network: the partial reply waits here.
inline session::OpenCase coughOffline()
{
    session::OpenCase open = cough();
    open.value.messages[0].delivery = care::Delivery::SavedHere;
    open.value.messages[0].sent = at("2026-11-23T09:43:00Z");
    open.value.messages[0].readAt = {};
    open.commands = {
        queued("c0", care::Verb::Take, care::CommandState::Queued), queued("c1", care::Verb::Partial, care::CommandState::Queued, "m1")};
    return open;
}

inline session::OpenCase renewal()
{
    session::OpenCase open =
        caseOf("renewal", "4 läkemedel", patient("patient-elis", "Holm", "Elis", "194510106331", {1945, 10, 10}, care::Sex::Male));
    open.value.owner = theUnit();
    open.value.state = care::CaseState::Received;
    open.value.form = {{s("Varför behöver du förnya?"), s("Tar slut på onsdag. Sover dåligt igen."), 0}, {s("Biverkningar?"), {}, 0}};
    const auto line = [](int number, const char* drug, const char* strength, const char* dosage, const char* why, const char* left) {
        return care::RenewalLine {
            care::PartId(s(drug)), care::VersionId(s("1")), number, s(drug), s(strength), s(dosage), s(why), s(left), false};
    };
    open.value.renewalLines = {line(1, "metoprolol", "depottablett 50 mg", "1 tablett dagligen", "högt blodtryck", "2 tabletter"),
        line(2, "salbutamol", "inhalationspulver 0,2 mg/dos", "1–2 doser vid behov, högst 8 doser per dygn", "astma", "halv inhalator"),
        line(3, "levotyroxinnatrium", "tablett 0,10 mg", "1 tablett dagligen på fastande mage, minst en halvtimme före frukost",
            "låg ämnesomsättning", "1 vecka"),
        line(4, "folsyra", "tablett 1 mg", "1 tablett dagligen", "", "")};
    open.namedCareContact.clear();
    return open;
}

inline session::OpenCase child()
{
    session::OpenCase open = caseOf("request-booking", "ont i örat sedan i går",
        patient("patient-viktor", "Fors", "Viktor", "201908232398", {2019, 8, 23}, care::Sex::Male));
    open.value.sender = {care::Sender::Kind::Guardian, s("Emma Fors")};
    open.value.form = {{s("Vad gäller besöket?"), s("Ont i örat sedan i går, feber i natt."), 0},
        {s("Har barnet varit i kontakt med oss tidigare?"), s("Ja"), 0}};
    open.value.wishedTimes = {{at("2026-11-23T12:00:00Z"), at("2026-11-23T14:00:00Z"), {}}, {{}, {}, s("Helst före skolan slutar")}};
    open.value.callbackPhone = s("070-174 06 00");
    open.value.state = care::CaseState::Assigned;
    return open;
}

inline session::OpenCase hidden()
{
    session::OpenCase open =
        caseOf("advice", "fråga om utslag", patient("patient-hidden", "Hemlig", "Hilda", "195202132303", {1952, 2, 13}, care::Sex::Female));
    open.patient->protection = care::Protection::ConfidentialityMark;
    open.value.form = {{s("Vad gäller det?"), s("Utslag på armen sedan en vecka."), 0}};
    open.value.callbackPhone = s("070-174 06 05");
    return open;
}

inline session::OpenCase longName()
{
    session::OpenCase open = caseOf("change-booking", "kan inte komma på grund av resa, önskar annan tid under december",
        patient("patient-long", "af Ugglas-von Essen", "Karl-Johan Fredrik", "197806182395", {1978, 6, 18}, care::Sex::Male));
    open.value.interpreter = s("swl");
    open.patient->deceased = true;
    open.value.priority = care::Priority::Urgent;
    open.value.owner = colleague();
    open.value.booking =
        care::BookingConcerned {s("a1"), s("Återbesök, dr Nyström, tis 2026-11-24 08:30"), care::BookingConcerned::Wish::Rebook};
    for (int i = 1; i <= 12; ++i)
        open.value.form.append({s("Fråga %1 i ett långt formulär som tar mer än en rad?").arg(i),
            i % 3 ? s(
                "Ett svar som också är långt, med flera meningar. Det ska gå att läsa utan att något skärs av, även när fönstret är smalt.")
                  : s("Ja"),
            i % 4 ? 0 : 1});
    return open;
}

inline session::OpenCase answered()
{
    session::OpenCase open = cough();
    open.draft.reset();
    open.value.state = care::CaseState::Answered;
    open.value.messages.append(
        reply("m2", care::MessageKind::Final, "2026-11-23T08:50:00Z", care::Delivery::Received, "Hej! Du är välkommen i dag 13.30."));
    return open;
}

} // namespace samples
