// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/batch.h"
#include "core/sync/pull.h"

// A run of deltas begins with one batch that asks for the first page of each type. The answers are kept with their steps and judged one by
// one as if each had been asked for alone; what a batch does not give is asked for alone.
namespace mottaget::sync {

using namespace Qt::StringLiterals;

void Pull::askBatch()
{
    QStringList searches;
    for (const Planned& planned : m_steps)
        searches << planned.step.type + u'?' + planned.step.query + u"&_count=%1"_s.arg(m_desk.profile().pageSize);
    m_await = Await::Batch;
    m_waiting = m_batchTicket = m_desk.postBatch(batchOf(searches));
}

void Pull::onBatch(const net::Reply& reply)
{
    const Verdict verdict = judge(reply);
    const bool isRefused = verdict == Verdict::BadRequest || verdict == Verdict::Forbidden || verdict == Verdict::NotFound
        || verdict == Verdict::Gone || verdict == Verdict::VersionMoved || reply.status == 501;
    m_batchesFailed = verdict == Verdict::ServerError ? m_batchesFailed + 1 : 0;
    if (verdict == Verdict::Ok) {
        const auto answers = readBatchReply(reply, static_cast<qsizetype>(m_steps.size()));
        // What is no answer to a batch comes from a server that does not know them, or was harmed on its way: the next start asks anew.
        m_batches = answers.has_value();
        for (std::size_t at = 0; answers && at < m_steps.size(); ++at)
            m_steps[at].answer = (*answers)[static_cast<qsizetype>(at)];
    } else if (isRefused || m_batchesFailed > 2) { // out of order, or only for batches: asked one by one it says which
        m_batches = false;
    } else if (verdict != Verdict::TooLarge) { // of which there is less when each is asked alone
        fail(verdict, reply);
        return;
    }
    nextStep();
}

} // namespace mottaget::sync
