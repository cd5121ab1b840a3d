// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pull.h"

// People come by id: those that a page names and who are not here, and in rounds those who are.
namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idsInOneSearch = 100; // keeps the URL under 4 KiB

} // namespace

void Pull::askPeople()
{
    if (m_people.empty()) {
        commit();
        return;
    }
    const auto [type, ids] = m_people.front();
    m_people.pop_front();
    m_peopleType = type;
    m_peopleIds = ids;
    m_await = Await::People;
    m_waiting = m_desk.get(type, u"_id="_s + ids.join(u"%2C"_s) + u"&_count=%1"_s.arg(idsInOneSearch));
}

void Pull::onPeople(const net::Reply& reply)
{
    const Verdict verdict = judge(reply);
    if (verdict != Verdict::Ok) {
        fail(verdict, reply);
        return;
    }
    auto page = readPage(reply.body, m_peopleType);
    if (!page) {
        skipStep(codeOf(page.error().code));
        return;
    }
    for (const store::StoredResource& person : std::as_const(page->resources))
        m_peopleIds.removeAll(person.id);
    // A region whose pages are shorter than what was asked for: the rest once more, for as long as somebody comes.
    if (!page->next.isEmpty() && !page->resources.isEmpty() && !m_peopleIds.isEmpty())
        m_people.push_front({m_peopleType, m_peopleIds});
    m_page.resources += page->resources;
    askPeople();
}

void Pull::planPeople(const References& missing)
{
    m_people.clear();
    for (auto type = missing.begin(); type != missing.end(); ++type) {
        for (qsizetype at = 0; at < type->size(); at += idsInOneSearch)
            m_people.push_back({type.key(), type->mid(at, idsInOneSearch)});
    }
    askPeople();
}

// The round is known by when it began: what changed during it is found by the next one.
QList<Mark> Pull::peopleMarks()
{
    QList<Mark> moved {{QString::fromLatin1(mark::peopleAt), m_step.upTo}};
    if (m_step.isFirst) // without the server's clock the next round asks for all, whatever their age
        moved.append({QString::fromLatin1(mark::peopleRound), m_date.isValid() ? searchInstant(m_date) : QString()});
    for (const auto& [name, value] : moved)
        m_desk.marks.insert(name, value);
    if (m_step.upTo.isEmpty())
        moved.append({QString::fromLatin1(mark::peopleSince), m_desk.marks.value(QString::fromLatin1(mark::peopleRound))});
    return moved;
}

} // namespace mottaget::sync
