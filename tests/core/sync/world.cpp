// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "core/care/apply.h"
#include "core/care/codes.h"
#include "core/sync/storework.h"

#include <algorithm>
#include <cstddef>

namespace mottaget::test {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* tagOfUnit = R"("meta":{"tag":[{"system":"https://mottaget.se/fhir/sid/unit","code":"SE2321009999-1BHC"}]})";

QByteArray with(QByteArray text, const char* name, const QByteArray& value)
{
    return text.replace(name, value);
}

} // namespace

World::World() : clock(QDateTime::fromString(u"2026-11-23T08:00:00Z"_s, Qt::ISODate)), server(clock.now().addSecs(-3600))
{
    profile.base = QUrl(u"http://127.0.0.1:1/fhir"_s);
    profile.personHsaId = u"SE2321009999-1ANB"_s;
    profile.commissionHsaId = u"SE2321009999-2ANB"_s;
    profile.atomicTransactions = true;
    open();
}

QByteArray World::unitTag()
{
    return tagOfUnit;
}

QString World::caseId(int n)
{
    return u"case-%1"_s.arg(n, 4, 10, QChar(u'0'));
}

void World::populate(int cases)
{
    server.put(u"Organization"_s, u"org"_s,
        R"({"resourceType":"Organization","identifier":[{"system":"urn:oid:1.2.752.29.4.19","value":"SE2321009999-1BHC"}],"name":"Björkens hälsocentral"})");
    server.put(u"Practitioner"_s, u"anna"_s,
        R"({"resourceType":"Practitioner","identifier":[{"system":"urn:oid:1.2.752.29.4.19","value":"SE2321009999-1ANB"}],"name":[{"family":"Berg","given":["Anna"]}]})");
    server.put(u"PractitionerRole"_s, u"role-anna"_s,
        R"({"resourceType":"PractitionerRole","identifier":[{"system":"urn:oid:1.2.752.29.4.19","value":"SE2321009999-2ANB"}],"practitioner":{"reference":"Practitioner/anna","display":"Anna Berg"},"organization":{"reference":"Organization/org"},"code":[{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/role","code":"receiver"}]},{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/role","code":"handler"}]},{"coding":[{"system":"urn:oid:1.2.752.116.3.1.3","code":"SJ"}]}]})");
    server.put(u"PractitionerRole"_s, u"role-other"_s,
        R"({"resourceType":"PractitionerRole","identifier":[{"system":"urn:oid:1.2.752.29.4.19","value":"SE2321009999-2OTH"}],"organization":{"reference":"Organization/org"}})");
    server.put(u"Patient"_s, u"karin"_s,
        R"({"resourceType":"Patient","identifier":[{"system":"http://electronichealth.se/identifier/personnummer","value":"196709132887"}],"name":[{"family":"Lindqvist","given":["Karin"]}],"gender":"female"})");
    for (int n = 0; n < cases; ++n) {
        server.put(u"Task"_s, caseId(n),
            with(
                with(
                    R"({"resourceType":"Task",TAG,"identifier":[{"system":"https://mottaget.se/fhir/sid/case-number","value":"1177-2026-00NNN"}],"status":"requested","intent":"order","priority":"routine","code":{"coding":[{"system":"https://mottaget.se/fhir/CodeSystem/case-type","code":"advice"}]},"description":"Hosta","for":{"reference":"Patient/karin"},"requester":{"reference":"Patient/karin","display":"Karin Lindqvist"},"owner":{"reference":"Organization/org","display":"Björkens hälsocentral"},"authoredOn":"2026-11-23T07:00:00Z","unknown":{"kept":0.10}})",
                    "TAG", tagOfUnit),
                "NNN", QByteArray::number(n).rightJustified(4, '0')));
    }
}

void World::open()
{
    auto folder = store::Folder::of(dir.filePath(u"data"_s), profile.personHsaId, profile.commissionHsaId);
    folder.keepFree = keepFree;
    auto opened = store::Stores::open(folder, keys);
    Q_ASSERT(opened.has_value());
    stores = std::move(*opened);
    (void)sync::replayAll(*stores, clock.now());
    engine = std::make_unique<sync::Engine>(profile, clock, 7);
}

void World::restart()
{
    engine.reset();
    stores.reset();
    m_todo.clear();
    m_onTheWay.clear();
    open();
}

void World::start()
{
    (void)perform(engine->start());
}

void World::syncNow()
{
    (void)perform(engine->onSyncNow());
}

void World::queueChanged()
{
    (void)perform(engine->onQueueChanged());
}

bool World::perform(sync::Actions actions)
{
    for (sync::Action& action : actions) {
        if (const auto* wake = std::get_if<sync::WakeAfter>(&action))
            m_wakeAt = clock.monotonic() + wake->delay;
        else
            m_todo.push_back(std::move(action));
    }
    return true;
}

void World::run(std::chrono::milliseconds budget)
{
    const auto end = clock.monotonic() + budget;
    while (engine) {
        if (m_todo.empty() && m_onTheWay.empty()) {
            if (m_wakeAt > end)
                return;
            clock.advance(std::max(std::chrono::milliseconds(1), m_wakeAt - clock.monotonic()));
            perform(engine->onWake());
            continue;
        }
        if (!carryOutOne())
            return;
    }
}

// One thing that happens: the next one, or any when the order is shuffled. False: the process died of it.
bool World::carryOutOne()
{
    // What can happen next: each reply on its way, each request, and the first work for the disk.
    const auto isWork = [](const sync::Action& action) { return std::holds_alternative<sync::Run>(action); };
    std::vector<std::size_t> next {0};
    if (m_random) {
        next.clear();
        const auto work = std::find_if(m_todo.begin(), m_todo.end(), isWork);
        for (auto action = m_todo.begin(); action != m_todo.end(); ++action) {
            if (action == work || !isWork(*action))
                next.push_back(static_cast<std::size_t>(action - m_todo.begin()));
        }
        const std::size_t chosen = m_random->bounded(static_cast<quint32>(next.size() + m_onTheWay.size()));
        if (chosen >= next.size()) {
            const auto reply = m_onTheWay.begin() + static_cast<std::ptrdiff_t>(chosen - next.size());
            const auto [ticket, arrived] = *reply;
            m_onTheWay.erase(reply);
            perform(engine->onReply(ticket, arrived));
            return true;
        }
        next = {next[chosen]};
    }
    const auto at = m_todo.begin() + static_cast<std::ptrdiff_t>(next.front());
    const sync::Action action = std::move(*at);
    m_todo.erase(at);
    if (killBefore && killBefore(action)) {
        killBefore = nullptr;
        restart();
        return false;
    }
    carryOut(action);
    return true;
}

void World::carryOut(const sync::Action& action)
{
    if (const auto* work = std::get_if<sync::Run>(&action)) {
        perform(engine->onStored(work->ticket, sync::carryOut(*stores, work->op, clock.now())));
    } else if (const auto* send = std::get_if<sync::Send>(&action)) {
        if (swallow && swallow(send->request))
            return;
        const net::Reply reply = carrier ? carrier(send->request) : server.answer(send->request);
        if (m_random)
            m_onTheWay.emplace_back(send->ticket, reply);
        else
            perform(engine->onReply(send->ticket, reply));
    }
}

QString World::act(care::Verb verb, const QString& id, const QString& text)
{
    sync::Projector projector(*stores, clock.now());
    const auto assembled = projector.assemble(care::CaseId(id), sync::Projector::Depth::Row);
    const auto actor = projector.actor();
    if (!assembled || !actor)
        return {};
    store::StoredCommand stored;
    care::Command& command = stored.command;
    command.id = newId<care::CommandTag>();
    command.verb = verb;
    command.caseId = care::CaseId(id);
    command.baseVersion = assembled->server.version;
    command.authorHsaId = actor->self.hsaId;
    command.authorRole = actor->self.role;
    command.authorName = actor->self.name;
    command.commissionHsaId = actor->commissionHsaId;
    command.actedAt = clock.now();
    command.keys = {u"case:"_s + id};
    command.text = text;
    if (!text.isEmpty() && verb != care::Verb::Note)
        command.messageId = newId<care::MessageTag>();
    if (verb == care::Verb::Reopen)
        command.newCaseId = newId<care::CaseTag>();
    if (verb == care::Verb::Take)
        command.assignee = care::Owner {care::Owner::Kind::Person, actor->self.role.text(), actor->self.name};
    if (verb == care::Verb::Close)
        command.closure = care::Closure {u"answered"_s, care::JournalChoice::Yes};
    if (!care::apply(command, assembled->shown, *actor))
        return {};
    stored.baseBody = assembled->taskBody;
    if (!stores->commands().add(stored))
        return {};
    (void)stores->cache().transaction([&] { return sync::Projector(*stores, clock.now()).refresh({command.caseId}); });
    queueChanged();
    return command.id.text();
}

care::Case World::shown(const QString& id)
{
    const auto assembled = sync::Projector(*stores, clock.now()).assemble(care::CaseId(id), sync::Projector::Depth::Full);
    return assembled ? assembled->shown : care::Case {};
}

QString World::stateOf(const QString& commandId)
{
    const auto stored = stores->commands().find(care::CommandId(commandId));
    return stored ? QString(care::codeOf(stored->state)) : u"none"_s;
}

} // namespace mottaget::test
