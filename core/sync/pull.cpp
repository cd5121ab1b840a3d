// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pull.h"

#include "core/sync/mapping.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pagesInOneSearch = 20000; // more is a server that never ends
constexpr int chunksInBatch = 5; // 500 people each time
constexpr int chunksAlone = 2;   // residents and staff of a small unit

QString markName(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

void Pull::begin()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    m_incomplete = false;
    m_desk.forgetWrites();
    // The disk's word on scope and marks, not memory's: an earlier commit may have failed.
    m_await = Await::Load;
    m_waiting = m_desk.run(op::Load {true, m_batches ? chunksInBatch : chunksAlone});
}

void Pull::loaded(const StoreAnswer& answer)
{
    m_desk.marks = answer.marks;
    m_desk.scope = answer.scope;
    m_desk.status().firstSync = m_desk.marks.value(markName(mark::firstDone)).isEmpty();
    m_known = answer.people;
    m_desk.status().fetched = answer.cases;
    planSteps();
}

void Pull::planSteps()
{
    m_plannedFor = m_desk.scope;
    const QList<Step> steps = nextSteps(m_desk.scope, m_desk.profile(), m_desk.marks);
    m_steps.clear();
    for (const Step& step : steps)
        m_steps.push_back({step, {}});
    const bool areDeltas = std::ranges::all_of(steps, [](const Step& step) { return step.kind == Step::Kind::Delta; });
    if (areDeltas) {
        for (const Step& step : peopleSteps(m_known, m_desk.profile(), m_desk.marks))
            m_steps.push_back({step, {}});
    }
    if (m_batches && areDeltas && steps.size() > 1)
        askBatch();
    else
        nextStep();
}

void Pull::wake()
{
    if (!m_running && m_desk.monotonic() >= m_nextAt)
        begin();
}

void Pull::nextStep()
{
    if (m_steps.empty()) {
        endOfSteps();
        return;
    }
    const Planned planned = std::move(m_steps.front());
    m_steps.pop_front();
    m_step = planned.step;
    m_count = m_desk.profile().pageSize;
    m_visited.clear();
    m_restarted = false;
    m_overtaken = false;
    m_reached = QDateTime();
    if (!planned.answer) {
        askPage({});
        return;
    }
    m_pageTicket = m_batchTicket;
    onPage(*planned.answer);
}

void Pull::askPage(const QUrl& url)
{
    m_await = Await::Page;
    if (url.isEmpty())
        m_waiting = m_desk.get(m_step.type, m_step.query + u"&_count=%1"_s.arg(m_count));
    else
        m_waiting = m_desk.getUrl(url);
    m_pageTicket = m_waiting;
}

bool Pull::onReply(Ticket ticket, const net::Reply& reply)
{
    if (!m_running || ticket != m_waiting)
        return false;
    if (m_await == Await::Batch)
        onBatch(reply);
    else if (m_await == Await::Page)
        onPage(reply);
    else if (m_await == Await::Tidy)
        tidied(m_housekeeping.onReply(reply));
    else
        onPeople(reply);
    return true;
}

void Pull::onPage(const net::Reply& reply)
{
    const Verdict verdict = judge(reply);
    const bool onNext = !m_visited.isEmpty();
    if (!onNext)
        m_date = reply.date;
    if (onNext && (verdict == Verdict::NotFound || verdict == Verdict::Gone) && !m_restarted) {
        // The server has forgotten the result set: from the start of this search once more; what is here already costs nothing.
        m_restarted = true;
        m_visited.clear();
        askPage({});
        return;
    }
    if (verdict == Verdict::TooLarge && m_count > 1) {
        m_count /= 2;
        m_visited.clear();
        askPage({});
        return;
    }
    if (verdict != Verdict::Ok) {
        fail(verdict, reply);
        return;
    }
    m_desk.note(verdict);
    if (m_desk.status().firstSync && m_desk.marks.value(markName(mark::firstStart)).isEmpty()) {
        // The server's own clock, or ours when it sends none: the delta's overlap takes the difference.
        const QDateTime start = reply.date.isValid() ? reply.date : m_desk.now();
        m_desk.marks.insert(markName(mark::firstStart), searchInstant(start));
    }
    auto page = readPage(reply.body, m_step.type);
    if (!page) {
        skipStep(codeOf(page.error().code));
        return;
    }
    m_page = std::move(*page);
    if (m_plannedFor.roleId.isEmpty()) {
        // Oneself and nobody else, whatever the server makes of the search.
        m_page.resources.removeIf([this](const store::StoredResource& role) {
            return hsaIdOf(role.body).compare(m_desk.profile().commissionHsaId, Qt::CaseInsensitive) != 0;
        });
    }
    applyPage();
}

void Pull::applyPage()
{
    if (!m_page.next.isEmpty()) {
        if (!net::sameOrigin(m_page.next, m_desk.profile().base)) {
            skipStep(codeOf(PageProblem::Code::LinkAway));
            return;
        }
        if (m_visited.contains(m_page.next) || m_visited.size() > pagesInOneSearch) {
            skipStep(codeOf(PageProblem::Code::LinkLoop));
            return;
        }
        m_visited.insert(m_page.next);
    }
    if (m_page.newest.isValid() && (!m_reached.isValid() || m_page.newest > m_reached))
        m_reached = m_page.newest;
    if (m_page.people.isEmpty()) {
        commit();
        return;
    }
    m_await = Await::Missing;
    m_waiting = m_desk.run(op::FindMissing {m_page.people});
}

void Pull::dropWhatOwnWritesOvertook()
{
    // Only here, at the last moment: an own write may have been acknowledged while the page waited for its people.
    const qsizetype dropped = m_page.resources.removeIf(
        [this](const store::StoredResource& resource) { return m_desk.isOlderThanOwnWrite(m_pageTicket, resource.type, resource.id); });
    if (dropped == 0)
        return;
    // It may also have been somebody else's later version: this type is asked for once more, from where it began.
    m_overtaken = true;
    m_incomplete = true; // and until then nobody is told that everything has been fetched
    m_again = true;
}

void Pull::commit()
{
    dropWhatOwnWritesOvertook();
    for (const store::StoredResource& resource : std::as_const(m_page.resources))
        m_desk.beginRead(resource.type, resource.id, m_pageTicket);
    op::Ingest ingest;
    ingest.resources = m_page.resources;
    ingest.ofPull = true;
    const bool last = m_page.next.isEmpty();
    const auto setMark = [&](const QString& name, const QString& value) { ingest.marks.append({name, value}); };
    if (m_desk.status().firstSync)
        setMark(markName(mark::firstStart), m_desk.marks.value(markName(mark::firstStart)));
    if (m_step.kind == Step::Kind::First) {
        if (!m_page.oldest.isEmpty())
            setMark(mark::first(m_step.type), m_page.oldest);
        if (last)
            setMark(mark::firstDoneOf(m_step.type), u"1"_s);
    }
    if (m_step.kind == Step::Kind::Delta && last && m_reached.isValid() && !m_overtaken)
        setMark(mark::delta(m_step.type), searchInstant(m_reached));
    if (m_step.kind == Step::Kind::People && last) {
        for (const Mark& moved : peopleMarks())
            setMark(moved.first, moved.second);
    }
    m_await = Await::Commit;
    m_waiting = m_desk.run(std::move(ingest));
}

bool Pull::onStored(Ticket ticket, const StoreAnswer& answer)
{
    if (!m_running || ticket != m_waiting)
        return false;
    m_desk.endReads(answer.ok); // one thing at a time: if any are open, they are this page's
    if (m_await == Await::Tidy) {
        tidied(m_housekeeping.onStored(answer));
        return true;
    }
    if (!answer.ok) {
        m_desk.status().problem = u"disk"_s;
        finish(m_desk.backoff().next());
        return true;
    }
    switch (m_await) {
    case Await::Load: loaded(answer); break;
    case Await::Missing: planPeople(answer.missing); break;
    case Await::Commit:
        m_desk.scope = answer.scope;
        m_desk.status().fetched = answer.cases;
        for (auto back = answer.missing.begin(); back != answer.missing.end(); ++back)
            m_steps.push_front({{back.key(), u"_id="_s + back->join(u"%2C"_s), Step::Kind::Plain}, {}});
        if (m_page.next.isEmpty())
            nextStep();
        else
            askPage(m_page.next);
        break;
    case Await::End: runCommitted(); break;
    case Await::Batch:
    case Await::Page:
    case Await::People:
    case Await::Tidy: Q_UNREACHABLE(); // those wait for the network, or have been answered above
    }
    return true;
}

void Pull::endOfSteps()
{
    if (!m_plannedFor.isKnown() && !m_incomplete) {
        // Finding oneself and one's unit came first. Nothing new found: the region does not know this commission.
        if (m_desk.scope == m_plannedFor) {
            m_desk.status().problem = u"commission-unknown"_s;
            finish(m_desk.backoff().jitter(m_desk.profile().poll));
        } else {
            planSteps();
        }
        return;
    }
    if (m_incomplete) {
        finish(m_desk.backoff().jitter(m_desk.profile().poll));
        return;
    }
    op::Ingest end;
    if (m_desk.status().firstSync) {
        const QString start = m_desk.marks.value(markName(mark::firstStart));
        for (const auto& row : scopeTable(m_desk.scope, m_desk.profile()))
            end.marks.append({mark::delta(row.first), start});
        end.marks.append({markName(mark::firstDone), u"1"_s});
        end.marks.append({markName(mark::reconciled), start}); // all of it has just been fetched
        end.marks.append({markName(mark::counted), searchInstant(m_desk.now())});
    }
    m_endedAt = m_desk.now();
    end.marks.append({markName(mark::lastPull), searchInstant(m_endedAt)});
    m_await = Await::End;
    m_waiting = m_desk.run(std::move(end));
}

void Pull::runCommitted()
{
    // Only the commit that moved the marks makes it a success.
    if (std::exchange(m_desk.status().firstSync, false))
        m_again = true; // what has come since the first fetch began
    m_desk.status().lastPull = m_endedAt;
    m_desk.status().problem.clear();
    m_desk.backoff().reset();
    if (m_again) {
        finish(std::chrono::milliseconds(0)); // what is new goes first
        return;
    }
    m_await = Await::Tidy;
    tidied(m_housekeeping.begin(m_batches));
}

void Pull::tidied(Housekeeping::End end)
{
    switch (end) {
    case Housekeeping::End::None: m_waiting = m_housekeeping.waiting(); return;
    case Housekeeping::End::Done: finish(m_desk.backoff().jitter(m_desk.profile().poll)); return;
    case Housekeeping::End::Failed: finish(m_desk.backoff().next()); return;
    }
    Q_UNREACHABLE();
}

void Pull::skipStep(const QString& problem)
{
    m_incomplete = true;
    m_desk.status().problem = problem;
    if (m_step.kind == Step::Kind::People) // in order: those after it wait with it
        std::erase_if(m_steps, [](const Planned& planned) { return planned.step.kind == Step::Kind::People; });
    nextStep();
}

void Pull::fail(Verdict verdict, const net::Reply& reply)
{
    m_desk.note(verdict);
    switch (verdict) {
    case Verdict::BadRequest:
    case Verdict::Forbidden:
    case Verdict::NotFound:
    case Verdict::Gone:
    case Verdict::VersionMoved:
    case Verdict::TooLarge: skipStep(u"refused-"_s + m_step.type); return;
    case Verdict::Busy:
    case Verdict::ServerError:
        if (reply.retryAfter) {
            finish(*reply.retryAfter);
            return;
        }
        break;
    case Verdict::Ok:
    case Verdict::NotSent:
    case Verdict::Lost:
    case Verdict::Portal:
    case Verdict::SignIn:
    case Verdict::Untrusted: break;
    }
    finish(m_desk.backoff().next());
}

void Pull::finish(std::chrono::milliseconds wait)
{
    m_running = false;
    m_waiting = 0;
    m_steps.clear();
    m_nextAt = m_desk.monotonic() + (m_again ? std::chrono::milliseconds(0) : wait);
    m_desk.noteNextTry(m_nextAt);
}

} // namespace mottaget::sync
