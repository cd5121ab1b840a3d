// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace mottaget::simulate {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestTransaction = 110'000; // the region gives up a transaction after 120 s

bool isBatch(const net::Request& request)
{
    return request.method == net::Request::Method::Post && request.body.contains(R"("type":"batch")");
}

// A command; a batch of questions changes nothing.
bool isPost(const net::Request& request)
{
    return request.method == net::Request::Method::Post && !isBatch(request);
}

// A search that finds all of a type that has changed since the last time; the narrow ones and the resumed ones of a first fetch do not.
bool readsWhole(const QUrl& url)
{
    const QString query = url.query();
    return query.contains("_tag="_L1) && !query.contains("status="_L1) && !query.contains("_lastUpdated=le"_L1);
}

net::Reply failure(net::Failure how)
{
    net::Reply reply;
    reply.failure = how;
    return reply;
}

net::Reply loginPage()
{
    net::Reply reply;
    reply.status = 200;
    reply.contentType = "text/html";
    reply.body = "<html>Logga in</html>";
    return reply;
}

} // namespace

qint64 Simulation::delay()
{
    if (draw(m_weather.slow))
        return m_dice.between(5000, 60'000);
    return 1 + m_dice.below(static_cast<int>(m_weather.delayMs));
}

void Simulation::send(int client, const sync::Send& action)
{
    Person& person = m_people[static_cast<std::size_t>(client)];
    person.open.insert(action.ticket);
    if (!action.request.url.query().startsWith("_getpages"_L1))
        ++person.requests;
    const int life = person.machine->life;
    tell(isPost(action.request) ? "posts" : "asks", client,
        isPost(action.request) ? QString() : action.request.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    if (isPost(action.request))
        m_oracle.sent(client, action.request.body);
    if (!m_isHealing && m_now < person.offlineUntil) {
        reply(client, life, action.ticket, failure(net::Failure::NotSent), 1);
        return;
    }
    if (draw(m_weather.refused)) {
        reply(client, life, action.ticket, failure(net::Failure::NotSent), 1 + m_dice.below(30));
        return;
    }
    // The client's own patience.
    reply(client, life, action.ticket, failure(net::Failure::Lost), action.request.deadline.count());
    if (draw(m_weather.lostThere)) {
        if (m_dice.chance(500))
            reply(client, life, action.ticket, failure(net::Failure::Lost), delay());
        return;
    }
    plan(delay(), -1, [this, client, life, action] { arrive(client, life, action); });
}

// What stands before the region may refuse without its doing anything.
std::optional<net::Reply> Simulation::refusal(const net::Request& request)
{
    if (draw(m_weather.unauthorized))
        return Region::outcome(401);
    if (draw(m_weather.busy)) {
        net::Reply busy = Region::outcome(m_dice.chance(700) ? 429 : 503);
        busy.retryAfter = std::chrono::seconds(1 + m_dice.below(40));
        return busy;
    }
    if (draw(m_weather.errorBefore))
        return Region::outcome(500 + m_dice.below(5));
    if (draw(m_weather.portal))
        return loginPage();
    if (isPost(request) && draw(m_weather.forbidden))
        return Region::outcome(m_dice.chance(500) ? 403 : 422);
    if (isPost(request) && draw(m_weather.conflict))
        return Region::outcome(m_dice.chance(500) ? 409 : 412);
    return std::nullopt;
}

void Simulation::arrive(int client, int life, const sync::Send& action)
{
    if (const auto refused = refusal(action.request)) {
        tell("refuses", client, QString::number(refused->status));
        reply(client, life, action.ticket, *refused, delay());
        return;
    }
    if (!isPost(action.request)) {
        process(client, life, action);
        return;
    }
    transact(client, life, action, false);
    // A gateway that lost its server's answer asks again by itself.
    if (draw(m_weather.duplicated))
        plan(delay() + delay(), -1, [this, client, life, action] { transact(client, life, action, true); });
}

// Begun now, and stamped so; it takes effect when it commits.
void Simulation::transact(int client, int life, const sync::Send& action, bool isCopy)
{
    ++m_pending;
    const qint64 late = m_dice.chance(500) ? 30'000 : longestTransaction; // before or after the client's patience ends
    const qint64 takes = draw(m_weather.lateCommit) ? m_dice.between(1000, late) : 1 + m_dice.below(20);
    plan(takes, -1, [this, client, life, action, stamp = m_now, isCopy] {
        --m_pending;
        std::optional<Effect> effect;
        net::Reply answer = m_region.transact(action.request.body, stamp, m_now, effect);
        tell("commits", client,
            QString::number(answer.status) + (effect ? u' ' + effect->command : QString()) + u", begun at "_s
                + QString::number(stamp % 1'000'000));
        if (effect) {
            m_changedAt = m_now;
            m_oracle.happened(*effect);
        }
        if (!isCopy)
            finish(client, life, action, answer);
    });
}

// Each question for itself; some of them may fail, and some regions know nothing of batches.
net::Reply Simulation::answerBatch(int client, int life, const sync::Send& action)
{
    if (!m_weather.batches)
        return Region::outcome(m_dice.chance(500) ? 400 : 501);
    Person& person = m_people[static_cast<std::size_t>(client)];
    const bool isHeard = person.machine->life == life && person.open.contains(action.ticket);
    QByteArray entries;
    const QJsonArray asked = QJsonDocument::fromJson(action.request.body)["entry"_L1].toArray();
    for (const QJsonValue& entry : asked) {
        net::Request one;
        one.url = QUrl(action.request.url.toString() + u'/' + entry["request"_L1]["url"_L1].toString());
        net::Reply answer = m_region.read(one, m_now);
        if (draw(m_weather.entryFails))
            answer = Region::outcome(500 + m_dice.below(4));
        else if (isHeard && readsWhole(one.url))
            person.asking.insert(one.url.path().section(u'/', -1), m_now);
        entries += QByteArray(entries.isEmpty() ? "" : ",") + R"({"response":{"status":")" + QByteArray::number(answer.status)
            + (answer.status == 200 ? R"("},"resource":)" : R"(","outcome":)") + answer.body + (answer.status == 200 ? "}" : "}}");
    }
    net::Reply reply = Region::json(200, R"({"resourceType":"Bundle","type":"batch-response","entry":[)" + entries + "]}");
    reply.date = QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC);
    return reply;
}

void Simulation::process(int client, int life, const sync::Send& action)
{
    if (isBatch(action.request)) {
        finish(client, life, action, answerBatch(client, life, action));
        return;
    }
    Person& person = m_people[static_cast<std::size_t>(client)];
    const QString path = action.request.url.path();
    const bool isReceipt = path.contains("/Provenance/"_L1);
    if (m_region.isCursor(action.request)) {
        if (draw(m_weather.cursorLost))
            m_region.forgetCursors();
    } else if (person.machine->life == life && person.open.contains(action.ticket) && readsWhole(action.request.url)) {
        person.asking.insert(path.section(u'/', -1), m_now);
    }
    const bool isHidden = isReceipt && m_options.removed == Removed::Receipt;
    finish(client, life, action, isHidden ? Region::outcome(404) : m_region.read(action.request, m_now));
}

net::Reply Simulation::spoil(net::Reply reply)
{
    if (draw(m_weather.errorAfter))
        return Region::outcome(500 + m_dice.below(5));
    if (draw(m_weather.portal))
        return loginPage();
    if (draw(m_weather.cut))
        reply.body.truncate(m_dice.below(static_cast<int>(reply.body.size()) + 1));
    return reply;
}

void Simulation::finish(int client, int life, const sync::Send& action, net::Reply answer)
{
    if (draw(m_weather.lostBack)) {
        if (m_dice.chance(500))
            reply(client, life, action.ticket, failure(net::Failure::Lost), delay());
        return;
    }
    reply(client, life, action.ticket, spoil(std::move(answer)), delay());
}

void Simulation::reply(int client, int life, sync::Ticket ticket, const net::Reply& reply, qint64 after)
{
    Person& person = m_people[static_cast<std::size_t>(client)];
    if (person.machine->life != life)
        return;
    plan(after, client, [this, client, ticket, reply] {
        Person& waiting = m_people[static_cast<std::size_t>(client)];
        if (!waiting.open.remove(ticket))
            return; // answered, or given up
        tell("is told", client, QString::number(reply.status));
        perform(client, waiting.machine->engine().onReply(ticket, reply));
    });
}

} // namespace mottaget::simulate
