// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/projector.h"

#include "core/care/apply.h"
#include "core/sync/mapping.h"
#include "core/sync/steps.h"

#include <algorithm>

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

// Sent messages of the server come by time; own unsent ones are the newest by nature and stay last.
void sortMessages(QList<care::Message>& messages)
{
    std::stable_sort(messages.begin(), messages.end(), [](const care::Message& a, const care::Message& b) { return a.sent < b.sent; });
}

care::Delivery deliveryOf(care::CommandState state)
{
    switch (state) {
    case care::CommandState::Queued: return care::Delivery::SavedHere;
    case care::CommandState::InFlight: return care::Delivery::Sending;
    case care::CommandState::Uncertain: return care::Delivery::Confirming;
    case care::CommandState::Conflict: return care::Delivery::NeedsAttention;
    case care::CommandState::Rejected: return care::Delivery::Rejected;
    case care::CommandState::Acknowledged: return care::Delivery::Sent;
    }
    Q_UNREACHABLE();
}

void setDelivery(care::Case& value, const care::MessageId& id, care::Delivery delivery)
{
    for (care::Message& message : value.messages) {
        if (message.id == id)
            message.delivery = delivery;
    }
}

// The message may be here before its case: then the case is told what the message did to it. What can't be applied any more is not
// forced: the plan makes it a conflict, and the queue shows it.
void replayOne(const care::Command& command, care::Case& shown, const care::Actor& actor)
{
    care::Case without = shown;
    without.messages.removeIf(
        [&](const care::Message& message) { return !command.messageId.isEmpty() && message.id == command.messageId; });
    auto applied = care::apply(command, without, actor);
    if (!applied)
        return;
    if (without.messages.size() != shown.messages.size())
        applied->messages = shown.messages; // the server's own
    shown = std::move(*applied);
}

} // namespace

bool isIncluded(const care::Command& command, store::Stores& stores)
{
    // A page with the receipt may come before the one with the case; all that one transaction writes carries its instant.
    const auto receipt = stores.resources().find(u"Provenance"_s, command.id.text());
    if (!receipt)
        return false;
    const auto task = stores.resources().find(u"Task"_s, command.caseId.text());
    const auto at = [](const store::StoredResource& resource) { return QDateTime::fromString(resource.updated, Qt::ISODateWithMs); };
    return task && at(*task) >= at(*receipt);
}

Projector::Projector(store::Stores& stores, const QDateTime& now) : m_stores(stores), m_now(now)
{
    m_scope.roleId = stores.marks().value(QLatin1StringView(mark::roleId));
    m_scope.organizationId = stores.marks().value(QLatin1StringView(mark::organizationId));
    m_scope.unitHsaId = stores.marks().value(QLatin1StringView(mark::unitHsaId));
}

std::optional<care::Actor> Projector::actor()
{
    if (m_actorRead)
        return m_actor;
    m_actorRead = true;
    const auto role = m_stores.resources().find(u"PractitionerRole"_s, m_scope.roleId);
    const auto unit = m_stores.resources().find(u"Organization"_s, m_scope.organizationId);
    if (!role || !unit || !m_scope.isKnown())
        return m_actor;
    const auto person = m_stores.resources().find(u"Practitioner"_s, practitionerIdOf(role->body));
    const auto self = staffMemberOf(role->body, person ? person->body : QByteArray());
    if (!self)
        return m_actor;
    care::Actor actor;
    actor.self = *self;
    actor.commissionHsaId = hsaIdOf(role->body);
    actor.purpose = u"Vård och behandling"_s; // the only purpose this client works under
    actor.unitHsaId = m_scope.unitHsaId;
    actor.unit = care::OrganizationId(m_scope.organizationId);
    actor.unitName = organizationNameOf(unit->body);
    m_actor = actor;
    return m_actor;
}

const care::CaseTypes& Projector::types()
{
    if (!m_types) {
        m_types = care::CaseTypes::basic();
        for (const store::StoredResource& form : m_stores.resources().ofType(u"Questionnaire"_s)) {
            if (const auto type = caseTypeOf(form.body))
                m_types->put(*type);
        }
    }
    return *m_types;
}

QList<care::StaffMember> Projector::staff()
{
    QList<care::StaffMember> members;
    for (const store::StoredResource& role : m_stores.resources().ofType(u"PractitionerRole"_s)) {
        const auto person = m_stores.resources().find(u"Practitioner"_s, practitionerIdOf(role.body));
        if (const auto member = staffMemberOf(role.body, person ? person->body : QByteArray()); member && member->active)
            members << *member;
    }
    std::sort(members.begin(), members.end(),
        [](const care::StaffMember& a, const care::StaffMember& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return members;
}

std::optional<care::Patient> Projector::patient(const care::PatientId& id)
{
    const auto stored = m_stores.resources().find(u"Patient"_s, id.text());
    return stored ? patientOf(stored->body) : std::nullopt;
}

std::optional<AssembledCase> Projector::assemble(const care::CaseId& id, Depth depth)
{
    auto assembled = read(id, depth);
    if (!assembled)
        return std::nullopt;
    assembled->patient = patient(assembled->server.patient);
    complete(*assembled, true);
    return assembled;
}

// With what the case says of the patient, and the own commands.
void Projector::complete(AssembledCase& assembled, bool mayHaveCommands)
{
    if (assembled.patient)
        assembled.patient->language = assembled.server.interpreter;
    if (mayHaveCommands)
        assembled.commands = m_stores.commands().unfinished(assembled.server.id);
    replay(assembled);
}

// What the server said, without the patient.
std::optional<AssembledCase> Projector::read(const care::CaseId& id, Depth depth)
{
    AssembledCase assembled;
    bool found = false;
    QList<care::RenewalLine> lines;
    QList<care::Message> messages;
    QList<care::FormAnswer> form;
    const auto resources = depth == Depth::Row ? m_stores.resources().rowParts(id) : m_stores.resources().ofCase(id);
    for (const store::StoredResource& resource : resources) {
        if (resource.type == "Task"_L1 && resource.id == id.text()) {
            const auto task = caseOf(resource.body);
            if (!task)
                return std::nullopt;
            assembled.server = *task;
            assembled.taskBody = resource.body;
            assembled.fetchedAt = resource.fetched;
            found = true;
        } else if (resource.type == "Communication"_L1) {
            if (const auto message = messageOf(resource.body))
                messages << *message;
        } else if (depth == Depth::Full && resource.type == "Task"_L1) {
            if (const auto line = renewalLineOf(resource.body))
                lines << *line;
        } else if (depth == Depth::Full && resource.type == "QuestionnaireResponse"_L1) {
            form += formOf(resource.body);
        }
    }
    if (!found)
        return std::nullopt;
    sortMessages(messages);
    std::sort(lines.begin(), lines.end(), [](const care::RenewalLine& a, const care::RenewalLine& b) { return a.number < b.number; });
    assembled.server.messages = messages;
    assembled.server.renewalLines = lines;
    assembled.server.form = form;
    return assembled;
}

void Projector::replay(AssembledCase& assembled)
{
    assembled.shown = assembled.server;
    if (assembled.commands.isEmpty())
        return;
    const auto who = actor();
    for (const store::StoredCommand& stored : assembled.commands) {
        if (who && !isIncluded(stored.command, m_stores))
            replayOne(stored.command, assembled.shown, *who);
        setDelivery(assembled.shown, stored.command.messageId, deliveryOf(stored.state));
    }
}

care::CaseRow Projector::rowOf(const AssembledCase& assembled)
{
    const auto stopped = std::ranges::find(assembled.commands, care::CommandState::Conflict, &store::StoredCommand::state);
    const auto pending = stopped != assembled.commands.end() ? std::optional(stopped->state)
        : assembled.commands.isEmpty()                       ? std::nullopt
                                                             : std::optional(assembled.commands.last().state);
    care::CaseRow row = care::project(assembled.shown, assembled.patient, types().find(assembled.shown.type), pending, m_now);
    row.ownerIsProvisional =
        assembled.shown.owner.kind != assembled.server.owner.kind || assembled.shown.owner.reference != assembled.server.owner.reference;
    return row;
}

QString Projector::namedCareContact(const care::PatientId& id)
{
    for (const store::StoredResource& team : m_stores.resources().ofType(u"CareTeam"_s)) {
        if (const QString name = namedCareContactOf(team.body, id); !name.isEmpty())
            return name;
    }
    return {};
}

store::StoreResult<void> Projector::refresh(const QSet<care::CaseId>& ids)
{
    const bool mayHaveCommands = !ids.isEmpty() && m_stores.commands().mayHaveUnfinished();
    QHash<care::PatientId, std::optional<care::Patient>> patients; // residents have several cases
    for (const care::CaseId& id : ids) {
        auto assembled = read(id, Depth::Row);
        if (!assembled)
            continue; // a message that came before its Task; the row is made when the Task is here
        auto known = patients.find(assembled->server.patient);
        if (known == patients.end())
            known = patients.insert(assembled->server.patient, patient(assembled->server.patient));
        assembled->patient = *known;
        complete(*assembled, mayHaveCommands);
        if (auto put = m_stores.cases().put(rowOf(*assembled)); !put)
            return put;
    }
    return {};
}

} // namespace mottaget::sync
