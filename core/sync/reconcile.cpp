// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/reconcile.h"

#include "core/sync/mapping.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t idsInOneSearch = 100;
constexpr qsizetype pagesInOneSearch = 20000;

Reconcile::End endOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::BadRequest:
    case Verdict::Forbidden:
    case Verdict::NotFound:
    case Verdict::Gone:
    case Verdict::VersionMoved:
    case Verdict::TooLarge: return Reconcile::End::Refused;
    case Verdict::Ok:
    case Verdict::NotSent:
    case Verdict::Lost:
    case Verdict::Portal:
    case Verdict::SignIn:
    case Verdict::Busy:
    case Verdict::ServerError:
    case Verdict::Untrusted: return Reconcile::End::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

void Reconcile::begin(const Step& step)
{
    m_step = step;
    m_visited.clear();
    m_isFirst = true;
    m_gone.clear();
    m_missing.clear();
    m_afterGone.clear();
    m_afterMissing.clear();
    (void)askPage({});
}

Reconcile::End Reconcile::askPage(const QUrl& url)
{
    m_await = Await::Page;
    m_waiting = url.isEmpty() ? m_desk.get(m_step.type, m_step.query + u"&_elements=id,meta&_count=%1"_s.arg(m_desk.profile().pageSize))
                              : m_desk.getUrl(url);
    return End::None;
}

Reconcile::End Reconcile::onReply(const net::Reply& reply)
{
    m_verdict = judge(reply);
    switch (m_await) {
    case Await::Page: return onPage(reply);
    case Await::Check: return onCheck(reply);
    case Await::Missing: return onMissing(reply);
    case Await::Seen:
    case Await::Compare:
    case Await::Forget:
    case Await::Store: break; // those wait for the disk
    }
    Q_UNREACHABLE();
}

Reconcile::End Reconcile::onPage(const net::Reply& reply)
{
    if (m_verdict != Verdict::Ok)
        return endOf(m_verdict);
    auto page = readIdPage(reply.body, m_step.type);
    if (!page)
        return End::Refused;
    m_next = page->next;
    if (!m_next.isEmpty()) {
        if (!net::sameOrigin(m_next, m_desk.profile().base) || m_visited.contains(m_next) || m_visited.size() > pagesInOneSearch)
            return End::Refused;
        m_visited.insert(m_next);
    }
    m_await = Await::Seen;
    m_waiting = m_desk.run(op::Seen {std::move(page->idsAndVersions), std::exchange(m_isFirst, false)});
    return End::None;
}

Reconcile::End Reconcile::onStored(const StoreAnswer& answer)
{
    if (!answer.ok)
        return End::Disk;
    switch (m_await) {
    case Await::Seen:
        if (!m_next.isEmpty())
            return askPage(m_next);
        return compare();
    case Await::Compare: {
        const QStringList missing = answer.missing.value(m_step.type);
        m_gone.assign(answer.gone.begin(), answer.gone.end());
        m_missing.assign(missing.begin(), missing.end());
        if (m_gone.empty() && m_missing.empty())
            return End::Done;
        if (!m_gone.empty())
            m_afterGone = m_gone.back();
        if (!m_missing.empty())
            m_afterMissing = m_missing.back();
        return nextCheck();
    }
    case Await::Forget: return nextCheck();
    case Await::Store: return nextMissing();
    case Await::Page:
    case Await::Check:
    case Await::Missing: break; // those wait for the network
    }
    Q_UNREACHABLE();
}

//! Slice by slice until nothing differs any more: only then is the type held against the region.
Reconcile::End Reconcile::compare()
{
    m_await = Await::Compare;
    m_waiting = m_desk.run(op::Compare {m_step.type, m_afterGone, m_afterMissing});
    return End::None;
}

Reconcile::End Reconcile::nextCheck()
{
    if (m_gone.empty())
        return nextMissing();
    m_await = Await::Check;
    m_waiting = m_desk.get(m_step.type + u'/' + m_gone.front());
    return End::None;
}

//! Only the region's word on this very resource lets go of it.
Reconcile::End Reconcile::onCheck(const net::Reply& reply)
{
    const QString id = m_gone.front();
    const bool isDeleted = m_verdict == Verdict::NotFound || m_verdict == Verdict::Gone;
    if (!isDeleted && m_verdict != Verdict::Ok) {
        if (endOf(m_verdict) == End::Failed)
            return End::Failed;
        m_gone.pop_front(); // refused: it stays until there is an answer
        return nextCheck();
    }
    m_gone.pop_front();
    if (!isDeleted && (!readResource(reply.body, m_step.type) || isInScope(reply.body)))
        return nextCheck(); // the index was behind, or it came back
    // Pages that were asked for before this may still show it.
    m_desk.rememberWrite(m_step.type, id);
    m_await = Await::Forget;
    m_waiting = m_desk.run(op::Forget {m_step.type, id, isDeleted});
    return End::None;
}

Reconcile::End Reconcile::nextMissing()
{
    if (m_missing.empty())
        return compare();
    QStringList ids;
    while (!m_missing.empty() && std::size_t(ids.size()) < idsInOneSearch) {
        ids << m_missing.front();
        m_missing.pop_front();
    }
    m_askedIds = ids;
    m_await = Await::Missing;
    m_waiting = m_desk.get(m_step.type, u"_id="_s + ids.join(u"%2C"_s) + u"&_count=%1"_s.arg(ids.size()));
    m_asked = m_waiting;
    return End::None;
}

Reconcile::End Reconcile::onMissing(const net::Reply& reply)
{
    if (m_verdict != Verdict::Ok)
        return endOf(m_verdict);
    auto page = readPage(reply.body, m_step.type);
    if (!page)
        return End::Refused;
    for (const store::StoredResource& resource : std::as_const(page->resources))
        m_askedIds.removeAll(resource.id);
    // A region whose pages are shorter than what was asked for: the rest once more, for as long as something comes.
    if (!page->next.isEmpty() && !page->resources.isEmpty())
        m_missing.insert(m_missing.begin(), m_askedIds.begin(), m_askedIds.end());
    page->resources.removeIf(
        [this](const store::StoredResource& resource) { return m_desk.isOlderThanOwnWrite(m_asked, resource.type, resource.id); });
    for (const store::StoredResource& resource : std::as_const(page->resources))
        m_desk.beginRead(resource.type, resource.id, m_asked);
    op::Ingest ingest;
    ingest.resources = page->resources;
    ingest.ofPull = true;
    m_await = Await::Store;
    m_waiting = m_desk.run(std::move(ingest));
    return End::None;
}

//! By the unit's tag, as the searches are: docs/wire.md, "Reading".
bool Reconcile::isInScope(const QByteArray& body) const
{
    return unitTagOf(body).compare(m_desk.scope.unitHsaId, Qt::CaseInsensitive) == 0 || !m_step.query.contains("_tag="_L1);
}

} // namespace mottaget::sync
