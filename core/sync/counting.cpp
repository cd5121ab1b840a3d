// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/counting.h"

#include "core/sync/batch.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

CountMark CountMark::read(const QString& value)
{
    CountMark mark;
    bool hasExpected = false;
    const int expected = value.section(u' ', 0, 0).toInt(&hasExpected);
    if (hasExpected)
        mark.expected = expected;
    mark.last = value.section(u' ', 1, 1).toInt();
    return mark;
}

QString CountMark::text() const
{
    return expected ? QString::number(*expected) + u' ' + QString::number(last) : QString();
}

std::pair<CountMark, bool> counted(const CountMark& before, int difference)
{
    if (!before.expected)
        return {{difference, difference}, false};
    if (difference != *before.expected && difference == before.last)
        return {{}, true};
    return {{before.expected, difference}, false};
}

Counting::End Counting::begin(const QDateTime& now)
{
    m_now = now;
    m_types.clear();
    m_there.clear();
    m_differing.clear();
    QStringList searches;
    for (const auto& [type, search] : scopeTable(m_desk.scope, m_desk.profile())) {
        m_types << type;
        searches << type + u'?' + search + u"&_summary=count"_s;
    }
    m_await = Await::Batch;
    m_waiting = m_desk.postBatch(batchOf(searches));
    return End::None;
}

Counting::End Counting::onReply(const net::Reply& reply)
{
    m_verdict = judge(reply);
    if (m_verdict == Verdict::NotSent || m_verdict == Verdict::Lost || m_verdict == Verdict::SignIn || m_verdict == Verdict::Untrusted
        || m_verdict == Verdict::Portal || m_verdict == Verdict::Busy)
        return End::Failed;
    // What does not count is not asked again for an hour, and nothing follows from it.
    if (const auto answers = readBatchReply(reply, m_types.size()); m_verdict == Verdict::Ok && answers) {
        for (qsizetype at = 0; at < m_types.size(); ++at) {
            const net::Reply& answer = (*answers)[at];
            if (const auto total = judge(answer) == Verdict::Ok ? readTotal(answer.body) : std::nullopt)
                m_there.insert(m_types[at], *total);
        }
    }
    m_await = Await::Held;
    m_waiting = m_desk.run(op::CountHeld {});
    return End::None;
}

Counting::End Counting::judgeCounts(const QHash<QString, int>& here)
{
    op::Ingest marks;
    marks.marks.append({QString::fromLatin1(mark::counted), searchInstant(m_now)});
    for (auto there = m_there.cbegin(); there != m_there.cend(); ++there) {
        const QString name = mark::count(there.key());
        const auto [after, isDue] = counted(CountMark::read(m_desk.marks.value(name)), *there - here.value(there.key()));
        if (isDue)
            m_differing << there.key();
        marks.marks.append({name, after.text()});
        m_desk.marks.insert(name, after.text());
    }
    m_await = Await::Store;
    m_waiting = m_desk.run(std::move(marks));
    return End::None;
}

Counting::End Counting::onStored(const StoreAnswer& answer)
{
    if (!answer.ok)
        return End::Failed;
    return m_await == Await::Held ? judgeCounts(answer.held) : End::Done;
}

} // namespace mottaget::sync
