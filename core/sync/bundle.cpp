// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/bundle.h"

#include "core/care/codes.h"
#include "core/fhir/drafts.h"
#include "core/fhir/editor.h"
#include "core/fhir/task.h"
#include "core/fhir/transactionbuilder.h"
#include "core/sync/wire.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

using fhir::CodingDraft;
using fhir::Json;
using fhir::ReferenceDraft;

CodingDraft codingOf(const char* system, const QString& code)
{
    return {QString::fromLatin1(system), code, {}};
}

QList<CodingDraft> unitTag(const care::Case& value)
{
    return {codingOf(wire::unit, value.unitHsaId)};
}

ReferenceDraft authorOf(const care::Command& command)
{
    return {u"PractitionerRole/"_s + command.authorRole.text(), command.authorName};
}

ReferenceDraft caseReference(const care::CaseId& id)
{
    return {u"Task/"_s + id.text(), {}};
}

// docs/wire.md, table of states: Task.status and businessStatus.
QPair<QString, QString> wireStateOf(const care::Case& value)
{
    switch (value.state) {
    case care::CaseState::Received: return {u"requested"_s, {}};
    case care::CaseState::Assigned: return {u"accepted"_s, {}};
    case care::CaseState::Ongoing: return {u"in-progress"_s, {}};
    case care::CaseState::Waiting: return {u"on-hold"_s, u"waiting-"_s + care::codeOf(value.waitingFor)};
    case care::CaseState::Answered: return {u"in-progress"_s, u"answered"_s};
    case care::CaseState::Closed: return {u"completed"_s, {}};
    case care::CaseState::Redirected: return {u"rejected"_s, {}};
    case care::CaseState::Withdrawn: return {u"cancelled"_s, {}};
    }
    Q_UNREACHABLE();
}

// Task bodies come from the cache, which holds sound resources only: an edit that fails is a bug.
void set(fhir::Editor& task, const fhir::Path& path, const Json& value)
{
    [[maybe_unused]] const auto done = task.set(path, value);
    Q_ASSERT(done.has_value());
}

void append(fhir::Editor& task, const fhir::Path& path, const Json& value)
{
    [[maybe_unused]] const auto done = task.append(path, value);
    Q_ASSERT(done.has_value());
}

void editState(fhir::Editor& task, const care::Case& current, const care::Case& applied)
{
    const auto [status, business] = wireStateOf(applied);
    if (wireStateOf(current) == wireStateOf(applied))
        return;
    set(task, {"status"}, Json::text(status));
    if (business.isEmpty())
        (void)task.remove({"businessStatus"});
    else
        set(task, {"businessStatus"}, codingOf(wire::businessStatus, business).conceptJson());
}

void editOwner(fhir::Editor& task, const care::Case& current, const care::Case& applied)
{
    if (current.owner == applied.owner)
        return;
    const QString type = applied.owner.kind == care::Owner::Kind::Person ? u"PractitionerRole/"_s : u"Organization/"_s;
    set(task, {"owner"}, ReferenceDraft {type + applied.owner.reference, applied.owner.name}.json());
}

void addClosure(fhir::Editor& task, const care::Closure& closure)
{
    append(task, {"output"},
        fhir::taskParameterJson(
            codingOf(wire::caseOutput, u"outcome"_s), "valueCodeableConcept", codingOf(wire::outcome, closure.outcome).conceptJson()));
    append(task, {"output"},
        fhir::taskParameterJson(codingOf(wire::caseOutput, u"journal"_s), "valueCode", Json::text(QString(care::codeOf(closure.journal)))));
}

void addNotes(fhir::Editor& task, const care::Command& command, const care::Case& current, const care::Case& applied)
{
    for (const care::Note& note : applied.notes) {
        if (!current.notes.contains(note))
            append(task, {"note"}, fhir::annotationJson(authorOf(command), note.time, note.text));
    }
}

QByteArray taskOf(const care::Command& command, const care::Case& current, const care::Case& applied, const QByteArray& body)
{
    auto task = fhir::Editor::of(body);
    Q_ASSERT(task.has_value());
    editState(*task, current, applied);
    editOwner(*task, current, applied);
    if (current.priority != applied.priority)
        set(*task, {"priority"}, Json::text(QString(care::codeOf(applied.priority))));
    if (current.redirectReason != applied.redirectReason)
        set(*task, {"statusReason"}, codingOf(wire::redirectReason, u"wrong-unit"_s).conceptJson(applied.redirectReason));
    if (applied.closure && applied.closure != current.closure)
        addClosure(*task, *applied.closure);
    addNotes(*task, command, current, applied);
    if (!current.openedByLicensed.isValid() && applied.openedByLicensed.isValid())
        append(*task, {"extension"},
            fhir::extensionJson(QString::fromLatin1(wire::openedByLicensed), "valueDateTime", Json::instant(applied.openedByLicensed)));
    set(*task, {"lastModified"}, Json::instant(command.actedAt));
    return task->bytes();
}

// The matter again as a new case: what the resident sent stays, what was done about the old one does not.
QByteArray reopenedTask(const care::Command& command, const care::Case& current, const QByteArray& body, const care::Actor& actor)
{
    auto task = fhir::Editor::of(body);
    Q_ASSERT(task.has_value());
    for (const char* gone : {"identifier", "businessStatus", "statusReason", "output", "note", "extension"})
        (void)task->remove({QByteArray(gone)});
    (void)task->remove({"meta", "versionId"});
    (void)task->remove({"meta", "lastUpdated"});
    set(*task, {"id"}, Json::text(command.newCaseId.text()));
    set(*task, {"status"}, Json::text(u"requested"_s));
    set(*task, {"owner"}, ReferenceDraft {u"Organization/"_s + actor.unit.text(), actor.unitName}.json());
    set(*task, {"authoredOn"}, Json::instant(command.actedAt));
    set(*task, {"lastModified"}, Json::instant(command.actedAt));
    set(*task, {"basedOn"}, Json::array({caseReference(current.id).json()}));
    return task->bytes();
}

Json messageJson(const care::Command& command, const care::Case& current, const care::Message& message, const QByteArray& taskBody)
{
    fhir::CommunicationDraft draft;
    draft.id = message.id.text();
    draft.tags = unitTag(current);
    draft.basedOn = {caseReference(current.id)};
    draft.status = u"in-progress"_s;
    draft.category = codingOf(wire::messageKind, QString(care::codeOf(message.kind)));
    draft.subject = {u"Patient/"_s + current.patient.text(), {}};
    draft.sent = command.actedAt;
    draft.sender = authorOf(command);
    draft.text = message.text;
    if (const auto document = fhir::Document::parse(taskBody)) {
        // Whoever sent the case gets the answer: the resident, or the guardian who wrote for them.
        const fhir::Reference requester(document->root()["requester"]);
        const fhir::Target target = requester.target();
        const bool isResidentSide = target.type == "Patient"_L1 || target.type == "RelatedPerson"_L1;
        draft.recipients = {isResidentSide ? ReferenceDraft {requester.reference(), requester.display()} : draft.subject};
    }
    return draft.json();
}

QByteArray receiptOf(
    const care::Command& command, const care::Case& current, const QList<ReferenceDraft>& targets, const care::Actor& actor)
{
    fhir::ProvenanceDraft receipt;
    receipt.id = command.id.text();
    receipt.tags = unitTag(current);
    receipt.extensions = {fhir::extensionJson(QString::fromLatin1(wire::commission), "valueString", Json::text(command.commissionHsaId))};
    receipt.targets = targets;
    receipt.recorded = command.actedAt;
    receipt.activity = codingOf(wire::verb, QString(care::codeOf(command.verb)));
    receipt.agent = authorOf(command);
    receipt.onBehalfOf = {u"Organization/"_s + actor.unit.text(), actor.unitName};
    return receipt.json().bytes();
}

} // namespace

QByteArray transactionOf(const care::Command& command, const care::Case& current, const care::Case& applied, const QByteArray& taskBody,
    const care::Actor& actor)
{
    fhir::TransactionBuilder transaction;
    QList<ReferenceDraft> targets {caseReference(current.id)};
    for (const care::Message& message : applied.messages) {
        if (message.id != command.messageId)
            continue;
        transaction.put("Communication", message.id.text(), messageJson(command, current, message, taskBody).bytes());
        targets << ReferenceDraft {u"Communication/"_s + message.id.text(), {}};
    }
    if (command.verb == care::Verb::Reopen) {
        transaction.put("Task", command.newCaseId.text(), reopenedTask(command, current, taskBody, actor));
        targets << caseReference(command.newCaseId);
    }
    // A correction too: without the version it was written on, two that do not know of each other would both be taken.
    transaction.put("Task", current.id.text(), taskOf(command, current, applied, taskBody), current.version.text());
    transaction.put("Provenance", command.id.text(), receiptOf(command, current, targets, actor));
    return transaction.bytes();
}

} // namespace mottaget::sync
