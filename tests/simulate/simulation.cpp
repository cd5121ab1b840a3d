// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include "core/care/codes.h"
#include "core/sync/storework.h"

#include <algorithm>
#include <cstdio>

namespace mottaget::simulate {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 beginning = 1795420800000; // 2026-11-23T08:00:00Z
constexpr qint64 healingSteps = 450;        // of the seed's steps, at the end
constexpr qint64 mustHaveConverged = 30 * 60 * 1000;
constexpr qint64 mostSteps = 20000;

} // namespace

Simulation::Simulation(quint64 seed, const Image& image, const Options& options)
    : m_dice(seed)
    , m_options(options)
    , m_image(image)
    , m_weather(Weather::draw(seed))
    , m_oracle(m_region)
    , m_now(beginning)
{
    m_region.pageSize = m_weather.pageSize;
    m_region.versionRefusal = m_weather.versionRefusal;
    m_region.suppressesNoChange = m_weather.suppressesNoChange;
    m_region.ignoresIfMatch = options.removed == Removed::IfMatch;
    m_region.populate(m_weather.clients, m_weather.cases, m_now - 3'600'000);
    m_people.resize(static_cast<std::size_t>(m_weather.clients));
    for (int n = 0; n < m_weather.clients; ++n) {
        m_people[static_cast<std::size_t>(n)].machine = std::make_unique<Machine>(n, image, m_weather, options.removed, m_now);
        plan(m_dice.below(2000), -1, [this, n] { boot(n); });
    }
    plan(m_dice.around(m_weather.otherEveryMs), -1, [this] { actOther(); });
    plan(5000, -1, [this] { disturb(); });
}

Simulation::~Simulation() = default;

void Simulation::plan(qint64 delay, int client, std::function<void()> happen)
{
    const int life = client < 0 ? 0 : m_people[static_cast<std::size_t>(client)].machine->life;
    m_events.push({m_now + std::max<qint64>(delay, 0), m_order++, client, life, std::move(happen)});
}

bool Simulation::draw(int perMille)
{
    return !m_isHealing && m_dice.chance(perMille);
}

void Simulation::tell(const char* what, int client, const QString& detail)
{
    const auto mix = [this](quint64 value) { m_hash = (m_hash ^ value) * 1099511628211ULL; };
    mix(static_cast<quint64>(m_now));
    mix(static_cast<quint64>(client + 1));
    for (const char* c = what; *c != 0; ++c)
        mix(static_cast<quint64>(*c));
    for (const QChar c : detail)
        mix(c.unicode());
    if (m_options.isTold)
        std::fprintf(stderr, "%9.3f  %s %d  %s\n", static_cast<double>(m_now - beginning) / 1000, what, client, qPrintable(detail));
}

Outcome Simulation::run()
{
    while (m_steps < mostSteps && m_oracle.violations().isEmpty() && step()) {
        if (!m_isHealing && m_steps >= m_options.steps - healingSteps)
            heal();
        if (m_isHealing && m_steps >= m_options.steps && hasConverged())
            break;
        if (m_isHealing && m_now - m_healedAt > mustHaveConverged && !hasConverged()) {
            m_oracle.violate("H5", u"no rest within 30 minutes of good weather: "_s + restless());
            break;
        }
    }
    if (m_oracle.violations().isEmpty())
        end();
    return {m_steps, m_hash, m_oracle.violations()};
}

bool Simulation::step()
{
    while (!m_events.empty()) {
        Event event = std::move(const_cast<Event&>(m_events.top())); // it is popped at once
        m_events.pop();
        m_now = event.at;
        if (event.client >= 0 && m_people[static_cast<std::size_t>(event.client)].machine->life != event.life)
            continue; // the process it was meant for is gone
        event.happen();
        ++m_steps;
        return true;
    }
    return false;
}

void Simulation::heal()
{
    m_isHealing = true;
    m_healedAt = m_now;
    tell("good weather", -1);
    for (Person& person : m_people)
        person.machine->disk().heal();
}

bool Simulation::hasConverged()
{
    return restless().isEmpty();
}

QString Simulation::restless()
{
    if (m_pending > 0)
        return u"a transaction has not ended"_s;
    const qint64 settled = std::max(m_healedAt, m_changedAt);
    for (Person& person : m_people) {
        const QString who = u"client %1 "_s.arg(person.machine->number());
        if (!person.machine->isAlive() || !person.machine->engine().isIdle())
            return who + u"is busy"_s;
        const auto hasAsked = [&](const char* type) { return person.asked.value(QString::fromLatin1(type), -1) > settled; };
        if (!hasAsked("Task") || !hasAsked("Communication") || !hasAsked("Provenance"))
            return who + u"has not pulled, "_s + person.machine->engine().status().problem;
        // Whatever still wants work must get it; what waits for a person, or behind such, may wait.
        QSet<QString> held;
        for (const store::StoredCommand& stored : person.machine->stores().commands().queue()) {
            const bool needsPerson = stored.state == care::CommandState::Conflict || stored.state == care::CommandState::Rejected;
            if (!needsPerson && !held.contains(stored.command.caseId.text()))
                return who + u"keeps "_s + stored.command.id.text() + u' ' + QString(care::codeOf(stored.state));
            held.insert(stored.command.caseId.text());
        }
    }
    return {};
}

void Simulation::end()
{
    for (Person& person : m_people) {
        if (!person.machine->isAlive())
            continue;
        const int n = person.machine->number();
        m_oracle.ended(see(n));
        compare(n);
        countScan(n);
        rowScan(n);
    }
    judgeRest();
}

// H9: at rest only the polls ask; ten types and those they name, at least 36 s apart, and a reconciliation may fall due.
// How many pages an answer has is the weather's.
void Simulation::judgeRest()
{
    if (m_restingSince < 0)
        return;
    const qint64 polls =
        (m_now - m_restingSince) / 36'000 + 4; // the run of that moment, the one after it, and those that end just before and after
    for (const Person& person : m_people) {
        const int asked = person.requests - person.requestsBeforeRest;
        if (asked > 12 * polls + 12)
            m_oracle.violate("H9",
                u"client %1 asked %2 times in %3 s of rest"_s.arg(
                    QString::number(person.machine->number()), QString::number(asked), QString::number((m_now - m_restingSince) / 1000)));
    }
}

void Simulation::boot(int client)
{
    Person& person = m_people[static_cast<std::size_t>(client)];
    person.machine->disk().heal();
    if (!person.machine->start(static_cast<quint32>(m_dice.next()))) {
        m_oracle.violate("H1", u"client %1 can't open its files"_s.arg(client));
        return;
    }
    tell("starts", client);
    person.lastPull = {};
    plan(m_dice.around(m_weather.actEveryMs), client, [this, client] { act(client); });
    plan(m_dice.around(15000), client, [this, client] { look(client); });
    perform(client, person.machine->engine().start());
}

void Simulation::kill(int client)
{
    MemoryDisk& disk = m_people[static_cast<std::size_t>(client)].machine->disk();
    const bool isPowerCut = m_dice.chance(m_weather.powerCut);
    die(client, isPowerCut ? disk.afterPowerCut(m_dice) : disk.afterKill(), isPowerCut);
}

void Simulation::mayDieWithin(int client)
{
    if (draw(m_weather.kill))
        m_people[static_cast<std::size_t>(client)].machine->disk().dieAt(
            1 + m_dice.below(10), m_dice.chance(m_weather.powerCut) ? &m_dice : nullptr);
}

bool Simulation::hasDiedWithin(int client)
{
    auto files = m_people[static_cast<std::size_t>(client)].machine->disk().takeDeath();
    if (files)
        die(client, std::move(*files), m_weather.powerCut > 0);
    return files.has_value();
}

void Simulation::die(int client, MemoryDisk::Files files, bool withPower)
{
    Person& person = m_people[static_cast<std::size_t>(client)];
    const bool isCacheLost = draw(m_weather.cacheLost);
    m_oracle.died(client, withPower || isCacheLost);
    tell("dies", client, isCacheLost ? u"with its cache"_s : QString());
    if (isCacheLost)
        m_image.renewCache(files);
    person.machine->die(std::move(files));
    person.work.clear();
    person.isWorking = false;
    person.open.clear();
    plan(m_isHealing ? 1000 : m_dice.around(m_dice.chance(300) ? 200'000 : 20'000), -1, [this, client] { boot(client); });
}

void Simulation::perform(int client, sync::Actions actions)
{
    Person& person = m_people[static_cast<std::size_t>(client)];
    for (sync::Action& action : actions) {
        if (auto* request = std::get_if<sync::Send>(&action)) {
            send(client, *request);
        } else if (auto* run = std::get_if<sync::Run>(&action)) {
            person.work.push_back(std::move(*run));
        } else if (const auto* wake = std::get_if<sync::WakeAfter>(&action)) {
            const quint64 wish = ++person.wake;
            plan(wake->delay.count(), client, [this, client, wish] {
                Person& woken = m_people[static_cast<std::size_t>(client)];
                if (woken.wake == wish)
                    perform(client, woken.machine->engine().onWake());
            });
        }
    }
    if (!person.isWorking && !person.work.empty()) {
        person.isWorking = true;
        plan(1 + m_dice.below(10), client, [this, client] { runWork(client); });
    }
    afterEngine(client);
}

void Simulation::runWork(int client)
{
    Person& person = m_people[static_cast<std::size_t>(client)];
    if (draw(m_weather.kill)) {
        kill(client);
        return;
    }
    const sync::Run run = std::move(person.work.front());
    person.work.erase(person.work.begin());
    if (draw(m_weather.diskFault))
        person.machine->disk().failAfter(m_dice.below(12), 1 + m_dice.below(3));
    mayDieWithin(client);
    const int life = person.machine->life;
    const sync::StoreAnswer answer = carryOut(client, run.op);
    if (person.machine->life != life || hasDiedWithin(client))
        return;
    tell("disk", client, QString::number(run.op.index()) + (answer.ok ? u""_s : u" failed"_s));
    noteStored(client, run.op);
    if (draw(m_weather.kill)) {
        kill(client);
        return;
    }
    plan(1 + m_dice.below(5), client, [this, client, ticket = run.ticket, answer] {
        perform(client, m_people[static_cast<std::size_t>(client)].machine->engine().onStored(ticket, answer));
    });
    person.isWorking = !person.work.empty();
    if (person.isWorking)
        plan(1 + m_dice.below(10), client, [this, client] { runWork(client); });
}

void Simulation::noteStored(int client, const sync::StoreOp& op)
{
    const auto note = [&](const QList<store::StoredResource>& resources) {
        for (const store::StoredResource& resource : resources) {
            const auto found = m_people[static_cast<std::size_t>(client)].machine->stores().resources().find(resource.type, resource.id);
            if (found)
                m_oracle.stored(client, found->type + u'/' + found->id, found->version.toInt());
        }
    };
    if (const auto* ingest = std::get_if<sync::op::Ingest>(&op))
        note(ingest->resources);
    else if (const auto* acknowledge = std::get_if<sync::op::Acknowledge>(&op))
        note(acknowledge->resources);
}

sync::StoreAnswer Simulation::carryOut(int client, const sync::StoreOp& op)
{
    Machine& machine = *m_people[static_cast<std::size_t>(client)].machine;
    const auto* ingest = std::get_if<sync::op::Ingest>(&op);
    if (m_options.removed != Removed::AtomicMark || ingest == nullptr || ingest->marks.isEmpty() || ingest->resources.isEmpty())
        return sync::carryOut(machine.stores(), op, machine.clock.now());
    // Mark and data in two commits: the process may end between them.
    (void)sync::carryOut(machine.stores(), sync::op::Ingest {{}, ingest->marks, ingest->ofPull}, machine.clock.now());
    if (draw(m_weather.kill)) {
        kill(client);
        return {};
    }
    return sync::carryOut(machine.stores(), sync::op::Ingest {ingest->resources, {}, ingest->ofPull}, machine.clock.now());
}

void Simulation::afterEngine(int client)
{
    Person& person = m_people[static_cast<std::size_t>(client)];
    const sync::LinkStatus status = person.machine->engine().status();
    const bool wasFirst = std::exchange(person.isFirst, status.firstSync);
    if (status.lastPull == person.lastPull)
        return;
    person.lastPull = status.lastPull;
    person.pulledAt = m_now;
    person.asked = std::exchange(person.asking, {}); // each type is asked anew in each run, but for those a first fetch has done
    tell("has pulled", client);
    if (m_isHealing && m_restingSince < 0 && hasConverged()) {
        m_restingSince = m_now;
        for (Person& resting : m_people)
            resting.requestsBeforeRest = resting.requests;
    }
    if (wasFirst)
        person.asked.clear(); // read over hours perhaps, as of its start; the delta that follows at once brings it up to date
    compare(client);
}

void Simulation::disturb()
{
    if (m_isHealing)
        return;
    for (Person& person : m_people) {
        if (m_dice.chance(m_weather.clockJump)) {
            static constexpr qint64 jumps[] = {3'600'000, -3'600'000, 86'400'000, -86'400'000, 3'155'760'000'000};
            person.machine->clock.skewMs += jumps[m_dice.below(5)];
            tell("clock jumps", person.machine->number());
        }
        if (m_dice.chance(m_weather.outage)) {
            person.offlineUntil = m_now + m_dice.between(30'000, 600'000);
            tell("loses its network", person.machine->number());
        }
    }
    plan(5000, -1, [this] { disturb(); });
}

Outcome simulate(quint64 seed, const Image& image, const Options& options)
{
    return Simulation(seed, image, options).run();
}

} // namespace mottaget::simulate
