// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle.h"

#include "core/care/codes.h"

#include <QJsonArray>

namespace mottaget::simulate {

using namespace Qt::StringLiterals;

namespace {

// Types of a unit's scope; people come by id.
constexpr const char* scopedTypes[] = {"Task", "Communication", "Provenance"};

bool looksAtState(care::Verb verb)
{
    return verb != care::Verb::Note && verb != care::Verb::Prioritise;
}

bool needsPerson(care::CommandState state)
{
    return state == care::CommandState::Conflict || state == care::CommandState::Rejected;
}

QString told(const Acted& fact)
{
    return u"client %1, %2 on %3 (%4)"_s.arg(
        QString::number(fact.client), QString(care::codeOf(fact.command.verb)), fact.command.caseId.text(), fact.command.id.text());
}

} // namespace

CaseView CaseView::of(const care::Case& value)
{
    return {value.state, value.owner.reference};
}

CaseView CaseView::of(const QJsonObject& task)
{
    using enum care::CaseState;
    const QString status = task["status"_L1].toString();
    const QString business = task["businessStatus"_L1]["coding"_L1][0]["code"_L1].toString();
    CaseView view;
    view.owner = task["owner"_L1]["reference"_L1].toString().section(u'/', -1);
    if (status == "accepted"_L1)
        view.state = Assigned;
    else if (status == "in-progress"_L1)
        view.state = business == "answered"_L1 ? Answered : Ongoing;
    else if (status == "on-hold"_L1)
        view.state = Waiting;
    else if (status == "completed"_L1)
        view.state = Closed;
    else if (status == "rejected"_L1)
        view.state = Redirected;
    else if (status == "cancelled"_L1)
        view.state = Withdrawn;
    return view;
}

void Oracle::violate(const char* rule, const QString& what)
{
    m_violations << QString::fromLatin1(rule) + u": "_s + what;
}

void Oracle::acted(const Acted& fact)
{
    m_acts.insert(fact.command.id.text(), {fact, m_next += 16, 0, false, 0}); // room for what takes its place
}

void Oracle::actedInstead(const QString& command, const QList<Acted>& facts)
{
    int order = m_acts[command].order;
    tookBack(command);
    for (const Acted& fact : facts)
        m_acts.insert(fact.command.id.text(), {fact, ++order, 0, false, 0});
}

void Oracle::happened(const Effect& effect)
{
    const auto found = m_acts.find(effect.command);
    if (effect.writes.isEmpty())
        return; // the same again, and the server saw that nothing changes
    if (found == m_acts.end()) {
        violate("H2", u"an effect of nobody's action: "_s + effect.command);
        return;
    }
    Act& act = *found;
    ++act.effects;
    if (act.isTakenBack)
        violate("H2", told(act.fact) + u" took effect after it was taken back"_s);
    for (const Written& write : effect.writes) {
        if (write.type != "Task"_L1 && write.version > 1)
            violate("H2", told(act.fact) + u" wrote "_s + write.type + u" twice"_s);
        if (write.type != "Task"_L1 || write.before.isEmpty())
            continue;
        if (!write.wasGuarded)
            violate("H4", told(act.fact) + u" changed its case without saying which version it saw"_s);
        judgeBase(act, write);
        judgeNothingLost(effect, write);
    }
    judgeOrder(act);
    m_lastOrder[QString::number(act.fact.client) + act.fact.command.caseId.text()] = act.order;
    // What came out of it is what its author has before them from now on.
    for (const Written& write : effect.writes) {
        if (write.type != "Task"_L1 || write.id != act.fact.command.caseId.text())
            continue;
        act.version = write.version;
        for (Act& later : m_acts) {
            if (later.fact.client == act.fact.client && later.order > act.order && later.fact.command.caseId == act.fact.command.caseId)
                later.fact.seen << CaseView::of(write.after);
        }
    }
}

void Oracle::sent(int client, const QByteArray& bundle)
{
    static const QByteArray receipt("\"Provenance/");
    const qsizetype at = bundle.indexOf(receipt);
    const QString id = QString::fromLatin1(bundle.mid(at + receipt.size(), 36));
    if (at < 0 || !m_acts.contains(id) || m_acts.value(id).fact.client != client)
        violate("H2", u"client %1 sends what carries no receipt of an own act"_s.arg(client));
}

void Oracle::stored(int client, const QString& resource, int version)
{
    int& last = m_stored[client][resource];
    if (version < last)
        violate("H5",
            u"client %1 goes back from version %2 to %3 of %4"_s.arg(
                QString::number(client), QString::number(last), QString::number(version), resource));
    last = version;
}

void Oracle::died(int client, bool withPower)
{
    m_stored.remove(client);
    if (withPower)
        m_mayLag.insert(client);
}

void Oracle::judgeOrder(const Act& act)
{
    const int last = m_lastOrder.value(QString::number(act.fact.client) + act.fact.command.caseId.text(), -1);
    if (last > act.order && act.effects == 1)
        violate("H3", told(act.fact) + u" took effect after a later action of the same person on the case"_s);
}

void Oracle::judgeBase(const Act& act, const Written& write)
{
    if (write.id != act.fact.command.caseId.text() || !looksAtState(act.fact.command.verb) || act.effects > 1)
        return;
    if (!act.fact.seen.contains(CaseView::of(write.before)))
        violate("H4",
            told(act.fact)
                + u" took effect on a case in a state that its author never saw: %1 of %2"_s.arg(
                    QString(care::codeOf(CaseView::of(write.before).state)), CaseView::of(write.before).owner));
}

void Oracle::judgeNothingLost(const Effect& effect, const Written& write)
{
    const QJsonArray after = write.after["note"_L1].toArray();
    int own = 0;
    for (const QJsonValue note : write.before["note"_L1].toArray()) {
        if (!after.contains(note))
            violate("H4", u"a note of somebody else was overwritten in "_s + write.id);
    }
    const auto act = m_acts.constFind(effect.command);
    if (act == m_acts.constEnd() || act->fact.command.text.isEmpty())
        return;
    for (const QJsonValue note : after)
        own += note["text"_L1].toString() == act->fact.command.text ? 1 : 0;
    if (own > 1)
        violate("H2", told(act->fact) + u" stands twice in the notes"_s);
}

void Oracle::looked(const Look& look)
{
    for (const Act& act : std::as_const(m_acts)) {
        if (act.fact.client != look.client || act.isTakenBack)
            continue;
        const QString id = act.fact.command.id.text();
        const auto queued = look.queue.constFind(id);
        const bool isDone = m_region.find(u"Provenance"_s, id) != nullptr;
        if (isDone && act.effects > 1)
            violate("H2", told(act.fact) + u" took effect twice"_s);
        if (queued != look.queue.constEnd()) {
            if (needsPerson(*queued) && isDone)
                violate("H1", told(act.fact) + u" is shown as not sent, but it took effect"_s);
        } else if (!isDone && act.fact.wasSaved) {
            violate("H1", told(act.fact) + u" is nowhere: neither waiting, nor on the server, nor with a person"_s);
        }
        if (isDone && queued == look.queue.constEnd() && !m_mayLag.contains(look.client)
            && m_region.find(u"Task"_s, act.fact.command.caseId.text()) != nullptr
            && look.has(u"Task"_s, act.fact.command.caseId.text()) < act.version)
            violate("H5",
                told(act.fact)
                    + u" is done, but its author sees the case as it was before: version %1, not %2"_s.arg(
                        QString::number(look.has(u"Task"_s, act.fact.command.caseId.text())), QString::number(act.version)));
        if (!isDone && act.fact.wasSaved && look.waiting == 0 && look.needsAttention == 0)
            violate("H10", u"\"all sent\" was said while there was "_s + told(act.fact));
    }
}

// What belongs to a case that the region has deleted goes with it.
bool Oracle::leftWithItsCase(const Entity& entity) const
{
    for (const char* name : {"basedOn", "target", "partOf"}) {
        for (const QJsonValue& one : entity.json[QLatin1StringView(name)].toArray()) {
            const QString reference = one[u"reference"_s].toString();
            if (reference.startsWith(u"Task/"_s))
                return m_region.find(u"Task"_s, reference.mid(5)) == nullptr;
        }
    }
    return false;
}

void Oracle::pulled(const Look& look, const QMap<QString, qint64>& asked)
{
    if (asked.contains(u"Task"_s))
        m_mayLag.remove(look.client);
    for (const char* name : scopedTypes) {
        const QString type = QString::fromLatin1(name);
        for (const Entity& entity : m_region.all(type)) {
            if (!entity.tagged || entity.committed >= asked.value(type, -1) || leftWithItsCase(entity))
                continue;
            if (const int version = look.has(type, entity.id); version < entity.version)
                violate("H5",
                    u"client %1 says it has fetched everything, but not %2/%3 version %4 (it has %5)"_s.arg(
                        QString::number(look.client), type, entity.id, QString::number(entity.version), QString::number(version)));
        }
    }
}

void Oracle::ended(const Look& look)
{
    looked(look);
    for (const Entity& person : m_region.all(u"Patient"_s)) {
        if (const int version = look.has(u"Patient"_s, person.id); version != 0 && version < person.version)
            violate("H5",
                u"client %1 never heard that a resident has changed: version %2, not %3"_s.arg(
                    QString::number(look.client), QString::number(version), QString::number(person.version)));
    }
    QSet<QString> held;
    for (const Act& act : std::as_const(m_acts)) {
        if (act.fact.client == look.client && needsPerson(look.queue.value(act.fact.command.id.text(), care::CommandState::Queued)))
            held.insert(act.fact.command.caseId.text());
    }
    for (auto entry = look.queue.begin(); entry != look.queue.end(); ++entry) {
        const Act& act = m_acts[entry.key()];
        if (!needsPerson(*entry) && !held.contains(act.fact.command.caseId.text()))
            violate("H5", told(act.fact) + u" still waits though everything has healed: "_s + QString(care::codeOf(*entry)));
    }
}

} // namespace mottaget::simulate
