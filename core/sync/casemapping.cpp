// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/codes.h"
#include "core/fhir/communication.h"
#include "core/fhir/document.h"
#include "core/fhir/provenance.h"
#include "core/fhir/questionnaire.h"
#include "core/fhir/task.h"
#include "core/sync/mapping.h"
#include "core/sync/wire.h"

#include <QRegularExpression>

#include <algorithm>

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

QDateTime timeOf(const std::optional<fhir::Moment>& moment)
{
    return moment ? moment->at : QDateTime();
}

// docs/wire.md, table of states.
struct WireState {
    care::CaseState state;
    care::WaitingFor waitingFor = care::WaitingFor::Nobody;
};

std::optional<WireState> stateOf(const QString& status, const QString& business)
{
    using State = care::CaseState;
    using For = care::WaitingFor;
    if (status == "requested"_L1 || status == "received"_L1)
        return WireState {State::Received};
    if (status == "accepted"_L1)
        return WireState {State::Assigned};
    if (status == "in-progress"_L1)
        return WireState {business == "answered"_L1 ? State::Answered : State::Ongoing};
    if (status == "on-hold"_L1) {
        if (business == "waiting-prescriber"_L1)
            return WireState {State::Waiting, For::Prescriber};
        return WireState {State::Waiting, business == "waiting-colleague"_L1 ? For::Colleague : For::Resident};
    }
    if (status == "completed"_L1)
        return WireState {State::Closed};
    if (status == "rejected"_L1)
        return WireState {State::Redirected};
    if (status == "cancelled"_L1)
        return WireState {State::Withdrawn};
    return std::nullopt;
}

care::Owner ownerOf(const fhir::Reference& reference)
{
    const fhir::Target target = reference.target();
    const auto kind = target.type == "PractitionerRole"_L1 ? care::Owner::Kind::Person : care::Owner::Kind::Unit;
    return {kind, target.id, reference.display()};
}

care::Sender senderOf(const fhir::Reference& reference)
{
    const QString type = reference.target().type;
    if (type == "RelatedPerson"_L1)
        return {care::Sender::Kind::Guardian, reference.display()};
    return {type == "PractitionerRole"_L1 ? care::Sender::Kind::Staff : care::Sender::Kind::Patient, reference.display()};
}

care::WishedTime wishedTimeOf(const fhir::Element& value)
{
    if (value.isObject()) {
        const fhir::Period period(value);
        return {timeOf(period.start()), timeOf(period.end()), {}};
    }
    return {{}, {}, value.text()};
}

QString spanText(const fhir::Element& value)
{
    return value.isObject() ? fhir::Reference(value).display() : value.text();
}

void readInput(care::Case& value, const fhir::TaskParameter& input)
{
    const QString code = input.type().codeIn(wire::caseInput);
    const fhir::Element content = input.value();
    if (code == "wished-time"_L1) {
        value.wishedTimes << wishedTimeOf(content);
    } else if (code == "booking"_L1 || code == "booking-action"_L1) {
        if (!value.booking)
            value.booking = care::BookingConcerned {};
        if (code == "booking"_L1) {
            const fhir::Reference booking(content);
            value.booking->appointmentId = booking.idOf(u"Appointment");
            value.booking->description = booking.display();
        } else {
            value.booking->wish =
                content.text() == "cancel"_L1 ? care::BookingConcerned::Wish::Cancel : care::BookingConcerned::Wish::Rebook;
        }
    } else if (code == "callback-phone"_L1) {
        value.callbackPhone = content.text();
    } else if (code == "callback-time"_L1) {
        value.callbackTimes << spanText(content);
    } else if (code == "interpreter"_L1) {
        value.interpreter = content.text();
    }
}

std::optional<care::Closure> closureOf(const fhir::Task& task)
{
    care::Closure closure;
    bool found = false;
    for (const fhir::TaskParameter output : task.outputs()) {
        const QString code = output.type().codeIn(wire::caseOutput);
        if (code == "outcome"_L1) {
            closure.outcome = fhir::CodeableConcept(output.value()).codeIn(wire::outcome);
            found = true;
        } else if (code == "journal"_L1) {
            closure.journal = care::journalChoiceOf(output.value().text()).value_or(care::JournalChoice::NotApplicable);
        }
    }
    return found ? std::optional(closure) : std::nullopt;
}

void readNotes(care::Case& value, const fhir::Task& task)
{
    for (const fhir::Annotation note : task.notes())
        value.notes << care::Note {note.author().display(), timeOf(note.time()), note.text()};
    std::stable_sort(value.notes.begin(), value.notes.end(), [](const care::Note& a, const care::Note& b) { return a.time < b.time; });
}

void addAnswers(QList<care::FormAnswer>& form, const fhir::List<fhir::ResponseItem>& items, int depth)
{
    for (const fhir::ResponseItem item : items) {
        QStringList answers;
        for (const fhir::Answer answer : item.answers())
            answers << answer.valueText();
        form << care::FormAnswer {item.text(), answers.join(u", "_s), depth};
        addAnswers(form, item.items(), depth + 1);
        for (const fhir::Answer answer : item.answers())
            addAnswers(form, answer.items(), depth + 1);
    }
}

} // namespace

std::optional<care::Case> caseOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    if (!document)
        return std::nullopt;
    const auto task = fhir::Task::of(document->root());
    if (!task || !task->partOf().isEmpty())
        return std::nullopt;
    const auto state = stateOf(task->status(), task->businessStatus().codeIn(wire::businessStatus));
    if (!state)
        return std::nullopt;
    care::Case value;
    value.id = care::CaseId(task->id());
    value.version = care::VersionId(task->meta().versionId());
    for (const fhir::Identifier identifier : task->identifiers()) {
        if (identifier.system() == QLatin1StringView(wire::caseNumber))
            value.number = identifier.value();
    }
    value.type = task->code().codeIn(wire::caseType);
    value.state = state->state;
    value.waitingFor = state->waitingFor;
    value.priority = care::priorityOf(task->priority()).value_or(care::Priority::Routine);
    value.owner = ownerOf(task->owner());
    value.unitHsaId = task->meta().tagIn(wire::unit);
    value.patient = care::PatientId(task->forWhom().idOf(u"Patient"));
    value.sender = senderOf(task->requester());
    value.subject = task->description();
    value.received = timeOf(task->authoredOn());
    value.changed = timeOf(task->lastModified());
    value.openedByLicensed = timeOf(task->extension(wire::openedByLicensed).momentValue());
    value.medicallyAssessed = timeOf(task->extension(wire::medicallyAssessed).momentValue());
    value.redirectReason = task->statusReason().text();
    value.closure = closureOf(*task);
    for (const fhir::TaskParameter input : task->inputs())
        readInput(value, input);
    readNotes(value, *task);
    return value;
}

std::optional<care::RenewalLine> renewalLineOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    if (!document)
        return std::nullopt;
    const auto task = fhir::Task::of(document->root());
    if (!task || task->code().codeIn(wire::casePart) != "renewal-line"_L1)
        return std::nullopt;
    care::RenewalLine line;
    line.id = care::PartId(task->id());
    line.version = care::VersionId(task->meta().versionId());
    line.decided = task->status() != "requested"_L1;
    for (const fhir::TaskParameter input : task->inputs()) {
        const QString code = input.type().codeIn(wire::caseInput);
        const fhir::Element content = input.value();
        if (code == "drug"_L1)
            line.drug = content.text();
        else if (code == "strength"_L1)
            line.strength = content.text();
        else if (code == "dosage"_L1)
            line.dosage = content.text();
        else if (code == "indication"_L1)
            line.indication = content.text();
        else if (code == "remaining"_L1)
            line.remaining = content.text();
        else if (code == "line-number"_L1)
            line.number = static_cast<int>(content.integer().value_or(0));
    }
    if (line.drug.isEmpty())
        line.drug = task->description();
    return line;
}

namespace {

// Only Binary/{id} of this very region: no address that a message brings along is ever asked.
care::Attachment attachmentOf(const fhir::Attachment& file)
{
    static const QRegularExpression own(u"^Binary/([A-Za-z0-9.-]{1,64})$"_s);
    return {own.match(file.url()).captured(1), file.title(), file.contentType(), file.size().value_or(-1)};
}

} // namespace

std::optional<care::Message> messageOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    if (!document)
        return std::nullopt;
    const auto communication = fhir::Communication::of(document->root());
    if (!communication)
        return std::nullopt;
    const auto kind = care::messageKindOf(communication->categories().first().codeIn(wire::messageKind));
    if (!kind)
        return std::nullopt;
    care::Message message;
    message.id = care::MessageId(communication->id());
    message.kind = *kind;
    message.senderName = communication->sender().display();
    message.fromStaff = communication->sender().target().type == "PractitionerRole"_L1;
    message.sent = timeOf(communication->sent());
    message.readAt = timeOf(communication->received());
    for (const fhir::Payload payload : communication->payloads()) {
        if (const fhir::Attachment file = payload.contentAttachment(); file.isPresent())
            message.attachments << attachmentOf(file);
        else if (message.text.isEmpty())
            message.text = payload.contentString();
    }
    message.delivery = message.readAt.isValid()     ? care::Delivery::Read
        : communication->status() == "completed"_L1 ? care::Delivery::Received
                                                    : care::Delivery::Sent;
    return message;
}

QList<care::FormAnswer> formOf(const QByteArray& body)
{
    QList<care::FormAnswer> form;
    const auto document = fhir::Document::parse(body);
    if (!document)
        return form;
    if (const auto response = fhir::QuestionnaireResponse::of(document->root()))
        addAnswers(form, response->items(), 0);
    return form;
}

std::optional<store::CaseEvent> eventOf(const store::StoredResource& resource)
{
    const auto document = fhir::Document::parse(resource.body);
    if (!document)
        return std::nullopt;
    const auto provenance = fhir::Provenance::of(document->root());
    if (!provenance)
        return std::nullopt;
    const QString verb = provenance->activity().codeIn(wire::verb);
    if (verb.isEmpty())
        return std::nullopt;
    return store::CaseEvent {resource.id, verb, {}, provenance->meta().tagIn(wire::unit), timeOf(provenance->recorded())};
}

std::optional<care::Deed> deedOf(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    if (!document)
        return std::nullopt;
    const auto provenance = fhir::Provenance::of(document->root());
    if (!provenance)
        return std::nullopt;
    care::Deed deed;
    deed.verb = provenance->activity().codeIn(wire::verb);
    if (deed.verb.isEmpty())
        return std::nullopt;
    deed.at = timeOf(provenance->recorded());
    for (const fhir::ProvenanceAgent agent : provenance->agents()) {
        deed.by = agent.who().display();
        deed.role = care::StaffRoleId(agent.who().target().id);
        break; // who acted comes first, docs/wire.md
    }
    for (const fhir::Reference target : provenance->targets())
        deed.touched << target.target().id;
    return deed;
}

QDateTime updatedAt(const QByteArray& body)
{
    const auto document = fhir::Document::parse(body);
    return document ? timeOf(fhir::Meta(document->root()["meta"]).lastUpdated()) : QDateTime();
}

} // namespace mottaget::sync
