// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include "core/care/apply.h"
#include "core/care/codes.h"
#include "core/care/conflict.h"

#include <QJsonArray>

namespace mottaget::simulate {

using namespace Qt::StringLiterals;

namespace {

using care::Verb;

constexpr Verb verbs[] = {Verb::Take, Verb::Assign, Verb::Start, Verb::Partial, Verb::Question, Verb::Reply, Verb::Correct, Verb::Note,
    Verb::Note, Verb::Note, Verb::Prioritise, Verb::Close, Verb::Reopen};

bool writesMessage(Verb verb)
{
    return verb == Verb::Partial || verb == Verb::Question || verb == Verb::Reply || verb == Verb::Correct;
}

// As session::work::submit makes it, with every id drawn from the seed.
care::Command commandOf(Verb verb, const sync::AssembledCase& assembled, const care::Actor& actor, const QDateTime& now, Dice& dice)
{
    care::Command command;
    command.id = care::CommandId(dice.uuid());
    command.verb = verb;
    command.caseId = assembled.server.id;
    command.baseVersion = assembled.server.version;
    command.authorHsaId = actor.self.hsaId;
    command.authorRole = actor.self.role;
    command.authorName = actor.self.name;
    command.commissionHsaId = actor.commissionHsaId;
    command.actedAt = now;
    command.notBefore = dice.chance(300) ? now.addSecs(10) : now;
    command.keys = {u"case:"_s + command.caseId.text()};
    command.text = u"Text "_s + command.id.text();
    if (writesMessage(verb))
        command.messageId = care::MessageId(dice.uuid());
    if (verb == Verb::Reopen)
        command.newCaseId = care::CaseId(dice.uuid());
    if (verb == Verb::Take)
        command.assignee = care::Owner {care::Owner::Kind::Person, actor.self.role.text(), actor.self.name};
    if (verb == Verb::Assign)
        command.assignee = care::Owner {care::Owner::Kind::Person, Region::roleId(dice.below(5)), u"Anna Berg"_s};
    if (verb == Verb::Prioritise)
        command.priority = dice.chance(500) ? care::Priority::Urgent : care::Priority::Routine;
    if (verb == Verb::Close)
        command.closure = care::Closure {u"answered"_s, care::JournalChoice::Yes};
    return command;
}

} // namespace

void Simulation::act(int client)
{
    if (m_isHealing)
        return;
    plan(m_dice.around(m_weather.actEveryMs), client, [this, client] { act(client); });
    Machine& machine = *m_people[static_cast<std::size_t>(client)].machine;
    if (m_dice.chance(200))
        settleTray(client);
    store::Stores& stores = machine.stores();
    sync::Projector projector(stores, machine.clock.now());
    const QStringList cases = m_region.cases();
    const QString id = cases[m_dice.below(static_cast<int>(cases.size()))];
    const Verb verb = verbs[m_dice.below(static_cast<int>(std::size(verbs)))];
    const auto actor = projector.actor();
    const auto assembled = projector.assemble(care::CaseId(id), sync::Projector::Depth::Row);
    if (!assembled || !actor)
        return;
    Acted fact {client, commandOf(verb, *assembled, *actor, machine.clock.now(), m_dice), {}, true};
    if (!care::apply(fact.command, assembled->shown, *actor))
        return;
    fact.seen = {CaseView::of(assembled->server), CaseView::of(assembled->shown)};
    store::StoredCommand stored;
    stored.command = fact.command;
    if (m_options.removed == Removed::CaseOrder)
        stored.command.keys = {fact.command.id.text()};
    stored.baseBody = assembled->taskBody;
    if (draw(m_weather.diskFault))
        machine.disk().failAfter(m_dice.below(4), 1 + m_dice.below(2));
    mayDieWithin(client);
    fact.wasSaved = stores.commands().add(stored).has_value();
    if (hasDiedWithin(client)) {
        fact.wasSaved = false; // nobody was told
        m_oracle.acted(fact);
        return;
    }
    m_oracle.acted(fact);
    tell(fact.wasSaved ? "acts" : "could not act", client, QString(care::codeOf(verb)) + u' ' + id + u' ' + fact.command.id.text());
    if (fact.wasSaved)
        (void)stores.cache().transaction([&] { return sync::Projector(stores, machine.clock.now()).refresh({fact.command.caseId}); });
    perform(client, machine.engine().onQueueChanged());
}

// Undo, discard and try again, as the window offers them.
void Simulation::settleTray(int client)
{
    Machine& machine = *m_people[static_cast<std::size_t>(client)].machine;
    store::Stores& stores = machine.stores();
    const QList<store::StoredCommand> queue = stores.commands().queue();
    if (queue.isEmpty())
        return;
    const store::StoredCommand& stored = queue[m_dice.below(static_cast<int>(queue.size()))];
    const bool needsPerson = stored.state == care::CommandState::Conflict || stored.state == care::CommandState::Rejected;
    if (needsPerson && m_weather.choose > 0 && m_dice.chance(m_weather.choose))
        chooseAnother(client, stored);
    else if (needsPerson && m_dice.chance(500)) {
        sync::Projector projector(stores, machine.clock.now());
        const auto actor = projector.actor();
        const auto assembled = projector.assemble(stored.command.caseId, sync::Projector::Depth::Row);
        if (!actor || !assembled || !care::apply(stored.command, assembled->server, *actor))
            return;
        if (stores.commands().rebase(stored.command.id, assembled->server.version, assembled->taskBody)) {
            m_oracle.actedAgain(stored.command.id.text(), CaseView::of(assembled->server));
            tell("tries again", client, stored.command.id.text());
        }
    } else if (needsPerson || m_dice.chance(m_weather.undo)) {
        const auto taken = stores.commands().takeBack(stored.command.id);
        if (!taken || !*taken)
            return;
        m_oracle.tookBack(stored.command.id.text());
        tell("takes back", client, stored.command.id.text());
    }
    (void)stores.cache().transaction([&] { return sync::Projector(stores, machine.clock.now()).refresh({stored.command.caseId}); });
    perform(client, machine.engine().onQueueChanged());
}

// Takes the case over, or makes the text a correction or a note, as the window offers it.
void Simulation::chooseAnother(int client, const store::StoredCommand& stopped)
{
    Machine& machine = *m_people[static_cast<std::size_t>(client)].machine;
    sync::Projector projector(machine.stores(), machine.clock.now());
    const auto actor = projector.actor();
    const auto assembled = projector.assemble(stopped.command.caseId, sync::Projector::Depth::Row);
    if (!actor || !assembled)
        return;
    QList<care::WayOn> ways = care::waysOn(stopped.command, assembled->server, *actor);
    ways.removeIf([](care::WayOn way) { return way == care::WayOn::Again; });
    const care::WayOn way = ways[m_dice.below(static_cast<int>(ways.size()))];
    care::Case seen = assembled->server;
    QList<Acted> facts;
    QList<store::StoredCommand> made;
    for (const care::Command& wanted : care::commandsOf(way, stopped.command, assembled->server, *actor)) {
        Acted fact {client, commandOf(wanted.verb, *assembled, *actor, machine.clock.now(), m_dice), {}, true};
        fact.command.text = wanted.text;
        fact.command.assignee = wanted.assignee;
        fact.command.priority = wanted.priority;
        fact.command.closure = wanted.closure;
        fact.seen = {CaseView::of(assembled->server), CaseView::of(assembled->shown), CaseView::of(seen)};
        seen = *care::apply(fact.command, seen, *actor);
        store::StoredCommand stored;
        stored.command = fact.command;
        stored.baseBody = assembled->taskBody;
        facts << fact;
        made << stored;
    }
    if (made.isEmpty())
        return; // kept as a draft or given up: that is taking back
    const auto replaced = machine.stores().commands().replace(stopped.command.id, made);
    if (!replaced || !*replaced)
        return;
    m_oracle.actedInstead(stopped.command.id.text(), facts);
    tell("chooses another way", client, stopped.command.id.text());
}

// The other system: another clinic program and the residents, editing the same cases.
void Simulation::actOther()
{
    if (m_isHealing)
        return;
    plan(m_dice.around(m_weather.otherEveryMs), -1, [this] { actOther(); });
    const qint64 stamp = m_now;
    ++m_pending;
    const qint64 takes = draw(m_weather.lateCommit) ? m_dice.between(1000, 110'000) : 0;
    plan(takes, -1, [this, stamp] {
        --m_pending;
        m_changedAt = m_now;
        const QStringList cases = m_region.cases();
        const QString id = cases[m_dice.below(static_cast<int>(cases.size()))];
        if (draw(m_weather.people))
            editResident(stamp);
        else if (m_dice.chance(250))
            writeMessage(id, stamp);
        else if (cases.size() > 1 && draw(m_weather.removed))
            removeCase(id);
        else
            editTask(id, stamp, cases.size() < 12);
    });
}

void Simulation::editTask(const QString& id, qint64 stamp, bool mayAdd)
{
    QJsonObject task = m_region.find(u"Task"_s, id)->json;
    switch (m_dice.below(6)) {
    case 0:
        if (mayAdd)
            (void)m_region.addCase(stamp, m_now);
        break;
    case 1: task["status"_L1] = u"in-progress"_s; break;
    case 2:
        task["status"_L1] = m_dice.chance(500) ? u"completed"_s : u"requested"_s;
        task.remove("businessStatus"_L1);
        break;
    case 3: task["owner"_L1] = QJsonObject {{u"reference"_s, QString(u"PractitionerRole/"_s + Region::roleId(m_dice.below(5)))}}; break;
    default: {
        QJsonArray notes = task["note"_L1].toArray();
        notes.append(QJsonObject {{u"text"_s, QString(u"Annan "_s + m_dice.uuid())}, {u"time"_s, instant(m_now)}});
        task["note"_L1] = notes;
    }
    }
    const int version = m_region.write(u"Task"_s, id, task, stamp, m_now).version;
    tell("other writes", -1, u"%1 %2, begun at %3"_s.arg(id, QString::number(version), QString::number(stamp % 1'000'000)));
}

void Simulation::editResident(qint64 stamp)
{
    QJsonObject person = m_region.find(u"Patient"_s, u"karin"_s)->json;
    person["language"_L1] = m_dice.uuid();
    const int version = m_region.write(u"Patient"_s, u"karin"_s, person, stamp, m_now).version;
    tell("other writes", -1, u"Patient %1"_s.arg(version));
}

void Simulation::removeCase(const QString& id)
{
    m_region.remove(u"Task"_s, id);
    tell("other removes", -1, id);
}

// The resident writes, or the region says that a message of the clinic has been received or read.
void Simulation::writeMessage(const QString& caseId, qint64 stamp)
{
    const std::vector<Entity>& messages = m_region.all(u"Communication"_s);
    const Entity& chosen = messages[static_cast<std::size_t>(m_dice.below(static_cast<int>(messages.size())))];
    if (m_dice.chance(500)) {
        QJsonObject message = chosen.json;
        message["status"_L1] = u"completed"_s;
        if (m_dice.chance(300))
            message["received"_L1] = instant(m_now);
        const QString id = chosen.id;
        m_region.write(u"Communication"_s, id, message, stamp, m_now);
        tell("is received", -1, id);
        return;
    }
    QJsonObject message = m_region.find(u"Communication"_s, u"old-message"_s)->json;
    message["sender"_L1] = QJsonObject {{u"reference"_s, u"Patient/karin"_s}};
    message["basedOn"_L1] = QJsonArray {QJsonObject {{u"reference"_s, QString(u"Task/"_s + caseId)}}};
    message["sent"_L1] = instant(m_now);
    m_region.write(u"Communication"_s, m_dice.uuid(), message, stamp, m_now);
    tell("resident writes", -1, caseId);
}

Look Simulation::see(int client)
{
    store::Stores& stores = m_people[static_cast<std::size_t>(client)].machine->stores();
    Look look;
    look.client = client;
    for (const store::StoredCommand& stored : stores.commands().queue())
        look.queue.insert(stored.command.id.text(), stored.state);
    const store::CommandTally tally = stores.commands().tally();
    look.waiting = tally.waiting;
    look.needsAttention = tally.needsAttention;
    look.has = [&stores](const QString& type, const QString& id) {
        const auto found = stores.resources().find(type, id);
        return found ? found->version.toInt() : 0;
    };
    return look;
}

void Simulation::look(int client)
{
    plan(m_dice.around(15000), client, [this, client] { look(client); });
    m_oracle.looked(see(client));
    countScan(client);
}

void Simulation::compare(int client)
{
    m_oracle.pulled(see(client), m_people[static_cast<std::size_t>(client)].asked);
}

// H6: each row is what the case's resources and the own commands make it.
void Simulation::rowScan(int client)
{
    Machine& machine = *m_people[static_cast<std::size_t>(client)].machine;
    sync::Projector projector(machine.stores(), machine.clock.now());
    for (const store::StoredResource& task : machine.stores().resources().ofType(u"Task"_s)) {
        const auto assembled = projector.assemble(care::CaseId(task.id), sync::Projector::Depth::Row);
        auto row = machine.stores().cases().find(care::CaseId(task.id));
        if (!assembled)
            continue;
        if (row)
            row->order = {}; // changes by time alone, a slice at each turn
        care::CaseRow expected = projector.rowOf(*assembled);
        expected.order = {};
        if (row != expected)
            m_oracle.violate("H6", u"client %1 shows a row of %2 that is not the case"_s.arg(QString::number(client), task.id));
    }
}

// H6: what the lists count is what a walk over every row finds.
void Simulation::countScan(int client)
{
    using care::View;
    Machine& machine = *m_people[static_cast<std::size_t>(client)].machine;
    store::CaseTable& table = machine.stores().cases();
    const care::StaffRoleId me(Region::roleId(client));
    QList<care::CaseRow> rows;
    for (const View half : {View::Open, View::Closed})
        rows += table.page({half, me, {}, {}}, 0, 1000);
    const QHash<View, int> counts = table.countByView(me);
    for (const View view : {View::Todo, View::Mine, View::Unassigned, View::Waiting, View::Open, View::Closed}) {
        const auto scanned = std::ranges::count_if(rows, [&](const care::CaseRow& row) { return care::belongs(row, view, me); });
        if (scanned != counts.value(view))
            m_oracle.violate("H6",
                u"client %1 counts %2 in %3, a scan %4"_s.arg(
                    QString::number(client), QString::number(counts.value(view)), QString(care::codeOf(view)), QString::number(scanned)));
    }
}

} // namespace mottaget::simulate
